"""The shape of a word: what its capitals, digits and marks tell an encoder that reads lower case only."""

from __future__ import annotations

from functools import lru_cache

COUNT = 12
"""How many shapes there are; 0 is padding."""


@lru_cache(maxsize=50_000)
def shape(word: str) -> int:
    """The number of the shape of ``word``, from 1 to ``COUNT - 1``."""
    if word.islower():
        return 1 if word.isalpha() else 2
    if word.isdigit():
        return 3
    if any(map(str.isdigit, word)):
        return 4
    if word.isupper():
        return 5 if len(word) > 1 else 6
    if word[:1].isupper():
        return 7 if word[1:].islower() else 8
    if any(map(str.isupper, word)):
        return 9
    return 11 if any(map(str.isalnum, word)) else 10
