"""What would open a sticking point: the smallest sets of moves, by each of which a party gives up what it holds."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from rapporteur.reading.claims import Stance
from rapporteur.record.blocking import ASKING, REFUSING, Refusal, Ring
from rapporteur.record.model import Act, Move, Position

_MOST = 4
"""Moves of a set: what needs more is no opening that anybody could bring about."""

Block = frozenset[Move]
"""The moves any one of which removes one obstacle."""


def block_of_refusal(refusal: Refusal, held: Sequence[Position]) -> Block:
    """What is asked and refused: that the one gives it up, or that the other accepts it; ``held`` are all positions."""
    return frozenset(_move(position, held) for position in (refusal.asked, refusal.refused))


def block_of_ring(ring: Ring, held: Sequence[Position]) -> Block:
    """A ring: that somebody gives up a condition; ``held`` are all positions."""
    return frozenset(_move(wait.position, held) for wait in ring)


def openings(blocks: Sequence[Block]) -> tuple[tuple[Move, ...], ...]:
    """The sets of moves that remove every obstacle and of which none can be left out, the smallest first.

    These are the minimal hitting sets of ``blocks`` among the sets of up to four moves.
    """
    moves = sorted({move for block in blocks for move in block})
    found: list[frozenset[Move]] = []
    for size in range(1, _MOST + 1):
        for chosen in map(frozenset, combinations(moves, size)):
            if not any(smaller <= chosen for smaller in found) and all(chosen & block for block in blocks):
                found.append(chosen)
    return tuple(tuple(sorted(chosen)) for chosen in found)


def _move(position: Position, held: Sequence[Position]) -> Move:
    """What a party does that gives up a position, with all that it holds in the same sense on that issue."""
    refusing = position.stance in REFUSING
    same = [
        other
        for other in held
        if (other.party, other.issue) == (position.party, position.issue)
        and other.stance in (REFUSING if refusing else ASKING)
    ]
    asks_first = any(other.stance is Stance.PRECONDITION for other in same)
    act = Act.ACCEPTS if refusing else Act.DROPS_CONDITION if asks_first else Act.DROPS_DEMAND
    return Move(position.party, act, position.issue, tuple(sorted(other.id for other in same)))


__all__ = ["Block", "block_of_refusal", "block_of_ring", "openings"]
