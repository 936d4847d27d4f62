from __future__ import annotations

import datetime as dt

import pytest

from rapporteur.language.parse import Manner
from rapporteur.reading.claims import (
    ActorKind,
    LocalActor,
    MeetingClaim,
    OfficeSeen,
    Participant,
    Reading,
    StatementClaim,
    Status,
    Tenure,
    TimeRule,
)
from rapporteur.record.dating.office_clues import office_clues
from rapporteur.spans import Span
from rapporteur.when import on

HERE = Span(0, 1)
STATE = LocalActor("s", "West Germany", ActorKind.STATE, key="DEU")


def minister(tenure: Tenure = Tenure.CURRENT, party: str | None = "s") -> LocalActor:
    office = OfficeSeen("foreign minister", "foreign minister", party, HERE, tenure)
    return LocalActor("p", "Hans-Dietrich Genscher", ActorKind.PERSON, offices=(office,))


def reading(actor: LocalActor, **claims: object) -> Reading:
    return Reading("a", actors=(STATE, actor), **claims)  # type: ignore[arg-type]


SAID = (StatementClaim("p", Manner.DIRECT, HERE, (HERE,)),)


def test_who_is_quoted_as_minister_has_taken_the_office() -> None:
    (clue,) = office_clues(reading(minister(), statements=SAID))
    assert dt.date(1983, 5, 3) in clue.days
    assert dt.date(1974, 1, 1) not in clue.days
    assert dt.date(1993, 1, 1) in clue.days  # a memoir, an obituary
    assert clue.why == "Hans-Dietrich Genscher is foreign minister of Germany"


@pytest.mark.parametrize("rule", [TimeRule("weekday", 2, "past"), TimeRule("day", -1)])
def test_who_meets_on_a_day_counted_from_publication_still_holds_it(rule: TimeRule) -> None:
    met = MeetingClaim(Status.HELD, ("s",), (HERE,), (Participant("p"),), rule=rule)
    (clue,) = office_clues(reading(minister(), meetings=(met,)))
    assert dt.date(1983, 5, 3) in clue.days
    assert dt.date(1974, 1, 1) not in clue.days
    assert dt.date(1993, 1, 1) not in clue.days


@pytest.mark.parametrize(("day", "allowed"), [("1992-05-19", True), ("1992-05-24", True), ("1992-05-25", False)])
def test_who_meets_on_a_weekday_held_the_office_on_that_very_day(day: str, *, allowed: bool) -> None:
    met = MeetingClaim(Status.HELD, ("s",), (HERE,), (Participant("p"),), rule=TimeRule("weekday", 1, "past"))
    (clue,) = office_clues(reading(minister(), meetings=(met,)))  # he left on Monday, 18 May 1992
    assert (dt.date.fromisoformat(day) in clue.days) is allowed


@pytest.mark.parametrize(("day", "allowed"), [("1992-07-01", True), ("1993-04-01", True), ("1993-05-04", False)])
def test_who_meets_on_a_day_of_the_calendar_held_the_office_on_the_last_such_day(day: str, *, allowed: bool) -> None:
    met = MeetingClaim(Status.HELD, ("s",), (HERE,), (Participant("p"),), rule=TimeRule("monthday", 0, "05-04 past"))
    (clue,) = office_clues(reading(minister(), meetings=(met,)))  # he left on 18 May 1992
    assert (dt.date.fromisoformat(day) in clue.days) is allowed


def test_what_is_news_without_a_day_tells_that_it_was_taken() -> None:
    met = MeetingClaim(Status.HELD, ("s",), (HERE,), (Participant("p"),), rule=TimeRule("span", -3, "day"))
    (clue,) = office_clues(reading(minister(), meetings=(met,)))
    assert dt.date(1974, 1, 1) not in clue.days
    assert dt.date(1993, 1, 1) in clue.days


def test_who_is_only_told_of_says_nothing() -> None:
    long_ago = MeetingClaim(Status.HELD, ("s",), (HERE,), (Participant("p"),), when=on(dt.date(1985, 3, 4)))
    assert office_clues(reading(minister())) == ()
    assert office_clues(reading(minister(), meetings=(long_ago,))) == ()


@pytest.mark.parametrize("tenure", [Tenure.FORMER, Tenure.ACTING, Tenure.DESIGNATE])
def test_who_was_or_is_to_be_or_stands_in_says_nothing(tenure: Tenure) -> None:
    assert office_clues(reading(minister(tenure), statements=SAID)) == ()


def test_two_offices_of_one_person_are_one_clue() -> None:
    offices = tuple(OfficeSeen(role, role, "s", HERE) for role in ("foreign minister", "party leader"))
    actor = LocalActor("p", "Hans-Dietrich Genscher", ActorKind.PERSON, offices=offices)
    assert len(office_clues(reading(actor, statements=SAID))) == 1


def test_a_name_that_one_state_alone_has_needs_no_state() -> None:
    assert len(office_clues(reading(minister(party=None), statements=SAID))) == 1
