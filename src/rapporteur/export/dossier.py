"""The dossier: a record as one page to mail to a colleague, complete in itself, with the words that all of it rests on.

The page asks for nothing from anywhere and runs nothing; whatever an article says stays text.  The same record gives
the same bytes.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from rapporteur._version import __version__
from rapporteur.export.characters import holdable
from rapporteur.export.sections.articles import ArticleView, article_views
from rapporteur.export.sections.citations import LETTERS, cite
from rapporteur.export.sections.meetings import DisagreementView, MeetingView, disagreement_views, meeting_views
from rapporteur.export.sections.people import Cast, cast
from rapporteur.export.sections.positions import (
    STANCES,
    KnotView,
    MatrixView,
    StickingView,
    knot_views,
    matrix_view,
    sticking_views,
)
from rapporteur.export.sections.read import OutletView, outlet_views, read_words
from rapporteur.export.sections.said import CommitmentView, SpeakerView, commitment_views, speaker_views
from rapporteur.export.sections.words import counted
from rapporteur.export.timeline_svg import Drawing, Row, draw, rows, summary
from rapporteur.record.record import Record


@dataclass(frozen=True, slots=True)
class Section:
    """An entry of the contents."""

    href: str
    name: str
    number: int


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that the template shows."""

    title: str
    version: str
    read: str
    outlets: tuple[OutletView, ...]
    contents: tuple[Section, ...]
    drawings: tuple[Drawing, ...]
    drawn: str
    rows: tuple[Row, ...]
    cast: Cast
    meetings: tuple[MeetingView, ...]
    statuses: str
    matrix: MatrixView
    stances: tuple[tuple[str, str, str], ...]
    sticking_points: tuple[StickingView, ...]
    knots: tuple[KnotView, ...]
    commitments: tuple[CommitmentView, ...]
    disagreements: tuple[DisagreementView, ...]
    speakers: tuple[SpeakerView, ...]
    articles: tuple[ArticleView, ...]
    letters: tuple[tuple[str, str], ...]


def dossier_html(record: Record, *, title: str | None = None) -> str:
    """The page, as HTML that is well-formed XML too.

    Args:
        record: what it is about.
        title: its heading; by default the name of the process to which most meetings belong.
    """
    return _environment().get_template("dossier.html.j2").render(page=page_of(record, title=title)).strip() + "\n"


def page_of(record: Record, *, title: str | None = None) -> Page:
    """What the page shows, before it is written."""
    citations = cite(record)
    cast_of = cast(record, citations)
    drawings = (
        draw(record, record.meetings, name="wide", width=940, letters=26),
        draw(record, record.meetings, name="narrow", width=400, letters=18),
    )
    listed = rows(record)
    meetings = meeting_views(record, citations)
    return Page(
        title=title or main_process(record),
        version=__version__,
        read=read_words(record),
        outlets=outlet_views(record),
        contents=_contents(record, cast_of),
        drawings=tuple(drawing for drawing in drawings if drawing),
        drawn=summary(listed),
        rows=listed,
        cast=cast_of,
        meetings=meetings,
        statuses=", ".join(f"{n} {status}" for status, n in Counter(m.status for m in meetings).most_common()),
        matrix=matrix_view(record, citations),
        stances=tuple((stance.value, *signs) for stance, signs in STANCES.items()),
        sticking_points=sticking_views(record, citations),
        knots=knot_views(record),
        commitments=commitment_views(record, citations),
        disagreements=disagreement_views(record, citations),
        speakers=speaker_views(record, citations),
        articles=article_views(citations, record.copies()),
        letters=tuple(LETTERS.values()),
    )


def main_process(record: Record) -> str:
    """The name of the process to which most meetings belong, or what else the page can be called."""
    found = sorted(record.processes, key=lambda process: (-len(process.meetings), process.id))
    if found:
        return found[0].name
    number = len(record.articles)
    return f"What {counted(number, 'article')} {'reports' if number == 1 else 'report'}"


def _contents(record: Record, cast_of: Cast) -> tuple[Section, ...]:
    people = sum(len(side.people) for side in cast_of.sides)
    return (
        Section("what-happened", "What happened", len(record.meetings)),
        Section("who", "Who", people),
        Section("meetings", "Meetings", len(record.meetings)),
        Section("positions", "Positions", len(record.positions)),
        Section("sticking-points", "Sticking points", len(record.sticking_points)),
        Section("commitments", "Commitments", len(record.commitments)),
        Section("disagreements", "Disagreements", len(record.disagreements)),
        Section("said", "What was said", len(record.statements)),
        Section("articles", "Articles", len(record.articles)),
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("rapporteur.export", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_text,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _text(value: Any) -> Any:
    """What a page can hold of a value."""
    return holdable(value) if isinstance(value, str) and not isinstance(value, Markup) else value
