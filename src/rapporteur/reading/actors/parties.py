"""States on the stage: by name, demonym, and by a capital that acts."""

from __future__ import annotations

from collections import Counter

from rapporteur.language.names.lexicon import CAPITAL
from rapporteur.language.names.words import CLITICS, Piece
from rapporteur.language.parse import Name, NameKind
from rapporteur.reading.actors.figures import Stage
from rapporteur.reading.actors.nouns import nouns
from rapporteur.reading.claims import ActorKind, Form
from rapporteur.reference import states


def settle_states(stage: Stage) -> None:
    """Settle every state that the text names; a form of several states means the one that it names oftenest."""
    weights = Counter(piece.key or "" for piece in stage.pieces(NameKind.STATE))
    for piece in stage.pieces(NameKind.STATE, NameKind.DEMONYM):
        key = _key(stage, piece.key, stage.words(piece), weights)
        if key and stage.piece_figure(piece) is None:
            form = Form.DEMONYM if piece.kind is NameKind.DEMONYM else _form(key, stage.words(piece))
            stage.mean(piece, stage.state(key), form, alias=piece.kind is NameKind.STATE)
    for part in stage.parts:
        _settle_part(stage, part, weights)
    for piece in stage.pieces(NameKind.PLACE):
        key = _key(stage, _capital_of(stage, piece), "", weights)
        if key and stage.piece_figure(piece) is None and acts(stage, piece):
            stage.mean(piece, stage.state(key), Form.METONYM)


def acts(stage: Stage, piece: Piece) -> bool:
    """Whether a capital stands for its government, by the words before and behind it."""
    row = stage.row
    start, end = stage.sentence(piece.start)
    before = row.words[piece.start - 1].lower() if piece.start > start else ""
    after = row.words[piece.end] if piece.end < end else ""
    if before in nouns("place_before"):
        return False
    if after in CLITICS:
        return row.words[piece.end + 1 : piece.end + 2] == () or row.words[piece.end + 1] not in nouns("parts_of_towns")
    if before in nouns("party_before") or _follows_party(stage, piece):
        return True
    if after == "to" and before.endswith("ed"):
        return True
    if after == "and":
        other = row.taken.get(piece.end + 1)
        return other is not None and (other.kind is NameKind.STATE or _capital_of(stage, other) is not None)
    return before != "of" and (after in nouns("metonym_verbs") or (after.endswith("ed") and after.islower()))


def _capital_of(stage: Stage, piece: Piece) -> str | None:
    """The key of the state of which a place is the capital, or another seat of the government."""
    key = piece.key
    if not key and piece.kind is NameKind.PLACE and (entry := stage.known.lookup(stage.words(piece))):
        key = entry.key
    return key.removeprefix(CAPITAL) if key and key.startswith(CAPITAL) else None


def _follows_party(stage: Stage, piece: Piece) -> bool:
    """Whether the capital follows "and" behind a state or a capital that acts."""
    row = stage.row
    if piece.start < 2 or row.words[piece.start - 1] not in ("and", "or"):
        return False
    figure = stage.piece_figure(row.taken.get(piece.start - 2))
    return figure is not None and figure.kind is ActorKind.STATE


def _key(stage: Stage, key: str | None, words: str, weights: Counter[str]) -> str | None:
    """The one state that a form can mean here."""
    if not key and words and (entry := stage.known.lookup(words)):
        key = entry.key
    keys = [one for one in (key or "").split("|") if one in states.states()]
    best = max(keys, key=lambda one: weights[one], default=None)
    return best if best and (len(keys) == 1 or weights[best]) else None


def _form(key: str, words: str) -> Form:
    return Form.SHORT if words in states.states()[key].abbreviations else Form.NAME


def _settle_part(stage: Stage, part: Name, weights: Counter[str]) -> None:
    """Settle a state in a hyphenated word."""
    key = _key(stage, part.key, "", weights) if part.kind in (NameKind.STATE, NameKind.DEMONYM) else None
    if key:
        stage.at[part.span] = stage.state(key)
        stage.state(key).mention(part.span, Form.DEMONYM if part.kind is NameKind.DEMONYM else Form.NAME)
