from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.intake.article import Article
from rapporteur.language.parse import Manner, Parse
from rapporteur.reading.claims import (
    ActorKind,
    LocalActor,
    MeetingClaim,
    Participant,
    Place,
    PlaceMention,
    Reading,
    StatementClaim,
    Status,
    TimeExpression,
    TimeRule,
)
from rapporteur.reading.dates.expressions import find_times
from rapporteur.record.dating.dating import date_articles, redate
from rapporteur.spans import Span
from rapporteur.when import UNKNOWN, Basis, When, between, on

days = st.dates(min_value=dt.date(1975, 1, 1), max_value=dt.date(2045, 12, 31))
ACTORS = (
    LocalActor("a1", "Ruritania", ActorKind.STATE, "RUR"),
    LocalActor("a2", "Freedonia", ActorKind.STATE, "FRE"),
    LocalActor("a3", "Ana Holm", ActorKind.PERSON, party="a1"),
    LocalActor("a4", "Iso Brandt", ActorKind.PERSON, party="a2"),
)
Read = tuple[Article, Reading]


def told(
    name: str,
    text: str,
    published: When = UNKNOWN,
    meetings: Sequence[MeetingClaim] = (),
    origin: str = "head line",
    head: str = "",
) -> Read:
    """An article with that body, read for its times alone, and the meetings it is to tell."""
    body = Span(len(head), len(head) + len(text))
    whole = head + text
    ends = [len(head) + m.end() for m in re.finditer(r"(?<![A-Z])\. (?=[A-Z])", text)]
    sentences = tuple(Span(a, b) for a, b in zip([body.start, *ends], [*ends, body.end], strict=True))
    times = find_times(whole, Parse(whole, (body,), sentences, ()), published)
    article = Article(name, f"{name}.txt", name, whole, (body,), published=published, provenance={"published": origin})
    return article, Reading(name, sentences, actors=ACTORS, times=times, meetings=tuple(meetings))


def meeting(rule: TimeRule | None = None, when: When = UNKNOWN, place: str = "Quito", **more: object) -> MeetingClaim:
    people = (Participant("a3"), Participant("a4"))
    fields: dict[str, object] = {"level": "foreign_minister", "place": Place(place), "participants": people, **more}
    return MeetingClaim(Status.HELD, ("a1", "a2"), (Span(0, 4),), when=when, rule=rule, **fields)  # type: ignore[arg-type]


def dated(*reads: Read, copies: dict[str, str] | None = None) -> dict[str, When]:
    return date_articles(reads, copies or {})


