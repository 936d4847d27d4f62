"""Claims in the record's terms: the record's actors in place of an article's own, and the parties that others tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rapporteur.reading.claims import ActorKind, MeetingClaim, Participant, Reading
from rapporteur.reading.meetings.levels import shared_level
from rapporteur.record.identity.identity import Identity
from rapporteur.record.model import Actor
from rapporteur.reference.offices import level_of

PARTIES = frozenset({ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.ARMED_GROUP})


def with_actors(reading: Reading, identity: Identity) -> Reading:
    """The reading with the record's actor ids in place of its own.

    An article may leave out for whom somebody speaks, where another says it: people at a meeting get the party that
    the record knows, and the meeting gets theirs.
    """
    actors = identity.by_id

    def one(actor: str | None) -> str | None:
        return identity.of(reading.article, actor) if actor else None

    def many(local: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(identity.of(reading.article, actor) for actor in local))

    def attendee(person: Participant) -> Participant:
        actor = identity.of(reading.article, person.actor)
        return Participant(actor, person.role, one(person.party) or actors[actor].party)

    def meeting(claim: MeetingClaim) -> MeetingClaim:
        named = replace(
            claim,
            parties=many(claim.parties),
            participants=tuple(attendee(person) for person in claim.participants),
            host=one(claim.host),
            facilitators=many(claim.facilitators),
        )
        return with_parties(named, actors)

    return replace(
        reading,
        mentions=tuple(replace(m, actor=identity.of(reading.article, m.actor)) for m in reading.mentions),
        statements=tuple(replace(s, speaker=one(s.speaker), addressee=one(s.addressee)) for s in reading.statements),
        meetings=tuple(named for claim in reading.meetings if has_sides(named := meeting(claim))),
        positions=tuple(
            replace(p, party=identity.of(reading.article, p.party), speaker=one(p.speaker)) for p in reading.positions
        ),
        commitments=tuple(replace(c, by=many(c.by), to=many(c.to)) for c in reading.commitments),
        outcomes=tuple(replace(o, parties=many(o.parties)) for o in reading.outcomes),
        events=tuple(replace(e, actors=many(e.actors), recipients=many(e.recipients)) for e in reading.events),
    )


def seen_as(reading: Reading, identity: Identity) -> tuple[object, ...]:
    """All that `with_actors` takes from the record: who an article's actors are, and for whom they speak."""
    return identity.gists_of(reading.article, [actor.id for actor in reading.actors])


def has_sides(claim: MeetingClaim) -> bool:
    """Whether a meeting is between two sides, now that it is known for whom its people speak.

    Whoever is known by an office only may be of either side: of such a meeting the reading alone tells.
    """
    strangers = len(claim.participants) > 1 and any(person.party is None for person in claim.participants)
    return len(claim.parties) > 1 or strangers


def with_parties(claim: MeetingClaim, actors: Mapping[str, Actor]) -> MeetingClaim:
    """The meeting with the parties of its people among its own, and the level that follows if none is stated."""
    theirs = [person.party for person in claim.participants if person.party and actors[person.party].kind in PARTIES]
    parties = tuple(dict.fromkeys((*claim.parties, *(party for party in theirs if party not in claim.facilitators))))
    if parties == claim.parties:
        return claim
    return replace(claim, parties=parties, level=claim.level or _level(claim, actors))


def _level(claim: MeetingClaim, actors: Mapping[str, Actor]) -> str | None:
    sides: dict[str, list[str | None]] = {}
    for person in claim.participants:
        if person.party and person.role:
            sides.setdefault(person.party, []).append(level_of(person.role, actors[person.party].key))
    return shared_level(sides.values())
