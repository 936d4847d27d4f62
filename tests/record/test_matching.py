from __future__ import annotations

import datetime as dt
import random
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.reading.claims import Reading
from rapporteur.record.meetings.likeness import compare
from rapporteur.record.meetings.matching import group, match_meetings
from rapporteur.record.meetings.report import MeetingReport
from tests.record.meetings_made import report, when

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases" / "matching.yaml").read_text())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_reports_of_one_meeting_come_together_and_others_stay_apart(case: dict[str, Any]) -> None:
    reports = [report(row, at) for at, row in enumerate(case["reports"])]
    number = {id(one): at for at, one in enumerate(reports)}
    found = sorted(sorted(number[id(one)] for one in members) for members in group(reports))
    assert found == case["groups"]


def test_the_table_holds_both_kinds() -> None:
    assert sum(len(case["groups"]) > 1 for case in CASES) >= 15
    assert sum(len(case["groups"]) == 1 for case in CASES) >= 15


_DAYS = st.integers(0, 12).map(lambda shift: dt.date(1990, 3, 1) + dt.timedelta(days=shift))
_PEOPLE = st.fixed_dictionaries({}, optional={
    "AAA": st.lists(st.sampled_from(["Abel", "Anna"]), min_size=1, max_size=2, unique=True),
    "BBB": st.lists(st.sampled_from(["Bert", "Bela"]), min_size=1, max_size=2, unique=True),
    "CCC": st.just(["Carl"]),
})  # fmt: skip
_ROWS = st.fixed_dictionaries(
    {
        "published": _DAYS,
        "status": st.sampled_from(["held", "planned", "proposed", "cancelled", "ongoing"]),
        "parties": st.sampled_from([["AAA", "BBB"], ["AAA", "BBB", "CCC"]]),
        "people": _PEOPLE,
    },
    optional={
        "when": st.one_of(_DAYS, _DAYS.map(lambda day: f"{day}/{day + dt.timedelta(days=3)}"), st.just("1990-03")),
        "place": st.sampled_from(["Geneva, CH", "Switzerland, CH", "Oslo, NO", "phone call"]),
        "level": st.sampled_from(["head_of_state", "foreign_minister", "mixed", "delegation"]),
        "series": st.sampled_from(["Harbour format", "Lake process"]),
        "round": st.integers(1, 2),
        "article": st.sampled_from("abcd"),
    },
)


def _reports(rows: list[dict[str, Any]]) -> list[MeetingReport]:
    made = []
    for at, row in enumerate(rows):
        published = when(rows[0]["published"]) if "article" in row else when(row["published"])
        one = report(row, at)
        made.append(one if one.article.published == published else report({**row, "published": published.earliest}, at))
    return made


@given(st.lists(_ROWS, max_size=9), st.randoms(use_true_random=False))
@settings(max_examples=80, deadline=None)
def test_the_order_of_arrival_does_not_matter(rows: list[dict[str, Any]], shuffle: random.Random) -> None:
    reports = _reports(rows)
    shuffled = list(reports)
    shuffle.shuffle(shuffled)
    assert group(shuffled) == group(reports)


@given(st.lists(_ROWS, max_size=9))
@settings(max_examples=80, deadline=None)
def test_no_meeting_contradicts_itself_and_no_report_is_lost(rows: list[dict[str, Any]]) -> None:
    reports = _reports(rows)
    groups = group(reports)
    for members in groups:
        assert all(compare(one, two).possible for one, two in combinations(members, 2))
    assert sorted(one.order for members in groups for one in members) == sorted(one.order for one in reports)


@given(_ROWS, _ROWS)
@settings(max_examples=100, deadline=None)
def test_likeness_is_symmetrical(first: dict[str, Any], second: dict[str, Any]) -> None:
    one, two = _reports([first, second])
    assert compare(one, two).score == pytest.approx(compare(two, one).score)
    assert compare(one, two).possible == compare(two, one).possible


def _read(*rows: dict[str, Any], copies: dict[str, str] | None = None) -> Any:
    reports = [report(row, at) for at, row in enumerate(rows)]
    reads = [(one.article, Reading(one.article.id, meetings=(one.claim,))) for one in reports]
    return match_meetings(reads, copies or {})


PLAN = {"published": dt.date(1986, 10, 1), "status": "planned", "when": "1986-10-11/1986-10-12",
        "people": {"USA": ["Reagan"], "SUN": ["Gorbachev"]}, "level": "head_of_state"}  # fmt: skip
HELD = {**PLAN, "published": dt.date(1986, 10, 13), "status": "held", "when": dt.date(1986, 10, 11),
        "place": "Reykjavik, IS"}  # fmt: skip


