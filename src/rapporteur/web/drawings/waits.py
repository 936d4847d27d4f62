"""What parties wait for, and in which order and on which side that is drawn so that lines cross little."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import fmean

from rapporteur.record.grouping import connected

_ROUNDS = 12
"""After so many rounds what belongs together lies about as near to each other as it can."""
_FORWARD = 0.4
"""How much a line from left to right is worth beside one that leads across at all."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Something that parties wait for and others hold up.

    ``point`` tells where to read of it, ``what`` is its name, ``waiting`` and ``holding`` are ids of parties;
    ``in_turn`` if those who hold it up only wait for something else.
    """

    point: str
    what: str
    waiting: tuple[str, ...]
    holding: tuple[str, ...]
    in_turn: bool = False

    @property
    def parties(self) -> tuple[str, ...]:
        """All who have to do with it."""
        return tuple(dict.fromkeys((*self.waiting, *self.holding)))


def on_the_right(waits: Sequence[Wait]) -> frozenset[str]:
    """The parties that lie on the right: so that most lines lead across, and rather to the right than back."""
    counts = Counter(party for wait in waits for party in wait.parties)
    side: dict[str, bool] = {}
    for party, _ in counts.most_common():
        side[party] = sum(_gain(wait, party, side) for wait in waits if party in wait.parties) > 0
    return frozenset(party for party, right in side.items() if right)


def _gain(wait: Wait, party: str, side: Mapping[str, bool]) -> float:
    """By how much the lines of a wait are better if a party lies on the right than if it lies on the left."""
    others = [side[other] for other in wait.parties if other != party and other in side]
    across = sum(-1 if right else 1 for right in others)
    return across + _FORWARD * ((party in wait.holding) - (party in wait.waiting))


def from_top(waits: Sequence[Wait]) -> list[int]:
    """The places in ``waits`` in the order from top to bottom: near to each other what has parties in common."""
    numbers = range(len(waits))
    pairs = [(a, b) for a, b in combinations(numbers, 2) if not {*waits[a].parties}.isdisjoint(waits[b].parties)]
    order = [number for group in connected(numbers, pairs) for number in group]
    for _ in range(_ROUNDS):
        at = {number: float(place) for place, number in enumerate(order)}
        middle = middles(waits, at)
        order.sort(key=lambda number: (fmean(middle[party] for party in waits[number].parties), at[number]))
    return _nearer(waits, order)


def _nearer(waits: Sequence[Wait], order: Sequence[int]) -> list[int]:
    """An order after swaps of neighbours, as long as one brings nearer to each other what parties have to do with."""
    best, least = list(order), _spread(waits, order)
    for _ in order:
        for at in range(len(best) - 1):
            tried = [*best[:at], best[at + 1], best[at], *best[at + 2 :]]
            if (spread := _spread(waits, tried)) < least:
                best, least = tried, spread
    return best


def _spread(waits: Sequence[Wait], order: Sequence[int]) -> int:
    """How far each party's first and last lie from each other, all added up."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, number in enumerate(order):
        for party in waits[number].parties:
            places[party].append(place)
    return sum(found[-1] - found[0] for found in places.values())


def middles(waits: Sequence[Wait], at: Mapping[int, float]) -> dict[str, float]:
    """For each party the middle of where that lies with which it has to do.

    Args:
        waits: what is waited for.
        at: where each lies, by its place in ``waits``.
    """
    places: dict[str, list[float]] = defaultdict(list)
    for number, wait in enumerate(waits):
        for party in wait.parties:
            places[party].append(at[number])
    return {party: fmean(found) for party, found in places.items()}


__all__ = ["Wait", "from_top", "middles", "on_the_right"]
