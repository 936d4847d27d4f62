from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.reading.dates.almanac import (
    Reach,
    anniversary,
    monday,
    month_of_year,
    months_later,
    plus,
    season_of_year,
    the_date,
    week_name,
)

days = st.dates()


@given(day=days, count=st.integers(-5_000_000, 5_000_000))
@settings(max_examples=100, deadline=None)
def test_days_and_months_stay_within_the_calendar_and_in_order(day: dt.date, count: int) -> None:
    assert (plus(day, count) > day) == (count > 0) or plus(day, count) in (dt.date.min, dt.date.max)
    later = months_later(day, count % 40_000)
    assert later >= day or later.year == dt.MAXYEAR


@given(day=days)
@settings(max_examples=50, deadline=None)
def test_a_week_begins_on_monday(day: dt.date) -> None:
    first = monday(day)
    assert first.isoweekday() == 1 or first == dt.date.min
    assert 0 <= (day - first).days < 7


def test_the_ends_of_months() -> None:
    assert months_later(dt.date(2011, 1, 31), 1) == dt.date(2011, 2, 28)
    assert month_of_year(2011, 14) == (dt.date(2012, 2, 1), dt.date(2012, 2, 29))
    assert month_of_year(2011, 0) == (dt.date(2010, 12, 1), dt.date(2010, 12, 31))


def test_days_that_the_calendar_lacks_are_none() -> None:
    assert the_date(2011, 2, 29) is None
    assert the_date(2011, 13, 1) is None
    assert the_date(0, 1, 1) is None


def test_the_next_leap_day_may_be_years_away() -> None:
    assert anniversary(dt.date(1897, 1, 1), "02-29") == dt.date(1904, 2, 29)
    assert anniversary(dt.date(2011, 3, 9), "02-29", -1) == dt.date(2008, 2, 29)


def test_winter_ends_in_the_next_year() -> None:
    assert season_of_year(2010, "winter") == (dt.date(2010, 12, 1), dt.date(2011, 3, 21))


def test_the_first_days_of_a_year_may_be_in_the_last_week_of_another() -> None:
    assert week_name(dt.date(2011, 1, 1)) == "2010-W52"


def test_a_reach_of_one_day_takes_it_as_its_value() -> None:
    day = dt.date(2011, 3, 9)
    assert Reach("XXXX-XX-XX", day, day).valued().value == "2011-03-09"
    assert Reach("2011-W10", day, plus(day, 1)).valued().value == "2011-W10"
