"""Days, statuses and speech as a reader says them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from rapporteur.export.labels import LEVELS
from rapporteur.reference.states import states
from rapporteur.when import Basis, When

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
NOT_STATED = "day not stated"


@dataclass(frozen=True, slots=True)
class Day:
    """A day or range in words; ``iso`` is set for a single day, ``why`` where a conclusion led to it."""

    words: str
    iso: str = ""
    why: str = ""
    known: bool = True


def day_of(when: When, *, short: bool = False, always_why: bool = False) -> Day:
    """``when`` as a reader wants it: ``27 December 1977``, in ``short`` form ``27 Dec 1977``."""
    why = when.why if always_why or when.basis is Basis.INFERRED else ""
    return Day(when_words(when, short=short), when.day.isoformat() if when.day else "", why, bool(when))


def when_words(when: When, *, short: bool = False, year: bool = True) -> str:
    """The days of ``when`` in words; ``day not stated`` where nothing is known."""
    low, high = when.earliest, when.latest
    if low and high:
        return _range_words(when, low, high, short=short, year=year)
    if high:
        return f"by {date_words(high, short=short, year=year)}"
    return f"from {date_words(low, short=short, year=year)}" if low else NOT_STATED


def _range_words(when: When, low: dt.date, high: dt.date, *, short: bool, year: bool) -> str:
    last = date_words(high, short=short, year=year)
    precision = len(when.edtf or "")
    if low == high:
        return last
    if precision == len("1977"):
        return str(low.year)
    if precision == len("1977-12"):
        return last.split(" ", 1)[1]
    if (low.year, low.month) == (high.year, high.month):
        return f"{low.day}–{last}"
    return f"{date_words(low, short=short, year=year and low.year != high.year)} – {last}"


def date_words(day: dt.date, *, short: bool = False, year: bool = True) -> str:
    """A single day in words."""
    month = MONTHS[day.month - 1]
    return f"{day.day} {month[:3] if short else month}{f' {day.year}' if year else ''}"


def moment_words(moment: str) -> str:
    """A moment in UTC, ISO 8601, in short words: ``5 Mar 1996, 14:05 UTC``; anything else unchanged."""
    try:
        found = dt.datetime.fromisoformat(moment)
    except ValueError:
        return moment
    return f"{date_words(found.date(), short=True)}, {found:%H:%M} UTC"


def iso_words(first: str | None, last: str | None) -> str:
    """The days between two ISO dates in short words; empty where neither is known."""
    low, high = (dt.date.fromisoformat(day) if day else None for day in (first, last))
    return when_words(When(low, high), short=True) if low or high else ""


def edtf_words(edtf: str) -> str:
    """A day or range in EDTF as ``When.edtf`` writes it, in words; anything else unchanged."""
    try:
        low, high = (None if end == ".." else end for end in (edtf.split("/") * 2)[:2])
        return when_words(When(_bound(low, last=False), _bound(high, last=True)))
    except ValueError:
        return edtf


def _bound(value: str | None, *, last: bool) -> dt.date | None:
    if value is None:
        return None
    year, month, day = [*map(int, value.split("-")), 0, 0][:3]
    if day or not last:
        return dt.date(year, month or 1, day or 1)
    month = month or 12
    after = dt.date(year + month // 12, month % 12 + 1, 1) if (year, month) != (9999, 12) else None
    return after - dt.timedelta(days=1) if after else dt.date.max


def level_words(level: str | None) -> str:
    """A level of the contract as a reader says it; empty if it is not stated."""
    return LEVELS.get(level or "", (level or "").replace("_", " "))


def value_words(field: str, value: str) -> str:
    """The value of a meeting's field as a reader says it: days and levels are written in the contract's words."""
    if field == "day":
        return edtf_words(value)
    return level_words(value.replace(" ", "_")) if field == "level" else plain(value)


def country_words(code: str | None) -> str:
    """The name of the state of an ISO 3166 alpha-2 code; the code itself where no state has it."""
    return next((state.name for state in states().values() if code and state.iso2 == code), code or "")


def plain(word: str) -> str:
    """A word of the contract (``reported_done``) as a reader writes it."""
    return word.replace("_", " ")


def one_line(text: str) -> str:
    """``text`` without line breaks."""
    return " ".join(text.split())


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: ``1 article``, ``2 articles``."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def shortened(text: str, size: int) -> str:
    """``text`` in at most ``size`` characters, an ellipsis standing for what is left out."""
    return text if len(text) <= size else f"{text[: size - 1].rstrip()}…"
