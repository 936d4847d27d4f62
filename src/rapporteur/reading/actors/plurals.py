"""Several actors meant by one noun: "the two ministers", "both sides", "the Ruritanian and Strelsauer envoys"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rapporteur.language.names.words import Piece
from rapporteur.language.parse import NameKind
from rapporteur.reading.actors.figures import Figure, Stage
from rapporteur.reading.actors.nouns import nouns, numbers
from rapporteur.reading.actors.roles import bears, is_plural
from rapporteur.reading.actors.rows import holders, owners_before
from rapporteur.reading.claims import ActorKind, Form

_LEADING = frozenset({"president", "prime minister", "monarch", "party leader"})


def settle_plurals(stage: Stage) -> None:
    """Settle plural titles and counted nouns: a mention for each actor that is meant."""
    for piece in list(stage.pieces(NameKind.TITLE)):
        if role := is_plural(stage.words(piece)):
            _settle_several(stage, piece, role)
    _settle_pairs(stage)


def _settle_several(stage: Stage, piece: Piece, role: str) -> None:
    """Settle "the Ruritanian and Strelsauer ministers", "the two foreign ministers": each who bears the role."""
    row = stage.row
    if piece.start in stage.offices_read:
        return
    owners, first = owners_before(stage, piece)
    found = [next(holders(stage, frozenset({role}), owner), None) for owner in owners]
    if not owners and (count := _count_before(row.words, piece.start)):
        number, first = count
        found = list(_group(stage, row.tokens[first].start, number, lambda f: bears(f, role), people=True))
    for figure in found:
        if figure:
            figure.mention(stage.span(first, piece.end), Form.NOMINAL)


def _settle_pairs(stage: Stage) -> None:
    """Settle "the two leaders", "both sides": as many as are meant, if just as many have been named."""
    row = stage.row
    for at, word in enumerate(row.words):
        people, parties = word in nouns("people_pairs"), word in nouns("party_pairs")
        count = _count_before(row.words, at) if (people or parties) and at not in row.taken else None
        if count:
            number, first = count
            for figure in _group(stage, row.tokens[first].start, number, _said_of(word), people=people):
                figure.mention(stage.span(first, at + 1), Form.NOMINAL)


def _said_of(noun: str) -> Callable[[Figure], bool]:
    """Of whom a plural is said: "leaders" of those who lead, other nouns of anybody."""
    return (lambda figure: bool(figure.roles & _LEADING)) if noun == "leaders" else (lambda _: True)


def _count_before(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """How many "both" or "the two" before word ``at`` counts, and where that begins."""
    if at and words[at - 1].lower() == "both":
        return 2, at - 1
    number = numbers().get(words[at - 1].lower()) if at else None
    if number is None:
        return None
    article = at > 1 and words[at - 2].lower() in ("the", "these", "those", "all")
    return (number, at - 2) if article else None


def _group(stage: Stage, where: int, number: int, fits: Callable[[Figure], bool], *, people: bool) -> Sequence[Figure]:
    """The ``number`` fitting figures named before ``where`` in its paragraph, with the one before it, or in all."""
    starts = [paragraph.start for paragraph in stage.parse.paragraphs if paragraph.start <= where]
    for start in (*reversed(starts[-2:]), 0):
        named = (
            f
            for f in stage.figures
            if any(start <= span.start < where and form is not Form.PRONOUN for span, form in f.mentions)
        )
        found = list(dict.fromkeys(who for figure in named if (who := _as_asked(figure, people=people)) and fits(who)))
        if len(found) == number:
            return found
        if len(found) > number:
            return ()
    return ()


def _as_asked(figure: Figure, *, people: bool) -> Figure | None:
    if people:
        return figure if figure.kind is ActorKind.PERSON else None
    side = figure.speaks_for
    return side if side and side.kind in (ActorKind.STATE, ActorKind.ARMED_GROUP) else None
