"""What several do to one another: "met", "signed a pact", "talks between Peru and Chile"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapporteur.language.trees import Tree
from rapporteur.reading.events.plover import plover_words

WITH = frozenset({"with", "against", "to", "toward", "towards", "from"})
"""Prepositions that lead to the other side of what could be mutual."""
_BETWEEN = frozenset({"between", "among"})
_SHARING = frozenset({"xcomp", "acl", "advcl", "obj", "obl"})
"""How a verb or noun hangs on a verb that has the same subject."""


def is_mutual(tree: Tree, at: int) -> bool:
    """Whether several do to one another what a verb tells: "met", "failed to sign a pact", "put off their meeting"."""
    verbs = [*_chain(tree, at)]
    for verb in verbs:
        verbs += [c for c in tree.children(verb, "xcomp") if c not in verbs]
    things = [c for verb in verbs for c in tree.children(verb, "obj", "obl")]
    words = plover_words("mutual")
    return any(tree.lemma(k) in words for k in (*verbs, *things)) or any(_is_shared(tree, k) for k in things)


def _chain(tree: Tree, at: int) -> Iterator[int]:
    """A verb and those above it that share its subject: "agreed to sign", "signed a pact to cut"."""
    while at >= 0:
        yield at
        at = tree.heads[at] if tree.relation(at) in _SHARING and not tree.children(at, "nsubj") else -1


def _is_shared(tree: Tree, at: int) -> bool:
    """Whether a thing is that of several: "their meeting"; or is each of them to the others: "each other"."""
    owned = any(tree.form(owner) == "their" for owner in tree.children(at, "nmod"))
    words = {tree.form(k) for k in (at, *tree.children(at, "det", "nummod", "fixed"))}
    return owned or {"each", "other"} <= words or {"one", "another"} <= words


def between(tree: Tree, at: int) -> int | None:
    """The phrase that says between whom something is, of a noun or a noun in it: "a renewal of ties between"."""
    near = (c for noun in inside(tree, at) for c in tree.children(noun, "nmod", "obl"))
    return next((c for c in near if tree.case(c) in _BETWEEN), None)


def inside(tree: Tree, at: int) -> list[int]:
    """A noun and the nouns that "of" hangs on it: "a renewal of a policy of boycotts"."""
    nouns = [at]
    for noun in nouns:
        nouns += [c for c in tree.children(noun, "nmod") if tree.case(c) == "of"]
    return nouns


def partners(tree: Tree, recipients: Iterable[int]) -> tuple[int, ...]:
    """Those of the recipients with whom, and not where or about whom, several do what they could do to one another."""

    def is_partner(at: int) -> bool:
        case = tree.case(tree.heads[at] if tree.relation(at) == "conj" else at)
        return case in WITH | _BETWEEN or (not case and tree.tag(at) == "PROPN")

    return tuple(k for k in recipients if is_partner(k))


__all__ = ["WITH", "between", "inside", "is_mutual", "partners"]
