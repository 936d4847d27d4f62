"""The measures of grouping against the values that the literature and the reference scorer give."""

from __future__ import annotations

import pytest

from benchmarks.clustering import b_cubed, ceaf, conll, f1, muc

# Bagga and Baldwin (1998), and Luo (2005): two ways to join two of three groups.
THREE = [set(range(1, 6)), {6, 7}, set(range(8, 13))]
SMALL_JOINED = [set(range(1, 6)), set(range(6, 13))]
LARGE_JOINED = [{*range(1, 6), *range(8, 13)}, {6, 7}]
# Pradhan et al. (2014): things that only one side knows.
KEY = [set("abc"), set("defg")]
RESPONSE = [set("ab"), set("cd"), set("fghi")]


@pytest.mark.parametrize(
    ("measure", "found", "value"),
    [
        (muc, SMALL_JOINED, f1(9 / 10, 1)),
        (muc, LARGE_JOINED, f1(9 / 10, 1)),
        (b_cubed, SMALL_JOINED, f1(16 / 21, 1)),
        (b_cubed, LARGE_JOINED, f1(7 / 12, 1)),
        (ceaf, SMALL_JOINED, 0.733),
        (ceaf, LARGE_JOINED, 0.667),
    ],
)
def test_the_textbook(measure: object, found: list[set[int]], value: float) -> None:
    assert measure(THREE, found) == pytest.approx(value, abs=5e-4)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("measure", "precision", "recall"), [(muc, 2 / 5, 2 / 5), (b_cubed, 4 / 8, 5 / 12), (ceaf, 1.3 / 3, 1.3 / 2)]
)
def test_what_one_side_alone_knows(measure: object, precision: float, recall: float) -> None:
    assert measure(KEY, RESPONSE) == pytest.approx(f1(precision, recall))  # type: ignore[operator]


def test_the_same_groups_are_perfect_and_others_are_not() -> None:
    assert conll(THREE, THREE) == pytest.approx(1)
    assert conll(THREE, [{thing} for group in THREE for thing in group]) < 0.5


def test_an_alignment_is_the_best_one_and_not_the_next_best() -> None:
    gold = [{1, 2, 3, 4}, {5, 6}]
    found = [{1, 2, 5, 6}, {3, 4}]  # the first two share most of each other, but then nothing is left for the others
    assert ceaf(gold, found) == pytest.approx((2 / 3 + 2 / 3) / 2)
