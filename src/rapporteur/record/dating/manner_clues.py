"""How an article writes days tells how long ago they were: a month without its year, a date where news has weekdays.

The year is left out of what is of the same year, or not long before its turn; the present month is "this month"; and
who writes "on Monday" of the news writes a date of what is older. Of 44 months and 18 dates that four collections of
dated articles tell so, with a sure sign of the past, one month breaks this (a firm's accounts).
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, reduce

from rapporteur.intake.article import Article
from rapporteur.reading.claims import Reading, Status, TimeExpression
from rapporteur.reading.dates.cues import is_past_throughout
from rapporteur.reading.dates.rules import Step, decode
from rapporteur.record.dating.clue import Clue
from rapporteur.record.dating.date_clues import is_told_as_past
from rapporteur.record.dating.day_sets import ALL, DaySet, in_year, of_days, stretch

_ACROSS = 8
"""Months that a month of the year before, told without its year, may be back; in the collections it is seven."""
_OLDER, _YEAR = 2, 355
"""Days by which a date is older than the article, at least and at most, where the news is told by weekdays."""
_DAY, _WEEK, _MONTHS = dt.timedelta(1), 7, 12
_YEARS = range(1760, 2239)


def manner_clues(article: Article, reading: Reading) -> Iterator[Clue]:
    """Yield a clue for each month and each date that the article tells as past without the number of its year."""
    weekdays = frozenset(_weekdays(reading))
    for time in reading.times:
        steps = decode(time.rule) if time.rule and time.type == "DATE" else ()
        month, date = _month(steps), _date(steps) if weekdays else None
        if not (month or date) or not _is_past(article, reading, time):
            continue
        if month:
            days = reduce(DaySet.__and__, (_not_of(month, day) for day in weekdays), _after_month(month))
            yield Clue(
                days, f"it tells of {calendar.month_name[month]} as of a month that was not long ago", loose=True
            )
        if date:
            said = time.span.of(article.text)
            why = f"what it tells by the weekday is later than what it tells by the date, {said}"
            yield Clue(_after_date(date, weekdays), why, loose=True)


@dataclass(frozen=True, slots=True)
class _Date:
    """A day of the calendar, of the year before that of the article, or of either."""

    month: int
    day: int
    of_last_year: bool = False

    def of(self, year: int) -> dt.date:
        """The day in a year."""
        return in_year(year, self.month, self.day)


def _month(steps: Sequence[Step]) -> int | None:
    """The month that steps lead to as a past one without a year."""
    return steps[0].number if [(step.kind, step.text) for step in steps] == [("month", "past")] else None


def _date(steps: Sequence[Step]) -> _Date | None:
    """The date that steps lead to as surely past, or as one of last year; none beside which a weekday stands."""
    kinds = [step.kind for step in steps]
    if kinds == ["monthday"] and not steps[0].number and steps[0].text.endswith("past surely"):
        month, day = map(int, steps[0].text.split(" ")[0].split("-"))
        return _Date(month, day)
    if kinds == ["calendar", "month_of", "day_of"] and (steps[0].number, steps[0].text) == (-1, "year"):
        return _Date(steps[1].number, steps[2].number, of_last_year=True)
    return None


def _is_past(article: Article, reading: Reading, time: TimeExpression) -> bool:
    sentence = next((span for span in reading.sentences if time.span in span), None)
    if sentence is None:
        return False
    words, at = sentence.of(article.text), time.span.start - sentence.start
    return is_told_as_past(words, at) or is_past_throughout(words, at)


def _weekdays(reading: Reading) -> Iterator[int]:
    """The weekdays by which the article tells when its meetings were."""
    for claim in reading.meetings:
        if claim.status is Status.HELD and claim.rule and claim.rule.kind == "weekday" and claim.rule.text == "past":
            yield claim.rule.number or 0


@cache
def _after_month(month: int) -> DaySet:
    """The days on which a month may be told as past without its year: the rest of its year, and months of the next."""
    found = DaySet(0)
    for year in _YEARS:
        last = in_year(year, month, 31)
        turn = dt.date(year + (month + _ACROSS > _MONTHS), (month + _ACROSS - 1) % _MONTHS + 1, 28)
        found |= stretch(last + _DAY, max(turn, dt.date(year, _MONTHS, 31)))
    return found


@cache
def _not_of(month: int, weekday: int) -> DaySet:
    """The days on which the last such weekday was in another month: of its own month nobody says "in April"."""
    found: list[dt.date] = []
    for year in _YEARS:
        last = in_year(year, month, 31)
        found += (last + away * _DAY for away in range(1, (weekday - last.isoweekday() - 1) % _WEEK + 1))
    return ALL.without(of_days(found))


@cache
def _after_date(date: _Date, weekdays: frozenset[int]) -> DaySet:
    """The days on which a date is some days past, and not nearly a year, or last year's, and each weekday after it."""
    found = DaySet(0)
    for year in _YEARS:
        past = date.of(year)
        later = [past + ((day - past.isoweekday() - 1) % _WEEK + 1) * _DAY for day in weekdays]
        first, last = max(past + _OLDER * _DAY, *later), past + _YEAR * _DAY
        if date.of_last_year:
            first, last = max(first, dt.date(year + 1, 1, 1)), dt.date(year + 1, _MONTHS, 31)
        found |= stretch(first, last)
    return found


__all__ = ["manner_clues"]
