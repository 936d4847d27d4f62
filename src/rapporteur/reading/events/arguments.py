"""Who does what a word tells, and to whom: from the tree of its sentence.

Actors and recipients are PLOVER's; the relations are those of Universal Dependencies.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from rapporteur.language.trees import Tree
from rapporteur.reading.events.plover import plover_words
from rapporteur.reference import load

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_DATIVE = frozenset({"to", "against"})
"""Prepositions that lead to those whom something is given or done."""
_DEPTH = 5
"""How many verbs up a subject is sought."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """Head words of those who act and of those acted upon."""

    actors: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()


def arguments(tree: Tree, at: int, telling: Collection[int] = ()) -> Arguments:
    """The arguments of the word ``at`` of ``tree`` that tells an event; ``telling`` are the other words that do."""
    found = _of_verb(tree, at) if _is_verb(tree, at) else _of_noun(tree, at, telling)
    if found.actors or found.recipients or tree.heads[at] in telling:
        return found
    return _of_sentence(tree, at)


def _of_sentence(tree: Tree, at: int) -> Arguments:
    """The subject of the sentence, for a word that has no argument of its own."""
    roots = [k for k in range(len(tree)) if tree.heads[k] < 0]
    subjects = [c for root in roots for c in tree.children(root, "nsubj") if c != at]
    return _made(tree, subjects[:1], [])


def _is_verb(tree: Tree, at: int) -> bool:
    return tree.tag(at) in ("VERB", "AUX") or bool(tree.children(at, "nsubj", "cop"))


def _is_passive(tree: Tree, at: int) -> bool:
    """Whether the verb is passive: a participle behind "be" or "get", or one that describes a noun."""
    token = tree.tokens[at]
    if "Voice=Pass" in (token.feats or ""):
        return True
    helped = any(tree.lemma(c) in ("be", "get") for c in tree.children(at, "aux"))
    described = tree.relation(at) == "acl" and not tree.children(at, "aux", "nsubj", "mark")
    return token.xpos == "VBN" and (helped or described)


def _of_verb(tree: Tree, at: int) -> Arguments:
    subject = _subject(tree, at, _DEPTH)
    subjects = [] if subject is None else [subject, *_joined(tree, at, subject)]
    if _is_passive(tree, at):
        agents = [c for c in tree.children(at, "obl") if tree.case(c) == "by"]
        return _made(tree, agents, subjects or _objects(tree, at))
    return _made(tree, subjects, _objects(tree, at))


def _joined(tree: Tree, at: int, subject: int) -> list[int]:
    """Further subjects that "and" joins, which the parser takes for subjects of their own: "Peru and Chile met"."""
    own = tree.children(at, "nsubj")
    return [c for c in own if c != subject and tree.children(c, "cc")] if subject in own else []


def _made(tree: Tree, actors: list[int], recipients: list[int]) -> Arguments:
    def members(heads: list[int]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(m for head in heads for m in tree.members(head) if tree.tag(m) in _NOMINAL))

    doing = members(actors)
    return Arguments(doing, tuple(m for m in members(recipients) if m not in doing))


def _subject(tree: Tree, at: int, depth: int) -> int | None:
    """The subject of a verb: its own, or the one that it shares with the verb or noun it hangs on."""
    own = tree.children(at, "nsubj")
    head, relation = tree.heads[at], tree.relation(at)
    if own:
        if relation == "acl" and head >= 0 and tree.form(own[0]) in _RELATIVE:
            return head
        return _speaker(tree, at) if tree.form(own[0]) in plover_words("pronouns") else own[0]
    if head < 0 or not depth:
        return None
    if relation == "acl":
        if tree.children(at, "mark"):  # "a plan to attack": whoever has the plan
            return _governor_subject(tree, head, depth)
        return head
    if relation == "xcomp":
        controller = tree.children(head, "obj", "iobj")
        return controller[0] if controller and not _is_light_object(tree, head) else _subject(tree, head, depth - 1)
    if relation in ("conj", "advcl", "ccomp", "parataxis", "dep", "cop", "aux"):
        return _subject(tree, head, depth - 1) if _is_verb(tree, head) else None
    return None


def _speaker(tree: Tree, at: int) -> int:
    """Whom the pronoun means that is the subject of a reported clause: who reports it ("Kenya said it would sign")."""
    own = tree.children(at, "nsubj")[0]
    head = tree.heads[at]
    speaker = tree.children(head, "nsubj") if head >= 0 and tree.relation(at) in ("ccomp", "parataxis") else ()
    return speaker[0] if speaker and tree.tag(speaker[0]) in ("PROPN", "NOUN") else own


def _is_light_object(tree: Tree, at: int) -> bool:
    """Whether the verb promises something to its object rather than having the object do it."""
    return tree.lemma(at) in plover_words("promising")


def _governor_subject(tree: Tree, noun: int, depth: int) -> int | None:
    owner = _owner(tree, noun)
    if owner is not None:
        return owner
    verb = tree.heads[noun]
    return _subject(tree, verb, depth - 1) if verb >= 0 and depth and _is_verb(tree, verb) else None


def _objects(tree: Tree, at: int) -> list[int]:
    """Whom a verb is done to: its object, and whom a preposition leads to where the object is a thing."""
    behind = [c for c in tree.children(at, "nsubj")[1:] if c > at]  # an object that the parser takes for a subject
    direct = list(tree.children(at, "iobj")) or list(tree.children(at, "obj")) or behind
    led = _led(tree, at)
    if direct and (not led or _is_who(tree, direct[0])):
        return direct
    inner = [k for thing in direct for k in _led(tree, thing)]
    if led or inner:
        near = led or inner
        somebody = [k for k in near if _names_somebody(tree, k)] or [k for k in near if tree.case(k) in _DATIVE]
        return somebody[:1] or direct or near[:1]
    clause = next((c for c in tree.children(at, "xcomp", "ccomp", "advcl") if c > at), None)
    if clause is None or direct:
        return direct
    return list(tree.children(clause, "nsubj")) or _objects(tree, clause)


def _is_who(tree: Tree, at: int) -> bool:
    """Whether a word is a name or pronoun, or heads a phrase with a name."""
    return tree.tag(at) in ("PROPN", "PRON")


def _names_somebody(tree: Tree, at: int) -> bool:
    return any(tree.tag(node) == "PROPN" for node in tree.subtree(at))


def _led(tree: Tree, at: int) -> list[int]:
    """The words to which a preposition of `ways` leads from ``at``, the nearest first."""
    ways = plover_words("ways")
    return [c for c in tree.children(at, "obl", "nmod") if c > at and tree.case(c) in ways and not _is_time(tree, c)]


def _is_time(tree: Tree, at: int) -> bool:
    lemma = tree.lemma(at)
    return lemma in plover_words("times") or lemma.title() in load("names")["calendar"] or tree.tag(at) == "NUM"


def _owner(tree: Tree, at: int) -> int | None:
    """Who owns a noun: "Iran's", "the Iranian", "its", "by Iran"."""
    by = [c for c in tree.children(at, "nmod", "obl", "acl") if tree.case(c) == "by"]
    if by:
        return by[0]
    owners = [
        c
        for c in tree.children(at, "nmod", "det")
        if c < at and (tree.case(c) in ("'s", "’s", "'", "’") or _is_pronoun(tree, c))
    ]
    if owners:
        return owners[-1]
    before = [c for c in tree.children(at, "compound", "amod", "nmod") if c < at]
    return next((c for c in before if tree.text[tree.tokens[c].start].isupper()), None)


def _is_pronoun(tree: Tree, at: int) -> bool:
    return tree.tag(at) == "PRON" and "Poss=Yes" in (tree.tokens[at].feats or "")


def _of_noun(tree: Tree, at: int, telling: Collection[int]) -> Arguments:
    """As in "A's attack on B", "talks between A and B", "A launched an attack on B", "B faces sanctions"."""
    between = [c for c in tree.children(at, "nmod", "obl") if tree.case(c) in ("between", "among")]
    if between:
        first, *others = tree.members(between[0])
        return Arguments((first,), tuple(others))
    owner, verb = _owner(tree, at), _carrier(tree, at)
    led = _led(tree, at)
    if verb is None or (verb in telling and tree.lemma(verb) not in plover_words("doing")):
        return _made(tree, [owner] if owner is not None else [], led)
    subject = _subject(tree, verb, _DEPTH)
    if _is_passive(tree, verb):
        agents = [c for c in tree.children(verb, "obl") if tree.case(c) == "by"]
        return _made(tree, agents or ([owner] if owner is not None else []), led or _led(tree, verb))
    if tree.relation(at) == "nsubj":
        return _made(tree, [owner if owner is not None else at], led or _objects(tree, verb))
    others = [k for k in (*led, *_led(tree, verb), *tree.children(verb, "iobj")) if k != at]
    if tree.lemma(verb) in plover_words("suffering") and subject is not None:
        return _made(tree, [owner] if owner is not None else others, [subject])
    actor = subject if subject is not None else owner
    return _made(tree, [actor] if actor is not None else [], others or ([owner] if owner not in (None, actor) else []))


def _carrier(tree: Tree, at: int) -> int | None:
    """The verb whose subject or object the noun is, or on which it hangs with a preposition."""
    node, relation = tree.heads[at], tree.relation(at)
    while node >= 0 and relation == "conj":
        node, relation = tree.heads[node], tree.relation(node)
    if node < 0 or relation not in ("obj", "obl", "nsubj", "xcomp") or not _is_verb(tree, node):
        return None
    return node


__all__ = ["Arguments", "arguments"]
