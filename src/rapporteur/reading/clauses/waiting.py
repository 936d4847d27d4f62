"""Whether what somebody says they will do waits for something else: it is a condition then, and no promise."""

from __future__ import annotations

from rapporteur.language.attribution import grammar
from rapporteur.reading.clauses.lines import Line
from rapporteur.reading.clauses.subjects import speech_verbs
from rapporteur.reading.commitments.promises import promise_words

_AHEAD = 25


def waits_here(line: Line, at: int) -> bool:
    """Whether the clause that holds the word at ``at`` stands behind "until", "before", "if": "before it will sign"."""
    for place in range(at - 1, -1, -1):
        word = line.words[place]
        if word in (",", ";", ":", '"', "that"):
            return False
        if word in promise_words("waiting") and not _is_time(line, place + 1):
            return True
    return False


def waits(line: Line, at: int) -> bool:
    """Whether the clause at ``at`` hangs on another, before it or behind it: "When they go, we shall talk"."""
    if waits_here(line, at):
        return True
    first = _opening(line, at)
    if any(line.words[place] in promise_words("fronted") for place in range(first, at)):
        return True
    return any(word in ("if", "unless", "provided") for word in line.words[at : at + _AHEAD])


def _opening(line: Line, at: int) -> int:
    """Where what is said begins: behind the last verb of saying, mark or quotation mark before ``at``."""
    verbs = [place for place, _ in speech_verbs(line) if place < at and line.quoted[place] == line.quoted[at]]
    marks = [place for place in range(at) if line.words[place] in (";", ":", '"', ".")]
    return max([-1, *verbs, *marks]) + 1


def _is_time(line: Line, at: int) -> bool:
    near = line.words[at : at + 3]
    return any(word in grammar.group("times") or word.isdigit() for word in near)


__all__ = ["waits", "waits_here"]
