from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapporteur.record.judgements.constraints import Constraints, constrained


def parts(text: str) -> list[list[str]]:
    """Groups written as "ab c"."""
    return [list(group) for group in text.split()]


@pytest.mark.parametrize(
    ("groups", "together", "apart", "expected"),
    [
        ("ab c", "", "", "ab c"),
        ("ab c", "bc", "", "abc"),
        ("abc", "", "a-c", "ab c"),
        ("abc", "", "c-a", "bc a"),
        ("abcd", "", "a-cd", "ab cd"),
        ("abcd", "cd", "a-c", "ab cd"),
        ("ab", "ab", "a-b", "a b"),
        ("a b", "ab", "a-b", "a b"),
        ("ab cd", "", "a-c", "ab cd"),
        ("abc", "", "a-b a-c b-c", "a b c"),
        ("ab", "xy", "x-a", "ab"),
    ],
)
def test_groups_as_people_want_them(groups: str, together: str, apart: str, expected: str) -> None:
    pairs = tuple((frozenset(one), frozenset(two)) for one, _, two in (pair.partition("-") for pair in apart.split()))
    wanted = Constraints(tuple(map(frozenset, together.split())), pairs)
    found = constrained(parts(groups), wanted)
    assert sorted(map(sorted, found)) == sorted(map(sorted, parts(expected)))


letters = st.sampled_from("abcdefgh")
sets = st.frozensets(letters, min_size=1, max_size=3)


@given(st.lists(sets, max_size=3), st.lists(st.tuples(sets, sets), max_size=3))
def test_nothing_is_lost_and_what_must_be_apart_is(
    together: Sequence[frozenset[str]], apart: Sequence[tuple[frozenset[str], frozenset[str]]]
) -> None:
    found = constrained(parts("abcd efgh"), Constraints(tuple(together), tuple(apart)))
    assert sorted(item for group in found for item in group) == list("abcdefgh")
    for one, other in apart:
        assert not any(one & set(group) and (other - one) & set(group) for group in found)
