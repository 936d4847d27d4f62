"""A title in its words: whom it names before and behind it, which role it is, whether it is still held."""

from __future__ import annotations

from dataclasses import dataclass

from rapporteur.language.names.lexicon import CAPITAL, names, plain
from rapporteur.language.names.words import CLITICS, Piece
from rapporteur.language.parse import NameKind
from rapporteur.reading.actors.figures import Figure, Stage
from rapporteur.reading.actors.roles import role_of, tenure_of
from rapporteur.reading.claims import ActorKind, OfficeSeen, Tenure
from rapporteur.reference import organisations, states

PARTIES = (
    NameKind.DEMONYM,
    NameKind.STATE,
    NameKind.BODY,
    NameKind.ORGANISATION,
    NameKind.ARMED_GROUP,
    NameKind.PLACE,
)
"""Kinds of names that tell for whom somebody holds an office."""

OPENERS = frozenset({"the", "a", "an", "his", "her", "their", "its", "one", "then", "now"})
"""Small words that may stand between a comma and a title, or between a name and its party."""

STOPS = frozenset(["and", "with", "to", "in", "by", "for", "on", "at", "of", "but", "said", "from", "that", "as"])
"""Small words over which no title reaches out for its party."""

_SERVED = (NameKind.BODY, NameKind.ORGANISATION, NameKind.ARMED_GROUP)
_NAMED = (ActorKind.BODY, ActorKind.ORGANISATION)
_OWNED = ("the", "its", "his", "her", "their")


@dataclass(frozen=True, slots=True)
class Title:
    """A title as words ``start`` to ``end``, with the words behind that belong to it ("of the General Staff").

    ``party`` is whom its holder speaks for, ``body`` what the words beside it name; where that stands as a part of the
    title ("Kremlin spokesman"), ``named_from`` is its first word.
    """

    start: int
    end: int
    role: str
    tenure: Tenure
    party: Figure | None
    body: Figure | None = None
    named_from: int | None = None

    def seen(self, stage: Stage) -> OfficeSeen:
        """The title as an office seen."""
        span = stage.span(self.named_from or self.start, self.end)
        return OfficeSeen(" ".join(span.of(stage.text).split()), self.role, None, span, self.tenure)


def read_title(stage: Stage, piece: Piece, *, tail: bool = True) -> Title:
    """What the title at ``piece`` says, with the party named before it or, with ``tail``, behind it."""
    owner, first = owner_before(stage, piece.start)
    after, stop = tail_behind(stage, piece.end) if tail else (None, piece.end)
    body = after or owner
    state = next((f.key for f in (after, owner) if f and f.kind is ActorKind.STATE), None)
    phrases = (
        _phrase(stage, first, stop),
        _phrase(stage, piece.start, stop, without=(NameKind.STATE, NameKind.DEMONYM)),
        plain(stage.words(piece)),
    )
    start, _ = stage.sentence(piece.start)
    tenure = tenure_of(_phrase(stage, max(start, first - 1), piece.end))
    named_from = first if owner and owner.kind in _NAMED and _stands_before(stage, first, piece.start) else None
    party = spoken_for(after) or spoken_for(owner)
    return Title(piece.start, stop, role_of(phrases, state, body), tenure, party, body, named_from)


def _stands_before(stage: Stage, first: int, at: int) -> bool:
    """Whether the name that begins at ``first`` stands right before the word at ``at``."""
    piece = stage.row.taken.get(first)
    return piece is not None and piece.end == at and stage.row.touches(at)


def spoken_for(figure: Figure | None) -> Figure | None:
    """Whom somebody in the service of ``figure`` speaks for: a body's state, an organisation, a person's party."""
    if figure is None or figure.kind is ActorKind.PERSON:
        return figure.party if figure else None
    known = organisations.organisations().get(figure.key or "")
    if figure.kind is ActorKind.BODY or (known and known.kind == "body"):
        return figure.party or figure
    return figure.party if figure.party and not known else figure.speaks_for


