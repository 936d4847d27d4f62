"""Organisations, armed groups and bodies on the stage: names, abbreviations, and whom each speaks for."""

from __future__ import annotations

from rapporteur.language.names.known import organ_key
from rapporteur.language.names.lexicon import names
from rapporteur.language.names.words import CLITICS, Piece
from rapporteur.language.parse import NameKind
from rapporteur.reading.actors.figures import Figure, Stage
from rapporteur.reading.actors.short_bodies import state_in_sentence
from rapporteur.reading.claims import ActorKind, Form
from rapporteur.reference import bodies, organisations, states
from rapporteur.reference.forms import fold

_NAMES = (NameKind.ORGANISATION, NameKind.ARMED_GROUP, NameKind.BODY)
_KINDS = (ActorKind.ORGANISATION, ActorKind.ARMED_GROUP, ActorKind.BODY)


def settle_organised(stage: Stage) -> None:
    """Settle every organisation and body; "the Foreign Ministry", without a state, only after those that have one."""
    alone: list[Piece] = []
    for piece in stage.pieces(*_NAMES):
        if stage.piece_figure(piece) is None:
            if piece.kind is NameKind.BODY and _key_of(stage, piece) is None:
                alone.append(piece)
            else:
                _settle(stage, piece)
    for piece in alone:
        _settle(stage, piece)


def _settle(stage: Stage, piece: Piece) -> None:
    words, key = stage.words(piece), _key_of(stage, piece)
    figure = _opened(stage, piece) or (stage.by_key.get(key) if key else _known_as(stage, piece, words))
    if figure is None:
        figure = stage.add(Figure(ActorKind(piece.kind.value), _with_owner(stage, piece), key))
        figure.party = _party(stage, key) if key else _party_of_unlisted(stage, piece)
    generic = fold(words) in bodies.generic()
    if generic and (piece.key or not figure.mentions):
        figure.forms[_with_owner(stage, piece)] += 1
    short = bool(figure.mentions) and len(words.split()) < len(figure.name.split())
    stage.mean(piece, figure, Form.SHORT if short or (key and words.isupper()) else Form.NAME, alias=not generic)
    if len(words.split()) > len(figure.name.split()):
        figure.name = words


def _with_owner(stage: Stage, piece: Piece) -> str:
    """The name of a body as written, with the state that owns it: "Ruritania's Defence Ministry"."""
    owner = stage.row.taken.get(piece.start - 2) if piece.start > 1 else None
    owned = piece.kind is NameKind.BODY and stage.row.words[piece.start - 1] in CLITICS
    if not owned or owner is None or owner.kind is not NameKind.STATE:
        return stage.words(piece)
    return " ".join(stage.span(owner.start, piece.end).of(stage.text).split())


def _key_of(stage: Stage, piece: Piece) -> str | None:
    phrase = fold(stage.words(piece))
    if piece.kind is NameKind.BODY and not piece.key and phrase in bodies.generic():
        state = state_in_sentence(stage, piece)
        return organ_key(state, phrase) if state else None
    if not piece.key and (entry := stage.known.lookup(stage.words(piece))):
        return _one_key(entry.key)
    return _one_key(piece.key)


def _one_key(key: str | None) -> str | None:
    """The key of an organisation or body: a state's presidency is one, however named; its councils stand apart."""
    key = (key or "").split("|")[0] or None
    named = bodies.bodies().get(key or "")
    if (
        named is None
        or named.organ not in names("single_organs")
        or names("independent_heads") & set(named.name.split())
    ):
        return key
    return f"{named.state}:{named.organ}"


def _known_as(stage: Stage, piece: Piece, words: str) -> Figure | None:
    """One already met under these words, whose name ends in them ("the Council"), or the body of that organ."""
    found = [figure for figure in reversed(stage.figures) if figure.kind in _KINDS]
    organ = bodies.generic().get(fold(words))
    if organ in names("single_organs"):
        return next((figure for figure in found if (figure.key or "").endswith(f":{organ}")), None) or next(
            (figure for figure in found if words in figure.forms), None
        )
    if words.isupper() and len(words) > 2:
        found = [f for f in found if words in f.forms or any(_is_spelt(words, tail) for tail in _tails(f.name))]
        return found[0] if found else None
    same = (figure for figure in found if words in figure.forms)
    ending = (
        figure for figure in found if piece.kind is not NameKind.ARMED_GROUP and figure.name.endswith(f" {words}")
    )
    return next(same, None) or next(ending, None)


def _tails(name: str) -> list[list[str]]:
    """The capitalised words of a name, from each of them to the last; one word alone spells nothing."""
    words = [word for word in name.split() if word[0].isupper()]
    return [words[at:] for at in range(len(words) - 1)]


def _is_spelt(short: str, words: list[str]) -> bool:
    """Whether an abbreviation is made of the beginnings of ``words``, each in turn: "CENTCOM" of "Central Command"."""
    if not words or not short:
        return not words and not short
    word = words[0].upper()
    return any(
        short.startswith(word[:length]) and _is_spelt(short[length:], words[1:]) for length in range(1, len(word) + 1)
    )


def _opened(stage: Stage, piece: Piece) -> Figure | None:
    """The figure whose abbreviation stands here in brackets: "National Union (NU)"."""
    row = stage.row
    if piece.start < 2 or row.words[piece.start - 1] != "(" or row.words[piece.end : piece.end + 1] != (")",):
        return None
    before = row.taken.get(piece.start - 2)
    figure = stage.piece_figure(before) if before and before.kind in _NAMES else None
    if figure and before:
        span = stage.span(before.start, piece.end + 1)
        figure.forms[" ".join(span.of(stage.text).split())] += 1
    return figure


def _party(stage: Stage, key: str | None) -> Figure | None:
    """The state for which a listed body speaks."""
    state, colon, _ = (key or "").partition(":")
    if colon and state in states.states():
        return stage.state(state)
    body, organisation = bodies.bodies().get(key or ""), organisations.organisations().get(key or "")
    own = body.state if body else organisation.state if organisation and organisation.kind == "body" else None
    return stage.state(own) if own else None


def _party_of_unlisted(stage: Stage, piece: Piece) -> Figure | None:
    """The state of an unlisted organisation: that of the body its name ends in, or of the state in its name.

    "The Ruritanian Reserve Fund" is Ruritania's; "the Ruritanian Progress Party" speaks for itself.
    """
    words = stage.row.words[piece.start : piece.end]
    inside = [
        entry
        for number in range(len(words))
        if (found := stage.known.match(words, number, len(words)))
        for entry in found[1:]
    ]
    body = next((entry for entry in inside if entry.kind is NameKind.BODY), None)
    if body:
        return _party(stage, _one_key(body.key))
    if words[-1] in names("independent_heads"):
        return None
    parent = next((entry for entry in inside if entry.kind is NameKind.ORGANISATION and entry.key), None)
    listed = organisations.organisations().get((parent.key or "") if parent else "")
    if listed and listed.state and listed.subkind not in names("press"):
        return stage.state(listed.state)
    state = next((entry for entry in inside if entry.kind in (NameKind.STATE, NameKind.DEMONYM)), None)
    return stage.state(state.key) if state and state.key and state.key in states.states() else None
