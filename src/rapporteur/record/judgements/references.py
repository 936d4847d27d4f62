"""From an entry to the words that stand for it in a judgement, and back to whatever the record makes of them now."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

from rapporteur.record.codec import Entry
from rapporteur.record.judgements.judgement import Anchor, Reference
from rapporteur.record.model import Actor, Issue
from rapporteur.record.rows import evidence_of
from rapporteur.reference.forms import fold

Item = TypeVar("Item", bound=Hashable)

MOST = 40
"""Anchors of one reference: enough to find it again, few enough to read."""


def anchors_of(entry: Entry, sightings: Iterable[Anchor] = ()) -> tuple[Anchor, ...]:
    """Where articles speak of an entry.

    Args:
        entry: any entry; sticking points, processes and disagreements have no anchors, they are known by their ids.
        sightings: for an actor, what each article calls it.
    """
    match entry:
        case Actor():
            return tuple(sorted(set(sightings)))[:MOST]
        case Issue():
            return tuple(sorted(Anchor("", name=wording) for wording in entry.aliases))[:MOST]
    return tuple(sorted({Anchor(piece.article, piece.start, piece.end) for piece in evidence_of(entry)}))[:MOST]


class Index(Generic[Item]):
    """The things of one kind, by where the articles speak of them."""

    def __init__(self) -> None:
        self._spans: dict[str, list[tuple[int, int, Item]]] = defaultdict(list)
        self._names: dict[tuple[str, str], list[Item]] = defaultdict(list)
        self._known: dict[str, Item] = {}

    def add(self, item: Item, anchors: Iterable[Anchor], identifier: str = "") -> None:
        """Note where ``item`` is spoken of, and the id by which it is known, if it has one."""
        if identifier:
            self._known[identifier] = item
        for anchor in anchors:
            if anchor.name:
                self._names[anchor.article, fold(anchor.name)].append(item)
            else:
                self._spans[anchor.article].append((anchor.start, anchor.end, item))

    def all(self, reference: Reference) -> frozenset[Item]:
        """Everything of which the words of a reference speak."""
        return frozenset(item for anchor in reference.anchors for item in self._at(anchor))

    def one(self, reference: Reference) -> Item | None:
        """The thing of which most of the words speak; for one without words, the thing of that id."""
        votes = Counter(item for anchor in reference.anchors for item in self._at(anchor))
        known = self._known.get(reference.id)
        if not reference.anchors:
            return known
        return min(votes, key=lambda item: (-votes[item], item != known, str(item)), default=None)

    def _at(self, anchor: Anchor) -> list[Item]:
        """What stands exactly at an anchor, or else what overlaps it."""
        if anchor.name:
            return list(dict.fromkeys(self._names.get((anchor.article, fold(anchor.name)), ())))
        near = self._spans.get(anchor.article, ())
        exact = [item for start, end, item in near if (start, end) == (anchor.start, anchor.end)]
        over = [item for start, end, item in near if start < anchor.end and anchor.start < end]
        return list(dict.fromkeys(exact or over))


__all__ = ["Index", "anchors_of"]
