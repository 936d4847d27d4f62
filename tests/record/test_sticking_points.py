"""Sticking points: which positions block each other, and which do not."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapporteur.reading.claims import CommitmentClaim, PositionClaim
from rapporteur.record.commitments import gather_commitments
from rapporteur.record.issues import name_issues
from rapporteur.record.model import Act, Move, StickingPoint
from rapporteur.record.openings import openings_of_clash, openings_of_ring
from rapporteur.record.sticking_points import find_sticking_points
from tests.record.claims_made import actors, commitment, position, read

PROMISES = {"promised": "made", "did": "reported_done", "broke": "reported_unmet"}


def _found(*days: list[str]) -> tuple[tuple[StickingPoint, ...], dict[str, str]]:
    """The points of the positions and commitments of several days' articles, and the names of the issues."""
    made = [
        read(f"a-{day}", [_claim(row, at) for at, row in enumerate(rows)], f"2001-02-{day:02}")
        for day, rows in enumerate(days, 1)
    ]
    issues, positions = name_issues(made, {})
    names = {issue.id: issue.name for issue in issues}
    return find_sticking_points(positions, issues, actors(positions), gather_commitments(made, {})), names


def _claim(row: str, at: int) -> PositionClaim | CommitmentClaim:
    """A position, or a commitment from "party | promised | what", with what became of it for "promised"."""
    party, what, words, *_ = (part.strip() for part in row.split("|"))
    if what in PROMISES:
        return commitment(f"{party} | {words}", at, status=PROMISES[what])
    return position(row, at)


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


ASKED = "Kenya | demands | lifting of sanctions on Malawi"
REFUSED = "Denmark | refuses | lift the sanctions on Malawi"


@pytest.mark.parametrize(
    "later",
    [
        "Denmark | promised | lift the sanctions on Malawi",
        "Denmark | did | lift all sanctions on Malawi",
        "Denmark | promised | lift the sanctions",
        "Denmark | offers | lifting of sanctions on Malawi",
    ],
)
def test_what_its_party_promised_or_did_later_is_refused_no_more(later: str) -> None:
    assert _found([ASKED, REFUSED], [later])[0] == ()
    assert len(_found([later], [ASKED, REFUSED])[0]) == 1


@pytest.mark.parametrize(
    "later",
    [
        "Denmark | broke | lift the sanctions on Malawi",
        "Denmark | promised | lift the sanctions on Malawi only if Malawi holds elections",
        "Denmark | promised | not lift the sanctions on Malawi",
        "Denmark | promised | lift the sanctions on Zambia",
        "Sweden | promised | lift the sanctions on Malawi",
        "Denmark | promised | open an embassy in Malawi",
    ],
)
def test_other_promises_leave_a_refusal_standing(later: str) -> None:
    assert len(_found([ASKED, REFUSED], [later])[0]) == 1


def test_what_another_did_later_is_asked_no_more() -> None:
    ring = [
        "Kenya | precondition | withdrawal of Malawian forces from Nyika | lifting of sanctions on Malawi",
        "Malawi | precondition | lifting of sanctions on Malawi | withdrawal of Malawian forces from Nyika",
    ]
    assert len(_found(ring)[0]) == 1
    assert len(_found(ring, ["Malawi | promised | withdraw its forces from Nyika"])[0]) == 1
    assert _found(ring, ["Malawi | did | withdraw its forces from Nyika"])[0] == ()


def test_that_something_shall_not_be_is_another_demand() -> None:
    rows = [
        "Denmark | demands | Malawi not withdraw its troops from Nyika",
        "Kenya | refuses | withdrawal of Malawian troops from Nyika",
    ]
    assert _found(rows)[0] == ()
    (point,), names = _found([*rows, "Malawi | rejects | Malawi never withdraw its troops from Nyika"])
    assert names[point.issue] == "no withdrawal of Malawian forces from Nyika"
    assert point.parties == ("Denmark", "Malawi")


PARTIES = st.sets(st.sampled_from("abcde"), min_size=1)


@given(PARTIES, PARTIES)
def test_all_openings_of_what_is_refused_are_said(asking: set[str], refusing: set[str]) -> None:
    pairs: list[tuple[Move, Move]] = [
        (Move(asked, Act.DROPS_DEMAND, "i", ()), Move(refused, Act.ACCEPTS, "i", ()))
        for asked in asking
        for refused in refusing
        if asked != refused
    ]
    moves = sorted({move for pair in pairs for move in pair})
    least: list[set[Move]] = []
    for size in range(1, len(moves) + 1):
        for chosen in map(set, combinations(moves, size)):
            if all(chosen & set(pair) for pair in pairs) and not any(smaller <= chosen for smaller in least):
                least.append(chosen)
    found = openings_of_clash(frozenset(asked for asked, _ in pairs), frozenset(refused for _, refused in pairs))
    assert sorted(map(sorted, found)) == sorted(map(sorted, least))
    assert [len(moves) for moves in found] == sorted(len(moves) for moves in found)


def test_openings_of_many_parties_are_all_there() -> None:
    asking = frozenset(Move(f"asks {a}", Act.DROPS_DEMAND, "i", ()) for a in range(7))
    refusing = frozenset(Move(f"refuses {r}", Act.ACCEPTS, "i", ()) for r in range(300))
    assert [len(moves) for moves in openings_of_clash(asking, refusing)] == [7, 300]


def test_any_condition_given_up_opens_a_ring() -> None:
    ring = frozenset(Move(party, Act.DROPS_CONDITION, "i", ()) for party in "abc")
    assert openings_of_ring(ring) == tuple((move,) for move in sorted(ring))
