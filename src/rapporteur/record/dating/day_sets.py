"""Sets of days, as bits: what is left of a publication day when every piece of evidence has been heard."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from rapporteur.when import When

_FIRST = dt.date(1760, 1, 1).toordinal()
_LAST = dt.date(2239, 12, 31).toordinal()
_EDGE = 40 * 366
"""Days at either end that stand for all time before and after: what recurs with the calendar recurs within them."""
_ALL = (1 << (_LAST - _FIRST + 1)) - 1


@dataclass(frozen=True, slots=True)
class DaySet:
    """Some days of 1760 to 2239. Of articles from its first and last forty years nothing can be concluded."""

    bits: int = _ALL

    def __bool__(self) -> bool:
        return self.bits != 0

    def __repr__(self) -> str:
        return f"<{len(self)} days from {self.first} to {self.last}>"

    def __and__(self, other: DaySet) -> DaySet:
        return DaySet(self.bits & other.bits)

    def __or__(self, other: DaySet) -> DaySet:
        return DaySet(self.bits | other.bits)

    def without(self, other: DaySet) -> DaySet:
        """The days that are not in `other`."""
        return DaySet(self.bits & ~other.bits)

    def __contains__(self, day: dt.date) -> bool:
        at = day.toordinal() - _FIRST
        return at >= 0 and bool(self.bits >> at & 1)

    def __len__(self) -> int:
        return self.bits.bit_count()

    def __iter__(self) -> Iterator[dt.date]:
        bits = self.bits
        while bits:
            at = (bits & -bits).bit_length() - 1
            yield dt.date.fromordinal(_FIRST + at)
            bits &= bits - 1

    @property
    def is_all(self) -> bool:
        """Whether no day is excluded."""
        return self.bits == _ALL

    @property
    def first(self) -> dt.date | None:
        """The first day, or ``None`` if the set is empty or reaches back as far as sets do."""
        at = (self.bits & -self.bits).bit_length() - 1
        return dt.date.fromordinal(_FIRST + at) if at >= _EDGE else None

    @property
    def last(self) -> dt.date | None:
        """The last day, or ``None`` if the set is empty or goes on as far as sets do."""
        at = self.bits.bit_length() - 1
        return dt.date.fromordinal(_FIRST + at) if 0 <= at <= _LAST - _FIRST - _EDGE else None


ALL = DaySet()
"""Every day."""


def stretch(first: dt.date | None, last: dt.date | None) -> DaySet:
    """The days from `first` to `last`, both included; ``None`` leaves that side open."""
    low = max(first.toordinal() - _FIRST, 0) if first else 0
    high = min(last.toordinal() - _FIRST, _LAST - _FIRST) if last else _LAST - _FIRST
    return DaySet(((1 << (high + 1)) - 1) & ~((1 << low) - 1)) if low <= high else DaySet(0)


def in_year(year: int, month: int, day: int) -> dt.date:
    """A day of the calendar in a year; the last of its month where the year lacks it."""
    return dt.date(year, month, min(day, calendar.monthrange(year, month)[1]))


def of_when(when: When) -> DaySet:
    """The days that `when` allows."""
    return stretch(when.earliest, when.latest)


def of_days(days: Iterable[dt.date]) -> DaySet:
    """Just these days."""
    bits = bytearray((_LAST - _FIRST) // 8 + 1)
    for day in days:
        at = day.toordinal() - _FIRST
        if 0 <= at <= _LAST - _FIRST:
            bits[at // 8] |= 1 << at % 8
    return DaySet(int.from_bytes(bits, "little"))


def where(test: Callable[[dt.date], bool], first: dt.date, last: dt.date) -> DaySet:
    """The days from `first` to `last` that pass `test`."""
    return of_days(day for day in map(dt.date.fromordinal, range(first.toordinal(), last.toordinal() + 1)) if test(day))
