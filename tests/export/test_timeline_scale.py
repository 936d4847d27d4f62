from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.export.timeline_scale import make_scale, ticks

Ranges = list[tuple[dt.date, dt.date]]


def _ranges(*days: str) -> Ranges:
    """Ranges from ``1905-09-05`` and ``1905-09-05/1905-09-08``."""
    return [(dt.date.fromisoformat(d.split("/")[0]), dt.date.fromisoformat(d.split("/")[-1])) for d in days]


@pytest.mark.parametrize(
    ("days", "cuts"),
    [
        (("1905-08-09", "1905-08-12", "1905-08-29"), []),
        (("1905-08-09", "1905-08-29", "1906-03-01"), ["6 mo"]),
        (("1894-07-25", "1905-08-09", "1905-09-05"), ["11 yr"]),
        (("1905-01-01/1905-06-30", "1905-08-01", "1905-12-31"), ["5 mo"]),
        (("1905-01-01/1905-06-30", "1905-08-01", "1905-09-05"), []),
        (("1895-04-17", "1905-09-05", "1905-09-08", "1920-09-08"), ["10 yr 4 mo", "15 yr"]),
        (("1905-08-09", "1905-10-05"), ["52 days"]),
    ],
)
def test_long_empty_stretches_are_cut_out_and_named(days: tuple[str, ...], cuts: list[str]) -> None:
    assert [cut.words for cut in make_scale(_ranges(*days), left=0, width=900).cuts] == cuts


@pytest.mark.parametrize(
    ("days", "first", "last"),
    [
        (("1905-08-09", "1905-08-12"), "7 Aug", "14 Aug"),
        (("1905-08-09/1905-10-12",), "7 Aug", "9 Oct"),
        (("1905-01-09/1905-12-12",), "Feb", "Dec"),
        (("1905-01-09/1912-12-12",), "Jan", "Jan"),
        (("1905-01-09/1942-12-12",), "1906", "1942"),
        (("0001-01-01/9999-12-31",), "500", "9500"),
    ],
)
def test_ticks_are_as_fine_as_there_is_room(days: tuple[str, ...], first: str, last: str) -> None:
    words = [tick.words for tick in ticks(make_scale(_ranges(*days), left=0, width=900))]
    assert (words[0], words[-1]) == (first, last)


def test_the_year_is_written_where_it_is_new() -> None:
    found = ticks(make_scale(_ranges("1905-11-03/1906-02-10"), left=0, width=300))
    assert [tick.year for tick in found if tick.year] == ["1905", "1906"]


DAYS = st.dates()
RANGES = st.lists(st.tuples(DAYS, st.integers(0, 90)), min_size=1, max_size=12)


@given(RANGES)
@settings(max_examples=100, deadline=None)
def test_days_keep_their_order_and_lie_within_the_edges(drawn: list[tuple[dt.date, int]]) -> None:
    last = dt.date.max.toordinal()
    ranges = [(day, dt.date.fromordinal(min(last, day.toordinal() + more))) for day, more in drawn]
    scale = make_scale(ranges, left=10, width=500)
    ends = sorted({day.toordinal() for pair in ranges for day in pair})
    places = [scale.at(day) for day in ends]
    assert places == sorted(places)
    assert places[0] >= 10
    assert scale.at(ends[-1] + 1) <= 510.001
    marks = ticks(scale)
    assert marks
    assert all(one.x < two.x for one, two in pairwise(marks))
