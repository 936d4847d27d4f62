"""The record: the claims of many articles reconciled.  The classes are the contract's entries, field by field."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from rapporteur.intake.article import Article
from rapporteur.language.parse import Manner
from rapporteur.reading.claims import ActorKind, Fulfilment, Place, Realis, Stance, Status
from rapporteur.spans import Span
from rapporteur.when import UNKNOWN, When


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The exact words on which something rests: ``articles[article].text[start:end] == text``."""

    article: str
    start: int
    end: int
    text: str

    @classmethod
    def at(cls, article: Article, span: Span) -> Evidence:
        """The words of ``article`` at ``span``."""
        return cls(article.id, span.start, span.end, span.of(article.text))


@dataclass(frozen=True, slots=True)
class Office:
    """An office and the days between which the reports show it held."""

    title: str
    role: str
    party: str | None
    earliest: str | None
    latest: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that acts, across all articles.  ``key`` is the reference data's key, if it has one."""

    id: str
    name: str
    kind: ActorKind
    party: str | None = None
    aliases: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody at a meeting."""

    actor: str
    role: str | None = None
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """How far a meeting had come, as the reports of a day or of some days in a row tell it; ``when`` are those days."""

    status: Status
    when: When
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting, however many articles report it.

    ``reports`` are article ids.  ``history`` tells by the day of the reports how it was planned, put off and held.
    """

    id: str
    when: When
    status: Status
    parties: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    reports: tuple[str, ...]
    place: Place | None = None
    venue: str | None = None
    level: str | None = None
    format: str | None = None
    named_format: str | None = None
    round: int | None = None
    participants: tuple[Attendee, ...] = ()
    host: str | None = None
    facilitators: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    previous: str | None = None
    next: str | None = None
    history: tuple[Stage, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """Words that somebody is reported to have said.  ``start`` and ``end`` are those of ``text`` in ``article``."""

    id: str
    speaker: str | None
    kind: Manner
    text: str
    article: str
    start: int
    end: int
    evidence: tuple[Evidence, ...]
    addressee: str | None = None
    topics: tuple[str, ...] = ()
    when: When = UNKNOWN
    meeting: str | None = None
    same_as: str | None = None
    doubtful: bool = False


class Turn(StrEnum):
    """What a position is beside the party's last one on the issue."""

    REPEATED = "repeated"
    HARDENED = "hardened"
    SOFTENED = "softened"
    GIVEN_UP = "given up"
    REVERSED = "reversed"


@dataclass(frozen=True, slots=True)
class Position:
    """What a party does to an issue; ``turn`` says what it is beside what the party held there before."""

    id: str
    party: str
    issue: str
    stance: Stance
    text: str
    evidence: tuple[Evidence, ...]
    speaker: str | None = None
    requires: str | None = None
    blocks: str | None = None
    when: When = UNKNOWN
    turn: Turn | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """What positions are about; ``aliases`` are the wordings seen."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A turn in the life of a commitment, as reports tell it; ``due`` is the day to which it was put off."""

    status: Fulfilment
    when: When
    evidence: tuple[Evidence, ...]
    due: When = UNKNOWN


@dataclass(frozen=True, slots=True)
class Commitment:
    """What was promised or agreed, and what became of it.

    ``evidence`` are the words that tell of it as promised.  ``history`` begins with the making and goes on by day, each
    step with the words that tell it; ``status`` is where it ends.  ``meeting`` is where the commitment was made.
    """

    id: str
    by: tuple[str, ...]
    what: str
    evidence: tuple[Evidence, ...]
    to: tuple[str, ...] = ()
    due: When = UNKNOWN
    when: When = UNKNOWN
    status: Fulfilment = Fulfilment.MADE
    meeting: str | None = None
    history: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One event in PLOVER's terms."""

    id: str
    type: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    realis: Realis
    evidence: tuple[Evidence, ...]
    reports: tuple[str, ...]
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    when: When = UNKNOWN
    place: Place | None = None
    meeting: str | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """One of the values that reports give for a field."""

    value: str
    articles: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field on which reports differ."""

    id: str
    about: str
    field: str
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Process:
    """A diplomatic process: the meetings and issues that belong together."""

    id: str
    name: str
    parties: tuple[str, ...]
    meetings: tuple[str, ...]
    issues: tuple[str, ...]


class Act(StrEnum):
    """What a party does to open a sticking point."""

    ACCEPTS = "accepts"
    DROPS_CONDITION = "drops the condition"
    DROPS_DEMAND = "drops the demand"


@dataclass(frozen=True, slots=True, order=True)
class Move:
    """A party's giving up of what it holds on an issue: of all its ``positions`` there that block."""

    party: str
    act: Act
    issue: str
    positions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StickingPoint:
    """Positions that block each other.

    Each of ``openings`` is a set of moves after which none of them blocks any more; the smallest set stands first.
    """

    id: str
    issue: str
    parties: tuple[str, ...]
    positions: tuple[str, ...]
    why: str
    openings: tuple[tuple[Move, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of a judgement: the ``entries`` that it is about now, and what an analyst should know of it."""

    judgement: str
    entries: tuple[str, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Entries:
    """Everything that reconciling finds; each tuple is sorted by id.

    ``published`` holds, for each article id, the publication day after all articles were weighed against each other;
    ``copies`` maps an article to the one that it is a copy of; ``judged`` says what became of people's judgements.
    """

    actors: tuple[Actor, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    issues: tuple[Issue, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    events: tuple[Event, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    processes: tuple[Process, ...] = ()
    sticking_points: tuple[StickingPoint, ...] = ()
    published: tuple[tuple[str, When], ...] = ()
    copies: tuple[tuple[str, str], ...] = ()
    judged: tuple[Judged, ...] = ()


def entry_id(prefix: str, *seed: Any) -> str:
    """A stable id from what never changes about an entry (its first article, its first span, its reference key)."""
    digest = hashlib.sha256("\0".join(map(str, seed)).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{prefix}-{digest[:10]}"


__all__ = [
    "Act",
    "Actor",
    "Attendee",
    "Commitment",
    "Disagreement",
    "Entries",
    "Event",
    "Evidence",
    "Issue",
    "Judged",
    "Meeting",
    "Move",
    "Office",
    "Position",
    "Process",
    "Stage",
    "Statement",
    "Step",
    "StickingPoint",
    "Turn",
    "Version",
    "entry_id",
]
