from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.intake.calendar_dates import calendar_dates


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("30 December 2025", "2025-12-30"),
        ("01:22 AM August 08, 2014", "2014-08-08"),
        ("7 July 1999 11:40 GMT", "1999-07-07"),
        ("Wed., Sept. 3rd, 1975", "1975-09-03"),
        ("2025-12-30T08:00", "2025-12-30"),
        ("20/06/2025", "2025-06-20"),
        ("06/20/2025", "2025-06-20"),
        ("Friday 17/09/99", "1999-09-17"),
        ("Fri, 17.09.99", "1999-09-17"),
        ("Tuesday 06/05/2025", "2025-05-06"),
        ("Thursday 05-06-25", "2025-06-05"),
        ("Saturday 12/04/61", None),
        ("06/05/2025", None),
        ("17/09/99", None),
        ("Monday 17/09/99", None),
        ("Monday 20/06/2025", None),
        ("31/02/2025", None),
        ("version 17/09/99/4", None),
    ],
)
def test_a_date_is_read_if_it_can_be_read_in_one_way(text: str, day: str | None) -> None:
    assert [found.isoformat() for _, found in calendar_dates(text)] == ([day] if day else [])


@given(day=st.dates(min_value=dt.date(1800, 1, 1), max_value=dt.date(2099, 12, 31)), is_american=st.booleans())
@settings(max_examples=60, deadline=None)
def test_a_weekday_never_makes_another_day_of_figures(day: dt.date, is_american: bool) -> None:
    figures = f"{day:%m/%d/%y}" if is_american else f"{day:%d/%m/%y}"
    assert {found for _, found in calendar_dates(f"{day:%A} {figures}")} <= {day}
