"""A sentence with all that the scene knows of it: its words, who is meant, and which of them are times and places."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from rapporteur.language.attribution import cues, grammar
from rapporteur.language.parse import Manner
from rapporteur.reading import claims
from rapporteur.reading.claims import ActorKind, Form, PlaceMention, TimeExpression
from rapporteur.reading.clauses.lines import Line, Who, lines
from rapporteur.reading.meetings.levels import group_nouns, longest
from rapporteur.reading.meetings.tables import parties_of
from rapporteur.reading.places.toponyms import city_of
from rapporteur.reading.scene import Cast, Scene
from rapporteur.reference.states import by_adjective, by_name
from rapporteur.spans import Span
from rapporteur.when import UNKNOWN, When

WIDEST = 370  # days; an expression of a longer stretch dates nothing
SHORT_QUOTATION = 6  # words, the marks included


_DATELINE = re.compile(r"(?:,[^.;:]{0,40}?)?\s*(?:\([^)]{2,30}\))?\s*(?:—|–|--?|:)\s")


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


Thing = TypeVar("Thing", bound=_Spanned)


@dataclass(frozen=True, slots=True)
class Found(Generic[Thing]):
    """A time or place as words ``first`` to ``end`` (exclusive) of a line."""

    first: int
    end: int
    thing: Thing


Time = Found[TimeExpression]
Place = Found[PlaceMention]


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence.

    ``number`` counts the sentences of the article, ``paragraph`` its paragraphs; ``dateline`` is the place from which
    the article is written, as its first words have it; ``voices`` are the words quoted in it, each with its speaker.
    """

    line: Line
    cast: Cast
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    number: int
    paragraph: int
    published: When = UNKNOWN
    dateline: claims.Place | None = None
    voices: tuple[tuple[Span, str], ...] = ()

    def __len__(self) -> int:
        return len(self.line)

    def word(self, at: int) -> str:
        """The word at ``at``; empty outside the sentence."""
        return self.line.word(at)

    def text(self, first: int, end: int) -> str:
        """Words ``first`` to ``end`` in lower case with a space between each."""
        return " ".join(self.line.words[max(0, first) : end])

    def time_at(self, at: int) -> Time | None:
        """The time expression that holds the word at ``at``."""
        return next((time for time in self.times if time.first <= at < time.end), None)

    def place_at(self, at: int) -> Place | None:
        """The place that holds the word at ``at``."""
        return next((place for place in self.places if place.first <= at < place.end), None)

    def capital_at(self, at: int) -> tuple[str, int] | None:
        """The state in whose capital something is, and where that ends: "the Ruritanian capital"."""
        who = self.line.who_from(at)
        if who is None or len(who.actors) != 1:
            return None
        end = who.end + (self.word(who.end) in ("'s", "'"))
        return (who.actors[0], end + 1) if self.word(end) == "capital" else None

    def people(self, who: Who) -> tuple[str, ...]:
        """Those of ``who`` that are persons; "the Ruritanian negotiators" are no one person."""
        people = tuple(actor for actor in who.actors if self.cast[actor].kind is ActorKind.PERSON)
        return () if len(people) == 1 and self._is_several(who) else people

    def parties(self, who: Who) -> tuple[str, ...]:
        """The parties among ``who``: states, organisations, and what bodies speak for."""
        people = self.people(who)
        return parties_of(self.cast, (actor for actor in who.actors if actor not in people))

    def _is_several(self, who: Who) -> bool:
        """Whether a mention without a name is of several: its last word is a plural."""
        return who.form is Form.NOMINAL and longest(group_nouns(), self.line.words[: who.end], who.end - 1) is not None

    def actors_in(self, at: int) -> tuple[str, ...]:
        """Who of the cast is meant by the parts of the word at ``at``: "Ruritanian-Graustarkian" has two."""
        span = self.line.spans[at]
        found = [mention.actor for mention in self.cast.within(span)]
        for part in re.split("[-–/]", span.of(self.line.text)):
            found += self._called(part)
        return tuple(dict.fromkeys(found))

    def _called(self, word: str) -> Iterator[str]:
        """Those of the cast whom one word names: a state, its adjective, a person's last name."""
        state = by_name(word) or by_adjective(word)
        for actor in self.cast.actors:
            called = actor.kind is ActorKind.PERSON and word[:1].isupper() and word in actor.name.split()
            if called or (state and actor.key == state.key):
                yield actor.id

    def tells_since(self, time: Time) -> bool:
        """Whether a time tells how long ago the last one was: "their first meeting in two months"."""
        first = "first" in self.line.words[max(0, time.first - 12) : time.first]
        return (
            first
            and "in" in (self.word(time.first), self.word(time.first - 1))
            and not self.word(time.end - 1).isdigit()
        )

    def speaker_at(self, at: int) -> str | None:
        """Who says the word at ``at``, where it is quoted."""
        span = self.line.spans[at]
        return next((speaker for words, speaker in self.voices if span in words), None)

    def turns_quoted(self, place: int, at: int) -> bool:
        """Whether the word at ``place`` is inside a quotation and the one before ``at`` outside it, or the reverse.

        A few words between quotation marks are the reporter's own sentence still.
        """
        quoted = self.line.quoted
        if quoted[place] == quoted[at - 1]:
            return False
        first, end = place, place + 1
        while first > 0 and quoted[first - 1] == quoted[place]:
            first -= 1
        while end < len(quoted) and quoted[end] == quoted[place]:
            end += 1
        return not quoted[place] or end - first > SHORT_QUOTATION

    def breaks_quotation(self, at: int) -> bool:
        """Whether a quotation of more than a few words opens or closes right before the word at ``at``."""
        quoted = self.line.quoted
        if at == 0 or quoted[at] == quoted[at - 1]:
            return False
        first = end = at if quoted[at] else at - 1
        while first > 0 and quoted[first - 1]:
            first -= 1
        while end < len(quoted) and quoted[end]:
            end += 1
        return end - first > SHORT_QUOTATION

    def opens_phrase(self, at: int) -> bool:
        """Whether "that" at ``at`` points at something, and opens no clause behind a verb or a name."""
        before = self.word(at - 1)
        return self.line.held[at - 1] < 0 and before not in cues.forms() and before not in cues.nouns() if at else True

    def is_speech(self, at: int) -> bool:
        """Whether the word at ``at`` is a verb by which words are reported."""
        known = cues.forms().get(self.word(at), ())
        return self.line.held[at] < 0 and any(
            form.cue.strength is cues.Strength.STRONG
            and form.cue.may_take(cues.Takes.CLAUSE)
            and not form.particle
            and not (form.cue.noun and form.shape in (cues.Shape.BASE, cues.Shape.THIRD))
            for form in known
        )

    def is_verb(self, at: int) -> bool:
        """Whether the word at ``at`` looks like a verb: a known one, an auxiliary, a word right behind a name."""
        word = self.word(at)
        if not word or self.line.held[at] >= 0 or not (word[0].isalpha() or word[0] == "'"):
            return False
        if grammar.group("auxiliaries") | grammar.group("modals") | grammar.group("verbs") >= {word}:
            return True
        if self.is_speech(at):
            return True
        return bool(self.line.who_ending(at)) and self._follows_as_verb(at)

    def opens_clause(self, place: int, at: int | None = None) -> bool:
        """Whether behind the "and" or comma at ``place`` stand a subject and its verb: the one at ``at``, if given."""
        first = place + 1
        for here in range(first, len(self)):
            if here == at:
                return any(self.line.held[i] >= 0 or self.word(i) in ("the", "both") for i in range(first, here))
            if self.is_verb(here):
                return here > first and at is None
            word = self.word(here)
            closed = word in (",", ".", "and", "to") or (
                word in grammar.group("prepositions") and word not in ("of", "for")
            )
            if closed and self.line.held[here] < 0:
                return False
        return False

    def _follows_as_verb(self, at: int) -> bool:
        word = self.word(at)
        small = grammar.group("prepositions") | grammar.group("conjunctions") | grammar.group("subordinators")
        plain = word.isalpha() and word not in small | grammar.group("adverbs") | grammar.group("relatives")
        endings = ("ed", "s", "ing") if word not in grammar.group("determiners") else ()
        return plain and not self.line.is_capital(at) and word.endswith(endings) and not self.time_at(at)


