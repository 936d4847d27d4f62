"""A small invented record, made by hand: talks between two states at Lake Ohrid."""

from __future__ import annotations

import datetime as dt

from rapporteur.intake.article import Article, article_id
from rapporteur.language.parse import Manner
from rapporteur.reading.claims import ActorKind, Stance, Status
from rapporteur.record.model import (
    Actor,
    Entries,
    Evidence,
    Issue,
    Meeting,
    Position,
    Statement,
)
from rapporteur.spans import Span
from rapporteur.when import Basis, on

TEXT = (
    "Prime Minister Arta Hoxhaj met her neighbour at Lake Ohrid on Monday.\n"
    "“We want the bridge open by spring,” she said.\n"
)
DAY = on(dt.date(1996, 3, 4), Basis.STATED, "dateline")


def article(file: str = "ohrid.txt", text: str = TEXT) -> Article:
    """An article whose whole text is its body."""
    return Article(
        id=article_id(file, text),
        file=file,
        source=f"folder/{file}",
        text=text,
        body=(Span(0, len(text)),),
        published=DAY,
    )


def evidence(of: Article, words: str) -> Evidence:
    """The place of ``words`` in an article."""
    start = of.text.index(words)
    return Evidence.at(of, Span(start, start + len(words)))


def entries(of: Article) -> Entries:
    """One entry of most kinds, all resting on ``of``."""
    words = evidence(of, "We want the bridge open by spring,")
    state = Actor("actor-state", "Albania", ActorKind.STATE, aliases=("Albania", "Tirana"))
    person = Actor("actor-person", "Arta Hoxhaj", ActorKind.PERSON, party="actor-state", aliases=("Arta Hoxhaj",))
    return Entries(
        actors=(person, state),
        meetings=(
            Meeting(
                "meeting-1",
                DAY,
                Status.HELD,
                ("actor-state",),
                (evidence(of, "Arta Hoxhaj met her neighbour at Lake Ohrid"),),
                (of.id,),
            ),
        ),
        statements=(
            Statement(
                "statement-1",
                "actor-person",
                Manner.DIRECT,
                words.text,
                of.id,
                words.start,
                words.end,
                (words,),
                when=DAY,
            ),
        ),
        positions=(
            Position(
                "position-1", "actor-state", "issue-1", Stance.DEMANDS, "the bridge open by spring", (words,), when=DAY
            ),
        ),
        issues=(Issue("issue-1", "opening of the bridge", ("the bridge open by spring",)),),
        published=((of.id, DAY),),
    )
