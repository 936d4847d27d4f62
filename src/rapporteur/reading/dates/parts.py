"""Steps of time rules that name days outright, or take a part of the days so far.

Every step takes the stretch so far, its number and text, and the publication day, and gives another stretch. Where the
stretch is unknown only the value is carried on.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
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
    years,
)

SIDES = frozenset({"earlier", "later"})
"""The parts that are cut at the publication day."""

_PARTS = {
    "early": (0.0, 0.45),
    "end": (0.6, 1.0),
    "late": (0.55, 1.0),
    "mid": (0.2, 0.8),
    "start": (0.0, 0.4),
    "week 1": (0.0, 0.3),
    "week 2": (0.2, 0.53),
    "week 3": (0.43, 0.77),
    "week 4": (0.67, 1.0),
}
"""How much of a stretch its early, middle and late part may take: generous, for the words are not exact."""

Published = dt.date | None


def year(_at: Reach, number: int, _text: str, _published: Published) -> Reach:
    """The year `number`."""
    return Reach(f"{number:04d}", *years(number, number))


def decade(_at: Reach, number: int, _text: str, _published: Published) -> Reach:
    """The ten years from `number` on."""
    return Reach(f"{number // 10:03d}", *years(number, number + 9))


def century(_at: Reach, number: int, _text: str, _published: Published) -> Reach:
    """The century `number`, with the round year on either side of it."""
    return Reach(f"{number - 1:02d}", *years(max(1, number * 100 - 100), number * 100))


def fiscal(_at: Reach, number: int, _text: str, _published: Published) -> Reach:
    """The fiscal year `number`: it may begin in the year before or end in the year after."""
    return Reach(f"{number:04d}", month_of_year(number - 1, 4)[0], month_of_year(number + 1, 6)[1])


def numeric(_at: Reach, number: int, text: str, _published: Published) -> Reach:
    """A date in figures of the year `number`; its day and month, ``a-b``, could stand in either order."""
    one, two = (int(part) for part in text.split("-"))
    days = sorted({day for day in (the_date(number, one, two), the_date(number, two, one)) if day})
    if not days:
        return Reach(f"{number:04d}")
    return Reach(days[0].isoformat() if len(days) == 1 else f"{number:04d}", days[0], days[-1])


def month_of(at: Reach, number: int, _text: str, _published: Published) -> Reach:
    """The month `number` of a year."""
    return at.moved(lambda day: month_of_year(day.year, number), f"{at.value[:4]}-{number:02d}")


def day_of(at: Reach, number: int, _text: str, _published: Published) -> Reach:
    """The day `number` of a month."""

    def move(day: dt.date) -> Ends:
        found = the_date(day.year, day.month, number)
        return found, found

    return at.moved(move, f"{at.value[:7]}-{number:02d}")


def quarter_of(at: Reach, number: int, _text: str, _published: Published) -> Reach:
    """The quarter `number` of a calendar year."""

    def move(day: dt.date) -> Ends:
        return month_of_year(day.year, number * 3 - 2)[0], month_of_year(day.year, number * 3)[1]

    return at.moved(move, f"{at.value[:4]}-Q{number}")


def half_of(at: Reach, number: int, _text: str, _published: Published) -> Reach:
    """The half `number` of a calendar year."""

    def move(day: dt.date) -> Ends:
        return month_of_year(day.year, number * 6 - 5)[0], month_of_year(day.year, number * 6)[1]

    return at.moved(move, f"{at.value[:4]}-H{number}")


def season_of(at: Reach, _number: int, text: str, _published: Published) -> Reach:
    """A season of a year; "the winter of 1994" may be the one that began in 1993."""

    def move(day: dt.date) -> Ends:
        first, last = season_of_year(day.year, text)
        return (season_of_year(day.year - 1, text)[0] if last.year > first.year else first), last

    return at.moved(move, f"{at.value[:4]}-{season_code(text)}")


def weekday_of(at: Reach, number: int, _text: str, _published: Published) -> Reach:
    """The weekday `number`, Monday being 1, of a week that may be counted from Sunday or Monday."""
    if at.low is None or at.high is None:
        return Reach(f"{at.value}-{number}" if "W" in at.value else f"XXXX-WXX-{number}", at.low, at.high)
    first = plus(monday(plus(at.low, 3)), number - 1)
    last = plus(monday(at.high), number - 1)
    return Reach(first.isoformat(), plus(first, -7) if number == 7 else first, max(first, last))


def nth_weekday(at: Reach, number: int, text: str, _published: Published) -> Reach:
    """The weekday `number` of a month: the first to the fourth (`text`), or the last (``-1``)."""

    def move(day: dt.date) -> Ends:
        first, last = month_of_year(day.year, day.month)
        if text == "-1":
            found = plus(last, -((last.isoweekday() - number) % 7))
        else:
            found = plus(first, (number - first.isoweekday()) % 7 + 7 * (int(text) - 1))
        return found, found

    return at.moved(move, f"{at.value[:7]}-XX").valued()


def part(at: Reach, _number: int, text: str, published: Published) -> Reach:
    """The early, middle or late part of a stretch, or the part before ("earlier") or after the publication day."""
    if at.low is None or at.high is None:
        return at
    if text in SIDES:
        return _side(at, at.low, at.high, text, published)
    days = (at.high - at.low).days
    first, last = _PARTS[text]
    return replace(at, low=plus(at.low, int(days * first)), high=plus(at.low, -int(-days * last // 1)))


def _side(at: Reach, low: dt.date, high: dt.date, text: str, published: Published) -> Reach:
    if published is None:
        return at
    if text == "earlier":
        return replace(at, high=min(high, max(published, low)))
    return replace(at, low=max(low, min(published, high)))


def through(at: Reach, number: int, text: str, _published: Published) -> Reach:
    """On to a later day: of the month (`number` alone), of the year (`text` is ``MM-DD``), or of the week."""
    end: Callable[[dt.date], dt.date | None]
    if text == "weekday":
        ending = f"XXXX-WXX-{number}"

        def end(day: dt.date) -> dt.date | None:
            return plus(day, (number - 1 - day.weekday()) % 7)
    elif text:
        ending = f"{at.value[:4]}-{text}"

        def end(day: dt.date) -> dt.date | None:
            return anniversary(day, text)
    else:
        ending = f"{at.value[:7]}-{number:02d}"

        def end(day: dt.date) -> dt.date | None:
            return the_date(day.year, day.month, number)

    high = end(at.high) if at.high else None
    return Reach(f"{at.value}/{high.isoformat() if at.day and high else ending}", at.low, high)


def clock(at: Reach, _number: int, text: str, _published: Published) -> Reach:
    """A time of day: only the value takes it up."""
    return replace(at, value=f"{at.value.partition('T')[0]}{text}")


def vague(at: Reach, _number: int, _text: str, _published: Published) -> Reach:
    """The value so far, of days that are not known: "a year earlier" than something that is not dated."""
    return Reach(at.value)


def value(at: Reach, _number: int, text: str, _published: Published) -> Reach:
    """The same days under another value: a duration that ends today."""
    return replace(at, value=text)


def event(_at: Reach, _number: int, _text: str, _published: Published) -> Reach:
    """So many days from something whose own day the expression does not tell: "the day after the vote"."""
    return Reach(UNKNOWN_DAY)


def reference(at: Reach, _number: int, text: str, _published: Published) -> Reach:
    """The present, the past or the time to come, without a day."""
    low = at.low if text == "FUTURE_REF" else None
    high = at.high if text == "PAST_REF" else None
    return Reach(text, low, high)
