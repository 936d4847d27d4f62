from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from rapporteur.language.parse import Name, NameKind, Parse
from rapporteur.reading.claims import TimeExpression
from rapporteur.reading.dates.expressions import find_times
from rapporteur.spans import Span
from rapporteur.when import UNKNOWN, When, between, in_month, in_year, on

CASES = Path(__file__).parent / "cases"
TIMES: list[dict[str, str]] = yaml.safe_load((CASES / "dates.yaml").read_text(encoding="utf-8"))
FRIENDS: list[str] = yaml.safe_load((CASES / "no_dates.yaml").read_text(encoding="utf-8"))


def when(edtf: str) -> When:
    """The days that a case's EDTF string names."""
    if edtf == "unknown":
        return UNKNOWN
    if "/" in edtf:
        low, high = (None if side == ".." else dt.date.fromisoformat(side) for side in edtf.split("/"))
        return between(low, high)
    if len(edtf) == 10:
        return on(dt.date.fromisoformat(edtf))
    return in_month(int(edtf[:4]), int(edtf[5:])) if len(edtf) == 7 else in_year(int(edtf))


def parsed(text: str, names: tuple[Name, ...] = ()) -> Parse:
    """A parse with one paragraph, cut into sentences at full stops before capitals."""
    ends = [m.end() for m in re.finditer(r"(?<![A-Z])(?<!m)(?<!Feb)(?<!Sept)(?<!Nov)\. (?=[A-Z])", text)]
    starts = [0, *ends]
    sentences = tuple(Span(a, b) for a, b in zip(starts, [*ends, len(text)], strict=True))
    return Parse(text, (Span(0, len(text)),), sentences, (), names)


def times(text: str, published: When = UNKNOWN) -> tuple[TimeExpression, ...]:
    return find_times(text, parsed(text), published)


@pytest.mark.parametrize("case", TIMES, ids=[f"{case['text']} ({case['published']})" for case in TIMES])
def test_a_time_expression_has_its_value_and_days(case: dict[str, Any]) -> None:
    start, end = case["text"].index("["), case["text"].index("]") - 1
    text = case["text"].replace("[", "").replace("]", "")
    found = [time for time in times(text, when(case["published"])) if time.span.overlaps(Span(start, end))]
    assert [time.span.of(text) for time in found] == [text[start:end]]
    assert found[0].value == case["value"]
    assert (found[0].when.earliest, found[0].when.latest) == (when(case["days"]).earliest, when(case["days"]).latest)


@pytest.mark.parametrize("text", FRIENDS)
def test_a_false_friend_is_no_time(text: str) -> None:
    found = [time for time in times(text, on(dt.date(2011, 3, 9))) if time.type in ("DATE", "TIME", "SET")]
    assert [time.span.of(text) for time in found] == []
    assert [time.span.of(text) for time in times(text, UNKNOWN)] == []


def test_there_are_enough_cases() -> None:
    assert len(TIMES) >= 150
    assert len(FRIENDS) >= 40


def test_spans_are_in_order_and_apart() -> None:
    text = "On 4 March 2009 at 10 a.m. they met; on Tuesday, Feb. 18, and in the past three weeks they did not."
    spans = [time.span for time in times(text, on(dt.date(2011, 3, 9)))]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_what_depends_on_the_publication_day_carries_its_rule() -> None:
    found = times("They met on 4 March 2009 and on Tuesday.", UNKNOWN)
    assert [time.rule is None for time in found] == [True, False]


def test_a_person_of_that_name_is_no_month() -> None:
    text = "In June Osborn spoke for the panel."
    name = Name(Span(3, 14), NameKind.PERSON)
    assert find_times(text, parsed(text, (name,)), UNKNOWN) == ()


def test_a_person_within_an_expression_does_not_hide_it() -> None:
    text = "They met on the third day of Osborn's state visit."
    (found,) = find_times(text, parsed(text, (Name(Span(30, 36), NameKind.PERSON),)), UNKNOWN)
    assert found.span.of(text) == "the third day of Osborn's state visit"


def test_only_the_body_is_read() -> None:
    text = "Printed on 5 May 2020. They met on 4 March 2009."
    parse = Parse(text, (Span(23, len(text)),), (Span(23, len(text)),), ())
    assert [time.value for time in find_times(text, parse, UNKNOWN)] == ["2009-03-04"]


def test_a_day_that_the_calendar_lacks_is_unknown() -> None:
    found = times("They met on 30 February 2011.", UNKNOWN)
    assert [(time.value, bool(time.when)) for time in found] == [("2011-02-30", False)]


@pytest.mark.parametrize("year", [1, 9999])
def test_the_ends_of_the_calendar_do_no_harm(year: int) -> None:
    text = "They met last winter, on Tuesday, two centuries ago, on Feb. 29 and will meet in three decades, next week."
    for day in (dt.date(year, 1, 1), dt.date(year, 12, 31)):
        assert times(text, on(day))
