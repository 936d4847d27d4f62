"""What the words beside a person's name give: offices, a party, a gender."""

from __future__ import annotations

from rapporteur.language.names.lexicon import names
from rapporteur.language.names.words import CLITICS, Piece
from rapporteur.language.parse import NameKind
from rapporteur.reading.actors.figures import Figure, Stage
from rapporteur.reading.actors.nouns import nouns
from rapporteur.reading.actors.offices import party_behind, titles_of
from rapporteur.reading.actors.pronouns import gender_before
from rapporteur.reading.actors.title_words import owner_figure
from rapporteur.reading.claims import ActorKind, OfficeSeen
from rapporteur.reference import offices, organisations


def settle_offices(stage: Stage) -> None:
    """Give every person on the stage the offices, the party and the gender that the words beside the names tell."""
    for piece in stage.pieces(NameKind.PERSON):
        figure = stage.piece_figure(piece)
        if figure:
            _give_offices(stage, figure, piece)
    for figure in stage.figures:
        _prefer_office(figure)


def _give_offices(stage: Stage, figure: Figure, piece: Piece) -> None:
    _give_owner(stage, figure, piece)
    for title in titles_of(stage, piece):
        figure.offices.append((title.seen(stage), title.party))
        figure.party = figure.party or title.party
    figure.party = figure.party or party_behind(stage, piece)
    _give_rank(stage, figure, piece)
    figure.gender = figure.gender or gender_before(stage, piece)


def _prefer_office(figure: Figure) -> None:
    """Let a minister who is "a professor at the university" too speak for the state."""
    told = [(office.role in nouns("state_roles"), party) for office, party in figure.offices if party]
    by_trade = [public for public, party in told if party is figure.party]
    if by_trade and not any(by_trade) and figure.party and figure.party.kind is not ActorKind.STATE:
        figure.party = next((party for public, party in told if public), figure.party)


def _give_rank(stage: Stage, figure: Figure, piece: Piece) -> None:
    """The office in the name itself: "King Zog", "Pope Paul"."""
    opener = stage.row.words[piece.start]
    known = offices.honorifics().get(opener)
    if known and known.part_of_name and known.role and piece.end - piece.start > 1 and known.role not in figure.roles:
        span = stage.span(piece.start, piece.start + 1)
        figure.offices.append((OfficeSeen(opener, known.role, None, span), figure.party))


def _give_owner(stage: Stage, figure: Figure, piece: Piece) -> None:
    """The party of "Ruritania's Rassendyll"; somebody of an outlet's is its reporter."""
    row = stage.row
    if piece.start < 2 or row.words[piece.start - 1] not in CLITICS:
        return
    owner = owner_figure(stage, row.taken.get(piece.start - 2))
    if owner is None or owner.kind is ActorKind.PERSON:
        return
    figure.party = figure.party or owner.speaks_for
    known = organisations.organisations().get(owner.key or "")
    if known and known.subkind in names("press"):
        span = stage.span(piece.start - 2, piece.end)
        figure.offices.append((OfficeSeen("reporter", "reporter", None, span), owner))
