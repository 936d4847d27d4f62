"""Branches of a tree as spans: all that hangs on a word, without the marks at its ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rapporteur.language.trees import Tree
from rapporteur.spans import Span

_CLOSING = frozenset("\"'”’)]")
_LEADING = frozenset({",", ";", ":"})


def below(tree: Tree, heads: Iterable[int]) -> list[int]:
    """Return the words of the branches of ``heads``, in order."""
    return _trimmed(tree, sorted({word for head in heads for word in tree.subtree(head)}))


def _trimmed(tree: Tree, words: Sequence[int]) -> list[int]:
    """Return ``words`` without the marks at their ends and a conjunction before them."""
    first, end = 0, len(words)
    while end > first and tree.tag(words[end - 1]) == "PUNCT" and tree.form(words[end - 1]) not in _CLOSING:
        end -= 1
    while first < end and (tree.form(words[first]) in _LEADING or tree.relation(words[first]) == "cc"):
        first += 1
    return list(words[first:end])


def pieces(tree: Tree, words: Sequence[int]) -> Iterator[Span]:
    """Yield the words as spans, one a stretch without a gap."""
    first = 0
    for index in range(1, len(words) + 1):
        if index == len(words) or words[index] != words[index - 1] + 1:
            yield Span(tree.tokens[words[first]].start, tree.tokens[words[index - 1]].end)
            first = index


def phrase(tree: Tree, head: int, verb: int) -> Span:
    """Return the noun phrase that ``head`` heads, as far as it stands on its side of the verb."""
    words = _trimmed(tree, sorted(w for w in tree.subtree(head) if w != verb and (w < verb) == (head < verb)))
    return Span(tree.tokens[words[0]].start, tree.tokens[words[-1]].end) if words else tree.core(head)


__all__ = ["below", "phrase", "pieces"]
