"""Steps of time rules that count in units: last week, this month, two years ago, the past three days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from rapporteur.reading.dates.almanac import (
    UNKNOWN_DAY,
    Ends,
    Reach,
    monday,
    month_of_year,
    months_later,
    plus,
    week_name,
    years,
)
from rapporteur.reading.dates.parts import Published


@dataclass(frozen=True, slots=True)
class Unit:
    """A calendar unit: its first and last day and its value, `count` units from a day; and its value if unknown."""

    ends: Callable[[dt.date, int], Ends]
    named: Callable[[dt.date, int], str]
    unknown: str


def _week(day: dt.date, count: int) -> Ends:
    """A week from Sunday or from Monday; on a Sunday a new one may have begun."""
    first = plus(monday(day), 7 * count)
    return (plus(first, -1), plus(first, 6)) if day.isoweekday() < 7 else (first, plus(first, 13))


def _weekend(day: dt.date, count: int) -> Ends:
    """A weekend with its Friday; before Thursday, "this weekend" may be the one before."""
    saturday = plus(monday(day), 5 + 7 * count)
    return plus(saturday, -8 if count <= 0 and day.isoweekday() < 5 else -1), plus(saturday, 2)


def _quarter(day: dt.date, count: int) -> Ends:
    first = (day.month - 1) // 3 * 3 + 1 + 3 * count
    return month_of_year(day.year, first)[0], month_of_year(day.year, first + 2)[1]


def _shifted(day: dt.date, count: int) -> dt.date:
    return month_of_year(day.year, day.month + count)[0]


def _rounded(day: dt.date, count: int, size: int) -> Ends:
    """A decade or a century, with the round year that ends it."""
    first = max(1, day.year // size * size + size * count)
    return years(first, first + size - (size == 10))


UNITS: Mapping[str, Unit] = MappingProxyType(
    {
        "century": Unit(
            lambda day, count: _rounded(day, count, 100),
            lambda day, count: f"{_shifted(day, 1200 * count).year // 100:02d}",
            "XX",
        ),
        "day": Unit(
            lambda day, count: (plus(day, count), plus(day, count)),
            lambda day, count: plus(day, count).isoformat(),
            UNKNOWN_DAY,
        ),
        "decade": Unit(
            lambda day, count: _rounded(day, count, 10),
            lambda day, count: f"{_shifted(day, 120 * count).year // 10:03d}",
            "XXX",
        ),
        "month": Unit(
            lambda day, count: month_of_year(day.year, day.month + count),
            lambda day, count: _shifted(day, count).isoformat()[:7],
            "XXXX-XX",
        ),
        "quarter": Unit(
            _quarter,
            lambda day, count: f"{_shifted(day, 3 * count).year:04d}-Q{(_shifted(day, 3 * count).month + 2) // 3}",
            "XXXX-QX",
        ),
        "week": Unit(
            _week,
            lambda day, count: week_name(plus(day, 7 * count + (day.isoweekday() == 7))),
            "XXXX-WXX",
        ),
        "weekend": Unit(
            _weekend,
            lambda day, count: f"{week_name(plus(day, 7 * count))}-WE",
            "XXXX-WXX-WE",
        ),
        "year": Unit(
            lambda day, count: years(day.year + count, day.year + count),
            lambda day, count: f"{_shifted(day, 12 * count).year:04d}",
            "XXXX",
        ),
    }
)
"""The calendar units by name."""

_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_SLACK = {"week": 2, "month": 16, "quarter": 50, "year": 185, "decade": 800, "century": 6000}
"""Days by which "one ... ago" may miss, by its unit."""


def calendar(at: Reach, number: int, text: str, _published: Published) -> Reach:
    """The calendar unit `text` that is `number` units from the present one: last week, this month, next year."""
    unit = UNITS[text]
    moved = at.moved(lambda day: unit.ends(day, number), unit.unknown)
    if at.low and at.high and unit.named(at.low, number) == unit.named(at.high, number):
        return replace(moved, value=unit.named(at.low, number))
    return moved


def holding(at: Reach, _number: int, text: str, published: Published) -> Reach:
    """The calendar unit that holds the days so far: "that week"."""
    return calendar(at, 0, text, published)


def distance(at: Reach, number: int, text: str, _published: Published) -> Reach:
    """About `number` units away: "two weeks ago", "in three months". Days up to three are exact."""
    unit = UNITS[text if text in ("day", "week", "month") else "year"]
    moved = at.moved(lambda day: _around(day, number, text), unit.unknown)
    named = {unit.named(_away(day, number, text), 0) for day in (at.low, at.high) if day}
    return replace(moved, value=named.pop()) if at.low and at.high and len(named) == 1 else moved


def _away(day: dt.date, number: int, unit: str) -> dt.date:
    """`number` units from `day`, to the day."""
    if unit in _MONTHS_IN:
        return months_later(day, number * _MONTHS_IN[unit])
    return plus(day, number * (7 if unit == "week" else 1))


def _around(day: dt.date, number: int, unit: str) -> Ends:
    """The first and last day that people may mean by so many units from `day`: the more units, the vaguer."""
    middle = _away(day, number, unit)
    slack = _SLACK.get(unit, 0) + (abs(number) // 4 * (7 if unit == "week" else 1) if unit in ("day", "week") else 0)
    low, high = plus(middle, -slack), plus(middle, slack)
    first, last = UNITS[unit].ends(middle, 0) if unit in ("week", "month", "year") else (low, high)
    return min(low, first or low), max(high, last or high)


def span(at: Reach, number: int, text: str, published: Published) -> Reach:
    """All days from here to `number` units away: "the past three days", "over the next two weeks"."""
    end = distance(at, number, text, published)
    return replace(end, high=at.high) if number < 0 else replace(end, low=at.low)
