"""Names that the reference data knows: states and their capitals, organisations, bodies with their state."""

from __future__ import annotations

from functools import cache

from rapporteur.language.names.lexicon import CAPITAL, Entry, Lexicon, is_everyday, names
from rapporteur.language.names.titles import name_openers
from rapporteur.language.names.words import CLITICS, Piece, Row
from rapporteur.language.parse import Name, NameKind
from rapporteur.reference import bodies, states
from rapporteur.reference.forms import fold
from rapporteur.spans import Span

_PARTY = (NameKind.DEMONYM, NameKind.STATE)


def take_known(row: Row, lexicon: Lexicon) -> None:
    """Take every form of ``lexicon`` in ``row``, from the left, longest first."""
    spelled = tuple(_spelled(word, lexicon) for word in row.words)
    for start, end in row.sentences:
        at = start
        while at < end:
            found = lexicon.match(spelled, at, end)
            if found and not _is_chance(row, at, start, found[0], found[1], lexicon.articled):
                _take_other_half(row, lexicon, at, found[0])
                row.take(_with_direction(row, Piece(at, at + found[0], found[1].kind, found[1].key)))
                at += found[0]
            else:
                at += 1


def _with_direction(row: Row, piece: Piece) -> Piece:
    """A region or a city with the direction before it: "South Caucasus", which is not the whole."""
    before = piece.start - 1
    directed = piece.kind is NameKind.PLACE and before >= 0 and row.touches(piece.start)
    if not directed or row.words[before] not in names("directions") or before in row.taken:
        return piece
    return Piece(before, piece.end, NameKind.PLACE, None)


def _take_other_half(row: Row, lexicon: Lexicon, at: int, length: int) -> None:
    """Take "North" in "North and South Ruritania" as the state it begins."""
    if length < 2 or at < 2 or row.words[at - 1] not in ("and", "or") or row.words[at - 2] not in names("directions"):
        return
    entry = lexicon.forms.get((row.words[at - 2], *row.words[at + 1 : at + length]))
    if entry and entry.kind is NameKind.STATE and at - 2 not in row.taken:
        row.take(Piece(at - 2, at - 1, entry.kind, entry.key))


def take_bodies(row: Row) -> None:
    """Take every generic body that is named with its state or with capitals: "the Turkish defence ministry"."""
    lexicon = generic_bodies()
    for start, end in row.sentences:
        for at in range(start, end):
            stop = None if at in row.taken else _phrase(lexicon, row, at, end)
            if stop:
                _take_body(row, at, stop, start, end)


def parts_of_compounds(row: Row, lexicon: Lexicon) -> list[Name]:
    """The known names inside hyphenated words, which are marked: both of "Greek-Turkish", the first of "US-led"."""
    found: list[Name] = []
    for at, word in enumerate(row.words):
        if "-" in word and at not in row.taken and word.partition("-")[0].lower() not in names("particles"):
            start = row.tokens[at].start
            for part in word.split("-"):
                entry = lexicon.forms.get((part,))
                if entry and part[:1].isupper() and _is_in_compound(word, part, entry):
                    row.compounds.add(at)
                    found.append(Name(Span(start, start + len(part)), entry.kind, entry.key))
                start += len(part) + 1
    return found


def _is_in_compound(word: str, part: str, entry: Entry) -> bool:
    """Whether a part of a hyphenated word names what it is spelt like: "US-led", not "Douglas-Home"."""
    if entry.kind is NameKind.ORGANISATION:
        return part.isupper()
    return entry.kind is not NameKind.PLACE or word.rpartition("-")[2] in names("participles")


def organ_key(state: str, phrase: str) -> str:
    """The key of a body of ``state``: one for each organ there is one of, else one for each phrase."""
    organ = bodies.generic()[fold(phrase)]
    return f"{state}:{organ if organ in names('single_organs') else fold(phrase).replace(' ', '_')}"


def _spelled(word: str, lexicon: Lexicon) -> str:
    """``word`` as the lexicon writes it: a long word in capitals that it lacks ("CAIRO") with one capital."""
    return word.capitalize() if len(word) > 3 and word.isupper() and (word,) not in lexicon.forms else word


