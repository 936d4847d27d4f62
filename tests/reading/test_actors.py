"""Who is meant where: short names, nouns, capitals that act, pronouns."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.config import Config, OwnActor
from rapporteur.reading.claims import ActorKind, Form
from tests.reading.casts import actor, cast_of

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases" / "coreference.yaml").read_text("utf-8"))
PASSAGES = " ".join(case["text"] for case in CASES)


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [(case["text"], name, words) for case in CASES for name, words in case.get("meant", {}).items()],
)
def test_an_actor_is_meant(text: str, name: str, wanted: list[str]) -> None:
    cast = cast_of(text)
    one = actor(cast, name)
    meant = [m.span.of(text) for m in cast.mentions if m.actor == one.id and m.form is not Form.NAME]
    assert meant == wanted


@pytest.mark.parametrize(("text", "word"), [(case["text"], word) for case in CASES for word in case.get("apart", ())])
def test_a_word_means_nobody(text: str, word: str) -> None:
    assert word not in [m.span.of(text) for m in cast_of(text).mentions]


def test_every_form_is_listed_and_the_fullest_comes_first() -> None:
    cast = cast_of("Habib Bourguiba flew home. President Bourguiba was tired, and Bourguiba said so.")
    assert actor(cast, "Bourguiba").aliases == ("Habib Bourguiba", "President Bourguiba", "Bourguiba")


def test_a_state_is_listed_under_its_capital_and_its_side() -> None:
    cast = cast_of("Bangkok refused. The Thai side left, and Thailand's embassy closed. Thai rice was sold in Bangkok.")
    thailand = actor(cast, "Thailand")
    assert thailand.key == "THA"
    assert thailand.aliases == ("Thailand", "Bangkok", "the Thai side")


def test_a_body_and_its_short_forms_are_one_actor() -> None:
    text = "The Sudanese Foreign Ministry protested. The Foreign Ministry gave no reason, and the ministry closed."
    cast = cast_of(text)
    ministry = actor(cast, "Sudanese Foreign Ministry")
    assert (ministry.kind, ministry.key) == (ActorKind.BODY, "SDN:foreign_ministry")
    assert cast[ministry.party or ""].name == "Sudan"
    assert [m.span.of(text) for m in cast.mentions if m.actor == ministry.id] == [
        "Sudanese Foreign Ministry",
        "Foreign Ministry",
        "the ministry",
    ]
    assert ministry.aliases == ("Sudanese Foreign Ministry",)


def test_an_abbreviation_in_brackets_is_the_same_actor() -> None:
    cast = cast_of("The Lusatian Freedom League (LFL) wrote. The LFL waited. The League was ignored.")
    league = actor(cast, "LFL")
    assert league.kind is ActorKind.ORGANISATION
    assert set(league.aliases) == {"Lusatian Freedom League (LFL)", "Lusatian Freedom League", "LFL", "League"}


def test_an_ambiguous_demonym_means_the_state_that_is_named() -> None:
    assert actor(cast_of("North Korea agreed. The Korean side was pleased."), "North Korea").key == "PRK"
    assert not [a for a in cast_of("A Korean meal was served.").actors if a.kind is ActorKind.STATE]


def test_the_outlets_own_president_needs_no_country() -> None:
    text = "Prime Minister Kuniko Aso will fly to India on Monday. Japan hopes for a treaty."
    assert actor(cast_of(text), "Kuniko Aso").party is None
    cast = cast_of(text, outlet="Kyodo News")
    assert cast[actor(cast, "Kuniko Aso").party or ""].name == "Japan"


def test_the_analysts_own_actors_have_their_party_and_role() -> None:
    own = OwnActor(name="Ilse Varga", aliases=("The Owl",), party="Hungary", role="envoy")
    cast = cast_of("Nobody saw The Owl in Vienna. Varga had come alone.", Config(actors=(own,)))
    person = actor(cast, "Ilse Varga")
    assert person.key == "own:Ilse Varga"
    assert cast[person.party or ""].key == "HUN"
    assert [office.role for office in person.offices] == ["envoy"]
    assert person.aliases == ("Ilse Varga", "Varga", "Owl")


SENTENCES = [sentence for sentence in PASSAGES.split(". ") if sentence]


WORDS = sorted({word for case in CASES for word in case["text"].split()} | {"Tan", "Sri", "Dato'", "one", "his", "the"})


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map(" ".join))
def test_no_order_of_words_is_too_much(text: str) -> None:
    assert all(m.span.of(text).strip() for m in cast_of(text).mentions)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), max_size=12))
def test_a_cast_holds_together(chosen: list[str]) -> None:
    text = ". ".join(chosen)
    cast = cast_of(text)
    ids = [one.id for one in cast.actors]
    assert len(set(ids)) == len(ids)
    assert list(cast.mentions) == sorted(set(cast.mentions))
    assert all(m.actor in ids and m.span.of(text).strip() for m in cast.mentions)
    assert all(one.party is None or one.party in ids for one in cast.actors)
    assert all(office.party is None or office.party in ids for one in cast.actors for office in one.offices)
    assert all(one.aliases[0] == one.name for one in cast.actors)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("The Joint Baltic Command said no. Later BALTCOM denied it.", "BALTCOM"),
        ("The National Alliance for Renewal met. The NAR was split.", "NAR"),
        ("The West Coast Tribunal met. The WCT rose.", "WCT"),
    ],
)
def test_an_abbreviation_is_known_by_its_letters(text: str, short: str) -> None:
    assert len(actor(cast_of(text), short).aliases) == 2


def test_an_abbreviation_that_spells_something_else_stays_apart() -> None:
    cast = cast_of("The National Alliance for Renewal met. The SLP was absent.")
    assert actor(cast, "SLP") is not actor(cast, "National Alliance for Renewal")
