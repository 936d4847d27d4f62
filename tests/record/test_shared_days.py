from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.record.dating.dating import date_articles
from rapporteur.when import Basis, When, on
from tests.record.test_dating import dated, told, written

KNOWN = on(dt.date(2006, 8, 14), Basis.STATED, "dated in its head")


def days_of(text: str) -> str | None:
    """The days left of an undated article with the two people of `told`, told beside one with full dates."""
    full = told("x", "The ferry sank on 14 July 2006. The panel will meet on 27 August 2006.", KNOWN)
    return dated(full, told("y", text))["y"].edtf


def test_two_days_and_two_people_settle_the_year() -> None:
    text = "QUITO, Aug. 10 (Wire) -- The ferry sank on July 14. The panel will meet on Aug. 27."
    assert days_of(text) == "2006-08-09/2006-08-13"


@pytest.mark.parametrize(
    "text",
    [
        "QUITO, Aug. 10 (Wire) -- The ferry sank on July 14.",
        "The ferry sank on July 15. The panel will meet on Aug. 28.",
    ],
)
def test_one_day_or_other_days_settle_nothing(text: str) -> None:
    assert days_of(text) is None


def test_years_of_several_articles_are_all_allowed() -> None:
    text = "The ferry sank on July 14. The panel will meet on Aug. 27."
    reads = [
        told(f"x{year}", f"The ferry sank on 14 July {year}. The panel will meet on 27 August {year}.")
        for year in (2006, 2009)
    ]
    found = date_articles([*reads, told("y", text)], {})["y"]
    assert found.allows(dt.date(2006, 8, 1))
    assert found.allows(dt.date(2009, 8, 1))


@given(
    truth=st.dates(min_value=dt.date(1975, 1, 1), max_value=dt.date(2045, 12, 31)),
    past=st.lists(st.integers(1, 150), min_size=2, max_size=3, unique=True),
    ahead=st.integers(1, 150),
    with_dateline=st.booleans(),
)
@settings(max_examples=50, deadline=None)
def test_the_true_day_is_never_excluded(truth: dt.date, past: list[int], ahead: int, with_dateline: bool) -> None:
    before, after = [truth - dt.timedelta(n) for n in past], truth + dt.timedelta(ahead)
    full = " ".join(f"They signed it on {written(day)}." for day in [*before, after])
    text = f"QUITO, {truth:%B} {truth.day} (Wire) -- " if with_dateline else ""
    text += " ".join(f"They signed it on {day.day} {day:%B}." for day in before)
    text += f" The panel will meet on {after.day} {after:%B}."
    found: When = dated(told("x", full), told("y", text))["y"]
    assert found.allows(truth)
