"""Rows of names: "A, B and C", "A of X and B of Y", the demonyms before a title."""

from __future__ import annotations

from collections.abc import Iterator

from rapporteur.language.names.words import Piece
from rapporteur.language.parse import NameKind
from rapporteur.reading.actors.figures import Figure, Stage
from rapporteur.reading.actors.title_words import owner_figure
from rapporteur.reading.claims import ActorKind


def owners_before(stage: Stage, title: Piece) -> tuple[list[Figure], int]:
    """The states of the demonyms before a title ("Ruritanian and Strelsauer ministers"), and where they begin."""
    row = stage.row
    first = title.start
    while first > 0 and (
        row.kind(first - 1) is NameKind.DEMONYM or (first < title.start and row.words[first - 1] in ("and", ","))
    ):
        first -= 1
    while first < title.start and row.words[first] in ("and", ","):
        first += 1
    return figures_between(stage, first, title.start, NameKind.DEMONYM), first


def owners_from(stage: Stage, at: int) -> tuple[list[Figure], int]:
    """The states of a row "X, Y and Z" that begins at ``at``, and where it ends."""
    row = stage.row
    found: list[Figure] = []
    end = at
    while at < len(row.words):
        figure = owner_figure(stage, piece) if (piece := row.taken.get(at)) else None
        if piece and figure and figure.kind is not ActorKind.PERSON:
            found.append(figure)
            at = end = piece.end
        elif piece is None and row.words[at] in ("the", "and", ","):
            at += 1
        else:
            break
    return found, end


def state_of(stage: Stage, piece: Piece) -> Figure | None:
    """The state in "A of Ruritania"."""
    row = stage.row
    if row.words[piece.end : piece.end + 1] != ("of",):
        return None
    after = row.taken.get(piece.end + 1)
    return owner_figure(stage, after) if after and after.kind is NameKind.STATE else None


def people_from(stage: Stage, at: int) -> list[Piece]:
    """The row of persons that begins at ``at``: "A, B and C", "A of X and B of Y"."""
    row = stage.row
    found: list[Piece] = []
    at += row.words[at : at + 1] == (",",)
    while piece := row.taken.get(at):
        if piece.kind is not NameKind.PERSON:
            break
        found.append(piece)
        at = piece.end
        if state_of(stage, piece):
            at += 2
        joined = at
        while joined < len(row.words) and row.words[joined] in (",", "and"):
            joined += 1
        if joined == at:
            break
        at = joined
    return found


def figures_between(stage: Stage, start: int, end: int, *kinds: NameKind) -> list[Figure]:
    """The figures that the names of these kinds between two words mean, in order."""
    pieces = dict.fromkeys(row_piece for at in range(start, end) if (row_piece := stage.row.taken.get(at)))
    found = (stage.piece_figure(piece) for piece in pieces if piece.kind in kinds)
    return [figure for figure in found if figure]


def holders(stage: Stage, roles: frozenset[str], party: Figure) -> Iterator[Figure]:
    """The persons of ``party`` who bear one of ``roles``."""
    for figure in stage.figures:
        if figure.kind is ActorKind.PERSON and figure.party is party and figure.roles & roles:
            yield figure
