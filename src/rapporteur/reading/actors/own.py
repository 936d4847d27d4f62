"""The analyst's own actors on the stage: ``[[actors]]`` of ``rapporteur.toml``."""

from __future__ import annotations

from rapporteur.config import Config, OwnActor
from rapporteur.language.names.lexicon import OWN
from rapporteur.language.parse import NameKind
from rapporteur.reading.actors.figures import Figure, Stage
from rapporteur.reading.claims import ActorKind, Form, OfficeSeen
from rapporteur.reference import states

_NAMED = tuple(kind for kind in NameKind if kind not in (NameKind.TITLE, NameKind.DEMONYM))


def settle_own(stage: Stage, config: Config) -> None:
    """Settle every name that the configuration gives to an actor of its own."""
    by_key = {OWN + actor.name: actor for actor in config.actors}
    for piece in stage.pieces(*_NAMED):
        entry = stage.known.lookup(stage.words(piece)) if by_key and not piece.key else None
        own = by_key.get(piece.key or (entry.key if entry else None) or "")
        if own is None:
            continue
        figure = stage.by_key.get(OWN + own.name) or _bring(stage, own)
        stage.mean(piece, figure, Form.NAME if stage.words(piece) == own.name else Form.SHORT)
        if own.role and not figure.offices:
            span = stage.span(piece.start, piece.end)
            figure.offices.append((OfficeSeen(own.role, own.role, None, span), figure.party))


def _bring(stage: Stage, own: OwnActor) -> Figure:
    figure = stage.add(Figure(ActorKind(own.kind), own.name, OWN + own.name))
    entry = stage.known.lookup(own.party) if own.party else None
    if entry and entry.key and entry.key in states.states():
        figure.party = stage.state(entry.key)
    elif entry and entry.key:
        figure.party = stage.by_key.get(entry.key) or stage.add(
            Figure(ActorKind(entry.kind.value), own.party or "", entry.key)
        )
    return figure
