"""The words of commitments as a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from rapporteur.language.attribution.cues import Shape
from rapporteur.reading.claims import Fulfilment
from rapporteur.reading.clauses.inflection import noun_forms, spellings, verb_forms
from rapporteur.reading.clauses.lines import Line
from rapporteur.reference import load


@dataclass(frozen=True, slots=True)
class PromiseCue:
    """One form of a verb or noun of commitment; ``links`` are the complements a verb takes, a noun's linking words."""

    words: tuple[str, ...]
    links: frozenset[str]
    shape: Shape | None
    joint: bool = False
    recipient: bool = False
    adjectival: bool = False

    @property
    def is_noun(self) -> bool:
        """Whether it is a noun."""
        return self.shape is None


def promise_cues(line: Line) -> Iterator[tuple[PromiseCue, int]]:
    """Yield the cues in ``line`` with the place of their first word; of each kind the longest."""
    table = _table()
    for at, word in enumerate(line.words):
        kinds: set[bool] = set()
        for cue in table.get(word, ()):
            fits = line.words[at : at + len(cue.words)] == cue.words and line.held[at] < 0
            if fits and cue.is_noun not in kinds and _is_of_kind(line, cue, at):
                kinds.add(cue.is_noun)
                yield cue, at


def _is_of_kind(line: Line, cue: PromiseCue, at: int) -> bool:
    """Whether the word at ``at`` is the part of speech that the cue is; "is committed to" may be tagged either way."""
    if cue.is_noun:
        return line.syntax.may_be_noun(at)
    return cue.adjectival or line.syntax.may_be_verb(at)


@cache
def promise_words(name: str) -> frozenset[str]:
    """Return one of the plain lists of ``commitments.yaml``."""
    return frozenset(load("commitments")[name])


@cache
def promise_verbs(name: str) -> Mapping[str, Shape]:
    """Return the forms of the verbs in one of the lists of ``commitments.yaml``, with their shapes."""
    return MappingProxyType(
        {
            form: shape
            for verb in load("commitments")[name]
            for one in spellings(verb)
            for form, shape in verb_forms(one)
        }
    )


@cache
def outcome_words() -> Mapping[str, tuple[tuple[tuple[str, ...], Fulfilment], ...]]:
    """Return, by their first word, the phrases that say what became of a commitment."""
    found: dict[str, list[tuple[tuple[str, ...], Fulfilment]]] = {}
    for status, phrases in load("commitments")["outcomes"].items():
        for phrase in phrases:
            for spelled in spellings(phrase):
                words = tuple(spelled.split())
                found.setdefault(words[0], []).append((words, Fulfilment(status)))
    return MappingProxyType({word: tuple(phrases) for word, phrases in found.items()})


@cache
def _table() -> Mapping[str, tuple[PromiseCue, ...]]:
    found: dict[str, list[PromiseCue]] = {}
    for cue in _cues(load("commitments")):
        found.setdefault(cue.words[0], []).append(cue)
    return MappingProxyType({word: tuple(sorted(cues, key=lambda c: -len(c.words))) for word, cues in found.items()})


def _cues(table: Mapping[str, Any]) -> Iterator[PromiseCue]:
    for entry in table["verbs"]:
        head, *rest = entry["verb"].split()
        for form, shape in verb_forms(head):
            yield PromiseCue(
                (form, *rest),
                frozenset(entry["takes"]),
                shape,
                joint=entry.get("joint", False),
                recipient=entry.get("recipient", False),
                adjectival=entry.get("adjectival", False),
            )
    for entry in table["nouns"]:
        for form in noun_forms(entry["noun"]):
            yield PromiseCue((form,), frozenset(entry["links"]), None)


__all__ = ["PromiseCue", "outcome_words", "promise_cues", "promise_verbs", "promise_words"]
