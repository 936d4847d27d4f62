"""Several sticking points at once: the fewest moves that would open all of those that hang together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, product
from math import prod

from rapporteur.record.grouping import connected
from rapporteur.record.model import Move, StickingPoint

_MOST = 100_000
"""Combinations of openings that are weighed; a knot of more is not untied by counting moves."""


@dataclass(frozen=True, slots=True)
class Knot:
    """Sticking points that share a party, and the smallest sets of moves that would open them all."""

    points: tuple[str, ...]
    openings: tuple[tuple[Move, ...], ...]


def knots(points: Sequence[StickingPoint]) -> tuple[Knot, ...]:
    """The sticking points that hang together by the moves that would open them, in groups of two and more."""
    by_id = {point.id: point for point in points}
    moves = {point.id: _moves(point) for point in points}
    pairs = [(one, two) for one, two in combinations(moves, 2) if not moves[one].isdisjoint(moves[two])]
    groups = [group for group in connected(by_id, pairs) if len(group) > 1]
    return tuple(Knot(tuple(group), _smallest([by_id[name] for name in group])) for group in groups)


def _moves(point: StickingPoint) -> set[Move]:
    return {move for moves in point.openings for move in moves}


def _smallest(points: Sequence[StickingPoint]) -> tuple[tuple[Move, ...], ...]:
    if prod(len(point.openings) for point in points) > _MOST:
        return ()
    whole = {frozenset(move for moves in chosen for move in moves) for chosen in product(*(p.openings for p in points))}
    fewest = min(map(len, whole), default=0)
    return tuple(sorted(tuple(sorted(moves)) for moves in whole if len(moves) == fewest))
