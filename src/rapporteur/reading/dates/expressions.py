"""Time expressions: TIMEX3 type and value, the days that they may mean, and the rule by which these follow."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import takewhile

from rapporteur.language.parse import NameKind, Parse
from rapporteur.reading.claims import TimeExpression
from rapporteur.reading.dates import calendar as date_calendar
from rapporteur.reading.dates import cues as date_cues
from rapporteur.reading.dates import relative as date_relative
from rapporteur.reading.dates import spans as date_spans
from rapporteur.reading.dates.forms import Draft, Form, is_year
from rapporteur.reading.dates.grammar import TRIGGERS, pattern
from rapporteur.reading.dates.home import from_home, home_steps
from rapporteur.reading.dates.rules import Step, encode, is_absolute, reach, resolve
from rapporteur.reference import load
from rapporteur.spans import Span
from rapporteur.when import UNKNOWN, Basis, When

_BUILDERS = {**date_calendar.BUILDERS, **date_relative.BUILDERS, **date_spans.BUILDERS}


@cache
def forms() -> tuple[Form, ...]:
    """Every form in which a time is written, in the order of ``time_forms.yaml``."""
    table = load("time_forms")
    return tuple(
        Form(
            frozenset(entry["needs"].split()),
            pattern(entry["pattern"], table["fragments"]),
            _BUILDERS[entry["build"]],
        )
        for entry in table["forms"]
    )


def find_times(text: str, parse: Parse, published: When) -> tuple[TimeExpression, ...]:
    """Every time expression in the sentences of `parse`, in order.

    Args:
        text: the article's text; spans are into it.
        parse: its parse; only what lies inside its sentences is read.
        published: the article's publication day, as well as it is known.

    Returns:
        The expressions, none overlapping another. Each that depends on the publication day carries its rule, so that
        `timerules.resolve` can sharpen it later.
    """
    triggers = [(match.start(), str(match.lastgroup)) for match in TRIGGERS.finditer(text)]
    persons = date_cues.taken(parse, (NameKind.PERSON,))
    found: list[TimeExpression] = []
    anchor, home = _Anchor(), home_steps(text, parse)
    for sentence in parse.sentences:
        for hit in _hits(text, sentence, _kinds_in(triggers, sentence)):
            span = hit.span.shift(sentence.start)
            if _is_named_after(span, triggers, persons):
                continue
            draft = hit.form.build(hit.match, anchor.place(sentence, hit.match.string, hit.span))
            if draft is not None:
                draft = replace(draft, steps=from_home(draft.steps, home, published))
                found.append(_expression(span, draft, published))
                anchor = anchor.after(draft, sentence, hit.span.end)
    return tuple(found)


def _is_named_after(span: Span, triggers: Sequence[tuple[int, str]], persons: Sequence[Span]) -> bool:
    """Whether a word that makes `span` a time is part of a name: of "Sun Weidong", not of "the day of Fox's visit"."""
    first, last = (bisect_left(triggers, (at, "")) for at in (span.start, span.end))
    near = persons[bisect_left(persons, span.start + 1, key=lambda person: person.end) :]
    over = list(takewhile(lambda person: person.start < span.end, near))
    return any(person.start <= start < person.end for person in over for start, _ in triggers[first:last])


@dataclass(frozen=True, slots=True)
class _Hit:
    """A form's match in a sentence; ``span`` is relative to the sentence."""

    form: Form
    match: re.Match[str]
    span: Span


@dataclass(frozen=True)
class _Place:
    """Where a form stands, as `Setting` wants it; ``since``: where the words of ``here`` end."""

    sentence: str
    span: Span
    anchor: tuple[Step, ...]
    here: tuple[Step, ...]
    since: int

    @property
    def year(self) -> tuple[Step, ...]:
        told = is_year(self.here) and date_cues.is_same_time(self.sentence[self.since : self.span.start])
        return self.here if told else ()

    @cached_property
    def side(self) -> str:
        return date_cues.side(self.sentence, self.span.start, self.span.end)

    @property
    def is_record(self) -> bool:
        return date_cues.is_record(self.sentence, self.span.start)

    @cached_property
    def is_sure(self) -> bool:
        return self.side in ("past", "future") and date_cues.firm_side(self.sentence, self.span.start) == self.side


_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class _Anchor:
    """The day last spoken of, in which sentence and up to where; the next sentences may still refer to it."""

    last: tuple[Step, ...] = ()
    sentence: Span = _NOWHERE
    end: int = 0

    def place(self, sentence: Span, words: str, span: Span) -> _Place:
        """The setting of a form at `span` of a sentence."""
        near = self.last if sentence.start - self.sentence.start <= _FAR else ()
        return _Place(words, span, near, self.last if self.sentence == sentence else (), self.end)

    def after(self, draft: Draft, sentence: Span, end: int) -> _Anchor:
        """The anchor once a draft has been read."""
        kinds = {step.kind for step in draft.steps}
        if draft.type not in ("DATE", "TIME") or not draft.steps or kinds & {"reference", "event"}:
            return self
        steps = tuple(step for step in draft.steps if step.kind not in ("clock", "part", "through"))
        return _Anchor(steps if len(steps) <= _LONGEST else (), sentence, end)


_FAR = 400
"""Characters from the start of a sentence with a day to the start of one that may say "the same day" of it."""
_LONGEST = 8
"""Steps: from a day that is so far from the publication day, none is counted further."""


def _kinds_in(triggers: Sequence[tuple[int, str]], sentence: Span) -> frozenset[str]:
    first = bisect_left(triggers, (sentence.start, ""))
    last = bisect_left(triggers, (sentence.end, ""))
    return frozenset(kind for _, kind in triggers[first:last])


def _hits(text: str, sentence: Span, kinds: frozenset[str]) -> Iterator[_Hit]:
    """The matches that count: of overlapping ones the first to begin, of those the longest, of those the first form."""
    if not kinds:
        return
    words = sentence.of(text)
    hits = [
        _Hit(form, match, _span_of(match))
        for form in forms()
        if form.needs & kinds
        for match in form.pattern.finditer(words)
    ]
    end = -1
    for hit in sorted(hits, key=lambda hit: (hit.span.start, -hit.span.end)):
        if hit.span.start >= end and _is_time(words, hit):
            end = hit.span.end
            yield hit


def _span_of(match: re.Match[str]) -> Span:
    group: str | int = "x" if match.groupdict().get("x") else 0
    start, end = match.span(group)
    if match.string[end - 1] == "." and match.string[end:].strip() == "" and match[0].count(".") == 1:
        end -= 1
    return Span(start, end)


def _is_time(sentence: str, hit: _Hit) -> bool:
    """Whether a match is no false friend."""
    groups = hit.match.groupdict()
    start, end = hit.span.start, hit.span.end
    if groups.get("month") and hit.match.group("month") == hit.match[0]:
        return date_cues.is_month(sentence, start, end)
    if groups.get("year") and hit.match.group("year") == hit.match[0]:
        return date_cues.is_year(sentence, start, end)
    return True


def _expression(span: Span, draft: Draft, published: When) -> TimeExpression:
    if not draft.steps:
        return TimeExpression(span, draft.type, draft.value, UNKNOWN)
    if is_absolute(draft.steps):
        at = reach(draft.steps, None)
        when = When(at.low, at.high, Basis.STATED, "as the text says") if at.low or at.high else UNKNOWN
        return TimeExpression(span, draft.type, draft.value or at.value, when)
    rule = encode(draft.steps)
    value, when = resolve(rule, published)
    return TimeExpression(span, draft.type, draft.value or value, when, rule)
