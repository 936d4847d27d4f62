"""One line for each entry: what tables, search and the dossier call it."""

from __future__ import annotations

from rapporteur.analysis.knots import Knot
from rapporteur.intake.article import Article
from rapporteur.language.parse import Manner
from rapporteur.record.codec import Entry
from rapporteur.record.model import (
    Act,
    Actor,
    Commitment,
    Disagreement,
    Event,
    Issue,
    Meeting,
    Move,
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


EVENTS = {
    "ACCUSE": "accusation",
    "AGREE": "agreement",
    "AID": "aid",
    "ASSAULT": "assault",
    "COERCE": "coercion",
    "CONCEDE": "concession",
    "CONSULT": "consultation",
    "COOPERATE": "cooperation",
    "MOBILIZE": "mobilization",
    "PROTEST": "protest",
    "REJECT": "rejection",
    "REQUEST": "request",
    "RETREAT": "retreat",
    "SANCTION": "sanction",
    "SUPPORT": "support",
    "THREATEN": "threat",
}
"""PLOVER's types as a reader says them."""


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
            return event_label(record, entry)
        case Disagreement():
            about = label(record, record[entry.about]) if entry.about in record else "what is not there any more"
            return f"{entry.field} of {about}"
        case StickingPoint():
            return entry.why


def event_label(record: Record, event: Event) -> str:
    """An event in one line: what it is, who does it, and to whom."""
    others = () if event.recipients == event.actors else event.recipients
    sides = [names(record, event.actors) or "unnamed", names(record, others)]
    return f"{EVENTS.get(event.type, event.type)}: {' → '.join(filter(None, sides))}"


def subject_label(record: Record, point: StickingPoint) -> str:
    """What a sticking point is about: its issue, or the issues of the ring."""
    issues = dict.fromkeys(position.issue for position in record.positions if position.id in point.positions)
    return " ↔ ".join(label(record, record[issue]) for issue in issues) or label(record, record[point.issue])


def reason_label(record: Record, point: StickingPoint) -> str:
    """Why a sticking point is one, for where its subject stands beside it."""
    return point.why.removeprefix(f"On {label(record, record[point.issue])}: ")


def knot_label(record: Record, knot: Knot) -> str:
    """What would open all of the sticking points that hang together."""
    opened = ", or ".join(moves_label(record, moves) for moves in knot.openings)
    return f"The fewest moves that open all of them: {opened}." if opened else "Too many moves would open them to say."


def openings_label(record: Record, point: StickingPoint) -> str:
    """What would open a sticking point: the sets of moves, of which any one does."""
    return ", or ".join(moves_label(record, moves, point.issue) for moves in point.openings)


def moves_label(record: Record, moves: tuple[Move, ...], issue: str | None = None) -> str:
    """A set of moves: who gives up what; ``issue`` is the one that the reader has before him, and is not named."""
    return " and ".join(_move_label(record, move, issue) for move in moves)


def _move_label(record: Record, move: Move, issue: str | None) -> str:
    known, name = move.issue == issue, label(record, record[move.issue])
    what = "it" if known else name
    if move.act is Act.ACCEPTS:
        return f"{record.name_of(move.party)} accepts {what}"
    return f"{record.name_of(move.party)} {move.act.value}{'' if known else f' of {name}'}"


def meeting_label(record: Record, meeting: Meeting) -> str:
    """A meeting in one line: who with whom, at what level, where."""
    people = list(filter(None, (record.name_of(p.actor) for p in meeting.participants)))
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
