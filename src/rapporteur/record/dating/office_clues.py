"""Offices: who speaks or meets as foreign minister is in office about the day of publication."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from functools import reduce

from rapporteur.reading.claims import ActorKind, LocalActor, MeetingClaim, OfficeSeen, Reading, StatementClaim, Tenure
from rapporteur.record.dating.clue import Clue
from rapporteur.record.dating.day_sets import ALL, DaySet, stretch
from rapporteur.record.dating.told_days import tells_few
from rapporteur.reference.office_holders import ROLES, Term, terms
from rapporteur.reference.organisations import organisations
from rapporteur.reference.states import states

_AFTER = dt.timedelta(14)
"""For so long after the last day in office a report may still tell of what somebody did in it."""
_YEAR = dt.timedelta(366)
"""What is told by its day and month alone was within a year."""
_WITHIN = {"day": _AFTER, "weekday": _AFTER, "monthday": _YEAR + _AFTER}
"""By the kind of the rule of what somebody does: for how long after it he may have been reported."""


def office_clues(reading: Reading) -> tuple[Clue, ...]:
    """A clue from each of the people who act in an article in an office whose holders are listed.

    Whoever attends a meeting or is quoted has taken the office by then; that he still holds it is sure only where he
    meets or speaks on a day that is counted from the day of publication, "on Tuesday": a memoir, an obituary or a
    predecessor in the background is told without. By "on 5 May" he held it within a year.
    """
    keys = {actor.id: actor.key for actor in reading.actors if actor.key}
    acting, within = _acting(reading), _within(reading)
    people = (actor for actor in reading.actors if actor.kind is ActorKind.PERSON and actor.id in acting)
    return tuple(clue for actor in people if (clue := _joined(tuple(_of(actor, keys, within.get(actor.id))))))


def _joined(clues: tuple[Clue, ...]) -> Clue | None:
    """What all offices of one person leave: one voice, however many offices are told."""
    days = reduce(DaySet.__and__, (clue.days for clue in clues), ALL)
    return Clue(days, "; ".join(clue.why for clue in clues)) if clues and days else None


def _acting(reading: Reading) -> set[str | None]:
    """Those who attend a meeting near the day of publication, or who are quoted without another day."""
    near = (claim for claim in reading.meetings if claim.rule and tells_few(claim.rule))
    attending = {person.actor for claim in near for person in claim.participants}
    return attending | {claim.speaker for claim in reading.statements if claim.rule or not claim.when}


def _within(reading: Reading) -> dict[str, dt.timedelta]:
    """For those who meet or speak on a day that is counted from publication: how long ago it can have been."""
    found: dict[str, dt.timedelta] = {}
    claims: list[MeetingClaim | StatementClaim] = [*reading.meetings, *reading.statements]
    for claim in claims:
        reach = _WITHIN.get(claim.rule.kind) if claim.rule else None
        people = [p.actor for p in claim.participants] if isinstance(claim, MeetingClaim) else [claim.speaker]
        for person in people if reach else ():
            if person and reach:
                found[person] = min(reach, found.get(person, reach))
    return found


def _of(actor: LocalActor, keys: Mapping[str, str], within: dt.timedelta | None) -> Iterator[Clue]:
    for role in sorted({office.role for office in actor.offices} & ROLES.keys()):
        held = [office for office in actor.offices if office.role == role]
        if any(office.tenure is not Tenure.CURRENT for office in held):
            continue  # acting, designate, former: no term that the tables are sure to have
        for party in _parties(actor, held, keys):
            found = terms(actor.name, party, role)
            if found:
                yield Clue(_days(found, within), f"{actor.name} is {role} of {_name(found[0].party)}")


def _parties(actor: LocalActor, held: Iterable[OfficeSeen], keys: Mapping[str, str]) -> list[str] | list[None]:
    """The keys of those for whom somebody holds an office; ``None`` alone where the text does not say."""
    parties = {office.party or actor.party or "" for office in held}
    found = {keys[party] for party in parties if party in keys}
    return sorted(found) or [None]


def _name(party: str) -> str:
    known = states().get(party) or organisations().get(party)
    return known.name if known else party


def _days(held: Iterable[Term], within: dt.timedelta | None) -> DaySet:
    """The days of the terms, or, where nothing tells how long ago it was, all days from the first on."""
    days = DaySet(0)
    for term in held:
        slack = term.confidence.slack
        days |= stretch(term.first - slack, term.last + slack + within if within and term.last else None)
    return days
