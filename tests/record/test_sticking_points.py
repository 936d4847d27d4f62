"""Sticking points: which positions block each other, and which do not."""

from __future__ import annotations

import pytest

from rapporteur.record.issues import name_issues
from rapporteur.record.model import StickingPoint
from rapporteur.record.sticking_points import find_sticking_points
from tests.record.claims_made import actors, position, read


def _found(rows: list[str]) -> tuple[tuple[StickingPoint, ...], dict[str, str]]:
    made = read("a-1", [position(row, at) for at, row in enumerate(rows)])
    issues, positions = name_issues([made], {})
    names = {issue.id: issue.name for issue in issues}
    return find_sticking_points(positions, issues, actors(positions)), names


@pytest.mark.parametrize(
    ("rows", "issue", "parties"),
    [
        (
            [
                "Egypt | precondition | withdrawal of Israeli forces from Sinai | peace treaty",
                "Israel | refuses | withdraw from Sinai",
            ],
            "withdrawal of Israeli forces from Sinai",
            ("Egypt", "Israel"),
        ),
        (
            ["Iraq | demands | lifting of sanctions on Iraq", "Britain | rejects | lifting of sanctions on Iraq"],
            "lifting of sanctions on Iraq",
            ("Britain", "Iraq"),
        ),
    ],
)
def test_sticking_point(rows: list[str], issue: str, parties: tuple[str, ...]) -> None:
    (point,), names = _found(rows)
    assert (names[point.issue], point.parties) == (issue, parties)
    assert len(point.positions) == 2
    assert all(party in point.why for party in parties)
    assert point.why.endswith(".")


@pytest.mark.parametrize(
    "rows",
    [
        ["Egypt | demands | withdrawal from Sinai", "Israel | supports | withdrawal from Sinai"],
        ["Egypt | demands | withdrawal from Sinai", "Egypt | rejects | withdrawal from Sinai"],
        ["Egypt | demands | withdrawal of Israeli forces from Sinai", "Israel | rejects | ceasefire in Lebanon"],
        ["Egypt | supports | territorial integrity of Sudan", "Libya | rejects | territorial integrity of Sudan"],
        ["Egypt | rejects | partition of the land", "Israel | refuses | partition of the land"],
        [
            "Egypt | precondition | ceasefire | direct talks",
            "Israel | precondition | release of hostages | direct talks",
        ],
        ["Egypt | warns | military escalation", "Israel | rejects | military escalation"],
    ],
)
def test_no_sticking_point(rows: list[str]) -> None:
    points, _ = _found(rows)
    assert points == ()


def test_conditions_that_wait_for_each_other() -> None:
    (point,), names = _found(
        [
            "Syria | precondition | withdrawal of Israeli forces from Golan | normalisation of relations",
            "Israel | precondition | normalisation of relations | withdrawal of Israeli forces from Golan",
        ]
    )
    assert names[point.issue] in ("normalisation of relations", "withdrawal of Israeli forces from Golan")
    assert point.parties == ("Israel", "Syria")
    assert "waits for" in point.why


def test_the_reason_names_the_condition_before_the_demand() -> None:
    (point,), _ = _found(
        [
            "Libya | demands | withdrawal of Israeli forces from Sinai",
            "Egypt | precondition | withdrawal of Israeli forces from Sinai | peace treaty",
            "Israel | refuses | withdrawal of Israeli forces from Sinai",
        ]
    )
    assert "Egypt makes it a condition of peace treaty" in point.why
    assert point.parties == ("Egypt", "Israel", "Libya")