def written(day: dt.date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def test_a_known_day_is_kept_as_it_is() -> None:
    stated = on(dt.date(2011, 3, 9), Basis.STATED, "dated under its headline")
    assert dated(told("x", "They met on Tuesday.", stated)) == {"x": stated}


def test_nothing_to_go_by_stays_unknown() -> None:
    assert not dated(told("x", "They met on Tuesday, on 12 May and last year."))["x"]


def test_a_past_day_bounds_from_below() -> None:
    found = dated(told("x", "They signed it on 4 March 2009. They met on Tuesday."))["x"]
    assert (found.earliest, found.latest) == (dt.date(2009, 3, 3), None)
    assert found.basis is Basis.INFERRED
    assert "4 March 2009" in found.why


def test_an_announced_day_bounds_from_above() -> None:
    found = dated(told("x", "The council will vote on 4 March 2009."))["x"]
    assert (found.earliest, found.latest) == (None, dt.date(2009, 3, 5))


@given(received=st.dates(min_value=dt.date(2023, 6, 10), max_value=dt.date(2025, 5, 1)))
def test_a_visit_that_recurs_was_before_the_day_of_receipt(received: dt.date) -> None:
    """Of 26 and 27 May, one is a Friday in 2022, 2023, 2028 and 2033."""
    article, reading = during_a_visit()
    found = dated((replace(article, received=received), reading))["x"]
    assert (found.earliest, found.latest) == (dt.date(2022, 5, 27), dt.date(2023, 6, 1))
    assert "it was in hand before such days came again on 2028-05-26" in found.why


def test_on_a_day_on_which_it_may_be_published_the_end_stays_open() -> None:
    article, reading = during_a_visit()
    assert dated((replace(article, received=dt.date(2023, 5, 28)), reading))["x"].latest is None


def during_a_visit() -> Read:
    """A meeting on a Friday during a visit on 26 and 27 May, in or after 2020."""
    text = "It was signed on 1 March 2020. Her visit to Quito took place on 26-27 May."
    article, reading = told("x", text, meetings=[meeting(TimeRule("weekday", 5, "past"))])
    place = PlaceMention(Span(text.index("Quito"), text.index("Quito") + 5), "Quito")
    return article, replace(reading, places=(place,))


@pytest.mark.parametrize(
    ("text", "received"),
    [
        ("He was shot on Friday, Nov. 22, sixty years ago.", dt.date(2023, 11, 24)),
        ("The council meets on Monday, Nov. 30.", dt.date(2025, 11, 27)),
    ],
)
def test_a_weekday_that_does_not_fit_the_day_of_receipt_closes_nothing(text: str, received: dt.date) -> None:
    article, reading = told("x", text)
    found = dated((replace(article, received=received), reading))["x"]
    assert found.latest is None


@given(received=days)
def test_the_day_of_receipt_by_itself_bounds_nothing(received: dt.date) -> None:
    article, reading = told("x", "It was signed on 1 March 2020.")
    assert dated((replace(article, received=received), reading)) == dated((article, reading))


@given(published=days, later=st.integers(-1, 9000))
@settings(max_examples=30, deadline=None)
def test_the_day_of_receipt_never_excludes_the_true_day(published: dt.date, later: int) -> None:
    article, reading = told("x", f"They met on {published:%A}, {published.day} {published:%B}.")
    found = dated((replace(article, received=published + dt.timedelta(later)), reading))["x"]
    assert found.allows(published)


@pytest.mark.parametrize(
    "text",
    [
        "The vote had been planned for 4 March 2009.",
        "The council would vote on 4 March 2009.",
        "“We will vote on 4 March 2009,” she said then.",
        "She said a target for 2030 was too far away.",
        "It is the first such vote since the 1990s.",
    ],
)
def test_what_may_be_past_or_to_come_bounds_nothing_wrongly(text: str) -> None:
    found = dated(told("x", text))["x"]
    for day in (dt.date(2009, 2, 1), dt.date(2015, 1, 1)):
        assert found.allows(day)


def test_a_page_clock_is_only_an_upper_bound() -> None:
    found = dated(told("x", "They met.", on(dt.date(2011, 3, 9)), origin="page clock"))["x"]
    assert (found.earliest, found.latest) == (None, dt.date(2011, 3, 10))
    assert "page" in found.why


def test_a_line_that_is_a_date_above_the_body_is_an_upper_bound() -> None:
    found = dated(told("x", "They met.", head="Wednesday, March 9, 2011\n\nHeadline\n\n"))["x"]
    assert (found.earliest, found.latest) == (None, dt.date(2011, 3, 10))


def test_a_dateline_and_a_year_agree_on_days() -> None:
    text = "QUITO, March 9 (Wire) — They met on 4 March 2009. The council will vote on 4 March 2010."
    found = dated(told("x", text))["x"]
    assert found.edtf == "2009-03-08/2009-03-12"


def test_a_stated_day_that_the_article_contradicts_is_widened() -> None:
    found = dated(told("x", "They signed it on 4 March 2009.", on(dt.date(2001, 1, 1))))["x"]
    assert found.allows(dt.date(2001, 1, 1))
    assert found.allows(dt.date(2009, 3, 4))
    assert "2001-01-01" in found.why


def test_a_copy_that_begins_otherwise_is_not_bounded() -> None:
    """What the two share is what their outlet puts under everything."""
    below = " ".join(f"Readers who give a little each month keep the {n}th page of this paper free." for n in range(9))
    known = told("x", f"The ministers met for three hours in the old customs house. {below}", on(dt.date(2011, 3, 9)))
    assert not dated(known, told("y", f"A ferry ran aground off the cape in fog. {below}"), copies={"y": "x"})["y"]


def test_a_copy_is_bounded_by_its_original() -> None:
    story = "The ministers met for three hours in the old customs house and parted without a word."
    found = dated(told("x", story, on(dt.date(2011, 3, 9))), told("y", story), copies={"y": "x"})["y"]
    assert found.earliest is not None
    assert found.latest is not None
    assert found.allows(dt.date(2011, 3, 9))
    assert not found.allows(dt.date(2013, 1, 1))


def test_a_meeting_in_a_dated_article_dates_another() -> None:
    tuesday = meeting(TimeRule("weekday", 2, "past"))
    known = told("x", "They met.", on(dt.date(2011, 3, 9)), [tuesday])
    found = dated(known, told("y", "They met.", meetings=[tuesday]))["y"]
    assert found.edtf == "2011-03-08/2011-03-14"


def test_dates_pass_from_article_to_article() -> None:
    first = told("x", "They met.", on(dt.date(2011, 3, 9)), [meeting(TimeRule("weekday", 2, "past"))])
    earlier = meeting(TimeRule("monthday", 0, "11-04 past"), place="Lima")
    second = told("y", "They met.", meetings=[meeting(TimeRule("weekday", 2, "past")), earlier])
    third = told("z", "They met.", meetings=[meeting(TimeRule("weekday", 4, "past"), place="Lima")])
    assert dated(first, second, third)["z"].edtf == "2010-11-04/2010-11-10"


@pytest.mark.parametrize(
    "other",
    [
        meeting(TimeRule("weekday", 2, "past"), place="Lima"),
        meeting(TimeRule("weekday", 2, "past"), level="head_of_state"),
        meeting(TimeRule("weekday", 2, "past"), participants=(Participant("a3"),)),
        meeting(TimeRule("weekday", 2, "past"), round=2),
        meeting(TimeRule("calendar", -1, "week")),
    ],
    ids=["place", "level", "people", "round", "week"],
)
def test_another_meeting_dates_nothing(other: MeetingClaim) -> None:
    known = told("x", "They met.", on(dt.date(2011, 3, 9)), [meeting(TimeRule("weekday", 2, "past"), round=1)])
    assert not dated(known, told("y", "They met.", meetings=[other]))["y"]


def test_of_two_known_meetings_either_may_be_meant() -> None:
    tuesday = meeting(TimeRule("weekday", 2, "past"))
    one = told("x", "They met.", on(dt.date(2011, 3, 9)), [tuesday])
    two = told("z", "They met.", on(dt.date(2011, 4, 6)), [tuesday])
    found = dated(one, two, told("y", "They met.", meetings=[tuesday]))["y"]
    assert found.allows(dt.date(2011, 3, 8))
    assert found.allows(dt.date(2011, 4, 6))


def test_other_articles_do_not_overrule_an_articles_own_words() -> None:
    tuesday = meeting(TimeRule("weekday", 2, "past"))
    known = told("x", "They met.", on(dt.date(2011, 3, 9)), [tuesday])
    found = dated(known, told("y", "They signed it on 4 March 2019.", meetings=[tuesday]))["y"]
    assert found.earliest == dt.date(2019, 3, 3)
    assert found.allows(dt.date(2019, 3, 12))
    assert "contradict" in found.why


@given(
    truth=days,
    past=st.integers(0, 3000),
    ahead=st.integers(0, 3000),
    clock=st.integers(0, 3000),
    chosen=st.sets(st.sampled_from(["past", "ahead", "clock", "dateline", "weekday"])),
)
@settings(max_examples=60, deadline=None)
def test_no_true_day_is_ever_excluded(truth: dt.date, past: int, ahead: int, clock: int, chosen: set[str]) -> None:
    text = f"GENEVA, {truth:%B} {truth.day} (Wire) — " if "dateline" in chosen else ""
    text += "The ministers spoke at length. "
    if "past" in chosen:
        text += f"The accord was signed on {written(truth - dt.timedelta(past))}. "
    if "ahead" in chosen:
        text += f"The council will vote on {written(truth + dt.timedelta(ahead))}. "
    if "weekday" in chosen:
        text += f"They met on {truth - dt.timedelta(past % 7):%A}. "
    published = on(truth + dt.timedelta(clock)) if "clock" in chosen else UNKNOWN
    found = dated(told("x", text.strip(), published, origin="page clock"))["x"]
    assert found.allows(truth)


def on_its_weekday(day: dt.date) -> MeetingClaim:
    return meeting(TimeRule("weekday", day.isoweekday(), "past"))


@given(
    meetings=st.lists(days, min_size=1, max_size=3, unique=True),
    delays=st.lists(st.integers(0, 6), min_size=3, max_size=3),
    which=st.integers(0, 2),
    mine=st.integers(0, 6),
    seed=st.integers(0, 99),
)
@settings(max_examples=40, deadline=None)
def test_meetings_told_elsewhere_never_exclude_the_true_day_and_order_never_matters(
    meetings: list[dt.date], delays: list[int], which: int, mine: int, seed: int
) -> None:
    """Dated articles tell meetings of one pair at one place; an undated one tells one of them by its weekday."""
    reads = [
        told(f"x{k}", "They met.", on(day + dt.timedelta(delay)), [on_its_weekday(day)])
        for k, (day, delay) in enumerate(zip(meetings, delays, strict=False))
    ]
    day = meetings[which % len(meetings)]
    reads.append(told("y", "They met.", meetings=[on_its_weekday(day)]))
    found = dated(*reads)
    assert found["y"].allows(day + dt.timedelta(mine))
    random.Random(seed).shuffle(reads)
    assert dated(*reads) == found


@given(
    day=days,
    delays=st.tuples(st.integers(0, 6), st.integers(0, 200)),
    width=st.integers(10, 500),
    first=st.booleans(),
)
@settings(max_examples=30, deadline=None)
def test_two_reports_that_bound_one_meeting_never_exclude_a_true_day_and_order_never_matters(
    day: dt.date, delays: tuple[int, int], width: int, *, first: bool
) -> None:
    """Neither is dated; one tells the meeting by its weekday, the other by its day of the year."""
    rules = (TimeRule("weekday", day.isoweekday(), "past"), TimeRule("monthday", 0, f"{day:%m-%d} past"))
    published = [day + dt.timedelta(delay) for delay in delays]
    reads = []
    for name, truth, rule in zip("xy", published, rules, strict=True):
        text = f"The accord was signed on {written(truth - dt.timedelta(width))}. "
        text += f"The council will vote on {written(truth + dt.timedelta(width))}."
        reads.append(told(name, text, meetings=[meeting(rule)]))
    found = dated(*(reads if first else reversed(reads)))
    assert [found[name].allows(truth) for name, truth in zip("xy", published, strict=True)] == [True, True]
    assert found == dated(*reads)


def test_redating_sharpens_whatever_has_a_rule() -> None:
    rule, wednesday = TimeRule("weekday", 2, "past"), on(dt.date(2011, 3, 9))
    statement = StatementClaim(None, Manner.DIRECT, Span(0, 4), (Span(0, 4),), rule=rule)
    assert redate(statement, wednesday).when.day == dt.date(2011, 3, 8)
    assert redate(meeting(rule), wednesday).when.day == dt.date(2011, 3, 8)
    time = TimeExpression(Span(0, 4), "DATE", "XXXX-WXX-2", UNKNOWN, rule)
    assert redate(time, wednesday).value == "2011-03-08"


def test_redating_leaves_alone_what_does_not_depend_on_the_day() -> None:
    fixed = meeting(when=on(dt.date(2001, 1, 1)))
    assert redate(fixed, on(dt.date(2011, 3, 9))) is fixed
    kept = meeting(TimeRule("weekday", 2, "past"), between(dt.date(2001, 1, 1), dt.date(2001, 2, 1)))
    assert redate(kept, UNKNOWN) is kept
    anchored = TimeExpression(Span(0, 4), "DATE", "XXXX-WXX-2", UNKNOWN, TimeRule("event", 0, ""))
    assert redate(anchored, on(dt.date(2011, 3, 9))) is anchored
