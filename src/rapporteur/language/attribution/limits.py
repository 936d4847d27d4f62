"""Limits: where what a cue attributes ends and the reporter's own sentence goes on."""

from __future__ import annotations

from collections.abc import Sequence

from rapporteur.language.attribution import cues
from rapporteur.language.attribution.clauses import has_clause
from rapporteur.language.attribution.cues import Strength, Takes, is_finite_cue, is_gerund, words
from rapporteur.language.attribution.frames import Atom, Frame
from rapporteur.language.attribution.grammar import DASHES, group, is_adverb, is_finite, is_in

_ENDS_OBJECT = frozenset({"after", "although", "before", "but", "though", "when", "while"})
_MARKS = frozenset({",", ";", ":"}) | DASHES
_NEAR = 25


def clause_end(frame: Frame, first: int, stop: int, *, embedded: bool = False) -> int:
    """Return where the clause that begins at ``first`` ends, ``stop`` at the latest.

    A quotation that opens it and ends with a comma is all of it, unless the clause is ``embedded`` ("that").
    """
    atoms = frame.atoms
    if atoms[first].is_taken_up and not embedded:
        end = first + 1
        while end < stop and atoms[end].is_quote:
            end += 1
        return end
    for index in range(first + 1, stop):
        if atoms[index].low == ";" or (_is_break(atoms, index) and _resumes(frame, first, index, stop)):
            return index
    return stop


def object_end(frame: Frame, first: int, stop: int) -> int:
    """Return where the noun phrase that begins at ``first``, with all that hangs on it, ends."""
    atoms = frame.atoms
    for index in range(first + 1, stop):
        if atoms[index].low in _MARKS and not _in_list(atoms, index, stop):
            return index
        if (atoms[index - 1].low == "“," and not _lists_on(atoms, index, stop)) or atoms[index].low in _ENDS_OBJECT:
            return index
        if _opens_occasion(atoms, index, stop):
            return index
        if atoms[index].low == "and" and is_finite_cue(atoms, index + 1):
            return index
        if _is_break(atoms, index) and _resumes(frame, first, index, stop):
            return index
    return stop


def _in_list(atoms: Sequence[Atom], comma: int, stop: int) -> bool:
    """Whether the comma stands in a list that ends with "and" before any verb."""
    for index in range(comma + 1, min(stop, comma + 8)):
        if atoms[index].low in {"and", "or"}:
            return not is_finite_cue(atoms, index + 1) and index > comma + 1
        if is_finite(atoms[index]) or is_in(atoms[index], "relatives") or is_gerund(atoms, index):
            return False
    return False


def _lists_on(atoms: Sequence[Atom], at: int, stop: int) -> bool:
    """Whether another quotation follows as one of a list: called him “slow,” a “fool” and “a danger to us all”."""
    following = atoms[at : min(stop, at + 4)]
    others = [a for a in following if not a.is_quote]
    return any(a.is_quote for a in following[:2]) and all(is_in(a, "determiners", "conjunctions") for a in others[:1])


def _opens_occasion(atoms: Sequence[Atom], at: int, stop: int) -> bool:
    """Whether a day, or "in a statement", stands at ``at``: it tells when or how something was said."""
    if is_in(atoms[at - 1], "prepositions", "determiners") or at + 1 >= stop:
        return False
    if atoms[at].low in {"on", "in", "during"} and is_in(atoms[at + 1], "determiners", "times"):
        return atoms[at + 1].is_capital or any(a.low in words("documents") for a in atoms[at + 2 : at + 4])
    return atoms[at].is_capital and is_in(atoms[at], "times") and not atoms[at + 1].is_possessive


def _is_break(atoms: Sequence[Atom], index: int) -> bool:
    previous = atoms[index - 1]
    return previous.low == "," or previous.is_quote or previous.low in DASHES or atoms[index].low in {"and", "but"}


def _resumes(frame: Frame, first: int, index: int, stop: int) -> bool:
    """Whether the reporter speaks again at ``index``: ", adding that", "and warned that", ", while Y said"."""
    atoms = frame.atoms
    if atoms[index].low == "according" and index + 1 < stop and atoms[index + 1].low == "to":
        return True
    is_joined = atoms[index].low in group("resuming")
    at = index + is_joined
    while at < stop and is_adverb(atoms[at]):
        at += 1
    if at >= stop:
        return False
    if not is_joined:
        return is_gerund(atoms, at) and not is_in(atoms[at], "prepositions")
    behind_comma = atoms[index - 1].low == "," or atoms[index - 1].is_quote
    if is_finite_cue(atoms, at) or is_gerund(atoms, at):
        return atoms[index].low in {"and", "but"} and _takes_up(atoms, at, stop, behind_comma=behind_comma)
    if not behind_comma or not has_clause(frame, first, index):
        return False
    verb = next((i for i in range(at + 1, min(stop, at + 9)) if is_finite_cue(atoms, i)), None)
    return verb is not None and _takes_up(atoms, verb, stop, behind_comma=False)


def _takes_up(atoms: Sequence[Atom], at: int, stop: int, *, behind_comma: bool) -> bool:
    """Whether the cue verb at ``at`` surely has a content of its own."""
    found = cues.match(atoms, at)
    if found is None or found[1] >= stop or found[0].cue.strength is Strength.WEAK:
        return False
    form, end = found
    if form.cue.verb in {"say", "add"} or (behind_comma and form.cue.strength is Strength.STRONG):
        return True
    return _is_marked(atoms, end, stop, infinitive=form.cue.may_take(Takes.INFINITIVE, Takes.PERSON_INFINITIVE))


def _is_marked(atoms: Sequence[Atom], at: int, stop: int, *, infinitive: bool) -> bool:
    """Whether "that", a quotation, or an infinitive follows before the next comma."""
    for index in range(at, min(stop, at + _NEAR)):
        atom = atoms[index]
        if atom.is_quote or atom.low in {"that", ":"} or (infinitive and atom.low == "to"):
            return True
        if atom.low in {",", ";"} and not (index + 1 < stop and atoms[index + 1].is_quote):
            return False
    return False


__all__ = ["clause_end", "object_end"]
