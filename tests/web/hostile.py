"""A record every word of which comes from somebody else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from rapporteur.intake.article import Article
from rapporteur.language.parse import Manner
from rapporteur.reading.claims import ActorKind, Place, Stance, Status
from rapporteur.record.model import (
    Actor,
    Attendee,
    Commitment,
    Disagreement,
    Entries,
    Evidence,
    Issue,
    Meeting,
    Office,
    Position,
    Process,
    Statement,
    StickingPoint,
    Version,
)
from rapporteur.record.record import Record
from rapporteur.spans import Span
from rapporteur.when import on
from tests.export.records_made import made

DAY = on(dt.date(1931, 3, 11))


def record_of(words: Sequence[str], path: Path) -> Record:
    """An article, and an entry of each kind, for each of some words, which stand in every field."""
    articles = tuple(_article(number, text) for number, text in enumerate(words))
    pieces = [Evidence(article.id, 0, len(article.text), article.text) for article in articles]
    found = [_entries(number, text, piece) for number, (text, piece) in enumerate(zip(words, pieces, strict=True))]
    lists = {
        kind: tuple(entry for entries in found for entry in getattr(entries, kind))
        for kind in Entries.__dataclass_fields__
        if isinstance(getattr(found[0], kind), tuple)
    }
    return made(Entries(**lists), articles, path=path)


def _article(number: int, words: str) -> Article:
    return Article(
        f"a-{number}",
        words,
        words,
        words,
        (Span(0, len(words)),) if number % 2 else (),
        outlet=words,
        title=words,
        byline=words,
        url=words,
        published=DAY,
    )


def _entries(number: int, words: str, piece: Evidence) -> Entries:
    n, at = number, (piece,)
    actor, issue, meeting = f"actor-{n}", f"issue-{n}", f"meeting-{n}"
    office = Office(words, words, actor, "1931-03-10", "1931-03-12", at)
    return Entries(
        actors=(Actor(actor, words, ActorKind.STATE, actor, (words, f"{words}."), (office,)),),
        meetings=(
            Meeting(
                meeting,
                DAY,
                Status.HELD,
                (actor, f"actor-{max(n - 1, 0)}"),
                at,
                (piece.article,),
                Place(words, "XC"),
                venue=words,
                level="envoy",
                format=words,
                named_format=words,
                participants=(Attendee(actor, words, actor),),
                topics=(words,),
                outcomes=(words,),
            ),
        ),
        statements=(
            Statement(
                f"statement-{n}", actor, Manner.DIRECT, words, piece.article, 0, len(words), at, same_as=f"u-{n}"
            ),
        ),
        positions=(
            Position(f"position-{n}", actor, issue, Stance.DEMANDS, words, at, actor, words, words, DAY),
            Position(f"position-{n}-b", actor, issue, Stance.REFUSES, words, at, actor, words, words, DAY),
        ),
        issues=(Issue(issue, words, (words,)),),
        commitments=(Commitment(f"commitment-{n}", (actor,), words, at, to=(actor,), meeting=meeting),),
        disagreements=(
            Disagreement(
                f"disagreement-{n}",
                meeting,
                words,
                (Version(words, (piece.article,), at), Version(f"{words}.", (piece.article,), at)),
            ),
        ),
        processes=(Process(f"process-{n}", words, (actor,), (meeting,), (issue,)),),
        sticking_points=(StickingPoint(f"sticking-{n}", issue, (actor,), (f"position-{n}", f"position-{n}-b"), words),),
        published=((piece.article, DAY),),
    )