def owner_figure(stage: Stage, piece: Piece | None) -> Figure | None:
    """The figure for which a name before a title stands; a capital stands for its state there."""
    if piece is None or piece.kind not in (*PARTIES, NameKind.PERSON):
        return None
    figure = stage.piece_figure(piece)
    key = (piece.key or "").removeprefix(CAPITAL)
    if figure is None and piece.kind is NameKind.PLACE and key in states.states():
        return stage.state(key)
    return figure


def owner_before(stage: Stage, at: int) -> tuple[Figure | None, int]:
    """Who is named right before the title at ``at``, and where that begins; two small adjectives may stand between."""
    row = stage.row
    start, _ = stage.sentence(at)
    number = at - 1
    for _ in range(3):
        if number < start:
            return None, at
        if piece := row.taken.get(number):
            owns = piece.kind is not NameKind.PERSON or row.words[piece.end] in CLITICS
            figure = owner_figure(stage, piece) if owns else None
            if piece.kind is NameKind.PLACE and figure is None and row.words[piece.start - 1] in CLITICS:
                number = piece.start - 1
                continue
            return (figure, piece.start) if figure else (None, at)
        word = row.words[number]
        if word not in CLITICS and (
            not word.islower() or word in OPENERS or word in STOPS or word in names("after_noun")
        ):
            return None, at
        number -= 1
    return None, at


def tail_behind(stage: Stage, at: int) -> tuple[Figure | None, int]:
    """Whom "of Ruritania", "for Foreign Affairs" behind a title names, and where it ends."""
    row = stage.row
    _, end = stage.sentence(at - 1)
    if at + 1 >= end or row.words[at] not in ("of", "for", "to", "at"):
        return None, at
    number = at + 1
    while number < end and row.words[number] in ("the", "its", "his", "her", "their"):
        number += 1
    piece = row.taken.get(number) if number < end else None
    person = row.taken.get(piece.end) if piece and piece.kind is NameKind.TITLE else None
    if person and person.kind is NameKind.PERSON and row.words[at] != "at":
        return stage.piece_figure(person), person.end
    if piece is None:
        lower = number < end and row.words[number].islower() and row.words[at] != "of"
        return None, at if lower else _phrase_end(stage, number, end) or at
    if piece.kind not in PARTIES:
        return None, at
    figure = owner_figure(stage, piece)
    stop = piece.end + (row.words[piece.end : piece.end + 1] == ("'s",))
    owned = piece.kind is NameKind.DEMONYM or stop > piece.end
    further = row.taken.get(stop) if owned and stop < end else None
    if further and further.kind in (NameKind.BODY, NameKind.ORGANISATION):
        return owner_figure(stage, further) or figure, further.end
    stop = (_phrase_end(stage, stop, end) if owned else None) or piece.end
    if stop + 2 < end and row.words[stop] == "(" and row.words[stop + 2] == ")":
        stop += 3
    serves = row.words[at] in ("of", "at") or (row.words[at] == "for" and piece.kind in _SERVED)
    return (figure if serves else None), stop


def _phrase_end(stage: Stage, at: int, end: int) -> int | None:
    """The end of the noun phrase at ``at``: up to five free words, none of them a small one; None for no phrase."""
    row = stage.row
    stop = at
    while stop < end and stop - at < 5 and stop not in row.taken and row.words[stop].replace("-", "").isalpha():
        word = row.words[stop]
        joins = (
            word == "and"
            and stop > at
            and stop + 1 < end
            and row.words[stop + 1].islower()
            and stop + 1 not in row.taken
        )
        if not joins and (word in names("after_noun") or word in names("reporting") or word in names("doing")):
            break
        stop += 1
    return stop if stop > at else None


def _phrase(stage: Stage, start: int, end: int, *, without: tuple[NameKind, ...] = ()) -> str:
    row = stage.row
    kept = (at for at in range(start, end) if row.words[at] not in CLITICS and row.kind(at) not in without)
    return " ".join(row.words[at] for at in kept)
