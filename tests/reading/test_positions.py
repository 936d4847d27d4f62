"""Positions: the table of cases in ``cases/positions.yaml``, and what holds for every text."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.reading.claims import PositionClaim, Stance
from rapporteur.reading.positions.positions import find_positions
from rapporteur.spans import Span
from tests.reading.scenes import scene

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases" / "positions.yaml").read_text("utf-8"))


def _row(claim: PositionClaim) -> str:
    row = f"{claim.party} | {claim.stance.value} | {claim.issue}"
    row += f" | requires {claim.requires}" if claim.requires else ""
    return row + (f" | blocks {claim.blocks}" if claim.blocks else "")


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_position(case: dict[str, Any]) -> None:
    found = find_positions(scene(case["text"], said_by=case.get("said_by", "")))
    assert [_row(claim) for claim in found] == case["positions"]


def test_table_has_enough_of_both() -> None:
    silent = [case for case in CASES if not case["positions"]]
    assert len(CASES) >= 80
    assert len(silent) >= 30


def test_speaker_of_a_quotation_is_kept() -> None:
    (claim,) = find_positions(scene("“The wall must come down,” said {Ann Berg:Norway}.", said_by="Ann Berg"))
    assert (claim.party, claim.speaker) == ("Norway", "Ann Berg")


def test_position_of_another_party_in_somebodys_words() -> None:
    (claim,) = find_positions(scene("“{Ruritania} wants our port,” said {Ann Berg:Norway}.", said_by="Ann Berg"))
    assert (claim.party, claim.speaker) == ("Ruritania", "Ann Berg")


def test_it_takes_up_the_issue_before() -> None:
    text = "{Egypt} demanded a withdrawal from the canal. {Israel} rejected the demand."
    claims = find_positions(scene(text))
    assert [(claim.party, claim.issue) for claim in claims] == [
        ("Egypt", "withdrawal from the canal"),
        ("Israel", "withdrawal from the canal"),
    ]


def test_evidence_is_the_sentence_and_text_one_line() -> None:
    text = "The week began.\n\n{Kenya} rejected the\nnew border. Rain fell."
    made = scene(text)
    (claim,) = find_positions(made)
    assert [span.of(made.article.text) for span in claim.evidence] == ["Kenya rejected the\nnew border."]
    assert claim.text == "Kenya rejected the new border"


def test_day_of_the_stand_not_of_the_issue() -> None:
    (claim,) = find_positions(scene("On 3 March 1961 {Cuba} demanded a vote by 1 May 1962."))
    assert claim.when.edtf == "1961-03-03"


WORDS = st.sampled_from(
    [
        "{Egypt}",
        "{Israel}",
        "{he=Sadat}",
        "rejected",
        "demands",
        "must",
        "not",
        "will",
        "never",
        "accept",
        "the",
        "talks",
        ",",
        "and",
        "that",
        "to",
        "unless",
        "until",
        "without",
        "“",
        "”",
        "ready",
        "is",
        "a",
        "condition",
        "for",
        "proposal",
        "its",
        "by",
        "said",
        "which",
        "withdraw",
        "hinges",
        "on",
    ]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=40))
def test_evidence_always_lies_in_the_text(words: list[str]) -> None:
    made = scene(" ".join(words) + ".")
    claims = find_positions(made)
    whole = Span(0, len(made.article.text))
    assert claims == find_positions(made)
    for claim in claims:
        assert claim.evidence
        assert all(span and span in whole for span in claim.evidence)
        assert claim.issue
        assert claim.text in " ".join(made.article.text.split())
        assert claim.stance in Stance


def test_a_sentence_without_end_takes_no_more_than_its_length() -> None:
    made = scene("{Egypt} " + "rejected the plan and demanded that " * 1500)
    started = time.perf_counter()
    find_positions(made)
    assert time.perf_counter() - started < 2.5
