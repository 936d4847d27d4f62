"""The phrases of ``reference/boilerplate.yaml``, found word by word, so that no text is slow to look through."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapporteur.reference import load

Words = tuple[str, ...]

_TOKEN = re.compile(r"\$?\d[\d.,]*(?![^\W_])|[^\W_]+(?:['.-][^\W_]+)*|:")
_FOLD = str.maketrans({"’": "'", "‘": "'", "`": "'", "\u00a0": " ", "“": '"', "”": '"', "_": " ", "*": " "})
_QUOTED = re.compile(r"\"[^\"\n]{0,2000}(?:\"|$)")
_NUMBERS = frozenset({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})
NUMBER = "<n>"


@dataclass(frozen=True, slots=True)
class Phrases:
    """Some sections of the table; phrases are kept by their first word."""

    by_first: Mapping[str, tuple[Words, ...]]

    def are(self, words: Sequence[str]) -> bool:
        """Whether ``words``, but for a colon at the end, are one of the phrases and nothing else."""
        bare = words[:-1] if words and words[-1] == ":" else words
        return any(tuple(bare) == phrase or tuple(words) == phrase for phrase in self._from(words))

    def open(self, words: Sequence[str]) -> bool:
        """Whether ``words`` begin with one of the phrases."""
        return any(tuple(words[: len(phrase)]) == phrase for phrase in self._from(words))

    def count(self, words: Sequence[str]) -> int:
        """How often ``words`` hold one of the phrases."""
        found = at = 0
        while at < len(words):
            matched = max((len(phrase) for phrase in self._at(words, at)), default=0)
            found += matched > 0
            at += max(matched, 1)
        return found

    def _from(self, words: Sequence[str]) -> tuple[Words, ...]:
        return self.by_first.get(words[0], ()) if words else ()

    def _at(self, words: Sequence[str], at: int) -> list[Words]:
        return [phrase for phrase in self.by_first.get(words[at], ()) if tuple(words[at : at + len(phrase)]) == phrase]


@cache
def phrases(*sections: str) -> Phrases:
    """The phrases of some sections of the table."""
    by_first: dict[str, list[Words]] = {}
    for section in sections:
        for phrase in load("boilerplate")[section]:
            words = tuple(NUMBER if word == "n" else word for word in words_in(phrase.replace(NUMBER, " n ")))
            by_first.setdefault(words[0], []).append(words)
    return Phrases({first: tuple(sorted(listed)) for first, listed in sorted(by_first.items())})


def folded(text: str) -> str:
    """``text`` with plain quotation marks and without marks of emphasis; every character keeps its place."""
    return text.translate(_FOLD)


def unquoted(text: str) -> str:
    """``text``, folded, without what stands in quotation marks."""
    return _QUOTED.sub(" ", folded(text))


@lru_cache(maxsize=256)
def words_in(text: str) -> Words:
    """The words of ``text`` in lower case, numbers as ``<n>``, colons as words of their own."""
    found = (match[0].casefold() for match in _TOKEN.finditer(folded(text)))
    return tuple(
        NUMBER if (word[0] in "$0123456789" and word.strip("$.,0123456789") == "") or word in _NUMBERS else word
        for word in found
    )


@cache
def listed(section: str) -> frozenset[str]:
    """The entries of a section that are single words."""
    return frozenset(word.casefold() for word in load("boilerplate")[section])
