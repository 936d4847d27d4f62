"""Passages that two articles share word for word: the days that they tell in them are the same days.

So where one article has "agreed on Sunday to a plan", a second one "agreed yesterday to a plan", and the day of the
first is known, the second was published on the Monday.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rapporteur.intake.article import Article
from rapporteur.reading.claims import Reading, TimeExpression
from rapporteur.record.dating.clue import Clue
from rapporteur.record.dating.day_sets import DaySet, of_days, of_when
from rapporteur.record.dating.told_days import published_for, tells_day, told_for
from rapporteur.spans import Span
from rapporteur.when import When

_BEFORE, _AFTER, _ENOUGH = 4, 6, 8
"""Words before and after a time that make a passage, and how many there must be: two reports written apart hardly ever
share them."""
_LONGEST = 62
"""Days: an article dated no better than to this tells nothing of another."""
_WORD = re.compile(r"\w+")
_LEADING = frozenset({"on", "late", "early"})

Passage = tuple[str, ...]
Passages = Mapping[Passage, TimeExpression]


def passages(article: Article, reading: Reading) -> Passages:
    """The times of an article that tell a single day, by the words around them; none of words that recur in it."""
    found: dict[Passage, list[TimeExpression]] = {}
    for time in reading.times:
        sentence = next((span for span in reading.sentences if time.span in span), None)
        single = tells_day(time.rule) if time.rule else time.when.day is not None
        around = _around(article.text, sentence, time.span) if sentence and single else ()
        if around:
            found.setdefault(around, []).append(time)
    return {around: times[0] for around, times in found.items() if len(times) == 1}


def _around(text: str, sentence: Span, span: Span) -> Passage:
    """The words before and after a time in its sentence; none where the sentence has too few."""
    before = [word.casefold() for word in _WORD.findall(text[sentence.start : span.start])]
    while before and before[-1] in _LEADING:
        before.pop()
    after = [word.casefold() for word in _WORD.findall(text[span.end : sentence.end])]
    left, right = before[-_BEFORE:], after[:_AFTER]
    return (*left, "", *right) if len(left) + len(right) >= _ENOUGH else ()


def passage_clues(mine: Passages, others: Sequence[tuple[str, Passages, When]]) -> tuple[Clue, ...]:
    """Clues for an article with these passages, from others: their files, their passages, their publication days."""
    found = []
    for around, time in sorted(mine.items()):
        if time.rule is None:
            continue
        allowed, files = DaySet(0), set()
        for file, theirs, published in others:
            other = theirs.get(around)
            days = _days(other, published) if other else DaySet(0)
            if days:
                allowed |= published_for(time.rule, days)
                files.add(file)
        if allowed:
            found.append(Clue(allowed, f"it tells what {' and '.join(sorted(files))} tells, of a day known there"))
    return tuple(found)


def _days(time: TimeExpression, published: When) -> DaySet:
    """The days that a time may mean in an article of that publication day; none if that is hardly known."""
    if time.rule is None:
        return of_days([time.when.day] if time.when.day else [])
    if published.days is None or published.days > _LONGEST or not published.earliest or not published.latest:
        return DaySet(0)
    return told_for(time.rule, of_when(published))
