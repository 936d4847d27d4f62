"""Sticking points as ways from one party to another: who waits for what, and who holds it up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapporteur.record.blocking import ASKING, REFUSING, Ring, rings
from rapporteur.record.model import Entries, Position, StickingPoint
from rapporteur.record.topics import state_names


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What some parties wait for and others hold up: by refusing it or, if ``in_turn``, by a condition of their own.

    ``point`` and ``issue`` are ids, ``waiting`` and ``holding`` those of parties.
    """

    point: str
    issue: str
    waiting: tuple[str, ...]
    holding: tuple[str, ...]
    in_turn: bool = False


def obstacles(entries: Entries) -> Mapping[str, tuple[Obstacle, ...]]:
    """What is in the way, by the id of each sticking point: one obstacle, or as many as a ring has conditions."""
    by_id = {position.id: position for position in entries.positions}
    held = {point.id: [by_id[name] for name in point.positions if name in by_id] for point in entries.sticking_points}
    in_rings = {name for name, positions in held.items() if not _refusing(positions)}
    closed = _rings(entries, [position for name in in_rings for position in held[name]])
    return {
        point.id: _of_ring(point.id, closed.get(frozenset(point.positions), ()))
        if point.id in in_rings
        else (_of_clash(point, held[point.id]),)
        for point in entries.sticking_points
    }


def _of_clash(point: StickingPoint, held: Sequence[Position]) -> Obstacle:
    return Obstacle(point.id, point.issue, _parties(p for p in held if p.stance in ASKING), _parties(_refusing(held)))


def _of_ring(point: str, ring: Ring) -> tuple[Obstacle, ...]:
    """What each condition waits for; the next one in the ring holds it up."""
    after = ring[1:] + ring[:1]
    return tuple(
        Obstacle(point, wait.first, (wait.position.party,), (then.position.party,), in_turn=True)
        for wait, then in zip(ring, after, strict=True)
    )


def _rings(entries: Entries, conditions: Iterable[Position]) -> Mapping[frozenset[str], Ring]:
    """The rings of conditions, by the ids of their positions."""
    own = list(dict.fromkeys(conditions))
    found = rings(own, entries.issues, state_names(entries.actors)) if own else ()
    return {frozenset(wait.position.id for wait in ring): ring for ring in found}


def _refusing(held: Sequence[Position]) -> list[Position]:
    return [position for position in held if position.stance in REFUSING]


def _parties(positions: Iterable[Position]) -> tuple[str, ...]:
    return tuple(sorted({position.party for position in positions}))


__all__ = ["Obstacle", "obstacles"]
