"""Reading in this process, one article after another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rapporteur.engines.engine import Item, Result


class Here:
    """Runs everything in this process."""

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """The results of ``function`` for ``items``, in order."""
        return map(function, items)
