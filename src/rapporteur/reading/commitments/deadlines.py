"""By when something is due that is promised "within two weeks"."""

from __future__ import annotations

import datetime as dt
import re

from rapporteur.reading.claims import TimeExpression
from rapporteur.when import UNKNOWN, Basis, When, between

_LENGTH = re.compile(r"P(\d{1,4})([DWMY])")
_DAYS = {"D": 1, "W": 7, "M": 30.44, "Y": 365.25}


def due_after(time: TimeExpression, start: When) -> When:
    """Return the days within which a duration ("two weeks") ends, counted from ``start``; unknown if it is none."""
    length = _LENGTH.fullmatch(time.value or "")
    if time.type != "DURATION" or not length or not start.earliest or not start.latest:
        return UNKNOWN
    days = round(int(length[1]) * _DAYS[length[2]])
    try:
        last = start.latest + dt.timedelta(days=days)
    except OverflowError:
        return UNKNOWN
    return between(start.earliest, last, Basis.INFERRED, "the time allowed, counted from the report")


__all__ = ["due_after"]
