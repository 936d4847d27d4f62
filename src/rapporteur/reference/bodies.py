"""Seats and bodies that speak for a state: named ones ("Kremlin") and generic ones ("defence ministry")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from rapporteur.reference import load
from rapporteur.reference.forms import Entry, fold, merged, table
from rapporteur.reference.states import State, by_adjective, by_name


@dataclass(frozen=True, slots=True)
class Body(Entry):
    """One named body or seat; `state` is a key of `states.yaml`, `organ` the part of the state it stands for."""

    name: str
    state: str
    organ: str
    names: tuple[str, ...] = ()


@cache
def bodies() -> Mapping[str, Body]:
    """Return every named body by key."""
    return MappingProxyType(table(Body, load("bodies")["named"]))


def extended(base: Mapping[str, Body], extra: Iterable[Mapping[str, Any]]) -> Mapping[str, Body]:
    """Return `base` with the entries of `extra`, written as in `bodies.yaml`; ConfigError for a bad one."""
    return MappingProxyType(merged(Body, base, extra))


@cache
def lexicon() -> Mapping[str, tuple[str, ...]]:
    """Return every form as written with the keys of the bodies it can stand for."""
    return lexicon_of(bodies())


def lexicon_of(known: Mapping[str, Body]) -> Mapping[str, tuple[str, ...]]:
    """Return the lexicon of the bodies in `known`, in their order."""
    found: dict[str, list[str]] = {}
    for body in known.values():
        for form in dict.fromkeys((body.name, *body.names)):
            found.setdefault(form, []).append(body.key)
    return MappingProxyType({form: tuple(keys) for form, keys in found.items()})


@cache
def generic() -> Mapping[str, str]:
    """Return the generic phrases ("ministry of defence"), folded, with the organ each names."""
    return MappingProxyType(
        {fold(phrase): group["organ"] for group in load("bodies")["generic"] for phrase in group["phrases"]}
    )


def organ_of(text: str) -> tuple[str, str] | None:
    """Return (state key, organ) of a generic body named with its state, or None.

    "the Turkish defence ministry", "Turkey's Defence Ministry" and "the Ministry of Defence of Turkey"
    all give ("TUR", "defence_ministry").
    """
    for phrase, place in _splits(text.split()):
        organ = generic().get(fold(_bare(phrase)))
        state = _state(_bare(place)) if organ else None
        if organ and state:
            return state.key, organ
    return None


def _splits(words: list[str]) -> Iterator[tuple[str, str]]:
    for at in range(1, len(words)):
        yield " ".join(words[at:]), " ".join(words[:at])
        if words[at] == "of":
            yield " ".join(words[:at]), " ".join(words[at + 1 :])


def _bare(text: str) -> str:
    text = text.removeprefix("the ").removeprefix("The ")
    for ending in ("'s", "’s", "'", "’"):
        text = text.removesuffix(ending)
    return text


def _state(text: str) -> State | None:
    return by_adjective(text) or by_name(text)
