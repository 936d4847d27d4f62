from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from rapporteur.reading.claims import Reading
from rapporteur.record.meetings.disagreement import find_disagreements
from rapporteur.record.meetings.matching import match_meetings
from rapporteur.record.model import Disagreement
from tests.record.meetings_made import report

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases" / "disagreement.yaml").read_text())


def _found(rows: list[dict[str, Any]], copies: dict[str, str] | None = None) -> tuple[Disagreement, ...]:
    reports = [report(row, at) for at, row in enumerate(rows)]
    reads = [(one.article, Reading(one.article.id, meetings=(one.claim,))) for one in reports]
    meetings, told = match_meetings(reads, copies or {})
    assert len(meetings) == 1
    return find_disagreements(meetings, told, ())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_fields_on_which_reports_differ(case: dict[str, Any]) -> None:
    found = _found(case["reports"])
    versions = {d.field: {version.value: list(version.articles) for version in d.versions} for d in found}
    assert versions == case["differ"]


def test_every_version_stands_on_the_words_of_its_articles() -> None:
    for case in CASES:
        for disagreement in _found(case["reports"]):
            for version in disagreement.versions:
                assert {evidence.article for evidence in version.evidence} == set(version.articles)
                assert all(evidence.text for evidence in version.evidence)


def test_a_copy_is_no_second_voice() -> None:
    rows = CASES[0]["reports"]
    assert _found(rows, copies={"b": "a"}) == ()


def test_an_article_does_not_disagree_with_itself() -> None:
    first = report(CASES[0]["reports"][0])
    claims = (first.claim, replace(first.claim, round=2), replace(first.claim, round=3))
    reads = [(first.article, Reading(first.article.id, meetings=claims))]
    meetings, told = match_meetings(reads, {})
    assert find_disagreements(meetings, told, ()) == ()
