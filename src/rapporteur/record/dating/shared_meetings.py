"""Meetings that several articles tell: the day that one of them knows bounds the day on which another was published."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from rapporteur.intake.article import Article
from rapporteur.reading.claims import MeetingClaim, Reading, Status, TimeRule
from rapporteur.reading.dates.rules import decode, reach
from rapporteur.record.dating.clue import Clue
from rapporteur.record.dating.day_sets import DaySet
from rapporteur.record.dating.told_days import published_for, tells_day
from rapporteur.reference.forms import fold
from rapporteur.when import When

_SURE = 7
"""Days: a meeting whose day is known no better than to a week dates nothing."""


@dataclass(frozen=True, slots=True)
class Told:
    """One article's report of a meeting that has taken place, by what tells meetings apart."""

    article: str
    parties: frozenset[str]
    place: str
    level: str | None
    round: int | None
    people: frozenset[str]
    when: When
    rule: TimeRule | None


def tellings(article: Article, reading: Reading) -> tuple[Told, ...]:
    """The meetings that `reading` tells of as held, with parties, place and a day."""
    names = {actor.id: fold(actor.key or actor.name) for actor in reading.actors}
    return tuple(
        _told(article, claim, names)
        for claim in reading.meetings
        if claim.status is Status.HELD and claim.place and len(claim.parties) > 1 and (claim.rule or claim.when)
    )


def _told(article: Article, claim: MeetingClaim, names: dict[str, str]) -> Told:
    return Told(
        article.id,
        frozenset(names.get(party, party) for party in claim.parties),
        fold(claim.place.name) if claim.place else "",
        claim.level,
        claim.round,
        frozenset(names.get(person.actor, person.actor) for person in claim.participants),
        claim.when,
        claim.rule,
    )


def is_one_meeting(one: Told, other: Told) -> bool:
    """Whether two reports can hardly be of two meetings: same parties, place and level, and people in common.

    Where neither names anybody, three parties at one place and level are enough.
    """
    if one.parties != other.parties or one.place != other.place or one.level != other.level or one.level is None:
        return False
    if one.round and other.round and one.round != other.round:
        return False
    shared = _surnames(one.people) & _surnames(other.people)
    return len(shared) >= 2 or (len(one.parties) > 2 and not (one.people and other.people))


def _surnames(people: frozenset[str]) -> set[str]:
    return {name.split(" ")[-1] for name in people}


def meeting_clues(mine: Sequence[Told], others: Sequence[tuple[Told, DaySet]]) -> tuple[Clue, ...]:
    """Clues for an article of which `mine` are the meetings, from other articles' meetings and publication days.

    If several known meetings could be the one meant, the article may have been published after any of them.
    """
    found = []
    for telling in mine:
        if telling.rule is None or not tells_day(telling.rule):
            continue
        allowed, sources = DaySet(0), set()
        for other, published in others:
            day = _known_day(other, published) if is_one_meeting(telling, other) else None
            if day:
                allowed |= published_for(telling.rule, *day)
                sources.add(f"the meeting that it tells was on {When(*day).edtf}")
        if allowed:
            found.append(Clue(allowed, "; ".join(sorted(sources))))
    return tuple(found)


def _known_day(telling: Told, published: DaySet) -> tuple[dt.date, dt.date] | None:
    """The days of a meeting, if they are known to a week: outright, or from its article's publication day."""
    low, high = telling.when.earliest, telling.when.latest
    if telling.rule is not None:
        if published.first is None or published.last is None:
            return None
        low = reach(decode(telling.rule), published.first).low
        high = reach(decode(telling.rule), published.last).high
    return (low, high) if low and high and (high - low).days < _SURE else None
