"""The verb group around a verb: its auxiliaries, modal and negation, read backwards from the verb."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from rapporteur.language.attribution import grammar
from rapporteur.language.attribution.cues import Shape
from rapporteur.reading.clauses.lines import Line
from rapporteur.reference import load

_BE = frozenset({"am", "are", "be", "been", "being", "is", "was", "were", "'m", "'re"})
_HAVE = frozenset({"had", "has", "have", "having", "'ve"})
_PRONOUNS_BEFORE_S = frozenset({"he", "it", "she", "that", "there", "what", "who"})
_POSSIBLE = frozenset({"can", "could", "may", "might"})
PARTICIPLES = frozenset({Shape.PAST, Shape.PARTICIPLE})


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """Words ``start`` to ``head`` (inclusive) are one verb: "has not yet rejected".

    ``infinitive`` is a verb behind "to" that no verb of intention governs.
    """

    start: int
    head: int
    shape: Shape
    negated: bool = False
    modal: str = ""
    passive: bool = False
    perfect: bool = False
    infinitive: bool = False

    @property
    def possible(self) -> bool:
        """Whether the verb tells only what may be, or what would have been."""
        return self.modal in _POSSIBLE or (self.modal == "would" and self.perfect)

    @property
    def is_finite(self) -> bool:
        """Whether the group can have a subject of its own."""
        alone = self.shape in (Shape.GERUND, Shape.PARTICIPLE) and self.start == self.head
        return not alone and not self.infinitive


@cache
def clause_words() -> Mapping[str, frozenset[str]]:
    """Return the word groups of ``clause_words.yaml``."""
    return {name: frozenset(words) for name, words in load("clause_words").items()}


def verb_group(line: Line, head: int, shape: Shape) -> VerbGroup:
    """Return the group of the verb at ``head``, which has the form ``shape``."""
    start, negated, modal, passive, perfect, infinitive, nearest = head, False, "", False, False, False, ""
    at = head - 1
    while (at >= 0 and line.held[at] < 0) or (at >= 0 and line.words[at] in ("not", "n't")):
        word = line.words[at]
        if word in clause_words()["negations"] or (word == "longer" and line.word(at - 1) == "no"):
            negated = negated or word != "t"
            at -= word == "longer"
        elif word in grammar.group("modals"):
            modal = modal or word
            negated = negated or word == "cannot"
        elif _is_auxiliary(line, at):
            nearest = nearest or word
            passive = passive or (shape in PARTICIPLES and nearest == word and word in _BE)
            perfect = perfect or word in _HAVE
        elif word == "to" and line.word(at - 1) in clause_words()["semi"]:
            at -= 1
            start, shape = at, Shape.BASE
        elif word == "to":
            infinitive = True
        elif word == "far" and line.word(at - 1) == "so":
            at -= 1
        elif not _is_adverb(line, at):
            break
        start = at
        at -= 1
        if infinitive:
            break
    return VerbGroup(start, head, shape, negated, modal, passive, perfect, infinitive)


def _is_auxiliary(line: Line, at: int) -> bool:
    word = line.words[at]
    if word == "'s":
        return line.word(at - 1) in _PRONOUNS_BEFORE_S
    return (word in grammar.group("auxiliaries") and word != "'d") or word == "'d"


def _is_adverb(line: Line, at: int) -> bool:
    word = line.words[at]
    if word in ("back", "that", "there", "more", "so", "no"):
        return False
    return word in grammar.group("adverbs") or (len(word) > 4 and word.endswith("ly") and not line.is_capital(at))


__all__ = ["PARTICIPLES", "VerbGroup", "clause_words", "verb_group"]
