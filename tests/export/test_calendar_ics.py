from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from rapporteur.export.calendar_ics import calendar_ics
from rapporteur.reading.claims import Place, Status
from rapporteur.record.model import Entries, Meeting
from rapporteur.when import UNKNOWN, When, between, in_month, on
from tests.export.records_made import MADE, empty, made

HELD = next(meeting for meeting in MADE.meetings if meeting.id == "meeting-held")
DAY = dt.date(1931, 3, 10)


def events(text: str) -> list[dict[str, str]]:
    """The events of a calendar, unfolded: property names without parameters, with their values as written."""
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    found: list[dict[str, str]] = []
    for line in text.replace("\r\n ", "").split("\r\n"):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and line and name != "END":
            found[-1][name] = value
    return found


def one(meeting: Meeting) -> list[dict[str, str]]:
    record = made(Entries(actors=MADE.actors, meetings=(meeting,), published=MADE.published))
    return events(calendar_ics(record))


def test_meetings_of_a_known_day_and_no_others() -> None:
    found = events(calendar_ics(made()))
    assert [event["UID"] for event in found] == [
        f"{name}@rapporteur" for name in ("meeting-held", "meeting-cancelled", "meeting-planned")
    ]


def test_what_an_event_says() -> None:
    event = events(calendar_ics(made()))[0]
    assert event["SUMMARY"].startswith(r"Lorne talks\, Ada Brehm – Tomas Idris")
    assert event["LOCATION"] == r"Customs House\, Port Lorne"
    assert event["DESCRIPTION"].startswith(
        r"Held: 10–11 March 1931 (Tuesday before 11 March 1931)\nPeople: Ada Brehm\,"
    )
    assert r"The Cordal Herald\, “Ministers meet at Port Lorne”\, 11 March 1931\, herald.txt\n" in event["DESCRIPTION"]
    assert "Harbour Wire" not in event["DESCRIPTION"]  # a copy is no second source


@pytest.mark.parametrize(
    ("when", "first", "after"),
    [
        (on(DAY), "19310310", "19310311"),
        (between(DAY, dt.date(1931, 3, 11)), "19310310", "19310312"),
        (on(dt.date(931, 12, 31)), "09311231", "09320101"),
    ],
)
def test_days_are_whole_and_the_end_is_the_day_after(when: When, first: str, after: str) -> None:
    (event,) = one(replace(HELD, when=when))
    assert (event["DTSTART;VALUE=DATE"], event["DTEND;VALUE=DATE"]) == (first, after)


@pytest.mark.parametrize("when", [UNKNOWN, in_month(1931, 3), When(earliest=DAY), When(latest=DAY)])
def test_a_day_that_is_not_known_closely_is_in_no_calendar(when: When) -> None:
    assert one(replace(HELD, when=when)) == []


@pytest.mark.parametrize(
    ("status", "written", "begins"),
    [
        (Status.HELD, "CONFIRMED", "Lorne talks"),
        (Status.ONGOING, "CONFIRMED", "ongoing: "),
        (Status.PLANNED, "TENTATIVE", "planned: "),
        (Status.PROPOSED, "TENTATIVE", "proposed: "),
        (Status.CANCELLED, "CANCELLED", "cancelled: "),
    ],
)
def test_how_far_a_meeting_has_come(status: Status, written: str, begins: str) -> None:
    (event,) = one(replace(HELD, status=status))
    assert event["STATUS"] == written
    assert event["SUMMARY"].startswith(begins)


@pytest.mark.parametrize(
    "venue",
    [
        "Hall\r\nATTENDEE:mailto:x@y.example",
        "Hall\nBEGIN:VALARM",
        "Hall\x85\u2028\x0b\x1cURL:x",
        "a\\nb;c,d",
        "\x00\ufffe",
    ],
)
def test_nothing_ends_a_line_or_begins_a_property(venue: str) -> None:
    (event,) = one(replace(HELD, venue=venue, place=Place("Port Lorne")))
    plain = set(one(HELD)[0])
    assert set(event) == plain
    assert event["LOCATION"].endswith(r"\, Port Lorne")


def test_lines_are_at_most_75_octets_and_cut_no_character() -> None:
    text = calendar_ics(made(replace(MADE, meetings=(replace(HELD, venue="Çırağan 宮殿 " * 40),))))
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert events(text)[0]["LOCATION"].count("Çırağan 宮殿") == 40


def test_the_same_record_gives_the_same_bytes() -> None:
    record = made()
    assert calendar_ics(record) == calendar_ics(record)
    assert calendar_ics(record, [HELD]).count("BEGIN:VEVENT") == 1


def test_an_empty_calendar_is_one() -> None:
    assert calendar_ics(empty()).split("\r\n")[0::4] == ["BEGIN:VCALENDAR", "END:VCALENDAR"]
