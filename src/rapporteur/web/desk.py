"""The desk's hold on a record: one view of it for all pages, made anew when it changes, and one change at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from rapporteur import pipeline
from rapporteur.config import Config
from rapporteur.record.record import Record
from rapporteur.web.view import View


class Desk:
    """A record at work.

    Args:
        record: open; the desk is its only user in this process.
    """

    def __init__(self, record: Record) -> None:
        self._record = record
        self._changing = threading.Lock()
        self._view = View(record)

    @property
    def view(self) -> View:
        """The record as it is now: a page keeps the view that it began with."""
        return self._view

    def change(self, make: Callable[[Record], object]) -> None:
        """Let ``make`` change the record; others wait, and see it before or after, never between.

        Raises:
            RapporteurError: what ``make`` raises; the record is as it was.
        """
        with self._changing:
            make(self._record)
            self._view = View(self._record)

    def add(self, folder: Path, config: Config | None = None) -> int:
        """Take in what is new in a folder; how many articles that were."""
        with self._changing:
            report = pipeline.add(self._record, [folder], config=config)
            if report.read or report.reread:
                self._view = View(self._record)
        return report.read


__all__ = ["Desk"]
