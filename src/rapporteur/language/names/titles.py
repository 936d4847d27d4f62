"""Titles in a row of words: "former deputy prime minister", "Minister of Foreign Affairs", "President-elect"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rapporteur.language.names.lexicon import Entry, Lexicon, is_everyday, names, plain
from rapporteur.language.names.portfolios import bare_title_end, own_portfolio_end, with_portfolio
from rapporteur.language.names.words import Piece, Row
from rapporteur.language.parse import NameKind
from rapporteur.language.tokens import words as words_of
from rapporteur.reference import offices
from rapporteur.spans import Span


def take_titles(row: Row) -> None:
    """Take every title in ``row`` whose words are free."""
    for start, end in row.sentences:
        parts = _Parts.of(row, start, end)
        at = start
        while at < end:
            stop = None if at in row.taken else _title_end(row, parts, at, end)
            if stop:
                row.take(Piece(at, stop, NameKind.TITLE))
            at = stop or at + 1


def is_form_of_address(title: str) -> bool:
    """Whether ``title`` is no office but a way to address somebody: "Mr.", "Dame"."""
    known = offices.honorifics().get(plain(title))
    return known is not None and known.role is None


@dataclass(frozen=True, slots=True)
class _Parts:
    """The words of a sentence, hyphenated ones as their parts: each part, the number of its word, and the reverse."""

    parts: Sequence[str]
    words: Sequence[int]
    first: dict[int, int]

    @classmethod
    def of(cls, row: Row, start: int, end: int) -> _Parts:
        parts: list[str] = []
        words: list[int] = []
        first: dict[int, int] = {}
        for at in range(start, end):
            first[at] = len(parts)
            parts.extend(row.folded[at])
            words.extend([at] * len(row.folded[at]))
        first[end] = len(parts)
        return cls(parts, words, first)

    def word_at(self, part: int, end: int) -> int | None:
        """The word that begins with ``part``; None if the part lies inside a word."""
        if part >= len(self.words):
            return end
        word = self.words[part]
        return word if self.first[word] == part else None


def _title_end(row: Row, parts: _Parts, at: int, end: int) -> int | None:
    """The end of the title that begins at word ``at``, modifiers and portfolio included."""
    if not row.folded[at] or not _may_open(row, at):
        return None
    limit = next((number for number in range(at, end) if number in row.taken), end)
    last = parts.first[limit]
    core = _after_modifiers(parts, parts.first[at], last, before=True)
    stop = _core_end(row, parts, core, limit)
    if stop is None and core > parts.first[at]:
        core = parts.first[at]
        stop = _core_end(row, parts, core, limit)
    if stop is None:
        return None
    word = parts.word_at(_after_modifiers(parts, stop, last, before=False), limit)
    if word is None or not _is_noun(row, at, word, end) or _is_of_name(row, parts.words[core], word, end):
        return None
    if _is_surname(row, at, word):
        return None
    return with_portfolio(row, at, word, limit)


def _may_open(row: Row, at: int) -> bool:
    """Whether a title can begin with this word; a quick look that spares most words the long one."""
    first = row.folded[at][0]
    if _titles().begins(first) or _modifiers(True).begins(first) or row.words[at][:1].isupper():
        return True
    heads = names("bare_heads")
    return first in heads or (at + 1 < len(row.words) and row.words[at + 1] in heads)


def _after_modifiers(parts: _Parts, at: int, last: int, *, before: bool) -> int:
    """The first part behind the modifiers at ``at``."""
    lexicon = _modifiers(before)
    while at < last and (found := lexicon.match(parts.parts, at, last)):
        at += found[0]
    return at


def _core_end(row: Row, parts: _Parts, at: int, limit: int) -> int | None:
    """The part behind the title proper that begins at ``at``."""
    word = parts.word_at(at, limit)
    if word == limit:
        return None
    while word is not None and word + 1 < limit and row.words[word] in names("ranks"):
        word += 1
    ends = [found[0] + at] if (found := _titles().match(parts.parts, at, parts.first[limit])) else []
    if word is not None:
        known = _titles().match(parts.parts, parts.first[word], parts.first[limit])
        others = (
            _honorific_end(row, word, limit),
            own_portfolio_end(row, word, limit),
            bare_title_end(row, word, limit),
        )
        ends += [parts.first[word] + known[0]] if known else []
        ends += [parts.first[stop] for stop in others if stop]
    return max(ends, default=None)


def _honorific_end(row: Row, at: int, limit: int) -> int | None:
    """The end of a form of address before a capital: "Gen.", "Mrs", "Crown Prince"."""
    if row.words[at] in names("inner_titles") and _is_inside(row, at):
        return None
    found = _honorifics().match(row.words, at, limit)
    stop = at + found[0] if found else len(row.words)
    if stop >= len(row.words) or not row.is_capital(stop) or not row.touches(stop):
        return None
    word = row.words[stop]
    return None if word in names("organisation") or word in names("event") else stop


def _is_inside(row: Row, at: int) -> bool:
    """Whether the word follows the first part of a name: "Abdul Rahim Tun Hassan"."""
    if at == 0 or at - 1 in row.taken or not row.touches(at) or not row.is_capital(at - 1):
        return False
    return not is_everyday(row.words[at - 1]) or row.words[at - 1] in names("inner_titles")


def _is_surname(row: Row, at: int, stop: int) -> bool:
    """Whether the word ends a name behind a title: "Minister Ann Bishop"."""
    title = row.taken.get(at - 2) if at > 1 else None
    behind_title = title is not None and title.kind is NameKind.TITLE and row.touches(at - 1)
    last = stop >= len(row.words) or not row.is_capital(stop) or not row.touches(stop)
    return stop == at + 1 and behind_title and row.is_capital(at) and last and _is_inside(row, at)


def _is_of_name(row: Row, at: int, stop: int, end: int) -> bool:
    """Whether the word is a part of the name behind it: "King Hussein", or "Amir Abbas" beside "Amir-Abbas"."""
    if stop >= end or not row.is_capital(stop) or not row.touches(stop):
        return False
    word = row.words[stop - 1]
    whole = stop == at + 1 and f"{word}-{row.words[stop]}" in row.words
    return whole or (word in name_openers() and row.words[at : at + 2] != ("Crown", word))


def _is_noun(row: Row, at: int, stop: int, end: int) -> bool:
    """Whether the title stands as a noun: "general election", "rebel positions" and "deputy to" hold no title."""
    if stop - at > 1 or stop >= end or row.words[at] not in names("adjectival_titles"):
        return True
    following = row.words[stop]
    if not following[:1].islower() or row.is_capital(stop) or following.endswith("ed"):
        return True
    return any(following in names(group) for group in ("after_noun", "reporting", "doing"))


@cache
def name_openers() -> frozenset[str]:
    """Forms of address without which the name behind them is not used, and words that only open names."""
    used = (form for form, item in offices.honorifics().items() if item.part_of_name and " " not in form)
    return frozenset((*used, *names("name_openers")))


@cache
def _titles() -> Lexicon:
    forms = (*offices.titles(), *offices.plurals())
    return Lexicon({tuple(form.split()): Entry(NameKind.TITLE, None) for form in forms})


@cache
def _modifiers(before: bool) -> Lexicon:
    forms = [form for form, item in offices.modifiers().items() if (item.before if before else item.after)]
    forms += sorted(names("title_prefixes")) if before else []
    return Lexicon({tuple(form.split()): Entry(NameKind.TITLE, None) for form in forms})


@cache
def _honorifics() -> Lexicon:
    forms = (
        form
        for form, item in offices.honorifics().items()
        if not item.part_of_name and form not in names("name_openers")
    )
    return Lexicon({_as_tokens(form): Entry(NameKind.TITLE, None) for form in forms})


def _as_tokens(form: str) -> tuple[str, ...]:
    """``form`` as the tokeniser divides it before a name: "Lt.-Col." and "Dato'" are several words."""
    text = f"{form} X"
    found = (text[token.start : token.end] for token in words_of(text, [Span(0, len(text))]))
    return tuple(map(plain, found))[:-1]
