"""Who is involved: the people of each party, and the parties for which nobody is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rapporteur.reading.claims import ActorKind
from rapporteur.record.model import Actor


@dataclass(frozen=True, slots=True)
class Side:
    """A party (``None``: not stated) with its people, those with offices first, then by name."""

    party: Actor | None
    people: tuple[Actor, ...]


def sides(actors: Sequence[Actor], weights: Counter[str]) -> tuple[Side, ...]:
    """The people among ``actors`` by party.

    Args:
        actors: everybody and everything in the record.
        weights: how often each actor counts for the order; heavier parties and people come first.

    Returns:
        A side for every party that has people; those whose party is not stated come last.
    """
    known = {actor.id: actor for actor in actors}
    grouped: dict[str | None, list[Actor]] = {}
    for actor in actors:
        if actor.kind is ActorKind.PERSON:
            grouped.setdefault(actor.party if actor.party in known else None, []).append(actor)
    found = [
        Side(known[party] if party else None, tuple(sorted(people, key=lambda a: _rank(a, weights))))
        for party, people in grouped.items()
    ]
    return tuple(sorted(found, key=lambda side: _weight(side, weights)))


def without_people(actors: Sequence[Actor], named: Sequence[Side]) -> tuple[Actor, ...]:
    """The actors that are no people and for whom nobody in ``named`` speaks, by kind and name; places are no actors."""
    spoken_for = {side.party.id for side in named if side.party}
    left = (a for a in actors if a.kind not in (ActorKind.PERSON, ActorKind.PLACE) and a.id not in spoken_for)
    return tuple(sorted(left, key=lambda a: (a.kind, a.name.casefold(), a.id)))


def _rank(actor: Actor, weights: Counter[str]) -> tuple[bool, int, str, str]:
    return not actor.offices, -weights[actor.id], actor.name.casefold(), actor.id


def _weight(side: Side, weights: Counter[str]) -> tuple[bool, int, str]:
    if side.party is None:
        return True, 0, ""
    return False, -weights[side.party.id] - sum(weights[person.id] for person in side.people), side.party.id
