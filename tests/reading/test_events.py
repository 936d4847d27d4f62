"""Events: the table of cases in ``cases/events.yaml``."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.language.trees import Tree
from rapporteur.reading.claims import EventClaim
from rapporteur.reading.events.events import find_events
from rapporteur.reading.events.plover import event_types
from rapporteur.reading.events.roles import named_before
from rapporteur.spans import Span
from rapporteur.when import on
from tests.reading.scenes import scene

PUBLISHED = on(dt.date(1995, 5, 10))
CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases" / "events.yaml").read_text("utf-8"))


def _row(claim: EventClaim, text: str) -> str:
    def words(spans: tuple[Span, ...]) -> str:
        return " + ".join(span.of(text) for span in spans) or "-"

    kind = f"{claim.type}/{claim.mode}" if claim.mode else claim.type
    return f"{kind} | {words(claim.actor_spans)} | {words(claim.recipient_spans)} | {claim.realis.value}"


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_event(case: dict[str, Any]) -> None:
    made = scene(case["text"], published=PUBLISHED)
    assert [_row(claim, made.article.text) for claim in find_events(made)] == case["events"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Soldiers from {Chad} attacked a village in {Niger}.", "Chad"),
        ("Lawmakers in {Peru} condemned the arrest of a priest in {Chile}.", "Peru"),
    ],
)
def test_people_out_of_a_state_act_for_it(text: str, actor: str) -> None:
    made = scene(text, published=PUBLISHED)
    names = {known.id: known.name for known in made.cast.actors}
    assert [names[found] for found in find_events(made)[0].actors] == [actor]


def test_who_acts_where_no_tree_holds_is_named_in_a_row_right_before() -> None:
    made = scene("{Norway} and {Sweden} swap maps of old fields of mines.", published=PUBLISHED)
    tree = Tree.of(made.parse, made.parse.sentences[0])
    names = {known.id: known.name for known in made.cast.actors}
    at = next(k for k in range(len(tree)) if tree.form(k) == "swap")
    assert [names[found] for found in named_before(tree, made.cast, at).actors] == ["Norway", "Sweden"]
    later = next(k for k in range(len(tree)) if tree.form(k) == "mines")
    assert not named_before(tree, made.cast, later)


def test_table_covers_every_type() -> None:
    rows = [row for case in CASES for row in case["events"]]
    assert len(CASES) >= 60
    assert {row.split()[0].split("/")[0] for row in rows} == set(event_types())


def test_actors_are_those_of_the_cast() -> None:
    (claim,) = find_events(scene("{Sadat:Egypt} visited {Israel}."))
    assert (claim.actors, claim.recipients) == (("Sadat",), ("Israel",))


def test_one_event_told_twice_is_one_entry() -> None:
    found = find_events(scene("{Egypt} condemned {Libya}. {Egypt} had criticised {Libya} again."))
    assert [claim.type for claim in found] == ["ACCUSE"]


def test_probability_grows_with_those_who_take_part() -> None:
    alone = find_events(scene("{Egypt} apologised."))[0]
    both = find_events(scene("{Egypt} apologised to {Libya}."))[0]
    assert 0 < alone.probability < both.probability < 1


def test_contexts_are_shown_by_the_sentence() -> None:
    (claim,) = find_events(scene("{Egypt} closed its border with {Libya} to refugees."))
    assert claim.contexts == ("migration", "territory")


WORDS = st.sampled_from(
    [
        "{Egypt}",
        "{Israel}",
        "attacked",
        "attack",
        "the",
        "by",
        "was",
        "will",
        "not",
        "troops",
        "sent",
        "to",
        "talks",
        "with",
        "agreed",
        "release",
        "of",
        "prisoners",
        "if",
        ",",
        "and",
        "threatened",
        "visit",
        "signed",
        "a",
        "treaty",
        "withdrew",
        "from",
        "arrested",
        "cut",
        "off",
        "aid",
    ]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=40))
def test_every_span_lies_in_its_sentence(words: list[str]) -> None:
    made = scene(" ".join(words) + ".")
    for claim in find_events(made):
        spans = (claim.trigger, *claim.actor_spans, *claim.recipient_spans)
        assert all(span and span in claim.sentence for span in spans)
        assert claim.quad == event_types()[claim.type].quad
        assert claim.actors == claim.recipients or not set(claim.actors) & set(claim.recipients)
        assert 0 < claim.probability < 1
