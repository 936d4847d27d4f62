"""How a party's stance on an issue changes: repeated, hardened, softened, given up, reversed."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from rapporteur.reading.claims import Stance
from rapporteur.record.memory import Memory
from rapporteur.record.model import Position, Turn

_ASKING: Mapping[Stance, int] = {Stance.PROPOSES: 1, Stance.DEMANDS: 2, Stance.PRECONDITION: 3}
"""How hard a party asks for something."""
_GIVING: Mapping[Stance, int] = {Stance.SUPPORTS: 1, Stance.OFFERS: 2}
_AGAINST = frozenset({Stance.REFUSES, Stance.REJECTS})


def with_turns(positions: Sequence[Position], memory: Memory | None = None) -> tuple[Position, ...]:
    """``positions``, in their order, each with what it is beside the last of its party on its issue on an earlier day.

    One of which no earlier day is sure, and a warning, has no turn: the order would be a guess.
    """
    memory = memory or Memory()
    held: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for position in positions:
        held[position.party, position.issue].append(position)
    turned = {
        position.id: position
        for group in held.values()
        for position in memory.once("turns", group, partial(_turned, group))
    }
    return tuple(turned[position.id] for position in positions)


def _turned(positions: Sequence[Position]) -> tuple[Position, ...]:
    """What one party holds on one issue."""
    found: list[Position] = []
    before: list[Position] = []
    for position in sorted(
        positions, key=lambda p: (p.when.earliest or dt.date.max, p.when.latest or dt.date.max, p.id)
    ):
        earlier = [one for one in before if _is_before(one, position)]
        turn = _turn(earlier[-1].stance, position.stance) if earlier else None
        found.append(position if position.turn is turn else replace(position, turn=turn))
        if position.stance is not Stance.WARNS:
            before.append(position)
    return tuple(found)


def _is_before(one: Position, other: Position) -> bool:
    return bool(one.when.latest and other.when.earliest and one.when.latest < other.when.earliest)


def _turn(before: Stance, now: Stance) -> Turn | None:
    if now is Stance.WARNS:
        return None
    if before == now or {before, now} <= _AGAINST:
        return Turn.REPEATED
    if before in _AGAINST:
        return Turn.GIVEN_UP
    if now in _AGAINST:
        return Turn.REVERSED
    if before in _ASKING and now in _ASKING:
        return Turn.HARDENED if _ASKING[now] > _ASKING[before] else Turn.SOFTENED
    if before in _GIVING and now in _GIVING:
        return Turn.REPEATED
    return Turn.SOFTENED if before in _ASKING else Turn.HARDENED


__all__ = ["with_turns"]
