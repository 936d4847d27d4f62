from __future__ import annotations

from rapporteur.analysis.obstacles import Obstacle, obstacles
from rapporteur.reading.claims import Stance
from rapporteur.record.model import Entries, Issue, Position
from rapporteur.record.sticking_points import find_sticking_points

ISSUES = (Issue("fish", "quota of herring"), Issue("mail", "delivery of letters"), Issue("rail", "gauge of the tracks"))


def held(party: str, issue: str, stance: Stance, blocks: str | None = None) -> Position:
    return Position(f"{party}-{issue}", party, issue, stance, "words", (), blocks=blocks)


def found(*positions: Position) -> list[Obstacle]:
    points = find_sticking_points(positions, ISSUES, ())
    whole = obstacles(Entries(positions=positions, issues=ISSUES, sticking_points=points))
    assert [*whole] == [point.id for point in points]
    assert all(one.point == name for name, own in whole.items() for one in own)
    return [one for own in whole.values() for one in own]


def test_who_refuses_holds_up_what_others_ask() -> None:
    asked = held("west", "fish", Stance.DEMANDS), held("east", "fish", Stance.PRECONDITION)
    (one,) = found(*asked, held("north", "fish", Stance.REFUSES))
    assert (one.issue, one.waiting, one.holding, one.in_turn) == ("fish", ("east", "west"), ("north",), False)


def test_in_a_ring_each_holds_up_what_the_one_before_waits_for() -> None:
    conditions = (
        held("north", "fish", Stance.PRECONDITION, "delivery of letters"),
        held("south", "mail", Stance.PRECONDITION, "gauge of the tracks"),
        held("west", "rail", Stance.PRECONDITION, "quota of herring"),
    )
    ways = {one.issue: (one.waiting, one.holding) for one in found(*conditions) if one.in_turn}
    assert ways == {
        "fish": (("north",), ("west",)),
        "rail": (("west",), ("south",)),
        "mail": (("south",), ("north",)),
    }


def test_nothing_is_in_the_way_of_a_record_without_points() -> None:
    assert obstacles(Entries()) == {}
