"""Persons known by their relation to others: counterparts, kin, and the bearers of a title in the plural."""

from __future__ import annotations

from rapporteur.language.names.lexicon import names
from rapporteur.language.names.words import CLITICS, Piece
from rapporteur.language.parse import NameKind
from rapporteur.reading.actors.figures import Figure, Stage
from rapporteur.reading.actors.nouns import nouns
from rapporteur.reading.actors.roles import is_plural
from rapporteur.reading.actors.rows import figures_between, holders, owners_before, owners_from, people_from, state_of
from rapporteur.reading.actors.title_words import read_title
from rapporteur.reading.claims import ActorKind, Form, OfficeSeen


def settle_relations(stage: Stage) -> None:
    """Give counterparts, kin and the members of "Presidents A and B" their offices and parties."""
    for at, word in enumerate(stage.row.words):
        if word in nouns("counterparts"):
            _settle_counterpart(stage, at)
        elif word in names("kin"):
            _settle_kin(stage, at)
    for piece in list(stage.pieces(NameKind.TITLE)):
        if role := is_plural(stage.words(piece)):
            _settle_plural(stage, piece, role)


def _settle_counterpart(stage: Stage, at: int) -> None:
    """Settle "her Ruritanian counterpart, X": X holds her office for Ruritania; without a name, whoever does."""
    first = owned = at
    while owned - 1 in stage.row.taken or (owned and stage.row.words[owned - 1] in ("and", ",", *CLITICS)):
        owned -= 1
    owners = figures_between(stage, owned, at, NameKind.DEMONYM, NameKind.STATE)
    model = _model(stage, owned)
    people = people_from(stage, at + 1)
    for number, piece in enumerate(people[: max(1, len(owners))]):
        figure = stage.piece_figure(piece)
        if figure:
            owner = owners[number] if number < len(owners) else None
            _give(figure, model, owner, stage, (first, at + 1))
    if not people and owners and model:
        start = owned - 1 if owned and stage.row.words[owned - 1].lower() in nouns("owners") else owned
        for owner in owners:
            for figure in holders(stage, model.roles, owner):
                figure.mention(stage.span(start, at + 1), Form.NOMINAL)


def _model(stage: Stage, at: int) -> Figure | None:
    """The person whose counterpart is meant: the owner right before, else the last person with an office."""
    owner = stage.row.taken.get(at - 2) if at > 1 and stage.row.words[at - 1] in CLITICS else None
    if owner and (figure := stage.piece_figure(owner)) and figure.kind is ActorKind.PERSON:
        return figure
    where = stage.row.tokens[at].start
    best: tuple[int, Figure] | None = None
    for figure in stage.figures:
        if figure.kind is ActorKind.PERSON and figure.offices:
            last = max((span.start for span, _ in figure.mentions if span.start < where), default=-1)
            if last >= 0 and (best is None or last > best[0]):
                best = (last, figure)
    return best[1] if best else None


def _give(figure: Figure, model: Figure | None, owner: Figure | None, stage: Stage, words: tuple[int, int]) -> None:
    span = stage.span(*words)
    if model and model.offices and not figure.offices:
        seen, _ = model.offices[-1]
        figure.offices.append((OfficeSeen(span.of(stage.text), seen.role, None, span), owner))
    figure.party = figure.party or owner


def _settle_kin(stage: Stage, at: int) -> None:
    """Settle "his wife X", "X's wife, Y": the party of the one is the other's."""
    people = people_from(stage, at + 1)
    row = stage.row
    if not people or at == 0:
        return
    other = None
    if row.words[at - 1] in CLITICS:
        other = stage.piece_figure(row.taken.get(at - 2))
    elif row.words[at - 1].lower() in nouns("owners"):
        other = _model(stage, at)
    figure = stage.piece_figure(people[0])
    if figure and other and other is not figure:
        figure.party = figure.party or other.party


def _settle_plural(stage: Stage, title: Piece, role: str) -> None:
    """Settle "Presidents A and B", "the foreign ministers of X and Y, A and B": an office for each."""
    row = stage.row
    at, owners = title.end, owners_before(stage, title)[0]
    common = owners[0] if len(owners) == 1 else read_title(stage, title, tail=False).party if not owners else None
    owners = owners if len(owners) > 1 else []
    if row.words[at : at + 1] == ("of",):
        owners, at = owners_from(stage, at + 1)
    people = people_from(stage, at)
    if owners and len(people) != len(owners):
        return
    for number, piece in enumerate(people):
        figure = stage.piece_figure(piece)
        if figure is None:
            continue
        owner = owners[number] if owners else state_of(stage, piece) or common
        span = stage.span(title.start, title.end)
        stage.offices_read.add(title.start)
        if role not in figure.roles:
            figure.offices.append((OfficeSeen(span.of(stage.text), role, None, span), owner))
        figure.party = figure.party or owner
