"""The scale of a drawn timeline: days to places on a line, long empty stretches cut out and marked as cut."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapporteur.export.sections.words import MONTHS
from rapporteur.spans import Span

SHORTEST_CUT = 45  # days: a shorter stretch is never cut out
LARGEST_SHARE = 0.2  # of what is drawn: an empty stretch longer than this is cut out
MOST_CUTS = 6
CUT_WIDTH, CUT_SHARE = 60.0, 0.1  # room for the words that say how long the stretch is, and of the whole at most
AIR = 0.02  # of all days: left free at both ends of every stretch

_DAYS = (1, 7)
_MONTHS = (1, 3, 6)
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
_ROOM = {"day": 50, "month": 32, "year": 38}


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the axis with its words; ``year`` is written below them where it is new.

    The words begin at the mark, or end there where ``anchor`` says ``end``.
    """

    x: float
    words: str
    year: str
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of days that is not drawn, and how long it is."""

    x: float
    words: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days (as ordinals, the last excluded) that are drawn, and where on the line they begin."""

    days: Span
    x: float


@dataclass(frozen=True, slots=True)
class Scale:
    """Where each day lies: the same number of units a day in every stretch."""

    stretches: tuple[Stretch, ...]
    cuts: tuple[Cut, ...]
    unit: float

    def at(self, day: float) -> float:
        """Where a day begins, given as an ordinal; a day outside is at the nearer end."""
        own = [stretch for stretch in self.stretches if stretch.days.start <= day] or [self.stretches[0]]
        days = own[-1].days
        return own[-1].x + (min(max(day, days.start), days.end) - days.start) * self.unit


def make_scale(ranges: Iterable[tuple[dt.date, dt.date]], *, left: float, width: float) -> Scale:
    """The scale on which all of ``ranges`` (both days included; at least one) find room between two edges."""
    busy = _busy(ranges)
    kept = _stretches(busy)
    room = min(CUT_WIDTH, CUT_SHARE * width)
    unit = (width - room * (len(kept) - 1)) / sum(map(len, kept))
    stretches: list[Stretch] = []
    cuts: list[Cut] = []
    x = left
    for days in kept:
        if stretches:
            cuts.append(Cut(x + room / 2, _how_long(days.start - stretches[-1].days.end)))
            x += room
        stretches.append(Stretch(days, x))
        x += len(days) * unit
    return Scale(tuple(stretches), tuple(cuts), unit)


def uncut_scale(first: dt.date, last: dt.date, *, left: float, width: float) -> Scale:
    """The scale of all days between two, these included."""
    days = Span(first.toordinal(), last.toordinal() + 1)
    return Scale((Stretch(days, left),), (), width / len(days))


def _busy(ranges: Iterable[tuple[dt.date, dt.date]]) -> list[Span]:
    """The days on which something lies, as few stretches as possible."""
    found: list[Span] = []
    for low, high in sorted(ranges):
        days = Span(low.toordinal(), high.toordinal() + 1)
        if found and days.start <= found[-1].end:
            found[-1] = found[-1].to(days)
        else:
            found.append(days)
    return found


def _stretches(busy: Sequence[Span]) -> list[Span]:
    gaps = [(one.end, two.start) for one, two in pairwise(busy)]
    drawn = busy[-1].end - busy[0].start
    cuts = []
    for start, end in sorted(gaps, key=lambda gap: gap[0] - gap[1])[:MOST_CUTS]:
        if end - start < SHORTEST_CUT or end - start <= LARGEST_SHARE * drawn:
            break
        drawn -= end - start
        cuts.append((start, end))
    air = max(2, round(AIR * drawn))
    starts = [busy[0].start, *sorted(end for _, end in cuts)]
    ends = [*sorted(start for start, _ in cuts), busy[-1].end]
    return [Span(max(1, start - air), end + air) for start, end in zip(starts, ends, strict=True)]


def _how_long(days: int) -> str:
    years, months = divmod(round(days / 30.44), 12)
    if days < 60:
        return f"{days} days"
    return " ".join(filter(None, (f"{years} yr" if years else "", f"{months} mo" if months else "")))


def ticks(scale: Scale) -> tuple[Tick, ...]:
    """The marks of the axis: by year, month or week, as close as their words allow; at least one in every stretch."""
    step, size = _step(scale.unit)
    found: list[Tick] = []
    for stretch in scale.stretches:
        days = list(_tick_days(stretch.days, step, size)) or [_first_day(stretch.days)]
        year = ""
        for day in days:
            tick = _tick(scale, day, step, year)
            if found and tick.x - found[-1].x < _ROOM[step]:
                continue
            found.append(tick)
            year = str(day.year)
    return tuple(found)


def _step(unit: float) -> tuple[str, int]:
    for size in _DAYS:
        if size * unit >= _ROOM["day"]:
            return "day", size
    for size in _MONTHS:
        if size * 30 * unit >= _ROOM["month"]:
            return "month", size
    return "year", next((size for size in _YEARS if size * 365 * unit >= _ROOM["year"]), _YEARS[-1])


def _tick_days(days: Span, step: str, size: int) -> Iterator[dt.date]:
    low, high = _first_day(days), dt.date.fromordinal(min(days.end, dt.date.max.toordinal()))
    if step == "day":
        monday = days.start + (-(days.start - 1) % 7 if size == 7 else 0)
        yield from (dt.date.fromordinal(day) for day in range(monday, high.toordinal(), size))
        return
    months = range(1, 13, size) if step == "month" else (1,)
    for year in range(low.year, high.year + 1):
        if step == "month" or year % size == 0:
            yield from (day for m in months if low <= (day := dt.date(year, m, 1)) < high)


def _first_day(days: Span) -> dt.date:
    return dt.date.fromordinal(days.start)


def _tick(scale: Scale, day: dt.date, step: str, year: str) -> Tick:
    new_year = "" if year == str(day.year) else str(day.year)
    month = MONTHS[day.month - 1][:3]
    words = {"day": f"{day.day} {month}", "month": month, "year": str(day.year)}[step]
    return Tick(round(scale.at(day.toordinal()), 1), words, new_year if step != "year" else "")
