"""What belongs to a process: the flat table has an entry, and whether it belongs to that of Egypt and Israel."""

from __future__ import annotations

import datetime as dt

import pytest

from rapporteur.language.parse import Manner
from rapporteur.reading.claims import ActorKind, Realis, Stance, Status
from rapporteur.record.codec import Entry
from rapporteur.record.membership import Membership
from rapporteur.record.model import (
    Actor,
    Attendee,
    Commitment,
    Disagreement,
    Entries,
    Event,
    Evidence,
    Issue,
    Meeting,
    Position,
    Process,
    Statement,
    StickingPoint,
)
from rapporteur.when import on

HERE, ELSEWHERE = (Evidence("a-1", 0, 1, "A"),), (Evidence("a-2", 0, 1, "A"),)
ACTORS = (
    Actor("egypt", "Egypt", ActorKind.STATE),
    Actor("israel", "Israel", ActorKind.STATE),
    Actor("peru", "Peru", ActorKind.STATE),
    Actor("dina", "Dina Aziz", ActorKind.PERSON, party="egypt"),
    Actor("host", "Olav Berg", ActorKind.PERSON),
    Actor("ana", "Ana Rojas", ActorKind.PERSON, party="peru"),
)
DAY = on(dt.date(1978, 9, 5))
MEETING = Meeting(
    "m-1", DAY, Status.HELD, ("egypt", "israel"), HERE, ("a-1",), participants=(Attendee("dina"), Attendee("host"))
)
OTHER = Meeting("m-2", DAY, Status.HELD, ("peru", "egypt"), ELSEWHERE, ("a-2",))
PROCESS = Process("process-1", "Egypt–Israel", ("egypt", "israel"), ("m-1",), ("sinai",))


def said(speaker: str, evidence: tuple[Evidence, ...], meeting: str | None = None) -> Statement:
    return Statement("s", speaker, Manner.DIRECT, "A", evidence[0].article, 0, 1, evidence, meeting=meeting)


CASES: list[tuple[str, Entry, bool]] = [
    ("its meeting", MEETING, True),
    ("another meeting", OTHER, False),
    ("itself", PROCESS, True),
    ("another process", Process("process-2", "Peru–Egypt", ("egypt", "peru"), ("m-2",), ()), False),
    ("its party", ACTORS[0], True),
    ("who speaks for a party", ACTORS[3], True),
    ("who was at a meeting", ACTORS[4], True),
    ("who has nothing to do with it", ACTORS[5], False),
    ("its issue", Issue("sinai", "Sinai"), True),
    ("another issue", Issue("road", "a road"), False),
    ("a party's position on its issue", Position("p", "egypt", "sinai", Stance.DEMANDS, "A", HERE), True),
    ("another's position on it", Position("p", "peru", "sinai", Stance.DEMANDS, "A", HERE), False),
    ("said at its meeting by anybody", said("ana", ELSEWHERE, "m-1"), True),
    ("said by a party where its meeting is told", said("dina", HERE), True),
    ("said by a party elsewhere", said("dina", ELSEWHERE), False),
    ("said by another where its meeting is told", said("ana", HERE), False),
    ("promised where its meeting is told", Commitment("c", ("israel",), "A", HERE), True),
    ("promised elsewhere", Commitment("c", ("israel",), "A", ELSEWHERE), False),
    ("between its parties", Event("e", "CONSULT", ("dina",), ("israel",), Realis.ACTUAL, ELSEWHERE, ("a-2",)), True),
    ("of one party alone", Event("e", "CONSULT", ("dina",), ("peru",), Realis.ACTUAL, HERE, ("a-1",)), False),
    ("a difference about its meeting", Disagreement("d", "m-1", "day", ()), True),
    ("a difference about another", Disagreement("d", "m-2", "day", ()), False),
    ("what blocks its issue", StickingPoint("k", "sinai", ("egypt", "israel"), (), ""), True),
    ("what blocks another", StickingPoint("k", "road", ("egypt", "peru"), (), ""), False),
]


@pytest.mark.parametrize(("what", "entry", "belongs"), CASES, ids=[case[0] for case in CASES])
def test_what_belongs_to_a_process(what: str, entry: Entry, belongs: bool) -> None:
    record = Entries(actors=ACTORS, meetings=(MEETING, OTHER), processes=(PROCESS,))
    assert Membership(PROCESS, record).has(entry) is belongs, what
