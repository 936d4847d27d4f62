"""From a rule and a day that it is known to mean, back to the publication days on which an article could say so."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from rapporteur.reading.claims import TimeRule
from rapporteur.reading.dates.rules import decode, reach
from rapporteur.record.dating.day_sets import DaySet, of_days, stretch, where

_REACH = {"calendar": 731, "day": 3, "monthday": 400, "span": 3, "weekday": 7}
"""Days that may lie between a day and an article that tells it in this way. A rule that begins with one of these kinds
leads to a single day, or to a few, so that a wrong pairing of what two articles tell would most likely show."""
_STEPS = frozenset({"day", "monthday", "weekday", "clock", "through"})
_FEW = 3


def tells_day(rule: TimeRule) -> bool:
    """Whether `rule` leads to a single day near the publication day, or to one of the calendar."""
    first, *rest = decode(rule)
    in_year = (first.kind, first.text) == ("calendar", "year") and [s.kind for s in rest[:2]] == ["month_of", "day_of"]
    return all(step.kind in _STEPS for step in (rest[2:] if in_year else (first, *rest)))


def tells_few(rule: TimeRule) -> bool:
    """Whether `rule` leads to a single day, or to a few before the publication day, as for what is told as news."""
    return tells_day(rule) or (rule.kind == "span" and rule.text == "day" and abs(rule.number or 0) <= _FEW)


@lru_cache(maxsize=4096)
def published_for(rule: TimeRule, told: DaySet) -> DaySet:
    """The publication days from which `rule`, which tells a day, leads to one of `told`, which has bounds."""
    steps = decode(rule)

    def fits(published: dt.date) -> bool:
        at = reach(steps, published)
        return at.low is not None and at.high is not None and bool(stretch(at.low, at.high) & told)

    far = dt.timedelta(_REACH[rule.kind])
    return where(fits, told.first - far, told.last + far) if told.first and told.last else DaySet()


@lru_cache(maxsize=4096)
def told_for(rule: TimeRule, published: DaySet) -> DaySet:
    """The days that `rule`, which tells a day, means for an article published on one of these days."""
    steps = decode(rule)
    found: set[dt.date] = set()
    for day in published:
        at = reach(steps, day)
        found |= {end for end in (at.low, at.high) if end}
        if at.low and at.high and (at.high - at.low).days <= _FEW:
            found |= {at.low + dt.timedelta(away) for away in range((at.high - at.low).days)}
    return of_days(found)
