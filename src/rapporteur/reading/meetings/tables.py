"""Who can be a party at a table: states, armed groups and organisations, but no newspaper and no committee."""

from __future__ import annotations

from collections.abc import Iterable

from rapporteur.reading.claims import ActorKind, LocalActor
from rapporteur.reading.meetings.cues import words
from rapporteur.reading.scene import Cast
from rapporteur.reference.organisations import organisations


def party_of(cast: Cast, actor: str) -> str | None:
    """Return the party for which an actor sits at a table, None for one that has none."""
    party = cast.party_of(actor)
    return party if party and is_party(cast[party]) else None


def parties_of(cast: Cast, actors: Iterable[str]) -> tuple[str, ...]:
    """Return the parties for which some actors sit at a table, each once, in order."""
    return tuple(dict.fromkeys(party for actor in actors if (party := party_of(cast, actor))))


def is_party(actor: LocalActor) -> bool:
    """Return whether an actor can itself be a party.

    An organisation that no table lists can, unless its name is that of an organ ("Council", "Committee").
    """
    if actor.kind in (ActorKind.STATE, ActorKind.ARMED_GROUP):
        return True
    if actor.kind is not ActorKind.ORGANISATION:
        return False
    listed = organisations().get(actor.key or "")
    if listed:
        return listed.subkind not in words("no_parties")
    return not actor.name.isupper() and not any(word in words("organs") for word in actor.name.lower().split())


__all__ = ["is_party", "parties_of", "party_of"]
