from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.intake.article import Article
from rapporteur.record.dating.day_sets import ALL, DaySet
from rapporteur.record.dating.head_clues import head_clues
from rapporteur.spans import Span

BODY = "The ministers spoke at length in the old port and then went home."


def left(head: str, foot: str = "", **provenance: str) -> DaySet:
    """The days that the clues of an article with these lines around it leave."""
    text = f"{head}\n\n{BODY}\n\n{foot}"
    start = text.index(BODY)
    article = Article("x", "x.txt", "x", text, (Span(start, start + len(BODY)),), provenance=provenance)
    days = ALL
    for clue in head_clues(article):
        days &= clue.days
    return days


def only(days: DaySet) -> dt.date | None:
    return days.first if len(days) == 1 else None


def test_a_stamp_with_its_weekday_and_the_year_of_the_rights_settle_the_day() -> None:
    head = "Ferry talks end\n\nBy ILSE MARTENS Thu Jun 12, 4:15 PM ET"
    assert only(left(head, "Copyright © 2003 Harbour Wire")) == dt.date(2003, 6, 12)


@pytest.mark.parametrize("foot", ["", "Copyright © 2004 Harbour Wire", "© 1998-2003 Harbour Wire"])
def test_a_stamp_alone_allows_every_year_of_its_weekday(foot: str) -> None:
    days = left("Ferry talks end\n\nThursday, 12 June", foot, title="line 1")
    assert [y for y in range(1995, 2010) if dt.date(y, 6, 12) in days] == [1997, 2003, 2008]
    assert dt.date(2003, 6, 13) not in days


@pytest.mark.parametrize("head", ["Ferry talks due Thursday, 12 June", "Thursday, 12 June\n\nFerry talks end"])
def test_a_day_in_or_above_a_headline_is_no_stamp(head: str) -> None:
    assert left(head, title=f"line {len(head.splitlines())}").is_all


@pytest.mark.parametrize(
    "line",
    [
        "Last updated: Tuesday 18 March 2014 11:02 GMT",
        "Lisbon 18°C | Tuesday, March 18, 2014 | Sign in",
        "Retrieved: 2014-03-18",
    ],
)
def test_a_page_is_changed_drawn_and_saved_after_publication(line: str) -> None:
    days = left(f"{line}\n\nFerry talks end")
    assert days.last == dt.date(2014, 3, 19)
    assert days.first is None


def test_a_date_beside_the_byline_is_the_day() -> None:
    head = "Monday, March 02, 2020\n\nFerry talks end\n\nBy: Ilse Martens\nHarbour Daily / 01:22 AM June 12, 2003"
    assert only(left(head, byline="line 3")) is None
    assert only(left(head, byline="line 5")) == dt.date(2003, 6, 12)


@given(day=st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2099, 12, 31)), later=st.integers(0, 30))
@settings(max_examples=50, deadline=None)
def test_the_true_day_is_never_excluded(day: dt.date, later: int) -> None:
    drawn = day + dt.timedelta(later)
    clock = f"{drawn:%A}, {drawn:%B} {drawn.day}, {drawn.year}"
    stamp = f"By ILSE MARTENS {day:%a} {day:%b} {day.day}"
    assert day in left(f"{clock}\n\nFerry talks end\n\n{stamp}", f"© {day.year} Harbour Wire")
