"""Small words and the shapes of words: what a rule can tell of a word's part in a sentence without a grammar model."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from rapporteur.language.attribution.frames import Atom
from rapporteur.reference import load

DASHES = frozenset({"-", "--", "---", "–", "—", "―"})
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_DAY = re.compile(r"[0-3]?\d(?:st|nd|rd|th)?")


@cache
def group(name: str) -> frozenset[str]:
    """Return one group of ``function_words.yaml``, in lower case."""
    return frozenset(load("function_words")[name])


def is_in(atom: Atom, *names: str) -> bool:
    """Say whether the word belongs to one of the groups."""
    return atom.is_word and not _groups_of(atom.low).isdisjoint(names)


@lru_cache(maxsize=1 << 14)
def _groups_of(low: str) -> frozenset[str]:
    """The names of the groups that hold a word."""
    return frozenset(name for name, words in load("function_words").items() if low in words)


def is_time(atom: Atom) -> bool:
    """Say whether the word is one of time: "Monday", "last", "2013"."""
    return atom.is_word and (atom.low in group("times") or bool(_YEAR.fullmatch(atom.low)))


def is_time_at(atoms: Sequence[Atom], at: int) -> bool:
    """Say whether a word of time, or a day's number beside a month, stands at ``at``."""
    if is_time(atoms[at]):
        return True
    beside = (*atoms[max(0, at - 1) : at], *atoms[at + 1 : at + 2])
    return bool(_DAY.fullmatch(atoms[at].low)) and any(
        a.low.rstrip(".") in group("times") and a.is_capital for a in beside
    )


def is_adverb(atom: Atom) -> bool:
    """Say whether the word is, or looks like, an adverb."""
    return atom.is_word and (atom.low in group("adverbs") or (atom.low.endswith("ly") and not atom.is_capital))


def is_finite(atom: Atom) -> bool:
    """Say whether the word shows that it stands in a clause: an auxiliary, a modal, a past form."""
    if not atom.is_word:
        return False
    if is_in(atom, "auxiliaries", "modals", "verbs"):
        return not (atom.is_capital and atom.low in {"may", "will"})
    return atom.low.endswith("ed") and len(atom.low) > 4 and not atom.is_capital and "-" not in atom.low


def is_finite_at(atoms: Sequence[Atom], at: int) -> bool:
    """Say the same of the word at ``at``, but not of a participle before its noun ("the proposed talks")."""
    if not is_finite(atoms[at]):
        return False
    if not atoms[at].low.endswith("ed") or at == 0:
        return True
    previous = atoms[at - 1]
    return not (previous.is_possessive or is_in(previous, "determiners", "prepositions"))


def opens_phrase(atom: Atom) -> bool:
    """Say whether a noun phrase may begin here."""
    if not atom.is_word:
        return False
    return atom.is_capital or is_in(atom, "determiners", "pronouns")


def is_boundary(atom: Atom) -> bool:
    """Say whether no noun phrase reaches across the atom."""
    if atom.is_quote:
        return True
    if not atom.is_word:
        return atom.low not in {"'", "’", "/", "&", "-"}
    if atom.low in {"'s", "’s"}:
        return False
    if is_in(atom, "subordinators", "relatives"):
        return True
    if atom.low in group("conjunctions"):
        return atom.low != "&"
    return not atom.is_capital and is_in(atom, "auxiliaries", "modals", "verbs")


__all__ = [
    "DASHES",
    "group",
    "is_adverb",
    "is_boundary",
    "is_finite",
    "is_finite_at",
    "is_in",
    "is_time",
    "is_time_at",
    "opens_phrase",
]
