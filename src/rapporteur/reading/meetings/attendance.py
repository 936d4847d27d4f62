"""Who is at a meeting: a list of people and parties read from the words, from left to right."""

from __future__ import annotations

from functools import cache

from rapporteur.language.attribution import grammar
from rapporteur.reading.claims import Form
from rapporteur.reading.clauses.lines import Who
from rapporteur.reading.meetings.bare_nouns import is_local, is_regional, is_vague, noun_phrase, points_back
from rapporteur.reading.meetings.cues import forms, words
from rapporteur.reading.meetings.groups import Group, Roll, Side
from rapporteur.reading.meetings.levels import LEADER, attends, group_nouns, highest, longest, title_words
from rapporteur.reading.meetings.passages import Passage
from rapporteur.reading.meetings.tables import party_of
from rapporteur.reference import offices

_POSSESSIVE = frozenset({"'s", "'"})
_JOINERS = frozenset({"and", "&", "with", "plus", "both", "also", "or", "including", "participation", "–"})
_OWNERS = frozenset({"his", "her", "its", "their", "our", "my", "your"})
_OF = frozenset({"of", "from", "for", "representing"})
_MAX_GAP = 9  # words that name nobody, after which a list is over
_SEPARATELY = frozenset({"separately", "individually", "also", "later", "then"})


def group_of(passage: Passage, who: Who) -> Group:
    """Return those whom one mention means."""
    people = tuple(person for person in passage.people(who) if attends(passage.cast[person]))
    covered = {party_of(passage.cast, person) for person in people}
    return Group(people, tuple(Side(party) for party in passage.parties(who) if party not in covered), end=who.end)


def read_group(passage: Passage, at: int, until: int | None = None) -> Group:
    """Read a list of people and parties from the word at ``at`` on.

    Args:
        passage: the sentence.
        at: where the list begins, behind "with" or "between" or at the start of a clause.
        until: where it ends at the latest; the list ends sooner at a verb, a preposition or a full stop.
    """
    end = len(passage) if until is None else until
    found, gap = Roll(), 0
    first = at
    while at < end and gap <= _MAX_GAP and (at == first or not passage.breaks_quotation(at)):
        who = passage.line.who_from(at)
        step = _take_who(passage, found, who) if who else _take_word(passage, found, at, end)
        if step <= at:
            break
        gap = 0 if who else gap + step - at
        at = step
    if found.title or (found.hanging and found.level):
        found.settle(found.level)
    elif not found.people:
        found.settle()
    found.add_nameless()
    people = tuple(found.people)
    covered = {party_of(passage.cast, person) for person in people}
    sides = tuple(Side(party, level) for party, level in found.sides.items() if party not in covered)
    return Group(people, sides, found.unnamed, frozenset(found.apart), at, found.bystanders, tuple(found.strangers))


def _take_who(passage: Passage, found: Roll, who: Who) -> int:
    """Take in somebody who is mentioned; returns where to go on."""
    if who.form is Form.PRONOUN and passage.word(who.first) in _OWNERS:
        return who.end
    people, parties = passage.people(who), passage.parties(who)
    if passage.word(who.end) in _POSSESSIVE:
        found.hanging = list(parties) or [party for p in people if (party := party_of(passage.cast, p))]
        return who.end + 1
    for person in people:
        if attends(passage.cast[person]):
            found.add_person(person)
        elif party := party_of(passage.cast, person):
            found.add_party(party)
    if people:
        return past_apposition(passage, who.end)
    noun = _noun_behind(passage, who)
    if who.form is Form.DEMONYM or noun:
        found.hanging += [party for party in parties if party not in found.hanging]
    else:
        level = _level_inside(passage, who)
        found.bystanders = found.bystanders or (level is not None and passage.word(who.first - 1) in words("vague"))
        found.settle(level)
        for party in parties:
            found.add_party(party, level)
    return who.end


def _noun_behind(passage: Passage, who: Who) -> bool:
    """Whether a title or group noun follows: "Ruritania foreign minister"."""
    at = who.end
    return bool(longest(group_nouns(), passage.line.words, at) or longest(title_words(), passage.line.words, at))


def _level_inside(passage: Passage, who: Who) -> str | None:
    """The level that a nominal mention names: "the Ruritanian negotiators"."""
    for at in range(who.first, who.end):
        if found := longest(group_nouns(), passage.line.words[: who.end], at):
            return found[0]
    return None


