"""How written forms are compared, and how entries of a table become records."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, fields
from functools import lru_cache
from typing import Any, TypeVar

from anyascii import anyascii

from rapporteur.errors import ConfigError

_GAPS = re.compile(r"[\s\-_]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a table; every kind of entry has a key."""

    key: str


Item = TypeVar("Item", bound=Entry)


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Return `text` without case, accents, hyphens and surplus space: the form in which it is looked up."""
    plain = text if text.isascii() else anyascii(text)
    return _GAPS.sub(" ", plain.casefold()).strip()


def record(kind: type[Item], entry: Mapping[str, Any]) -> Item:
    """Return `entry` as a record of `kind`, its lists as tuples.

    Raises ConfigError where the entry has a field that `kind` lacks, lacks one that `kind` needs, or has a
    single value where `kind` wants a list.
    """
    known = {field.name: field.default for field in fields(kind)}
    wrong = [
        *(f"unknown field {name!r}" for name in sorted(set(entry) - set(known))),
        *(f"no {name!r}" for name, default in known.items() if default is MISSING and name not in entry),
        *(f"{name!r} is not a list" for name, value in entry.items() if _unlisted(known.get(name), value)),
    ]
    if wrong:
        raise ConfigError(
            f"The {kind.__name__.lower()} entry {entry.get('key', '?')} cannot be used: {', '.join(wrong)}.",
            hint=f"Its fields are {', '.join(known)}.",
        )
    return kind(**{name: _frozen(value) for name, value in entry.items()})


def table(kind: type[Item], entries: Iterable[Mapping[str, Any]]) -> dict[str, Item]:
    """Return the records of `entries` by key, in their order; raises ConfigError as `record` does."""
    items = (record(kind, entry) for entry in entries)
    return {item.key: item for item in items}


def merged(kind: type[Item], base: Mapping[str, Item], extra: Iterable[Mapping[str, Any]]) -> dict[str, Item]:
    """Return `base` with the entries of `extra`: a new key is added, a known one gains list items and new values.

    `base` is left as it is. Raises ConfigError as `record` does.
    """
    items = dict(base)
    for entry in extra:
        known = items.get(entry.get("key", ""))
        items[entry.get("key", "")] = record(kind, entry) if known is None else _joined(kind, known, entry)
    return items


def _joined(kind: type[Item], item: Item, entry: Mapping[str, Any]) -> Item:
    values = {field.name: getattr(item, field.name) for field in fields(kind)}
    for name, value in entry.items():
        old = values.get(name)
        if isinstance(old, tuple) and isinstance(value, (list, tuple)):
            values[name] = tuple(dict.fromkeys((*old, *value)))
        else:
            values[name] = value
    return record(kind, values)


def _unlisted(default: Any, value: Any) -> bool:
    return isinstance(default, tuple) and not isinstance(value, (list, tuple))


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
