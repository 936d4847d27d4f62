"""Visits: who travels where and when.  They lend their place and days to the meetings of the traveller."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapporteur.language.attribution.cues import Shape
from rapporteur.reading.claims import Place, TimeExpression
from rapporteur.reading.clauses.verb_groups import verb_group
from rapporteur.reading.meetings.cues import Kind, Trigger, pattern, triggers
from rapporteur.reading.meetings.occasion import is_spoken, joined, times_of, where
from rapporteur.reading.meetings.passages import Passage, is_day
from rapporteur.reading.meetings.phrases import read_phrase
from rapporteur.reading.meetings.subjects import clause_end, subject


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody's stay in a place.

    ``number`` is that of the sentence, ``at`` that of the word in it.  ``named``: a noun tells of it ("a visit to Y").
    ``lasts``: its time is only when it begins.
    """

    travellers: tuple[str, ...]
    place: Place
    times: tuple[TimeExpression, ...]
    number: int
    at: int
    named: bool
    lasts: bool

    def is_told_before(self, number: int, at: int) -> bool:
        """Whether it is told of before a place in the text, or as a thing known."""
        return self.named or (self.number, self.at) < (number, at)


def visits(passage: Passage) -> Iterator[Visit]:
    """Yield the visits that the sentence tells of."""
    for trigger in triggers(passage.line):
        if trigger.cue.kind is Kind.TRAVEL:
            start = verb_group(passage.line, trigger.first, trigger.cue.shape or Shape.PAST).start
            who, begin = subject(passage, start), trigger.first
        elif trigger.cue.kind is Kind.VISIT:
            phrase = read_phrase(passage, trigger)
            who, begin = phrase.owner or subject(passage, phrase.start), phrase.start
        else:
            continue
        place = _destination(passage, trigger)
        if place and who.people:
            times = _times(passage, begin, trigger)
            named = trigger.cue.kind is Kind.VISIT
            yield Visit(who.people, place, times, passage.number, trigger.first, named, _lasts(passage, trigger, times))


def _lasts(passage: Passage, trigger: Trigger, times: tuple[TimeExpression, ...]) -> bool:
    """Whether a visit only begins at its time: "left for Streslau on Monday", "a four-day visit from Sunday"."""
    text = passage.text(trigger.first - 6, trigger.end + 6)
    published = passage.published.latest
    ahead = bool(times and published and times[0].when.earliest and times[0].when.earliest > published)
    return ahead or "-day " in text or pattern("under_way").search(text) is not None


def _destination(passage: Passage, trigger: Trigger) -> Place | None:
    """The first place behind "to", or behind the verb."""
    for spot in passage.places:
        if trigger.end <= spot.first < min(clause_end(passage, trigger.end), trigger.end + 4):
            return where(spot)
    return None


def _times(passage: Passage, first: int, trigger: Trigger) -> tuple[TimeExpression, ...]:
    near = [
        t for t in passage.times if 0 <= t.first - trigger.end <= 12 and is_day(t.thing) and not is_spoken(passage, t)
    ]
    return joined(passage, near[0]) if near else times_of(passage, first, trigger.end)


__all__ = ["Visit", "visits"]