def past_apposition(passage: Passage, at: int) -> int:
    """Return where to go on behind a person: past "(...)" and past ", chairman of the council,"."""
    if passage.word(at) == "(":
        close = next((i for i in range(at, min(at + 12, len(passage))) if passage.word(i) == ")"), None)
        at = close + 1 if close is not None else at
    if passage.word(at) != ",":
        return at
    end = next((i for i in range(at + 1, len(passage)) if passage.word(i) in (",", ".", ";", "—", "–")), len(passage))
    if passage.word(at + 1) in grammar.group("relatives"):
        return end + 1 if passage.word(end) == "," and passage.word(end + 1) == "and" else at
    inside = range(at + 1, end)
    if passage.word(at + 1) in _JOINERS or passage.word(end) != "," or _names_person(passage, inside):
        return at
    titled = any(longest(title_words(), passage.line.words, i) or passage.word(i) in words("heads") for i in inside)
    return end if titled else at


def _names_person(passage: Passage, inside: range) -> bool:
    whos = (who for who in passage.line.whos if who.first in inside and who.form is not Form.PRONOUN)
    return any(passage.people(who) for who in whos)


def _take_word(passage: Passage, found: Roll, at: int, end: int) -> int:
    """Take in a word that mentions nobody; returns where to go on, ``at`` itself where the list is over."""
    if (step := _take_noun_phrase(passage, found, at, end)) is not None:
        return step
    if (step := _take_joint(passage, found, at, end)) is not None:
        return step
    if time := passage.time_at(at):
        return time.end
    if (after := past_setting(passage, at)) > at:
        found.setting_apart = found.setting_apart or (bool(found.people) and _names_apart(passage, after))
        return after
    if passage.word(at) in words("selves"):
        return _take_self(passage, found, at)
    if passage.word(at) in _JOINERS or passage.word(at) in ('"', "(", ")"):
        return at + 1
    return at if _ends_list(passage, at) else at + 1


def _take_noun_phrase(passage: Passage, found: Roll, at: int, end: int) -> int | None:
    """Take in a noun for people; returns where to go on, None where there is none."""
    line = passage.line.words[:end]
    if bystanders := longest(_bystanders(), line, at):
        found.bystanders = True
        return bystanders[1]
    if noun := longest(group_nouns(), line, at):
        return _take_noun(passage, found, noun, at)
    if title := longest(title_words(), line, at):
        return _take_title(passage, found, title, end)
    if passage.word(at) in words("counterparts"):
        found.add_nameless(None if found.hanging else noun_phrase(passage, at, at + 1))
        return at + 1
    return None


def _take_joint(passage: Passage, found: Roll, at: int, end: int) -> int | None:
    """Take in what joins two of a list; returns where to go on, None where nothing does."""
    word = passage.word(at)
    if passage.text(at, at + 3) == "as well as" or passage.text(at, at + 2) == "and also":
        found.add_nameless()
        found.setting_apart = True
        return at + (3 if word == "as" else 2)
    if passage.text(at, at + 2) in ("along with", "together with", "joined by", "led by"):
        return at + 2
    if word == "and":
        return _past_and(passage, found, at)
    return _past_comma(passage, found, at, end) if word == "," else None


def _past_and(passage: Passage, found: Roll, at: int) -> int:
    """Where to go on behind "and": past "separately", and past "with" or "to" said once more, which sets apart too."""
    found.add_nameless()
    again = passage.word(at + 1) in ("with", "to") and not passage.is_verb(at + 2) and bool(found.people)
    apart = passage.word(at + 1) in _SEPARATELY or again
    found.setting_apart = found.setting_apart or apart
    return at + 2 if apart else at + 1


def _take_self(passage: Passage, found: Roll, at: int) -> int:
    """Take in "I" and "me": the speaker of the words around them, or an author without a name."""
    if found.people or found.sides or found.hanging:
        return at
    speaker = passage.speaker_at(at)
    if speaker is None:
        found.add_nameless(passage.line.span(at, at + 1))
        found.add_nameless()
    elif attends(passage.cast[speaker]):
        found.add_person(speaker)
    return at + 1


@cache
def _bystanders() -> dict[tuple[str, ...], str]:
    return {tuple(noun.split()): noun for noun in words("bystanders")}


def _take_noun(passage: Passage, found: Roll, noun: tuple[str, int], at: int) -> int:
    """Take in a noun for several: of the parties before or behind it, or of nobody who is named."""
    level, end = noun
    waiting, owned = bool(found.hanging), passage.word(end) in _OF
    strangers = is_vague(passage, at) or is_regional(passage, at) or (level == LEADER and is_local(passage, at))
    found.bystanders = found.bystanders or strangers
    if not (strangers or waiting or owned):
        found.add_nameless(noun_phrase(passage, at, end))
    found.settle(level)
    if owned or passage.text(end, end + 2) in ("' of", "' from"):
        found.level = highest(level, found.unnamed)
        found.unnamed = None
        return end + 1
    if not waiting and points_back(passage, at):
        found.unnamed = highest(level, found.unnamed)
    return end


