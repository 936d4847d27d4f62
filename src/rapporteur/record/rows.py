"""An entry as rows of the store: the columns that filters and search need, and its parties and evidence."""

from __future__ import annotations

from typing import Any

from rapporteur.record.codec import Entry, dump
from rapporteur.record.model import (
    Actor,
    Commitment,
    Disagreement,
    Event,
    Evidence,
    Issue,
    Meeting,
    Position,
    Process,
    Statement,
    StickingPoint,
)
from rapporteur.when import UNKNOWN, When


def row_of(kind: str, entry: Entry) -> dict[str, Any]:
    """The row of ``entry`` in the table of entries."""
    when: When = getattr(entry, "when", UNKNOWN)
    return {
        "id": entry.id,
        "kind": kind,
        "earliest": when.earliest,
        "latest": when.latest,
        "status": status_of(entry),
        "words": words_of(entry),
        "json": dump(entry),
    }


def party_rows(entry: Entry) -> list[dict[str, str]]:
    """The actors on whom ``--party`` finds the entry."""
    return [{"entry": entry.id, "actor": actor} for actor in sorted(set(parties_of(entry)))]


def evidence_rows(entry: Entry) -> list[dict[str, Any]]:
    """The evidence of an entry, numbered in its order."""
    return [
        {"entry": entry.id, "number": n, "article": e.article, "start": e.start, "end": e.end, "text": e.text}
        for n, e in enumerate(evidence_of(entry))
    ]


def status_of(entry: Entry) -> str | None:
    """What ``--status`` compares with: a meeting's or commitment's status, a position's stance, an event's realis."""
    match entry:
        case Meeting() | Commitment():
            return entry.status.value
        case Position():
            return entry.stance.value
        case Event():
            return entry.realis.value
        case Statement() | Actor():
            return entry.kind.value
    return None


def parties_of(entry: Entry) -> tuple[str, ...]:
    """Every actor that an entry is about, as ids."""
    match entry:
        case Actor():
            return tuple(filter(None, (entry.id, entry.party)))
        case Meeting():
            people = [p.actor for p in entry.participants]
            return tuple(filter(None, (*entry.parties, *people, entry.host, *entry.facilitators)))
        case Statement():
            return tuple(filter(None, (entry.speaker, entry.addressee)))
        case Position():
            return tuple(filter(None, (entry.party, entry.speaker)))
        case Commitment():
            return (*entry.by, *entry.to)
        case Event():
            return (*entry.actors, *entry.recipients)
        case Process() | StickingPoint():
            return entry.parties
    return ()


def evidence_of(entry: Entry) -> tuple[Evidence, ...]:
    """All evidence that an entry stands on."""
    match entry:
        case Actor():
            return tuple(e for office in entry.offices for e in office.evidence)
        case Disagreement():
            return tuple(e for version in entry.versions for e in version.evidence)
        case Commitment():
            later = (e for step in entry.history for e in step.evidence)
            return tuple(dict.fromkeys((*entry.evidence, *later)))
        case Issue() | Process() | StickingPoint():
            return ()
    return entry.evidence


def words_of(entry: Entry) -> str:
    """What full-text search finds an entry by."""
    match entry:
        case Actor():
            own = (entry.name, *entry.aliases, *(office.title for office in entry.offices))
        case Issue():
            own = (entry.name, *entry.aliases)
        case Process():
            own = (entry.name,)
        case StickingPoint():
            own = (entry.why,)
        case Disagreement():
            own = (entry.field, *(version.value for version in entry.versions))
        case Statement() | Position():
            own = (entry.text,)
        case Commitment():
            own = (entry.what,)
        case Meeting():
            place = entry.place.name if entry.place else ""
            own = (place, entry.venue or "", entry.named_format or "", *entry.topics, *entry.outcomes)
        case Event():
            own = (entry.type, entry.mode or "")
    return "\n".join(dict.fromkeys(filter(None, (*own, *(e.text for e in evidence_of(entry))))))
