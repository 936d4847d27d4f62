"""Meetings that an article calls recent, with their day: it was published within months of that day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache

from rapporteur.reading.claims import MeetingClaim, Reading, Status
from rapporteur.record.dating.clue import Clue
from rapporteur.record.dating.day_sets import DaySet, in_year, stretch
from rapporteur.when import When

_RECENT = dt.timedelta(183)
"""What was longer ago is hardly called recent."""
_DAY = dt.timedelta(1)
_YEARS = range(1760, 2239)


def recent_clues(reading: Reading) -> Iterator[Clue]:
    """Yield a clue for each meeting that the article calls recent and gives a day, with its year or without."""
    for claim in reading.meetings:
        if claim.recent and claim.status is Status.HELD and (days := _days(claim)):
            yield Clue(days, "it calls recent a meeting of that day", loose=claim.rule is not None)


def _days(claim: MeetingClaim) -> DaySet:
    """The days on which an article that gives the meeting its day so can call it recent; none where it gives none."""
    if claim.rule is None:
        known = claim.when.earliest and claim.when.latest and claim.when.days == 1
        return _after(claim.when) if known else DaySet(0)
    month_day, *rest = (claim.rule.text or "").split(" > ")
    return _after_any(month_day.split(" ")[0]) if claim.rule.kind == "monthday" and not rest else DaySet(0)


def _after(when: When) -> DaySet:
    return stretch(when.earliest - _DAY if when.earliest else None, when.latest + _RECENT if when.latest else None)


@cache
def _after_any(month_day: str) -> DaySet:
    """The days after a day of the calendar in any year."""
    month, day = map(int, month_day.split("-"))
    found = DaySet(0)
    for year in _YEARS:
        first = in_year(year, month, day) - _DAY
        found |= stretch(first, first + _RECENT)
    return found
