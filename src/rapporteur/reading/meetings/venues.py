"""Houses in which meetings are held: known ones by name, others by the noun in their name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from rapporteur.reading.claims import Place
from rapporteur.reading.meetings.passages import Passage
from rapporteur.reading.meetings.subjects import clause_end, clause_start
from rapporteur.reference import load

_BEFORE = frozenset({"at", "in", "inside", "near", "outside", "to"})
_LONGEST = 6  # words


@dataclass(frozen=True, slots=True)
class Venue:
    """A house, and the city in which it is known to stand."""

    name: str
    place: Place | None = None


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
    return Venue(name) if set(name.split()) & frozenset(load("venues")["heads"]) else None


@cache
def known() -> Mapping[str, Venue]:
    """Return the venues known by name, by each of their forms in lower case."""
    found = {}
    for entry in load("venues")["named"]:
        venue = Venue(entry["name"], Place(entry["city"], entry["country"]))
        for form in (entry["name"], *entry.get("names", ())):
            found[form.lower().replace("’", "'")] = venue
    return found


__all__ = ["Venue", "known", "venue_of"]
