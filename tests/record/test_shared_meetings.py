from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from rapporteur.intake.article import Article
from rapporteur.reading.claims import (
    ActorKind,
    LocalActor,
    MeetingClaim,
    Participant,
    Place,
    Reading,
    Status,
    TimeRule,
)
from rapporteur.record.dating.day_sets import ALL, stretch
from rapporteur.record.dating.shared_meetings import is_one_meeting, meeting_clues, tellings
from rapporteur.spans import Span
from rapporteur.when import on

ARTICLE = Article("x", "x.txt", "x", "They met.")
ACTORS = (
    LocalActor("a1", "Ruritania", ActorKind.STATE, "RUR"),
    LocalActor("a2", "Freedonia", ActorKind.STATE, "FRE"),
    LocalActor("a3", "Ana Holm", ActorKind.PERSON),
    LocalActor("a4", "Iso Brandt", ActorKind.PERSON),
)
HELD = MeetingClaim(
    Status.HELD,
    ("a1", "a2"),
    (Span(0, 4),),
    (Participant("a3"), Participant("a4")),
    rule=TimeRule("weekday", 2, "past"),
    place=Place("Quito"),
    level="foreign_minister",
)
(TOLD,) = tellings(ARTICLE, Reading("x", actors=ACTORS, meetings=(HELD,)))


@pytest.mark.parametrize(
    "claim",
    [
        replace(HELD, status=Status.PLANNED),
        replace(HELD, place=None),
        replace(HELD, parties=("a1",)),
        replace(HELD, rule=None),
    ],
    ids=["planned", "nowhere", "alone", "no day"],
)
def test_only_meetings_with_parties_place_and_day_are_told(claim: MeetingClaim) -> None:
    assert tellings(ARTICLE, Reading("x", actors=ACTORS, meetings=(claim,))) == ()


def test_parties_are_known_by_their_key_and_people_by_their_name() -> None:
    assert TOLD.parties == {"rur", "fre"}
    assert TOLD.people == {"ana holm", "iso brandt"}


def test_a_surname_is_enough_to_know_people_again() -> None:
    assert is_one_meeting(TOLD, replace(TOLD, people=frozenset({"holm", "brandt"})))
    assert not is_one_meeting(TOLD, replace(TOLD, people=frozenset({"holm", "novak"})))


def test_three_parties_need_no_people() -> None:
    many = replace(TOLD, parties=frozenset({"rur", "fre", "syl"}), people=frozenset())
    assert is_one_meeting(many, many)
    assert is_one_meeting(many, replace(many, round=1))
    assert not is_one_meeting(replace(many, round=2), replace(many, round=1))
    assert not is_one_meeting(replace(many, level=None), replace(many, level=None))


def test_a_meeting_that_is_dated_outright_needs_no_publication_day() -> None:
    known = replace(TOLD, rule=None, when=on(dt.date(2011, 3, 8)))
    (clue,) = meeting_clues([TOLD], [(known, ALL)])
    assert (clue.days.first, clue.days.last) == (dt.date(2011, 3, 8), dt.date(2011, 3, 14))
    assert "2011-03-08" in clue.why


MARCH = stretch(dt.date(2011, 3, 1), dt.date(2011, 3, 31))


def test_a_meeting_known_to_a_month_dates_an_article_to_the_days_that_both_allow() -> None:
    calendar_day = replace(TOLD, article="b", rule=TimeRule("monthday", 0, "03-08 past"))
    (clue,) = meeting_clues([calendar_day], [(TOLD, MARCH)])
    assert dt.date(2011, 3, 10) in clue.days
    assert dt.date(2010, 3, 10) not in clue.days
    assert dt.date(2012, 3, 10) not in clue.days


def test_a_calendar_day_on_another_weekday_than_the_one_told_is_another_meeting() -> None:
    calendar_day = replace(TOLD, article="b", rule=TimeRule("monthday", 0, "03-09 past"))
    assert meeting_clues([calendar_day], [(TOLD, MARCH)]) == ()


def test_of_two_such_meetings_in_one_report_neither_dates_anything() -> None:
    calendar_day = replace(TOLD, article="b", rule=TimeRule("monthday", 0, "03-08 past"))
    again = replace(TOLD, rule=TimeRule("weekday", 4, "past"))
    assert meeting_clues([calendar_day], [(TOLD, MARCH), (again, MARCH)]) == ()


def test_a_meeting_of_an_article_of_any_day_dates_nothing() -> None:
    assert meeting_clues([TOLD], [(TOLD, ALL)]) == ()
