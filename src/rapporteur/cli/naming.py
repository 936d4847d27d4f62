"""Short ids on a terminal, and what somebody means who types one, or a name, or a file's name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from rapporteur.errors import NotInRecordError
from rapporteur.intake.article import Article
from rapporteur.record.codec import KINDS, Entry
from rapporteur.record.record import Record

DIGITS = 7
"""Digits of an id that a table shows: two entries of ten thousand rarely share them, and ``show`` says if they do."""

NEAREST = 5
"""How many are named where a short id fits several."""


def shortened(ids: Sequence[str]) -> tuple[str, ...]:
    """``ids`` as a table shows them: some digits, with the kind before them only where the table mixes kinds."""
    mixed = len({name.rpartition("-")[0] for name in ids}) > 1
    return tuple(_short(name, mixed) for name in ids)


def _short(name: str, with_kind: bool) -> str:
    kind, _, digits = name.rpartition("-")
    return f"{kind}-{digits[:DIGITS]}" if with_kind and kind else digits[:DIGITS]


def named(record: Record, name: str) -> Entry | Article:
    """The entry or article meant by ``name``: an id, the beginning of one, an actor's name or an article's file.

    Raises:
        NotInRecordError: there is none, or more than one.
    """
    if name in record:
        return record[name]
    found = _beginning(record, name) or _called(record, name)
    if len(found) > 1:
        several = ", ".join(thing.id for thing in found[:NEAREST])
        raise NotInRecordError(f"{name} may be any of {len(found)} in the record.", hint=f"Give more of: {several}.")
    return found[0] if found else record[name]


def _beginning(record: Record, name: str) -> list[Entry | Article]:
    things = chain(record.articles, *(getattr(record.entries, kind) for kind in KINDS))
    return [thing for thing in things if name and (thing.id.startswith(name) or _digits(thing.id).startswith(name))]


def _digits(name: str) -> str:
    return name.rpartition("-")[2]


def _called(record: Record, name: str) -> list[Entry | Article]:
    wanted = name.casefold()
    actors = [actor for actor in record.actors if wanted in map(str.casefold, (actor.name, *actor.aliases))]
    return [*actors, *(article for article in record.articles if article.file == name)]
