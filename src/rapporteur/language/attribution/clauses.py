"""Clauses of a frame: where the first one begins, what is set before its subject, whether there is a verb."""

from __future__ import annotations

from collections.abc import Sequence

from rapporteur.language.attribution.cues import is_finite_cue
from rapporteur.language.attribution.frames import Atom, Frame
from rapporteur.language.attribution.grammar import DASHES, group, is_adverb, is_finite, is_finite_at, is_in, is_time

_LONGEST_DATELINE = 14
_CLOSING = frozenset({".", "!", "?", "…", "..."})


def clause_start(frame: Frame) -> int:
    """Return where the frame's first clause begins: behind a dateline and a leading conjunction."""
    atoms = frame.atoms
    start = 0
    for index, atom in enumerate(atoms[:_LONGEST_DATELINE]):
        if atom.low in DASHES and _is_dateline(atoms[:index]):
            start = index + 1
            break
    while start < len(atoms) and (is_in(atoms[start], "conjunctions") or atoms[start].low in {"*", "•", "-"}):
        start += 1
    return start


def last_end(frame: Frame) -> int:
    """Return the end of the frame without its closing marks."""
    end = len(frame.atoms)
    while end and frame.atoms[end - 1].low in _CLOSING:
        end -= 1
    return end


def is_fronted(atom: Atom) -> bool:
    """Say whether a phrase that begins so is set before a subject: "On Monday, ...", "Speaking in Rome, ..."."""
    if not atom.is_word or atom.low in {"who", "which"}:
        return False
    return (
        is_in(atom, "prepositions", "fronting", "subordinators")
        or is_adverb(atom)
        or is_time(atom)
        or (atom.low.endswith("ing") and len(atom.low) > 5)
        or (atom.low.endswith("ed") and len(atom.low) > 4)
    )


def has_clause(frame: Frame, first: int, end: int) -> bool:
    """Say whether a finite verb, or a quotation, stands between the two atoms."""
    return any(a.is_quote for a in frame.atoms[first:end]) or has_verb(frame, first, end)


def has_verb(frame: Frame, first: int, end: int) -> bool:
    """Say whether a finite verb stands between the two atoms, outside quotations."""
    atoms = frame.atoms
    return any(is_finite_at(atoms, i) or (i > first and is_cue(atoms, i)) for i in range(first, end))


def is_cue(atoms: Sequence[Atom], at: int) -> bool:
    """Say whether a cue verb that can be nothing else stands at ``at``."""
    return not atoms[at].is_capital and is_finite_cue(atoms, at)


def opens_clause(frame: Frame, at: int, stop: int) -> bool:
    """Say whether a clause follows that tells when or why: "after he met", "when asked"."""
    atoms = frame.atoms
    if atoms[at].low not in group("clause_openers"):
        return False
    for index in range(at + 1, min(stop, at + 9)):
        if atoms[index].low in {",", "that", ":"} or atoms[index].is_quote:
            return False
        if is_finite_at(atoms, index) or is_finite_cue(atoms, index):
            return True
    return False


def _is_dateline(atoms: Sequence[Atom]) -> bool:
    words = [a for a in atoms if a.is_word]
    return bool(words) and all((a.is_capital or a.low[0].isdigit()) and not is_finite(a) for a in words)


__all__ = ["clause_start", "has_clause", "has_verb", "is_cue", "is_fronted", "last_end", "opens_clause"]
