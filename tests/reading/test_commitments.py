"""Commitments: the table of cases in ``cases/commitments.yaml``."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.reading.claims import CommitmentClaim, Fulfilment
from rapporteur.reading.commitments.commitments import find_commitments
from rapporteur.spans import Span
from rapporteur.when import on
from tests.reading.scenes import scene

PUBLISHED = on(dt.date(1995, 5, 10))
CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases" / "commitments.yaml").read_text("utf-8"))


def _row(claim: CommitmentClaim) -> str:
    row = f"{' + '.join(claim.by)} | {claim.what}"
    row += f" | to {' + '.join(claim.to)}" if claim.to else ""
    row += f" | due {claim.due.edtf}" if claim.due else ""
    return row + (f" | {claim.status.value}" if claim.status is not Fulfilment.MADE else "")


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_commitment(case: dict[str, Any]) -> None:
    found = find_commitments(scene(case["text"], said_by=case.get("said_by", ""), published=PUBLISHED))
    assert [_row(claim) for claim in found] == case["commitments"]


def test_table_has_enough_of_both() -> None:
    assert len(CASES) >= 40
    assert len([case for case in CASES if not case["commitments"]]) >= 12


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("{Kenya} and {Uganda} agreed on May 3 to swap 30 sailors.", "1995-05-03"),
        ("{Kenya} and {Uganda} agreed on 4 April to swap 30 sailors.", "1995-04-04"),
        ("{Kenya} and {Uganda} agreed on March 3, 1994, to swap 30 sailors.", "1994-03-03"),
        ("{Kenya} and {Uganda} agreed in April to swap 30 sailors.", "1995-04"),
        ("{Kenya} and {Uganda} agreed to swap 30 sailors in June.", None),
        ("{Kenya} and {Uganda} agreed to swap 30 sailors by June 3, 1995.", None),
    ],
)
def test_the_day_beside_the_verb_is_that_of_the_promise(text: str, day: str | None) -> None:
    (claim,) = find_commitments(scene(text, published=PUBLISHED))
    assert (claim.what, claim.when.edtf) == ("swap 30 sailors", day)


def test_an_update_adds_its_sentence_to_the_evidence() -> None:
    made = scene("{Georgia} promised to close the base. The promise was fulfilled in March.")
    (claim,) = find_commitments(made)
    assert [span.of(made.article.text) for span in claim.evidence] == [
        "Georgia promised to close the base.",
        "The promise was fulfilled in March.",
    ]


def test_a_later_sentence_about_something_else_changes_nothing() -> None:
    (claim,) = find_commitments(scene("{Georgia} promised to close the base. A concert took place in Poti."))
    assert claim.status is Fulfilment.MADE


WORDS = st.sampled_from(
    [
        "{Egypt}",
        "{both",
        "sides=Egypt+Israel}",
        "agreed",
        "to",
        "pledged",
        "promised",
        "will",
        "would",
        "exchange",
        "ambassadors",
        "on",
        "the",
        "plan",
        ",",
        "and",
        "that",
        "by",
        "March",
        "within",
        "two",
        "weeks",
        "“",
        "”",
        "they",
        "their",
        "deputies",
        "tasked",
        "has",
        "yet",
        "to",
        "took",
        "place",
        "it",
    ]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=40))
def test_evidence_always_lies_in_the_text(words: list[str]) -> None:
    made = scene(" ".join(words) + ".", published=PUBLISHED)
    whole = Span(0, len(made.article.text))
    for claim in find_commitments(made):
        assert claim.by
        assert claim.what
        assert claim.evidence
        assert all(span and span in whole for span in claim.evidence)
