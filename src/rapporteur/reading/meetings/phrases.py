"""The noun phrase of a meeting: "Tuesday's second round of Norway-brokered talks between A and B in Geneva"."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from rapporteur.language.attribution import cues, grammar
from rapporteur.reading.claims import ActorKind, Form
from rapporteur.reading.meetings.attendance import group_of, past_country, read_group
from rapporteur.reading.meetings.cues import Trigger, forms, pattern, table, words
from rapporteur.reading.meetings.groups import NOBODY, Group, Side
from rapporteur.reading.meetings.levels import group_nouns, longest
from rapporteur.reading.meetings.passages import Passage, Place, Time, is_day
from rapporteur.reading.meetings.tables import parties_of, party_of

_POSSESSIVE = frozenset({"'s", "'"})
_WITHIN = frozenset({"with", "between", "among", "of", "involving", "amongst", "from"})
_MOST_MODIFIERS = 8
_ADJECTIVES = frozenset({"earlier", "first", "further", "later", "more", "next", "then"})  # adverbs that are both
_FINITE = frozenset({cues.Shape.PAST, cues.Shape.THIRD})


@dataclass(slots=True)
class Phrase:
    """The phrase as words ``start`` to ``end`` (exclusive).

    ``owner`` is whose meeting it is ("Rassendyll's"), ``inner`` who it is with or between, ``pair`` the parties before
    the noun ("Ruritanian-Graustarkian"); ``brokers`` are those in "X-brokered" and "brokered by X", with the verb.
    """

    trigger: Trigger
    start: int
    end: int
    determiner: str = ""
    modifiers: list[str] = field(default_factory=list)
    owner: Group = NOBODY
    inner: Group = NOBODY
    pair: Group = NOBODY
    brokers: list[tuple[str, str]] = field(default_factory=list)
    time: Time | None = None
    place: Place | None = None
    capital: str | None = None  # the state in whose capital it is
    level: str | None = None
    until: Time | None = None  # the day to which it lasts
    joined: bool = False  # others take part besides those already told of: "also involved X"
    between: bool = False
    verb: int | None = None  # where "were held" or "took place" begins, if that follows

    @property
    def group(self) -> Group:
        """Everybody whom the phrase itself puts at the table."""
        return self.owner + self.inner + self.pair


def read_phrase(passage: Passage, trigger: Trigger) -> Phrase:
    """Read the phrase around a noun."""
    phrase = Phrase(trigger, trigger.first, trigger.end)
    _read_before(passage, phrase)
    _read_behind(passage, phrase)
    return phrase


def _read_before(passage: Passage, phrase: Phrase) -> None:
    at = phrase.trigger.first - 1
    while at >= 0 and phrase.trigger.first - at <= _MOST_MODIFIERS + 4:
        step = _before(passage, phrase, at)
        if step >= at:
            return
        phrase.start, at = step + 1, step
        if phrase.determiner or phrase.owner:
            return


def _before(passage: Passage, phrase: Phrase, at: int) -> int:
    """Take in the word at ``at``; returns the word before it to look at next, ``at`` itself where the phrase begins."""
    line, word = passage.line, passage.word(at)
    if word in _POSSESSIVE and at:
        return _owner(passage, phrase, at)
    before = at - (word == "the")
    if passage.word(before) == "of" and passage.word(before - 1) in words("rounds"):
        phrase.modifiers.append("round")
        return before - 2
    if len(word) > 2 and ("-" in word or "–" in word):
        return _compound(passage, phrase, at)
    if word in ("-", "–") and line.who_ending(at) and line.who_from(at + 1):
        return at - 1
    if time := passage.time_at(at):
        _take_time(passage, phrase, time)
        return time.first - 1
    if who := line.who_ending(at + 1):
        return _named_before(passage, phrase, at, who.first, who.form)
    if place := passage.place_at(at):
        phrase.place = phrase.place or place
        return place.first - 1
    if word == "that" and not passage.opens_phrase(at):
        return at
    if word in grammar.group("determiners") and not word.isdigit() and word not in _NUMBERS:
        phrase.determiner = word
        return at - 1
    return _modifier(passage, phrase, at)


_NUMBERS = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})


def _owner(passage: Passage, phrase: Phrase, at: int) -> int:
    """Whose meeting it is, before 's: a person, a party, a group, or a day."""
    if time := passage.time_at(at - 1):
        _take_time(passage, phrase, time)
        phrase.determiner = "'s"
        return time.first - 1
    who = passage.line.who_ending(at)
    if who is None:
        return at
    first = who.first
    while passage.word(first - 1) in ("and", "&") and (other := passage.line.who_ending(first - 1)):
        first = other.first
    phrase.owner = read_group(passage, first, who.first) + group_of(passage, who)
    phrase.determiner = "'s"
    return first - 1


