"""The word lists of ``nominals.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from rapporteur.reference import load


def nouns(group: str) -> frozenset[str]:
    """The words of one group of ``nominals.yaml``."""
    return _groups()[group]


def numbers() -> Mapping[str, int]:
    """How many a number word counts."""
    found: Mapping[str, int] = load("nominals")["numbers"]
    return found


def titles_of_states() -> Mapping[str, str]:
    """The state of each title that one state alone has, by the folded title."""
    found: Mapping[str, str] = load("nominals")["titles_of_states"]
    return found


@cache
def _groups() -> dict[str, frozenset[str]]:
    return {group: frozenset(words) for group, words in load("nominals").items() if isinstance(words, list)}
