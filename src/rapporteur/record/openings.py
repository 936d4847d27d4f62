"""What would open a sticking point: the smallest sets of moves, by each of which a party gives up what it holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rapporteur.reading.claims import Stance
from rapporteur.record.blocking import ASKING, REFUSING, Clash, Ring
from rapporteur.record.model import Act, Move, Position

Block = frozenset[Move]
"""The moves any one of which removes one obstacle."""


class Moves:
    """What each party can give up, from all positions that stand."""

    def __init__(self, held: Sequence[Position]) -> None:
        self._sides: dict[tuple[str, str, bool], list[Position]] = defaultdict(list)
        self._moves: dict[tuple[str, str, bool], Move] = {}
        for position in held:
            if position.stance in REFUSING or position.stance in ASKING:
                self._sides[position.party, position.issue, position.stance in REFUSING].append(position)

    def of(self, position: Position) -> Move:
        """What a party does that gives up a position, with all that it holds in the same sense on that issue."""
        side = position.party, position.issue, position.stance in REFUSING
        if side not in self._moves:
            same = self._sides[side]
            asks_first = any(other.stance is Stance.PRECONDITION for other in same)
            act = Act.ACCEPTS if side[-1] else Act.DROPS_CONDITION if asks_first else Act.DROPS_DEMAND
            self._moves[side] = Move(position.party, act, position.issue, tuple(sorted(other.id for other in same)))
        return self._moves[side]

    def of_clash(self, clash: Clash) -> tuple[Block, Block]:
        """What is asked and refused on an issue: those by which it is given up, and those by which it is accepted."""
        return frozenset(map(self.of, clash.asked)), frozenset(map(self.of, clash.refused))

    def block_of_ring(self, ring: Ring) -> Block:
        """A ring: that somebody gives up a condition."""
        return frozenset(self.of(wait.position) for wait in ring)


def openings_of_clash(asking: Block, refusing: Block) -> tuple[tuple[Move, ...], ...]:
    """The sets of moves after which nothing that is asked is refused and of which none can be left out.

    Everybody who asks is refused by all others who refuse.  So, however many the parties are, there are only these
    sets: all who ask drop it; all who refuse accept; and, for a party that asks and refuses at once, all moves but its
    own two.  None is left out for its size; the smallest stand first.

    Args:
        asking: that a party gives up what it asks, for each that others refuse.
        refusing: that a party accepts, for each that others ask.
    """
    every = asking | refusing
    torn = {move.party for move in asking} & {move.party for move in refusing}
    opening = {asking, refusing, *(frozenset(move for move in every if move.party != party) for party in torn)}
    least = [chosen for chosen in opening if chosen and not any(other < chosen for other in opening)]
    return tuple(sorted((tuple(sorted(chosen)) for chosen in least), key=lambda moves: (len(moves), moves)))


def openings_of_ring(ring: Block) -> tuple[tuple[Move, ...], ...]:
    """The moves any one of which opens a ring."""
    return tuple((move,) for move in sorted(ring))


__all__ = ["Block", "Moves", "openings_of_clash", "openings_of_ring"]
