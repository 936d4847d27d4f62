"""What became of commitments, told without promising anew: the table of cases in ``cases/outcomes.yaml``."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.reading.claims import Fulfilment, OutcomeClaim
from rapporteur.reading.commitments.outcomes import find_outcomes
from rapporteur.reading.commitments.tellings import Way
from rapporteur.reference import load
from rapporteur.spans import Span
from rapporteur.when import on
from tests.reading.scenes import scene

PUBLISHED = on(dt.date(1995, 5, 10))
CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases" / "outcomes.yaml").read_text("utf-8"))


def _row(claim: OutcomeClaim) -> str:
    row = f"{' + '.join(claim.parties)} | " if claim.parties else ""
    row += f"{claim.deed} | " if claim.deed else ""
    row += f"{claim.what} | {claim.status.value}"
    row += f" | when {claim.when.edtf}" if claim.when else ""
    return row + (f" | to {claim.due.edtf}" if claim.due else "")


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_outcome(case: dict[str, Any]) -> None:
    assert [_row(claim) for claim in find_outcomes(scene(case["text"], published=PUBLISHED))] == case["outcomes"]


def test_table_has_enough_of_both() -> None:
    assert len([case for case in CASES if case["outcomes"]]) >= 25
    assert len([case for case in CASES if not case["outcomes"]]) >= 12


@pytest.mark.parametrize("entry", load("outcomes")["told"], ids=lambda entry: f"{entry['verb']} {entry['way']}")
def test_the_table_names_ways_and_statuses(entry: dict[str, str]) -> None:
    assert Way(entry["way"]) is not Way.DEED
    assert Fulfilment(entry["status"]) is not Fulfilment.MADE
    assert Fulfilment(entry.get("negated", "reported_unmet")) is Fulfilment.REPORTED_UNMET


WORDS = st.sampled_from(
    ["{Egypt}", "{both=Egypt+Israel}", "the", "exchange", "prisoners", "treaty", "deadline", "took", "place", "has",
     "yet", "to", "be", "drawn", "up", "was", "put", "off", "May", "without", "a", "withdrawal", "passed", "broke",
     "its", "pledge", "accused", "of", "violating", "truce", ",", "and", "that", "“", "”", "no", "by", "on", "Monday",
     "which", "they", "agreed", "failed", "not", "did", "exchanged", "resumed"]
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=30))
def test_evidence_always_lies_in_the_text(words: list[str]) -> None:
    made = scene(" ".join(words) + ".", published=PUBLISHED)
    whole = Span(0, len(made.article.text))
    for claim in find_outcomes(made):
        assert claim.what
        assert claim.evidence
        assert all(span and span in whole for span in claim.evidence)
