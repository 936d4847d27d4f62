from __future__ import annotations

import pytest

from rapporteur.web.drawings.waits import Wait, from_top, on_the_right


def wait(what: str, waiting: str, holding: str) -> Wait:
    """A wait of parties of one letter each."""
    return Wait(what, what, tuple(waiting), tuple(holding))


@pytest.mark.parametrize(
    ("waits", "right"),
    [
        ([wait("fish", "a", "b")], "b"),
        ([wait("fish", "a", "b"), wait("rail", "b", "a")], "b"),
        ([wait("fish", "ab", "c"), wait("rail", "a", "c")], "c"),
        ([wait("fish", "a", "b"), wait("rail", "c", "d")], "bd"),
        ([wait("fish", "a", "b"), wait("rail", "b", "c")], "ac"),
    ],
)
def test_lines_lead_across(waits: list[Wait], right: str) -> None:
    assert on_the_right(waits) == frozenset(right)


def test_what_has_parties_in_common_lies_together() -> None:
    waits = [wait("fish", "a", "b"), wait("rail", "c", "d"), wait("mail", "b", "a"), wait("coal", "d", "c")]
    assert sorted(map(sorted, (from_top(waits)[:2], from_top(waits)[2:]))) == [[0, 2], [1, 3]]


def test_a_chain_lies_in_its_order() -> None:
    waits = [wait("fish", "a", "b"), wait("rail", "c", "d"), wait("mail", "b", "c")]
    assert from_top(waits) in ([0, 2, 1], [1, 2, 0])
