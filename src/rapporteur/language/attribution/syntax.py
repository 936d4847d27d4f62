"""Attributions by the tree of a sentence: a word that tells of speech, thought or will, its subject, its complement."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from rapporteur.language.attribution import complements
from rapporteur.language.attribution.branches import below, phrase, pieces
from rapporteur.language.attribution.subjects import NOMINAL, is_infinitive, is_passive, subject
from rapporteur.language.parse import Attribution, Manner, Parse
from rapporteur.language.trees import Tree
from rapporteur.spans import Span

LONGEST = 2000
"""The most characters of a sentence whose tree is read, so that work stays proportional to a text's length."""

_OWNERS = frozenset({"her", "his", "its", "my", "our", "their", "your"})
_MARKS_OWNER = frozenset({"'", "'s", "by", "from", "’", "’s"})


def find(parse: Parse) -> tuple[Attribution, ...]:
    """Return the attributions that the trees tell, in order; what stands in quotation marks is not searched.

    A tree tells more than what was said, and also what was not; rules and model are asked for what was ``told``.
    """
    short = (sentence for sentence in parse.sentences if len(sentence) <= LONGEST)
    return tuple(made for sentence in short for made in _read(parse, Tree.of(parse, sentence)))


def _read(parse: Parse, tree: Tree) -> Iterator[Attribution]:
    for at in range(len(tree)):
        if _is_quoted(parse, tree.tokens[at].start):
            continue
        if tree.tag(at) == "NOUN" and (content := complements.of_noun(tree, at)):
            source = _owner(tree, at)
            cue: tuple[int, ...] = (at,)
        elif _may_tell(tree, at) and (content := complements.of_word(tree, at)):
            source = _source(tree, at)
            cue = tuple(sorted((at, *complements.particles(tree, at))))
        else:
            continue
        if (source or _is_expected(tree, at)) and not _holds(tree, content, source):
            yield _attribution(parse, tree, source, cue, content)


def _may_tell(tree: Tree, at: int) -> bool:
    return tree.tag(at) == "VERB" or (tree.tag(at) == "ADJ" and bool(tree.children(at, "cop")))


def _is_expected(tree: Tree, at: int) -> bool:
    """Whether a verb tells what people in general think of its subject: "is expected to"."""
    return is_passive(tree, at) and any(is_infinitive(tree, x) for x in tree.children(at, "xcomp"))


def _source(tree: Tree, at: int) -> Span | None:
    if is_passive(tree, at):
        head = next((o for o in tree.children(at, "obl") if tree.case(o) == "by"), None)
    else:
        head = subject(tree, at)
    return phrase(tree, head, at) if head is not None and tree.tag(head) in NOMINAL else None


def _owner(tree: Tree, noun: int) -> Span | None:
    """Whose a noun is: "its decision", "Oman's decision", "a decision by Oman"."""
    for owner in tree.children(noun, "nmod"):
        if tree.form(owner) in _OWNERS or tree.case(owner) in _MARKS_OWNER:
            marks = {c for c in tree.children(owner, "case") if c > owner}
            words = [word for word in below(tree, [owner]) if word not in marks]
            return Span(tree.tokens[words[0]].start, tree.tokens[words[-1]].end) if words else None
    return None


def _holds(tree: Tree, content: Sequence[int], source: Span | None) -> bool:
    """Whether a source stands in what it would report."""
    return source is not None and any(source.overlaps(span) for span in pieces(tree, content))


def _attribution(
    parse: Parse, tree: Tree, source: Span | None, cue: Sequence[int], content: Sequence[int]
) -> Attribution:
    spans = tuple(pieces(tree, content))
    manner = Manner.MIXED if any(_holds_quotation(parse, span) for span in spans) else Manner.INDIRECT
    return Attribution((source,) if source else (), tuple(pieces(tree, cue)), spans, manner, told=False)


def _is_quoted(parse: Parse, offset: int) -> bool:
    at = bisect_left(parse.quotations, offset, key=lambda q: q.end)
    return at < len(parse.quotations) and parse.quotations[at].start <= offset < parse.quotations[at].end


def _holds_quotation(parse: Parse, span: Span) -> bool:
    at = bisect_left(parse.quotations, span.start, key=lambda q: q.start)
    return at < len(parse.quotations) and parse.quotations[at].start < span.end


__all__ = ["LONGEST", "find"]
