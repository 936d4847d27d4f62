"""Days of the calendar that two articles tell, one of them with the year.

An article that speaks of "14 July" and "27 August", with the same people in it as in another that speaks of 14 July
2006 and 27 August 2006, speaks of these. One such day may be an accident or an anniversary: two days and two people are
asked for.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapporteur.intake.article import Article
from rapporteur.reading.claims import ActorKind, Reading, TimeExpression, TimeRule
from rapporteur.reading.dates.rules import resolve
from rapporteur.record.dating.clue import Clue
from rapporteur.record.dating.date_clues import dateline_of, days_of_dateline
from rapporteur.record.dating.day_sets import DaySet, of_days
from rapporteur.record.dating.told_days import published_for
from rapporteur.reference.forms import fold
from rapporteur.when import When

_ENOUGH = 2
"""So many days, and so many people, that two articles share."""

MonthDay = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days of the calendar that an article tells, with and without the year, and the people in it."""

    people: frozenset[str]
    full: frozenset[dt.date]
    yearless: Mapping[MonthDay, tuple[TimeRule, ...]]
    dateline: MonthDay | None


def calendar_of(article: Article, reading: Reading) -> Calendar:
    """The calendar of an article; the names of people are their last ones, for titles and first names vary."""
    people = {fold(actor.name).split(" ")[-1] for actor in reading.actors if actor.kind is ActorKind.PERSON}
    yearless: dict[MonthDay, list[TimeRule]] = {}
    for time in reading.times:
        if time.rule and (day := _month_day(time.rule)):
            yearless.setdefault(day, []).append(time.rule)
    line = dateline_of(article)
    return Calendar(
        frozenset(people),
        frozenset(day for time in reading.times if not time.rule for day in _ends(time)),
        {day: tuple(rules) for day, rules in yearless.items()},
        (line.month, line.day) if line and line.month and line.day and not line.year else None,
    )


def _month_day(rule: TimeRule) -> MonthDay | None:
    """The month and day of a rule that leads to a day of the calendar and no farther."""
    if rule.kind != "monthday" or not rule.text or " > " in rule.text:
        return None
    month, day = rule.text.split(" ")[0].split("-")
    return int(month), int(day)


def _ends(time: TimeExpression) -> set[dt.date]:
    """A day, or the first and last day of a few."""
    few = time.when.days is not None and time.when.days <= 7
    return {day for day in (time.when.earliest, time.when.latest) if day} if few else set()


def dated_days(mine: Calendar, published: When) -> frozenset[dt.date]:
    """The days that an article tells with their year, and those whose year its publication day settles."""
    if published.days is None or published.days > 31:
        return mine.full
    rules = [rule for rules in mine.yearless.values() for rule in rules]
    settled = {day for rule in rules if (day := resolve(rule, published)[1].day)}
    own = {published.earliest} if published.day and published.earliest else set()
    return mine.full | settled | own


def calendar_clues(mine: Calendar, others: Sequence[tuple[Calendar, frozenset[dt.date]]]) -> tuple[Clue, ...]:
    """Clues for an article with this calendar, from other articles' calendars and the days that they date."""
    told = {*mine.yearless, *([mine.dateline] if mine.dateline else [])}
    years: dict[MonthDay, set[dt.date]] = {}
    for other, days in others:
        shared = [day for day in days if (day.month, day.day) in told]
        if len({(day.month, day.day) for day in shared}) < _ENOUGH or len(mine.people & other.people) < _ENOUGH:
            continue
        for day in shared:
            years.setdefault((day.month, day.day), set()).add(day)
    return tuple(_clue(mine, day, sorted(years[day])) for day in sorted(years))


def _clue(mine: Calendar, month_day: MonthDay, days: Sequence[dt.date]) -> Clue:
    allowed = DaySet(0)
    for day in days:
        near = DaySet()
        for rule in mine.yearless.get(month_day, ()):
            near &= published_for(rule, of_days([day]))
        if month_day == mine.dateline:
            near &= of_days(days_of_dateline(month_day, [day.year]))
        allowed |= near
    month, number = month_day
    years = " or ".join(str(day.year) for day in days)
    return Clue(allowed, f"the {number} {calendar.month_name[month]} that it tells is of {years}")
