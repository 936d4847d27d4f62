"""Organisations, armed groups and the press itself, and the forms by which they are named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from rapporteur.reference import load
from rapporteur.reference.forms import Entry, merged, table


@dataclass(frozen=True, slots=True)
class Organisation(Entry):
    """One organisation: `kind` is organisation, armed_group or body; `organisations.yaml` lists the subkinds.

    `seat` is a city; `state` the key of the state in which it works or whose voice it is, if any;
    `parent` the key of the organisation it is a part of.
    """

    name: str
    kind: str
    subkind: str
    names: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    seat: str | None = None
    state: str | None = None
    parent: str | None = None


@cache
def organisations() -> Mapping[str, Organisation]:
    """Return every organisation by key."""
    return MappingProxyType(table(Organisation, load("organisations")))


def extended(base: Mapping[str, Organisation], extra: Iterable[Mapping[str, Any]]) -> Mapping[str, Organisation]:
    """Return `base` with the entries of `extra`, written as in `organisations.yaml`; ConfigError for a bad one."""
    return MappingProxyType(merged(Organisation, base, extra))


@cache
def lexicon() -> Mapping[str, tuple[str, ...]]:
    """Return every form as written with the keys of the organisations it can stand for."""
    return lexicon_of(organisations())


def lexicon_of(known: Mapping[str, Organisation]) -> Mapping[str, tuple[str, ...]]:
    """Return the lexicon of the organisations in `known`, in their order."""
    found: dict[str, list[str]] = {}
    for item in known.values():
        for form in dict.fromkeys((item.name, *item.names, *item.abbreviations)):
            found.setdefault(form, []).append(item.key)
    return MappingProxyType({form: tuple(keys) for form, keys in found.items()})
