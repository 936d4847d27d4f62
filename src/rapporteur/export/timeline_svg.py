"""The timeline as a drawing: which meeting lies where, on which lane and row, and where its label has room."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rapporteur.analysis.timeline import chronological
from rapporteur.export.sections.meetings import Link, place_of, title_of, who_met
from rapporteur.export.sections.words import level_words, one_line, shortened, when_words
from rapporteur.export.timeline_scale import Cut, Scale, Tick, make_scale, ticks, uncut_scale
from rapporteur.record.model import Meeting
from rapporteur.record.record import Record
from rapporteur.when import When

LANES = {
    "Leaders": ("head_of_state", "head_of_government"),
    "Ministers": ("foreign_minister", "defence_minister", "minister"),
    "Deputies, envoys and services": ("deputy_minister", "envoy", "delegation", "intelligence_chief"),
    "Mixed level": ("mixed",),
    "Level not stated": (None,),
}
"""The lanes from top to bottom, and the levels on each.  A lane without a meeting is not drawn."""

WIDEST = 100  # days, a season: what is known less well than this stands beside the drawing
EDGE, TOP, AXIS = 10.0, 26.0, 40.0
LANE_HEAD, ROW, LANE_FOOT = 26.0, 26.0, 8.0
DOT, LABEL_GAP, BETWEEN = 5.5, 6.0, 12.0
SIZE = 12.5  # of the labels' letters


@dataclass(frozen=True, slots=True)
class Mark:
    """A meeting: a dot where ``x1 == x2``, else a bar; its label starts or ends at ``label_x``."""

    href: str
    status: str
    title: str
    x1: float
    x2: float
    y: float
    label: str
    label_x: float
    label_y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane with its marks."""

    name: str
    y: float
    height: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A timeline of a given width."""

    name: str
    width: float
    height: float
    axis: float
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    cuts: tuple[Cut, ...]
    stretches: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A meeting in the list that says the same as the drawing."""

    link: Link
    day: str
    place: str
    level: str
    status: str
    drawn: bool


def drawable(when: When) -> bool:
    """Whether a day is known well enough to be drawn."""
    return when.days is not None and when.days <= WIDEST


def rows(record: Record) -> tuple[Row, ...]:
    """All meetings by day, in words."""
    return tuple(
        Row(
            link=Link(meeting.id, who_met(record, meeting)),
            day=when_words(meeting.when, short=True),
            place=place_of(meeting) or "place not stated",
            level=level_words(meeting.level) or "level not stated",
            status=meeting.status.value,
            drawn=drawable(meeting.when),
        )
        for meeting in chronological(record.meetings)
        if isinstance(meeting, Meeting)
    )


def draw(
    record: Record,
    meetings: Iterable[Meeting],
    *,
    name: str,
    width: float,
    letters: int,
    link: str = "#",
    days: tuple[dt.date, dt.date] | None = None,
) -> Drawing | None:
    """Draw those of ``meetings`` whose day is known; ``None`` if there are none.

    Args:
        record: whose meetings they are.
        meetings: what is drawn.
        name: tells this drawing's element ids from those of another in the same page.
        width: in units; the height follows.
        letters: how long a label may be.
        link: what stands before a meeting's id in the address of its mark.
        days: the first and the last day of the axis; by default those of the meetings, long gaps cut out.
    """
    drawn = [m for m in chronological(meetings) if isinstance(m, Meeting) and drawable(m.when)]
    if not drawn:
        return None
    scale = _scale(drawn, days, width)
    lanes: list[Lane] = []
    y = TOP
    for lane in LANES:
        own = [_mark(record, m, scale, width, letters, link) for m in drawn if lane_of(m) == lane]
        if own:
            lanes.append(_lane(lane, y, own))
            y += lanes[-1].height
    stretches = tuple((s.x, round(scale.at(s.days.end), 1)) for s in scale.stretches)
    return Drawing(name, width, y + AXIS, y, tuple(lanes), _ticks(scale, width), scale.cuts, stretches)


def _scale(meetings: Sequence[Meeting], days: tuple[dt.date, dt.date] | None, width: float) -> Scale:
    if days:
        return uncut_scale(*days, left=EDGE, width=width - 2 * EDGE)
    return make_scale((_days(m) for m in meetings), left=EDGE, width=width - 2 * EDGE)


