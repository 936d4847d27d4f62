from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.export.timeline_svg import DOT, Mark, draw, drawable, rows, summary, text_width
from rapporteur.reading.claims import Status
from rapporteur.record.model import Meeting
from rapporteur.when import UNKNOWN, When, between, in_month, in_year, on
from tests.export.records_made import MADE, made, words

EVIDENCE = (words("a-undated", "It met in 1912"),)


def _meeting(name: str, when: When, level: str | None = None) -> Meeting:
    return Meeting(f"meeting-{name}", when, Status.HELD, (), EVIDENCE, ("a-undated",), level=level)


def test_every_kind_of_meeting_has_its_mark() -> None:
    drawing = draw(made(), MADE.meetings, name="wide", width=900, letters=20)
    assert drawing
    marks = {mark.href.removeprefix("#"): mark for lane in drawing.lanes for mark in lane.marks}
    assert {mark.status for mark in marks.values()} == {"held", "planned", "proposed", "cancelled", "ongoing"}
    assert "meeting-undated" not in marks
    assert marks["meeting-cancelled"].x1 == marks["meeting-cancelled"].x2
    assert marks["meeting-held"].x1 < marks["meeting-held"].x2
    assert [lane.name for lane in drawing.lanes] == ["Leaders", "Ministers", "Mixed level", "Level not stated"]


def test_nothing_is_drawn_where_no_day_is_known() -> None:
    assert draw(made(), [_meeting("a", UNKNOWN)], name="wide", width=900, letters=20) is None


@pytest.mark.parametrize(
    ("when", "drawn"),
    [
        (UNKNOWN, False),
        (on(dt.date(1925, 10, 5)), True),
        (in_month(1925, 10), True),
        (in_year(1925), False),
        (between(None, dt.date(1925, 10, 16)), False),
        (between(dt.date(1925, 10, 16), None), False),
    ],
)
def test_only_what_is_known_well_enough_is_drawn(when: When, drawn: bool) -> None:
    assert drawable(when) is drawn


def test_the_list_says_the_same_and_more() -> None:
    listed = rows(made())
    assert [row.link.href for row in listed if not row.drawn] == ["meeting-old", "meeting-undated"]
    assert summary(listed) == "5 meetings from Mar 1931 to 1 Jun – 31 Aug 1931, the same as in the list below."
    assert summary(()) == "No meeting whose day is known."


@pytest.mark.parametrize(
    ("when", "left", "right"),
    [
        (on(dt.date(1925, 10, 1)), 10, 40),
        (on(dt.date(1925, 10, 31)), 360, 390),
        (between(dt.date(1925, 9, 20), dt.date(1925, 11, 9)), 10, 390),
        (between(dt.date(1925, 9, 20), dt.date(1925, 10, 2)), 10, 40),
    ],
)
def test_an_axis_of_given_days_holds_what_reaches_beyond_it(when: When, left: float, right: float) -> None:
    month = dt.date(1925, 10, 1), dt.date(1925, 10, 31)
    drawing = draw(made(), [_meeting("a", when)], name="x", width=400, letters=9, link="/meetings/", days=month)
    assert drawing
    ((mark,),) = (lane.marks for lane in drawing.lanes)
    assert mark.href == "/meetings/meeting-a"
    assert left <= mark.x1 <= mark.x2 <= right
    assert not drawing.cuts


DAYS = st.tuples(st.dates(dt.date(1925, 1, 1), dt.date(1926, 12, 31)), st.integers(0, 99))


@given(days=st.lists(DAYS, min_size=1, max_size=25), width=st.sampled_from([400, 940]))
@settings(max_examples=25, deadline=None)
def test_marks_and_labels_keep_apart(days: list[tuple[dt.date, int]], width: int) -> None:
    meetings = [
        _meeting(f"{n:02}", between(day, day + dt.timedelta(more)), "envoy") for n, (day, more) in enumerate(days)
    ]
    drawing = draw(made(), meetings, name="x", width=width, letters=18)
    assert drawing
    (lane,) = drawing.lanes
    assert len(lane.marks) == len(meetings)
    boxes = sorted(_box(mark) for mark in lane.marks)
    for (row, _, end), (other_row, start, _) in pairwise(boxes):
        assert row != other_row or end < start
    assert all(start >= 0 and end <= width for _, start, end in boxes)


def _box(mark: Mark) -> tuple[float, float, float]:
    start = mark.label_x - text_width(mark.label) * (mark.anchor == "end")
    return mark.y, min(start, mark.x1 - DOT), max(start + text_width(mark.label), mark.x2 + DOT)


def test_wide_letters_take_more_room() -> None:
    assert text_width("会議") > text_width("ab")
    assert text_width("e\u0301") == text_width("e")
