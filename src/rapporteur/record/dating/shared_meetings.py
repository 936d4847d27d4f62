"""Meetings that several articles tell: the day that one of them knows bounds the day on which another was published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapporteur.intake.article import Article
from rapporteur.reading.claims import MeetingClaim, Reading, Status, TimeRule
from rapporteur.record.dating.clue import Clue
from rapporteur.record.dating.day_sets import DaySet, of_when
from rapporteur.record.dating.told_days import published_for, tells_few, told_for
from rapporteur.reference.forms import fold
from rapporteur.when import When

_SURE = 7
"""Days: a meeting known to a week dates every article that tells it; another only where each tells just one such."""
_LONGEST = 1500
"""Days: an article dated no better than to so many dates no meeting."""


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

    Three parties at one place and level need but one, and none where a report names nobody.
    """
    if one.parties != other.parties or one.place != other.place or one.level != other.level or one.level is None:
        return False
    if one.round and other.round and one.round != other.round:
        return False
    shared = len(_surnames(one.people) & _surnames(other.people))
    needed = 2 if len(one.parties) < 3 else 1 if one.people and other.people else 0
    return shared >= needed


def _surnames(people: frozenset[str]) -> set[str]:
    return {name.split(" ")[-1] for name in people}


def meeting_clues(mine: Sequence[Told], others: Sequence[tuple[Told, DaySet]]) -> tuple[Clue, ...]:
    """Clues for an article of which `mine` are the meetings, from other articles' meetings and publication days.

    If several known meetings could be the one meant, the article may have been published after any of them.
    """
    found, told = [], [other for other, _ in others]
    for telling in mine:
        if telling.rule is None or not tells_few(telling.rule):
            continue
        allowed, sources = DaySet(0), set()
        for other, published in others:
            days = _days(other, published) if is_one_meeting(telling, other) else DaySet(0)
            if days and (_is_known(days) or (_is_alone(telling, mine) and _is_alone(other, told))):
                allowed |= published_for(telling.rule, days)
                sources.add(_reason(days))
        if allowed:
            found.append(Clue(allowed, "; ".join(sorted(sources))))
    return tuple(found)


def _days(telling: Told, published: DaySet) -> DaySet:
    """The days on which a meeting may have been, if its article's day is known well enough; else none."""
    if telling.rule is None:
        return of_when(telling.when) if _is_known(of_when(telling.when)) else DaySet(0)
    known = published.first and published.last and len(published) <= _LONGEST and tells_few(telling.rule)
    return told_for(telling.rule, published) if known else DaySet(0)


def _is_known(days: DaySet) -> bool:
    """Whether the days of a meeting are known to a week."""
    return days.first is not None and days.last is not None and (days.last - days.first).days < _SURE


def _is_alone(telling: Told, among: Sequence[Told]) -> bool:
    """Whether its article tells of no other meeting of that kind, which the other report might mean."""
    of_kind = [told for told in among if told.article == telling.article and _kind(told) == _kind(telling)]
    return len({(told.rule, told.when) for told in of_kind}) == 1


def _kind(telling: Told) -> tuple[frozenset[str], str, str | None]:
    return telling.parties, telling.place, telling.level


def _reason(days: DaySet) -> str:
    if _is_known(days) and days.first and days.last:
        return f"the meeting that it tells was on {When(days.first, days.last).edtf}"
    return f"another report of the meeting leaves it {len(days)} days from {days.first} to {days.last}"
