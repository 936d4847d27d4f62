"""Offices: who speaks or meets as foreign minister is in office about the day of publication."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce

from rapporteur.reading.claims import (
    ActorKind,
    LocalActor,
    MeetingClaim,
    OfficeSeen,
    Reading,
    StatementClaim,
    Tenure,
    TimeRule,
)
from rapporteur.reading.dates.rules import decode, reach
from rapporteur.record.dating.clue import Clue
from rapporteur.record.dating.day_sets import ALL, DaySet, in_year, stretch
from rapporteur.record.dating.told_days import tells_few
from rapporteur.reference.office_holders import ROLES, Confidence, Term, terms
from rapporteur.reference.organisations import organisations
from rapporteur.reference.states import states

_FAR = 14
"""Days: longer after the last day in office no report tells by a weekday of what somebody did in it."""
_YEAR = dt.timedelta(355)
"""What is told by its day and month alone was not quite a year ago: on the day itself it is the new one."""


def office_clues(reading: Reading) -> tuple[Clue, ...]:
    """A clue from each of the people who act in an article in an office whose holders are listed.

    Whoever attends a meeting or is quoted has taken the office by then; that he still holds it is sure only where he
    meets or speaks on a day that is counted from the day of publication, "on Tuesday": a memoir, an obituary or a
    predecessor in the background is told without. By "on 5 May" he held it on the last such day within a year.
    """
    keys = {actor.id: actor.key for actor in reading.actors if actor.key}
    acting, told = _acting(reading), _told(reading)
    people = (actor for actor in reading.actors if actor.kind is ActorKind.PERSON and actor.id in acting)
    return tuple(clue for actor in people if (clue := _joined(tuple(_of(actor, keys, told[actor.id])))))


def _joined(clues: tuple[Clue, ...]) -> Clue | None:
    """What all offices of one person leave: one voice, however many offices are told."""
    days = reduce(DaySet.__and__, (clue.days for clue in clues), ALL)
    return Clue(days, "; ".join(clue.why for clue in clues)) if clues and days else None


def _acting(reading: Reading) -> set[str | None]:
    """Those who attend a meeting near the day of publication, or who are quoted without another day."""
    near = (claim for claim in reading.meetings if claim.rule and tells_few(claim.rule))
    attending = {person.actor for claim in near for person in claim.participants}
    return attending | {claim.speaker for claim in reading.statements if claim.rule or not claim.when}


def _told(reading: Reading) -> Mapping[str, Sequence[TimeRule]]:
    """For those who meet or speak on a day that is counted from publication: the rules of these days."""
    found: dict[str, list[TimeRule]] = defaultdict(list)
    claims: list[MeetingClaim | StatementClaim] = [*reading.meetings, *reading.statements]
    for claim in claims:
        people = [p.actor for p in claim.participants] if isinstance(claim, MeetingClaim) else [claim.speaker]
        for person in people:
            if person and claim.rule and claim.rule.kind in ("day", "weekday", "monthday"):
                found[person].append(claim.rule)
    return found


def _of(actor: LocalActor, keys: Mapping[str, str], told: Sequence[TimeRule]) -> Iterator[Clue]:
    for role in sorted({office.role for office in actor.offices} & ROLES.keys()):
        held = [office for office in actor.offices if office.role == role]
        if any(office.tenure is not Tenure.CURRENT for office in held):
            continue  # acting, designate, former: no term that the tables are sure to have
        for party in _parties(actor, held, keys):
            found = terms(actor.name, party, role)
            if found:
                yield Clue(_days(found, told), f"{actor.name} is {role} of {_name(found[0].party)}")


def _parties(actor: LocalActor, held: Iterable[OfficeSeen], keys: Mapping[str, str]) -> list[str] | list[None]:
    """The keys of those for whom somebody holds an office; ``None`` alone where the text does not say."""
    parties = {office.party or actor.party or "" for office in held}
    found = {keys[party] for party in parties if party in keys}
    return sorted(found) or [None]


def _name(party: str) -> str:
    known = states().get(party) or organisations().get(party)
    return known.name if known else party


def _days(held: Iterable[Term], told: Sequence[TimeRule]) -> DaySet:
    """The days of the terms, or, where nothing tells how long ago it was, all days from the first on."""
    days = DaySet(0)
    for term in held:
        last = min((_latest(rule, _end(term, term.last)) for rule in told), default=None) if term.last else None
        days |= stretch(term.first - term.confidence.slack, last)
    return days


def _end(term: Term, last: dt.date) -> dt.date:
    """The latest day on which something may have been done in an office: with a sure row it is the last of the row."""
    return last if term.confidence is Confidence.HIGH else last + term.confidence.slack


def _latest(rule: TimeRule, end: dt.date) -> dt.date:
    """Until when somebody whose term ends may be reported to have done something in it on the day of a rule."""
    if rule.kind != "monthday":
        steps = decode(rule)
        reported = (end + dt.timedelta(away) for away in range(_FAR, 0, -1))
        return next((day for day in reported if (at := reach(steps, day).low) and at <= end), end)
    month, day = map(int, (rule.text or "").split(" ")[0].split("-"))
    year = end.year - ((end.month, end.day) < (month, day))
    return in_year(year, month, day) + _YEAR
