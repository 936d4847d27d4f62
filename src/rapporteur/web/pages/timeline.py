"""The timeline: meetings by day and level, or how many there are of each, and the stretches to zoom to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rapporteur.export import timeline_svg
from rapporteur.record.model import Meeting
from rapporteur.web.drawings import bars
from rapporteur.web.drawings.stretch import UNITS, Stretch, around
from rapporteur.web.filters import Filters, part
from rapporteur.web.pages.lists import choices
from rapporteur.web.view import View

MOST = 80
"""Meetings that are drawn one by one; more are counted."""
_SIZES = {"wide": (940.0, 26), "narrow": (400.0, 18)}
"""The width of a drawing, and the letters of a label in it."""


@dataclass(frozen=True, slots=True)
class Zoom:
    """What a timeline shows, and where one can go from there."""

    shown: Stretch | None
    steps: Sequence[tuple[str, Stretch]]

    @property
    def before(self) -> Stretch | None:
        """The stretch before."""
        return self.shown.before if self.shown else None

    @property
    def after(self) -> Stretch | None:
        """The stretch after."""
        return self.shown.after if self.shown else None


def timeline(view: View, query: Mapping[str, str]) -> dict[str, Any]:
    """The timeline as an address narrows it.

    Raises:
        UsageError: a filter is none.
    """
    filters = Filters.of(query)
    found = filters.keep(view, view.meetings)
    drawn = [meeting for meeting in found if timeline_svg.drawable(meeting.when)]
    shown = _shown(filters, drawn)
    many = len(drawn) > MOST and shown is not None
    return {
        "filters": filters,
        "choices": choices(view, "meetings"),
        "part": part(found, query),
        "drawn": len(drawn),
        "zoom": Zoom(shown, _steps(shown, drawn)),
        "bars": [bars.draw(drawn, shown, name=n, width=w) for n, (w, _) in _SIZES.items()] if many and shown else [],
        "drawings": [] if many else _drawings(view, filters, drawn),
    }


def _drawings(view: View, filters: Filters, drawn: Sequence[Meeting]) -> list[timeline_svg.Drawing]:
    days = (filters.first, filters.last) if filters.first and filters.last else None
    made = (
        timeline_svg.draw(view.record, drawn, name=n, width=w, letters=letters, link="/meetings/", days=days)
        for n, (w, letters) in _SIZES.items()
    )
    return [drawing for drawing in made if drawing]


def _shown(filters: Filters, drawn: Sequence[Meeting]) -> Stretch | None:
    """The days that are asked for, as far as they are; else those on which something lies."""
    days = [day for meeting in drawn for day in (meeting.when.earliest, meeting.when.latest) if day]
    first = filters.first or min(days, default=None)
    last = filters.last or max(days, default=None)
    return Stretch(first, last) if first and last and first <= last else None


def _steps(shown: Stretch | None, drawn: Sequence[Meeting]) -> list[tuple[str, Stretch]]:
    """The stretches of the calendar around the middle one of the meetings."""
    if not shown:
        return []
    day = _middle(shown, drawn)
    return [(unit, around(unit, day)) for unit in UNITS if unit != "day"]


def _middle(shown: Stretch, drawn: Sequence[Meeting]) -> dt.date:
    day = drawn[len(drawn) // 2].when.earliest if drawn else None
    return min(max(day or shown.first, shown.first), shown.last)


__all__ = ["MOST", "Zoom", "timeline"]
