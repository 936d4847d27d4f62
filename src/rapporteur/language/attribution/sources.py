"""Sources: the noun phrase that says something, before or behind its verb."""

from __future__ import annotations

from collections.abc import Iterator

from rapporteur.language.attribution.clauses import clause_start, has_clause, has_verb, is_cue, is_fronted
from rapporteur.language.attribution.frames import Atom, Frame
from rapporteur.language.attribution.grammar import (
    DASHES,
    is_adverb,
    is_boundary,
    is_finite,
    is_in,
    is_time,
    opens_phrase,
)
from rapporteur.language.attribution.phrases import REACH, Phrase, bracket_before, ending, skip_fronted

_OPENS_APPOSITION = frozenset({"a", "an", "her", "his", "its", "the", "their", "which", "who", "whose"})
_OPENS_NOMINAL = frozenset({"a", "an", "her", "his", "its", "one", "the", "their"})
_BEFORE_COMPLEMENT = frozenset({"by", "for", "from", "of", "to"})
_STRETCH_ENDS = frozenset({",", ";", ":"})


def before(frame: Frame, at: int, floor: int = 0) -> Phrase | None:
    """Return the subject that ends just before the verb at ``at`` and begins at ``floor`` or later."""
    if at <= floor:
        return None
    last = frame.atoms[at - 1]
    if last.low == ")":
        opening = bracket_before(frame, at - 1, floor)
        core = before(frame, opening, floor) if opening is not None else None
        return Phrase(core.first, at, core.core) if core else None
    if last.low in DASHES:
        return _between_dashes(frame, at - 1, floor)
    if last.low == ",":
        return _between_commas(frame, at - 1, floor)
    return ending(frame, at, floor)


def after(frame: Frame, at: int) -> Phrase | None:
    """Return the subject that begins at ``at``, behind its verb: "said X, the minister"."""
    atoms = frame.atoms
    if at >= len(atoms) or not _may_begin(atoms[at]):
        return None
    end = at + 1
    while end < len(atoms) and end - at < REACH and _goes_on(atoms, end, at):
        end += 1
    if end < len(atoms) and atoms[end].low == "(":
        closing = next((i for i in range(end, min(len(atoms), end + 12)) if atoms[i].low == ")"), None)
        end = closing + 1 if closing is not None else end
    return Phrase(at, _apposition_end(frame, at, end), end)


def main(frame: Frame, stop: int) -> Phrase | None:
    """Return the subject of the frame's first clause, if it ends before ``stop``."""
    atoms = frame.atoms
    first = _skip_fronted_clauses(frame, clause_start(frame), stop)
    end = first
    while end < stop and not (end > first and (is_finite(atoms[end]) or is_adverb(atoms[end]) or is_cue(atoms, end))):
        if is_boundary(atoms[end]) and not _joins_names(atoms, end, first):
            break
        end += 1
    if end == first or end >= stop or (not opens_phrase(atoms[first]) and end - first > 8):
        return None
    while end > first + 1 and (is_time(atoms[end - 1]) or is_in(atoms[end - 1], "prepositions")):
        end -= 1
    return Phrase(first, end, end)


def _between_dashes(frame: Frame, closing: int, floor: int) -> Phrase | None:
    low = max(floor, closing - REACH)
    opening = next((i for i in range(closing - 1, low - 1, -1) if frame.atoms[i].low in DASHES), None)
    core = ending(frame, opening, floor) if opening is not None else None
    return Phrase(core.first, closing, core.core) if core else None


def _between_commas(frame: Frame, closing: int, floor: int) -> Phrase | None:
    """The subject of "X, the minister, said": the first stretch between commas that is a bare noun phrase."""
    stretches = list(_stretches(frame, max(floor, closing - REACH), closing))
    if not stretches or _is_main_clause(frame, *stretches[-1]):
        return None
    for start, end in stretches[:-1]:
        first = start + is_in(frame.atoms[start], "conjunctions")
        if first < end and not is_fronted(frame.atoms[first]) and not has_clause(frame, first, end):
            core = ending(frame, end, first)
            if core:
                return Phrase(core.first, closing, core.core)
    return None


