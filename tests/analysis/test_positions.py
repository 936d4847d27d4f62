from __future__ import annotations

import datetime as dt

from rapporteur.analysis.positions import matrix
from rapporteur.reading.claims import Stance
from rapporteur.record.model import Issue, Position
from rapporteur.when import UNKNOWN, on

ISSUES = (Issue("issue-fish", "fishing"), Issue("issue-rail", "the railway"), Issue("issue-silent", "nothing"))


def _position(name: str, party: str, issue: str, day: int | None) -> Position:
    when = on(dt.date(1888, 5, day)) if day else UNKNOWN
    return Position(name, party, issue, Stance.DEMANDS, "words", (), when=when)


POSITIONS = (
    _position("p1", "north", "issue-rail", 9),
    _position("p2", "north", "issue-rail", 3),
    _position("p3", "north", "issue-rail", None),
    _position("p4", "south", "issue-fish", 4),
    _position("p5", "north", "issue-fish", 4),
)


def test_a_cell_holds_a_partys_stances_by_day_and_those_without_a_day_last() -> None:
    table = matrix(POSITIONS, ISSUES)
    assert table.parties == ("north", "south")
    rail = next(row for row in table.rows if row.issue.id == "issue-rail")
    assert [[p.id for p in cell] for cell in rail.cells] == [["p2", "p1", "p3"], []]


def test_the_issue_of_the_busiest_parties_stands_first_and_one_without_positions_nowhere() -> None:
    assert [row.issue.id for row in matrix(POSITIONS, ISSUES).rows] == ["issue-fish", "issue-rail"]


def test_the_order_of_the_positions_does_not_matter() -> None:
    assert matrix(POSITIONS[::-1], ISSUES[::-1]) == matrix(POSITIONS, ISSUES)


def test_no_positions_make_an_empty_table() -> None:
    assert matrix((), ISSUES).rows == ()
