"""A clue to an article's publication day."""

from __future__ import annotations

from dataclasses import dataclass

from rapporteur.record.dating.day_sets import DaySet


@dataclass(frozen=True, slots=True)
class Clue:
    """Days on which the article may have been published, and why, for the reader."""

    days: DaySet
    why: str
