"""Actors meant by a noun: "the Ruritanian minister", "the ministry", "the Ruritanian side"."""

from __future__ import annotations

from collections.abc import Callable

from rapporteur.language.names.lexicon import names
from rapporteur.language.names.words import CLITICS, Piece
from rapporteur.language.parse import NameKind
from rapporteur.reading.actors.figures import Figure, Stage
from rapporteur.reading.actors.nouns import nouns
from rapporteur.reading.actors.roles import bears, is_plural
from rapporteur.reading.actors.title_words import Title, owner_figure, read_title
from rapporteur.reading.claims import ActorKind, Form
from rapporteur.spans import Span


def settle_nominals(stage: Stage) -> None:
    """Settle every nominal mention that the text decides."""
    _settle_sides(stage)
    _settle_regimes(stage)
    for piece in list(stage.pieces(NameKind.TITLE)):
        if not is_plural(stage.words(piece)):
            _settle_title(stage, piece)
    _settle_bare_heads(stage)
    _settle_nationals(stage)


def claim_offices(stage: Stage) -> None:
    """Give the one bearer of a role who has no party the state of "the Ruritanian minister"."""
    for piece in list(stage.pieces(NameKind.TITLE)):
        if not is_plural(stage.words(piece)) and _is_nominal(stage, piece):
            _claim(stage, read_title(stage, piece, tail=False))


def _settle_sides(stage: Stage) -> None:
    """Settle "the Ruritanian side", "Ruritanian troops": the state."""
    row = stage.row
    for piece in list(stage.pieces(NameKind.DEMONYM)):
        figure = stage.piece_figure(piece)
        if (
            figure
            and piece.end < len(row.words)
            and row.words[piece.end].lower() in nouns("state_nouns")
            and row.touches(piece.end)
        ):
            _mention_side(stage, figure, piece.start, piece.end)
    for piece in list(stage.pieces(NameKind.STATE)):
        figure = stage.piece_figure(piece)
        at = piece.start - 1 - (row.words[piece.start - 1].lower() == "the") if piece.start else -1
        if figure and at > 0 and row.words[at] == "of" and row.words[at - 1].lower() in nouns("proper_nouns"):
            figure.mention(_span(stage, at - 1, piece.end), Form.NOMINAL)


def _settle_regimes(stage: Stage) -> None:
    """Settle "the Perón government": the state of the person, or the one named behind "of"."""
    row = stage.row
    for piece in list(stage.pieces(NameKind.PERSON)):
        figure = stage.piece_figure(piece)
        at = piece.end + (row.words[piece.end : piece.end + 1] in (("'s",), ("'",)))
        if figure is None or at >= len(row.words) or row.words[at] not in nouns("regime_nouns"):
            continue
        named = row.taken.get(at + 2) if row.words[at + 1 : at + 2] == ("of",) else None
        state = stage.piece_figure(named) if named and named.kind is NameKind.STATE else figure.party
        if state and state.kind is ActorKind.STATE:
            figure.party = figure.party or state
            _mention_side(stage, state, piece.start, at)


def _mention_side(stage: Stage, state: Figure, start: int, noun: int) -> None:
    span = _span(stage, start, noun + 1)
    proper = stage.row.words[noun].lower() in nouns("proper_nouns")
    state.mention(span, Form.NOMINAL, " ".join(span.of(stage.text).split()) if proper else None)


def _settle_title(stage: Stage, piece: Piece) -> None:
    """Settle "the Ruritanian minister", "the spokesman": the last named of those whom it fits."""
    row = stage.row
    at = _opening(stage, piece)
    if at is None or not _is_nominal(stage, piece):
        return
    title = read_title(stage, piece, tail=False)
    where = row.tokens[piece.start].start
    figure = _holder(stage, title.role, title.body, where, stage.words(piece))
    if figure is None and row.words[piece.end : piece.end + 1] != ("of",):
        figure = _called(stage, stage.words(piece), title.body, where)
    if figure:
        figure.mention(stage.span(at, piece.end), Form.NOMINAL)


def _is_nominal(stage: Stage, piece: Piece) -> bool:
    """Whether a title stands for its holder, and not beside a name."""
    follows = stage.row.taken.get(piece.end)
    named = follows is not None and follows.kind is NameKind.PERSON and stage.row.touches(piece.end)
    return not named and piece.start not in stage.offices_read and _opening(stage, piece) is not None


def _claim(stage: Stage, title: Title) -> None:
    """Give the state of a title to the one bearer of its role who has no party, if nobody has it for that state."""
    state = title.party
    people = [f for f in stage.figures if f.kind is ActorKind.PERSON and title.role in f.roles]
    unclaimed = [figure for figure in people if figure.party is None]
    if state is None or state.kind is not ActorKind.STATE or len(unclaimed) != 1:
        return
    if not any(figure.party is state for figure in people):
        unclaimed[0].party = state
        unclaimed[0].offices = [(seen, party or state) for seen, party in unclaimed[0].offices]


