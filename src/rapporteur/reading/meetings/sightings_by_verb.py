"""Meetings told of by a verb: "met", "received", "telephoned", "speaking alongside"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from rapporteur.language.attribution import grammar
from rapporteur.language.attribution.cues import Shape
from rapporteur.reading.claims import Status
from rapporteur.reading.clauses.verb_groups import VerbGroup, verb_group
from rapporteur.reading.meetings.attendance import past_setting, read_group
from rapporteur.reading.meetings.cues import Kind, Trigger, pattern, table, triggers, words
from rapporteur.reading.meetings.groups import NOBODY, Group
from rapporteur.reading.meetings.occasion import joined, setting_of
from rapporteur.reading.meetings.passages import Passage, is_day
from rapporteur.reading.meetings.sighting import Sighting
from rapporteur.reading.meetings.status import Negated, verb_standing
from rapporteur.reading.meetings.subjects import clause_end, subject
from rapporteur.reading.meetings.tables import parties_of, party_of
from rapporteur.reading.meetings.whether import is_false_friend, is_habit
from rapporteur.reference.offices import titles

_TO_PURPOSE = 3  # words from "for" to the meeting
_FAR_OBJECT = 8  # words of titles between a verb and the person who is its object
_BEHIND_INTRANSITIVE = ("prepositions", "conjunctions", "subordinators", "adverbs", "times")


def by_verb(passage: Passage, trigger: Trigger) -> Iterator[Sighting]:
    """Yield what the verb at ``trigger`` tells of: several meetings, where somebody met others one by one."""
    verb = verb_group(passage.line, trigger.first, trigger.cue.shape or Shape.PAST)
    standing = verb_standing(passage, trigger)
    if isinstance(standing, Negated) or is_false_friend(passage, trigger) or is_habit(passage, trigger):
        return
    who = subject(passage, verb.start)
    found = (
        _met(passage, trigger, who, verb) if trigger.cue.kind is Kind.MEET else _received(passage, trigger, who, verb)
    )
    host = NOBODY
    if trigger.cue.kind is Kind.RECEIVE:
        host = read_group(passage, _behind_settings(passage, trigger.end) + 1) if verb.passive else who
    for group in found:
        sighting = _of_verb(passage, trigger, standing, group)
        faces = _faces(group, who)
        open_ = sighting.open and not (faces and group.unnamed)
        sighting = replace(sighting, host=host, facing=faces, open=open_)
        yield _on_own_day(passage, sighting) if len(found) > 1 else sighting


def _faces(group: Group, who: Group) -> bool:
    """Whether others than the subject are in a group."""
    return len(group.people) > len(who.people) or group.sides != who.sides or group.unnamed != who.unnamed


def by_appearance(passage: Passage, trigger: Trigger) -> Iterator[Sighting]:
    """Yield the meeting of two who speak side by side."""
    whom, who = read_group(passage, trigger.end), subject(passage, trigger.first)
    if whom.people and who.people:
        yield _of_verb(passage, trigger, Status.HELD, who + Group(whom.people))


def _of_verb(passage: Passage, trigger: Trigger, standing: Status | None, group: Group) -> Sighting:
    setting = setting_of(passage, trigger, trigger.first, trigger.end)
    return Sighting(
        passage=passage,
        trigger=trigger,
        standing=standing,
        group=group,
        times=setting.times,
        place=setting.place,
        venue=setting.venue,
        theirs=_is_theirs(passage, trigger),
        another=passage.word(trigger.end) == "again",
        weak=trigger.cue.weak,
        recent=bool(words("recent") & set(passage.line.words[max(0, trigger.first - 2) : trigger.end + 1])),
        open=trigger.cue.name in words("only_remote") and not setting.remote and len(group.people) < 2,
    )


def _is_theirs(passage: Passage, trigger: Trigger) -> bool:
    """Whether a pronoun for several is the subject: "they met"."""
    start = verb_group(passage.line, trigger.first, trigger.cue.shape or Shape.PAST).start
    return passage.word(start - 1) in ("both", "pair", "they", "two")


def _received(passage: Passage, trigger: Trigger, who: Group, verb: VerbGroup) -> list[Group]:
    """Who received or rang whom."""
    if verb.passive:
        by = _behind_settings(passage, trigger.end)
        return [who + read_group(passage, by + 1)] if passage.word(by) == "by" else []
    whom = read_group(passage, trigger.end) if _is_direct(passage, trigger.end) else NOBODY
    if trigger.cue.kind is Kind.CALL_ON and passage.word(whom.end) in ("to", "for", "not"):
        return []
    return [who + whom] if whom.people or whom.unnamed or any(side.level for side in whom.sides) else []


def _is_direct(passage: Passage, at: int) -> bool:
    """Whether the person behind a verb is its object: no other noun, comma or number stands between."""
    who = next((who for who in passage.line.whos if who.first >= at and passage.people(who)), None)
    if who is None or who.first - at > _FAR_OBJECT:
        return who is None or _is_office(read_group(passage, at, who.first))
    between = _before_office(passage.line.words[at : who.first])
    return not any(word == "," or word[0].isdigit() or word in grammar.group("prepositions") for word in between)


def _is_office(group: Group) -> bool:
    """Whether a list is of people who are known by their office: "met the Ruritanian minister"."""
    return bool(group.unnamed) or any(side.level is not None for side in group.sides)


def _before_office(between: Sequence[str]) -> Sequence[str]:
    """The words before an office beside its holder: "met Chad's minister, X", "met the head of ECOWAS, X"."""
    if not between or between[-1] != ",":
        return between
    title = next((at for at in range(len(between) - 2, -1, -1) if between[at] in _last_words_of_titles()), None)
    if title is None or (between[title + 1] != "of" and title + 2 != len(between)):
        return between
    return between[:title]


@cache
def _last_words_of_titles() -> frozenset[str]:
    return frozenset(title.split()[-1] for title in titles())


def _met(passage: Passage, trigger: Trigger, who: Group, verb: VerbGroup) -> list[Group]:
    """Who met whom: one group for each meeting; none where those met are no party to talks."""
    takes, at = trigger.cue.takes, _past_adverbs(passage, trigger.end)
    strangers = who.bystanders and not who and who.level is None
    points = passage.word(at) in ("it", "that", "this", "these") and passage.time_at(at) is None
    if strangers or verb.passive or points:
        return []
    if "topic" in takes:
        return _discussed(passage, trigger, who)
    whom = NOBODY
    if "company" in takes:
        return _joined(passage, who, at)
    if passage.word(at) in takes:
        whom = read_group(passage, at + 1)
        if set(passage.line.words[trigger.end : at]) & {"individually", "separately"}:
            whom = replace(whom, apart=frozenset(whom.people))
    elif "object" in takes and _is_direct(passage, at):
        whom = read_group(passage, at)
    if whom or whom.unnamed:
        return [] if whom.bystanders and not whom.people else split(passage, who, whom)
    alone = "none" in takes and not whom.bystanders and _is_intransitive(passage, at)
    return [who + _heads(passage, trigger)] if alone else []


def _joined(passage: Passage, who: Group, at: int) -> list[Group]:
    """Who joined whom for a meeting."""
    nouns = [trigger.first for trigger in triggers(passage.line) if trigger.cue.is_noun and trigger.first > at]
    purpose = next((i for i in range(at, min(nouns, default=at)) if passage.word(i) == "for"), None)
    if purpose is None or nouns[0] - purpose > _TO_PURPOSE:
        return []
    whom = read_group(passage, at, purpose)
    return [who + whom] if whom.size else []


def _heads(passage: Passage, trigger: Trigger) -> Group:
    """Those under whom people met: "the committee met under the two ministers, X and Y"."""
    for at in range(trigger.end, clause_end(passage, trigger.end)):
        if under := pattern("under").match(passage.text(at, at + 3)):
            group = read_group(passage, at + len(under[0].split()))
            return group if len(group.people) > 1 else NOBODY
    return NOBODY


def _discussed(passage: Passage, trigger: Trigger, who: Group) -> list[Group]:
    """Who discussed something with whom."""
    inside = range(trigger.end, clause_end(passage, trigger.end))
    at = next((i for i in inside if passage.word(i) == "with"), None)
    whom = read_group(passage, at + 1) if at is not None else NOBODY
    ranked = len(who.people) + len(who.unnamed) + sum(side.level is not None for side in who.sides)
    return [who + whom] if whom.people or ranked > 1 else []


def _past_adverbs(passage: Passage, at: int) -> int:
    """Where the object begins, or "with": behind "again", "by telephone", "in Streslau on Tuesday"."""
    here = _behind_settings(passage, at)
    return here if passage.word(here) in ("with", "to") else at + _is_adverb(passage.word(at))


def _behind_settings(passage: Passage, at: int) -> int:
    """Where to go on behind any number of adverbs, days and places."""
    while at < len(passage) and (after := _past_adverb(passage, at)) > at:
        at = after
    return at


def _past_adverb(passage: Passage, at: int) -> int:
    text = passage.text(at, at + 4)
    for place in table()["remotely"]:
        if remote := pattern("remotely", place).match(text):
            return at + len(remote[0].split())
    if time := passage.time_at(at):
        return time.end
    return max(past_setting(passage, at), at + _is_adverb(passage.word(at)))


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") or word in ("again", "also", "earlier", "here", "later", "there")


def _is_intransitive(passage: Passage, at: int) -> bool:
    """Whether no object follows a verb: what is met is no party, where one does ("met the deadline")."""
    word = passage.word(at)
    if not word or not word[0].isalnum() or passage.time_at(at) or word.endswith("ly"):
        return True
    return word == "to" or any(word in grammar.group(name) for name in _BEHIND_INTRANSITIVE)


def split(passage: Passage, who: Group, whom: Group) -> list[Group]:
    """Part those whom somebody met: people of one party, and those whom the list sets apart, were met one by one."""
    guests = {*parties_of(passage.cast, who.people), *(side.party for side in who.sides)}
    parties = {party_of(passage.cast, person) for person in whom.people}
    if len(guests) > 1 or len(who.people) > 1 or len(whom.people) < 2 or whom.sides:
        return [who + whom]
    if whom.apart or len(parties) == 1:
        return [who + Group((person,)) for person in whom.people]
    return [who + whom]


def _on_own_day(passage: Passage, sighting: Sighting) -> Sighting:
    """The sighting with the day that stands right behind the person met: "X on Monday and Y on Tuesday"."""
    behind = [who for who in passage.line.whos if who.first >= sighting.trigger.end]
    ends = [_past_party(passage, who.end) for who in behind if who.actors[0] in sighting.group.people]
    days = (time for time in passage.times if is_day(time.thing) and any(0 <= time.first - end <= 1 for end in ends))
    own = next(days, None)
    return replace(sighting, times=joined(passage, own)) if own else sighting


def _past_party(passage: Passage, at: int) -> int:
    """Where to go on behind a person's party: "X of Ruritania"."""
    if passage.word(at) != "of":
        return at
    end = at + 1 + (passage.word(at + 1) == "the")
    while end < len(passage) and passage.line.held[end] >= 0:
        end += 1
    return end


__all__ = ["by_appearance", "by_verb", "split"]
