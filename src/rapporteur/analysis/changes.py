"""What changed in a record since a build: entries that are new, differ, were joined to others, or are gone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

from rapporteur.record.codec import KINDS, Entry
from rapporteur.record.judgements.decisions import index_of
from rapporteur.record.judgements.judgement import Reference
from rapporteur.record.judgements.references import anchors_of
from rapporteur.record.judgements.values import written
from rapporteur.record.record import Record
from rapporteur.record.rows import evidence_of

_APART = frozenset({"id", "evidence", "reports", "aliases", "offices", "versions", "positions", "openings", "meetings"})
"""Fields whose change a reader learns otherwise: by the number of reports, or not at all."""


_JOINED = ("meetings", "issues", "commitments", "events")
"""The lists of which two entries can become one, known again by the words they stand on."""


class Kind(StrEnum):
    """What became of an entry."""

    NEW = "new"
    UPDATED = "updated"
    MERGED = "merged"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that changed, before and now as a person writes it."""

    field: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Change:
    """An entry of the list ``list`` that changed.

    ``entry`` is as it is now, or as it was for one that is gone or merged; ``into`` is what it was merged into, and
    ``reports`` how many more articles report it.
    """

    kind: Kind
    list: str
    entry: Entry
    differences: tuple[Difference, ...] = ()
    into: str | None = None
    reports: int = 0


def changes(record: Record, after: int) -> tuple[Change, ...]:
    """What changed after the build of a number, in the order of the record's lists, then by what became of it."""
    names = {actor.id: actor.name for actor in record.actors} | {issue.id: issue.name for issue in record.issues}
    found = [
        change
        for name, (kind, before) in record.changed(after).items()
        if (change := _change(record, name, kind, before, names))
    ]
    order, kinds = list(KINDS), list(Kind)
    return tuple(sorted(found, key=lambda one: (order.index(one.list), kinds.index(one.kind), one.entry.id)))


def _change(record: Record, name: str, kind: str, before: Entry | None, names: Mapping[str, str]) -> Change | None:
    now = next((entry for entry in getattr(record, kind) if entry.id == name), None)
    if now is None and before is None:
        return None  # it came and went
    if before is None or now is None:
        entry = now or before
        assert entry is not None  # noqa: S101 - one of the two is there
        into = None if now else _into(record, kind, entry)
        return Change(Kind.NEW if now else Kind.MERGED if into else Kind.GONE, kind, entry, into=into)
    differences = tuple(_differences(before, now, names))
    reports = len(_articles(now) - _articles(before))
    return Change(Kind.UPDATED, kind, now, differences, reports=reports) if differences or reports else None


def _differences(before: Entry, now: Entry, names: Mapping[str, str]) -> list[Difference]:
    pairs = ((f.name, getattr(before, f.name), getattr(now, f.name)) for f in fields(now) if f.name not in _APART)
    told = ((name, written(old, names), written(new, names)) for name, old, new in pairs if old != new)
    return [Difference(name, old, new) for name, old, new in told if old != new]


def _articles(entry: Entry) -> set[str]:
    return {piece.article for piece in evidence_of(entry)}


def _into(record: Record, kind: str, entry: Entry) -> str | None:
    """The entry of the same list that stands on the words on which a lost one stood."""
    anchors = anchors_of(entry) if kind in _JOINED else ()
    found = index_of(getattr(record, kind)).one(Reference(kind, entry.id, "", anchors)) if anchors else None
    return found if found != entry.id else None


__all__ = ["Change", "Difference", "Kind", "changes"]
