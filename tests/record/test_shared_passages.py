from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.when import Basis, When, on
from tests.record.test_dating import dated, told

PLAN = "The ministers of both coastal states agreed {} to a plan that was drawn up by the river commission."
SUNDAY = dt.date(2006, 8, 13)


def known(day: dt.date) -> When:
    return on(day, Basis.STATED, "dated in its head")


@pytest.mark.parametrize(
    ("mine", "edtf"),
    [
        ("yesterday", "2006-08-14"),
        ("today", "2006-08-13"),
        ("on Sunday", "2006-08-13/2006-08-19"),
        ("late on Sunday", "2006-08-13/2006-08-19"),
        ("last month", None),
    ],
)
def test_a_day_in_a_shared_passage_is_the_same_day(mine: str, edtf: str | None) -> None:
    source = told("x", PLAN.format("on Sunday"), known(SUNDAY + dt.timedelta(2)))
    assert dated(source, told("y", PLAN.format(mine)))["y"].edtf == edtf


@pytest.mark.parametrize("text", ["The two agreed yesterday.", PLAN.format("yesterday").replace("plan", "truce")])
def test_other_words_are_another_passage(text: str) -> None:
    source = told("x", PLAN.format("on Sunday"), known(SUNDAY))
    assert not dated(source, told("y", text))["y"]


@given(
    day=st.dates(min_value=dt.date(1975, 1, 1), max_value=dt.date(2045, 12, 31)),
    first=st.integers(0, 6),
    second=st.integers(0, 6),
)
@settings(max_examples=50, deadline=None)
def test_the_true_day_is_never_excluded(day: dt.date, first: int, second: int) -> None:
    words = ["today", "yesterday"][second] if second < 2 else f"on {day:%A}"
    source = told("x", PLAN.format(f"on {day:%A}"), known(day + dt.timedelta(first)))
    found = dated(source, told("y", PLAN.format(words)))["y"]
    assert found.allows(day + dt.timedelta(second))
    assert found.latest is not None