def _ticks(scale: Scale, width: float) -> tuple[Tick, ...]:
    """The marks of the axis; the words of one at the edge stand before it, if they have room there."""
    found: list[Tick] = []
    for tick in ticks(scale):
        needed = text_width(tick.words)
        if tick.x + needed <= width:
            found.append(tick)
        elif not found or found[-1].x + text_width(found[-1].words) + needed < tick.x:
            found.append(replace(tick, anchor="end"))
    return tuple(found)


def _days(meeting: Meeting) -> tuple[dt.date, dt.date]:
    when = meeting.when
    return when.earliest or dt.date.min, when.latest or dt.date.max


def lane_of(meeting: Meeting) -> str:
    """The lane of a meeting's level; the last one where that is not stated or not known."""
    return next((lane for lane, levels in LANES.items() if meeting.level in levels), list(LANES)[-1])


def _mark(record: Record, meeting: Meeting, scale: Scale, width: float, letters: int, link: str) -> Mark:
    """The mark of a meeting on the first row of a lane at 0."""
    low, high = _days(meeting)
    left, right = scale.at(low.toordinal()), scale.at(high.toordinal() + 1)
    middle = (left + right) / 2
    reach = 0.0 if low == high else max((right - left) / 2 - DOT, DOT)
    label = _label(record, meeting, letters)
    mark = Mark(
        href=f"{link}{meeting.id}",
        status=meeting.status.value,
        title=f"{title_of(record, meeting)} ({meeting.status.value})",
        x1=round(middle - reach, 1),
        x2=round(middle + reach, 1),
        y=ROW / 2,
        label=label,
        label_x=0.0,
        label_y=ROW / 2 + 4.5,
        anchor="start",
    )
    return _labelled(mark, width)


def _label(record: Record, meeting: Meeting, letters: int) -> str:
    where = place_of(meeting) or who_met(record, meeting)
    day = when_words(meeting.when, short=True, year=False)
    return f"{shortened(one_line(where), letters)}, {day}"


def _labelled(mark: Mark, width: float) -> Mark:
    """The mark with its label to the right, or to the left, or across it where neither side has room."""
    needed = text_width(mark.label)
    right, left = mark.x2 + DOT + LABEL_GAP, mark.x1 - DOT - LABEL_GAP
    if right + needed <= width - EDGE:
        return replace(mark, label_x=right)
    if left - needed >= EDGE:
        return replace(mark, label_x=left, anchor="end")
    return replace(mark, label_x=max(EDGE, min(mark.x1, width - EDGE - needed)), label_y=mark.y - DOT - 2)


def _extent(mark: Mark) -> tuple[float, float]:
    needed = text_width(mark.label)
    start = mark.label_x - needed if mark.anchor == "end" else mark.label_x
    return min(mark.x1 - DOT, start), max(mark.x2 + DOT, start + needed)


def _lane(name: str, y: float, marks: Sequence[Mark]) -> Lane:
    """A lane with its marks on as few rows as keep them and their labels apart."""
    ends: list[float] = []
    placed: list[Mark] = []
    for mark in sorted(marks, key=_extent):
        start, end = _extent(mark)
        row = next((number for number, taken in enumerate(ends) if taken + BETWEEN <= start), len(ends))
        ends[row : row + 1] = [end]
        down = y + LANE_HEAD + row * ROW
        placed.append(replace(mark, y=mark.y + down, label_y=mark.label_y + down))
    return Lane(name, y, LANE_HEAD + len(ends) * ROW + LANE_FOOT, tuple(placed))


def text_width(text: str) -> float:
    """About how wide ``text`` is drawn, on the safe side."""
    return SIZE * sum(map(_letter_width, text))


def _letter_width(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.05
    if unicodedata.combining(letter):
        return 0.0
    if letter in "ijl.,;:'’|!()ft –":
        return 0.4
    return 0.75 if letter.isupper() or letter in "mwMW@%—…" else 0.6


def summary(drawn: Iterable[Row]) -> str:
    """What the drawing shows, in one sentence for those who cannot see it."""
    listed = [row for row in drawn if row.drawn]
    if not listed:
        return "No meeting whose day is known."
    return f"{len(listed)} meetings from {listed[0].day} to {listed[-1].day}, the same as in the list below."
