"""From an entry to the words that stand for it in a judgement, and back to whatever the record makes of them now."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import replace
from typing import Generic, TypeVar

from rapporteur.record.codec import Entry
from rapporteur.record.judgements.judgement import Anchor, Reference
from rapporteur.record.model import Actor, Issue
from rapporteur.record.rows import evidence_of
from rapporteur.reference.forms import fold

Item = TypeVar("Item", bound=Hashable)

MOST = 40
"""Anchors that a judgement keeps: enough to find an entry again, few enough to read."""


def anchors_of(entry: Entry, sightings: Iterable[Anchor] = ()) -> tuple[Anchor, ...]:
    """Where articles speak of an entry.

    Args:
        entry: any entry; sticking points, processes and disagreements have no anchors, they are known by their ids.
        sightings: for an actor, what each article calls it.
    """
    match entry:
        case Actor():
            return tuple(sorted(set(sightings)))
        case Issue():
            return tuple(sorted(Anchor("", name=wording) for wording in entry.aliases))
    return tuple(sorted({Anchor(piece.article, piece.start, piece.end) for piece in evidence_of(entry)}))


def kept(reference: Reference) -> Reference:
    """A reference with no more anchors than a judgement keeps."""
    return replace(reference, anchors=reference.anchors[:MOST])


class Index(Generic[Item]):
    """The things of one kind, by where the articles speak of them."""

    def __init__(self) -> None:
        self._spans: dict[str, list[tuple[int, int, Item]]] = defaultdict(list)
        self._names: dict[tuple[str, str], list[Item]] = defaultdict(list)
        self._known: dict[str, Item] = {}
        self._sizes: Counter[Item] = Counter()

    def add(self, item: Item, anchors: Iterable[Anchor], identifier: str = "") -> None:
        """Note where ``item`` is spoken of, and the id by which it is known, if it has one."""
        if identifier:
            self._known[identifier] = item
        for anchor in anchors:
            self._sizes[item] += 1
            if anchor.name:
                self._names[anchor.article, fold(anchor.name)].append(item)
            else:
                self._spans[anchor.article].append((anchor.start, anchor.end, item))

    def all(self, reference: Reference) -> frozenset[Item]:
        """What a reference means: in each article what most of its words speak of, and all that are called so."""
        by_article: dict[str, list[Anchor]] = defaultdict(list)
        named: set[Item] = set()
        for anchor in reference.anchors:
            if anchor.name:
                named.update(self._at(anchor))
            else:
                by_article[anchor.article].append(anchor)
        best = (self._best(reference, anchors) for anchors in by_article.values())
        return frozenset({*named, *(item for item in best if item is not None)})

    def one(self, reference: Reference) -> Item | None:
        """The thing of a reference's id, if its words speak of it, or else that of which most of them speak."""
        if not reference.anchors:
            return self._known.get(reference.id)
        return self._best(reference, reference.anchors)

    def _best(self, reference: Reference, anchors: Iterable[Anchor]) -> Item | None:
        votes = Counter(item for anchor in anchors for item in self._at(anchor))
        known = self._known.get(reference.id)
        if known in votes:
            return known
        return min(votes, key=lambda item: (-votes[item], self._sizes[item], str(item)), default=None)

    def _at(self, anchor: Anchor) -> list[Item]:
        """What stands exactly at an anchor, or else what overlaps it."""
        if anchor.name:
            return list(dict.fromkeys(self._names.get((anchor.article, fold(anchor.name)), ())))
        near = self._spans.get(anchor.article, ())
        exact = [item for start, end, item in near if (start, end) == (anchor.start, anchor.end)]
        over = [item for start, end, item in near if start < anchor.end and anchor.start < end]
        return list(dict.fromkeys(exact or over))


__all__ = ["Index", "anchors_of", "kept"]
