"""Complements: what hangs on a word of speech, thought or will and is what it tells, by the word's frames."""

from __future__ import annotations

from collections.abc import Sequence

from rapporteur.language.attribution import government
from rapporteur.language.attribution.branches import below
from rapporteur.language.attribution.cues import Takes
from rapporteur.language.attribution.government import Frames
from rapporteur.language.attribution.subjects import is_infinitive, is_passive
from rapporteur.language.trees import Tree

_CLAUSE = frozenset({Takes.CLAUSE, Takes.THAT_CLAUSE, Takes.QUESTION, Takes.PERSON, Takes.PERSON_INFINITIVE})
_WIDER = frozenset({"about", "as", "for", "of", "over", "to", "with"})
_OPENS_CLAUSE = frozenset({"that", "to", "whether"})


def of_word(tree: Tree, at: int) -> list[int]:
    """Return the words of what a verb or an adjective tells; none if it is no cue there."""
    frames = _frames(tree, at)
    plain = {kind for kind, preposition in frames if not preposition}
    clauses = tree.children(at, "ccomp")
    if clauses and plain & _CLAUSE:
        return _without_that(tree, below(tree, clauses[:1]))
    told = tree.children(at, "nsubj" if is_passive(tree, at) else "obj")
    return below(tree, _without_clause(tree, at, plain, told)) or _led(tree, at, frames)


def of_noun(tree: Tree, at: int) -> list[int]:
    """Return the words of the clause that says what a noun is: "a plan to leave", "a warning that war was near"."""
    clause = next((c for c in tree.children(at, "acl", "ccomp") if _leads(tree, c) in _OPENS_CLAUSE), None)
    if clause is None or tree.lemma(at) not in government.nouns():
        return []
    return _without_that(tree, below(tree, [clause]))


def _without_that(tree: Tree, words: list[int]) -> list[int]:
    is_led = bool(words) and tree.form(words[0]) == "that" and tree.relation(words[0]) == "mark"
    return words[1:] if is_led else words


def particles(tree: Tree, at: int) -> tuple[int, ...]:
    """Return the particles of a verb: the "out" of "point out"."""
    return tuple(c for c in tree.children(at, "compound") if tree.tag(c) in {"ADP", "ADV"})


def _leads(tree: Tree, at: int) -> str:
    """Return the words that lead to a phrase or a clause: its preposition, its conjunction."""
    return tree.case(at) or " ".join(tree.form(m) for m in tree.children(at, "mark"))


def _frames(tree: Tree, at: int) -> Frames:
    if tree.tag(at) == "ADJ":
        return government.adjectives().get(tree.lemma(at), frozenset())
    verb = government.infinitive(tree.form(at), tree.lemma(at))
    words = (verb, *(tree.form(p) for p in particles(tree, at)))
    return government.verbs().get(" ".join(words), frozenset())


def _without_clause(tree: Tree, at: int, plain: set[str], told: Sequence[int]) -> tuple[int, ...]:
    """The heads of a complement that is no clause: an infinitive, a thing, a thing and what it is called."""
    predicates = tree.children(at, "xcomp")
    infinitives = tuple(x for x in predicates if is_infinitive(tree, x))
    phrases = [(_leads(tree, o), o) for o in tree.children(at, "obl", "advcl")]
    called = tuple(o for lead, o in phrases if lead == "as")
    if infinitives and (Takes.PERSON_INFINITIVE if told else Takes.INFINITIVE) in plain:
        return (*told, *infinitives)
    if Takes.COMPLEMENT in plain and told and (called or predicates):
        return (*told, *predicates, *called)
    if Takes.OBJECT in plain and told:
        return (*told, *(o for lead, o in phrases if lead in _WIDER))
    return ()


def _led(tree: Tree, at: int, frames: Frames) -> list[int]:
    """The words behind a preposition that the word's frames name, without it."""
    prepositions = {preposition for _, preposition in frames if preposition}
    phrase = next((o for o in tree.children(at, "obl", "advcl") if _leads(tree, o) in prepositions), None)
    return below(tree, [phrase])[1:] if phrase is not None else []


__all__ = ["of_noun", "of_word", "particles"]
