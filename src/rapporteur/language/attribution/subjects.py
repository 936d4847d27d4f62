"""Subjects: who does what a verb tells, by the tree: its own subject, or that of the verb it hangs on."""

from __future__ import annotations

from rapporteur.language.trees import Tree

NOMINAL = frozenset({"ADJ", "DET", "NOUN", "NUM", "PRON", "PROPN"})
_THINGS = frozenset({"NOUN", "PRON", "PROPN"})
_FARTHEST = 4
_BE = frozenset({"be", "get"})
_PAST = frozenset({None, "VBD", "VBN"})


def subject(tree: Tree, verb: int, farthest: int = _FARTHEST) -> int | None:
    """Return the head of the phrase for who does it; None if the sentence does not say."""
    own = tree.children(verb, "nsubj")
    if own:
        return own[0]
    head, relation = tree.heads[verb], tree.relation(verb)
    if head < 0 or not farthest:
        return None
    if relation == "acl":
        return head if tree.tag(head) in _THINGS and not tree.children(verb, "mark") else None
    if relation == "xcomp":
        objects = tree.children(head, "obj", "iobj")
        if objects and not is_promise(tree, head):
            return objects[0]
    if relation in {"advcl", "conj", "xcomp"} and not is_passive(tree, head):
        return subject(tree, head, farthest - 1)
    return None


def is_infinitive(tree: Tree, verb: int) -> bool:
    """Say whether "to" stands before the verb."""
    return any(tree.form(mark) == "to" for mark in tree.children(verb, "mark"))


def is_passive(tree: Tree, verb: int) -> bool:
    """Say whether the verb tells what is done to its subject: "was told", "asked whether he would go, she ..."."""
    if tree.tag(verb) != "VERB" or tree.tokens[verb].xpos not in _PAST or tree.children(verb, "obj"):
        return False
    helpers = {tree.lemma(helper) for helper in tree.children(verb, "aux")}
    is_bare = tree.relation(verb) in {"acl", "advcl"} and not helpers and not tree.children(verb, "nsubj")
    return is_bare or not helpers.isdisjoint(_BE)


def is_promise(tree: Tree, verb: int) -> bool:
    """Say whether the verb's own subject does what its infinitive tells: "promised Oman to leave"."""
    return tree.lemma(verb) in {"promise", "threaten", "vow"}


__all__ = ["NOMINAL", "is_infinitive", "is_passive", "subject"]
