"""What is left of entries when somebody in them is judged not to be there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TypeVar

from rapporteur.record.codec import Entry
from rapporteur.record.model import Actor, Commitment, Event, Meeting, Position, Statement

Kind = TypeVar("Kind", bound=Entry)
_SIDES = 2


def without(entries: Sequence[Kind], gone: Collection[str]) -> tuple[Kind, ...]:
    """``entries`` without the actors of these ids; an entry that is nothing without them is left out."""
    if not gone:
        return tuple(entries)
    left = (_left(entry, gone) for entry in entries)
    return tuple(entry for entry in left if entry is not None)  # type: ignore[misc]


def on_issues(positions: Sequence[Position], left: Collection[str]) -> tuple[Position, ...]:
    """The positions on issues of these ids: one whose issue is judged to be none is nothing."""
    return tuple(position for position in positions if position.issue in left)


def _left(entry: Entry, gone: Collection[str]) -> Entry | None:
    def rest(actors: Sequence[str]) -> tuple[str, ...]:
        return tuple(actor for actor in actors if actor not in gone)

    def one(actor: str | None) -> str | None:
        return None if actor in gone else actor

    match entry:
        case Actor():
            offices = tuple(replace(office, party=one(office.party)) for office in entry.offices)
            return None if entry.id in gone else replace(entry, party=one(entry.party), offices=offices)
        case Meeting():
            people = tuple(person for person in entry.participants if person.actor not in gone)
            people = tuple(replace(person, party=one(person.party)) for person in people)
            parties, others = rest(entry.parties), rest(entry.facilitators)
            if len(parties) < _SIDES and len(people) < _SIDES:
                return None
            return replace(entry, parties=parties, participants=people, host=one(entry.host), facilitators=others)
        case Statement():
            return replace(entry, speaker=one(entry.speaker), addressee=one(entry.addressee))
        case Position():
            return None if entry.party in gone else replace(entry, speaker=one(entry.speaker))
        case Commitment():
            return replace(entry, by=rest(entry.by), to=rest(entry.to)) if rest(entry.by) else None
        case Event():
            doing, receiving = rest(entry.actors), rest(entry.recipients)
            alone = len(set(doing) | set(receiving)) < _SIDES and set(entry.actors) == set(entry.recipients)
            return None if alone or not (doing or receiving) else replace(entry, actors=doing, recipients=receiving)
    return entry


__all__ = ["on_issues", "without"]