def _named_before(passage: Passage, phrase: Phrase, at: int, first: int, form: Form) -> int:
    """Somebody named right before the noun: "Ruritanian-Graustarkian talks", "their meeting", "Geneva talks"."""
    if form is Form.PRONOUN:
        if passage.word(at) not in ("his", "her", "their", "its", "our", "my"):
            return at
        phrase.determiner = passage.word(at)
        who = passage.line.who_from(first)
        phrase.owner = group_of(passage, who) if who else NOBODY
        return first - 1
    group = read_group(passage, first, at + 1)
    dashed = passage.word(first - 1) in ("-", "–") or bool(phrase.pair.people)
    if group.people and not group.sides and not dashed:
        return at
    phrase.pair = group + phrase.pair
    place = passage.place_at(at)
    if place and form is not Form.DEMONYM:
        phrase.place = phrase.place or place
    return first - 1


def _compound(passage: Passage, phrase: Phrase, at: int) -> int:
    """A word of parts: "Norway-brokered", "Ruritania-Graustark", "five-day"."""
    head, _, verb = passage.word(at).replace("–", "-").rpartition("-")
    actors = passage.actors_in(at)
    if verb in words("brokered"):
        phrase.brokers += [(party, verb) for party in parties_of(passage.cast, actors)]
        phrase.modifiers.append(verb)
    elif len(actors) > 1:
        people = tuple(actor for actor in actors if passage.cast[actor].kind is ActorKind.PERSON)
        sides = tuple(Side(actor) for actor in actors if party_of(passage.cast, actor) == actor)
        phrase.pair = phrase.pair + Group(people, sides)
    else:
        phrase.modifiers.append(passage.word(at))
    return at - 1 if head else at


def _modifier(passage: Passage, phrase: Phrase, at: int) -> int:
    word = passage.word(at)
    if word in ('"', "“", "”") and passage.word(at - 1):
        return at - 1
    if word in ("and", ",", "or", "but") and phrase.modifiers and _is_plain(passage, at - 1):
        return at - 1
    if word in grammar.group("adverbs") and word not in _ADJECTIVES:
        return at
    if not _is_plain(passage, at) or passage.word(at - 1) == "to" or len(phrase.modifiers) >= _MOST_MODIFIERS:
        return at
    phrase.modifiers.append(word)
    return at - 1


def _is_plain(passage: Passage, at: int) -> bool:
    """Whether the word may be an adjective or a noun before the noun."""
    word = passage.word(at)
    if not word or not word[0].isalnum() or passage.line.held[at] >= 0:
        return False
    if word in forms("hold") or word in forms("mediate") or word in words("done") or word in ("to", "not"):
        return False
    if any(form.shape in _FINITE for form in cues.forms().get(word, ())) and not _qualifies(passage, at):
        return False
    small = grammar.group("prepositions") | grammar.group("conjunctions") | grammar.group("relatives")
    return word not in small and not passage.is_verb(at)


def _qualifies(passage: Passage, at: int) -> bool:
    """Whether the form of a verb of saying is an adjective here: "the announced talks", "proposed talks"."""
    known = any(passage.word(at) in words for words in _adjectives())
    return known or passage.word(at - 1) in grammar.group("determiners")


@cache
def _adjectives() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(table()[status]["own"]) for status in ("cancelled", "planned", "proposed", "ongoing"))


def _read_behind(passage: Passage, phrase: Phrase) -> None:
    at = phrase.trigger.end
    while at < len(passage):
        step = _behind(passage, phrase, at)
        if step <= at:
            break
        at = step
    phrase.end = at
    phrase.until = _lasting(passage, phrase.end)
    inside = range(phrase.trigger.end, phrase.end)
    for time in passage.times:
        if time.first in inside:
            _take_time(passage, phrase, time)
    phrase.place = phrase.place or next(
        (p for p in passage.places if p.first in inside and _is_setting(passage, p)), None
    )


def _take_time(passage: Passage, phrase: Phrase, time: Time) -> None:
    """Keep the first time that dates something, or a later one that does so to the day."""
    known = phrase.time.thing.when.days if phrase.time else None
    if passage.tells_since(time):
        return
    if is_day(time.thing) and (phrase.time is None or (known or 0) > 31 >= (time.thing.when.days or 32)):
        phrase.time = time


def _lasting(passage: Passage, at: int) -> Time | None:
    """The day behind "that continue on": to which the talks last."""
    verb = next((i for i in range(at, min(at + 8, len(passage))) if _is_lasting(passage, i)), None)
    if verb is None:
        return None
    return next((time for time in passage.times if 0 < time.first - verb <= 3 and is_day(time.thing)), None)


def _is_lasting(passage: Passage, at: int) -> bool:
    return any(passage.text(at, end) in forms("lasting") for end in (at + 1, at + 2)) and passage.line.held[at] < 0


def _is_setting(passage: Passage, place: Place) -> bool:
    """Whether a place is where something is: behind "in" or "at"."""
    before = place.first - 1 - (passage.word(place.first - 1) == "the")
    return passage.word(before) in ("in", "at", "near", "outside")


