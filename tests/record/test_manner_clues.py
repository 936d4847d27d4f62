from __future__ import annotations

import datetime as dt

import pytest

from rapporteur.reading.claims import Status, TimeRule
from rapporteur.record.dating.manner_clues import manner_clues
from tests.record.test_weekday_clues import held, told

SUNDAY = TimeRule("weekday", 7, "past")

CASES = [
    # what is said, on which weekday the article says that they met, a day, whether it may be of that day
    ("In April the envoys met in Riga.", None, "1987-04-30", False),
    ("In April the envoys met in Riga.", None, "1987-05-01", True),
    ("In April the envoys met in Riga.", None, "1987-12-31", True),
    ("In April the envoys met in Riga.", None, "1988-01-05", False),
    ("The envoys met in Riga in November.", None, "1988-07-01", True),
    ("The envoys met in Riga in November.", None, "1988-09-01", False),
    ("The envoys met in Riga in November.", None, "1987-11-20", False),
    # Sunday, 26 April 1987, was in April too
    ("In April the envoys met in Riga.", SUNDAY, "1987-05-02", False),
    ("In April the envoys met in Riga.", SUNDAY, "1987-05-03", True),
    # Sunday was 3 May 1987
    ("The envoys met in Riga on 30 April.", SUNDAY, "1987-05-01", False),
    ("The envoys met in Riga on 30 April.", SUNDAY, "1987-05-02", False),
    ("The envoys met in Riga on 30 April.", SUNDAY, "1987-05-03", True),
    ("The envoys met in Riga on 30 April.", SUNDAY, "1988-04-25", False),
    ("Talks stalled last year, when the envoys met in Riga on 30 December.", SUNDAY, "1988-01-01", False),
    ("Talks stalled last year, when the envoys met in Riga on 30 December.", SUNDAY, "1988-01-03", True),
    ("Talks stalled last year, when the envoys met in Riga on 30 December.", SUNDAY, "1989-01-05", True),
]


@pytest.mark.parametrize(("text", "weekday", "day", "allowed"), CASES)
def test_what_has_no_year_is_not_long_ago(text: str, weekday: TimeRule | None, day: str, *, allowed: bool) -> None:
    (clue,) = manner_clues(*told(text, *([held(weekday)] if weekday else [])))
    assert (dt.date.fromisoformat(day) in clue.days) is allowed
    assert clue.loose


@pytest.mark.parametrize(
    "text",
    [
        "In April 1986 the envoys met in Riga.",
        "The envoys will meet in Riga in April.",
        "In April, the minister said, the envoys will meet in Riga.",
        "The truce is to be signed when the case is heard in April.",
        "In early April the envoys met in Riga.",
        "The envoys met in Riga on Thursday, 30 April.",
        "The envoys will meet in Riga on 30 April.",
        "The envoys met in Riga on 30 April 1987.",
    ],
)
def test_what_is_to_come_or_has_more_beside_it_says_nothing(text: str) -> None:
    assert list(manner_clues(*told(text, held(SUNDAY)))) == []


def test_a_date_says_nothing_where_no_meeting_is_told_by_a_weekday() -> None:
    text = "The envoys met in Riga on 30 April."
    assert list(manner_clues(*told(text))) == []
    assert list(manner_clues(*told(text, held(SUNDAY, status=Status.PLANNED)))) == []
