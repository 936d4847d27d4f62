"""Groups of things that belong together pair by pair; nothing depends on the order in which the pairs are found."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
_COMPARED = 100
"""So many earlier items one is compared with: a limit to work, far above what is told of one thing."""


def connected(items: Iterable[Key], pairs: Iterable[tuple[Key, Key]]) -> list[list[Key]]:
    """Return ``items`` in groups that chains of ``pairs`` connect; groups and their members keep the items' order."""
    ordered = list(dict.fromkeys(items))
    root = {item: item for item in ordered}

    def find(item: Key) -> Key:
        while root[item] != item:
            root[item] = root[root[item]]
            item = root[item]
        return item

    rank = {item: place for place, item in enumerate(ordered)}
    for one, two in pairs:
        first, second = find(one), find(two)
        if rank[second] < rank[first]:
            first, second = second, first
        root[second] = first
    groups: dict[Key, list[Key]] = defaultdict(list)
    for item in ordered:
        groups[find(item)].append(item)
    return list(groups.values())


def with_earlier(items: Iterable[Key], is_one: Callable[[Key, Key], bool]) -> Iterator[tuple[Key, Key]]:
    """Yield each item with those among the last before it that it is one with."""
    earlier: deque[Key] = deque(maxlen=_COMPARED)
    for item in items:
        yield from ((one, item) for one in earlier if is_one(one, item))
        earlier.append(item)


__all__ = ["connected", "with_earlier"]
