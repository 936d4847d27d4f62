"""States and territories, and the forms by which the press names them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any

from rapporteur.reference import load
from rapporteur.reference.forms import Entry, fold, merged, table


class Sense(StrEnum):
    """In what sense a written form stands for a state."""

    NAME = "name"
    ABBREVIATION = "abbreviation"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    CAPITAL = "capital"
    METONYM = "metonym"


@dataclass(frozen=True, slots=True)
class State(Entry):
    """One state, territory or de facto entity; `states.yaml` explains the fields.

    `since` and `until` are years (the first and the last of its existence under this key); `successor`
    is the key of the state that continued it.
    """

    name: str
    status: str
    iso2: str | None = None
    cow: int | None = None
    names: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capital: str | None = None
    capital_names: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    successor: str | None = None

    def existed(self, year: int) -> bool:
        """Say whether the state existed in `year`; where no year is known, it did."""
        return (self.since or year) <= year <= (self.until or year)

    def forms(self) -> Iterator[tuple[str, Sense]]:
        """Yield every written form with its sense."""
        capital = (self.capital,) if self.capital else ()
        groups = (
            (Sense.NAME, (self.name, *self.names)),
            (Sense.ABBREVIATION, self.abbreviations),
            (Sense.ADJECTIVE, self.adjectives),
            (Sense.PEOPLE, self.people),
            (Sense.CAPITAL, (*capital, *self.capital_names)),
            (Sense.METONYM, self.metonyms),
        )
        for sense, forms in groups:
            for form in forms:
                yield form, sense


@cache
def states() -> Mapping[str, State]:
    """Return every state by key."""
    return MappingProxyType(table(State, load("states")))


def extended(base: Mapping[str, State], extra: Iterable[Mapping[str, Any]]) -> Mapping[str, State]:
    """Return `base` with the entries of `extra`, written as in `states.yaml`; ConfigError for a bad one."""
    return MappingProxyType(merged(State, base, extra))


@cache
def lexicon() -> Mapping[str, tuple[tuple[str, Sense], ...]]:
    """Return every form as written, with the (state key, sense) pairs it can have."""
    return lexicon_of(states())


def lexicon_of(known: Mapping[str, State]) -> Mapping[str, tuple[tuple[str, Sense], ...]]:
    """Return the lexicon of the states in `known`; historical states stand after living ones."""
    found: dict[str, list[tuple[str, Sense]]] = {}
    for state in sorted(known.values(), key=lambda state: state.until is not None):
        for form, sense in state.forms():
            pairs = found.setdefault(form, [])
            if (state.key, sense) not in pairs:
                pairs.append((state.key, sense))
    return MappingProxyType({form: tuple(pairs) for form, pairs in found.items()})


def by_name(text: str, *, year: int | None = None) -> State | None:
    """Return the state named `text` (name in any casing, or abbreviation as written), if only one fits.

    With `year`, only states of that year count; otherwise a living state goes before historical ones.
    """
    return _only(_folded().get((Sense.NAME, fold(text)), ()), year) or _only(_abbreviated().get(text, ()), year)


def by_adjective(text: str, *, year: int | None = None) -> State | None:
    """Return the one state whose adjective is `text` ("Turkish"); `year` as in `by_name`."""
    return _only(_folded().get((Sense.ADJECTIVE, fold(text)), ()), year)


def by_people(text: str, *, year: int | None = None) -> State | None:
    """Return the one state whose people are `text` ("Turks"); `year` as in `by_name`."""
    return _only(_folded().get((Sense.PEOPLE, fold(text)), ()), year)


def by_capital(text: str, *, year: int | None = None) -> State | None:
    """Return the one state whose capital is or was `text` ("Kiev"); `year` as in `by_name`."""
    return _only(_folded().get((Sense.CAPITAL, fold(text)), ()), year)


@cache
def _folded() -> Mapping[tuple[Sense, str], tuple[State, ...]]:
    found: dict[tuple[Sense, str], list[State]] = {}
    for form, pairs in lexicon().items():
        for key, sense in pairs:
            group = found.setdefault((sense, fold(form)), [])
            if states()[key] not in group:
                group.append(states()[key])
    return {form: tuple(group) for form, group in found.items()}


@cache
def _abbreviated() -> Mapping[str, tuple[State, ...]]:
    return {
        form: tuple(states()[key] for key, sense in pairs if sense is Sense.ABBREVIATION)
        for form, pairs in lexicon().items()
    }


def _only(group: tuple[State, ...], year: int | None) -> State | None:
    fitting = [state for state in group if year is None or state.existed(year)]
    living = [state for state in fitting if state.until is None]
    best = fitting if year is not None else living or fitting
    return best[0] if len(best) == 1 else None
