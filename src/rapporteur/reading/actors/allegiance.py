"""Whom people speak for, by what they do: lead a delegation, represent a state, serve a person."""

from __future__ import annotations

from bisect import bisect_right

from rapporteur.language.names.titles import is_form_of_address
from rapporteur.language.names.words import CLITICS, Piece
from rapporteur.language.parse import NameKind
from rapporteur.reading.actors.figures import Figure, Stage
from rapporteur.reading.actors.nouns import nouns
from rapporteur.reading.actors.roles import is_plural
from rapporteur.reading.actors.rows import figures_between
from rapporteur.reading.actors.title_words import owner_figure, read_title, spoken_for
from rapporteur.reading.claims import ActorKind

_PARTIES = (ActorKind.STATE, ActorKind.ARMED_GROUP, ActorKind.ORGANISATION, ActorKind.BODY)


def settle_allegiances(stage: Stage) -> None:
    """Give the members of delegations, representatives and servants of persons their parties."""
    last: Figure | None = None
    for at, word in enumerate(stage.row.words):
        if word in nouns("delegations") or (word == "one" and last):
            found = _settle_delegation(stage, at, last)
            last = None if word == "one" else found or last
        elif word in nouns("representing"):
            _settle_representative(stage, at)
        elif word == "who":
            _settle_head(stage, at)
    for piece in list(stage.pieces(NameKind.TITLE)):
        if piece.end in stage.row.taken and not is_plural(stage.words(piece)):
            _settle_servant(stage, piece)
    for figure in stage.figures:
        if figure.party is None and "spokesperson" in figure.roles:
            _settle_spokesperson(stage, figure)


def _settle_servant(stage: Stage, title: Piece) -> None:
    """Settle "Rassendyll's envoy X", "its adviser X": the party of the one is the other's."""
    figure = stage.piece_figure(stage.row.taken[title.end])
    if figure is None or figure.kind is not ActorKind.PERSON or figure.party is not None:
        return
    if is_form_of_address(stage.words(title)):
        return
    figure.party = read_title(stage, title, tail=False).party
    if figure.party is None and title.start and stage.row.words[title.start - 1].lower() in ("its", "their"):
        figure.party = spoken_for(_last_party(stage, stage.row.tokens[title.start].start, back=1))


def _settle_head(stage: Stage, at: int) -> None:
    """Settle "X, who heads the Ruritanian army": X speaks for it."""
    row = stage.row
    person = row.taken.get(at - 2) if at > 1 and row.words[at - 1] == "," else row.taken.get(at - 1)
    figure = stage.piece_figure(person)
    number = at + 2 + (row.words[at + 2 : at + 3] == ("the",))
    leads = at + 1 < len(row.words) and row.words[at + 1] in nouns("leading")
    if figure is None or figure.kind is not ActorKind.PERSON or not leads:
        return
    owner = owner_figure(stage, row.taken.get(number))
    if owner and owner.kind is not ActorKind.PERSON:
        figure.party = figure.party or spoken_for(owner)


def _settle_spokesperson(stage: Stage, figure: Figure) -> None:
    """Settle "spokesman X" behind what the ministry said: X speaks for the body named last."""
    where = min(office.span.start for office, _ in figure.offices if office.role == "spokesperson")
    body = _last_party(stage, where, back=2, kinds=(ActorKind.BODY, ActorKind.ARMED_GROUP))
    if body:
        figure.party = spoken_for(body)


def _last_party(stage: Stage, where: int, *, back: int, kinds: tuple[ActorKind, ...] = _PARTIES) -> Figure | None:
    """The party last meant before ``where``, no more than ``back`` sentences before."""
    number = bisect_right(stage.parse.sentences, where, key=lambda sentence: sentence.start) - 1
    start = stage.parse.sentences[max(0, number - back)].start
    found = [
        (span.start, figure)
        for figure in stage.figures
        if figure.kind in kinds
        for span, _ in figure.mentions
        if start <= span.start < where
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _settle_delegation(stage: Stage, at: int, last: Figure | None) -> Figure | None:
    """Settle "the Ruritanian team includes A", "B, who led the Ruritanian delegation": both speak for the state.

    "The delegation" alone is the one named ``last``; "the Ruritanian one" is another, after which it is neither.
    Returns whose delegation it is.
    """
    row = stage.row
    start, end = stage.sentence(at)
    owner_at = at - 1 - (row.words[at - 1] in CLITICS) if at else at
    while (
        owner_at > start
        and owner_at not in row.taken
        and row.words[owner_at].islower()
        and row.words[owner_at] not in nouns("owners")
    ):
        owner_at -= 1
    owner = owner_figure(stage, row.taken.get(owner_at)) if owner_at >= start else None
    alone = at > start and row.words[at - 1].lower() == "the" and row.words[at] != "one"
    if owner is None and alone:
        owner, owner_at = last, at
    if owner is None or owner.kind is ActorKind.PERSON or (row.words[at] == "one" and owner_at != at - 1):
        return None
    for figure in _members(stage, owner_at, at, start, end):
        figure.party = figure.party or spoken_for(owner)
    return owner


def _settle_representative(stage: Stage, at: int) -> None:
    """Settle "A represented Ruritania": A speaks for it."""
    row = stage.row
    start, end = stage.sentence(at)
    number = at + 1 + (row.words[at + 1 : at + 2] == ("the",))
    owner = owner_figure(stage, row.taken.get(number)) if number < end else None
    who = figures_between(stage, start, at, NameKind.PERSON)
    if owner and owner.kind is not ActorKind.PERSON and who:
        who[-1].party = who[-1].party or owner


def _members(stage: Stage, owner_at: int, at: int, start: int, end: int) -> list[Figure]:
    """Whom the sentence says to lead the delegation or to be in it."""
    words = stage.row.words
    verbs = nouns("delegation_verbs") | (frozenset({"by"}) if words[at] == "one" else frozenset())
    if words[start].lower() == "on":
        verbs |= {"was", "were"}
    tells = next((number for number in range(at + 1, min(end, at + 6)) if words[number] in verbs), None)
    if tells:
        later = [piece for piece in dict.fromkeys(map(stage.row.taken.get, range(tells, end))) if piece]
        stop = next((piece.start for piece in later if piece.kind is NameKind.DEMONYM), end)
        return figures_between(stage, tells, stop, NameKind.PERSON)
    leads = nouns("leading") & set(words[max(start, owner_at - 3) : owner_at])
    before = figures_between(stage, start, owner_at, NameKind.PERSON) if leads else []
    return before[-1:]
