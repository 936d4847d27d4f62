"""Names with what stands beside them: a body and the state that owns it, a title and what qualifies it.

They are names by themselves ("Omani", "Foreign Ministry"; "minister" of "former minister"); who reads on wants them as
one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rapporteur.language.names.lexicon import Lexicon, names
from rapporteur.language.names.words import CLITICS, Piece, Row
from rapporteur.language.parse import Name, NameKind
from rapporteur.spans import Span

_OWNERS = (NameKind.DEMONYM, NameKind.STATE)
_BETWEEN_BEFORE = re.compile(r"(?:['’]s?)?\s+")
_WORD_BEFORE = re.compile(r"([\w-]+)[ \t]+$")
_BETWEEN_AFTER = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?")


def parted(row: Row, piece: Piece, lexicon: Lexicon) -> Iterator[Piece]:
    """The pieces that a generic body named with its state is made of: the state's name, and the body with its key."""
    if piece.kind is NameKind.TITLE:
        yield _unqualified(row, piece)
        return
    if piece.kind is not NameKind.BODY or ":" not in (piece.key or ""):
        yield piece
        return
    words = row.words
    found = lexicon.match(words, piece.start, piece.end)
    if found and found[1].kind in _OWNERS and piece.start + found[0] < piece.end:
        owner = Piece(piece.start, piece.start + found[0], found[1].kind, found[1].key)
        first = owner.end + (words[owner.end] in CLITICS)
        yield owner
        yield Piece(first, piece.end, piece.kind, piece.key)
        return
    for at in range(piece.start + 1, piece.end - 1):
        first = at + 1 + (words[at + 1] == "the")
        behind = lexicon.match(words, first, piece.end) if words[at] in ("of", "in") and first < piece.end else None
        if behind and behind[1].kind is NameKind.STATE and first + behind[0] == piece.end:
            yield Piece(piece.start, at, piece.kind, piece.key)
            yield Piece(first, piece.end, behind[1].kind, behind[1].key)
            return
    yield piece


def _unqualified(row: Row, piece: Piece) -> Piece:
    """A title without the words before it that say whether its bearer has it still: "former", "new"."""
    first = piece.start
    while first + 1 < piece.end and row.words[first].lower() in names("before_titles"):
        first += 1
    return Piece(first, piece.end, piece.kind, piece.key)


def _qualified(text: str, name: Name) -> Name:
    """A title with such words before it."""
    span = name.span
    while match := _WORD_BEFORE.search(text, max(0, span.start - 20), span.start):
        if match[1].lower() not in names("before_titles"):
            break
        span = Span(match.start(1), span.end)
    return Name(span, name.kind, name.key)


def rejoined(text: str, found_names: Sequence[Name]) -> Iterable[Name]:
    """Names in which a generic body and the state that owns it, and a title and what qualifies it, are one."""
    given = [_qualified(text, name) if name.kind is NameKind.TITLE else name for name in found_names]
    found: list[Name] = []
    at = 0
    while at < len(given):
        name = given[at]
        after = given[at + 1] if at + 1 < len(given) else None
        if after and _owns(name, after) and _BETWEEN_BEFORE.fullmatch(text, name.span.end, after.span.start):
            found.append(Name(name.span.to(after.span), after.kind, after.key))
            at += 2
        elif after and _owns(after, name) and _BETWEEN_AFTER.fullmatch(text, name.span.end, after.span.start):
            found.append(Name(name.span.to(after.span), name.kind, name.key))
            at += 2
        else:
            found.append(name)
            at += 1
    return found


def _owns(owner: Name, body: Name) -> bool:
    state, colon, _ = (body.key or "").partition(":")
    return owner.kind in _OWNERS and body.kind is NameKind.BODY and bool(colon) and owner.key == state


__all__ = ["parted", "rejoined"]
