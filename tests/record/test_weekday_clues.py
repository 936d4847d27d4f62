from __future__ import annotations

import datetime as dt
import itertools
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.intake.article import Article
from rapporteur.language.parse import Parse
from rapporteur.reading.claims import MeetingClaim, Place, PlaceMention, Reading, Status, TimeRule
from rapporteur.reading.dates.expressions import find_times
from rapporteur.record.dating.weekday_clues import weekday_clues
from rapporteur.spans import Span
from rapporteur.when import UNKNOWN

TUESDAY = TimeRule("weekday", 2, "past")


def told(text: str, *meetings: MeetingClaim) -> tuple[Article, Reading]:
    whole = Span(0, len(text))
    ends = [found.end() for found in re.finditer(r"\. (?=[A-Z])", text)]
    sentences = tuple(Span(a, b) for a, b in itertools.pairwise([0, *ends, len(text)]))
    times = find_times(text, Parse(text, (whole,), sentences, ()), UNKNOWN)
    places = tuple(PlaceMention(Span(*found.span()), found[0]) for found in re.finditer("Oslo", text))
    return Article("x", "x.txt", "x", text, (whole,)), Reading(
        "x", sentences, times=times, places=places, meetings=meetings
    )


def held(rule: TimeRule = TUESDAY, place: str = "Oslo", status: Status = Status.HELD) -> MeetingClaim:
    return MeetingClaim(status, ("a1", "a2"), (Span(0, 4),), rule=rule, place=Place(place))


def test_a_meeting_on_a_weekday_of_a_stay_tells_its_possible_years() -> None:
    (clue,) = weekday_clues(*told("Her visit to Oslo took place on June 23-24.", held()))
    years = {year for year in range(2000, 2027) if dt.date(year, 6, 24) in clue.days}
    assert years == {2003, 2008, 2009, 2014, 2015, 2020, 2025, 2026}
    assert "23 June to 24 June" in clue.why
    assert "Tuesday" in clue.why


@pytest.mark.parametrize(
    ("nth", "years"),
    [("second", {2003, 2008, 2014, 2025}), ("last", {2003, 2008, 2014, 2025}), ("first", {2009, 2015, 2020, 2026})],
)
def test_a_day_of_the_stay_that_is_counted_tells_more(nth: str, years: set[int]) -> None:
    text = f"They met in Oslo on the {nth} day of the visit. Her visit to Oslo took place on June 23-24."
    whole = replace(held(), evidence=(Span(0, text.index(".") + 1),))
    (clue,) = weekday_clues(*told(text, whole))
    assert {year for year in range(2000, 2027) if dt.date(year, 6, 25) in clue.days} == years


@pytest.mark.parametrize(
    ("text", "meeting"),
    [
        ("Her visit to Oslo took place on June 23-24.", held(place="Bergen")),
        ("Her visit to Oslo took place on June 23-24.", held(status=Status.PLANNED)),
        ("Her visit to Oslo took place on June 23-24.", held(TimeRule("calendar", -1, "week"))),
        ("Her last visit to Oslo took place on June 23-24.", held()),
        ("The fair in Oslo took place on June 23-24.", held()),
        ("Her visit to Oslo took place on June 23.", held()),
        ("She visited Oslo on June 23-24 and on July 1-2.", held()),
    ],
)
def test_what_may_be_another_stay_tells_nothing(text: str, meeting: MeetingClaim) -> None:
    assert weekday_clues(*told(text, meeting)) == ()


@given(
    first=st.dates(min_value=dt.date(1950, 1, 1), max_value=dt.date(2090, 1, 1)),
    length=st.integers(1, 4),
    at=st.integers(0, 4),
    later=st.integers(0, 6),
)
@settings(max_examples=50, deadline=None)
def test_the_true_day_is_never_excluded(first: dt.date, length: int, at: int, later: int) -> None:
    last = first + dt.timedelta(length)
    day = first + dt.timedelta(min(at, length))
    text = f"Her visit to Oslo took place from {first.day} {first:%B} to {last.day} {last:%B}."
    for clue in weekday_clues(*told(text, held(TimeRule("weekday", day.isoweekday(), "past")))):
        assert day + dt.timedelta(later) in clue.days


@given(day=st.dates(min_value=dt.date(1950, 1, 1), max_value=dt.date(2090, 1, 1)), later=st.integers(-300, 300))
@settings(max_examples=30, deadline=None)
def test_a_date_with_its_weekday_allows_every_day_within_the_year(day: dt.date, later: int) -> None:
    (clue,) = weekday_clues(*told(f"They met on {day:%A}, {day.day} {day:%B}."))
    assert day + dt.timedelta(later) in clue.days
    assert not clue.days.is_all
