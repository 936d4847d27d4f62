from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.intake.calendar_dates import calendar_dates, month_number

DAY = dt.date(1987, 12, 8)
DAYS = st.dates(dt.date(1600, 1, 1), dt.date(2100, 12, 31))


@pytest.mark.parametrize(
    "written",
    [
        "8 December 1987",
        "8 Dec 1987",
        "8 Dec. 1987",
        "8th December 1987",
        "8th of December, 1987",
        "08 DEC 1987",
        "8-Dec-1987",
        "December 8, 1987",
        "Dec. 8, 1987",
        "Dec 8 1987",
        "December 8th, 1987",
        "Tuesday, December 8, 1987",
        "Tuesday 8 December 1987",
        "Tues., Dec. 8, 1987",
        "Tue, 8 Dec 1987",
        "Tuesday the 8th of December 1987",
        "1987-12-08",
        "1987/12/8",
        "1987.12.08",
    ],
)
@pytest.mark.parametrize("around", ["{}", "signed on {} in Washington", "({})", "{}, 14:05 GMT", "{}."])
def test_written(written: str, around: str) -> None:
    text = around.format(written)
    ((span, day),) = calendar_dates(text)
    assert (span.of(text), day) == (written, DAY)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("1987-12-08T10:15:00+02:00", [DAY]),
        ("1987-12-08 00:00", [DAY]),
        ("20/06/1985", [dt.date(1985, 6, 20)]),
        ("06/20/1985", [dt.date(1985, 6, 20)]),
        ("05.05.1955", [dt.date(1955, 5, 5)]),
        ("06/05/1985", []),
        ("31 June 1985", []),
        ("1985-02-30", []),
        ("0001-01-01", []),
        ("9999-12-31", []),
        ("December 1987", []),
        ("8 December", []),
        ("in 1987", []),
        ("May 1987 was cold", []),
        ("1987-12-08-19", []),
        ("version 2.10.2019.4", []),
        ("from 8 December 1987 to 1 June 1988", [DAY, dt.date(1988, 6, 1)]),
        ("Sunday was quiet; he left on March 3, 1999", [dt.date(1999, 3, 3)]),
    ],
)
def test_read(text: str, days: list[dt.date]) -> None:
    assert [day for _, day in calendar_dates(text)] == days


@settings(max_examples=100, deadline=None)
@given(DAYS, st.sampled_from(["%d %B %Y", "%B %d, %Y", "%A, %d %b %Y", "%b. %d, %Y", "%Y-%m-%d", "%Y-%m-%dT09:30Z"]), st.text(max_size=10))
def test_every_day_in_every_form(day: dt.date, form: str, before: str) -> None:
    text = f"{before} — {day.strftime(form)}"
    span, found = calendar_dates(text)[-1]
    assert found == day
    assert str(day.year) in span.of(text)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.sampled_from("0123456789-/. JanMayDecstf,"), max_size=60))
def test_spans_are_in_order(text: str) -> None:
    spans = [span for span, _ in calendar_dates(text)]
    assert spans == sorted(spans)
    assert all(one.end <= other.start for one, other in zip(spans, spans[1:], strict=False))


def test_month_number() -> None:
    assert [month_number(name) for name in ("Jan", "sept.", "DECEMBER", "May")] == [1, 9, 12, 5]
    with pytest.raises(ValueError, match="no month"):
        month_number("Ma")
