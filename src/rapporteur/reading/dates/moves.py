"""Steps of time rules that go from a day to another one with a name: a weekday, a date, a month, a season.

A later first day never leads to an earlier one.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from rapporteur.reading.dates.almanac import (
    UNKNOWN_DAY,
    Ends,
    Reach,
    anniversary,
    monday,
    month_of_year,
    plus,
    season_code,
    season_of_year,
    the_date,
)
from rapporteur.reading.dates.parts import Published

_FAR, _SURELY_FAR = 245, 355
"""Days: a month-day that the tense puts farther away than this is read on the other side, where it is nearer."""
_ANNOUNCED = 270
"""Days: what is announced for a later day than this is given its year; without one, it may be the past day."""
_MONTHS_BACK, _MONTHS_AHEAD = 10, 8
"""Months: the same for the name of a month."""


def day(at: Reach, number: int, _text: str, _published: Published) -> Reach:
    """So many days on, exactly."""
    return at.moved(lambda d: (plus(d, number), plus(d, number)), UNKNOWN_DAY).valued()


def weekday(at: Reach, number: int, text: str, _published: Published) -> Reach:
    """The weekday `number`: ``past`` and ``future`` include the day itself, ``last`` and ``next`` do not.

    ``last`` and ``next`` allow for the two ways in which people count within a week; ``near`` allows for both sides,
    and its value is the later one. ``before`` and ``after`` are strict and exact.
    """

    def move(day: dt.date) -> Ends:
        return _weekdays(day, number, text)

    moved = at.moved(move, f"XXXX-WXX-{number}")
    return replace(moved, value=moved.high.isoformat()) if at.day and moved.high else moved


def _weekdays(day: dt.date, number: int, side: str) -> Ends:
    """The earliest and the latest day that may be meant, seen from `day`."""
    past, future = plus(day, -((day.weekday() - number + 1) % 7)), plus(day, (number - 1 - day.weekday()) % 7)
    before = past if past < day else plus(past, -7)
    after = future if future > day else plus(future, 7)
    if side == "last":
        return (plus(before, -7) if monday(before) == monday(day) else before), before
    if side == "next":
        return after, (plus(after, 7) if monday(after) == monday(day) else after)
    return {
        "past": (past, past),
        "future": (future, future),
        "near": (past, future),
        "before": (before, before),
        "after": (after, after),
    }[side]


def monthday(at: Reach, number: int, text: str, _published: Published) -> Reach:
    """A day of the year, ``MM-DD side surely``, on the side that the tense tells, surely or not.

    Where the weekday `number` stands beside it (0 if none does) and only one side has it, that side is meant, unless
    the tense is sure of the other.
    """
    month_day, side, sure = f"{text}  ".split(" ")[:3]

    def move(day: dt.date) -> Ends:
        past, ahead = anniversary(day, month_day, -1), anniversary(day, month_day)
        fitting = [found for found in (past, ahead) if found and found.isoweekday() == number]
        if not past or not ahead or (len(fitting) == 1 and not sure):
            found = fitting[0] if fitting else past or ahead
            return found, found
        return _beside(day, past, ahead, side, bool(sure))

    moved = at.moved(move, f"XXXX-{month_day}")
    return replace(moved, value=moved.high.isoformat()) if at.day and moved.high else moved.valued()


def _beside(day: dt.date, past: dt.date, ahead: dt.date, side: str, sure: bool) -> Ends:
    """The past or the coming one of two days a year apart."""
    back, on, far = (day - past).days, (ahead - day).days, _SURELY_FAR if sure else _FAR
    if side == "past":
        is_past = back <= far
    elif side == "future":
        if sure and _ANNOUNCED < on <= far:
            return past, ahead
        is_past = on > far
    else:
        is_past = back <= on
    return (past, past) if is_past else (ahead, ahead)


def the_day(at: Reach, number: int, text: str, _published: Published) -> Reach:
    """The day `number` of a month that is not named: the last one or the next one that has it."""

    def move(day: dt.date) -> Ends:
        firsts = [month_of_year(day.year, day.month + away)[0] for away in range(-2, 3)]
        days = [found for first in firsts if (found := the_date(first.year, first.month, number))]
        past = max((found for found in days if found <= day), default=None)
        ahead = min((found for found in days if found >= day), default=None)
        return (ahead, ahead) if text == "future" else (past, past) if text == "past" else (past, ahead)

    return at.moved(move, f"XXXX-XX-{number:02d}").valued()


def month(at: Reach, number: int, text: str, _published: Published) -> Reach:
    """The month `number`: ``past`` or ``future`` (either may be the present month), ``last``, ``next`` or ``this``."""

    def move(day: dt.date) -> Ends:
        return _months(day, number, text)

    moved = at.moved(move, f"XXXX-{number:02d}")
    return replace(moved, value=moved.high.isoformat()[:7]) if at.day and moved.high else moved


def _months(day: dt.date, number: int, side: str) -> Ends:
    back, ahead = (day.month - number) % 12, (number - day.month) % 12
    if side == "this":
        return month_of_year(day.year, number)
    if side == "last":
        first, last = month_of_year(day.year, day.month - (back or 12))
        return (month_of_year(first.year - 1, number)[0] if 0 < back <= 2 else first), last
    if side == "next":
        return month_of_year(day.year, day.month + (ahead or 12))
    if side == "near":
        side = "past" if back <= ahead else "future"
    is_past = back <= _MONTHS_BACK if side == "past" else ahead > _MONTHS_AHEAD
    return month_of_year(day.year, day.month + (-back if is_past else ahead))


def season(at: Reach, _number: int, text: str, _published: Published) -> Reach:
    """A season, ``name side``: the ``last`` that ended, the ``next`` that begins, the nearest past or future one."""
    name, _, side = text.partition(" ")

    def move(day: dt.date) -> Ends:
        return _seasons(day, name, side)

    moved = at.moved(move, f"XXXX-{season_code(name)}")
    return replace(moved, value=f"{moved.low.year:04d}-{season_code(name)}") if at.day and moved.low else moved


def _seasons(day: dt.date, name: str, side: str) -> Ends:
    around = [season_of_year(day.year + away, name) for away in range(-2, 3)]
    if side == "last":
        return max((s for s in around if s[1] < day), default=around[0])
    if side == "next":
        return min((s for s in around if s[0] >= day), default=around[-1])
    if side == "future":
        return min((s for s in around if s[1] >= day), default=around[-1])
    if side == "past":
        return max((s for s in around if s[0] <= day), default=around[0])
    return min(around, key=lambda s: 0 if s[0] <= day <= s[1] else min(abs((s[0] - day).days), abs((s[1] - day).days)))


def quarter(at: Reach, number: int, text: str, _published: Published) -> Reach:
    """The quarter `number` of a calendar year: the last that has begun, or one to come or just over."""

    def move(day: dt.date) -> Ends:
        now = (day.month + 2) // 3
        year = day.year + (number < now - 1 if text == "future" else -(number > now))
        return month_of_year(year, number * 3 - 2)[0], month_of_year(year, number * 3)[1]

    moved = at.moved(move, f"XXXX-Q{number}")
    return replace(moved, value=f"{moved.low.year:04d}-Q{number}") if at.day and moved.low else moved
