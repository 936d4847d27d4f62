"""Words and marks.  Words keep their hyphens; tokens are those of Universal Dependencies English, divided at them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from rapporteur.language.parse import Token
from rapporteur.reference import load
from rapporteur.spans import Span

_LETTER = r"[^\W\d_]"
_ADDRESS = r"(?:https?://|www\.)[^\s<>()\[\]“”]*[^\s<>()\[\]“”.,;:!?'\"’]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_DOTTED = rf"(?:{_LETTER}\.){{2,}}(?:-{_LETTER}+)*|(?<!\w)[A-Z]\.(?=\s?[A-Z])"  # U.S., U.S.-led, an initial
_NUMBER = r"\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|m|bn|km)?\b(?:-\w+)*"
_WORD = r"[^\W_](?:[\w\u0300-\u036f]|[-‐‑'’&](?=[^\W_])|\.(?=[a-z]{2,4}\b))*"  # clitics are cut off afterwards
_CUT = r"(?<=\s)(?:n['’]t|['’](?:s|re|ve|ll|d|m))\b"  # a clitic already cut off
_MARK = r"\.\.\.+|--+|[^\w\s]|_+"
_CLITIC = re.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m|S))$", re.IGNORECASE)
_HYPHEN = re.compile(r"[-‐‑]")


def words(text: str, sentences: Sequence[Span]) -> tuple[Token, ...]:
    """Return the words and marks of ``sentences``, in order, hyphenated words whole; their tags stay unknown."""
    found: list[Token] = []
    pattern = _pattern()
    for sentence in sentences:
        for match in pattern.finditer(text, sentence.start, sentence.end):
            start, end = match.span()
            if end - start > 2 and ("'" in (word := match[0]) or "’" in word):
                found.extend(_parts(word, start))
            else:
                found.append(Token(start, end))
    return tuple(found)


def divided(text: str, words: Sequence[Token]) -> tuple[Span, ...]:
    """Return the tokens of Universal Dependencies that ``words`` of ``text`` are made of, in order.

    A compound is divided at its hyphens, each a token of its own, unless its first part is a prefix ("pre-war").
    """
    found: list[Span] = []
    for word in words:
        form = text[word.start : word.end]
        if word.end - word.start < 3 or not _HYPHEN.search(form) or not _is_compound(form):
            found.append(word.span)
            continue
        at = word.start
        for hyphen in _HYPHEN.finditer(text, word.start, word.end):
            found += [Span(a, b) for a, b in ((at, hyphen.start()), hyphen.span()) if b > a]
            at = hyphen.end()
        if word.end > at:
            found.append(Span(at, word.end))
    return tuple(found)


def _is_compound(form: str) -> bool:
    first = _HYPHEN.split(form, maxsplit=1)[0]
    return bool(first) and not first.isdigit() and not set("@/") & set(form) and first.lower() not in _prefixes()


def _parts(word: str, start: int) -> Iterator[Token]:
    """``word`` and its clitic apart: "didn't" is "did" and "n't"; "O'Neill" stays whole."""
    clitic = _CLITIC.search(word)
    if clitic and clitic.start():
        yield Token(start, start + clitic.start())
        yield Token(start + clitic.start(), start + len(word))
    else:
        yield Token(start, start + len(word))


@cache
def _pattern() -> re.Pattern[str]:
    known = load("abbreviations")
    forms = sorted(
        {form for group in ("before_name", "before_number", "anywhere") for form in known[group] if len(form) > 1}
    )
    abbreviation = rf"\b(?:{'|'.join(map(re.escape, forms))})\.(?=[\s,)])"
    return re.compile("|".join((_ADDRESS, _DOTTED, abbreviation, _NUMBER, _CUT, _WORD, _MARK)))


@cache
def _prefixes() -> frozenset[str]:
    return frozenset(load("abbreviations")["prefixes"])
