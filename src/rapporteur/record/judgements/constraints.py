"""Groups as people want them: what must be one, and what must not."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from rapporteur.record.grouping import connected

Item = TypeVar("Item", bound=Hashable)


@dataclass(frozen=True)
class Constraints(Generic[Item]):
    """Sets of items that are one thing each, and pairs of sets of which the one is not the other."""

    together: tuple[frozenset[Item], ...] = ()
    apart: tuple[tuple[frozenset[Item], frozenset[Item]], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.together or self.apart)


def constrained(groups: Sequence[Sequence[Item]], wanted: Constraints[Item]) -> list[list[Item]]:
    """``groups``, joined and parted as ``wanted``; groups and their members keep their order.

    What must be apart is parted even where it must be together. What is parted from a group takes along all that must
    be together with it, unless that would take what it is parted from.
    """
    if not wanted:
        return [list(group) for group in groups]
    items = [item for group in groups for item in group]
    known = set(items)
    links = [pair for group in groups for pair in _chain(list(group))]
    links += [pair for held in wanted.together for pair in _chain([item for item in items if item in held])]
    found = connected(items, [pair for pair in links if known.issuperset(pair)])
    for one, other in wanted.apart:
        found = [part for group in found for part in _parted(group, one, other, wanted.together)]
    return found


def _chain(members: Sequence[Item]) -> list[tuple[Item, Item]]:
    return [(members[0], member) for member in members[1:]]


def _parted(
    group: list[Item], one: frozenset[Item], other: frozenset[Item], together: Sequence[frozenset[Item]]
) -> list[list[Item]]:
    """A group, or two where it holds both of what must be apart; the second holds ``other``."""
    leaving = other - one
    if not one & set(group) or not leaving & set(group):
        return [group]
    along = leaving
    for held in together:
        if held & leaving and not held & one:
            along |= held
    return [[item for item in group if item not in along], [item for item in group if item in along]]


__all__ = ["Constraints", "constrained"]
