"""Reports of meetings made from the flat tables of the tests."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from rapporteur.intake.article import Article
from rapporteur.reading.claims import MeetingClaim, Participant, Place, Status
from rapporteur.record.meetings.report import MeetingReport
from rapporteur.spans import Span
from rapporteur.when import UNKNOWN, When, in_month, on

TEXT = "One sentence. " * 20


def report(row: Mapping[str, Any], at: int = 0, *, copied: bool = False) -> MeetingReport:
    """A report from one row of a table; ``at`` is its number, from which its article and its evidence follow."""
    people: Mapping[str, list[str]] = row.get("people", {})
    name = row.get("article", chr(ord("a") + at))
    return MeetingReport(
        article=Article(name, f"{name}.txt", name, TEXT, (Span(0, len(TEXT)),), published=when(row.get("published"))),
        claim=MeetingClaim(
            status=Status(row["status"]),
            parties=tuple(row.get("parties", people)),
            evidence=(Span(14 * at, 14 * at + 13),),
            participants=tuple(Participant(who, row.get("role"), party) for party in people for who in people[party]),
            when=when(row.get("when")),
            place=place(row.get("place")),
            level=row.get("level"),
            format=row.get("format"),
            named_format=row.get("series"),
            round=row.get("round"),
            facilitators=tuple(row.get("facilitators", ())),
            outcomes=tuple(row.get("outcomes", ())),
        ),
        copied=copied,
        number=at,
    )


def when(value: object) -> When:
    """A day, a month, two days with a slash between (".." for open), or nothing."""
    if value is None:
        return UNKNOWN
    if isinstance(value, dt.date):
        return on(value)
    text = str(value)
    if "/" in text:
        low, high = (None if part == ".." else dt.date.fromisoformat(part) for part in text.split("/"))
        return When(low, high)
    year, month = map(int, text.split("-"))
    return in_month(year, month)


def place(value: str | None) -> Place | None:
    """A place from "City, CC" with or without latitude and longitude."""
    if value is None:
        return None
    name, country, lat, lon = [*value.split(", "), None, None, None][:4]
    return Place(str(name), country, float(lat) if lat else None, float(lon) if lon else None)