def test_a_meeting_has_what_its_reports_say_together() -> None:
    (meeting,), reports = _read(PLAN, HELD)
    assert meeting.status == "held"
    assert meeting.when.day == dt.date(1986, 10, 11)
    assert meeting.place is not None
    assert meeting.place.name == "Reykjavik"
    assert meeting.format == "bilateral"
    assert meeting.reports == ("a", "b")
    assert [person.actor for person in meeting.participants] == ["Reagan", "Gorbachev"]
    assert [one.article.id for one in reports[meeting.id]] == ["a", "b"]


def test_a_meeting_has_its_history() -> None:
    undated = {**HELD, "published": None}
    again = {**PLAN, "published": dt.date(1986, 10, 4)}
    (meeting,), _ = _read(PLAN, again, HELD, undated)
    told = [(stage.status.value, stage.when.edtf, [e.article for e in stage.evidence]) for stage in meeting.history]
    assert told == [("planned", "1986-10-01/1986-10-04", ["a", "b"]), ("held", "1986-10-13", ["c"])]


def test_the_id_stays_when_a_later_article_arrives() -> None:
    (alone,), _ = _read(PLAN)
    (meeting,), _ = _read(PLAN, HELD)
    assert meeting.id == alone.id


def test_two_meetings_told_in_one_sentence_are_two_entries() -> None:
    first, second = report(HELD), report({**PLAN, "published": HELD["published"], "when": "1986-12"})
    reading = Reading(first.article.id, meetings=(first.claim, second.claim))
    meetings, reports = match_meetings([(first.article, reading)], {})
    assert sorted(meeting.status for meeting in meetings) == ["held", "planned"]
    assert len({meeting.id for meeting in meetings}) == len(reports) == 2


def test_a_copy_is_a_report_but_no_witness() -> None:
    other = {**HELD, "place": "Akureyri, IS", "published": dt.date(1986, 10, 14)}
    (meeting,), _ = _read(HELD, other, {**other, "article": "c"}, copies={"c": "b"})
    assert meeting.reports == ("a", "b", "c")
    assert meeting.place is not None
    assert meeting.place.name == "Reykjavik"


@pytest.mark.parametrize(
    ("statuses", "status"),
    [
        (["proposed", "planned"], "planned"),
        (["planned", "proposed"], "planned"),
        (["planned", "cancelled"], "cancelled"),
        (["planned", "cancelled", "planned"], "planned"),
        (["planned", "ongoing"], "ongoing"),
        (["planned", "ongoing", "held"], "held"),
        (["held", "planned"], "held"),
    ],
)
def test_the_status_is_that_of_the_surest_and_latest_report(statuses: list[str], status: str) -> None:
    rows = [
        {
            **HELD,
            "when": dt.date(1986, 10, 11),
            "published": dt.date(1986, 10, 11),
            "status": one,
            "article": chr(97 + at),
        }
        for at, one in enumerate(statuses)
    ]
    (meeting,), _ = _read(*rows)
    assert meeting.status == status


def test_rounds_of_one_series_follow_each_other() -> None:
    rows = [
        {"published": dt.date(1993, 1 + 2 * number, 20), "status": "held", "when": dt.date(1993, 1 + 2 * number, 15),
         "parties": ["ISR", "PSE"], "place": "Washington, US", "round": number + 7}
        for number in range(3)
    ]  # fmt: skip
    meetings, _ = _read(*rows)
    by_round = {meeting.round: meeting for meeting in meetings}
    assert by_round[7].next == by_round[8].id
    assert by_round[8].previous == by_round[7].id
    assert by_round[8].next == by_round[9].id
    assert by_round[9].next is None


def test_the_same_round_number_years_later_is_another_series() -> None:
    rows = [
        {"published": dt.date(year, 2, 20), "status": "held", "when": dt.date(year, 2, 15), "round": number,
         "parties": ["GRC", "TUR"]}
        for year, number in ((1976, 1), (2002, 2))
    ]  # fmt: skip
    meetings, _ = _read(*rows)
    assert [meeting.next for meeting in meetings] == [None, None]


def test_many_reports_are_matched_in_time_that_grows_evenly() -> None:
    rows = [
        {"published": dt.date(1950, 1, 1) + dt.timedelta(days=at), "status": "held",
         "when": dt.date(1950, 1, 1) + dt.timedelta(days=at - at % 3), "place": "Geneva, CH",
         "parties": [f"P{at // 3 % 40}", f"Q{at // 3 % 7}"], "article": f"x{at}"}
        for at in range(1500)
    ]  # fmt: skip
    assert len(group([report(row, at % 19) for at, row in enumerate(rows)])) == 500
