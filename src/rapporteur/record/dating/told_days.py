"""From a rule and a day that it is known to mean, back to the publication days on which an article could say so."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from rapporteur.reading.claims import TimeRule
from rapporteur.reading.dates.rules import decode, reach
from rapporteur.record.dating.day_sets import DaySet, where

_REACH = {"day": 3, "monthday": 400, "weekday": 7}
"""Days that may lie between a day and an article that tells it in this way. A rule that begins with one of these kinds
leads to a single day, so that a wrong pairing of what two articles tell would most likely show."""
_STEPS = frozenset({*_REACH, "clock", "through"})


def tells_day(rule: TimeRule) -> bool:
    """Whether `rule` leads to a single day near the publication day, or to one of the calendar."""
    return rule.kind in _REACH and all(step.kind in _STEPS for step in decode(rule))


@lru_cache(maxsize=4096)
def published_for(rule: TimeRule, first: dt.date, last: dt.date) -> DaySet:
    """The publication days from which `rule`, which tells a day, leads to one from `first` to `last`."""
    steps = decode(rule)

    def fits(published: dt.date) -> bool:
        at = reach(steps, published)
        return at.low is not None and at.high is not None and at.low <= last and first <= at.high

    far = dt.timedelta(_REACH[rule.kind])
    return where(fits, first - far, last + far)


def days_for(rule: TimeRule, first: dt.date, last: dt.date) -> frozenset[dt.date]:
    """The days that `rule`, which tells a day, means for an article published from `first` to `last`."""
    steps = decode(rule)
    found: set[dt.date] = set()
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        at = reach(steps, dt.date.fromordinal(ordinal))
        found |= {day for day in (at.low, at.high) if day}
    return frozenset(found)