def _take_title(passage: Passage, found: Roll, title: tuple[str, int], limit: int) -> int:
    """A singular title: of the person behind it, or of nobody who is named."""
    role, end = title
    at = end + (passage.word(end) == ",")
    who = passage.line.who_from(at)
    named = who is not None and bool(passage.people(who))
    if named or (end < limit and passage.word(end) in _OF) or not found.hanging:
        found.title = bool(found.hanging)
        if not named and not found.hanging:
            found.add_nameless(noun_phrase(passage, end - 1, end))
        return end
    state = passage.cast[found.hanging[-1]].key
    found.settle(offices.level_of(role, state))
    return end


def _past_comma(passage: Passage, found: Roll, at: int, end: int) -> int:
    following = passage.word(at + 1)
    if following in grammar.group("relatives") or following in ("but", "while", "who", "which"):
        return at
    if passage.is_verb(at + 1) or (following == "and" and _ends_setting(passage, at) and passage.opens_clause(at + 1)):
        return at
    begun = bool(found.people or found.sides or found.hanging or found.strangers or found.nameless)
    return at if begun and passage.opens_clause(at) and not passage.opens_clause(at, end) else at + 1


def _ends_setting(passage: Passage, at: int) -> bool:
    """Whether a day or a place that names nobody stands right before ``at``: "on Monday, and Y received Z"."""
    setting = passage.time_at(at - 1) or passage.place_at(at - 1)
    return setting is not None and passage.line.held[at - 1] < 0


def _opens_setting(passage: Passage, at: int) -> bool:
    """Whether "in Streslau" or "on Tuesday" stands at ``at``: it does not end a list."""
    if passage.word(at) not in ("in", "at", "on", "for"):
        return False
    after = at + 1 + (passage.word(at + 1) == "the")
    if (time := passage.time_at(after)) is not None:
        return (
            passage.word(at) != "for" or passage.line.who_from(time.end) is None
        )  # not "for the 1987 Ruritania summit"
    return passage.place_at(after) is not None and passage.word(at) != "for"


def _names_apart(passage: Passage, at: int) -> bool:
    """Whether "and" and somebody else with a day or place of his own follow: "met X on Monday and Y on Tuesday"."""
    if passage.word(at) != "and":
        return False
    who = next((who for who in passage.line.whos if who.first > at and passage.people(who)), None)
    return who is not None and not passage.opens_clause(at) and _opens_setting(passage, who.end)


def past_setting(passage: Passage, at: int) -> int:
    """Return where to go on behind "in Streslau" or "on Tuesday" at ``at``; ``at`` itself where none stands there."""
    if not _opens_setting(passage, at):
        return at
    after = at + 1 + (passage.word(at + 1) == "the")
    found = passage.time_at(after) or passage.place_at(after)
    return past_country(passage, found.end) if found else at


def past_country(passage: Passage, at: int) -> int:
    """Where to go on behind a city: past the country (or province) between commas that says which city it is."""
    if passage.word(at) != ",":
        return at
    region = passage.place_at(at + 1)
    ends = region is not None and (passage.word(region.end) in (",", ".", "") or passage.is_verb(region.end))
    return region.end if region and ends else at


def _ends_list(passage: Passage, at: int) -> bool:
    word = passage.word(at)
    if word in _OF:
        return not _takes_of(passage, at)
    if word in grammar.group("prepositions") or word in grammar.group("subordinators"):
        return True
    if word in forms("meet") or word in forms("hold"):
        return True
    if word in (".", ";", ":", "—", "-", "--", "?", "!", "but", "to"):
        return True
    return passage.is_verb(at)


def _takes_of(passage: Passage, at: int) -> bool:
    """Whether "of" at ``at`` belongs to a title or a name: "head of the mission", not "the endorsement of"."""
    before = at - 1
    if before >= 0 and passage.time_at(before):
        return False
    if before < 0 or passage.line.held[before] >= 0 or passage.line.is_capital(before):
        return True
    if passage.word(before) in words("heads") or passage.word(before) == "participation":
        return True
    starts = range(max(0, at - 4), at)
    ends = (longest(table, passage.line.words[:at], i) for table in (title_words(), group_nouns()) for i in starts)
    return any(found and found[1] == at for found in ends)


__all__ = ["group_of", "past_apposition", "past_country", "past_setting", "read_group"]
