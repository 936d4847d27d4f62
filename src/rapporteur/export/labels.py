"""One line for each entry: what tables, search and the dossier call it."""

from __future__ import annotations

from rapporteur.intake.article import Article
from rapporteur.language.parse import Manner
from rapporteur.record.codec import Entry
from rapporteur.record.model import (
    Actor,
    Commitment,
    Disagreement,
    Event,
    Issue,
    Meeting,
    Position,
    Process,
    Statement,
    StickingPoint,
)
from rapporteur.record.record import Record

MARKS = frozenset('“”"«»')

LEVELS = {
    "head_of_state": "heads of state",
    "head_of_government": "heads of government",
    "foreign_minister": "foreign ministers",
    "defence_minister": "defence ministers",
    "intelligence_chief": "intelligence chiefs",
    "minister": "ministers",
    "deputy_minister": "deputy ministers",
    "envoy": "envoys",
    "delegation": "delegations",
    "mixed": "mixed level",
}
"""The contract's levels as a reader says them."""


def names(record: Record, actors: tuple[str, ...], joint: str = ", ") -> str:
    """The names of ``actors`` in one string."""
    return joint.join(filter(None, map(record.name_of, actors)))


def label(record: Record, entry: Entry | Article) -> str:
    """``entry`` in one line."""
    match entry:
        case Article():
            return entry.title or entry.file
        case Actor() | Issue() | Process():
            return entry.name
        case Meeting():
            return meeting_label(record, entry)
        case Statement():
            return f"{record.name_of(entry.speaker) or 'unnamed'}: {quoted(entry)}"
        case Position():
            return f"{record.name_of(entry.party)} {entry.stance.value}: {entry.text}"
        case Commitment():
            return f"{names(record, entry.by)}: {entry.what}"
        case Event():
            others = () if entry.recipients == entry.actors else entry.recipients
            return f"{names(record, entry.actors)} {entry.type} {names(record, others)}".strip()
        case Disagreement():
            about = record[entry.about]
            return f"{entry.field} of {label(record, about)}"
        case StickingPoint():
            return entry.why


def meeting_label(record: Record, meeting: Meeting) -> str:
    """A meeting in one line: who with whom, at what level, where."""
    people = [record.name_of(p.actor) for p in meeting.participants]
    who = " – ".join(people) if 1 < len(people) <= 3 else names(record, meeting.parties, " – ")
    parts = [meeting.named_format, who or "parties not stated", LEVELS.get(meeting.level or ""), place_name(meeting)]
    return ", ".join(filter(None, parts))


def place_name(meeting: Meeting) -> str:
    """Where a meeting is, as a reader says it; empty if not stated."""
    return meeting.place.name if meeting.place else ""


def quoted(statement: Statement) -> str:
    """A statement's words on one line; only what was reported word for word stands in quotation marks.

    Mixed speech is a quoted fragment, or a clause that brings the marks of its quoted parts along.
    """
    words = " ".join(statement.text.split())
    verbatim = statement.kind is Manner.DIRECT or (statement.kind is Manner.MIXED and not MARKS & set(words))
    return f"“{words}”" if verbatim else words
