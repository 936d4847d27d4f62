from __future__ import annotations

from rapporteur.analysis.knots import knots
from rapporteur.record.model import Act, Move, StickingPoint

YIELD, DROP, OTHER = (
    Move("south", Act.ACCEPTS, "issue-rail", ("p1",)),
    Move("north", Act.DROPS_CONDITION, "issue-rail", ("p2",)),
    Move("west", Act.DROPS_DEMAND, "issue-fish", ("p3",)),
)


def point(name: str, *openings: tuple[Move, ...]) -> StickingPoint:
    return StickingPoint(name, "issue-rail", (), (), "why", openings)


def test_one_move_that_opens_both_is_found() -> None:
    (knot,) = knots([point("one", (YIELD,), (DROP,)), point("two", (DROP,), (OTHER,))])
    assert knot.points == ("one", "two")
    assert knot.openings == ((DROP,),)


def test_where_none_opens_both_it_takes_two() -> None:
    (knot,) = knots([point("one", (YIELD, DROP)), point("two", (DROP, OTHER))])
    assert [set(moves) for moves in knot.openings] == [{YIELD, DROP, OTHER}]


def test_points_without_a_move_in_common_are_no_knot() -> None:
    assert knots([point("one", (YIELD,)), point("two", (OTHER,))]) == ()


def test_a_knot_of_too_many_ways_is_not_weighed() -> None:
    ways = tuple((Move(str(n), Act.ACCEPTS, "issue-rail", ()),) for n in range(50))
    (knot,) = knots([point(name, *ways) for name in ("one", "two", "three", "four")])
    assert knot.openings == ()
