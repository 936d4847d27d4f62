"""Names with a telling head: "Ruritanian Progress Party", "Lake X", "University of X", "the X Agreement"."""

from __future__ import annotations

from rapporteur.language.names.lexicon import cities, is_everyday, names
from rapporteur.language.names.words import CLITICS, Piece, Row
from rapporteur.language.parse import NameKind

_ABSORBED = (NameKind.DEMONYM, NameKind.STATE, NameKind.PLACE, NameKind.ORGANISATION, NameKind.BODY)
_HEADS = (("organisation", NameKind.ORGANISATION), ("place", NameKind.PLACE), ("event", NameKind.OTHER))
_FIRST = (("place_first", NameKind.PLACE), ("organisation_first", NameKind.ORGANISATION))


def take_headed(row: Row, start: int, end: int) -> None:
    """Take the headed names between two words, from the right: what stands before and behind a head."""
    at = end - 1
    while at >= start:
        kind = None if at in row.taken else _head_kind(row, at)
        first = at
        if kind:
            first = _first_of(row, at, start)
            plain = kind is NameKind.PLACE and first < at
            stop = at + 1 if plain else _behind(row, at + 1, end, foreign=kind is NameKind.ORGANISATION)
            if _is_headed(row, first, at, stop):
                row.take(Piece(first, stop, kind))
            else:
                first = at
        at = first - 1
    _take_first_headed(row, start, end)
    _take_votes(row, start, end)


def _take_votes(row: Row, start: int, end: int) -> None:
    """Take "the 1996 Ruritanian general election": an event, in which the state does nothing."""
    for at in range(start, end - 2):
        if not (row.words[at].isdigit() and len(row.words[at]) == 4 and row.is_capital(at + 1)):
            continue
        stop = at + 1
        while stop < min(end, at + 9) and row.words[stop].replace("-", "").isalpha() and row.touches(stop):
            if row.words[stop].lower() in names("votes"):
                row.take(Piece(at, stop + 1, NameKind.OTHER))
                break
            stop += 1


def _head_kind(row: Row, at: int) -> NameKind | None:
    return next((kind for group, kind in _HEADS if row.words[at] in names(group)), None)


def _is_headed(row: Row, first: int, at: int, stop: int) -> bool:
    """Whether the head has words of its own; a head that may be a surname needs "the" or a known word before it."""
    piece = row.taken.get(first)
    if piece and piece.end == at and piece.kind in _ABSORBED[:2] and row.words[at].lower() in names("regimes"):
        return False  # "the Ruritanian Cabinet" is the state
    if row.words[at] not in names("ambiguous_heads") or stop > at + 1:
        return first < at or stop > at + 1
    if first == at:
        return False
    owned = first > 0 and row.words[first - 1].lower() == "the"
    return owned or all(_is_known(row, number) for number in range(first, at))


def _is_known(row: Row, at: int) -> bool:
    return at in row.taken or is_everyday(row.words[at]) or row.words[at] in cities()


def _first_of(row: Row, at: int, start: int) -> int:
    """The first word of the name whose head stands at ``at``."""
    first = at
    while first > start:
        before = _before(row, first, start, at)
        if before is None:
            break
        first = before
    return first


def _before(row: Row, first: int, start: int, head: int) -> int | None:
    """One step to the left: where the name begins if the word before ``first`` belongs to it."""
    before = first - 1
    word = row.words[before]
    piece = row.taken.get(before)
    if piece:
        return piece.start if piece.kind in _ABSORBED and row.touches(first) else None
    if word in CLITICS:
        return first - 2 if _is_common_owner(row, before - 1, start) else None
    if word in ("and", "&"):
        return before - 1 if _joins(row, before, start, head) else None
    return before if row.touches(first) and _is_name_word(row, before, start) else None


def _joins(row: Row, at: int, start: int, head: int) -> bool:
    """Whether "and" joins two words of one name ("Security and Defence Council"), and not two actors."""
    if at - 1 < start or at - 1 in row.taken or at + 1 > head or row.words[at - 1] in names("organisation"):
        return False
    return row.is_capital(at - 1) and is_everyday(row.words[at - 1]) and is_everyday(row.words[at + 1])


def _is_common_owner(row: Row, at: int, start: int) -> bool:
    """Whether the possessive belongs to the name: "Workers' Party", "People's Congress", not "Mubarak's Party"."""
    if at < start or at in row.taken or not row.is_capital(at):
        return False
    if row.words[at].endswith("s") and row.words[at + 1] == "'":
        return True
    return is_everyday(row.words[at]) and not (at > start and _is_unknown(row, at - 1))


def _is_unknown(row: Row, at: int) -> bool:
    """Whether the word is a free capital that touches the next one and is no everyday word: a given name, perhaps."""
    return at not in row.taken and row.is_capital(at) and row.touches(at + 1) and not is_everyday(row.words[at])


def _is_name_word(row: Row, at: int, start: int) -> bool:
    if row.words[at] in names("function") or not row.is_capital(at):
        return False
    return at > start or not is_everyday(row.words[at]) or row.is_capital(at + 1)


def _behind(row: Row, at: int, end: int, *, foreign: bool = True) -> int:
    """The end of the name: behind "of Foreign Relations", "for Security and Cooperation in Europe", "of Sweden".

    ``foreign``: "de", "et" and the like may link too.
    """
    head, stop = at, at
    known = names("connectors") if foreign else frozenset({"of", "on", "for"})
    while at < end and row.words[at] in known:
        linked = row.words[at] in ("and", "in", "to", "on")
        if at == head and row.words[at] in ("and", "in", "to"):
            break
        while at < end and (row.words[at] in known or row.words[at] == "the"):
            at += 1
        after = _phrase(row, at, end)
        if after == at or (linked and not _stays(row, at)):
            break
        at = stop = after
    return stop


def _stays(row: Row, at: int) -> bool:
    """Whether what follows "and" or "in" is still of the name: an everyday word or a place, no person and no party."""
    piece = row.taken.get(at)
    return piece.kind in (NameKind.PLACE, NameKind.STATE) if piece else is_everyday(row.words[at])


def _phrase(row: Row, at: int, end: int) -> int:
    """The end of the capitals at ``at``; a state or a place ends them."""
    while at < end:
        piece = row.taken.get(at)
        if piece:
            return piece.end if piece.kind in _ABSORBED[1:] else at
        owns = row.words[at] in CLITICS and at + 1 < end and row.is_capital(at + 1) and is_everyday(row.words[at - 1])
        if not owns and (not row.is_capital(at) or row.words[at] in names("function")):
            return at
        at += 1
        if at < end and not row.touches(at):
            return at
    return at


def _take_first_headed(row: Row, start: int, end: int) -> None:
    """Take names whose head comes first: "Lake X", "Partido X"."""
    for at in range(start, end - 1):
        kind = next((kind for group, kind in _FIRST if row.words[at] in names(group)), None)
        if kind and at not in row.taken and at + 1 not in row.taken and row.is_capital(at + 1) and row.touches(at + 1):
            stop = _behind(row, _phrase(row, at + 1, end), end)
            row.take(Piece(at, stop if kind is NameKind.ORGANISATION else at + 2, kind))
