"""The dossier as a Word file: the record in lines, each with a footnote that gives its reports and their words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from rapporteur._version import __version__
from rapporteur.export.dossier import main_process
from rapporteur.export.sections.citations import Citations, Quote, cite
from rapporteur.export.sections.meetings import DisagreementView, MeetingView, disagreement_views, meeting_views
from rapporteur.export.sections.positions import (
    MatrixView,
    PartyStances,
    StanceView,
    StickingView,
    matrix_view,
    sticking_views,
)
from rapporteur.export.sections.read import outlet_views, read_words
from rapporteur.export.sections.said import CommitmentView, commitment_views
from rapporteur.export.sources import in_full
from rapporteur.export.word.paper import Paper
from rapporteur.record.model import Statement
from rapporteur.record.record import Record

Thing = TypeVar("Thing")
_UNBUILT = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)


def dossier_docx(record: Record, *, title: str | None = None) -> bytes:
    """The record as a Word file.

    Args:
        record: what it is about.
        title: its heading; by default the name of the process to which most meetings belong.
    """
    builds = record.builds()
    paper = Paper(title or main_process(record), dt.datetime.fromisoformat(builds[-1].on) if builds else _UNBUILT)
    dossier = _Dossier(record, paper, cite(record))
    dossier.write()
    return paper.written()


class _Dossier:
    """A dossier being written."""

    def __init__(self, record: Record, paper: Paper, citations: Citations) -> None:
        self._record, self._paper, self._citations = record, paper, citations

    def write(self) -> None:
        """All sections, in the order of the page's."""
        record, citations = self._record, self._citations
        self._read()
        self._section("Meetings", meeting_views(record, citations), self._meeting)
        self._section("Positions", _by_issue(matrix_view(record, citations)), self._issue)
        self._section("Sticking points", sticking_views(record, citations), self._sticking_point)
        self._section("Commitments", commitment_views(record, citations), self._commitment)
        self._section("Disagreements", disagreement_views(record, citations), self._disagreement)
        self._paper.line(f"Made by Rapporteur {__version__}. Every footnote gives the words that its line rests on.")

    def _section(self, name: str, things: Sequence[Thing], write: Callable[[Thing], None]) -> None:
        self._paper.heading(name)
        if not things:
            self._paper.line("None.")
        for thing in things:
            write(thing)

    def _read(self) -> None:
        self._paper.heading("What was read")
        self._paper.line(f"{read_words(self._record)}.")
        rows = [(o.name, str(o.articles), str(o.copies or ""), o.days) for o in outlet_views(self._record)]
        self._paper.table(("Outlet", "Articles", "Copies", "Published"), rows)

    def _meeting(self, view: MeetingView) -> None:
        heading = ", ".join(filter(None, (view.day.words, view.place)))
        self._paper.heading(f"{heading}: {view.who}", 2)
        facts = [
            ("Status", view.status),
            *((f.name, f"{f.value} ({f.note})" if f.note else f.value) for f in view.facts),
        ]
        facts += [(side.party, "; ".join(side.people)) for side in view.delegations]
        facts += [
            (name, "; ".join(words)) for name, words in (("On", view.topics), ("Outcome", view.outcomes)) if words
        ]
        self._paper.facts(facts, self._notes(quote for report in view.reports for quote in report.quotes))
        for link in view.said:
            said = self._record[link.href]
            if isinstance(said, Statement):
                self._paper.line(link.text, self._notes(self._citations.quotes(said.evidence)), item=True)
        for difference in view.disagreements:
            self._versions(difference)

    def _issue(self, held: tuple[str, Sequence[PartyStances]]) -> None:
        issue, sides = held
        self._paper.heading(issue, 2)
        for side in sides:
            self._stances(side)

    def _stances(self, side: PartyStances) -> None:
        for stance in side.stances:
            self._paper.line(_told(stance), self._notes(stance.sources.quotes), strong=side.party, item=True)

    def _sticking_point(self, view: StickingView) -> None:
        self._paper.heading(view.issue, 2)
        self._paper.line(view.why)
        for side in view.sides:
            self._stances(side)
        if view.opens:
            self._paper.line(f"{', or '.join(view.opens)}.", strong="It opens if")

    def _commitment(self, view: CommitmentView) -> None:
        to = f" to {view.to}" if view.to else ""
        due = f"; due {view.due.words}" if view.due.known else ""
        told = f"{to.strip()}{': ' if to else ''}{view.what} ({view.made.words}{due}; {view.status})"
        self._paper.line(told, self._notes(view.sources.quotes), strong=view.by, item=True)
        for step in view.history:
            put_off = f", to {step.due.words}" if step.due else ""
            self._paper.line(f"{step.status}, {step.day.words}{put_off}", self._notes(step.sources.quotes), item=True)

    def _disagreement(self, view: DisagreementView) -> None:
        self._paper.heading(f"{view.field}: {view.about.text}", 2)
        self._versions(view)

    def _versions(self, view: DisagreementView) -> None:
        for version in view.versions:
            who = ", ".join(dict.fromkeys(source.outlet for source in version.sources))
            told = f"{version.value} – {who}"
            notes = self._notes(version.evidence.quotes)
            self._paper.line(told, notes, strong=f"Reports differ on {view.field}:", item=True)

    def _notes(self, quotes: Iterable[Quote]) -> list[str]:
        """A footnote's paragraphs: an article each, with the words quoted from it."""
        found: dict[int, list[str]] = {}
        for quote in quotes:
            found.setdefault(quote.source.number, []).append(f"“{quote.words}”")
        return [f"{self._source(number)}: {' … '.join(dict.fromkeys(words))}" for number, words in found.items()]

    def _source(self, number: int) -> str:
        article = self._citations.articles[number - 1]
        copy = " (a copy)" if self._citations.sources[article.id].copy else ""
        return f"{in_full(article)}{copy}"


def _by_issue(matrix: MatrixView) -> list[tuple[str, Sequence[PartyStances]]]:
    """For each issue its name and the parties, each with what it holds there."""
    return [(row.name, [*map(PartyStances, matrix.parties, row.cells)]) for row in matrix.rows]


def _told(stance: StanceView) -> str:
    """A position in one line, after its party."""
    about = ", ".join(filter(None, (stance.day.words if stance.day.known else "", stance.turn, stance.speaker)))
    return f"{stance.stance}{f' ({about})' if about else ''}: {stance.text}"


__all__ = ["dossier_docx"]
