from __future__ import annotations

from collections import Counter

from rapporteur.analysis.actors import sides, without_people
from rapporteur.reading.claims import ActorKind
from rapporteur.record.model import Actor, Office

OFFICE = Office("envoy", "envoy", "state-a", None, None, ())
ACTORS = (
    Actor("body", "River Commission", ActorKind.BODY),
    Actor("p-1", "Zeynep Aral", ActorKind.PERSON, "state-a", offices=(OFFICE,)),
    Actor("p-2", "Bruno Costa", ActorKind.PERSON, "state-a"),
    Actor("p-3", "Chidi Eze", ActorKind.PERSON, "state-b"),
    Actor("p-4", "Nobody Knows", ActorKind.PERSON),
    Actor("p-5", "Of A Lost Party", ActorKind.PERSON, "gone"),
    Actor("place", "Some Valley", ActorKind.PLACE),
    Actor("state-a", "Aland", ActorKind.STATE),
    Actor("state-b", "Bland", ActorKind.STATE),
)


def test_people_stand_with_their_party_and_those_without_one_last() -> None:
    found = sides(ACTORS, Counter({"state-b": 3}))
    assert [side.party.id if side.party else None for side in found] == ["state-b", "state-a", None]
    assert [person.id for person in found[2].people] == ["p-4", "p-5"]


def test_people_with_an_office_stand_before_those_without() -> None:
    aland = next(side for side in sides(ACTORS, Counter({"p-2": 9})) if side.party and side.party.id == "state-a")
    assert [person.id for person in aland.people] == ["p-1", "p-2"]


def test_those_for_whom_nobody_is_named_are_told_apart_and_places_are_no_actors() -> None:
    found = sides(ACTORS[:3] + ACTORS[6:], Counter())
    assert [actor.id for actor in without_people(ACTORS, found)] == ["body", "state-b"]
