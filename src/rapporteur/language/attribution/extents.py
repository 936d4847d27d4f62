"""How far a content reaches, by the tree: what rules or model cut short is filled up, what goes on too far is cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapporteur.language.attribution import government
from rapporteur.language.parse import Attribution, Manner, Parse
from rapporteur.language.trees import Tree
from rapporteur.spans import Span

_OCCASIONS = frozenset({"after", "although", "as", "because", "before", "if", "when", "while"})
_VERBAL = frozenset({"AUX", "VERB"})


def settled(parse: Parse, tree: Tree, found: Attribution, told: Attribution | None = None) -> Attribution:
    """The attribution with its content as the tree has it, where that is surer.

    ``tree`` is that of the sentence in which the cue stands, ``told`` what it tells of the same cue. What is quoted in
    full stays as it is.
    """
    if found.manner is Manner.DIRECT:
        return found
    if told is not None and _is_fuller(parse, tree, found, told):
        found = replace(found, content=told.content, manner=told.manner)
    return _cut(parse, tree, found)


def _is_fuller(parse: Parse, tree: Tree, found: Attribution, told: Attribution) -> bool:
    """Whether the tree has all of what was found, or what was found stands elsewhere and tells when or where."""
    if len(told.content) == 1 and all(part in told.content[0] for part in found.content):
        is_fragment = any(found.content[0] in quotation for quotation in parse.quotations)
        return found.manner is Manner.INDIRECT or is_fragment or len(found.content) > 1
    apart = not any(part.overlaps(piece) for part in found.content for piece in told.content)
    return apart and not _has_clause(tree, found.content) and _has_clause(tree, told.content)


def _has_clause(tree: Tree, content: Sequence[Span]) -> bool:
    heads = [head for span in content for head in _heads(tree, span)]
    return any(tree.tag(head) in _VERBAL or tree.children(head, "cop", "nsubj") for head in heads)


def _cut(parse: Parse, tree: Tree, found: Attribution) -> Attribution:
    """Leave out the end of a content that hangs on its cue, or that the reporter adds."""
    last = found.content[-1]
    words = tree.inside(last)
    if not words or last.start < found.cue[-1].end:
        return found
    heads = tree.tops(words)
    above = _above(tree, found.cue)
    for head in words[1:]:
        is_apart = head in heads and (_is_joined(tree, head, heads, above) or _is_occasion(tree, head, heads, above))
        if not is_apart and not _is_remark(tree, head, heads):
            continue
        if any(tree.tokens[head].span in quotation for quotation in parse.quotations):
            continue
        end = _end_before(tree, head, words[0])
        return replace(found, content=(*found.content[:-1], Span(last.start, tree.tokens[end].end)))
    return found


def _is_joined(tree: Tree, head: int, heads: Sequence[int], above: set[int]) -> bool:
    """Whether a clause is joined to the cue: "urged Oman to wait | but has said that"."""
    is_conjunct = tree.relation(head) == "conj" and tree.heads[head] in above and not tree.children(head, "mark")
    return is_conjunct and _stands_alone(tree, head, has_clause=_reports_clause(tree, heads))


def _is_occasion(tree: Tree, head: int, heads: Sequence[int], above: set[int]) -> bool:
    """Whether a clause tells when or why the cue's deed was done: "praised the crew | after the ferry had sunk"."""
    marks = {tree.form(mark) for mark in tree.children(head, "mark")}
    if tree.relation(head) != "advcl" or tree.heads[head] not in above or _reports_clause(tree, heads):
        return False
    return bool(tree.children(head, "nsubj")) and not marks.isdisjoint(_OCCASIONS)


def _is_remark(tree: Tree, head: int, heads: Sequence[int]) -> bool:
    """Whether a participle behind a comma says more of what is reported: "said he would go|, ending a long wait"."""
    token, holder = tree.tokens[head], tree.heads[head]
    if tree.relation(head) != "advcl" or token.xpos != "VBG" or holder not in heads:
        return False
    first = min(tree.subtree(head))
    is_behind_comma = "," in {tree.form(first), tree.form(first - 1) if first else ""}
    is_bare = is_behind_comma and not tree.children(head, "mark", "nsubj")
    return is_bare and first > holder and tree.relation(holder) in {"ccomp", "xcomp"}


def _reports_clause(tree: Tree, heads: Sequence[int]) -> bool:
    return any(tree.relation(head) == "ccomp" for head in heads)


def _stands_alone(tree: Tree, verb: int, *, has_clause: bool) -> bool:
    """Whether a verb that is joined to another is no part of what that one reports.

    Where a clause is reported, the parser may have joined to the cue what belongs to the clause: there the verb must
    have a noun for its subject, and report something itself.
    """
    subjects = tree.children(verb, "nsubj")
    if not has_clause:
        return bool(subjects or any(_is_finite(tree, helper) for helper in tree.children(verb, "aux", "cop")))
    is_cue = government.infinitive(tree.form(verb), tree.lemma(verb)) in government.verbs()
    return is_cue and any(tree.tag(s) in {"NOUN", "PROPN"} for s in subjects)


def _is_finite(tree: Tree, helper: int) -> bool:
    return tree.tokens[helper].xpos in {None, "MD", "VBD", "VBP", "VBZ"}


def _end_before(tree: Tree, head: int, first: int) -> int:
    """The last word before a clause that is joined on, without the conjunction and the marks between."""
    end = min(word for word in tree.subtree(head) if word > first) - 1
    while end > first and tree.tag(end) in {"CCONJ", "PUNCT"}:
        end -= 1
    return end


def _above(tree: Tree, cue: Sequence[Span]) -> set[int]:
    """The words of the cue and all that it hangs on."""
    found: set[int] = set()
    for at in (at for span in cue for at in tree.inside(span)):
        node = at
        while node >= 0 and node not in found:
            found.add(node)
            node = tree.heads[node]
    return found


def _heads(tree: Tree, span: Span) -> Sequence[int]:
    return tree.tops(tree.inside(span))


__all__ = ["settled"]
