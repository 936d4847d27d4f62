"""The houses in which meetings are held, as a clause names them."""

from __future__ import annotations

from rapporteur.reading.meetings.passages import Passage
from rapporteur.reading.meetings.subjects import clause_end, clause_start
from rapporteur.reading.places.venues import Venue, is_house, known

_BEFORE = frozenset({"at", "in", "inside", "near", "outside", "to"})
_LONGEST = 6  # words


def venue_of(passage: Passage, first: int, end: int) -> Venue | None:
    """Return the house in which what stands at words ``first`` to ``end`` of a sentence is."""
    stop = clause_end(passage, end)
    for at in range(clause_start(passage, first), stop):
        if passage.word(at) in _BEFORE and (found := _venue_at(passage, at + 1, stop)):
            return found
    return None


def _venue_at(passage: Passage, at: int, stop: int) -> Venue | None:
    for end in range(min(at + _LONGEST, stop), at, -1):
        if venue := known().get(passage.text(at, end).removeprefix("the ")):
            return venue
    first = at + (passage.word(at) == "the")
    end = first
    while end < stop and passage.line.is_capital(end) and not passage.time_at(end):
        end += 1
    name = passage.line.span(first, end).of(passage.line.text) if end > first + 1 else ""
    return Venue(name) if is_house(name) else None


__all__ = ["venue_of"]
