"""An entry as a paragraph that can stand in a paper: what it says, who reports it, and where it can be looked up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rapporteur._version import __version__
from rapporteur.export.characters import holdable
from rapporteur.export.labels import label, quoted
from rapporteur.export.sections.words import counted, date_words, level_words, one_line, plain, when_words
from rapporteur.export.sources import outlet_and_day, sources_of
from rapporteur.intake.article import Article
from rapporteur.language.parse import Manner
from rapporteur.reading.claims import Fulfilment, Stance, Status
from rapporteur.record.codec import Entry
from rapporteur.record.model import Attendee, Commitment, Meeting, Position, Statement
from rapporteur.record.record import Record
from rapporteur.record.rows import evidence_of
from rapporteur.when import When

_NAMED = 5
"""Sources that a sentence names; of more, it says how many."""
_CLOSED = (",”", ",")
_DONE: Mapping[Status, str] = {
    Status.HELD: "was held",
    Status.ONGOING: "was under way",
    Status.PLANNED: "was planned to be held",
    Status.PROPOSED: "was proposed to be held",
    Status.CANCELLED: "was called off; it was to be held",
}
_TOOK: Mapping[Stance, str] = {
    Stance.DEMANDS: "demanded",
    Stance.PRECONDITION: "made a precondition",
    Stance.REJECTS: "rejected",
    Stance.SUPPORTS: "supported",
    Stance.PROPOSES: "proposed",
    Stance.OFFERS: "offered",
    Stance.REFUSES: "refused",
    Stance.WARNS: "warned",
}


def citation(record: Record, entry: Entry) -> str:
    """An entry in words, as plain text on one line.

    Args:
        record: the entry's.
        entry: a meeting, statement, position or commitment is told in a sentence of its own, any other by its label.
    """
    said = one_line(_sentence(record, entry)).rstrip(".")
    sources = _sources(sources_of(record, evidence_of(entry)))
    according = f"{'' if said.endswith(_CLOSED) else ','} according to {sources}" if sources else ""
    return holdable(f"{said}{according}. (Rapporteur {__version__}, entry {entry.id}.)")


def _sentence(record: Record, entry: Entry) -> str:
    match entry:
        case Meeting():
            return _meeting(record, entry)
        case Statement():
            return _statement(record, entry)
        case Position():
            return _position(record, entry)
        case Commitment():
            return _commitment(record, entry)
    return label(record, entry)


def _meeting(record: Record, meeting: Meeting) -> str:
    parties = [record.name_of(party) for party in meeting.parties]
    who = f" {'of' if parties[1:] else 'involving'} {listed(parties)}" if parties else ""
    told = f"A meeting{who}{_level(meeting)} {_DONE[meeting.status]} {days(meeting.when)}"
    people = listed([_attendee(record, one) for one in meeting.participants])
    return f"{told}{_where(meeting)}{f', with {people}' if people else ''}"


def _level(meeting: Meeting) -> str:
    words = level_words(meeting.level)
    return f" at {words if words.endswith('level') else f'the level of {words}'}" if words else ""


def _where(meeting: Meeting) -> str:
    place = meeting.place.name if meeting.place else ""
    if meeting.venue and meeting.venue != place:
        return f" at {', '.join(filter(None, (meeting.venue, place)))}"
    return f" in {place}" if place else ""


def _statement(record: Record, statement: Statement) -> str:
    speaker = record.name_of(statement.speaker) or "Somebody whom the report does not name"
    doubt = " (by this reading; the speaker is in doubt)" if statement.doubtful else ""
    to = record.name_of(statement.addressee)
    verbatim = "" if statement.kind is Manner.DIRECT else ", as the report puts it"
    day = f" {days(statement.when)}" if statement.when else ""
    return f"{speaker}{doubt} said{f' to {to}' if to else ''}{day}{verbatim}: {quoted(statement)}"


def _position(record: Record, position: Position) -> str:
    party = record.name_of(position.party) or "A party"
    speaker = record.name_of(position.speaker) if position.speaker != position.party else ""
    day = f" {days(position.when)}" if position.when else ""
    issue = label(record, record[position.issue]) if position.issue in record else ""
    told = f"{party}{f', through {speaker},' if speaker else ''} {_TOOK[position.stance]}{day}"
    return f"{told}{f', on the issue of {issue}' if issue else ''}: {position.text}"


def _commitment(record: Record, commitment: Commitment) -> str:
    by = listed([record.name_of(name) for name in commitment.by]) or "A party that the report does not name"
    to = listed([record.name_of(name) for name in commitment.to])
    day = f" {days(commitment.when)}" if commitment.when else ""
    due = f", due {days(commitment.due)}" if commitment.due else ""
    now = "" if commitment.status is Fulfilment.MADE else f" ({plain(commitment.status.value)})"
    return f"{by} made a commitment{f' to {to}' if to else ''}{day}{due}{now}: {commitment.what}"


def _attendee(record: Record, attendee: Attendee) -> str:
    known = filter(None, (plain(attendee.role or ""), record.name_of(attendee.party)))
    about = ", ".join(known)
    return f"{record.name_of(attendee.actor)}{f' ({about})' if about else ''}"


def _sources(articles: Sequence[Article]) -> str:
    named = list(dict.fromkeys(map(outlet_and_day, articles[:_NAMED])))
    left = len(articles) - _NAMED
    return listed([*named, *([counted(left, "other report")] if left > 0 else [])])


def days(when: When) -> str:
    """The days of ``when`` as a sentence takes them in: ``on 3 May 1961``, ``in May 1961``, ``between ... and ...``."""
    low, high = when.earliest, when.latest
    if not low:
        return f"no later than {date_words(high)}" if high else "on a day not stated"
    if not high:
        return f"no earlier than {date_words(low)}"
    if low == high:
        return f"on {date_words(low)}"
    if len(when.edtf or "") <= len("1961-05"):
        return f"in {when_words(when)}"
    return f"between {date_words(low)} and {date_words(high)}"


def listed(words: Sequence[str]) -> str:
    """Words as a sentence lists them: ``A, B and C``; empty ones are left out."""
    found = [word for word in words if word]
    return " and ".join(filter(None, (", ".join(found[:-1]), *found[-1:])))


__all__ = ["citation", "days", "listed"]
