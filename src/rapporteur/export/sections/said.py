"""What was by speaker, and what was promised."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapporteur.analysis.timeline import chronological
from rapporteur.export.labels import names, quoted
from rapporteur.export.sections.citations import Citations, Source, Sources
from rapporteur.export.sections.meetings import Link, title_of
from rapporteur.export.sections.words import Day, day_of, plain
from rapporteur.record.model import Commitment, Meeting, Statement, Step
from rapporteur.record.record import Record


@dataclass(frozen=True, slots=True)
class SaidView:
    """One rendering of an utterance; ``words`` carry quotation marks where it is word for word."""

    id: str
    words: str
    manner: str
    day: Day
    to: str
    doubtful: bool
    at: Link | None
    source: Source
    sources: Sources


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """A speaker with utterances by day; the renderings of one stand together."""

    name: str
    party: str
    number: int
    utterances: tuple[tuple[SaidView, ...], ...]


@dataclass(frozen=True, slots=True)
class StepView:
    """A turn in the life of a commitment."""

    status: str
    day: Day
    due: Day | None
    sources: Sources


@dataclass(frozen=True, slots=True)
class CommitmentView:
    """A row of the table of commitments; ``history`` is empty where no report tells what became of it."""

    id: str
    by: str
    to: str
    what: str
    made: Day
    due: Day
    status: str
    at: Link | None
    history: tuple[StepView, ...]
    sources: Sources


def speaker_views(record: Record, citations: Citations) -> tuple[SpeakerView, ...]:
    """The speakers of ``record``, those who say most first; words without a named speaker come last."""
    grouped: dict[str | None, list[Statement]] = {}
    for statement in chronological(record.statements):
        if isinstance(statement, Statement):
            grouped.setdefault(statement.speaker, []).append(statement)
    ordered = sorted(grouped, key=lambda s: (s is None, -len(grouped[s]), record.name_of(s), s or ""))
    return tuple(_speaker(record, citations, speaker, grouped[speaker]) for speaker in ordered)


def commitment_views(record: Record, citations: Citations) -> tuple[CommitmentView, ...]:
    """The commitments of ``record`` by day."""
    found = (c for c in chronological(record.commitments) if isinstance(c, Commitment))
    return tuple(_commitment(record, citations, commitment) for commitment in found)


def _speaker(record: Record, citations: Citations, speaker: str | None, statements: Sequence[Statement]) -> SpeakerView:
    party = next((record.name_of(actor.party) for actor in record.actors if actor.id == speaker), "")
    utterances = tuple(
        tuple(_said(record, citations, statement) for statement in group) for group in _together(statements)
    )
    return SpeakerView(record.name_of(speaker) or "Speaker not stated", party, len(statements), utterances)


def _together(statements: Iterable[Statement]) -> tuple[tuple[Statement, ...], ...]:
    groups: dict[str, list[Statement]] = {}
    for statement in statements:
        groups.setdefault(statement.same_as or statement.id, []).append(statement)
    return tuple(map(tuple, groups.values()))


def _said(record: Record, citations: Citations, statement: Statement) -> SaidView:
    return SaidView(
        id=statement.id,
        words=quoted(statement),
        manner=statement.kind.value,
        day=day_of(statement.when, short=True),
        to=record.name_of(statement.addressee),
        doubtful=statement.doubtful,
        at=_at(record, statement.meeting),
        source=citations.sources[statement.article],
        sources=citations.of(statement.evidence),
    )


def _at(record: Record, meeting: str | None) -> Link | None:
    found = record[meeting] if meeting else None
    return Link(found.id, title_of(record, found)) if isinstance(found, Meeting) else None


def _step(citations: Citations, step: Step) -> StepView:
    return StepView(
        status=plain(step.status.value),
        day=day_of(step.when, short=True),
        due=day_of(step.due, short=True) if step.due else None,
        sources=citations.of(step.evidence),
    )


def _commitment(record: Record, citations: Citations, commitment: Commitment) -> CommitmentView:
    return CommitmentView(
        id=commitment.id,
        by=names(record, commitment.by) or "not stated",
        to=names(record, commitment.to),
        what=commitment.what,
        made=day_of(commitment.when, short=True),
        due=day_of(commitment.due, short=True),
        status=plain(commitment.status.value),
        at=_at(record, commitment.meeting),
        history=tuple(_step(citations, step) for step in commitment.history) if commitment.history[1:] else (),
        sources=citations.of(commitment.evidence),
    )
