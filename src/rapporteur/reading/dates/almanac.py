"""The calendar as time rules walk it: stretches of days with their TIMEX3 value, and plain date arithmetic.

Arithmetic that would leave the years 1 to 9999 stays at their edge.
"""

from __future__ import annotations

import calendar as months
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from rapporteur.reference import load

UNKNOWN_DAY = "XXXX-XX-XX"
"""The TIMEX3 value of a day of which nothing is known."""

Ends = tuple[dt.date | None, dt.date | None]


@dataclass(frozen=True, slots=True)
class Reach:
    """A TIMEX3 value, with X for what is unknown in it, and the first and last day it may mean."""

    value: str
    low: dt.date | None = None
    high: dt.date | None = None

    @property
    def day(self) -> dt.date | None:
        """The day, if there is only one."""
        return self.low if self.low == self.high else None

    def moved(self, move: Callable[[dt.date], Ends], value: str) -> Reach:
        """The stretch from where `move` takes the first day to where it takes the last."""
        low = move(self.low)[0] if self.low else None
        high = move(self.high)[1] if self.high else None
        return Reach(value, low, high)

    def valued(self) -> Reach:
        """The same days; the value is the day, if there is only one."""
        return replace(self, value=self.day.isoformat()) if self.day else self


def plus(day: dt.date, days: int) -> dt.date:
    """`days` later."""
    return dt.date.fromordinal(min(max(day.toordinal() + days, 1), dt.date.max.toordinal()))


def the_date(year: int, month: int, day: int) -> dt.date | None:
    """That day, if the calendar has it."""
    if not dt.MINYEAR <= year <= dt.MAXYEAR or not 1 <= month <= 12:
        return None
    return dt.date(year, month, day) if 1 <= day <= months.monthrange(year, month)[1] else None


def month_of_year(year: int, month: int) -> tuple[dt.date, dt.date]:
    """The first and last day of a month; months beyond 12 and below 1 are those of other years."""
    index = min(max(year * 12 + month - 1, 12), dt.MAXYEAR * 12 + 11)
    year, month = index // 12, index % 12 + 1
    return dt.date(year, month, 1), dt.date(year, month, months.monthrange(year, month)[1])


def years(first: int, last: int) -> tuple[dt.date, dt.date]:
    """The first and last day of some years."""
    return month_of_year(first, 1)[0], month_of_year(last, 12)[1]


def months_later(day: dt.date, count: int) -> dt.date:
    """`count` months later, on the same day of the month or its last."""
    first, last = month_of_year(day.year, day.month + count)
    return min(plus(first, day.day - 1), last)


def monday(day: dt.date) -> dt.date:
    """The Monday of the ISO week."""
    return plus(day, -day.weekday())


def week_name(day: dt.date) -> str:
    """The ISO week, as TIMEX3 writes it."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def season_of_year(year: int, name: str) -> tuple[dt.date, dt.date]:
    """The first and last day that a season may have; winter is the one that begins in `year`."""
    entry = load("calendar")["seasons"][name]
    first, last = (tuple(int(part) for part in entry[end].split("-")) for end in ("first", "last"))
    year = min(max(year, dt.MINYEAR), dt.MAXYEAR - 1)
    return dt.date(year, first[0], first[1]), dt.date(year + (last < first), last[0], last[1])


def season_code(name: str) -> str:
    """The TIMEX3 code of a season."""
    code: str = load("calendar")["seasons"][name]["code"]
    return code


def anniversary(day: dt.date, month_day: str, step: int = 1) -> dt.date | None:
    """The first day with this month and day (``MM-DD``) on or after `day`, or on or before it if `step` is -1."""
    month, number = (int(part) for part in month_day.split("-"))
    for far in range(9):  # a 29 February can be eight years away
        found = the_date(day.year + step * far, month, number)
        if found and (found - day).days * step >= 0:
            return found
    return None
