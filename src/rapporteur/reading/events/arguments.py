"""Who does what a word tells, and to whom: from the tree of its sentence.

Actors and recipients are PLOVER's; the relations are those of Universal Dependencies.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cache

from rapporteur.language.trees import Tree
from rapporteur.reading.events.mutual import WITH, between, inside, is_mutual
from rapporteur.reading.events.plover import plover_words
from rapporteur.reference import load

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_DATIVE = frozenset({"to", "against"})
"""Prepositions that lead to those whom something is given or done."""
_SURE = WITH | {"on", "upon"}
_PLACING = frozenset({"in", "at", "of", "for"})
_OWNING = frozenset({"'s", "’s", "'", "’"})
_GIVING = frozenset({"from", "by"})
_REPORTED = frozenset({"ccomp", "parataxis"})
_DEPTH = 5
"""How many verbs up a subject is sought."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """Head words of those who act and of those acted upon; ``mutual`` if all who act do it to one another."""

    actors: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()
    mutual: bool = False


def arguments(tree: Tree, at: int, telling: Collection[int] = ()) -> Arguments:
    """The arguments of the word ``at`` of ``tree`` that tells an event; ``telling`` are the other words that do."""
    found = _of_verb(tree, at) if _is_verb(tree, at) else _of_noun(tree, at, telling)
    if found.actors or found.recipients or tree.heads[at] in telling:
        return found
    return _of_sentence(tree, at)


def _of_sentence(tree: Tree, at: int) -> Arguments:
    """The subject of its sentence, or of the clause in it that is reported, for a word without arguments of its own."""
    clause = at
    while tree.heads[clause] >= 0 and not _is_reported_behind(tree, clause):
        clause = tree.heads[clause]
    is_root = tree.heads[clause] < 0
    subject = next(iter(tree.children(clause, "nsubj")), None) if is_root else _clause_subject(tree, clause)
    return _made(tree, [subject] if subject is not None and subject != at else [], [])


def _is_reported_behind(tree: Tree, at: int) -> bool:
    """Whether a clause is one of which it is said behind it who says it: "Peru signed, an envoy of Chile said"."""
    head = tree.heads[at]
    return head > at and tree.relation(at) in _REPORTED and bool(tree.children(head, "nsubj"))


def _clause_subject(tree: Tree, at: int) -> int | None:
    """The subject of a clause with who says so behind it: its own, or of the clause before that is reported with it."""
    beside = (c for c in tree.children(tree.heads[at], *_REPORTED) if c <= at)
    return next((subject for clause in reversed(list(beside)) for subject in tree.children(clause, "nsubj")), None)


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
    if tree.lemma(at) in plover_words("suffering"):
        near = (c for node in (at, *tree.children(at, "obj")) for c in tree.children(node, "obl", "nmod"))
        givers = [c for c in near if tree.case(c) in _GIVING and not _is_time(tree, c)]
        if givers:
            return _made(tree, givers, subjects)
    joined = between(tree, subject) if subject is not None else None
    if joined is not None:  # "a meeting between Peru and Chile failed to bring peace"
        return Arguments(tree.members(joined), mutual=True)
    return replace(_made(tree, subjects, _objects(tree, at)), mutual=is_mutual(tree, at))


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
        if tree.children(at, "mark") or _is_wording(tree, at):  # "a plan to attack": whoever has the plan
            return _governor_subject(tree, head, depth)
        return head
    if relation == "xcomp":
        controller = tree.children(head, "obj", "iobj")
        return controller[0] if controller and not _is_light_object(tree, head) else _subject(tree, head, depth - 1)
    if _is_reported_behind(tree, at):
        return _clause_subject(tree, at)
    if relation in ("conj", "advcl", "ccomp", "parataxis", "dep", "cop", "aux"):
        return _subject(tree, head, depth - 1) if _is_verb(tree, head) else None
    return None


def _is_wording(tree: Tree, at: int) -> bool:
    """Whether a participle says what a text or act does that somebody makes: "signed a decree freeing the pilots"."""
    head = tree.heads[at]
    return tree.tokens[at].xpos == "VBG" and tree.lemma(head) in plover_words("wordings")


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
    if direct and (_is_named(tree, direct[0]) or _are_people_at(tree, direct[0], led)):
        return direct
    inner = [k for thing in (*direct, *led) for noun in inside(tree, thing) for k in _led(tree, noun)]
    if direct and not led:  # "refused a plea from Chad", but of "the bank in Chad" or "Peru's plea to Chad" the thing
        owned = any(
            tree.case(c) in _OWNING and tree.tag(c) == "PROPN" for d in direct for c in tree.children(d, "nmod")
        )
        inner = [] if owned else [k for k in inner if tree.case(k) in _SURE]
    if led or inner:
        near = sorted([*led, *inner], key=lambda k: _rank(tree, k))
        somebody = [k for k in near if _names_somebody(tree, k)] or [k for k in near if tree.case(k) in _DATIVE]
        return somebody[:1] or direct or near[:1]
    clause = next((c for c in tree.children(at, "xcomp", "ccomp", "advcl") if c > at), None)
    if clause is None or direct:
        return direct
    return list(tree.children(clause, "nsubj")) or _objects(tree, clause)


def _is_named(tree: Tree, at: int) -> bool:
    """Whether a word is a name or a pronoun, or a name stands behind it: "his counterpart, Ana Lee"."""
    return any(tree.tag(k) in ("PROPN", "PRON") for k in (at, *tree.children(at, "appos")))


def _are_people_at(tree: Tree, at: int, led: list[int]) -> bool:
    """Whether an object means people of whom only a place is told besides: "held nuns in Chad", not "sent men to"."""
    return tree.lemma(at) in plover_words("people") and all(tree.case(k) in _PLACING for k in led)


def _is_who(tree: Tree, at: int) -> bool:
    """Whether a word is a name or a pronoun, or means people."""
    return tree.tag(at) in ("PROPN", "PRON") or tree.lemma(at) in plover_words("people")


def _names_somebody(tree: Tree, at: int) -> bool:
    return _is_who(tree, at) or any(tree.tag(node) == "PROPN" for node in tree.subtree(at))


def _led(tree: Tree, at: int) -> list[int]:
    """The words to which a preposition of `ways` leads from ``at``: by the surest first, then the nearest."""
    ways = plover_words("ways")
    led = [c for c in tree.children(at, "obl", "nmod") if c > at and tree.case(c) in ways and not _is_time(tree, c)]
    return sorted(led, key=lambda c: _rank(tree, c))


def _rank(tree: Tree, at: int) -> int:
    """How unsure it is that the preposition of a phrase leads to the recipient: 0 for "against"."""
    return _ways().index(tree.case(at))


@cache
def _ways() -> tuple[str, ...]:
    return tuple(load("plover")["ways"])


def _is_time(tree: Tree, at: int) -> bool:
    lemma = tree.lemma(at)
    return lemma in plover_words("times") or lemma.title() in load("names")["calendar"] or tree.tag(at) == "NUM"


def _owner(tree: Tree, at: int) -> int | None:
    """Who owns a noun: "Iran's", "the Iranian", "its", "by Iran"."""
    by = [c for c in tree.children(at, "nmod", "obl", "acl") if tree.case(c) == "by"]
    if by:
        return by[0]
    owners = [
        c for c in tree.children(at, "nmod", "det") if c < at and (tree.case(c) in _OWNING or _is_pronoun(tree, c))
    ]
    if owners:
        return owners[-1]
    before = [c for c in tree.children(at, "compound", "amod", "nmod") if c < at]
    return next((c for c in before if tree.text[tree.tokens[c].start].isupper()), None)


def _is_pronoun(tree: Tree, at: int) -> bool:
    return tree.tag(at) == "PRON" and "Poss=Yes" in (tree.tokens[at].feats or "")


def _of_noun(tree: Tree, at: int, telling: Collection[int]) -> Arguments:
    """As in "A's attack on B", "talks between A and B", "A launched an attack on B", "B faces sanctions"."""
    joined = between(tree, at)
    if joined is not None:
        return Arguments(tree.members(joined), mutual=True)
    owner, verb, led = _owner(tree, at), _carrier(tree, at), _led(tree, at)
    givers = [c for c in led if tree.case(c) == "from"] if tree.lemma(at) not in plover_words("leaving") else []
    led = [c for c in led if c not in givers]
    if verb is None or (verb in telling and not _is_carrying(tree, verb)):
        return _made(tree, [owner] if owner is not None else givers, led)
    subject = _subject(tree, verb, _DEPTH)
    if givers:
        return _made(tree, givers, led or ([subject] if subject not in (None, at) else []))
    if _is_passive(tree, verb):
        agents = [c for c in tree.children(verb, "obl") if tree.case(c) == "by"]
        return _made(tree, agents or ([owner] if owner is not None else []), led or _led(tree, verb))
    if tree.relation(at) == "nsubj":
        return _made(tree, [owner if owner is not None else at], led or _objects(tree, verb))
    others = [k for k in (*led, *_led(tree, verb), *tree.children(verb, "iobj")) if k != at]
    if tree.lemma(verb) in plover_words("suffering") and subject is not None:
        return _made(tree, [owner] if owner is not None else others, [subject])
    actor = subject if subject is not None else owner
    found = _made(tree, [actor] if actor is not None else [], others or ([owner] if owner not in (None, actor) else []))
    return replace(found, mutual=is_mutual(tree, verb))


def _is_carrying(tree: Tree, verb: int) -> bool:
    """Whether who does what a verb tells does what its noun tells too: "held talks", "voiced support"."""
    return tree.lemma(verb) in plover_words("doing") | plover_words("voicing")


def _carrier(tree: Tree, at: int) -> int | None:
    """The verb whose subject or object the noun is, or on which it hangs with a preposition."""
    node, relation = tree.heads[at], tree.relation(at)
    while node >= 0 and relation == "conj":
        node, relation = tree.heads[node], tree.relation(node)
    if node < 0 or relation not in ("obj", "obl", "nsubj", "xcomp") or not _is_verb(tree, node):
        return None
    if tree.case(at) in plover_words("beside"):
        return None
    return node


__all__ = ["Arguments", "arguments"]
