"""Weekdays against days of the month: "Tuesday" and "26-27 May" fall together in some years and not in others."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapporteur.intake.article import Article
from rapporteur.reading.claims import MeetingClaim, Reading, Status
from rapporteur.reading.dates.rules import Step, decode
from rapporteur.record.dating.clue import Clue
from rapporteur.record.dating.day_sets import of_days
from rapporteur.reference import load
from rapporteur.reference.forms import fold
from rapporteur.spans import Span

_YEARS = range(1760, 2239)
_WEEK = 7
_YEAR = 355
"""Days from a day without its year to an article that still gives it so."""
_ANY = slice(None)
_LONGEST = 14
"""Days: what lasts longer says little of a weekday in it."""
_CUES = load("dating")
_STAY = re.compile(rf"\b(?:{'|'.join(_CUES['stays'])})\b", re.IGNORECASE)
_OTHER = re.compile(rf"\b(?:{'|'.join(_CUES['other_stays'])})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Days:
    """Days of an unnamed year, from ``(month, day)`` to ``(month, day)``."""

    first: tuple[int, int]
    last: tuple[int, int]

    def of(self, year: int) -> list[dt.date]:
        """The days in a year; none where the calendar lacks an end of them."""
        try:
            low, high = dt.date(year, *self.first), dt.date(year + (self.last < self.first), *self.last)
        except ValueError:
            return []
        return [low + dt.timedelta(away) for away in range(min((high - low).days, _LONGEST) + 1)]

    def __str__(self) -> str:
        first, last = (f"{day} {calendar.month_name[month]}" for month, day in (self.first, self.last))
        return first if first == last else f"{first} to {last}"


def weekday_clues(article: Article, reading: Reading) -> tuple[Clue, ...]:
    """Clues from weekdays that stand beside a date, and from meetings on a weekday of a stay whose dates are told."""
    return (*_beside(reading), *_in_stays(article, reading))


def _beside(reading: Reading) -> Iterator[Clue]:
    """A day with its weekday, as "Tuesday, 27 May": told within a year of a 27 May that is a Tuesday."""
    for time in reading.times:
        step = decode(time.rule)[0] if time.rule else None
        if step is None or step.kind != "monthday" or not step.number:
            continue
        days = _days_of((step,))
        told = [day for year in _YEARS for day in days.of(year) if day.isoweekday() == step.number]
        around = (day + dt.timedelta(away) for day in told for away in range(-_YEAR, _YEAR + 1))
        yield Clue(of_days(around), f"{days} is a {calendar.day_name[step.number - 1]}", loose=True)


def _in_stays(article: Article, reading: Reading) -> Iterator[Clue]:
    """A meeting "on Tuesday" at a place that the article tells one stay at, from one day to another."""
    stays = dict(_stays(article, reading))
    for claim in reading.meetings:
        steps = decode(claim.rule) if claim.rule else ()
        place = fold(claim.place.name) if claim.place else ""
        days = stays.get(place)
        if claim.status is not Status.HELD or not days or not _is_weekday(steps):
            continue
        number, nth = steps[-1].number, _day_of_stay(claim, reading)
        held = [day for year in _YEARS for day in days.of(year)[nth] if day.isoweekday() == number]
        after = (day + dt.timedelta(away) for day in held for away in range(_WEEK))
        name, which = calendar.day_name[number - 1], "one day" if nth == _ANY else "the day of the meeting"
        yield Clue(of_days(after), f"of {days}, {which} is a {name}")


def _day_of_stay(claim: MeetingClaim, reading: Reading) -> slice:
    """Which of the days of a stay a meeting was on: "on the second day of the visit"; any where that is not told."""
    told = {
        step.number
        for time in reading.times
        if time.rule and any(time.span in span for span in claim.evidence)
        for step in decode(time.rule)
        if step.kind == "event" and step.text == "day of"
    }
    if len(told) != 1:
        return _ANY
    (nth,) = told
    return slice(nth, nth + 1 or None)


def _is_weekday(steps: tuple[Step, ...]) -> bool:
    """Whether steps lead to a weekday, counted from the publication day or from that of the dateline."""
    return [step.kind for step in steps] in (["weekday"], ["monthday", "weekday"])


def _stays(article: Article, reading: Reading) -> Iterator[tuple[str, _Days]]:
    """The places of which just one stay is told, with its days: "the visit to Oslo took place on 26-27 May"."""
    found: dict[str, list[_Days]] = {}
    for time in reading.times:
        steps = decode(time.rule) if time.rule else ()
        if [step.kind for step in steps] != ["monthday", "through"]:
            continue
        sentence = next((span for span in reading.sentences if time.span in span), time.span)
        if _is_stay(article.text, sentence):
            for place in {fold(place.name) for place in reading.places if place.span in sentence}:
                found.setdefault(place, []).append(_days_of(steps))
    yield from ((place, days[0]) for place, days in found.items() if len(set(days)) == 1)


def _is_stay(text: str, sentence: Span) -> bool:
    words = sentence.of(text)
    return bool(_STAY.search(words)) and not _OTHER.search(words)


def _days_of(steps: tuple[Step, ...]) -> _Days:
    """The days of a ``monthday`` step, and of the ``through`` step behind it if there is one."""
    ends = [steps[0].text.split(" ")[0], *(step.text for step in steps[1:])]
    first, last = (tuple(int(part) for part in end.split("-")) for end in (ends[0], ends[-1]))
    return _Days((first[0], first[1]), (last[0], last[1]))
