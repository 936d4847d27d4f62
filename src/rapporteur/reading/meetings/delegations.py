"""Delegations: who is on a side, as a report lists it: "the Ruritanian delegation included A and B"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapporteur.reading.meetings.attendance import read_group
from rapporteur.reading.meetings.cues import forms, pattern, words
from rapporteur.reading.meetings.passages import Passage
from rapporteur.reading.meetings.subjects import subject
from rapporteur.reading.meetings.tables import party_of
from rapporteur.spans import Span

_REACH = 4  # words between the party and the noun, and between the noun and the verb


@dataclass(frozen=True, slots=True)
class Delegation:
    """The people whom a party sends.  ``number`` is that of the sentence, ``span`` the sentence itself."""

    party: str
    people: tuple[str, ...]
    number: int
    span: Span


def delegations(passage: Passage) -> Iterator[Delegation]:
    """Yield the delegations that the sentence lists or whose leader it names."""
    text = " ".join(passage.line.words)
    for noun in pattern("delegation_nouns").finditer(text):
        at = text[: noun.start()].count(" ")
        party = _party(passage, at)
        verb = pattern("delegations").match(text, noun.end() + 1)
        if party and verb:
            end = at + noun[0].count(" ") + verb[0].count(" ") + 2
            yield from _delegation(passage, party, read_group(passage, end).people)
        elif party:
            yield from _delegation(passage, party, _leader(passage, at))


def _delegation(passage: Passage, party: str, people: tuple[str, ...]) -> Iterator[Delegation]:
    own = tuple(person for person in people if party_of(passage.cast, person) in (party, None))
    if own:
        yield Delegation(party, own, passage.number, passage.line.sentence)


def _leader(passage: Passage, at: int) -> tuple[str, ...]:
    """Who leads the delegation at ``at``: "X, leader of the Ruritanian delegation", "X, who headed the delegation"."""
    for place in range(at - 1, max(-1, at - _REACH - 2), -1):
        word = passage.word(place)
        if word in words("leaders_of") and passage.word(place + 1) == "of":
            comma = place - 1 - (passage.word(place - 1) == "the")
            who = passage.line.who_ending(comma) if passage.word(comma) == "," else None
            return passage.people(who) if who else ()
        if word in forms("leads"):
            return subject(passage, place).people
    return ()


def _party(passage: Passage, at: int) -> str | None:
    """The party whose delegation the noun at ``at`` is."""
    for place in range(at, max(-1, at - _REACH), -1):
        who = passage.line.who_at(place)
        if who:
            parties = passage.parties(who)
            return parties[0] if len(parties) == 1 else None
    return None


__all__ = ["Delegation", "delegations"]
