"""What one article says of its own publication day: each clue is a set of days and the reason for it.

A clue never excludes the true day of an article that means what it says; where words could be read in two ways, the
clue allows both.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable, Iterator

from rapporteur.intake.article import Article
from rapporteur.intake.datelines import Dateline, opening_dateline
from rapporteur.reading.claims import Reading, TimeExpression
from rapporteur.reading.dates.cues import firm_side
from rapporteur.record.dating.clue import Clue
from rapporteur.record.dating.day_sets import DaySet, of_days, of_when, stretch
from rapporteur.record.dating.head_clues import head_clues
from rapporteur.reference import load
from rapporteur.spans import Span
from rapporteur.when import Basis, When, between

_CUES = load("dating")


def is_trusted(article: Article) -> bool:
    """Whether the article's own date is a date of publication, and no page's or crawler's clock."""
    return article.published.basis in (Basis.STATED, Basis.METADATA) and not _is_clock(article)


def _is_clock(article: Article) -> bool:
    origin = article.provenance.get("published", "").casefold()
    return any(word in origin for word in _CUES["clocks"])


def clues(article: Article, reading: Reading) -> tuple[Clue, ...]:
    """Every clue that the article gives by itself, whatever it rests on."""
    return (*_clock(article), *head_clues(article), *_dateline(article), *_told(article, reading))


def _clock(article: Article) -> Iterator[Clue]:
    """A page is drawn, and a crawler comes by, after an article is published: never before."""
    if _is_clock(article) and article.published.latest:
        latest = article.published.latest + dt.timedelta(days=1)  # a clock may be a time zone ahead
        yield Clue(stretch(None, latest), f"the page was drawn on {article.published.latest}")


def _dateline(article: Article) -> Iterator[Clue]:
    line = dateline_of(article)
    if line is None or line.month is None or line.day is None:
        return
    days = list(days_of_dateline((line.month, line.day), [line.year] if line.year else range(1760, 2240)))
    if days:
        yield Clue(
            of_days(days), f"the dateline is of {line.day} {calendar.month_name[line.month]} {line.year or ''}".strip()
        )


def days_of_dateline(month_day: tuple[int, int], years: Iterable[int]) -> Iterator[dt.date]:
    """The days on which a dispatch may be published that is dated so, in one of these years."""
    for year in years:
        if month_day[1] <= calendar.monthrange(year, month_day[0])[1]:
            yield from (_shifted(dt.date(year, *month_day), away) for away in range(-1, 4))


def dateline_of(article: Article) -> Dateline | None:
    """The dateline at the head of the body, or on the line before it."""
    if not article.body:
        return None
    first = article.body[0]
    line = article.text.rfind("\n", 0, first.start) + 1
    return opening_dateline(article.text, first) or (
        opening_dateline(article.text, Span(line, first.end)) if line < first.start else None
    )


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
    words, at = sentence.of(article.text), time.span.start - sentence.start
    named = time.span.of(article.text)
    if time.when.earliest and is_told_as_past(words, at):
        return Clue(stretch(_shifted(time.when.earliest, -1), None), f"it tells of {named} as past")
    if time.when.latest and is_announced(words, at):
        return Clue(stretch(None, _shifted(time.when.latest, 1)), f"it announces {named}")
    return None


_LONGEST = 366
"""Days: of a decade or a century, tense tells nothing."""


def _any(words: str) -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(_CUES[words], key=len, reverse=True)))})"


_ANNOUNCED = re.compile(
    rf"(?<!\w)(?:{_any('announcing')}\s+(?:\w+ly\s+|also\s+|then\s+)?{_any('happening')}|{_any('timetabled')})"
    rf"(?:,?\s+(?:{_any('announced_between')}|(?-i:[A-ZÀ-Þ][\w.’'-]*)))*?,?"
    rf"\s+(?:{_any('announced_on')}\s+)?$",
    re.IGNORECASE,
)
_PROSPECTIVE = re.compile(rf"\b{_any('prospective')}\b[^;]*$|\b{_any('prospective_before')}\s+$", re.IGNORECASE)


def is_announced(sentence: str, at: int) -> bool:
    """Whether a sentence says that something is to happen on the day at `at`; if in doubt, it does not."""
    return bool(_ANNOUNCED.search(sentence, 0, at)) and not re.search(r"[“”\"«»]", sentence)


def is_told_as_past(sentence: str, at: int) -> bool:
    """Whether a sentence says that something happened on the day at `at`; if in doubt, it does not."""
    return firm_side(sentence, at) == "past" and not _PROSPECTIVE.search(sentence, 0, at)


def of_published(published: When) -> DaySet:
    """The days that a trusted date allows: those of a day and its neighbours, for clocks and time zones differ."""
    if not published:
        return of_when(published)
    low = _shifted(published.earliest, -1) if published.earliest else None
    high = _shifted(published.latest, 1) if published.latest else None
    return of_when(between(low, high))
