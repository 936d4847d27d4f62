"""Bodies meant without their state: "the army", "the ministry", the Foreign Ministry of a capital just named."""

from __future__ import annotations

from collections.abc import Iterator

from rapporteur.language.names.known import generic_bodies, organ_key
from rapporteur.language.names.lexicon import CAPITAL, names
from rapporteur.language.names.words import Piece
from rapporteur.language.parse import NameKind
from rapporteur.reading.actors.figures import Figure, Stage
from rapporteur.reading.claims import ActorKind, Form
from rapporteur.reference import bodies, states


def settle_short_bodies(stage: Stage) -> None:
    """Settle lower-case phrases that mean a body already on the stage; their words are taken as names of it."""
    row = stage.row
    for start, stop in list(_phrases(stage)):
        figure = _last(stage, row.tokens[start].start, " ".join(row.words[start:stop]))
        if figure:
            piece = Piece(start, stop, NameKind.BODY)
            row.take(piece)
            stage.at[stage.span(start, stop)] = figure
            figure.mention(stage.span(start - 1, stop), Form.NOMINAL)


def state_in_sentence(stage: Stage, piece: Piece) -> str | None:
    """The key of the state whose capital opens the sentence: "In Strelsau, the Foreign Ministry said"."""
    start, _ = stage.sentence(piece.start)
    if stage.row.words[start] not in ("In", "From"):
        return None
    place = stage.row.taken.get(start + 1)
    key = (place.key or "").removeprefix(CAPITAL) if place and place.kind is NameKind.PLACE else ""
    return key if key in states.states() and start + 1 < piece.start else None


def _phrases(stage: Stage) -> Iterator[tuple[int, int]]:
    """The generic phrases behind "the" that are no names yet, as ranges of words."""
    row = stage.row
    lexicon = generic_bodies()
    for start, end in row.sentences:
        for at in range(start + 1, end):
            if at in row.taken or row.words[at - 1].lower() != "the" or not row.words[at].islower():
                continue
            limit = next((number for number in range(at, end) if number in row.taken), end)
            folded = [" ".join(row.folded[number]) for number in range(at, limit)]
            found = lexicon.match(folded, 0, len(folded))
            if found:
                yield at, at + found[0]
            elif row.words[at] == "ministry":
                yield at, at + 1


def _last(stage: Stage, where: int, phrase: str) -> Figure | None:
    """The body last meant before ``where`` that the phrase can mean."""
    best: tuple[int, Figure] | None = None
    for figure in stage.figures:
        if figure.kind is not ActorKind.BODY or not _can_mean(figure, phrase):
            continue
        at = max((span.start for span, _ in figure.mentions if span.start < where), default=-1)
        if at >= 0 and (best is None or at > best[0]):
            best = (at, figure)
    return best[1] if best else None


def _can_mean(figure: Figure, phrase: str) -> bool:
    if phrase == "ministry":
        return "ministry" in figure.name.lower()
    if phrase in names("state_itself") or bodies.generic()[phrase] == "government":
        return False
    state, _, organ = (figure.key or "").partition(":")
    if organ:
        return organ_key(state, phrase) == figure.key
    named = bodies.bodies().get(figure.key or "")
    return named is not None and named.organ == bodies.generic()[phrase]
