"""Trees mended where the parser breaks the order of words that Universal Dependencies lay down.

What is joined to a word, and what renames it, stands behind it; who owns a thing stands right before it; and a name
with no preposition before a verb does not hang on the verb's object.  Where a tree has it otherwise, its sentence is
read so that the order holds: the last of "A, B, C and D welcomed a pact between E and F" is of the first list.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from rapporteur.language.trees import Tree

_BEHIND = frozenset({"conj", "appos"})
_LISTED = frozenset({"PUNCT", "CCONJ", "DET", "ADJ", "ADV"})
"""The parts of speech of the words between two members of a list that are no members."""
_NOMINAL = frozenset({"NOUN", "PROPN"})
_INSIDE = frozenset({"conj", "flat", "appos", "compound"})
"""How a word hangs on the first member of its list, or on the head of its name."""
_BEFORE = frozenset({"compound", "amod", "nmod", "nummod"})
"""How a word hangs on the noun that it stands before."""
_OWNING = frozenset({"'s", "’s", "'", "’"})


@dataclass(frozen=True, slots=True)
class _Move:
    """A word to be hung on another head, by a relation."""

    at: int
    head: int
    relation: str


def mended(tree: Tree) -> Tree:
    """``tree`` with each owner, title, preposition, list, subject and object where the order of words wants it."""
    for moves in (_owners, _adjectives, _titles, _prepositions, _members, _renaming, _subjects, _objects, _partners):
        for move in moves(tree):
            tree = _hung(tree, move)
    return tree


def _hung(tree: Tree, move: _Move) -> Tree:
    """``tree`` after a move, unless that would hang a word on what hangs on it."""
    if move.at in _upwards(tree, move.head):
        return tree
    heads, tokens = list(tree.heads), list(tree.tokens)
    heads[move.at] = move.head
    tokens[move.at] = replace(tokens[move.at], deprel=move.relation)
    return replace(tree, heads=tuple(heads), tokens=tuple(tokens))


def _upwards(tree: Tree, at: int) -> Iterator[int]:
    while at >= 0:
        yield at
        at = tree.heads[at]


def _owners(tree: Tree) -> Iterator[_Move]:
    """Owners that do not hang on the noun behind them, and prepositions of the noun that hang on its owner."""
    for at in range(len(tree)):
        marks = [c for c in tree.children(at, "case") if c > at and tree.form(c) in _OWNING]
        owned = _noun_from(tree, marks[-1] + 1) if marks and tree.relation(at) not in _INSIDE else None
        if owned is None:
            continue
        if tree.heads[at] != owned:
            yield _Move(at, owned, "nmod")
        yield from (_Move(c, owned, "case") for c in tree.children(at, "case") if c < at)


def _noun_from(tree: Tree, at: int) -> int | None:
    """The noun of the phrase that begins at ``at``."""
    while at < len(tree) and tree.tag(at) in ("ADJ", "NUM"):
        at += 1
    if at >= len(tree) or tree.tag(at) not in _NOMINAL:
        return None
    while tree.relation(at) in _BEFORE and tree.heads[at] > at and tree.tag(tree.heads[at]) in _NOMINAL:
        at = tree.heads[at]
    return at


def _adjectives(tree: Tree) -> Iterator[_Move]:
    """Adjectives of states that hang on a noun beyond a verb or a comma, and not on the one right behind them."""
    for at, head in enumerate(tree.heads):
        if head < 0 or tree.relation(at) != "amod" or not tree.text[tree.tokens[at].start].isupper():
            continue
        apart = any(tree.tag(k) in ("VERB", "PUNCT") for k in range(min(at, head) + 1, max(at, head)))
        noun = _noun_from(tree, at + 1) if apart else None
        if noun is not None:
            yield _Move(at, noun, "amod")


def _titles(tree: Tree) -> Iterator[_Move]:
    """Titles right before a name that stand beside it in a list or clause: "Lee and Chancellor Park met"."""
    for at in range(len(tree) - 1):
        name, relation = at + 1, tree.relation(at)
        if tree.tag(at) not in _NOMINAL or tree.tag(name) != "PROPN" or tree.case(name):
            continue
        beside = relation == tree.relation(name) in ("conj", "obj") and tree.heads[at] == tree.heads[name]
        if beside or (relation in _BEHIND and tree.relation(name) == "nsubj" and at not in _upwards(tree, name)):
            yield _Move(at, name, "nmod")


def _partners(tree: Tree) -> Iterator[_Move]:
    """Names behind a comma that rename the object before them: "met his counterpart, Lee"."""
    for at in range(2, len(tree)):
        noun = at - 2
        both = tree.relation(at) == tree.relation(noun) == "obj" and tree.heads[at] == tree.heads[noun]
        if both and tree.form(at - 1) == "," and tree.tag(at) == "PROPN" and tree.tag(noun) == "NOUN":
            yield _Move(at, noun, "appos")


def _prepositions(tree: Tree) -> Iterator[_Move]:
    """Prepositions taken for a part of the verb although a phrase without one follows: "called on Peru"."""
    for at in range(len(tree)):
        if tree.tag(at) == "ADP" and tree.relation(at) == "compound" and at < len(tree) - 1:
            led = [
                c for c in tree.children(tree.heads[at], "obl") if min(tree.subtree(c)) == at + 1 and not tree.case(c)
            ]
            yield from (_Move(at, c, "case") for c in led)


def _members(tree: Tree) -> Iterator[_Move]:
    """Members of a list that hang on a later word, on one another or on the verb: all hang on the first."""
    for at in range(len(tree)):
        first = _first(tree, at) if tree.heads[at] >= 0 and tree.tag(at) in _NOMINAL else None
        if first is not None and first != tree.heads[at]:
            kept = tree.relation(at) if tree.relation(at) in _BEHIND else None
            move = _Move(at, first, kept or ("appos" if _renames(tree, first, at) else "conj"))
            tree = _hung(tree, move)
            yield move


def _renames(tree: Tree, noun: int, name: int) -> bool:
    """Whether a name stands between commas behind a noun: "the envoy, Ana Lee, left"."""
    end = name + 1
    while end in tree.children(name, "flat"):
        end += 1
    commas = tree.form(name - 1) == "," and end < len(tree) and tree.form(end) == ","
    return commas and tree.tag(noun) == "NOUN" and tree.tag(name) == "PROPN" and tree.heads[name] > end


def _first(tree: Tree, at: int) -> int | None:
    """The first member of the list in which ``at`` stands; None if it is not joined to a noun before it."""
    head, relation, before = tree.heads[at], tree.relation(at), _member_before(tree, at)
    if relation in _BEHIND and head > at:
        return None if before is None else _top(tree, before, _INSIDE)
    if relation == "conj":
        start = head if tree.tag(head) in _NOMINAL else before
        return None if start is None else _top(tree, start, frozenset({"conj"}))
    if relation == "nsubj" and before is not None:
        first = _top(tree, before, _INSIDE)
        return first if tree.relation(first) == "nsubj" and tree.heads[first] == head else None
    return None


def _renaming(tree: Tree) -> Iterator[_Move]:
    """Names right behind a noun that is subject with them: "former allies Peru and Chile signed"."""
    for at in range(1, len(tree)):
        both = tree.relation(at) == tree.relation(at - 1) == "nsubj" and tree.heads[at] == tree.heads[at - 1] > at
        if both and tree.tag(at) == "PROPN" and tree.tag(at - 1) == "NOUN":
            yield _Move(at, at - 1, "appos")


def _member_before(tree: Tree, at: int) -> int | None:
    """The noun to which a comma or "and" joins ``at``; None if there is none right before it."""
    node = at - 1
    while node >= 0 and at in _upwards(tree, node) and tree.tag(node) not in ("PUNCT", "CCONJ"):
        node -= 1  # the title of a name
    while node >= 0 and tree.tag(node) in _LISTED:
        node -= 1
    joined = any(tree.tag(k) == "CCONJ" or tree.form(k) == "," for k in range(node + 1, at))
    return node if node >= 0 and joined and tree.tag(node) in _NOMINAL else None


def _top(tree: Tree, at: int, relations: Collection[str]) -> int:
    """The noun to which ``relations`` lead from ``at``, against the order of the words."""
    while 0 <= tree.heads[at] < at and tree.relation(at) in relations and tree.tag(tree.heads[at]) in _NOMINAL:
        at = tree.heads[at]
    return at


def _subjects(tree: Tree) -> Iterator[_Move]:
    """Names before a verb without subject that hang on its object: "Lee attacked a plan" with Lee as whose plan."""
    for at, head in enumerate(tree.heads):
        if head < at or tree.tag(at) != "PROPN" or tree.relation(at) not in ("nmod", "compound") or tree.case(at):
            continue
        verb = tree.heads[head]
        if at < verb < head and tree.tag(verb) == "VERB" and not tree.children(verb, "nsubj"):
            yield _Move(at, verb, "nsubj")


def _objects(tree: Tree) -> Iterator[_Move]:
    """Names right behind a verb that hang on it or on the noun it describes otherwise: "a note condemning Peru"."""
    for at in range(1, len(tree)):
        relation, first = tree.relation(at), min(tree.subtree(at)) - 1
        if tree.tag(at) != "PROPN" or tree.case(at) or first < 0 or tree.tag(first) != "VERB":
            continue
        described = relation in ("nmod", "appos") and tree.relation(first) == "acl"
        if described and tree.heads[first] == tree.heads[at]:
            yield _Move(at, first, "obj")
        if relation == "obl" and tree.heads[at] == first and tree.children(at, "flat") and not _has_object(tree, first):
            yield _Move(at, first, "obj")


def _has_object(tree: Tree, verb: int) -> bool:
    return bool(tree.children(verb, "obj", "iobj", "aux:pass"))


__all__ = ["mended"]
