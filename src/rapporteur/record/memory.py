"""What reconciling made of unchanged things, so that an article more does not make it all anew.

Everything that reconciling makes follows from frozen things alone.  So what was made of some of them stands as long as
the very same ones come again, and the outcome is what it would be without any memory.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import repeat
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
        self._of_each: dict[str, dict[int, tuple[Any, Any, Any]]] = {}

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
        before, now = self._of_each.get(what, {}), dict[int, tuple[Any, Any, Any]]()
        made: list[Made] = []
        for item, wanted in zip(items, given if given is not None else repeat(None), strict=given is not None):
            known = before.get(id(item))
            if known is None or known[1] != wanted:
                known = item, wanted, make(item)
            now[id(item)] = known
            made.append(known[2])
        self._of_each[what] = now
        return made


__all__ = ["Memory"]
