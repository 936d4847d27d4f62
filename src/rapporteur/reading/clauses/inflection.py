"""The forms of English words: what a table's one entry looks like in a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from rapporteur.language.attribution.cues import Shape
from rapporteur.reference import load

_VOWELS = "aeiou"


def verb_forms(verb: str) -> tuple[tuple[str, Shape], ...]:
    """Return every form of ``verb``, in British and American spelling, with its shape; the infinitive comes first.

    A past form that is the participle too is given once, as ``Shape.PAST``.
    """
    found: dict[str, Shape] = {}
    for spelled in spellings(verb):
        for form, shape in _forms(spelled):
            found.setdefault(form, shape)
    return tuple(found.items())


def noun_forms(noun: str) -> tuple[str, ...]:
    """Return the singular and the regular plural of ``noun`` (its last word), in both spellings."""
    return tuple(dict.fromkeys(form for one in spellings(noun) for form in (one, _third(one))))


def spellings(words: str) -> tuple[str, ...]:
    """Return ``words`` and the same in the other spelling, where there is one."""
    other = " ".join(map(_american, words.split(" ")))
    return (words,) if other == words else (words, other)


@cache
def _table() -> Mapping[str, Any]:
    table: Mapping[str, Any] = load("inflection")
    return {**table, **{name: frozenset(table[name]) for name in ("doubling", "either", "fixed_ise")}}


def _american(word: str) -> str:
    for british, american in _table()["spellings"].items():
        word = word.replace(british, american)
    if word.endswith("ise") and len(word) > 5 and word not in _table()["fixed_ise"]:
        return word[:-2] + "ze"
    return word[:-3] + "yze" if word.endswith("lyse") else word


def _forms(verb: str) -> Iterator[tuple[str, Shape]]:
    yield verb, Shape.BASE
    yield _third(verb), Shape.THIRD
    irregular = _table()["irregular"].get(verb, "").split()
    for stem in _stems(verb):
        if not irregular:
            yield _past(stem), Shape.PAST
        yield _gerund(stem), Shape.GERUND
    if irregular:
        yield irregular[0], Shape.PAST
        yield irregular[1], Shape.PARTICIPLE


def _stems(verb: str) -> tuple[str, ...]:
    """What the endings are put to: the verb, or the verb with its last letter doubled."""
    doubled = verb + verb[-1]
    if verb in _table()["either"]:
        return doubled, verb
    return (doubled,) if verb in _table()["doubling"] or _is_short(verb) else (verb,)


def _is_short(verb: str) -> bool:
    """Whether the verb is one syllable of consonant, vowel, consonant: "ban", "stop"."""
    vowels = [letter in _VOWELS for letter in verb]
    ends = len(verb) > 2 and vowels[-2] and not vowels[-1] and verb[-1] not in "wxy"
    return ends and sum(vowels) == 1


def _third(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _past(stem: str) -> str:
    if stem.endswith("y") and stem[-2:-1] not in _VOWELS:
        return stem[:-1] + "ied"
    return stem + ("d" if stem.endswith("e") else "ed")


def _gerund(stem: str) -> str:
    if stem.endswith("ie"):
        return stem[:-2] + "ying"
    return (stem[:-1] if stem.endswith("e") and not stem.endswith(("ee", "oe", "ye")) else stem) + "ing"


__all__ = ["noun_forms", "spellings", "verb_forms"]
