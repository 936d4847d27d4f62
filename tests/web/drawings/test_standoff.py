from __future__ import annotations

import re
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as some

from rapporteur.web.drawings.room import Box
from rapporteur.web.drawings.standoff import Party, Size, Standoff, What, draw
from rapporteur.web.drawings.waits import Wait

SIZES = (Size(940.0, 180.0, 300.0, 150.0, around=True), Size(400.0, 118.0, 178.0, 90.0, around=False))
PARTIES = "abcdefg"
sides = some.lists(some.sampled_from(PARTIES), min_size=1, max_size=3, unique=True).map(tuple)
whats = some.text("fish rail WWW mail 港口", max_size=120)
some_waits = some.lists(
    some.builds(Wait, some.just("point"), whats, sides, sides, some.booleans()), min_size=1, max_size=12
)
names = some.fixed_dictionaries({party: some.text("Upper Meridia", min_size=1, max_size=60) for party in PARTIES})


def drawn(waits: list[Wait], called: dict[str, str], size: Size = SIZES[0]) -> Standoff:
    return draw(waits, called, name="wide", size=size)


@given(some_waits, names, some.sampled_from(SIZES))
def test_nothing_covers_anything(waits: list[Wait], called: dict[str, str], size: Size) -> None:
    drawing = drawn(waits, called, size)
    things: list[Party | What] = [*drawing.parties, *drawing.whats]
    frame = Box(0, 0, drawing.width, drawing.height)
    for thing in things:
        assert frame.holds(thing.box)
        assert all(thing.box.holds(line.box) for line in thing.lines)
    assert not any(one.box.meets(other.box) for one, other in combinations(things, 2))
    assert drawn(waits, called, size) == drawing


@given(some_waits, names, some.sampled_from(SIZES))
def test_lines_run_beside_the_boxes(waits: list[Wait], called: dict[str, str], size: Size) -> None:
    drawing = drawn(waits, called, size)
    boxes = [*(party.box for party in drawing.parties), *(what.box for what in drawing.whats)]
    for what in drawing.whats:
        assert len(what.ties) == len(what.wait.waiting) + len(what.wait.holding)
        for tie in what.ties:
            across = [float(x) for x in re.findall(r"(\S+) \S+", tie.path[1:].replace("C", " "))]
            assert not any(box.left + 0.1 < x < box.right - 0.1 for box in boxes for x in across)


def test_a_line_leads_from_who_waits_to_who_holds_it_up() -> None:
    drawing = drawn([Wait("p", "ferry rights", ("a",), ("b",))], {"a": "Cordal", "b": "Velia"})
    cordal, velia = drawing.parties
    (what,) = drawing.whats
    assert cordal.box.right < what.box.left
    assert what.box.right < velia.box.left
    assert [bool(tie.head) for tie in what.ties] == [False, True]
    assert what.ties[1].head.startswith(f"M{velia.box.left:.1f} ")
    assert (cordal.whats, cordal.others) == ((0,), ("b",))


def test_a_ring_goes_there_and_back() -> None:
    waits = [Wait("p", "rail", ("a",), ("b",), in_turn=True), Wait("p", "fish", ("b",), ("a",), in_turn=True)]
    drawing = drawn(waits, {"a": "Cordal", "b": "Velia"})
    there, back = (what for _, what in sorted((what.number, what) for what in drawing.whats))
    left, right = (party.box for party in drawing.parties)
    assert there.ties[1].head.startswith(f"M{right.left:.1f} ")
    assert back.ties[1].head.startswith(f"M{left.right:.1f} ")


def test_where_it_is_narrow_all_parties_lie_to_the_left() -> None:
    drawing = drawn([Wait("p", "ferry rights", ("a",), ("b",))], {"a": "Cordal", "b": "Velia"}, SIZES[1])
    assert all(party.box.right < drawing.whats[0].box.left for party in drawing.parties)
