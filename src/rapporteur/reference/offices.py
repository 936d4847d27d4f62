"""Offices: the titles by which the press names them, the role each is, and the level of a meeting it makes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from rapporteur.reference import load
from rapporteur.reference.forms import Entry, fold, merged, table


@dataclass(frozen=True, slots=True)
class Role(Entry):
    """One role of the record. `titles` and `plural` are lower case; `level` is null where the role sets none."""

    level: str | None = None
    titles: tuple[str, ...] = ()
    plural: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Modifier(Entry):
    """A word that changes an office: `effect` is past, acting, future, lowers or keeps.

    `before` and `after` say on which side of the title it stands.
    """

    effect: str
    before: bool = True
    after: bool = False
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Honorific(Entry):
    """A word before a name: `part_of_name` tells "King" in "King Hussein" from "Mr"; `role` where it is a rank."""

    part_of_name: bool
    role: str | None = None
    forms: tuple[str, ...] = ()


@cache
def roles() -> Mapping[str, Role]:
    """Return every role by key."""
    return MappingProxyType(table(Role, load("offices")["roles"]))


def extended(base: Mapping[str, Role], extra: Iterable[Mapping[str, Any]]) -> Mapping[str, Role]:
    """Return `base` with the entries of `extra`, written as in `offices.yaml`; ConfigError for a bad one."""
    return MappingProxyType(merged(Role, base, extra))


@cache
def titles() -> Mapping[str, str]:
    """Return the role of every title, folded, where no state says otherwise (see `role_of`)."""
    return titles_of(roles())


def titles_of(known: Mapping[str, Role]) -> Mapping[str, str]:
    """Return the role of every title of the roles in `known`, folded."""
    return MappingProxyType({fold(title): role.key for role in known.values() for title in role.titles})


@cache
def plurals() -> Mapping[str, str]:
    """Return the role of every plural title ("foreign ministers"), folded."""
    return MappingProxyType({fold(form): role.key for role in roles().values() for form in role.plural})


def role_of(title: str, state: str | None = None) -> str | None:
    """Return the role that `title` is in `state` (a key of `states.yaml`), or None for an unknown title."""
    folded = fold(title)
    return _exceptions().get((folded, state)) or titles().get(folded)


def level_of(role: str, state: str | None = None) -> str | None:
    """Return the level of a meeting that `role` makes in `state`, or None where it sets none.

    Raises KeyError where `role` is not one of `roles()`.
    """
    return _levels().get((role, state), roles()[role].level)


@cache
def modifiers() -> Mapping[str, Modifier]:
    """Return every modifier by each of its forms, folded."""
    known = table(Modifier, load("offices")["modifiers"])
    return MappingProxyType({fold(form): item for item in known.values() for form in item.forms})


@cache
def honorifics() -> Mapping[str, Honorific]:
    """Return every honorific by each of its forms as written."""
    known = table(Honorific, load("offices")["honorifics"])
    return MappingProxyType({form: item for item in known.values() for form in item.forms})


@cache
def _exceptions() -> Mapping[tuple[str, str | None], str]:
    entries = load("offices")["titles_in"]
    return {(fold(entry["title"]), state): entry["role"] for entry in entries for state in entry["states"]}


@cache
def _levels() -> Mapping[tuple[str, str | None], str | None]:
    return {
        (entry["role"], state): entry["level"] for entry in load("offices")["levels_in"] for state in entry["states"]
    }
