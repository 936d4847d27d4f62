"""The tree of a sentence: what hangs on what, and the phrase that a word heads."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapporteur.language.parse import Parse, Token
from rapporteur.spans import Span

_OUTSIDE = frozenset(
    {"acl", "appos", "parataxis", "conj", "cc", "punct", "case", "advcl", "discourse", "mark", "orphan"}
)
"""Relations of what is said of a thing and is no part of its name: left out of a phrase's core."""
_MODIFIERS = frozenset({"nmod", "obl"})


@dataclass(frozen=True)
class Tree:
    """One sentence.  Words are numbered within it, from ``first`` in the parse; ``heads`` are -1 for the root."""

    text: str
    tokens: tuple[Token, ...]
    heads: tuple[int, ...]
    first: int = 0

    @classmethod
    def of(cls, parse: Parse, sentence: Span) -> Tree:
        """The tree of ``sentence``, one of ``parse`` or a part of one; a head outside it is a root's."""
        first = bisect_left(parse.tokens, sentence.start, key=lambda token: token.start)
        tokens = parse.tokens_in(sentence)
        heads = ((token.head if token.head is not None else -1) - first for token in tokens)
        return cls(parse.text, tokens, tuple(head if 0 <= head < len(tokens) else -1 for head in heads), first)

    def __len__(self) -> int:
        return len(self.tokens)

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        found: list[list[int]] = [[] for _ in self.tokens]
        for at, head in enumerate(self.heads):
            if head >= 0:
                found[head].append(at)
        return tuple(map(tuple, found))

    def form(self, at: int) -> str:
        """The word as it stands, in lower case."""
        return self.text[self.tokens[at].start : self.tokens[at].end].lower()

    def lemma(self, at: int) -> str:
        """The lemma, in lower case."""
        return (self.tokens[at].lemma or self.form(at)).lower()

    def relation(self, at: int) -> str:
        """How the word hangs on its head."""
        return self.tokens[at].deprel or ""

    def tag(self, at: int) -> str:
        """The word's part of speech, as Universal Dependencies name it."""
        return self.tokens[at].upos or ""

    def children(self, at: int, *relations: str) -> tuple[int, ...]:
        """What hangs on the word, in order; by one of ``relations``, if any are named."""
        return tuple(c for c in self._children[at] if not relations or self.relation(c) in relations)

    def case(self, at: int) -> str:
        """The preposition of a phrase, with all its words; empty if there is none."""
        words = self.children(at, "case")
        return " ".join(self.form(k) for word in words for k in (word, *self.children(word, "fixed")))

    def members(self, at: int) -> tuple[int, ...]:
        """The word and those joined to it: all of "A, B and C"."""
        return (at, *self.children(at, "conj"))

    def subtree(self, at: int) -> Iterator[int]:
        """The word and all that hangs on it."""
        waiting = [at]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += self._children[node]

    def inside(self, span: Span) -> list[int]:
        """The words that begin in ``span``."""
        first = bisect_left(self.tokens, span.start, key=lambda token: token.start)
        return list(range(first, bisect_left(self.tokens, span.end, key=lambda token: token.start)))

    def tops(self, words: Sequence[int]) -> list[int]:
        """Those of ``words`` that hang on none of them."""
        known = set(words)
        return [word for word in words if self.heads[word] not in known]

    def core(self, at: int) -> Span:
        """The noun phrase that the word heads, without clauses, appositions and the members joined to it."""
        low = high = at
        waiting = [at]
        while waiting:
            node = waiting.pop()
            low, high = min(low, node), max(high, node)
            waiting += [c for c in self._children[node] if self._is_inside(c, node, at)]
        return Span(self.tokens[low].start, self.tokens[high].end)

    def _is_inside(self, child: int, node: int, top: int) -> bool:
        relation = self.relation(child)
        if relation in _MODIFIERS:
            return self.case(child) in ("of", "", "'s", "’s") or child < node
        return relation not in _OUTSIDE or (node != top and relation in ("case", "punct", "conj", "cc"))


__all__ = ["Tree"]
