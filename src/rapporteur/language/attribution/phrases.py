"""Noun phrases: where the one that ends or begins at a word begins or ends, by the small words around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapporteur.language.attribution import cues
from rapporteur.language.attribution.clauses import has_clause, is_cue, is_fronted
from rapporteur.language.attribution.frames import Atom, Frame
from rapporteur.language.attribution.grammar import (
    DASHES,
    is_adverb,
    is_boundary,
    is_finite,
    is_in,
    is_time,
    is_time_at,
    opens_phrase,
)

REACH = 60
"""How many atoms a phrase may be long."""

_JOINTS = frozenset({"and", "&", "or"})
_BEFORE_LIST = frozenset({",", ":", ";", "and", "as", "but", "that", "while"}) | DASHES
_OCCASIONS = frozenset({"at", "during", "in", "on", "via"})
_WHICH_OF_SEVERAL = frozenset({"day", "last", "next", "second"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: atoms ``first`` to ``end``; without apposition and relative clause it ends at ``core``."""

    first: int
    end: int
    core: int


def ending(frame: Frame, end: int, floor: int) -> Phrase | None:
    """Return the noun phrase that ends at ``end`` and begins at ``floor`` or later; None if there is none."""
    atoms = frame.atoms
    if end <= floor:
        return None
    if atoms[end - 1].low in {"who", "which", "that"}:
        return antecedent(frame, end - 1, end, floor)
    first = _start(frame, end, floor)
    if first == end or _is_left_open(atoms[end - 1]) or _is_predicate(atoms, first, end, floor):
        return _with_relative(frame, end, floor)
    first = skip_fronted(frame, first, end)
    core = _without_occasion(frame, first, end)
    if core <= first or is_in(atoms[first], "prepositions"):
        return None
    owner = _owner(atoms, first, core)
    return Phrase(_compound_start(frame, first, floor) if owner is None else owner, end, core)


def antecedent(frame: Frame, relative: int, end: int, floor: int) -> Phrase | None:
    """Return the noun phrase that the "who" or "which" at ``relative`` stands for."""
    atoms, stop = frame.atoms, relative
    while stop > floor and (atoms[stop - 1].low == "," or atoms[stop - 1].low in DASHES):
        stop -= 1
    first = _start(frame, stop, floor)
    links = [i for i in range(first, stop - 1) if is_in(atoms[i], "links")]
    first = links[-1] + 1 if links else skip_fronted(frame, first, stop)
    return Phrase(first, end, stop) if first < stop else Phrase(relative, end, end)


def skip_fronted(frame: Frame, first: int, end: int) -> int:
    """Return where the subject begins behind words set before it: "On Monday officials", "Later he"."""
    atoms = frame.atoms
    while first < end - 1 and (is_adverb(atoms[first]) or is_time(atoms[first])) and not atoms[first + 1].is_possessive:
        if atoms[first].low.isdigit() and not is_in(atoms[first + 1], "times", "adverbs"):
            break
        first += 1
    if first < end - 1 and atoms[first].low == "with":
        return first + 1
    if first < end - 1 and is_in(atoms[first], "prepositions"):
        return next((i for i in range(first + 2, end) if _restarts(atoms, i)), first)
    return first


def end_of(frame: Frame, first: int, stop: int) -> int:
    """Return the end of the phrase at ``first``, where another phrase or a clause may follow without a mark."""
    atoms = frame.atoms
    if first < stop and is_in(atoms[first], "objects") and atoms[first].low != "her":
        return first + 1
    end = first + 1
    while end < stop and not _is_over(atoms, end, first):
        end += 1
    return min(end, stop)


def bracket_before(frame: Frame, closing: int, floor: int) -> int | None:
    """Return where the bracket that closes at ``closing`` opens."""
    return next((i for i in range(closing - 1, max(floor, closing - 30) - 1, -1) if frame.atoms[i].low == "("), None)


def _start(frame: Frame, end: int, floor: int) -> int:
    atoms, at = frame.atoms, end
    low = max(floor, end - REACH)
    while at > low:
        atom = atoms[at - 1]
        if atom.low == ")":
            opening = bracket_before(frame, at - 1, floor)
            if opening is None:
                break
            at = opening
        elif is_boundary(atom) or atom.low == "according" or is_cue(atoms, at - 1):
            break
        else:
            at -= 1
    return at