def _is_main_clause(frame: Frame, first: int, end: int) -> bool:
    """Whether a stretch between commas is a clause of its own, no apposition, relative or participle."""
    opener = frame.atoms[first]
    return has_clause(frame, first, end) and not is_fronted(opener) and opener.low not in {"who", "which", "whose"}


def _stretches(frame: Frame, floor: int, end: int) -> Iterator[tuple[int, int]]:
    first = floor
    for index in range(floor, end):
        if frame.atoms[index].low in _STRETCH_ENDS or frame.atoms[index].is_taken_up:
            if index > first:
                yield first, index
            first = index + 1
    if end > first:
        yield first, end


def _skip_fronted_clauses(frame: Frame, first: int, end: int) -> int:
    """Behind phrases and clauses set before the subject with a comma."""
    atoms = frame.atoms
    while first < end and is_fronted(atoms[first]) and not atoms[min(first + 1, end - 1)].is_possessive:
        comma = next((i for i in range(first, min(end, first + REACH)) if atoms[i].low == ","), None)
        if comma is None:
            return skip_fronted(frame, first, end)
        first = comma + 1
    return first


def _may_begin(atom: Atom) -> bool:
    if not atom.is_word or is_boundary(atom):
        return False
    return opens_phrase(atom) or not (is_adverb(atom) or is_time(atom) or is_in(atom, "prepositions", "objects"))


def _goes_on(atoms: tuple[Atom, ...], at: int, first: int) -> bool:
    """Whether the phrase that began at ``first`` goes on with the atom at ``at``."""
    atom = atoms[at]
    following = atoms[at + 1] if at + 1 < len(atoms) else None
    if atom.low == "and" and following is not None and opens_phrase(following):
        return not (at + 2 < len(atoms) and (is_finite(atoms[at + 2]) or is_cue(atoms, at + 2)))
    if atom.low == "," and following is not None and following.is_capital:
        joined = next((i for i in range(at + 2, min(at + 5, len(atoms) - 1)) if atoms[i].low == "and"), None)
        return joined is not None and atoms[joined + 1].is_capital
    if atom.low in _BEFORE_COMPLEMENT and following is not None:
        return atom.low == "of" or (not atoms[at - 1].is_capital and opens_phrase(following))
    if is_boundary(atom) or is_in(atom, "prepositions") or is_adverb(atom) or is_cue(atoms, at):
        return False
    is_pronoun = is_in(atoms[first], "pronouns") and not is_in(atoms[first], "determiners")
    return not is_time(atom) and not (is_pronoun and at == first + 1)


def _apposition_end(frame: Frame, first: int, end: int) -> int:
    """Where an apposition or relative clause behind the phrase ends: "X, the minister", "the minister, X"."""
    atoms = frame.atoms
    if end + 1 >= len(atoms) or atoms[end].low != ",":
        return end
    opener = atoms[end + 1]
    is_nominal = atoms[first].low in _OPENS_NOMINAL or any(a.is_possessive for a in atoms[first:end])
    is_name = opener.is_capital and is_nominal
    if not (is_name or opener.low in _OPENS_APPOSITION):
        return end
    stop = end + 2
    while stop < len(atoms) and not atoms[stop].is_quote and atoms[stop].low not in _STRETCH_ENDS | DASHES:
        stop += 1
    if opener.low not in {"which", "who", "whose"} and has_verb(frame, end + 1, stop):
        return end  # "According to X, the talks failed": a clause
    return stop - 1 if stop == len(atoms) and not atoms[-1].is_word else stop


def _joins_names(atoms: tuple[Atom, ...], at: int, first: int) -> bool:
    """Whether an "and" inside a subject joins two names."""
    return atoms[at].low == "and" and first < at < len(atoms) - 1 and opens_phrase(atoms[at + 1])


__all__ = ["after", "before", "main"]
