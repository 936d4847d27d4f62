"""Days that are known, bounded or unknown. A day that the reports do not settle is a range, never a guess."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum


class Basis(StrEnum):
    """On what a day rests: the text's own words, a file's metadata, or a conclusion from other facts."""

    STATED = "stated"
    METADATA = "metadata"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class When:
    """The days between which something lies, both included; ``None`` leaves that side open.

    ``why`` is a sentence for the reader: from what the bounds follow.
    """

    earliest: dt.date | None = None
    latest: dt.date | None = None
    basis: Basis = Basis.UNKNOWN
    why: str = ""

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"no day lies between {self.earliest} and {self.latest}")

    def __bool__(self) -> bool:
        return self.earliest is not None or self.latest is not None

    @property
    def day(self) -> dt.date | None:
        """The day, if there is only one."""
        return self.earliest if self.earliest == self.latest else None

    @property
    def days(self) -> int | None:
        """How many days are possible; ``None`` if a side is open."""
        return (self.latest - self.earliest).days + 1 if self.earliest and self.latest else None

    @property
    def edtf(self) -> str | None:
        """The range in EDTF level 1: ``2023-05-10``, ``2023-05``, ``2023-06-20/2023-06-21``, ``../2023-06-21``."""
        low, high = self.earliest, self.latest
        if not low and not high:
            return None
        if low and high:
            if low == high:
                return low.isoformat()
            if self == replace(_year(low.year), basis=self.basis, why=self.why):
                return f"{low.year:04d}"
            if self == replace(_month(low.year, low.month), basis=self.basis, why=self.why):
                return f"{low.year:04d}-{low.month:02d}"
        return f"{low.isoformat() if low else '..'}/{high.isoformat() if high else '..'}"

    def because(self, why: str, basis: Basis | None = None) -> When:
        """The same days with another reason (and basis)."""
        return replace(self, why=why, basis=basis or self.basis)

    def allows(self, day: dt.date) -> bool:
        """Whether ``day`` is possible."""
        return (not self.earliest or self.earliest <= day) and (not self.latest or day <= self.latest)

    def meets(self, other: When) -> bool:
        """Whether a day is possible under both; an unknown meets everything."""
        return self & other is not None

    def __and__(self, other: When) -> When | None:
        """The days possible under both, or ``None`` if there are none; keeps this one's basis and reason."""
        lows = [d for d in (self.earliest, other.earliest) if d]
        highs = [d for d in (self.latest, other.latest) if d]
        low, high = max(lows, default=None), min(highs, default=None)
        if low and high and low > high:
            return None
        first = self or other
        return When(low, high, first.basis, first.why)

    def __or__(self, other: When) -> When:
        """The shortest range that holds both; open where either is open."""
        low = min(self.earliest, other.earliest) if self.earliest and other.earliest else None
        high = max(self.latest, other.latest) if self.latest and other.latest else None
        return When(low, high, self.basis, self.why)


UNKNOWN = When()


def on(day: dt.date, basis: Basis = Basis.STATED, why: str = "") -> When:
    """One known day."""
    return When(day, day, basis, why)


def between(earliest: dt.date | None, latest: dt.date | None, basis: Basis = Basis.STATED, why: str = "") -> When:
    """A range of days, both ends included.

    Raises:
        ValueError: ``earliest`` is after ``latest``.
    """
    return When(earliest, latest, basis, why)


def parse_edtf(text: str) -> When:
    """The days that a string in EDTF level 1 names: ``2023-05-10``, ``2023-05``, ``2023``, ``../2023-05``.

    Raises:
        ValueError: it is none of these.
    """
    first, slash, last = text.strip().partition("/")
    low, high = _named(first), _named(last) if slash else _named(first)
    return between(low.earliest, high.latest)


def _named(text: str) -> When:
    """The days of a day, a month or a year; all of them for ".."."""
    if text == "..":
        return UNKNOWN
    year, month, day = ([*text.split("-"), "", ""])[:3]
    if day:
        return on(dt.date.fromisoformat(text))
    try:
        return in_month(int(year), int(month)) if month else in_year(int(year))
    except OverflowError as error:
        raise ValueError(str(error)) from error


def _month(year: int, month: int) -> When:
    return When(dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]))


def _year(year: int) -> When:
    return When(dt.date(year, 1, 1), dt.date(year, 12, 31))


def in_month(year: int, month: int, basis: Basis = Basis.STATED, why: str = "") -> When:
    """Some day of a month."""
    return replace(_month(year, month), basis=basis, why=why)


def in_year(year: int, basis: Basis = Basis.STATED, why: str = "") -> When:
    """Some day of a year."""
    return replace(_year(year), basis=basis, why=why)
