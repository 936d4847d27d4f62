"""Processes: meetings and issues of the same parties."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from rapporteur.reading.claims import ActorKind, Stance, Status
from rapporteur.record.model import Actor, Evidence, Issue, Meeting, Position
from rapporteur.record.processes import find_processes
from rapporteur.when import on

EVIDENCE = (Evidence("a-1", 0, 1, "A"),)
ACTORS = tuple(Actor(name, name, ActorKind.STATE) for name in ("Egypt", "Israel", "Norway", "Peru", "Ecuador"))


def _meeting(name: str, *parties: str, helpers: tuple[str, ...] = ()) -> Meeting:
    day = on(dt.date(1978, 9, 5))
    return Meeting(name, day, Status.HELD, parties, EVIDENCE, ("a-1",), facilitators=helpers)


def _position(party: str, issue: str) -> Position:
    return Position(f"p-{party}-{issue}", party, issue, Stance.DEMANDS, issue, EVIDENCE)


def test_meetings_of_the_same_pair_are_one_process() -> None:
    meetings = (
        _meeting("m-1", "Egypt", "Israel"),
        _meeting("m-2", "Israel", "Egypt", "Norway", helpers=("Norway",)),
        _meeting("m-3", "Peru", "Ecuador"),
    )
    positions = (_position("Egypt", "Sinai"), _position("Israel", "Sinai"), _position("Peru", "a road"))
    (process,) = find_processes(meetings, positions, ACTORS)
    assert process.name == "Egypt–Israel"
    assert process.parties == ("Egypt", "Israel")
    assert process.meetings == ("m-1", "m-2")
    assert process.issues == ("Sinai",)


def test_a_meeting_of_three_joins_the_pair_that_meets_most() -> None:
    meetings = (
        _meeting("m-1", "Egypt", "Israel"),
        _meeting("m-2", "Egypt", "Israel", "Norway"),
        _meeting("m-3", "Egypt", "Israel", "Norway"),
    )
    (process,) = find_processes(meetings, (), ACTORS)
    assert process.meetings == ("m-1", "m-2", "m-3")
    assert process.name == "Egypt–Israel–Norway"


def test_one_meeting_with_a_shared_issue_is_a_process_and_one_without_is_none() -> None:
    meetings = (_meeting("m-1", "Egypt", "Israel"),)
    assert find_processes(meetings, (_position("Egypt", "Sinai"),), ACTORS) == ()
    assert len(find_processes(meetings, (_position("Egypt", "Sinai"), _position("Israel", "Sinai")), ACTORS)) == 1


def test_order_changes_nothing() -> None:
    meetings = (
        _meeting("m-1", "Egypt", "Israel"),
        _meeting("m-2", "Peru", "Ecuador"),
        _meeting("m-3", "Peru", "Ecuador"),
    )
    positions = (_position("Egypt", "Sinai"), _position("Israel", "Sinai"))
    found = find_processes(meetings, positions, ACTORS)
    assert find_processes(meetings[::-1], positions[::-1], ACTORS[::-1]) == found
    assert [process.id for process in found] == sorted(process.id for process in found)


def test_a_process_is_named_after_what_its_parties_dispute_most() -> None:
    meetings = (_meeting("m-1", "Egypt", "Israel"), _meeting("m-2", "Egypt", "Israel"))
    issues = (Issue("Sinai", "withdrawal from Sinai"), Issue("canal", "passage through the canal"))
    held = [_position(party, issue) for party in ("Egypt", "Israel") for issue in ("Sinai", "canal")]
    twice = [replace(held[0], id="p-twice")]
    (open_which,) = find_processes(meetings, held, ACTORS, issues)
    assert open_which.name == "Egypt–Israel"
    (process,) = find_processes(meetings, held + twice, ACTORS, issues)
    assert process.name == "Egypt–Israel: withdrawal from Sinai"
