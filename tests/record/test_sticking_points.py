"""Sticking points: which positions block each other, and which do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapporteur.record.issues import name_issues
from rapporteur.record.model import Act, Move, StickingPoint
from rapporteur.record.openings import openings
from rapporteur.record.sticking_points import find_sticking_points
from tests.record.claims_made import actors, position, read


def _found(*days: list[str]) -> tuple[tuple[StickingPoint, ...], dict[str, str]]:
    """The points of the positions of several days' articles, and the names of the issues."""
    made = [
        read(f"a-{day}", [position(row, at) for at, row in enumerate(rows)], f"2001-02-{day:02}")
        for day, rows in enumerate(days, 1)
    ]
    issues, positions = name_issues(made, {})
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
    assert point.why.startswith("Each waits for the other: ")


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


RING = [
    "Syria | precondition | withdrawal of Israeli forces from Golan | normalisation of relations",
    "Israel | precondition | disarmament of the militias | withdrawal of Israeli forces from Golan",
    "Lebanon | precondition | normalisation of relations | disarmament of the militias",
]


def test_a_ring_of_three_conditions_is_one_point() -> None:
    (point,), _ = _found(RING)
    assert point.parties == ("Israel", "Lebanon", "Syria")
    assert point.why.count(" puts ") == 3
    assert point.why.count("“") == 3
    assert [[(move.party, move.act) for move in moves] for moves in point.openings] == [
        [("Israel", Act.DROPS_CONDITION)],
        [("Lebanon", Act.DROPS_CONDITION)],
        [("Syria", Act.DROPS_CONDITION)],
    ]


def test_conditions_in_a_row_are_no_ring() -> None:
    points, _ = _found(RING[:2])
    assert points == ()


def test_one_party_alone_holds_no_ring() -> None:
    points, _ = _found([row.replace("Israel |", "Syria |").replace("Lebanon |", "Syria |") for row in RING])
    assert points == ()


def test_a_refusal_taken_back_later_blocks_no_more() -> None:
    asked = "Egypt | demands | lifting of sanctions on Iraq"
    refused, yielded = (
        asked.replace("Egypt | demands", "Britain | rejects"),
        "Britain | supports | lifting of sanctions on Iraq",
    )
    assert len(_found([asked, refused])[0]) == 1
    assert _found([asked, refused], [yielded])[0] == ()
    assert len(_found([asked, yielded], [refused])[0]) == 1
    assert len(_found([asked, refused, yielded])[0]) == 1


def test_what_opens_a_point_is_said_with_the_fewest_moves_first() -> None:
    (point,), _ = _found(
        [
            "Egypt | precondition | withdrawal of Israeli forces from Sinai | peace treaty",
            "Jordan | demands | withdrawal of Israeli forces from Sinai",
            "Israel | refuses | withdraw from Sinai",
            "Israel | rejects | withdrawal of Israeli forces from Sinai",
        ]
    )
    assert [[(move.party, move.act) for move in moves] for moves in point.openings] == [
        [("Israel", Act.ACCEPTS)],
        [("Egypt", Act.DROPS_CONDITION), ("Jordan", Act.DROPS_DEMAND)],
    ]
    assert len(point.openings[0][0].positions) == 2


@given(st.lists(st.sets(st.integers(0, 5), min_size=1, max_size=3), min_size=1, max_size=4))
def test_an_opening_removes_every_obstacle_and_holds_nothing_needless(obstacles: list[set[int]]) -> None:
    blocks = [frozenset(Move(str(n), Act.ACCEPTS, "i", ()) for n in numbers) for numbers in obstacles]
    found = openings(blocks)
    assert found
    for moves in found:
        assert all(block & set(moves) for block in blocks)
        assert not any(all(block & (set(moves) - {move}) for block in blocks) for move in moves)
    assert [len(moves) for moves in found] == sorted(len(moves) for moves in found)
