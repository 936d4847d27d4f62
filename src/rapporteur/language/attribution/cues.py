"""The verbs and nouns by which reports attribute words, in every form they take."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any

from rapporteur.language.attribution.frames import Atom
from rapporteur.reference import load


class Strength(StrEnum):
    """How surely a cue says that somebody spoke: an utterance, an act that may be one, an attitude."""

    STRONG = "strong"
    MEDIUM = "medium"
    WEAK = "weak"


class Takes(StrEnum):
    """What may follow a cue verb; ``cue_verbs.yaml`` has an example of each."""

    CLAUSE = "clause"
    THAT_CLAUSE = "that_clause"
    QUOTATION = "quotation"
    QUESTION = "question"
    INFINITIVE = "infinitive"
    PERSON = "person"
    PERSON_INFINITIVE = "person_infinitive"
    OBJECT = "object"
    COMPLEMENT = "complement"


class Shape(Enum):
    """Which form of a verb it is.  The past form is mostly the participle too."""

    BASE = 1
    THIRD = 2
    PAST = 3
    PARTICIPLE = 4
    GERUND = 5


@dataclass(frozen=True, slots=True)
class CueVerb:
    """One verb.  ``noun`` says that its base form and its form in -s are nouns as well."""

    verb: str
    strength: Strength
    takes: frozenset[Takes]
    noun: bool = False

    def may_take(self, *kinds: Takes) -> bool:
        """Whether one of ``kinds`` may follow."""
        return not self.takes.isdisjoint(kinds)


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a verb: ``particle`` are the words that must follow it."""

    cue: CueVerb
    shape: Shape
    particle: tuple[str, ...] = ()


@cache
def forms() -> Mapping[str, tuple[Form, ...]]:
    """Return the forms of all cue verbs by their first word: longest particle first, past before base ("read")."""
    found: dict[str, list[Form]] = {}
    for entry in load("cue_verbs")["verbs"]:
        cue = CueVerb(
            verb=entry["verb"],
            strength=Strength(entry["strength"]),
            takes=frozenset(map(Takes, entry["takes"])),
            noun=entry.get("noun", False),
        )
        for verb in (entry["verb"], *entry.get("also", ())):
            head, *particle = verb.split()
            for word, shape in inflected(head, entry):
                found.setdefault(word, []).append(Form(cue, shape, tuple(particle)))
    return MappingProxyType({word: tuple(sorted(known, key=_order)) for word, known in found.items()})


@cache
def nouns() -> Mapping[str, Strength]:
    """Return the nouns that name what was said ("warning"), singular and plural, with their strength."""
    found = {}
    for strength, words in load("cue_verbs")["nouns"].items():
        for word in words:
            found[word] = found[_third(word)] = Strength(strength)
    return MappingProxyType(found)


@cache
def words(name: str) -> frozenset[str]:
    """Return one of the word lists of ``cue_verbs.yaml`` ("documents", "media"...), with regular plurals."""
    listed = load("cue_verbs")[name]
    return frozenset((*listed, *map(_third, listed)))


def match(atoms: Sequence[Atom], at: int) -> tuple[Form, int] | None:
    """Return the form of a cue verb that stands at ``at``, and where it ends; None if there is none."""
    for form in forms().get(atoms[at].low, ()) if atoms[at].is_word else ():
        end = at + 1 + len(form.particle)
        if tuple(a.low for a in atoms[at + 1 : end]) == form.particle:
            return form, end
    return None


def inflected(verb: str, entry: Mapping[str, Any]) -> Iterator[tuple[str, Shape]]:
    """Yield the forms of a verb: those that its entry names, the others by the rules of spelling."""
    past = entry.get("past") or [_past(verb)]
    yield verb, Shape.BASE
    for word in entry.get("third") or [_third(verb)]:
        yield word, Shape.THIRD
    for word in past:
        yield word, Shape.PAST
    for word in entry.get("participle", ()):
        yield word, Shape.PARTICIPLE
    for word in entry.get("ing") or [_gerund(verb)]:
        yield word, Shape.GERUND


def is_finite_cue(atoms: Sequence[Atom], at: int) -> bool:
    """Say whether a cue verb that is no noun stands at ``at`` in a finite form."""
    found = match(atoms, at) if at < len(atoms) else None
    if found is None:
        return False
    form = found[0]
    return form.shape is Shape.PAST or (form.shape is Shape.THIRD and not form.cue.noun)


def is_gerund(atoms: Sequence[Atom], at: int) -> bool:
    """Say whether the form in -ing of a cue verb stands at ``at``."""
    found = match(atoms, at) if at < len(atoms) else None
    return found is not None and found[0].shape is Shape.GERUND


def _order(form: Form) -> tuple[int, bool]:
    return -len(form.particle), form.shape is Shape.BASE


def _third(word: str) -> str:
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x", "o")) else "s")


def _past(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + ("d" if verb.endswith("e") else "ed")


def _gerund(verb: str) -> str:
    return (verb[:-1] if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) else verb) + "ing"


__all__ = [
    "CueVerb",
    "Form",
    "Shape",
    "Strength",
    "Takes",
    "forms",
    "inflected",
    "is_finite_cue",
    "is_gerund",
    "match",
    "nouns",
    "words",
]
