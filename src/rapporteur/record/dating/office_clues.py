"""Offices: who speaks or meets as foreign minister is in office about the day of publication."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from functools import reduce

from rapporteur.reading.claims import ActorKind, LocalActor, OfficeSeen, Reading, Tenure
from rapporteur.record.dating.clue import Clue
from rapporteur.record.dating.day_sets import ALL, DaySet, stretch
from rapporteur.record.dating.told_days import tells_few
from rapporteur.reference.office_holders import ROLES, Term, terms
from rapporteur.reference.organisations import organisations
from rapporteur.reference.states import states

_AFTER = dt.timedelta(14)
"""For so long after the last day in office a report may still tell of what somebody did in it."""


_NOW = frozenset({"day", "weekday"})


def office_clues(reading: Reading) -> tuple[Clue, ...]:
    """A clue from each of the people who act in an article in an office whose holders are listed.

    Whoever attends a meeting or is quoted has taken the office by then; that he still holds it is sure only where he
    meets or speaks on a day that is counted from the day of publication, "on Tuesday": a memoir, an obituary or a
    predecessor in the background is told without.
    """
    keys = {actor.id: actor.key for actor in reading.actors if actor.key}
    acting, now = _acting(reading), _acting_now(reading)
    people = (actor for actor in reading.actors if actor.kind is ActorKind.PERSON and actor.id in acting)
    return tuple(clue for actor in people if (clue := _joined(tuple(_of(actor, keys, still=actor.id in now)))))


def _joined(clues: tuple[Clue, ...]) -> Clue | None:
    """What all offices of one person leave: one voice, however many offices are told."""
    days = reduce(DaySet.__and__, (clue.days for clue in clues), ALL)
    return Clue(days, "; ".join(clue.why for clue in clues)) if clues and days else None


def _acting(reading: Reading) -> set[str | None]:
    """Those who attend a meeting near the day of publication, or who are quoted without another day."""
    near = (claim for claim in reading.meetings if claim.rule and tells_few(claim.rule))
    attending = {person.actor for claim in near for person in claim.participants}
    return attending | {claim.speaker for claim in reading.statements if claim.rule or not claim.when}


def _acting_now(reading: Reading) -> set[str | None]:
    """Those who meet or speak on a weekday, today or yesterday."""
    near = (claim for claim in reading.meetings if claim.rule and claim.rule.kind in _NOW)
    attending = {person.actor for claim in near for person in claim.participants}
    return attending | {claim.speaker for claim in reading.statements if claim.rule and claim.rule.kind in _NOW}


def _of(actor: LocalActor, keys: Mapping[str, str], *, still: bool) -> Iterator[Clue]:
    for role in sorted({office.role for office in actor.offices} & ROLES.keys()):
        held = [office for office in actor.offices if office.role == role]
        if any(office.tenure is not Tenure.CURRENT for office in held):
            continue  # acting, designate, former: no term that the tables are sure to have
        for party in _parties(actor, held, keys):
            found = terms(actor.name, party, role)
            if found:
                yield Clue(_days(found, still=still), f"{actor.name} is {role} of {_name(found[0].party)}")


def _parties(actor: LocalActor, held: Iterable[OfficeSeen], keys: Mapping[str, str]) -> list[str] | list[None]:
    """The keys of those for whom somebody holds an office; ``None`` alone where the text does not say."""
    parties = {office.party or actor.party or "" for office in held}
    found = {keys[party] for party in parties if party in keys}
    return sorted(found) or [None]


def _name(party: str) -> str:
    known = states().get(party) or organisations().get(party)
    return known.name if known else party


def _days(held: Iterable[Term], *, still: bool) -> DaySet:
    """The days of the terms, or, where they may be over, all days from the first on."""
    days = DaySet(0)
    for term in held:
        slack = term.confidence.slack
        days |= stretch(term.first - slack, term.last + slack + _AFTER if still and term.last else None)
    return days
