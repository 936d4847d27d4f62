"""Articles whose readings hold positions, commitments and events made from flat tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from rapporteur.intake.article import Article
from rapporteur.reading.claims import (
    ActorKind,
    CommitmentClaim,
    EventClaim,
    Fulfilment,
    OutcomeClaim,
    PositionClaim,
    Reading,
    Realis,
    Stance,
)
from rapporteur.record.model import Actor, Position
from rapporteur.spans import Span
from rapporteur.when import UNKNOWN, When, on

LINE = "A sentence of the report, of which nothing is read. "
Read = tuple[Article, Reading]


def read(
    name: str, claims: Sequence[PositionClaim | CommitmentClaim | OutcomeClaim | EventClaim], published: str = ""
) -> Read:
    """An article with these claims; each stands on a sentence of its own, in their order."""
    text = LINE * (len(claims) + 1)
    day = on(dt.date.fromisoformat(published)) if published else UNKNOWN
    article = Article(name, f"{name}.txt", name, text, (Span(0, len(text)),), published=day)
    return article, Reading(
        article=name,
        positions=tuple(claim for claim in claims if isinstance(claim, PositionClaim)),
        commitments=tuple(claim for claim in claims if isinstance(claim, CommitmentClaim)),
        outcomes=tuple(claim for claim in claims if isinstance(claim, OutcomeClaim)),
        events=tuple(claim for claim in claims if isinstance(claim, EventClaim)),
    )


def position(row: str, at: int = 0) -> PositionClaim:
    """A position from "party | stance | issue | blocks"; ``at`` is the number of its sentence."""
    party, stance, issue, *blocks = (part.strip() for part in row.split("|"))
    waits = blocks[0] if blocks else None
    requires = issue if stance == "precondition" else None
    return PositionClaim(
        party, Stance(stance), issue, f"{party} {stance} {issue}", (sentence(at),), requires=requires, blocks=waits
    )


def commitment(row: str, at: int = 0, *, day: str = "", status: str = "made") -> CommitmentClaim:
    """A commitment from "by + by | what"."""
    by, what = (part.strip() for part in row.split("|"))
    when: When = on(dt.date.fromisoformat(day)) if day else UNKNOWN
    return CommitmentClaim(tuple(by.split(" + ")), what, (sentence(at),), when=when, status=Fulfilment(status))


def outcome(row: str, at: int = 0, *, day: str = "", due: str = "") -> OutcomeClaim:
    """An outcome from "party + party | what | status", or with the deed: "party | deed | what | status"."""
    parties, *deed, what, status = (part.strip() for part in row.split("|"))
    return OutcomeClaim(
        what=what,
        status=Fulfilment(status),
        evidence=(sentence(at),),
        parties=tuple(parties.split(" + ")) if parties else (),
        deed=deed[0] if deed else None,
        due=on(dt.date.fromisoformat(due)) if due else UNKNOWN,
        when=on(dt.date.fromisoformat(day)) if day else UNKNOWN,
    )


def event(row: str, at: int = 0, *, day: str = "", word: str = "") -> EventClaim:
    """An event from "TYPE | actor + actor | recipient"."""
    kind, actors, recipients = (part.strip() for part in row.split("|"))
    span = sentence(at)
    return EventClaim(
        type=kind,
        trigger=Span(span.start, span.start + 1),
        sentence=span,
        quad="4",
        actors=tuple(actors.split(" + ")) if actors else (),
        recipients=tuple(recipients.split(" + ")) if recipients else (),
        actor_spans=(),
        recipient_spans=(),
        realis=Realis.ACTUAL,
        probability=0.5,
        when=on(dt.date.fromisoformat(day)) if day else UNKNOWN,
        word=word,
    )


def sentence(at: int) -> Span:
    """The place of a sentence in the text of `read`."""
    return Span(at * len(LINE), (at + 1) * len(LINE) - 1)


def actors(positions: Sequence[Position]) -> tuple[Actor, ...]:
    """The parties of ``positions`` as states."""
    return tuple(Actor(name, name, ActorKind.STATE) for name in sorted({position.party for position in positions}))


__all__ = ["actors", "commitment", "event", "outcome", "position", "read", "sentence"]
