"""Divided countries: "the North" and "the South" of a text that names one of the two."""

from __future__ import annotations

from rapporteur.language.names.words import Piece
from rapporteur.language.parse import NameKind
from rapporteur.reading.actors.figures import Stage
from rapporteur.reading.claims import Form
from rapporteur.reference import states

_POINTS = frozenset({"North", "South", "East", "West"})


def settle_compass(stage: Stage) -> None:
    """Settle "the North" where the text names a state such as South Korea; the word is taken as a name of the state."""
    rests = _divided(stage)
    row = stage.row
    for at, word in enumerate(row.words):
        if not rests or word not in _POINTS or at == 0 or row.words[at - 1].lower() != "the":
            continue
        piece = row.taken.get(at)
        if piece and (piece.kind is not NameKind.OTHER or piece.end - piece.start > 1):
            continue
        follows = row.words[at + 1] if at + 1 < len(row.words) else ""
        if follows == "of" or (follows[:1].isupper() and row.touches(at + 1)):
            continue
        keys = [key for rest in rests if (key := _key(stage, f"{word} {rest}"))]
        if len(keys) == 1:
            row.take(Piece(at, at + 1, NameKind.STATE, keys[0]))
            stage.at[stage.span(at, at + 1)] = stage.state(keys[0])
            stage.state(keys[0]).mention(stage.span(at - 1, at + 1), Form.NOMINAL)


def _divided(stage: Stage) -> list[str]:
    """What follows the point of the compass in the names of the states on the stage: "Korea"."""
    found: dict[str, None] = {}
    for piece in stage.pieces(NameKind.STATE):
        first, _, rest = stage.words(piece).partition(" ")
        if first in _POINTS and rest:
            found[rest] = None
    return list(found)


def _key(stage: Stage, name: str) -> str | None:
    entry = stage.known.lookup(name)
    return entry.key if entry and entry.key in states.states() else None
