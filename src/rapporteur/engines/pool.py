"""Reading in a pool of processes on this machine."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass

from rapporteur.engines.engine import Item, Result

AHEAD = 8
"""How many items wait for each worker: enough to keep it busy, few enough that a dump of any size fits in memory."""


@dataclass(frozen=True, slots=True)
class Pool:
    """Runs items in ``workers`` processes.  Items are drawn as workers need them, not all at once."""

    workers: int

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """The results of ``function`` for ``items``, in order."""
        # A forked child would inherit the progress bar's thread and SQLite's connection; a fresh one has neither.
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(self.workers, mp_context=context) as executor:
            waiting: deque[Future[Result]] = deque()
            for item in items:
                waiting.append(executor.submit(function, item))
                if len(waiting) >= AHEAD * self.workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
