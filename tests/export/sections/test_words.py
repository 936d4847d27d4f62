from __future__ import annotations

import datetime as dt

import pytest

from rapporteur.export.labels import quoted
from rapporteur.export.sections.words import counted, day_of, edtf_words, iso_words, shortened, when_words
from rapporteur.language.parse import Manner
from rapporteur.record.model import Statement
from rapporteur.when import UNKNOWN, Basis, When, between, in_month, in_year, on


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("when", "words", "short"),
    [
        (UNKNOWN, "day not stated", "day not stated"),
        (on(_day("1815-06-09")), "9 June 1815", "9 Jun 1815"),
        (between(_day("1815-06-08"), _day("1815-06-09")), "8–9 June 1815", "8–9 Jun 1815"),
        (between(_day("1815-05-30"), _day("1815-06-09")), "30 May – 9 June 1815", "30 May – 9 Jun 1815"),
        (
            between(_day("1814-12-24"), _day("1815-01-02")),
            "24 December 1814 – 2 January 1815",
            "24 Dec 1814 – 2 Jan 1815",
        ),
        (in_month(1815, 2), "February 1815", "Feb 1815"),
        (in_year(1815), "1815", "1815"),
        (between(None, _day("1815-06-09")), "by 9 June 1815", "by 9 Jun 1815"),
        (between(_day("1815-06-09"), None), "from 9 June 1815", "from 9 Jun 1815"),
        (on(dt.date.min), "1 January 1", "1 Jan 1"),
    ],
)
def test_days_in_words(when: When, words: str, short: str) -> None:
    assert when_words(when) == words
    assert when_words(when, short=True) == short


def test_the_year_can_be_left_to_the_axis() -> None:
    assert when_words(between(_day("1815-05-30"), _day("1815-06-09")), short=True, year=False) == "30 May – 9 Jun"
    assert when_words(in_month(1815, 2), short=True, year=False) == "Feb"


def test_a_day_says_why_where_it_was_concluded() -> None:
    concluded = on(_day("1815-06-09"), Basis.INFERRED, "the day before the act was signed")
    assert day_of(concluded).why == "the day before the act was signed"
    assert day_of(on(_day("1815-06-09"), Basis.STATED, "dateline")).why == ""
    assert day_of(on(_day("1815-06-09"), Basis.STATED, "dateline"), always_why=True).why == "dateline"
    assert day_of(concluded).iso == "1815-06-09"
    assert day_of(in_month(1815, 6)).iso == ""


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1815-06-09", "9 June 1815"),
        ("1815-12", "December 1815"),
        ("9999-12", "December 9999"),
        ("1815", "1815"),
        ("1815-06-08/1815-06-09", "8–9 June 1815"),
        ("../1815-06-09", "by 9 June 1815"),
        ("1815-06-09/..", "from 9 June 1815"),
        ("in the spring", "in the spring"),
        ("", ""),
    ],
)
def test_edtf_in_words(edtf: str, words: str) -> None:
    assert edtf_words(edtf) == words


def test_the_days_of_an_office() -> None:
    assert iso_words(None, None) == ""
    assert iso_words("1815-06-09", "1815-06-09") == "9 Jun 1815"
    assert iso_words("1814-09-01", "1815-06-09") == "1 Sep 1814 – 9 Jun 1815"


@pytest.mark.parametrize(
    ("manner", "text", "words"),
    [
        (Manner.DIRECT, "We\n stay.", "“We stay.”"),
        (Manner.INDIRECT, "they would stay", "they would stay"),
        (Manner.MIXED, 'they would "never" leave', 'they would "never" leave'),
        (Manner.MIXED, "a bridge for all", "“a bridge for all”"),
    ],
)
def test_only_words_reported_word_for_word_stand_in_quotation_marks(manner: Manner, text: str, words: str) -> None:
    assert quoted(Statement("s", None, manner, text, "a", 0, 1, ())) == words


def test_numbers_and_lengths() -> None:
    assert (counted(1, "copy", "copies"), counted(2, "copy", "copies"), counted(0, "article")) == (
        "1 copy",
        "2 copies",
        "0 articles",
    )
    assert shortened("Plenipotentiary", 6) == "Pleni…"
    assert shortened("envoy", 6) == "envoy"
