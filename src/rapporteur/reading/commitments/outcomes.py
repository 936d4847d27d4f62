"""What became of a commitment, as the words behind it or the next sentence say."""

from __future__ import annotations

from rapporteur.reading.claims import Fulfilment
from rapporteur.reading.clauses.lines import Line
from rapporteur.reading.commitments.promises import outcome_words, promise_words

_OPENING = 6
"""Among how many first words of a sentence "the deal" or "it" must stand to take up the commitment before."""
_COMMON = 5
"""The fewest letters of a word that shows, when shared, that two sentences are about one thing."""


def outcome_behind(line: Line, at: int) -> Fulfilment | None:
    """Return the outcome that the words of ``line`` from ``at`` on tell."""
    for place in range(at, len(line)):
        for words, status in outcome_words().get(line.words[place], ()):
            if line.words[place : place + len(words)] == words:
                return status
    return None


def outcome_in(line: Line, what: str) -> Fulfilment | None:
    """Return the outcome that a later sentence tells of the commitment ``what``, if it is about it at all."""
    status = outcome_behind(line, 0)
    if status is None:
        return None
    opening = set(line.words[:_OPENING])
    shared = {word for word in what.lower().split() if len(word) >= _COMMON} & set(line.words)
    return status if opening & promise_words("pointers") or shared else None


__all__ = ["outcome_behind", "outcome_in"]
