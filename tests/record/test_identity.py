"""Who is who across articles: one person in several spellings, namesakes apart, whatever the order."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.intake.article import Article
from rapporteur.reading.claims import ActorKind, LocalActor, OfficeSeen, Reading, Tenure
from rapporteur.record.identity.identity import identify
from rapporteur.record.model import Actor
from rapporteur.reference import organisations, states
from rapporteur.spans import Span
from rapporteur.when import UNKNOWN, When, between, on

CASES: dict[str, list[list[str]]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "namesakes.yaml").read_text("utf-8")
)
Read = tuple[Article, Reading]
MAY = on(dt.date(1991, 5, 6))


def sighting(number: int, line: str, published: When = MAY, tenure: Tenure = Tenure.CURRENT) -> Read:
    """An article in which one person is seen: "name; party; role"; "(party)" is one that the article leaves unsaid."""
    name, party, role = line.split("; ")
    inferred, party = party.startswith("("), party.strip("()")
    text = f"{role} {name}"
    actors: list[LocalActor] = []
    if party != "-":
        kind = ActorKind.STATE if party in states.states() else ActorKind.ORGANISATION
        known = states.states()[party] if party in states.states() else organisations.organisations()[party]
        actors.append(LocalActor("a1", known.name, kind, party, aliases=(known.name,)))
    local = "a1" if actors else None
    offices = () if role == "-" else (OfficeSeen(role, role, local, Span(0, len(role)), tenure),)
    actors.append(LocalActor("a2", name, ActorKind.PERSON, None, local, (name,), offices, inferred))
    article = Article(f"a-{number}", f"{number}.txt", f"{number}.txt", text, (Span(0, len(text)),), published=published)
    return article, Reading(article.id, actors=tuple(actors))


def persons(reads: list[Read]) -> list[Actor]:
    return [actor for actor in identify(reads).actors if actor.kind is ActorKind.PERSON]


@pytest.mark.parametrize(("one", "other"), CASES["same"])
def test_one_person(one: str, other: str) -> None:
    reads = [sighting(1, one), sighting(2, other)]
    identity = identify(reads)
    assert identity.of("a-1", "a2") == identity.of("a-2", "a2")
    assert len(persons(reads)) == 1


@pytest.mark.parametrize(("one", "other"), CASES["apart"])
def test_namesakes(one: str, other: str) -> None:
    reads = [sighting(1, one), sighting(2, other)]
    identity = identify(reads)
    assert identity.of("a-1", "a2") != identity.of("a-2", "a2")


def test_a_surname_that_two_bear_joins_neither() -> None:
    reads = [sighting(1, "Raúl Castro; CUB; -"), sighting(2, "Fidel Castro; CUB; -"), sighting(3, "Castro; CUB; -")]
    assert len(persons(reads)) == 3


def test_a_surname_joins_the_one_who_has_the_office() -> None:
    reads = [
        sighting(1, "Raúl Castro; CUB; defence minister"),
        sighting(2, "Fidel Castro; CUB; president"),
        sighting(3, "Castro; CUB; president"),
    ]
    identity = identify(reads)
    assert identity.of("a-3", "a2") == identity.of("a-2", "a2")


def test_the_name_is_the_fullest_with_its_marks() -> None:
    reads = [
        sighting(1, "Ruy Barbosa; BRA; -"),
        sighting(2, "Ruy Caetano Barbosa; BRA; -"),
        sighting(3, "Tansu Ciller; TUR; -"),
    ]
    reads += [sighting(4, "Tansu Çiller; TUR; -"), sighting(5, "Tansu Ciller; TUR; -")]
    assert sorted(actor.name for actor in persons(reads)) == ["Ruy Caetano Barbosa", "Tansu Çiller"]


@pytest.mark.parametrize(
    ("lines", "party"),
    [
        (["Omar Saad; EGY; foreign minister", "Omar Saad; united-nations; expert"], "EGY"),
        (["Omar Saad; (SDN); president", "Omar Saad; (SDN); president", "Omar Saad; EGY; president"], "EGY"),
        (["Omar Saad; (SDN); president", "Omar Saad; -; president"], "SDN"),
    ],
)
def test_the_party_that_is_said_of_an_office_counts(lines: list[str], party: str) -> None:
    identity = identify([sighting(number, line) for number, line in enumerate(lines)])
    keys = {actor.id: actor.key for actor in identity.actors}
    (person,) = (actor for actor in identity.actors if actor.kind is ActorKind.PERSON)
    assert keys[person.party or ""] == party
    assert {keys[office.party] for office in person.offices if office.role == "president" and office.party} <= {party}


def test_states_and_organisations_are_known_by_their_keys() -> None:
    reads = [sighting(number, "Ion Iliescu; ROU; president") for number in (1, 2)]
    identity = identify(reads)
    assert identity.of("a-1", "a1") == identity.of("a-2", "a1")
    assert len(identity.actors) == 2


def test_an_unlisted_organisation_is_known_by_its_name_and_its_abbreviation() -> None:
    def read(number: int, name: str, *aliases: str) -> Read:
        article = Article(f"a-{number}", "x.txt", "x.txt", name, (Span(0, len(name)),))
        return article, Reading(
            article.id, actors=(LocalActor("a1", name, ActorKind.ORGANISATION, aliases=(name, *aliases)),)
        )

    identity = identify(
        [read(1, "Ruthenian Progress Party", "RPP"), read(2, "RPP"), read(3, "Ruthenian progress party")]
    )
    assert len(identity.actors) == 1
    assert identity.actors[0].aliases[0] == "Ruthenian Progress Party"


def test_an_office_spans_the_days_on_which_it_is_seen() -> None:
    reads = [
        sighting(1, "Eduard Benda; CZE; envoy", on(dt.date(1999, 3, 1))),
        sighting(2, "Eduard Benda; CZE; envoy", between(dt.date(1999, 4, 1), dt.date(1999, 4, 3))),
        sighting(3, "Eduard Benda; CZE; envoy", UNKNOWN),
        sighting(4, "Eduard Benda; CZE; minister", on(dt.date(2001, 1, 1)), Tenure.FORMER),
        sighting(5, "Eduard Benda; CZE; ambassador", on(dt.date(2002, 1, 1)), Tenure.DESIGNATE),
    ]
    (actor,) = persons(reads)
    offices = {office.role: office for office in actor.offices}
    assert (offices["envoy"].earliest, offices["envoy"].latest) == ("1999-03-01", "1999-04-03")
    assert len(offices["envoy"].evidence) == 3
    assert (offices["minister"].title, offices["minister"].earliest) == ("former minister", None)
    assert offices["minister"].latest == "2001-01-01"
    assert (offices["ambassador"].earliest, offices["ambassador"].latest) == ("2002-01-01", None)


def test_a_day_known_on_one_side_only_stretches_an_office_to_that_side() -> None:
    reads = [
        sighting(1, "Eduard Benda; CZE; envoy", on(dt.date(1999, 3, 1))),
        sighting(2, "Eduard Benda; CZE; envoy", between(dt.date(2001, 4, 1), None)),
        sighting(3, "Eduard Benda; CZE; envoy", between(None, dt.date(1998, 2, 1))),
    ]
    (office,) = persons(reads)[0].offices
    assert (office.earliest, office.latest) == ("1998-02-01", "2001-04-01")


LINES = [line for pair in (*CASES["same"], *CASES["apart"]) for line in pair]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=14), st.integers(0, 1000))
def test_the_order_of_the_articles_makes_no_difference(lines: list[str], seed: int) -> None:
    reads = [sighting(number, line) for number, line in enumerate(lines)]
    shuffled = random.Random(seed).sample(reads, len(reads))
    one, other = identify(reads), identify(shuffled)
    assert one.actors == other.actors
    assert all(one.of(a.id, "a2") == other.of(a.id, "a2") for a, _ in reads)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=14))
def test_every_local_actor_has_an_entry_and_every_party_one_too(lines: list[str]) -> None:
    reads = [sighting(number, line) for number, line in enumerate(lines)]
    identity = identify(reads)
    ids = {actor.id for actor in identity.actors}
    assert len(ids) == len(identity.actors)
    assert [actor.id for actor in identity.actors] == sorted(ids)
    assert all(identity.of(article.id, actor.id) in ids for article, reading in reads for actor in reading.actors)
    assert all(actor.party in ids for actor in identity.actors if actor.party)


def test_a_large_record_is_identified_in_a_moment() -> None:
    rng = random.Random(1)
    names = ["".join(rng.choice("bdglmnrtz") + rng.choice("aou") for _ in range(4)).title() for _ in range(400)]
    lines = [f"{rng.choice(names)} {rng.choice(names[:40])}; BRA; minister" for _ in range(4000)]
    found = persons([sighting(number, line) for number, line in enumerate(lines)])
    assert len(found) == pytest.approx(len(set(lines)), rel=0.02)
