"""The words by which reports tell what became of a commitment, as a table of the forms of their verbs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from rapporteur.language.attribution.cues import Shape
from rapporteur.reading.claims import Fulfilment
from rapporteur.reading.clauses.inflection import noun_forms, verb_forms
from rapporteur.reading.clauses.lines import Line
from rapporteur.reference import load


class Way(StrEnum):
    """Where the words for what was promised stand: as ``outcomes.yaml`` explains, and as the object of a deed."""

    SUBJECT = "subject"
    PASSIVE = "passive"
    OBJECT = "object"
    PROMISE = "promise"
    DEED = "deed"


@dataclass(frozen=True, slots=True)
class Telling:
    """One form of a verb of outcome.  ``deed`` is its infinitive, where it is itself what was promised."""

    words: tuple[str, ...]
    shape: Shape
    way: Way
    status: Fulfilment
    negated: Fulfilment | None = None
    deed: str | None = None


def tellings(line: Line) -> Iterator[tuple[Telling, int, int]]:
    """Yield the verbs of outcome in ``line`` with the place of each and the place behind its words."""
    for at, word in enumerate(line.words):
        for telling in _table().get(word, ()) if line.held[at] < 0 else ():
            end = at + len(telling.words)
            if line.words[at:end] == telling.words:
                yield telling, at, end


@cache
def words_of(name: str) -> frozenset[str]:
    """Return one of the plain lists of ``outcomes.yaml``."""
    return frozenset(load("outcomes")[name])


@cache
def nouns_of(name: str) -> frozenset[str]:
    """Return one of the lists of nouns of ``outcomes.yaml`` with their plurals."""
    return frozenset(form for noun in words_of(name) for form in noun_forms(noun))


@cache
def verbs_of(name: str) -> frozenset[str]:
    """Return the forms of the verbs in one of the lists of ``outcomes.yaml``."""
    return frozenset(form for verb in words_of(name) for form, _ in verb_forms(verb))


@cache
def _table() -> Mapping[str, tuple[Telling, ...]]:
    found: dict[str, list[Telling]] = {}
    for telling in _tellings():
        found.setdefault(telling.words[0], []).append(telling)
    return MappingProxyType({word: tuple(sorted(of, key=lambda t: -len(t.words))) for word, of in found.items()})


def _tellings() -> Iterator[Telling]:
    done, unmet = Fulfilment.REPORTED_DONE, Fulfilment.REPORTED_UNMET
    for entry in load("outcomes")["told"]:
        negated = Fulfilment(entry["negated"]) if "negated" in entry else None
        for words, shape in _forms(entry["verb"]):
            yield Telling(words, shape, Way(entry["way"]), Fulfilment(entry["status"]), negated)
    for verb in load("outcomes")["done"]:
        for words, shape in _forms(verb):
            yield Telling(words, shape, Way.DEED, done, unmet, deed=verb)
            yield Telling(words, shape, Way.PASSIVE, done, unmet, deed=verb)
            if verb in words_of("changing"):
                yield Telling(words, shape, Way.SUBJECT, done, unmet, deed=verb)


def _forms(verb: str) -> Iterator[tuple[tuple[str, ...], Shape]]:
    """The forms of a verb with the words that belong to it; the past of "put" is written as its infinitive is."""
    head, *rest = verb.split()
    forms = verb_forms(head)
    for form, shape in forms:
        yield (form, *rest), shape
    if not any(shape is Shape.PAST for _, shape in forms):
        yield (head, *rest), Shape.PAST


__all__ = ["Telling", "Way", "nouns_of", "tellings", "verbs_of", "words_of"]
