"""Which of the attributions found by rule or by the model are worth keeping: what can be no attribution is left out."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from rapporteur.language.attribution import cues
from rapporteur.language.attribution.grammar import group
from rapporteur.language.parse import Attribution, Manner, Parse

_FEWEST = 4
"""Of fewer words, a quotation that no verb of saying leads in is an expression."""


def is_plausible(parse: Parse, found: Attribution) -> bool:
    """Whether it has a cue outside quotation marks that may be one, and a content long enough for it."""
    if not found.cue or _is_quoted(parse, found.cue[0].start):
        return False
    words = [word for span in found.cue for word in span.of(parse.text).lower().split()]
    length = sum(len(parse.words_in(span)) for span in found.content)
    if words[-1] in group("auxiliaries") | group("modals"):
        return False
    if found.manner is Manner.INDIRECT:
        return length > 1
    return length >= _FEWEST or _is_known(words)


def _is_known(words: list[str]) -> bool:
    """Whether a cue is a mark, or has a verb or noun of saying in it."""
    marks = not any(c.isalnum() for word in words for c in word)
    return marks or ("according", "to") in pairwise(words) or any(w in cues.forms() or w in cues.nouns() for w in words)


def _is_quoted(parse: Parse, offset: int) -> bool:
    at = bisect_right(parse.quotations, offset, key=lambda q: q.start) - 1
    return at >= 0 and parse.quotations[at].start < offset < parse.quotations[at].end


__all__ = ["is_plausible"]