def _opening(stage: Stage, piece: Piece) -> int | None:
    """Where the nominal begins, with its article or its owner; None where it has neither."""
    row = stage.row
    start, _ = stage.sentence(piece.start)
    at = piece.start - (piece.start > start and row.words[piece.start - 1] in CLITICS)
    owner = row.taken.get(at - 1) if at > start else None
    first = owner.start if owner and owner_figure(stage, owner) else piece.start
    if first > start and row.words[first - 1].lower() == "the":
        return first - 1
    return first if owner and first == owner.start and at < piece.start else None


def _holder(stage: Stage, role: str, body: Figure | None, where: int, words: str) -> Figure | None:
    """The last named person before ``where`` who bears ``role`` (for the party of ``body``, if one is named)."""
    party = body.speaks_for or body if body else None

    def fits(figure: Figure) -> bool:
        if figure.kind is not ActorKind.PERSON or not bears(figure, role) or _ranks_otherwise(figure, role, words):
            return False
        if _is_named_later(stage, figure, where):
            return False
        return party is None or figure.party is party

    return last_named(stage, where, fits) or (_only(stage, fits) if party else None)


def _is_named_later(stage: Stage, figure: Figure, where: int) -> bool:
    """Whether the sentence goes on to name the person, who is therefore not meant: "the president warned Mr Rudolf"."""
    end = next((sentence.end for sentence in stage.parse.sentences if sentence.start <= where < sentence.end), where)
    return any(form is Form.NAME and where < span.start < end for span, form in figure.mentions)


def _ranks_otherwise(figure: Figure, role: str, words: str) -> bool:
    """Whether the person is only ever called a minister where ``words`` tell of a secretary, or the other way round."""
    rank = words.lower().split()[-1]
    ranks = {seen.title.lower().split()[-1] for seen, _ in figure.offices if seen.role == role and seen.title}
    return rank in nouns("ranks") and bool(ranks) and ranks <= nouns("ranks") - {rank}


def _called(stage: Stage, word: str, body: Figure | None, where: int) -> Figure | None:
    """The one person named before ``where`` whose title ends in ``word``: "the secretary" for a trade secretary."""
    party = body.speaks_for or body if body else None
    found = [
        figure
        for figure in stage.figures
        if figure.kind is ActorKind.PERSON
        and 0 <= figure.first < where
        and party in (None, figure.party)
        and any(seen.title.lower().split()[-1] == word.lower() for seen, _ in figure.offices)
    ]
    return found[0] if len(found) == 1 else None


def _settle_bare_heads(stage: Stage) -> None:
    """Settle "the secretary", a word that is a title only beside a name or "of"."""
    row = stage.row
    for at, word in enumerate(row.words):
        if at == 0 or word not in names("bare_heads") or at in row.taken or row.words[at + 1 : at + 2] == ("of",):
            continue
        owner = row.taken.get(at - 1)
        owned = owner is not None and owner.kind is NameKind.DEMONYM
        first = owner.start if owner and owned else at
        if first and row.words[first - 1].lower() == "the":
            figure = _called(stage, word, stage.piece_figure(owner) if owned else None, row.tokens[at].start)
            if figure:
                figure.mention(stage.span(first - 1, at + 1), Form.NOMINAL)


def _settle_nationals(stage: Stage) -> None:
    """Settle "the Ruritanian said": the one office-holder of the state who is named before."""
    row = stage.row
    for piece in list(stage.pieces(NameKind.DEMONYM)):
        before = row.words[piece.start - 1].lower() if piece.start else ""
        after = row.words[piece.end] if piece.end < len(row.words) else ""
        if before != "the" or not (after in names("reporting") or after in names("doing")):
            continue
        state, where = stage.piece_figure(piece), row.tokens[piece.start].start
        found = [f for f in stage.figures if f.party is state and f.offices and 0 <= f.first < where]
        if state and len(found) == 1 and found[0].kind is ActorKind.PERSON:
            found[0].mention(stage.span(piece.start - 1, piece.end), Form.NOMINAL)


def _only(stage: Stage, fits: Callable[[Figure], bool]) -> Figure | None:
    found = [figure for figure in stage.figures if fits(figure)]
    return found[0] if len(found) == 1 else None


def _span(stage: Stage, start: int, end: int) -> Span:
    """The characters from the article before word ``start``, if there is one, to word ``end`` (exclusive)."""
    return stage.span(start - (start > 0 and stage.row.words[start - 1].lower() == "the"), end)


def last_named(stage: Stage, where: int, fits: Callable[[Figure], bool]) -> Figure | None:
    """The figure last meant before ``where`` of those that fit."""
    best: tuple[int, Figure] | None = None
    for figure in filter(fits, stage.figures):
        at = max((span.start for span, _ in figure.mentions if span.start < where), default=-1)
        if at >= 0 and (best is None or at > best[0]):
            best = (at, figure)
    return best[1] if best else None
