"""Reading on a Ray cluster: ``pip install rapporteur[ray]``."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from rapporteur.engines.engine import Item, Result
from rapporteur.errors import UsageError

AHEAD = 64
"""How many items are under way at once, for the whole cluster."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Runs items as Ray tasks.  ``address`` is Ray's, or ``None`` for a cluster of this machine alone.

    Raises:
        UsageError: Ray is not installed.
    """

    address: str | None = None

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """The results of ``function`` for ``items``, in order."""
        ray = _ray()
        if not ray.is_initialized():
            ray.init(address=self.address, logging_level="error")
        task = ray.remote(function)
        waiting: deque[Any] = deque()
        for item in items:
            waiting.append(task.remote(item))
            if len(waiting) >= AHEAD:
                yield ray.get(waiting.popleft())
        while waiting:
            yield ray.get(waiting.popleft())


def _ray() -> Any:
    try:
        import ray  # noqa: PLC0415 - optional, and slow to import
    except ImportError as error:
        raise UsageError("Ray is not installed.", hint="Run: pip install 'rapporteur[ray]'") from error
    return ray
