"""Says how far training has come: a bar on a terminal, now and then a line elsewhere."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

EVERY = 50
"""Steps between lines where there is no terminal."""


class Progress:
    """A context in which steps are counted."""

    def __init__(self, name: str, total: int) -> None:
        self._name, self._total = name, total
        self._bar = Bar(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("loss {task.fields[loss]:.3f}"),
            TextColumn("{task.fields[rate]:,.0f} words/s"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
        )
        self._task = self._bar.add_task(name, total=total, loss=0.0, rate=0.0)
        self._done = self._words = 0
        self._mean = 0.0
        self._started = time.monotonic()

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def start_at(self, step: int) -> None:
        """Count from ``step`` on: a run that is resumed."""
        self._done = step
        self._bar.update(self._task, completed=step)

    def step(self, loss: float, words: int) -> None:
        """One more step, with its loss and number of words."""
        self._done += 1
        self._words += words
        self._mean = 0.98 * self._mean + 0.02 * loss if self._mean else loss
        rate = self._words / max(1e-9, time.monotonic() - self._started)
        self._bar.update(self._task, advance=1, loss=self._mean, rate=rate)
        if not sys.stderr.isatty() and self._done % EVERY == 0:
            print(
                f"{self._name} {self._done}/{self._total} loss {self._mean:.3f} {rate:,.0f} words/s",
                file=sys.stderr,
                flush=True,
            )
