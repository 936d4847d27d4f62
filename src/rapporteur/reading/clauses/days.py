"""Days as words of a line: where "on 4 May" or "June 3, 1995" ends."""

from __future__ import annotations

import re
from functools import cache

from rapporteur.reading.clauses.lines import Line
from rapporteur.reference import load

_DAY = re.compile(r"[0-3]?\d(?:st|nd|rd|th)?")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def behind_day(line: Line, at: int) -> int:
    """Return the place behind a day or month at ``at``: "on 4 May 1995", "on May 4, 1995,"; else ``at`` itself."""
    place = at + (line.word(at) in ("on", "in"))
    place += line.word(place) == "the"
    is_led = bool(_DAY.fullmatch(line.word(place)))
    if is_led:
        place += 1 + (line.word(place + 1) == "of")
    if not _is_month(line, place):
        return at
    place += 1
    if not is_led and _DAY.fullmatch(line.word(place)):
        place += 1
    if _YEAR.fullmatch(line.word(place)):
        return place + 1
    if is_comma_of_day(line, place):
        place += 2
        return place + (line.word(place) == ",")
    return place


def is_comma_of_day(line: Line, comma: int) -> bool:
    """Return whether the word at ``comma`` stands in a day, before its year: "June 3, 1995"."""
    if line.word(comma) != "," or not _YEAR.fullmatch(line.word(comma + 1)):
        return False
    return _is_month(line, comma - 1) or (bool(_DAY.fullmatch(line.word(comma - 1))) and _is_month(line, comma - 2))


def _is_month(line: Line, at: int) -> bool:
    return line.word(at).rstrip(".") in _months() and line.is_capital(at)


@cache
def _months() -> frozenset[str]:
    return frozenset(name.lower() for names in load("calendar")["months"] for name in names)


__all__ = ["behind_day", "is_comma_of_day"]
