"""Which reports are alike enough to be of one meeting: only those are compared that may be.

Two reports are compared where they share a pair of parties and lie near each other in time, or where nothing tells
when one of them was.  Reports are put into blocks by pair and stretch of time; of a block that is known only what came
to it is compared.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, product
from typing import TypeAlias

from rapporteur.record.meetings.likeness import compare, reach
from rapporteur.record.meetings.report import MeetingReport
from rapporteur.record.memory import Memory

SLICE = 64
"""Days of a stretch of time; reports are compared that both reach into one."""
Pair: TypeAlias = tuple[str, str]
_Key: TypeAlias = tuple[Pair, int | None]
"""A pair of parties and the number of a stretch of time; without a number, all reports of the pair."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two reports, in canonical order, that alone show that they are of one meeting, and how alike they are."""

    one: MeetingReport
    two: MeetingReport
    score: float


@dataclass(frozen=True, slots=True)
class _Block:
    members: tuple[MeetingReport, ...]
    links: tuple[Link, ...] = ()


class Candidates:
    """The links among reports, kept block by block from one time to the next."""

    def __init__(self) -> None:
        self._blocks: dict[_Key, _Block] = {}

    def links(self, reports: Sequence[MeetingReport], memory: Memory) -> list[Link]:
        """The links among ``reports``, which are in canonical order."""
        stretches = dict(zip(map(id, reports), memory.each("stretches", reports, _stretch), strict=True))
        members: dict[_Key, list[MeetingReport]] = defaultdict(list)
        boundless = {pair for report in reports if stretches[id(report)] is None for pair in report.pairs}
        for report, keys in zip(reports, memory.each("blocks of reports", reports, _keys), strict=True):
            for key in keys:
                members[key].append(report)
        for report in reports:
            for pair in report.pairs if boundless else ():
                if pair in boundless:
                    members[pair, None].append(report)
        self._blocks = {key: self._block(key, held, stretches) for key, held in members.items() if len(held) > 1}
        return [link for block in self._blocks.values() for link in block.links]

    def _block(
        self, key: _Key, members: Sequence[MeetingReport], stretches: dict[int, tuple[int, int] | None]
    ) -> _Block:
        known = self._blocks.get(key, _Block(()))
        if len(known.members) == len(members) and all(map(_is_same, known.members, members)):
            return known
        before, now = set(map(id, known.members)), set(map(id, members))
        kept = (link for link in known.links if id(link.one) in now and id(link.two) in now)
        fresh = (
            link
            for one, two in _pairs(members, before)
            if one.article.id != two.article.id and _belongs(key, one, two, stretches) and (link := _link(one, two))
        )
        return _Block(tuple(members), tuple(chain(kept, fresh)))


def _is_same(one: MeetingReport, two: MeetingReport) -> bool:
    return one is two


def _pairs(members: Sequence[MeetingReport], known: set[int]) -> Iterator[tuple[MeetingReport, MeetingReport]]:
    """Every two of a block, in order, that were not in it together before."""
    if not known:
        yield from combinations(members, 2)
        return
    for at, report in enumerate(members):
        if id(report) not in known:
            yield from ((other, report) for other in members[:at])
            yield from ((report, other) for other in members[at + 1 :] if id(other) in known)


def _belongs(key: _Key, one: MeetingReport, two: MeetingReport, stretches: dict[int, tuple[int, int] | None]) -> bool:
    """Whether this block, of all that hold the two, is the one in which they are compared."""
    pair, part = key
    if pair != min(set(one.pairs) & set(two.pairs)):
        return False
    a, b = stretches[id(one)], stretches[id(two)]
    return (max(a[0], b[0]) if a and b else None) == part


def _link(one: MeetingReport, two: MeetingReport) -> Link | None:
    likeness = compare(one, two)
    return Link(one, two, likeness.score) if likeness.enough else None


def _stretch(report: MeetingReport) -> tuple[int, int] | None:
    """The first and the last stretch of time into which a report reaches; ``None`` where nothing bounds it."""
    days = reach(report)
    return (_number(days[0]), _number(days[1])) if days else None


def _keys(report: MeetingReport) -> tuple[_Key, ...]:
    """The blocks into which a report belongs that has bounds."""
    stretch = _stretch(report)
    return tuple(product(report.pairs, range(stretch[0], stretch[1] + 1))) if stretch else ()


def _number(day: dt.date) -> int:
    return day.toordinal() // SLICE


__all__ = ["Candidates", "Link"]
