"""Many meetings as bars: how many there are of each level in each year, month, week or day."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapporteur.export.sections.words import MONTHS, counted
from rapporteur.export.timeline_svg import EDGE, LANES, TOP, lane_of, text_width
from rapporteur.record.model import Meeting
from rapporteur.web.drawings.stretch import Stretch, cells, finest

HEAD, TALLEST, FOOT, AXIS = 40.0, 48.0, 8.0, 40.0
NARROWEST = 20.0
"""A bar with the room around it: narrower ones could not be hit with a finger."""
_AIR = 8.0


@dataclass(frozen=True, slots=True)
class Bar:
    """How many meetings a lane has in a stretch; ``number`` is empty where it would not fit."""

    stretch: Stretch
    title: str
    number: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class BarLane:
    """A lane with its bars."""

    name: str
    y: float
    height: float
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """Words under the first of the bars that they name, and a year below where it is new."""

    x: float
    words: str
    year: str


@dataclass(frozen=True, slots=True)
class Bars:
    """The drawing."""

    name: str
    unit: str
    width: float
    height: float
    axis: float
    lanes: tuple[BarLane, ...]
    ticks: tuple[Tick, ...]


def draw(meetings: Iterable[Meeting], over: Stretch, *, name: str, width: float) -> Bars:
    """Count meetings by level and stretch.

    Args:
        meetings: each of a known first day; it is counted there, or on the first day of ``over``.
        over: the days of the axis.
        name: tells this drawing's element ids from those of another in the same page.
        width: in units; the height follows.
    """
    unit = finest(over, int((width - 2 * EDGE) / NARROWEST))
    columns = list(cells(over, unit))
    found = _counts(meetings, over, [column.first for column in columns])
    most = max((max(counts.values()) for counts in found.values()), default=1)
    step = (width - 2 * EDGE) / len(columns)
    lanes: list[BarLane] = []
    y = TOP
    for lane in LANES:
        if lane in found:
            bars = tuple(
                _bar(lane, columns[at], count, EDGE + at * step, y + HEAD, step, count / most)
                for at, count in sorted(found[lane].items())
            )
            lanes.append(BarLane(lane, y, HEAD + TALLEST + FOOT, bars))
            y += lanes[-1].height
    return Bars(name, unit, width, y + AXIS, y, tuple(lanes), _ticks(columns, unit, step))


def _counts(meetings: Iterable[Meeting], over: Stretch, starts: Sequence[dt.date]) -> dict[str, Counter[int]]:
    """By lane, how many meetings begin in each column."""
    found: dict[str, Counter[int]] = {}
    for meeting in meetings:
        day = max(meeting.when.earliest or over.first, over.first)
        found.setdefault(lane_of(meeting), Counter())[bisect_right(starts, day) - 1] += 1
    return found


def _bar(lane: str, stretch: Stretch, count: int, x: float, y: float, step: float, share: float) -> Bar:
    height = max(2.0, TALLEST * share)
    number = str(count) if text_width(str(count)) <= step else ""
    gap = min(3.0, step / 8)
    title = f"{stretch.words}, {lane}: {counted(count, 'meeting')}"
    return Bar(
        stretch,
        title,
        number,
        round(x + gap, 1),
        round(y + TALLEST - height, 1),
        round(step - 2 * gap, 1),
        round(height, 1),
    )


def _ticks(columns: Sequence[Stretch], unit: str, step: float) -> tuple[Tick, ...]:
    found: list[Tick] = []
    free, year = 0.0, ""
    for number, column in enumerate(columns):
        words = _words(column, unit)
        x = EDGE + number * step
        if x < free or x + text_width(words) > EDGE + len(columns) * step + _AIR:
            continue
        new = str(column.first.year) if unit not in ("decade", "year") else ""
        found.append(Tick(round(x, 1), words, "" if new == year else new))
        year, free = new, x + max(text_width(words), text_width(new)) + _AIR
    return tuple(found)


def _words(column: Stretch, unit: str) -> str:
    if unit == "decade":
        return f"{column.first.year}s"
    if unit == "year":
        return str(column.first.year)
    month = MONTHS[column.first.month - 1][:3]
    return month if unit in ("month", "quarter") else f"{column.first.day} {month}"


__all__ = ["Bar", "Bars", "draw"]