def _is_chance(row: Row, at: int, start: int, length: int, entry: Entry, articled: frozenset[str]) -> bool:
    """Whether a form is only spelt like the name: a word in lower case, or "Male" and "Nice" at a sentence's start."""
    word = row.words[at]
    if not word[:1].isupper() and not any(char.isupper() for char in word):
        return True
    if length > 1:
        return _is_portfolio(row, at, length, entry)
    if at > start and (row.words[at - 1] in name_openers() or row.words[at - 1] in names("particles")):
        return row.touches(at) and entry.kind not in (NameKind.STATE, NameKind.DEMONYM, NameKind.PLACE)
    if word in articled:
        follows = at + 1 < len(row.words) and row.is_capital(at + 1) and row.touches(at + 1)
        return follows or at == start or row.words[at - 1].lower() != "the"
    if entry.kind is NameKind.ORGANISATION and is_everyday(word) and not word.isupper():
        near = at > start and row.is_capital(at - 1) and row.touches(at)
        return at == start or near or (at + 1 < len(row.words) and row.is_capital(at + 1) and row.touches(at + 1))
    is_word = word in names("function") or word in names("calendar")
    place = entry.kind is NameKind.PLACE and (entry.key or "").startswith(CAPITAL)
    return is_word or (place and at == start and word.lower() in names("words_like_capitals"))


def _is_portfolio(row: Row, at: int, length: int, entry: Entry) -> bool:
    """Whether a form of everyday words is what a minister is for: "Minister of Foreign Affairs"."""
    after = at > 1 and row.words[at - 1] in ("of", "for") and row.words[at - 2].lower() in names("portfolio_takers")
    return entry.kind is NameKind.ORGANISATION and after and all(map(is_everyday, row.words[at : at + length]))


def _phrase(lexicon: Lexicon, row: Row, at: int, end: int) -> int | None:
    if not row.folded[at] or not lexicon.begins(row.folded[at][0]):
        return None
    folded: list[str] = []
    for number in range(at, min(end, at + 7)):
        if number in row.taken:
            break
        folded.append(" ".join(row.folded[number]))
    found = lexicon.match(folded, 0, len(folded)) if folded else None
    return at + found[0] if found else None


def _take_body(row: Row, at: int, stop: int, start: int, end: int) -> None:
    phrase = " ".join(row.words[at:stop])
    if fold(phrase) in names("state_itself") or bodies.generic()[fold(phrase)] == "government":
        return
    before, after = _state_before(row, at, start), _state_after(row, stop, end)
    if before is not None:
        piece = row.taken[before]
        first = piece.start if before == at - 1 else at
        row.take(Piece(first, stop, NameKind.BODY, _key(piece, phrase)))
    elif after is not None:
        piece = row.taken[after]
        row.take(Piece(at, piece.end, NameKind.BODY, _key(piece, phrase)))
    elif row.is_capital(at) and row.is_capital(stop - 1) and (stop - at > 1 or at > start):
        row.take(Piece(at, stop, NameKind.BODY, None))


def _state_before(row: Row, at: int, start: int) -> int | None:
    """The word of a state or demonym right before ``at``, a possessive 's between them allowed."""
    before = at - 1 - (at - 1 >= start and row.words[at - 1] in CLITICS)
    return before if before >= start and row.kind(before) in _PARTY else None


def _state_after(row: Row, stop: int, end: int) -> int | None:
    """The word of a state right behind "of (the)" at ``stop``."""
    if stop + 1 >= end or row.words[stop] not in ("of", "in"):
        return None
    after = stop + 1 + (row.words[stop + 1] == "the")
    return after if after < end and row.kind(after) is NameKind.STATE else None


def _key(piece: Piece, phrase: str) -> str | None:
    return organ_key(piece.key, phrase) if piece.key and piece.key in states.states() else None


@cache
def generic_bodies() -> Lexicon:
    """The phrases for bodies that every state has, folded: "foreign ministry"."""
    return Lexicon({tuple(form.split()): Entry(NameKind.BODY, None) for form in bodies.generic()})
