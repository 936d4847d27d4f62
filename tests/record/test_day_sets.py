from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.record.dating.day_sets import ALL, DaySet, of_days, of_when, stretch, where
from rapporteur.when import UNKNOWN, between

days = st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2099, 12, 31))


@given(one=days, other=days, asked=days)
@settings(max_examples=50, deadline=None)
def test_a_stretch_holds_just_the_days_between_its_ends(one: dt.date, other: dt.date, asked: dt.date) -> None:
    low, high = sorted((one, other))
    found = stretch(low, high)
    assert (asked in found) == (low <= asked <= high)
    assert (found.first, found.last, len(found)) == (low, high, (high - low).days + 1)


@given(some=st.frozensets(days, max_size=9), others=st.frozensets(days, max_size=9))
@settings(max_examples=50, deadline=None)
def test_sets_of_days_meet_and_join_as_sets_do(some: frozenset[dt.date], others: frozenset[dt.date]) -> None:
    assert of_days(some) & of_days(others) == of_days(some & others)
    assert of_days(some) | of_days(others) == of_days(some | others)
    assert bool(of_days(some)) == bool(some)


def test_an_open_side_has_no_end() -> None:
    assert stretch(None, dt.date(1999, 1, 1)).first is None
    assert stretch(dt.date(1999, 1, 1), None).last is None
    assert stretch(dt.date(1999, 1, 2), dt.date(1999, 1, 1)) == DaySet(0)


def test_nothing_known_is_every_day() -> None:
    assert of_when(UNKNOWN) == ALL
    assert ALL.is_all
    assert not of_when(between(dt.date(1999, 1, 1), None)).is_all


def test_days_outside_the_years_of_sets_are_in_none() -> None:
    assert dt.date(1, 1, 1) not in ALL
    assert dt.date(9999, 1, 1) not in ALL
    assert not of_days([dt.date(9999, 1, 1)])
    assert stretch(dt.date(1, 1, 1), dt.date(9999, 1, 1)) == ALL


def test_what_recurs_with_the_calendar_has_no_ends() -> None:
    fridays_13 = where(lambda day: day.day == 13 and day.isoweekday() == 5, dt.date(1760, 1, 1), dt.date(2239, 12, 31))
    assert (fridays_13.first, fridays_13.last) == (None, None)
    assert fridays_13


def test_where_keeps_the_days_that_pass() -> None:
    found = where(lambda day: day.isoweekday() == 2, dt.date(2011, 3, 1), dt.date(2011, 3, 31))
    assert len(found) == 5
    assert (found.first, found.last) == (dt.date(2011, 3, 1), dt.date(2011, 3, 29))