def _behind(passage: Passage, phrase: Phrase, at: int) -> int:
    """Take in what stands at ``at``; returns where to go on, ``at`` itself where the phrase ends."""
    word = passage.word(at)
    if word in _WITHIN or (word == "," and passage.word(at + 1) == "involving"):
        return _inner(passage, phrase, at + (word == ","))
    if (verb := _attended(passage, at)) is not None:
        phrase.joined = "also" in passage.line.words[at:verb]
        return _inner(passage, phrase, verb)
    if (verb := _took_place(passage, at)) is not None:
        phrase.verb = at if phrase.verb is None else phrase.verb
        return verb
    participle = _past_relative(passage, at)
    if passage.word(participle) in words("participles"):
        step = _participle(passage, phrase, participle)
        return step if step > participle else at
    if time := passage.time_at(at):
        _take_time(passage, phrase, time)
        return time.end
    if word in ("in", "at", "on", "near", "for", "outside"):
        return _setting(passage, phrase, at)
    return past_country(passage, at) if phrase.place else at


def _attended(passage: Passage, at: int) -> int | None:
    """Where "involved" stands in "talks, which also involved X"."""
    while passage.word(at) in (",", "which", "that", "also"):
        at += 1
    match = pattern("attend").match(passage.text(at, at + 3))
    return at + len(match[0].split()) - 1 if match else None


def _took_place(passage: Passage, at: int) -> int | None:
    """Where to go on behind "were held" or "took place": who, where and when may follow."""
    at += passage.word(at) == ","
    first = at
    while passage.word(at) in grammar.group("auxiliaries") | grammar.group("modals") | grammar.group("adverbs"):
        at += 1
    if passage.word(at) == "held" and at > first:
        return at + 1
    ends = [end for end in (at + 3, at + 2, at + 1) if passage.text(at, end) in forms("happen")]
    return ends[0] if ends else None


def _inner(passage: Passage, phrase: Phrase, at: int) -> int:
    group = read_group(passage, at + 1)
    if not group and not group.level and not group.unnamed:
        return at
    phrase.level = phrase.level or group.level
    phrase.inner = phrase.inner + group
    phrase.between = phrase.between or passage.word(at) in ("between", "among", "of", "involving")
    return group.end


def _past_relative(passage: Passage, at: int) -> int:
    """Where the participle stands in "talks, which are being hosted by X"."""
    here = at + (passage.word(at) == ",")
    if passage.word(here) not in ("which", "that"):
        return at
    here += 1
    while passage.word(here) in grammar.group("auxiliaries"):
        here += 1
    return here


def _participle(passage: Passage, phrase: Phrase, at: int) -> int:
    """Take in a participle: "held", "hosted by X", "attended by X"."""
    word = passage.word(at)
    if word == "held" and passage.word(at + 1) != "by":
        return at + 1
    by = at + 1 if passage.word(at + 1) == "by" else at + 2 if passage.word(at + 2) == "by" else 0
    if not by:
        return at
    group = read_group(passage, by + 1)
    if word == "attended":
        phrase.inner = phrase.inner + group
    else:
        named = [*(side.party for side in group.sides), *parties_of(passage.cast, group.people)]
        phrase.brokers += [(one, word) for one in named]
    return group.end or at


def _setting(passage: Passage, phrase: Phrase, at: int) -> int:
    after = at + 1 + (passage.word(at + 1) == "the")
    if time := passage.time_at(after):
        _take_time(passage, phrase, time)
        return time.end
    if capital := passage.capital_at(after):
        phrase.capital = phrase.capital or capital[0]
        return capital[1]
    place = passage.place_at(after)
    if place and passage.word(at) in ("in", "at", "near", "outside"):
        phrase.place = phrase.place or place
        return place.end
    level = _level_phrase(passage, after)
    if level:
        phrase.level = level[0]
        return level[1]
    return at


def _level_phrase(passage: Passage, at: int) -> tuple[str, int] | None:
    """The level in "at the level of foreign ministers", "at ministerial level", and where that ends."""
    start = at + 2 if passage.text(at, at + 2) == "level of" else at
    noun = longest(group_nouns(), passage.line.words, start)
    if noun and start > at:
        return noun
    return noun if noun and passage.word(noun[1]) == "level" else None


def is_definite(phrase: Phrase) -> bool:
    """Whether the phrase points to a meeting already told of."""
    return phrase.determiner in words("definite") or phrase.determiner in ("'s", "his", "her", "its")


def is_open(phrase: Phrase) -> bool:
    """Whether the phrase names any meeting rather than one: "further talks", "meetings"."""
    named = {phrase.determiner, *phrase.modifiers}
    return phrase.trigger.cue.several or bool(named & words("generic"))


__all__ = ["Phrase", "is_definite", "is_open", "read_phrase"]
