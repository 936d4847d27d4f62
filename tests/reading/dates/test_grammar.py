from __future__ import annotations

import pytest

from rapporteur.reading.dates import calendar as date_calendar
from rapporteur.reading.dates import relative as date_relative
from rapporteur.reading.dates import spans as date_spans
from rapporteur.reading.dates.expressions import forms
from rapporteur.reading.dates.grammar import TRIGGERS, month_number, number, ordinal, pattern, unit, weekday_number
from rapporteur.reference import load


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a", 1),
        ("an", 1),
        ("one", 1),
        ("seventeen", 17),
        ("twenty-four", 24),
        ("twenty four", 24),
        ("a hundred", 100),
        ("two hundred", 200),
        ("two hundred and five", 205),
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a dozen", 6),
        ("1,200", 1200),
        ("2.5", 2.5),
        ("a couple of", 2),
        ("several", None),
        ("a few", None),
    ],
)
def test_numbers_are_read_in_figures_and_words(text: str, value: float | None) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "value"), [("first", 1), ("twenty-first", 21), ("thirtieth", 30), ("3rd", 3), ("22nd", 22), ("17", 17)]
)
def test_ordinals_are_read_in_figures_and_words(text: str, value: int) -> None:
    assert ordinal(text) == value


def test_names_have_numbers() -> None:
    assert (month_number("Sept."), month_number("MAY"), month_number("December")) == (9, 5, 12)
    assert (weekday_number("Monday"), weekday_number("Thurs."), weekday_number("SUNDAY")) == (1, 4, 7)
    assert (unit("Weeks"), unit("centuries"), unit("day")) == ("week", "century", "day")


def test_a_pattern_fills_its_slots_and_fragments() -> None:
    found = pattern("on <day>{of} <month>", {"of": "(?: of)?"}).search("It fell on  5th of May, at last.")
    assert found is not None
    assert (found["day"], found["month"]) == ("5th", "May")


def test_small_letters_name_no_month_or_weekday() -> None:
    assert pattern("<month>", {}).search("they may march on a sunday") is None
    assert pattern("<weekday>", {}).search("they may march on a sunday") is None


def test_every_builder_has_a_form_and_every_trigger_a_use() -> None:
    builders = {*date_calendar.BUILDERS, *date_relative.BUILDERS, *date_spans.BUILDERS}
    table = load("time_forms")["forms"]
    assert {entry["build"] for entry in table} == builders
    assert {need for form in forms() for need in form.needs} == set(TRIGGERS.groupindex)
    assert len(forms()) == len(table)
