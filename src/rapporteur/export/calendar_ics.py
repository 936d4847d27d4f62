"""Meetings as an iCalendar file (RFC 5545): whole days, with who reports them.  Same record, same bytes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from rapporteur._version import __version__
from rapporteur.analysis.timeline import chronological
from rapporteur.export.characters import holdable
from rapporteur.export.labels import meeting_label, names
from rapporteur.export.sections.words import level_words, one_line, when_words
from rapporteur.export.sources import in_full, sources_of
from rapporteur.reading.claims import Status
from rapporteur.record.model import Meeting
from rapporteur.record.record import Record
from rapporteur.when import When

LONGEST = 14
"""Days: what may lie in a longer range has no place in a calendar."""
_STATUS = {
    Status.HELD: "CONFIRMED",
    Status.ONGOING: "CONFIRMED",
    Status.PLANNED: "TENTATIVE",
    Status.PROPOSED: "TENTATIVE",
    Status.CANCELLED: "CANCELLED",
}
_OCTETS = 75
_EPOCH = "19700101T000000Z"


def calendar_ics(record: Record, meetings: Iterable[Meeting] | None = None) -> str:
    """Meetings of a known day, or of a few possible days in a row, as a calendar.

    Args:
        record: theirs.
        meetings: which of them; by default all.
    """
    stamp = _stamp(record)
    found = [m for m in chronological(record.meetings if meetings is None else meetings) if isinstance(m, Meeting)]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Rapporteur//Rapporteur {__version__}//EN",
        "CALSCALE:GREGORIAN",
        *(line for meeting in found if in_calendar(meeting) for line in _event(record, meeting, stamp)),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def in_calendar(meeting: Meeting) -> bool:
    """Whether a meeting's day is known closely enough."""
    return meeting.when.days is not None and meeting.when.days <= LONGEST


def _event(record: Record, meeting: Meeting, stamp: str) -> Iterator[str]:
    where = ", ".join(filter(None, dict.fromkeys((meeting.venue, meeting.place.name if meeting.place else None))))
    title = meeting_label(record, meeting)
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(meeting.id)}@rapporteur"
    yield f"DTSTAMP:{stamp}"
    yield from _days(meeting.when)
    yield f"SUMMARY:{_escaped(title if meeting.status is Status.HELD else f'{meeting.status.value}: {title}')}"
    if where:
        yield f"LOCATION:{_escaped(where)}"
    yield "DESCRIPTION:" + "\\n".join(map(_escaped, _description(record, meeting)))
    yield f"STATUS:{_STATUS[meeting.status]}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _days(when: When) -> Iterator[str]:
    """Whole days; the day on which it ends is the first on which it no longer is."""
    if when.earliest and when.latest:
        yield f"DTSTART;VALUE=DATE:{when.earliest.isoformat().replace('-', '')}"
        if when.latest < dt.date.max:
            yield f"DTEND;VALUE=DATE:{(when.latest + dt.timedelta(days=1)).isoformat().replace('-', '')}"


def _description(record: Record, meeting: Meeting) -> Iterator[str]:
    why = f" ({meeting.when.why})" if meeting.when.why else ""
    yield f"{meeting.status.value.capitalize()}: {when_words(meeting.when)}{why}"
    people = names(record, tuple(person.actor for person in meeting.participants))
    facts = (("People", people), ("Level", level_words(meeting.level)), ("On", "; ".join(meeting.topics)))
    yield from (f"{name}: {value}" for name, value in facts if value)
    yield "Reported by:"
    yield from (in_full(article) for article in sources_of(record, meeting.evidence))
    yield f"Rapporteur {__version__}, {meeting.id}"


def _stamp(record: Record) -> str:
    """The moment of the last build, in UTC."""
    builds = record.builds()
    found = dt.datetime.fromisoformat(builds[-1].on) if builds else None
    return f"{found.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}" if found else _EPOCH


def _escaped(text: str) -> str:
    """``text`` on one line as a value: no character ends the line or the value."""
    return re.sub(r"([\\;,])", r"\\\1", one_line(holdable(text)))


def _folded(line: str) -> str:
    """``line`` in pieces of at most 75 octets, no character cut; every piece but the first begins with a space."""
    pieces, left = [], _OCTETS
    for letter in line:
        size = len(letter.encode())
        if size > left:
            pieces.append("\r\n ")
            left = _OCTETS - 1
        pieces.append(letter)
        left -= size
    return "".join(pieces)


__all__ = ["calendar_ics", "in_calendar"]
