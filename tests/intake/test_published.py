from __future__ import annotations

import datetime as dt

import pytest

from rapporteur.intake.body import find_body
from rapporteur.intake.metadata import read_metadata
from rapporteur.intake.published import stated_value, url_day
from rapporteur.when import Basis

TITLE = "Talks resume on the upper river"
MONDAY = "The ministers met in Lima on Monday and agreed to meet again before the end of the year."
DATELINE = f"LIMA, May 7 (EFE) -- {MONDAY}"
PAGE = "Related Articles\nFive walks for a wet day"
DAY = dt.date(1990, 5, 7)  # a Monday


def day_of(text: str) -> dt.date | None:
    return read_metadata(text, find_body(text)).published.when.day


@pytest.mark.parametrize(
    ("why", "text", "day"),
    [
        ("under the headline", f"{TITLE}\nMay 7, 1990\n\n{MONDAY}", DAY),
        ("beside a byline", f"{TITLE}\nBy Ana Prat | May 7, 1990\n\n{MONDAY}", DAY),
        ("labelled", f"{TITLE}\nPublished: 7 May 1990 10:15\n\n{MONDAY}", DAY),
        ("a change is no publication", f"{TITLE}\nUpdated: 7 May 1990 10:15\n\n{MONDAY}", None),
        ("published before the change", f"{TITLE}\nPublished May 7, 1990 | Updated May 9, 1990\n\n{MONDAY}", DAY),
        ("the day of a copy is none", f"{TITLE}\n\n{MONDAY}\n\nCrawled at: 1990-05-07 10:00", None),
        ("the day of printing is none", f"{TITLE}\n\n{MONDAY}\n\nPrinted on 7 May 1990", None),
        ("the day of loading is none", f"{TITLE}\n\n{MONDAY}\n\nLOAD-DATE: May 7, 1990", None),
        (
            "another story's day is none",
            f"{TITLE}\n\n{MONDAY}\n\nRelated Articles\nA bridge\nPublished 7 May 1990",
            None,
        ),
        ("a dateline with a year", f"LIMA, May 7, 1990 (EFE) -- {MONDAY}", DAY),
        ("a dateline without", DATELINE, None),
        ("in the path of the address", f"{TITLE}\nhttps://lima.example/1990/05/07/river\n\n{MONDAY}", DAY),
        ("with the month's name", f"{TITLE}\nhttps://lima.example/world/1990/may/07/river\n\n{MONDAY}", DAY),
        (
            "in the words of the address alone",
            f"{TITLE}\nhttps://lima.example/a-1990-05-07/\n\nThe ministers met on Friday.",
            None,
        ),
        ("in the words, and a weekday", f"{TITLE}\nhttps://lima.example/a-1990-05-07/\n\n{MONDAY}", DAY),
        (
            "head and address agree",
            f"May 7, 1990\n{TITLE}\nhttps://lima.example/a-1990-05-07/\n\n{MONDAY}\n\n{PAGE}",
            DAY,
        ),
        ("a clock that nothing confirms", f"Lima Post\nWed, May 23, 1990\n{TITLE}\n\n{MONDAY}\n\n{PAGE}", None),
        ("a clock with the dateline's day", f"Lima Post\nMon, May 7, 1990\n{TITLE}\n\n{DATELINE}\n\n{PAGE}", DAY),
        ("a clock of another year's weekday", f"Lima Post\nTue, May 7, 1991\n{TITLE}\n\n{MONDAY}\n\n{PAGE}", None),
        ("a masthead of a text without leftovers", f"The Lima Post\nMonday, May 7, 1990\n\n{TITLE}\n\n{MONDAY}", DAY),
        ("a clock with the time", f"The Lima Post\nFriday, May 4, 1990 14:05\n\n{TITLE}\n\n{MONDAY}", None),
        ("the head against the dateline", f"{TITLE}\nJune 20, 1995\n\n{DATELINE}", None),
        ("a press release", f"FOR IMMEDIATE RELEASE\n7 May 1990\n\n{TITLE}\n\n{MONDAY}", DAY),
        ("two days far apart", f"{TITLE}\nMay 7, 1990\nJune 20, 1995\n\n{MONDAY}", None),
        (
            "head and address far apart",
            f"{TITLE}\nhttps://lima.example/1990/05/07/river\nJune 20, 1995\n\n{MONDAY}",
            None,
        ),
    ],
)
def test_day(why: str, text: str, day: dt.date | None) -> None:
    assert day_of(text) == day, why


def test_reason_is_given() -> None:
    text = f"Lima Post\nWed, May 23, 1990\n{TITLE}\n\n{MONDAY}\n\n{PAGE}"
    when = read_metadata(text, find_body(text)).published.when
    assert when.basis is Basis.UNKNOWN
    assert "1990-05-23" in when.why


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("1990-05-07", "1990-05-07"),
        ("1990-05-07T10:15:00Z", "1990-05-07"),
        ("7 May 1990", "1990-05-07"),
        ("Mon, 07 May 1990 10:15:00 +0200", "1990-05-07"),
        ("19900507", "1990-05-07"),
        ("20040305T101500Z", "2004-03-05"),
        ("642038400", "1990-05-07"),
        ("1583402400000", "2020-03-05"),
        ("1990-05", "1990-05"),
        ("1990", "1990"),
        ("05/07/1990", None),
        ("last Monday", None),
        ("", None),
        ("0001-01-01", None),
        ("99999999999999", None),
        ("19901345", None),
    ],
)
def test_stated_value(value: str, edtf: str | None) -> None:
    when = stated_value(value, "feed")
    assert when.edtf == edtf
    assert when.basis is (Basis.METADATA if edtf else Basis.UNKNOWN)
    assert ("feed" in when.why) == bool(value)


@pytest.mark.parametrize(
    ("url", "day", "own"),
    [
        ("https://lima.example/1990/05/07/river", DAY, True),
        ("https://lima.example/1990/5/7/river", DAY, True),
        ("https://lima.example/1990/may/7", DAY, True),
        ("https://lima.example/19900507/river.html", DAY, True),
        ("https://lima.example/1990-05-07/river", DAY, True),
        ("https://lima.example/river-1990-05-07/", DAY, False),
        ("https://lima.example/1990/13/07/river", None, False),
        ("https://lima.example/id/20150011", None, False),
        ("https://lima.example/1990/05/river", None, False),
        (None, None, False),
    ],
)
def test_url_day(url: str | None, day: dt.date | None, own: bool) -> None:
    assert url_day(url) == (day, own)
