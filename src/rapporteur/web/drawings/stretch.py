"""Stretches of days, as one zooms from a decade to a day: those of the calendar, and what comes before and after."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from rapporteur.export.sections.words import when_words
from rapporteur.when import between, in_month

UNITS = ("decade", "year", "quarter", "month", "week", "day")
"""The stretches of the calendar, longest first."""
_MONTHS = {"decade": 120, "year": 12, "quarter": 3, "month": 1}
_DAYS = {"week": 7, "day": 1}
_LAST = dt.date.max.toordinal()


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Days, both ends included."""

    first: dt.date
    last: dt.date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def words(self) -> str:
        """What a reader calls it: ``1978``, ``Sep 1978``, ``4–10 Sep 1978``."""
        if self.unit == "decade":
            return f"{self.first.year}–{self.last.year}"
        return when_words(between(self.first, self.last), short=True)

    @property
    def unit(self) -> str:
        """The unit of the calendar that it is; empty if it is none."""
        return next((unit for unit in UNITS if around(unit, self.first) == self), "")

    @property
    def before(self) -> Stretch | None:
        """The stretch of the same kind that ends where it begins; ``None`` before all days."""
        last = self.first.toordinal() - 1
        if last < 1:
            return None
        return around(self.unit, _day(last)) if self.unit else Stretch(_day(last - self.days + 1), _day(last))

    @property
    def after(self) -> Stretch | None:
        """The stretch of the same kind that begins where it ends; ``None`` after all days."""
        first = self.last.toordinal() + 1
        if first > _LAST:
            return None
        return around(self.unit, _day(first)) if self.unit else Stretch(_day(first), _day(first + self.days - 1))


def around(unit: str, day: dt.date) -> Stretch:
    """The stretch of the calendar that holds a day.

    Args:
        unit: one of `UNITS`; weeks begin on Monday.
        day: the day.
    """
    if unit in _DAYS:
        first = day.toordinal() - (day.toordinal() - 1) % _DAYS[unit]
        return Stretch(_day(first), _day(first + _DAYS[unit] - 1))
    months = day.year * 12 + day.month - 1
    first_month = months - months % _MONTHS[unit]
    return Stretch(_first_of(max(first_month, 12)), _last_of(first_month + _MONTHS[unit] - 1))


def cells(over: Stretch, unit: str) -> Iterator[Stretch]:
    """The stretches of a unit that hold any day of ``over``, in order."""
    cell: Stretch | None = around(unit, over.first)
    while cell and cell.first <= over.last:
        yield cell
        cell = cell.after


def finest(over: Stretch, most: int) -> str:
    """The shortest unit of which no more than ``most`` make up a stretch; the longest if there is none."""
    lengths = _DAYS | {unit: 30 * months for unit, months in _MONTHS.items()}
    return next((unit for unit in reversed(UNITS) if over.days / lengths[unit] + 1 <= most), UNITS[0])


def _day(number: int) -> dt.date:
    """The day of an ordinal; the nearest there is."""
    return dt.date.fromordinal(min(max(number, 1), _LAST))


def _first_of(months: int) -> dt.date:
    return dt.date(months // 12, months % 12 + 1, 1)


def _last_of(months: int) -> dt.date:
    return in_month(min(months // 12, dt.date.max.year), months % 12 + 1).latest or dt.date.max


__all__ = ["UNITS", "Stretch", "around", "cells", "finest"]
