"""Positions as a party × issue table, and the sticking points that they make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rapporteur.analysis.knots import knots
from rapporteur.analysis.positions import matrix
from rapporteur.analysis.timeline import chronological
from rapporteur.export.labels import knot_label, moves_label, reason_label, subject_label
from rapporteur.export.sections.citations import Citations, Sources
from rapporteur.export.sections.words import Day, day_of
from rapporteur.reading.claims import Stance
from rapporteur.record.model import Position, StickingPoint
from rapporteur.record.record import Record

STANCES: Mapping[Stance, tuple[str, str]] = {
    Stance.DEMANDS: ("!", "asks"),
    Stance.PRECONDITION: ("⇒", "asks"),
    Stance.REJECTS: ("×", "against"),
    Stance.REFUSES: ("−", "against"),
    Stance.SUPPORTS: ("+", "for"),
    Stance.OFFERS: ("→", "for"),
    Stance.PROPOSES: ("○", "proposes"),
    Stance.WARNS: ("△", "warns"),
}
"""The sign of a stance and the tone that colours it: what it is must be clear without colour."""


@dataclass(frozen=True, slots=True)
class StanceView:
    """One position in a cell."""

    id: str
    stance: str
    sign: str
    tone: str
    day: Day
    turn: str
    text: str
    speaker: str
    requires: str
    blocks: str
    sources: Sources


@dataclass(frozen=True, slots=True)
class IssueView:
    """A row: the issue, its other wordings, and a cell for each party."""

    id: str
    name: str
    also: str
    cells: tuple[tuple[StanceView, ...], ...]


@dataclass(frozen=True, slots=True)
class MatrixView:
    """The table."""

    parties: tuple[str, ...]
    rows: tuple[IssueView, ...]


@dataclass(frozen=True, slots=True)
class PartyStances:
    """What one party holds."""

    party: str
    stances: tuple[StanceView, ...]


@dataclass(frozen=True, slots=True)
class StickingView:
    """What blocks what, with the positions of each party side by side."""

    id: str
    issue: str
    why: str
    opens: tuple[str, ...]
    sides: tuple[PartyStances, ...]


@dataclass(frozen=True, slots=True)
class KnotView:
    """Sticking points that hang together, each with its id and subject, and what would open all of them."""

    points: tuple[tuple[str, str], ...]
    opens: str


def matrix_view(record: Record, citations: Citations) -> MatrixView:
    """The positions of ``record`` as a table."""
    table = matrix(record.positions, record.issues)
    rows = tuple(
        IssueView(
            row.issue.id,
            row.issue.name,
            "; ".join(alias for alias in row.issue.aliases if alias != row.issue.name),
            tuple(tuple(_stance(record, citations, position) for position in cell) for cell in row.cells),
        )
        for row in table.rows
    )
    return MatrixView(tuple(record.name_of(party) for party in table.parties), rows)


def sticking_views(record: Record, citations: Citations) -> tuple[StickingView, ...]:
    """The sticking points of ``record``, by id."""
    return tuple(_sticking(record, citations, point) for point in record.sticking_points)


def knot_views(record: Record) -> tuple[KnotView, ...]:
    """The sticking points that hang together."""
    points = {point.id: subject_label(record, point) for point in record.sticking_points}
    return tuple(
        KnotView(tuple((name, points[name]) for name in knot.points), knot_label(record, knot))
        for knot in knots(record.sticking_points)
    )


def _stance(record: Record, citations: Citations, position: Position) -> StanceView:
    sign, tone = STANCES[position.stance]
    return StanceView(
        id=position.id,
        stance=position.stance.value,
        sign=sign,
        tone=tone,
        day=day_of(position.when, short=True),
        turn=position.turn.value if position.turn else "",
        text=position.text,
        speaker=record.name_of(position.speaker),
        requires=position.requires or "",
        blocks=position.blocks or "",
        sources=citations.of(position.evidence),
    )


def _sticking(record: Record, citations: Citations, point: StickingPoint) -> StickingView:
    found = [p for p in chronological(record.positions) if isinstance(p, Position) and p.id in point.positions]
    parties = dict.fromkeys((*point.parties, *(position.party for position in found)))
    sides = tuple(
        PartyStances(record.name_of(party), tuple(_stance(record, citations, p) for p in found if p.party == party))
        for party in parties
    )
    opens = tuple(moves_label(record, moves, point.issue) for moves in point.openings)
    return StickingView(point.id, subject_label(record, point), reason_label(record, point), opens, sides)
