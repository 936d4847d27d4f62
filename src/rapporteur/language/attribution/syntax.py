"""Attributions by the tree of a sentence: a word that tells of speech, thought or will, its subject, its complement."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from rapporteur.language.attribution import government
from rapporteur.language.attribution.cues import Takes
from rapporteur.language.attribution.government import Frames
from rapporteur.language.attribution.subjects import NOMINAL, is_infinitive, is_passive, subject
from rapporteur.language.parse import Attribution, Manner, Parse
from rapporteur.language.trees import Tree
from rapporteur.spans import Span

_CLAUSE = frozenset({Takes.CLAUSE, Takes.THAT_CLAUSE, Takes.QUESTION, Takes.PERSON, Takes.PERSON_INFINITIVE})
_WIDER = frozenset({"about", "as", "for", "of", "over", "to", "with"})
_MARKS = frozenset("\"'”’)]")
_OPENS = frozenset({",", ";", ":"})


def find(parse: Parse) -> tuple[Attribution, ...]:
    """Return the attributions that the trees tell, in order; what stands in quotation marks is not searched."""
    return tuple(made for sentence in parse.sentences for made in _read(parse, Tree.of(parse, sentence)))


def _read(parse: Parse, tree: Tree) -> Iterator[Attribution]:
    for at in range(len(tree)):
        words = cue_words(tree, at)
        if not words or _is_quoted(parse, tree.tokens[at].start):
            continue
        frames = _frames(tree, at)
        content = _trimmed(tree, _content(tree, at, frames)) if frames else []
        if not content:
            continue
        made = _made(parse, tree, at, words, content)
        if made.source or _is_expected(tree, at):
            yield made


def _is_expected(tree: Tree, at: int) -> bool:
    """Whether a verb tells what people in general think of its subject: "is expected to"."""
    return is_passive(tree, at) and any(is_infinitive(tree, x) for x in tree.children(at, "xcomp"))


def cue_words(tree: Tree, at: int) -> tuple[int, ...]:
    """Return the word at ``at`` with its helpers and particle, if it may be a cue."""
    if tree.tag(at) == "VERB":
        return tuple(sorted((at, *_particles(tree, at))))
    if tree.tag(at) == "ADJ" and tree.children(at, "cop"):
        return (at,)
    return ()


def _particles(tree: Tree, at: int) -> tuple[int, ...]:
    return tuple(c for c in tree.children(at, "compound") if tree.tag(c) in {"ADP", "ADV"})


def _frames(tree: Tree, at: int) -> Frames:
    lemma = tree.lemma(at)
    if tree.tag(at) == "ADJ":
        return government.adjectives().get(lemma, frozenset())
    particles = " ".join(tree.form(p) for p in _particles(tree, at))
    return government.verbs().get(f"{lemma} {particles}".strip(), frozenset())


def _content(tree: Tree, at: int, frames: Frames) -> list[int]:
    """The words of the complement that the frames of the word at ``at`` allow."""
    plain = {kind for kind, preposition in frames if not preposition}
    clauses = tree.children(at, "ccomp")
    if clauses and plain & _CLAUSE:
        return _below(tree, clauses[:1])
    infinitives = [x for x in tree.children(at, "xcomp") if is_infinitive(tree, x)]
    objects = tree.children(at, "obj")
    passive = is_passive(tree, at)
    told = tree.children(at, "nsubj") if passive else objects
    if infinitives and (Takes.INFINITIVE if not told else Takes.PERSON_INFINITIVE) in plain:
        return _below(tree, (*told, *infinitives))
    led = [o for o in tree.children(at, "obl", "advcl") if _leads(tree, o) == "as"]
    if Takes.COMPLEMENT in plain and told and (led or tree.children(at, "xcomp")):
        return _below(tree, (*told, *tree.children(at, "xcomp"), *led))
    if Takes.OBJECT in plain and told:
        return _below(tree, (*told, *(o for o in tree.children(at, "obl", "advcl") if _leads(tree, o) in _WIDER)))
    prepositions = {preposition for kind, preposition in frames if preposition}
    return _below(tree, [o for o in tree.children(at, "obl", "advcl") if _leads(tree, o) in prepositions][:1])


def _leads(tree: Tree, at: int) -> str:
    """The preposition before a phrase or a clause."""
    return tree.case(at) or " ".join(tree.form(m) for m in tree.children(at, "mark"))


def _below(tree: Tree, heads: Iterable[int]) -> list[int]:
    return sorted(word for head in heads for word in tree.subtree(head))


def _trimmed(tree: Tree, words: list[int]) -> list[int]:
    """``words`` without the marks at their ends."""
    first, end = 0, len(words)
    while end > first and tree.tag(words[end - 1]) == "PUNCT" and tree.form(words[end - 1]) not in _MARKS:
        end -= 1
    while first < end and (tree.form(words[first]) in _OPENS or tree.relation(words[first]) == "cc"):
        first += 1
    return words[first:end]


def _made(parse: Parse, tree: Tree, at: int, words: Sequence[int], content: Sequence[int]) -> Attribution:
    spans = tuple(_pieces(tree, content))
    source = _source(tree, at, set(content))
    manner = Manner.MIXED if any(_holds_quotation(parse, span) for span in spans) else Manner.INDIRECT
    return Attribution((source,) if source else (), tuple(_pieces(tree, words)), spans, manner)


def _source(tree: Tree, at: int, content: set[int]) -> Span | None:
    if is_passive(tree, at):
        head = next((o for o in tree.children(at, "obl") if tree.case(o) == "by"), None)
    else:
        head = subject(tree, at)
    if head is None or head in content or tree.tag(head) not in NOMINAL:
        return None
    return phrase(tree, head, at)


def phrase(tree: Tree, head: int, verb: int) -> Span:
    """Return the phrase for a source, on its side of the verb."""
    words = [w for w in tree.subtree(head) if (w < verb) == (head < verb) and w != verb]
    words = _trimmed(tree, sorted(words))
    return Span(tree.tokens[words[0]].start, tree.tokens[words[-1]].end) if words else tree.core(head)


def _pieces(tree: Tree, words: Sequence[int]) -> Iterator[Span]:
    """The words as spans, one a stretch without a gap."""
    first = 0
    for index in range(1, len(words) + 1):
        if index == len(words) or words[index] != words[index - 1] + 1:
            yield Span(tree.tokens[words[first]].start, tree.tokens[words[index - 1]].end)
            first = index


def _is_quoted(parse: Parse, offset: int) -> bool:
    at = bisect_left(parse.quotations, offset, key=lambda q: q.end)
    return at < len(parse.quotations) and parse.quotations[at].start <= offset < parse.quotations[at].end


def _holds_quotation(parse: Parse, span: Span) -> bool:
    at = bisect_left(parse.quotations, span.start, key=lambda q: q.start)
    return at < len(parse.quotations) and parse.quotations[at].start < span.end


__all__ = ["cue_words", "find", "phrase"]
