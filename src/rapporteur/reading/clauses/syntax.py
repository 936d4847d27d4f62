"""What the parser says of the words of a line: part of speech, and what hangs on what."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapporteur.language.parse import Parse, Token
from rapporteur.spans import Span

_SUBJECTS = ("nsubj", "csubj")
_VERBAL = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
_INDICATIVE = frozenset({"VBD", "VBZ"})
_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS"})
_DEPENDENT = ("acl", "advcl", "ccomp", "parataxis")
_BEFORE_NOUNS = frozenset({"amod", "compound", "det", "nmod", "nummod"})
_CLAUSE = 12
"""Among how many words behind a comma the subject of a clause stands."""
_HELPING = frozenset({"aux", "aux:pass", "cop"})
_NO_INFINITIVE = frozenset({"CD", "DT", "JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "NNS", "PRP$", "VBD", "VBG", "VBN"})


@dataclass(frozen=True, slots=True)
class Syntax:
    """The words of one line by place.  ``tags`` are Penn's; ``heads`` are places, -1 for the root or outside the line.

    What the parser does not know is empty: no rule may need to know it.
    """

    tags: tuple[str, ...]
    relations: tuple[str, ...]
    heads: tuple[int, ...]

    @classmethod
    def of(cls, parse: Parse, spans: Sequence[Span]) -> Syntax:
        """The syntax of the words at ``spans``; of a hyphenated word, that of the part on which the others hang."""
        first = bisect_left(parse.tokens, spans[0].start, key=lambda token: token.start)
        last = bisect_right(parse.tokens, spans[-1].end, key=lambda token: token.end)
        tokens = parse.tokens[first:last]
        starts = [span.start for span in spans]
        places = [bisect_right(starts, token.start) - 1 for token in tokens]
        heads = [_place(token, first, places) for token in tokens]
        kept: list[tuple[Token, int] | None] = [None] * len(spans)
        for token, place, head in zip(tokens, places, heads, strict=True):
            if head != place:
                kept[place] = token, head
        return cls(
            tuple((one[0].xpos or "") if one else "" for one in kept),
            tuple((one[0].deprel or "") if one else "" for one in kept),
            tuple(one[1] if one else -1 for one in kept),
        )

    def tag(self, at: int) -> str:
        """The tag of the word at ``at``; empty outside the line or where unknown."""
        return self.tags[at] if 0 <= at < len(self.tags) else ""

    def may_be_verb(self, at: int) -> bool:
        """Whether the word at ``at`` may be a verb: tagged as one, and no attribute before its noun."""
        tag = self.tag(at)
        return not tag or (tag in _VERBAL and not (self.relations[at] == "amod" and self.heads[at] > at))

    def is_attribute(self, at: int) -> bool:
        """Whether the word at ``at`` is known to stand before the noun that it describes: "a feasible plan"."""
        return self.tag(at) != "" and self.relations[at] == "amod" and self.heads[at] > at

    def joins_before(self, conjunction: int, first: int) -> bool:
        """Whether "and" at ``conjunction`` joins what is behind it with a word before the word at ``first``."""
        joined = self.heads[conjunction]
        if self.relations[conjunction] != "cc" or joined <= conjunction or self.relations[joined] != "conj":
            return False
        return 0 <= self.heads[joined] < first

    def joins_within(self, verb: int, first: int) -> bool:
        """Whether the infinitive at ``verb`` is joined with one behind the word at ``first``: "ask to pay and feed"."""
        return self.relations[verb] == "conj" and self.heads[verb] > first and self.tag(self.heads[verb]) == "VB"

    def told_of(self, verb: int) -> int | None:
        """The noun of which the relative clause with the verb at ``verb`` tells; None where it is no such clause.

        Of two subjects of one verb, the first is such a noun: "a term Ruritania says it accepts".
        """
        lexical = self._lexical(verb)
        while self.relations[lexical] in ("ccomp", "xcomp") and 0 <= self.heads[lexical] < lexical:
            lexical = self._lexical(self.heads[lexical])
        subjects = [at for at in self._hanging(lexical) if at < lexical and self.relations[at].startswith(_SUBJECTS)]
        if len(subjects) > 1:
            return subjects[0]
        told = self.heads[lexical]
        return told if self.relations[lexical] == "acl" and 0 <= told < verb and self.may_be_noun(told) else None

    def first_of(self, noun: int) -> int:
        """The first of the words before the noun at ``noun`` that belong to it: "(the five old) forts"."""
        return min(
            (at for at in self._hanging(noun) if at < noun and self.relations[at] in _BEFORE_NOUNS), default=noun
        )

    def may_be_noun(self, at: int) -> bool:
        """Whether the word at ``at`` may be a noun."""
        return not self.tag(at) or self.tag(at) in _NOMINAL

    def may_be_infinitive(self, at: int) -> bool:
        """Whether the word at ``at`` may be a plain form behind "to"."""
        return self.tag(at) not in _NO_INFINITIVE

    def may_be_relative(self, verb: int) -> bool:
        """Whether the verb at ``verb`` may be that of a relative clause: not that of the whole sentence."""
        return self.relations[self._lexical(verb)] != "root"

    def is_main(self, verb: int) -> bool:
        """Whether the verb at ``verb`` is known to be that of no relative, adverbial or reported clause."""
        return bool(self.tag(verb)) and not self.relations[self._lexical(verb)].startswith(_DEPENDENT)

    def subject_of(self, verb: int) -> int | None:
        """The head of the subject of the verb at ``verb``, or of the verb that it helps; None where there is none."""
        return next((at for at in self._hanging(self._lexical(verb)) if self.relations[at].startswith(_SUBJECTS)), None)

    def opens_clause(self, conjunction: int) -> bool:
        """Whether "and" at ``conjunction`` joins a finite verb with a subject of its own behind it."""
        verb = self.heads[conjunction]
        if verb <= conjunction or self.relations[conjunction] != "cc":
            return False
        own = self.subject_of(verb)
        return own is not None and own > conjunction and self.is_finite(verb)

    def clause_behind(self, comma: int) -> bool:
        """Whether a clause with a subject of its own, and no relative one, begins behind the comma at ``comma``."""
        for at in range(comma + 1, min(len(self.tags), comma + _CLAUSE)):
            if self.relations[at] == "punct" and self.tags[at] in (",", "."):
                return False
            if self.relations[at].startswith(_SUBJECTS):
                verb = self.heads[at]
                return verb > at and not self.relations[verb].startswith("acl") and self._is_told(verb)
        return False

    def ends_subject(self, verb: int, first: int) -> bool:
        """Whether the finite verb at ``verb`` has its subject before the word at ``first``, which is no part of it."""
        if self.tag(verb) not in (*_INDICATIVE, "MD") or self._lexical(verb) < verb:
            return False
        own = self.subject_of(verb)
        return own is not None and own < first

    def is_finite(self, verb: int) -> bool:
        """Whether the verb, or one that helps it, is in the indicative beyond doubt: "left", "leaves", not "leave"."""
        return any(
            self.tags[at] in _INDICATIVE
            for at in (verb, *self._hanging(verb))
            if at == verb or self.relations[at] in _HELPING
        )

    def _is_told(self, verb: int) -> bool:
        """Whether the verb, or one that helps it, is finite as far as its form shows: "leave" may be."""
        helping = (at for at in self._hanging(verb) if self.relations[at] in _HELPING)
        return any(self.tags[at] in (*_INDICATIVE, "MD", "VBP") for at in (verb, *helping))

    def _lexical(self, verb: int) -> int:
        """The verb or predicate that the word at ``verb`` helps; itself where it helps none."""
        return self.heads[verb] if self.relations[verb] in _HELPING and self.heads[verb] >= 0 else verb

    def _hanging(self, head: int) -> Iterator[int]:
        return (at for at, one in enumerate(self.heads) if one == head)


def _place(token: Token, first: int, places: Sequence[int]) -> int:
    """The place of the word on which ``token`` hangs."""
    at = -1 if token.head is None else token.head - first
    return places[at] if 0 <= at < len(places) else -1


__all__ = ["Syntax"]
