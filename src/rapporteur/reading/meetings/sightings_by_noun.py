"""Meetings told of by a noun: "talks", "a summit", "the second round", "a phone call", "a joint press conference"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rapporteur.config import Config
from rapporteur.language.attribution.cues import Shape
from rapporteur.reading.claims import ActorKind, Form, Place, Status
from rapporteur.reading.clauses.verb_groups import verb_group
from rapporteur.reading.meetings.cues import Kind, Trigger, forms, table, triggers, words
from rapporteur.reading.meetings.groups import NOBODY, Group, without
from rapporteur.reading.meetings.occasion import is_spoken, joined, seat_of, setting_of, where
from rapporteur.reading.meetings.passages import Passage
from rapporteur.reading.meetings.phrases import Phrase, is_definite, is_open, read_phrase
from rapporteur.reading.meetings.series import named_series, round_of
from rapporteur.reading.meetings.sighting import Sighting
from rapporteur.reading.meetings.status import Negated, noun_standing
from rapporteur.reading.meetings.subjects import clause_start, subject
from rapporteur.reading.meetings.tables import parties_of
from rapporteur.reading.meetings.whether import (
    is_beside,
    is_false_friend,
    is_habit,
    is_internal,
    is_wish,
    is_with_others,
)

_DAYS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_VERB_REACH = 4  # words of a verb and what may stand between it and its object


def by_noun(passage: Passage, trigger: Trigger, config: Config) -> Iterator[Sighting]:
    """Yield what the noun at ``trigger`` tells of; nothing where it tells of no meeting, or that there is none."""
    phrase = read_phrase(passage, trigger)
    if is_false_friend(passage, trigger) or is_internal(phrase) or is_beside(passage, phrase):
        return
    if is_with_others(passage, phrase):
        return
    verb = object_of(passage, phrase.start, "hold")
    mediator = object_of(passage, phrase.start, "mediate")
    standing = noun_standing(passage, phrase, verb if verb is not None else mediator)
    if isinstance(standing, Negated):
        return
    _share_inner(passage, phrase)
    found = _of_phrase(passage, phrase, standing, config)
    if mediator is not None:
        yield replace(found, brokers=(*found.brokers, *_brokers(passage, mediator)))
    elif verb is not None:
        whole = _of_subject(passage, found, verb, phrase)
        yield from _one_by_one(whole, phrase) if phrase.trigger.cue.several else (whole,)
    else:
        yield _of_clause(passage, found, phrase)


def _one_by_one(found: Sighting, phrase: Phrase) -> Iterator[Sighting]:
    """What "held meetings with X and Y" tells of: a meeting with each; what it is where nobody is named or ranked."""
    ranked = [Group(sides=(side,)) for side in phrase.inner.sides if side.level is not None]
    met = [*(Group((person,)) for person in phrase.inner.people), *ranked]
    who = without(found.group, phrase.inner)
    if not met or not who.size or phrase.between or found.standing is None:
        yield found
        return
    for one in met:
        yield replace(found, group=who + one, open=False)


def object_of(passage: Passage, start: int, verbs: str) -> int | None:
    """Return where the verb of a list stands of which the phrase that begins at ``start`` is the object."""
    for at in range(start - 1, max(-1, start - _VERB_REACH - 1), -1):
        if passage.text(at, start) in forms(verbs) and passage.line.held[at] < 0:
            return at
    return None


def _share_inner(passage: Passage, phrase: Phrase) -> None:
    """Give "a summit" in "a summit and a dinner with X" its partner."""
    if phrase.group or passage.word(phrase.end) not in ("and", ","):
        return
    for trigger in triggers(passage.line):
        if phrase.end < trigger.first <= phrase.end + 4 and trigger.cue.is_noun:
            other = read_phrase(passage, trigger)
            if other.start == phrase.end + 1:
                phrase.inner, phrase.between = other.inner, other.between
            return


def _of_phrase(passage: Passage, phrase: Phrase, standing: Status | None, config: Config) -> Sighting:
    """What the phrase itself says."""
    times = joined(passage, phrase.time) if phrase.time and not is_spoken(passage, phrase.time) else ()
    setting = setting_of(passage, phrase.trigger, phrase.start, phrase.end, place=_place(passage, phrase))
    named = {phrase.determiner, *phrase.modifiers}
    is_round = "round" in (*phrase.modifiers, phrase.trigger.cue.name)
    return Sighting(
        passage=passage,
        trigger=phrase.trigger,
        standing=standing,
        group=phrase.group,
        brokers=tuple(phrase.brokers),
        times=times or setting.times,
        until=phrase.until.thing if phrase.until else None,
        days=_length(phrase),
        place=setting.place,
        venue=setting.venue,
        level=phrase.level or _level(phrase),
        form=_size(phrase),
        series=_series(passage, phrase, config),
        round=round_of(phrase.modifiers, rounds=is_round),
        definite=is_definite(phrase),
        indefinite=phrase.determiner in ("a", "an"),
        theirs=phrase.determiner == "their",
        joined=phrase.joined,
        another=bool(named & words("another")),
        following=is_round and bool(named & {"another", "next"}),
        open=(is_open(phrase) and not times) or is_habit(passage, phrase.trigger) or is_wish(passage, phrase),
        weak=phrase.trigger.cue.weak,
        recent=bool(words("recent") & set(passage.line.words[phrase.start : phrase.trigger.first])),
        travelling=passage.word(phrase.start - 1) == "for",
    )


def _place(passage: Passage, phrase: Phrase) -> Place | None:
    if phrase.place and (place := where(phrase.place)):
        return place
    return seat_of(passage, phrase.capital, capital=True) if phrase.capital else None


def _series(passage: Passage, phrase: Phrase, config: Config) -> str | None:
    text = passage.line.span(phrase.start, phrase.end).of(passage.line.text)
    keys = [key for side in phrase.group.sides if (key := passage.cast[side.party].key)]
    return named_series(text, keys, config)


def _length(phrase: Phrase) -> int | None:
    """For how many days it lasts: "two-day talks"."""
    lengths = (word.removesuffix("-day") for word in phrase.modifiers if word.endswith("-day"))
    return next((_DAYS.index(word) for word in lengths if word in _DAYS), None)


def _level(phrase: Phrase) -> str | None:
    """The level that an adjective gives: "ministerial talks"."""
    text = f" {' '.join(reversed(phrase.modifiers))} "
    levels = table()["levels"].items()
    return next((level for level, nouns in levels if any(f" {noun} " in text for noun in nouns)), None)


def _size(phrase: Phrase) -> str | None:
    """The format that an adjective gives: "tripartite talks"."""
    named = set(phrase.modifiers)
    return next((form for form, sizes in table()["sizes"].items() if named & set(sizes)), None)


def _brokers(passage: Passage, verb: int) -> Iterator[tuple[str, str]]:
    """Who mediates: the subject of the verb at ``verb``."""
    who = subject(passage, verb_group(passage.line, verb, Shape.PAST).start)
    parties = [*parties_of(passage.cast, who.people), *(side.party for side in who.sides)]
    return ((party, "mediated") for party in parties)


def _of_subject(passage: Passage, found: Sighting, verb: int, phrase: Phrase) -> Sighting:
    """The sighting with the subject of its verb: a host, or one of those who meet."""
    start = verb_group(passage.line, verb, Shape.PAST).start
    who = subject(passage, start)
    if any(passage.text(verb, verb + length) in forms("host") for length in (1, 2)):
        place = found.place or _at_home(passage, start, who) or _city_before(passage, start)
        return replace(found, host=who, group=Group(who.people) + found.group, place=place)
    joins = any(passage.text(verb, verb + length) in forms("take_part") for length in (1, 2, 3))
    if phrase.between and len(phrase.inner.people) + len(phrase.inner.sides) > 1 and not joins:
        return found
    if joins and found.definite and not phrase.group:
        return replace(found, group=who, joined=True)
    proposes = found.standing is Status.PROPOSED and not phrase.inner and passage.word(verb - 1) in forms("propose")
    return found if proposes else replace(found, group=who + found.group)


def _at_home(passage: Passage, at: int, host: Group) -> Place | None:
    """Where a state that hosts talks does so: in its capital, if that stands for it, or else somewhere in it."""
    if len(host.sides) != 1 or host.people:
        return None
    party = host.sides[0].party
    who = next((who for who in reversed(passage.line.whos) if who.end <= at and party in who.actors), None)
    return seat_of(passage, party, capital=who is not None and who.form is Form.METONYM)


def _city_before(passage: Passage, at: int) -> Place | None:
    """The city that hosts, where it is the subject of the verb group at ``at`` as a place."""
    spot = passage.place_at(at - 1) if at else None
    return where(spot) if spot else None


def _of_clause(passage: Passage, found: Sighting, phrase: Phrase) -> Sighting:
    """The sighting with the subject of its clause, where that takes part: "after talks with X, Y said"."""
    before = passage.word(phrase.start - 1)
    appears = phrase.trigger.cue.kind is Kind.APPEARANCE
    if not phrase.owner and (appears or (phrase.inner.size and not phrase.between)):
        return replace(found, group=subject(passage, phrase.start) + found.group)
    if not phrase.group and before == "for" and _travels(passage, phrase.start):
        return replace(found, group=Group(subject(passage, phrase.start).people), facing=False)
    if not phrase.group and phrase.determiner in ("a", "an") and before in ("at", "during", "in"):
        who = subject(passage, phrase.start)
        together = len(who.sides) + len(who.people) > 1
        return replace(found, group=who if together else NOBODY, alone=_speaks_alone(passage, who))
    return found


def _speaks_alone(passage: Passage, who: Group) -> bool:
    """Whether one person is the subject of a clause, and no other is named in the sentence."""
    named = {actor for one in passage.line.whos for actor in one.actors}
    others = {actor for actor in named if passage.cast[actor].kind is ActorKind.PERSON} - set(who.people)
    return len(who.people) == 1 and not who.sides and not others


def _travels(passage: Passage, at: int) -> bool:
    """Whether the clause around a phrase tells of a journey."""
    start = clause_start(passage, at)
    return any(t.cue.kind is Kind.TRAVEL and start <= t.first < at for t in triggers(passage.line))


__all__ = ["by_noun", "object_of"]
