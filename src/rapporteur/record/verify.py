"""Checking a record: every piece of evidence against its article, every reference against what it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rapporteur.intake.article import Article
from rapporteur.record.codec import KINDS, Entry
from rapporteur.record.model import (
    Actor,
    Commitment,
    Disagreement,
    Entries,
    Event,
    Evidence,
    Meeting,
    Position,
    Process,
    Statement,
    StickingPoint,
)
from rapporteur.record.rows import evidence_of, parties_of

NEED_EVIDENCE = frozenset({"meetings", "statements", "positions", "commitments", "events", "disagreements"})
"""The lists in which no entry may stand without evidence."""


def faults(entries: Entries, articles: Mapping[str, Article]) -> Iterator[str]:
    """Everything that does not hold in a record, as sentences; nothing if all is well."""
    known = {entry.id for kind in KINDS for entry in getattr(entries, kind)} | set(articles)
    for kind in KINDS:
        for entry in getattr(entries, kind):
            evidence = evidence_of(entry)
            if kind in NEED_EVIDENCE and not evidence:
                yield f"{entry.id} stands on no evidence."
            if isinstance(entry, (Commitment, Meeting)) and not all(step.evidence for step in entry.history):
                yield f"{entry.id} has a step in its history that stands on no evidence."
            yield from evidence_faults(entry.id, evidence, articles)
            for name in references_of(entry):
                if name not in known:
                    yield f"{entry.id} refers to {name}, which is not in the record."


def evidence_faults(entry: str, evidence: Iterable[Evidence], articles: Mapping[str, Article]) -> Iterator[str]:
    """The pieces of evidence that are not the exact words at their place."""
    for piece in evidence:
        article = articles.get(piece.article)
        if article is None:
            yield f"{entry} cites {piece.article}, which is not in the record."
        elif not piece.text.strip() or article.text[piece.start : piece.end] != piece.text:
            yield f"{entry} cites words that do not stand at {piece.start}-{piece.end} of {article.file}."


def references_of(entry: Entry) -> tuple[str, ...]:
    """The ids that an entry names."""
    named: tuple[str | None, ...] = ()
    match entry:
        case Actor():
            named = tuple(office.party for office in entry.offices)
        case Meeting():
            named = (*entry.reports, entry.previous, entry.next, *(p.party for p in entry.participants))
        case Statement():
            named = (entry.article, entry.meeting)
        case Position():
            named = (entry.issue,)
        case Event():
            named = (*entry.reports, entry.meeting)
        case Disagreement():
            named = (entry.about, *(a for version in entry.versions for a in version.articles))
        case Process():
            named = (*entry.meetings, *entry.issues)
        case StickingPoint():
            named = (entry.issue, *entry.positions)
        case Commitment():
            named = (entry.meeting,)
    return tuple(filter(None, (*parties_of(entry), *named)))