def is_day(time: TimeExpression) -> bool:
    """Whether a time expression can date something: a stretch of a year at most, no "now" and no "three days"."""
    when, rule = time.when, time.rule
    unresolved = not when and rule is not None and rule.kind not in ("event", "reference")
    short = when.days is not None and when.days <= WIDEST and not (time.value or "").endswith("_REF")
    return time.type in ("DATE", "TIME") and (short or unresolved)


def passages(scene: Scene) -> Iterator[Passage]:
    """Yield the sentences of ``scene``, in order."""
    starts = [paragraph.start for paragraph in scene.parse.paragraphs]
    dateline = _dateline(scene)
    voices = [(one.span, one.speaker) for one in scene.statements if one.speaker and one.manner is not Manner.INDIRECT]
    for number, line in enumerate(lines(scene)):
        yield Passage(
            line=line,
            cast=scene.cast,
            times=tuple(_found(line, scene.times)),
            places=tuple(_found(line, scene.places)),
            number=number,
            paragraph=bisect_right(starts, line.sentence.start),
            published=scene.article.published,
            dateline=dateline,
            voices=tuple(voice for voice in voices if voice[0].overlaps(line.sentence)),
        )


def _dateline(scene: Scene) -> claims.Place | None:
    """The place that opens the article, set off by a dash or a date: "STRESLAU, May 3 (RNA) -"."""
    first = scene.parse.paragraphs[0].start if scene.parse.paragraphs else 0
    spot = next((place for place in scene.places if place.span.start == first), None)
    if spot is None:
        return None
    behind = scene.article.text[spot.span.end : spot.span.end + 60]
    return city_of(spot) if _DATELINE.match(behind) else None


def _found(line: Line, things: Sequence[Thing]) -> Iterator[Found[Thing]]:
    """The things that lie in a line, as ranges of its words."""
    starts, ends = [span.start for span in line.spans], [span.end for span in line.spans]
    first = bisect_left(things, line.sentence.start, key=lambda thing: thing.span.start)
    for thing in things[first:]:
        if thing.span.start >= line.sentence.end:
            return
        begin = bisect_right(starts, thing.span.start) - 1
        end = min(bisect_left(ends, thing.span.end) + 1, len(ends))
        if 0 <= begin < end:
            yield Found(begin, end, thing)


__all__ = ["Found", "Passage", "Place", "Time", "is_day", "passages"]
