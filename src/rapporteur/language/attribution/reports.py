"""Which attributions report something said, and the joining of what the rules and the model find.

PARC's attributions hold plain acts of speech as well ("urged Oman to wait"); what is reported in such a one is an act,
and no clause and no quotation.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from rapporteur.language.attribution.extents import settled
from rapporteur.language.attribution.mending import mended
from rapporteur.language.attribution.plausible import is_plausible
from rapporteur.language.attribution.syntax import LONGEST
from rapporteur.language.parse import Attribution, Manner, Parse
from rapporteur.language.trees import Tree
from rapporteur.spans import Span

_CLAUSES = frozenset({"ccomp", "parataxis", "csubj", "root"})
_SUBJECTS = frozenset({"nsubj", "csubj"})
_SHARED = 0.6
"""The share of the shorter of two contents from which they are the same."""


def is_report(parse: Parse, attribution: Attribution) -> bool:
    """Whether an attribution reports words or a clause, and not an act alone."""
    return attribution.manner is not Manner.INDIRECT or any(_is_clause(parse, span) for span in attribution.content)


def joined(
    parse: Parse, rules: Sequence[Attribution], model: Sequence[Attribution], trees: Sequence[Attribution] = ()
) -> tuple[Attribution, ...]:
    """The attributions of the rules, those that only the model finds, and those that only the trees tell, in order.

    A report in which nothing is quoted stands only if the model sees it too, or "according to" leaves no doubt: the
    rules take too many clauses for reports. What has no source by the model is left to the reading of statements. The
    trees add what stands outside all that is known.
    """
    known = [
        found
        for found in rules
        if found.manner is not Manner.INDIRECT
        or not is_report(parse, found)
        or _is_according(parse, found)
        or any(_is_same(found.content, other.content) for other in model)
    ]
    new = [found for found in model if found.source and not any(_repeats(found, other) for other in known)]
    plausible = [found for found in (*known, *new) if is_plausible(parse, found)]
    kept = [_fitted(parse, found, _of_same_cue(found, trees)) for found in plausible]
    added = [found for found in trees if not any(_touch(found, other) for other in kept)]
    added = [_fitted(parse, found) for found in added if not any(_is_inside(found, other) for other in added)]
    return tuple(sorted((*kept, *added), key=lambda a: min(s.start for s in (*a.source, *a.cue, *a.content))))


def _fitted(parse: Parse, found: Attribution, told: Attribution | None = None) -> Attribution:
    """An attribution with source and content as the tree of its sentence has them; ``told`` is what that tells."""
    sentence = parse.sentence_at(found.cue[0].start)
    if sentence is None or len(sentence) > LONGEST:
        return found
    tree = Tree.of(parse, sentence)
    return settled(parse, tree, mended(tree, found), told)


def _is_according(parse: Parse, found: Attribution) -> bool:
    return found.cue[0].of(parse.text).lower().startswith("according")


def _of_same_cue(found: Attribution, others: Sequence[Attribution]) -> Attribution | None:
    return next((other for other in others if _share_cue(found, other)), None)


def _share_cue(found: Attribution, other: Attribution) -> bool:
    return any(one.overlaps(two) for one in found.cue for two in other.cue)


def _touch(found: Attribution, other: Attribution) -> bool:
    """Whether the words of one are taken by the other: its cue, its content, or it is told in the other."""
    return _share_cue(found, other) or _is_inside(found, other) or _repeats(found, other)


def _repeats(found: Attribution, other: Attribution) -> bool:
    """Whether two report the same; not where one reports the other, as "said | he plans | to leave" does."""
    return _is_same(found.content, other.content) and not (other.cue and _is_inside(other, found))


def _is_inside(found: Attribution, other: Attribution) -> bool:
    """Whether the cue of one stands in what the other reports."""
    return found is not other and any(span.overlaps(found.cue[0]) for span in other.content)


def _is_clause(parse: Parse, span: Span) -> bool:
    """Whether the head of a content has a subject in it, or hangs on what reports it as a clause does."""
    first = bisect_left(parse.tokens, span.start, key=lambda token: token.start)
    end = bisect_left(parse.tokens, span.end, key=lambda token: token.start)
    heads = [at for at in range(first, end) if not first <= (parse.tokens[at].head or 0) < end]
    with_subject = {parse.tokens[at].head for at in range(first, end) if parse.tokens[at].deprel in _SUBJECTS}
    return any(parse.tokens[at].deprel in _CLAUSES or at in with_subject for at in heads)


def _is_same(one: Sequence[Span], other: Sequence[Span]) -> bool:
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    return shared > _SHARED * min(sum(map(len, one)), sum(map(len, other)))


__all__ = ["is_report", "joined"]