def _is_left_open(atom: Atom) -> bool:
    """Whether the word cannot end a noun phrase."""
    if is_in(atom, "prepositions"):
        return True
    return is_in(atom, "determiners") and not is_in(atom, "pronouns") and atom.low not in {"two", "three"}


def _is_predicate(atoms: Sequence[Atom], first: int, end: int, floor: int) -> bool:
    """Whether a few words behind an auxiliary are no subject: "(an official who asked not to be) named said"."""
    if first <= floor or end - first > 3:
        return False
    return not atoms[end - 1].is_capital and is_in(atoms[first - 1], "auxiliaries")


def _with_relative(frame: Frame, end: int, floor: int) -> Phrase | None:
    """The subject of "an official who asked not to be named said"."""
    low = max(floor, end - 25)
    relative = next((i for i in range(end - 1, low - 1, -1) if frame.atoms[i].low in {"who", "which", "whose"}), None)
    return antecedent(frame, relative, end, floor) if relative is not None else None


def _owner(atoms: Sequence[Atom], first: int, end: int) -> int | None:
    """Where the subject of a clause without "that" begins: "a condition Lima", "something the palace"."""
    for at in range(first, end - 1):
        following = atoms[at + 1]
        is_name = following.is_capital and not atoms[at].is_capital
        if (is_name or following.low == "the") and atoms[at].low in cues.words("things"):
            return at + 1
    return None


def _restarts(atoms: Sequence[Atom], at: int) -> bool:
    """Whether a new noun phrase begins at ``at``, behind a prepositional phrase."""
    previous = atoms[at - 1]
    if is_in(previous, "prepositions", "determiners") or previous.is_possessive:
        return False
    if is_time(previous):
        return not is_time(atoms[at]) and not is_in(atoms[at], "prepositions")
    return is_in(atoms[at], "determiners", "pronouns") or (atoms[at].is_capital and not previous.is_capital)


def _without_occasion(frame: Frame, first: int, end: int) -> int:
    """The end of the phrase without a time or an occasion: "X on Monday", "X in a statement"."""
    atoms, stop = frame.atoms, end
    while stop > first + 1 and is_time(atoms[stop - 1]):
        stop -= 1
    if stop < end and is_in(atoms[stop - 1], "prepositions"):
        return stop - 1
    if atoms[end - 1].low not in cues.words("documents"):
        return end
    return next((i for i in range(end - 1, max(first, end - 8), -1) if atoms[i].low in _OCCASIONS), end)


def _compound_start(frame: Frame, first: int, floor: int) -> int:
    """Where "A, B and C" begins, if C begins at ``first``."""
    atoms, start = frame.atoms, first
    if first - 2 < floor or atoms[first - 1].low not in _JOINTS:
        return first
    while start - 2 >= floor and atoms[start - 1].low in _JOINTS | {","}:
        stop = start - 1
        if atoms[stop - 1].low == ",":
            stop -= 1
        begin = _start(frame, stop, floor)
        if begin >= stop or not opens_phrase(atoms[begin]) or is_fronted(atoms[begin]):
            break
        if has_clause(frame, begin, stop):
            break
        if begin > floor and not (atoms[begin - 1].low in _BEFORE_LIST or atoms[begin - 1].is_quote):
            return first
        start = begin
    return start


def _is_over(atoms: Sequence[Atom], at: int, first: int) -> bool:
    """Whether the phrase that began at ``first`` has ended before ``at``."""
    atom, previous = atoms[at], atoms[at - 1]
    if atom.is_possessive or previous.is_possessive or "of" in (atom.low, previous.low) or atom.low == "and":
        return False
    if is_boundary(atom) or atom.low in {",", ":", "("} or is_in(atom, "prepositions") or is_finite(atom):
        return True
    if is_time(previous):
        tells_which = previous.low in _WHICH_OF_SEVERAL and is_in(atoms[at - 2], "determiners", "prepositions")
        return not is_time_at(atoms, at) and not (tells_which and not atom.is_capital)
    is_new_name = atom.is_capital and not previous.is_capital and previous.low.endswith("s") and at - first < 3
    starts = is_in(atom, "determiners", "pronouns") or is_new_name
    return (starts and not is_in(previous, "determiners", "conjunctions")) or is_adverb(atom)


__all__ = ["REACH", "Phrase", "antecedent", "bracket_before", "end_of", "ending", "skip_fronted"]
