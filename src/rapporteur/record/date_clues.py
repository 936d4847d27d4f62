"""What one article says of its own publication day: each clue is a set of days and the reason for it.

A clue never excludes the true day of an article that means what it says; where words could be read in two ways, the
clue allows both.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapporteur.intake.article import Article
from rapporteur.intake.calendar_dates import calendar_dates
from rapporteur.intake.datelines import Dateline, opening_dateline
from rapporteur.reading.claims import Reading, TimeExpression
from rapporteur.reading.date_cues import firm_side
from rapporteur.record.day_sets import DaySet, of_days, of_when, stretch
from rapporteur.reference import load
from rapporteur.spans import Span
from rapporteur.when import Basis, When, between

_CUES = load("dating")


@dataclass(frozen=True, slots=True)
class Clue:
    """Days on which the article may have been published, and why, for the reader."""

    days: DaySet
    why: str


def is_trusted(article: Article) -> bool:
    """Whether the article's own date is a date of publication, and no page's or crawler's clock."""
    return article.published.basis in (Basis.STATED, Basis.METADATA) and not _is_clock(article)


def _is_clock(article: Article) -> bool:
    origin = article.provenance.get("published", "").casefold()
    return any(word in origin for word in _CUES["clocks"])


def clues(article: Article, reading: Reading) -> tuple[Clue, ...]:
    """Every clue that the article gives by itself, whatever it rests on."""
    return (*_clock(article), *_head(article), *_dateline(article), *_told(article, reading))


def _clock(article: Article) -> Iterator[Clue]:
    """A page is drawn, and a crawler comes by, after an article is published: never before."""
    if _is_clock(article) and article.published.latest:
        latest = article.published.latest + dt.timedelta(days=1)  # a clock may be a time zone ahead
        yield Clue(stretch(None, latest), f"the page was drawn on {article.published.latest}")


def _head(article: Article) -> Iterator[Clue]:
    """A line above the body that is a date and nothing else: the day of publication, or of the page, never before."""
    head = article.text[: article.body[0].start] if article.body else ""
    days = []
    for line in head.splitlines():
        found = calendar_dates(line)
        if len(found) == 1 and not re.search(r"[^\W\d_]", line[: found[0][0].start] + line[found[0][0].end :]):
            days.append(found[0][1])
    if days:
        yield Clue(stretch(None, _shifted(max(days), 1)), f"a line above it says {max(days)}")


def _dateline(article: Article) -> Iterator[Clue]:
    line = _opening(article)
    if line is None or line.month is None or line.day is None:
        return
    days = [_shifted(day, away) for day in _all_years(line.month, line.day, line.year) for away in range(-1, 4)]
    if days:
        yield Clue(
            of_days(days), f"the dateline is of {line.day} {calendar.month_name[line.month]} {line.year or ''}".strip()
        )


def _opening(article: Article) -> Dateline | None:
    """The dateline at the head of the body, or on the line before it."""
    if not article.body:
        return None
    first = article.body[0]
    line = article.text.rfind("\n", 0, first.start) + 1
    return opening_dateline(article.text, first) or (
        opening_dateline(article.text, Span(line, first.end)) if line < first.start else None
    )


def _all_years(month: int, day: int, year: int | None) -> Iterator[dt.date]:
    for each in [year] if year else range(1760, 2240):
        if day <= calendar.monthrange(each, month)[1]:
            yield dt.date(each, month, day)


def _shifted(day: dt.date, away: int) -> dt.date:
    return day + dt.timedelta(days=away)


def _told(article: Article, reading: Reading) -> Iterator[Clue]:
    """Days with their year: what is told as past has been, what is announced is to come."""
    for time in reading.times:
        if time.rule is not None or time.type not in ("DATE", "TIME") or not time.when:
            continue
        clue = _clue_of(article, reading, time)
        if clue:
            yield clue


def _clue_of(article: Article, reading: Reading, time: TimeExpression) -> Clue | None:
    sentence = next((s for s in reading.sentences if time.span in s), None)
    if sentence is None or time.when.days is None or time.when.days > _LONGEST:
        return None
    words = article.text[sentence.start : sentence.end]
    side = firm_side(words, time.span.start - sentence.start)
    named = time.span.of(article.text)
    if side == "past" and time.when.earliest:
        return Clue(stretch(_shifted(time.when.earliest, -1), None), f"it tells of {named} as past")
    announced = _ANNOUNCED.search(words[: time.span.start - sentence.start])
    if side == "future" and announced and time.when.latest and not _is_quoted(words):
        return Clue(stretch(None, _shifted(time.when.latest, 1)), f"it announces {named}")
    return None


_ANNOUNCED = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, _CUES['announcing']))})\b[^.;]*$", re.IGNORECASE)
_LONGEST = 366
"""Days: of a decade or a century, tense tells nothing."""


def _is_quoted(sentence: str) -> bool:
    return bool(re.search(r"[“”\"«»]", sentence))


def of_published(published: When) -> DaySet:
    """The days that a trusted date allows: those of a day and its neighbours, for clocks and time zones differ."""
    if not published:
        return of_when(published)
    low = _shifted(published.earliest, -1) if published.earliest else None
    high = _shifted(published.latest, 1) if published.latest else None
    return of_when(between(low, high))
