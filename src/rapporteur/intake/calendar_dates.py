"""Calendar dates in a text: ``30 December 2025``, ``Dec. 30, 2025``, ``2025-12-30``; days with a year, nothing else."""

from __future__ import annotations

import datetime as dt
import re

from rapporteur.spans import Span

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH = rf"(?:{'|'.join([*_MONTHS, *(name[:3] for name in _MONTHS), 'sept'])})"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?[.,]*\s+(?:the\s+)?)?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:1[5-9]|2[01])\d\d"
_COUNTED = rf"{_DAY}(?:st|nd|rd|th)?"

_PATTERNS = (
    rf"(?P<y1>{_YEAR})(?P<sep1>[-/.])(?P<m1>\d{{1,2}})(?P=sep1)(?P<d1>\d{{1,2}})(?![\d-]|\.\d)",
    rf"{_WEEKDAY}(?P<n2>{_MONTH})\b\.?\s+(?P<d2>{_COUNTED})(?:,\s*|\s+)(?P<y2>{_YEAR})\b",
    rf"{_WEEKDAY}(?P<d3>{_COUNTED})(?:\s+of)?[\s-]+(?P<n3>{_MONTH})\b\.?(?:,\s*|\s+|-)(?P<y3>{_YEAR})\b",
    rf"(?P<w4>{_WEEKDAY})(?P<a4>\d{{1,2}})(?P<sep4>[-/.])(?P<b4>\d{{1,2}})(?P=sep4)(?P<y4>{_YEAR}|\d\d)\b(?![/-]|\.\d)",
)
_CENTURIES = (1800, 1900, 2000)
"""Those that a year of two figures may be of: in no two of them does a date fall on the same weekday."""
_DATE = re.compile(rf"(?<![\w/.-])(?:{'|'.join(_PATTERNS)})", re.IGNORECASE)


def month_number(name: str) -> int:
    """The number of the month that ``name`` begins: ``Sept.`` is 9.

    Raises:
        ValueError: it begins no month.
    """
    start = name.rstrip(".").casefold()[:3]
    for number, month in enumerate(_MONTHS, 1):
        if len(start) == 3 and month.startswith(start):
            return number
    raise ValueError(f"{name!r} is no month")


def calendar_dates(text: str) -> tuple[tuple[Span, dt.date], ...]:
    """Every full calendar date in ``text`` with its span, weekday included, in order.

    A day written in figures alone counts only if it can be read in one way: ``20/06/2025``, not ``06/05/2025``; the
    weekday beside it may decide, and decides of what century a year of two figures is: ``Friday 17/09/99``.
    A time or zone beside a date changes nothing: the day is the one written.
    """
    found = []
    for match in _DATE.finditer(text):
        day = _day(match)
        if day:
            found.append((Span(*match.span()), day))
    return tuple(found)


def _day(match: re.Match[str]) -> dt.date | None:
    said = match.groupdict()
    if said["y1"]:
        return _date(said["y1"], int(said["m1"]), said["d1"])
    if said["y2"]:
        return _date(said["y2"], month_number(said["n2"]), said["d2"])
    if said["y3"]:
        return _date(said["y3"], month_number(said["n3"]), said["d3"])
    return _in_figures(int(said["a4"]), int(said["b4"]), said["y4"], (said["w4"] or "")[:3].casefold())


def _in_figures(first: int, second: int, year: str, weekday: str) -> dt.date | None:
    """The only day that the figures can mean, the weekday that stands beside them being that day's."""
    years = [year] if len(year) > 2 else [str(century + int(year)) for century in _CENTURIES] if weekday else []
    orders = {(first, second), (second, first)}
    days = {day for each in years for month, number in orders if (day := _date(each, month, str(number)))}
    fitting = {day for day in days if not weekday or f"{day:%a}".casefold() == weekday}
    return fitting.pop() if len(fitting) == 1 else None


def _date(year: str, month: int, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), month, int(re.sub(r"\D", "", day)))
    except ValueError:
        return None
