"""What reconciling made of unchanged things, so that an article more does not make it all anew.

Everything that reconciling makes follows from frozen things alone.  So what was made of some of them stands as long as
the very same ones come again, and the outcome is what it would be without any memory.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import compress, count
from operator import is_not, ne
from typing import Any, TypeVar

Item = TypeVar("Item")
Made = TypeVar("Made")


class Memory:
    """What the last reconciliation made.  What the next one does not ask for is forgotten.

    Invariant: the things of which something was made are held, so that their identities are nobody else's.
    """

    def __init__(self) -> None:
        self._before: dict[tuple[Any, ...], tuple[Any, Any]] = {}
        self._now: dict[tuple[Any, ...], tuple[Any, Any]] = {}
        self._of_each: dict[str, _Row] = {}

    def begin(self) -> None:
        """Begin a reconciliation."""
        self._before, self._now = self._now, {}

    @staticmethod
    @contextmanager
    def undisturbed() -> Iterator[None]:
        """Without search for cycles: nothing here makes any, and a walk through all that is held takes seconds."""
        searching = gc.isenabled()
        gc.disable()
        try:
            yield
        finally:
            gc.freeze()  # what was made is kept: it goes straight to the things that are seldom searched
            gc.unfreeze()
            if searching:
                gc.enable()

    def once(self, what: str, of: Iterable[object], make: Callable[[], Made], given: Hashable = None) -> Made:
        """What ``make`` returns, or returned before of the same.

        Args:
            what: a name for what is made.
            of: the things on which it rests, which must be the very same ones.
            make: makes it, from nothing else that can change.
            given: what it rests on besides, which must be equal.
        """
        things = tuple(of)
        key = (what, given, *map(id, things))
        known = self._now.get(key) or self._before.get(key)
        if known is None:
            known = things, make()
        self._now[key] = known
        made: Made = known[1]
        return made

    def each(
        self, what: str, items: Sequence[Item], make: Callable[[Item], Made], given: Iterable[object] | None = None
    ) -> list[Made]:
        """What ``make`` returns of each of ``items``, or returned before of the very same one; asked once at a time.

        Args:
            what: a name for what is made; whoever asks for it again has all of its items.
            items: the things on which each rests.
            make: makes one, from nothing else that can change.
            given: for each item what the outcome rests on besides, which must be equal.
        """
        now = _Row(items, list(given) if given is not None else [None] * len(items))
        now.fill(make, self._of_each.get(what, _Row((), [])))
        self._of_each[what] = now
        return list(now.made)


class _Row:
    """Items in a row, what their outcomes rest on besides, and the outcomes."""

    def __init__(self, items: Sequence[Any], wanted: list[object]) -> None:
        if len(items) != len(wanted):
            raise ValueError(f"{len(items)} items, and {len(wanted)} things that they rest on")
        self.items, self.wanted = tuple(items), wanted
        self.made: list[Any] = []

    def fill(self, make: Callable[[Any], Any], before: _Row) -> None:
        """Make what is not to be taken from ``before``.

        From one reconciliation to the next most items stand in a row as they did: what is before and behind the
        change is compared as a whole, and only between them is each looked for.
        """
        head = _alike(self.items, before.items)
        most = min(len(self.items), len(before.items)) - head
        tail = min(_alike(self.items[::-1], before.items[::-1]), most)
        end, end_before = len(self.items) - tail, len(before.items) - tail
        self.made = [*before.made[:head], *[None] * (end - head), *before.made[end_before:]]
        stale = [*compress(count(), map(ne, self.wanted[:head], before.wanted))]
        stale += compress(count(end), map(ne, self.wanted[end:], before.wanted[end_before:]))
        known = {id(before.items[at]): at for at in range(head, end_before)}
        for at in range(head, end):
            place = known.get(id(self.items[at]))
            if place is None or before.wanted[place] != self.wanted[at]:
                stale.append(at)
            else:
                self.made[at] = before.made[place]
        for at in stale:
            self.made[at] = make(self.items[at])


def _alike(one: Sequence[object], other: Sequence[object]) -> int:
    """How many items at the start of two rows are the very same."""
    return next(compress(count(), map(is_not, one, other)), min(len(one), len(other)))


__all__ = ["Memory"]
