"""Heads: against every tree that there is, for short sentences."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from rapporteur.language.model.trees import heads, is_tree

CASES = [
    ([0], True),
    ([0, 1], True),
    ([2, 0], True),
    ([2, 1], False),
    ([0, 0], False),
    ([0, 1, 1], True),
    ([0, 3, 2], False),
    ([2, 3, 0], True),
    ([2, 3, 1], False),
]


@pytest.mark.parametrize(("found", "wanted"), CASES)
def test_is_tree(found: list[int], wanted: bool) -> None:
    assert is_tree(np.array(found)) is wanted


def by_trial(scores: NDArray[np.float32]) -> float:
    """The value of the best tree with one root, found by trying all."""
    count = len(scores)
    trials = (np.array(t) for t in product(range(count + 1), repeat=count))
    return max(value(scores, t) for t in trials if all(t != np.arange(1, count + 1)) and is_tree(t))


def value(scores: NDArray[np.float32], found: NDArray[np.int64]) -> float:
    return float(scores[np.arange(len(scores)), found].sum())


@settings(max_examples=300, deadline=None)
@given(st.integers(1, 4).flatmap(lambda n: st.lists(st.integers(-9, 9), min_size=n * (n + 1), max_size=n * (n + 1))))
def test_the_heads_are_the_best_tree(numbers: list[int]) -> None:
    count = int(len(numbers) ** 0.5)
    scores = np.array(numbers, np.float32).reshape(count, count + 1)
    found = heads(scores)
    assert is_tree(found)
    if count <= 3:  # of the roots of longer sentences only the three likeliest are tried
        assert value(scores, found) == pytest.approx(by_trial(scores))


def test_a_long_sentence_of_equal_scores_is_a_tree() -> None:
    assert is_tree(heads(np.zeros((300, 301), np.float32)))
