from __future__ import annotations

import datetime as dt

import pytest

from rapporteur.reading.claims import Stance
from rapporteur.record.model import Position, Turn
from rapporteur.record.turns import with_turns
from rapporteur.when import UNKNOWN, on


def held(name: str, stance: str, day: int | None, issue: str = "rail", party: str = "north") -> Position:
    when = on(dt.date(1888, 5, day)) if day else UNKNOWN
    return Position(name, party, issue, Stance(stance), "words", (), when=when)


def turns(positions: list[Position]) -> dict[str, Turn]:
    return {position.id: position.turn for position in with_turns(positions) if position.turn}


@pytest.mark.parametrize(
    ("before", "now", "turn"),
    [
        ("demands", "demands", Turn.REPEATED),
        ("rejects", "refuses", Turn.REPEATED),
        ("supports", "offers", Turn.REPEATED),
        ("demands", "precondition", Turn.HARDENED),
        ("proposes", "demands", Turn.HARDENED),
        ("precondition", "demands", Turn.SOFTENED),
        ("demands", "proposes", Turn.SOFTENED),
        ("demands", "supports", Turn.SOFTENED),
        ("offers", "demands", Turn.HARDENED),
        ("refuses", "supports", Turn.GIVEN_UP),
        ("rejects", "proposes", Turn.GIVEN_UP),
        ("supports", "rejects", Turn.REVERSED),
        ("demands", "refuses", Turn.REVERSED),
        ("demands", "warns", None),
    ],
)
def test_a_stance_beside_the_one_before(before: str, now: str, turn: Turn | None) -> None:
    assert turns([held("two", now, 9), held("one", before, 3)]) == ({"two": turn} if turn else {})


def test_a_warning_is_passed_over() -> None:
    found = turns([held("one", "demands", 3), held("two", "warns", 4), held("three", "demands", 5)])
    assert found == {"three": Turn.REPEATED}


def test_what_is_of_one_day_of_another_party_or_of_no_day_has_no_turn() -> None:
    first = held("one", "demands", 3)
    for other in (held("two", "refuses", 3), held("two", "refuses", None)):
        assert turns([first, other]) == {}
    assert turns([first, held("two", "refuses", 9, party="south"), held("three", "refuses", 9, issue="fish")]) == {}
