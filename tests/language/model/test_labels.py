"""Labels to spans: always well-formed, and the best of the well-formed."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.language.model.labels import Labels

LABELS = Labels(("O", "B-per", "I-per", "B-org", "I-org"))


def well_formed(found: list[int], starts: list[int]) -> bool:
    names = [LABELS.names[number] for number in found]
    return all(
        name[0] != "I" or (at not in {0, *starts} and names[at - 1][0] != "O" and names[at - 1][2:] == name[2:])
        for at, name in enumerate(names)
    )


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 5), st.data())
def test_the_best_well_formed_labels(count: int, data: st.DataObject) -> None:
    numbers = data.draw(st.lists(st.integers(-20, 0), min_size=5 * count, max_size=5 * count))
    scores = np.array(numbers, np.float32).reshape(count, 5)
    found = LABELS.best(scores)
    assert well_formed(found, [])
    trials = (list(t) for t in product(range(5), repeat=count))
    best = max(sum(scores[k, x] for k, x in enumerate(t)) for t in trials if well_formed(t, []))
    assert sum(scores[k, x] for k, x in enumerate(found)) == best


def test_no_span_reaches_over_a_break() -> None:
    scores = np.full((2, 5), -9.0, np.float32)
    scores[0, 1] = scores[1, 2] = 0.0
    assert LABELS.best(scores) == [1, 2]
    assert well_formed(LABELS.best(scores, [1]), [1])


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        ([0, 0], []),
        ([1, 2], [(0, 2, "per")]),
        ([1, 1], [(0, 1, "per"), (1, 2, "per")]),
        ([3, 4, 0, 1], [(0, 2, "org"), (3, 4, "per")]),
    ],
)
def test_stretches(found: list[int], wanted: list[tuple[int, int, str]]) -> None:
    stretches = LABELS.stretches(found, np.zeros((len(found), 5), np.float32))
    assert [(s.first, s.end, s.kind) for s in stretches] == wanted
    assert all(s.score == 0 for s in stretches)
