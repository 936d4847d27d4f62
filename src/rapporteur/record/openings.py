"""What would open a sticking point: the smallest sets of moves, by each of which a party gives up what it holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from rapporteur.reading.claims import Stance
from rapporteur.record.blocking import ASKING, REFUSING, Refusal, Ring
from rapporteur.record.model import Act, Move, Position

_MOST = 4
"""Moves of a set: what needs more is no opening that anybody could bring about."""

Block = frozenset[Move]
"""The moves any one of which removes one obstacle."""


class Moves:
    """What each party can give up, from all positions that stand."""

    def __init__(self, held: Sequence[Position]) -> None:
        self._sides: dict[tuple[str, str, bool], list[Position]] = defaultdict(list)
        for position in held:
            if position.stance in REFUSING or position.stance in ASKING:
                self._sides[position.party, position.issue, position.stance in REFUSING].append(position)

    def of(self, position: Position) -> Move:
        """What a party does that gives up a position, with all that it holds in the same sense on that issue."""
        refusing = position.stance in REFUSING
        same = self._sides[position.party, position.issue, refusing]
        asks_first = any(other.stance is Stance.PRECONDITION for other in same)
        act = Act.ACCEPTS if refusing else Act.DROPS_CONDITION if asks_first else Act.DROPS_DEMAND
        return Move(position.party, act, position.issue, tuple(sorted(other.id for other in same)))

    def block_of_refusal(self, refusal: Refusal) -> Block:
        """What is asked and refused: that the one gives it up, or that the other accepts it."""
        return frozenset(self.of(position) for position in (refusal.asked, refusal.refused))

    def block_of_ring(self, ring: Ring) -> Block:
        """A ring: that somebody gives up a condition."""
        return frozenset(self.of(wait.position) for wait in ring)


def openings(blocks: Iterable[Block]) -> tuple[tuple[Move, ...], ...]:
    """The sets of moves that remove every obstacle and of which none can be left out, the smallest first.

    These are the minimal hitting sets of ``blocks`` among the sets of up to four moves; none where more are needed.
    """
    every = set(blocks)
    if not every or _need(every) > _MOST:
        return ()
    moves = sorted({move for block in every for move in block})
    masks = [sum(1 << at for at, move in enumerate(moves) if move in block) for block in every]
    found: list[int] = []
    for size in range(1, _MOST + 1):
        for places in combinations(range(len(moves)), size):
            chosen = sum(1 << at for at in places)
            if all(chosen & mask for mask in masks) and not any(smaller & chosen == smaller for smaller in found):
                found.append(chosen)
    return tuple(tuple(move for at, move in enumerate(moves) if chosen >> at & 1) for chosen in found)


def _need(blocks: Iterable[Block]) -> int:
    """How many moves it takes at the least: one for each of some obstacles that share no move."""
    met: set[Move] = set()
    count = 0
    for block in sorted(blocks, key=lambda block: (len(block), sorted(block))):
        if not block & met:
            met |= block
            count += 1
    return count


__all__ = ["Block", "Moves", "openings"]
