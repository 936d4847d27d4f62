"""What changed in a record since a build: entries that are new, differ, were joined to others, or are gone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

from rapporteur.record.codec import KINDS, Entry
from rapporteur.record.judgements.decisions import index_of
from rapporteur.record.judgements.judgement import Reference
from rapporteur.record.judgements.references import Index, anchors_of
from rapporteur.record.judgements.values import written
from rapporteur.record.model import Actor, Issue
from rapporteur.record.record import Record
from rapporteur.record.rows import evidence_of

_APART = frozenset(
    {
        "id",
        "evidence",
        "reports",
        "aliases",
        "offices",
        "versions",
        "positions",
        "openings",
        "meetings",
        "meeting",
        "history",
        "why",
        "previous",
        "next",
        "same_as",
        "cameo",
    }
)
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
    changed = record.changed(after)
    present = {kind: {entry.id: entry for entry in getattr(record, kind)} for kind in KINDS}
    names = _names([before for _, before in changed.values() if before]) | _names(
        [*present["actors"].values(), *present["issues"].values()]
    )
    joined = _Joined(present, changed)
    found: list[Change] = []
    for name, (kind, before) in changed.items():
        now = present[kind].get(name)
        if now and before:
            differences, reports = tuple(_differences(before, now, names)), len(_articles(now) - _articles(before))
            if differences or reports:
                found.append(Change(Kind.UPDATED, kind, now, differences, reports=reports))
        elif now:
            found.append(Change(Kind.NEW, kind, now))
        elif before:
            into = joined.into(kind, before)
            found.append(Change(Kind.MERGED if into else Kind.GONE, kind, before, into=into))
    order, kinds = list(KINDS), list(Kind)
    return tuple(sorted(found, key=lambda one: (order.index(one.list), kinds.index(one.kind), one.entry.id)))


def _names(entries: Iterable[Entry]) -> dict[str, str]:
    return {entry.id: entry.name for entry in entries if isinstance(entry, (Actor, Issue))}


class _Joined:
    """What lost entries were joined to: those that stand on their words now, and did not before."""

    def __init__(
        self, present: Mapping[str, Mapping[str, Entry]], changed: Mapping[str, tuple[str, Entry | None]]
    ) -> None:
        self._present, self._changed = present, changed
        self._indexes: dict[str, Index[str]] = {}

    def into(self, kind: str, lost: Entry) -> str | None:
        """The id of the entry to which a lost one was joined."""
        if kind not in _JOINED:
            return None
        index = self._indexes.setdefault(kind, index_of(self._present[kind].values()))
        anchors = anchors_of(lost)
        found = index.one(Reference(kind, "", "", anchors)) if anchors else None
        before = self._changed.get(found or "", (kind, None))[1]
        grew = found in self._changed and not (before and set(anchors) <= set(anchors_of(before)))
        return found if grew else None


def _differences(before: Entry, now: Entry, names: Mapping[str, str]) -> list[Difference]:
    pairs = ((f.name, getattr(before, f.name), getattr(now, f.name)) for f in fields(now) if f.name not in _APART)
    told = ((name, written(old, names), written(new, names)) for name, old, new in pairs if old != new)
    return [Difference(name, old, new) for name, old, new in told if old != new]


def _articles(entry: Entry) -> set[str]:
    return {piece.article for piece in evidence_of(entry)}


__all__ = ["Change", "Difference", "Kind", "changes"]
