"""A clue to an article's publication day."""

from __future__ import annotations

from dataclasses import dataclass

from rapporteur.record.dating.day_sets import DaySet


@dataclass(frozen=True, slots=True)
class Clue:
    """Days on which the article may have been published, and why, for the reader.

    A ``loose`` one is wrong where a day is misprinted or of another year: it bounds nothing by what recurs.
    """

    days: DaySet
    why: str
    loose: bool = False
