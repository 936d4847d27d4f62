from __future__ import annotations

import dataclasses
import datetime as dt
import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.language.parse import Parse
from rapporteur.reading.claims import TimeRule
from rapporteur.reading.dates.expressions import find_times
from rapporteur.reading.dates.rules import KINDS, Step, decode, encode, is_absolute, reach, resolve
from rapporteur.spans import Span
from rapporteur.when import UNKNOWN, Basis, When, between, on

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "dates.yaml").read_text(encoding="utf-8"))
WEDNESDAY = on(dt.date(2011, 3, 9))


def _rules() -> list[TimeRule]:
    """Every rule that the sentences of ``cases/dates.yaml`` give."""
    found: dict[TimeRule, None] = {}
    for case in CASES:
        text = case["text"].replace("[", "").replace("]", "")
        parse = Parse(text, (Span(0, len(text)),), (Span(0, len(text)),), ())
        found.update(dict.fromkeys(time.rule for time in find_times(text, parse, UNKNOWN) if time.rule))
    return list(found)


RULES = _rules()
rules = st.sampled_from(RULES)
days = st.dates(min_value=dt.date(1950, 1, 1), max_value=dt.date(2050, 12, 31))


@given(rule=rules, day=days, before=st.integers(0, 800), after=st.integers(0, 800))
@settings(max_examples=100, deadline=None)
def test_a_publication_range_excludes_no_day_that_one_of_its_days_allows(
    rule: TimeRule, day: dt.date, before: int, after: int
) -> None:
    exact = resolve(rule, on(day))[1]
    wide = resolve(rule, between(day - dt.timedelta(before), day + dt.timedelta(after)))[1]
    assert not wide.earliest or (exact.earliest is not None and wide.earliest <= exact.earliest)
    assert not wide.latest or (exact.latest is not None and exact.latest <= wide.latest)


@given(rule=rules, day=days, later=st.integers(0, 400))
@settings(max_examples=100, deadline=None)
def test_a_later_publication_day_never_gives_earlier_days(rule: TimeRule, day: dt.date, later: int) -> None:
    one, other = resolve(rule, on(day))[1], resolve(rule, on(day + dt.timedelta(later)))[1]
    assert (one.earliest or dt.date.min) <= (other.earliest or dt.date.min)
    assert (one.latest or dt.date.max) <= (other.latest or dt.date.max)


@given(rule=rules, day=days)
@settings(max_examples=100, deadline=None)
def test_an_open_publication_range_leaves_that_side_open(rule: TimeRule, day: dt.date) -> None:
    assert resolve(rule, between(day, None))[1].latest is None or resolve(rule, UNKNOWN)[1]
    assert resolve(rule, between(None, day))[1].earliest is None or resolve(rule, UNKNOWN)[1]


@given(day=days)
@settings(max_examples=50, deadline=None)
def test_the_value_of_a_known_day_lies_in_its_range(day: dt.date) -> None:
    for rule in RULES:
        value, when = resolve(rule, on(day))
        try:
            named = dt.date.fromisoformat((value or "").split("T")[0])
        except ValueError:
            continue
        assert when.allows(named), (rule, value, when)


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_a_rule_survives_its_encoding(rule: TimeRule) -> None:
    again = encode(decode(rule))
    assert decode(again) == decode(rule)
    assert TimeRule(**json.loads(json.dumps(dataclasses.asdict(rule)))) == rule


def test_every_kind_of_step_occurs_in_the_cases() -> None:
    seen = {step.kind for rule in RULES for step in decode(rule)}
    absolute = {"century", "decade", "fiscal", "numeric", "season_of", "year"}
    assert set(KINDS) - seen - absolute == set()


def test_no_steps_are_no_rule() -> None:
    with pytest.raises(ValueError, match="at least one step"):
        encode(())


def test_an_unknown_publication_day_keeps_what_the_words_say() -> None:
    assert resolve(TimeRule("monthday", 0, "05-16 past"), UNKNOWN) == ("XXXX-05-16", UNKNOWN)
    assert resolve(TimeRule("weekday", 2, "past"), UNKNOWN) == ("XXXX-WXX-2", UNKNOWN)


def test_steps_go_on_from_one_another() -> None:
    rule = encode((Step("calendar", -1, "year"), Step("month_of", 5), Step("part", 0, "late")))
    assert rule == TimeRule("calendar", -1, "year > month_of:5: > part:0:late")
    assert resolve(rule, WEDNESDAY)[0] == "2010-05"


def test_the_reason_names_the_publication_day() -> None:
    when = resolve(TimeRule("weekday", 2, "past"), WEDNESDAY)[1]
    assert when.basis is Basis.INFERRED
    assert "2011-03-09" in when.why


def test_named_years_need_no_publication_day() -> None:
    steps = (Step("year", 1998), Step("month_of", 8))
    assert is_absolute(steps)
    assert reach(steps, None).value == "1998-08"
    assert not is_absolute((*steps, Step("part", 0, "earlier")))


def test_a_range_within_one_week_keeps_a_single_value() -> None:
    published = When(dt.date(2011, 3, 8), dt.date(2011, 3, 11))
    assert resolve(TimeRule("weekday", 2, "past"), published)[0] == "2011-03-08"
