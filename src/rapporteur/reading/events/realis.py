"""Whether what a clause tells has happened, is planned, supposed, denied, or long past."""

from __future__ import annotations

import datetime as dt

from rapporteur.reading.claims import Realis
from rapporteur.reading.clauses.lines import Line
from rapporteur.reading.clauses.verb_groups import VerbGroup, clause_words
from rapporteur.reading.scene import Scene

_SUPPOSED = frozenset({"would", "could", "should", "can", "may", "might", "must", "ought", "'d"})
_TO_COME = frozenset({"will", "shall", "'ll", "wo"})
ANNOUNCING = frozenset({"will", "would", "shall", "'ll", "wo"})
"""Modals by which somebody says what they are going to do."""
_PAST_DAYS = 2 * 366
"""An event this long before its article is background."""


def realis_of(scene: Scene, line: Line, group: VerbGroup | None, at: int) -> Realis:
    """Return the realis of what the word at ``at`` tells; ``group`` is its verb group, None for a noun."""
    if group and group.negated:
        return Realis.NEGATED
    if is_supposed(line, group.start if group else at) or (group and group.modal in _SUPPOSED):
        return Realis.HYPOTHETICAL
    if group and (
        group.modal in _TO_COME or clause_words()["ahead"] & set(line.words[max(0, group.start - 1) : group.head])
    ):
        return Realis.PLANNED
    return Realis.HISTORICAL if is_background(scene, line) else Realis.ACTUAL


def is_supposed(line: Line, at: int) -> bool:
    """Whether the clause that holds the word at ``at`` is a supposition: behind "if" or "unless"."""
    for place in range(at - 1, max(-1, at - 12), -1):
        if line.words[place] in (",", ";", ":", '"', "that"):
            return False
        if line.words[place] in ("if", "unless", "whether", "lest"):
            return True
    return False


def is_background(scene: Scene, line: Line) -> bool:
    """Whether the sentence's latest day lies years before the article."""
    latest = [t.when.latest for t in scene.times_in(line.sentence) if t.type == "DATE" and t.when.latest]
    published = scene.article.published.earliest
    if not latest or published is None:
        return False
    return max(latest) < published - dt.timedelta(days=_PAST_DAYS)


__all__ = ["ANNOUNCING", "is_background", "is_supposed", "realis_of"]
