"""The map's page: where meetings were, how many at each place, and from when to when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rapporteur.reading.claims import Place, Status
from rapporteur.record.model import Meeting
from rapporteur.web.drawings import worldmap
from rapporteur.web.drawings.worldmap import Spot
from rapporteur.web.filters import Filters, part
from rapporteur.web.pages.lists import choices
from rapporteur.web.view import View
from rapporteur.when import UNKNOWN, When

MOST = 120
"""Places that are drawn: those of most meetings."""
_SIZES = {"wide": (940.0, 500.0, 26), "narrow": (400.0, 360.0, 16)}
"""The width and height of a drawing, and the letters of a label in it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A place in the table: its meetings' number, the first and the last day, and where it lies if that is known."""

    name: str
    count: int
    first: When
    last: When
    spot: Spot | None


def places(view: View, query: Mapping[str, str]) -> dict[str, Any]:
    """The map as an address narrows it.

    Raises:
        UsageError: a filter is none.
    """
    filters = Filters.of(query)
    found = filters.keep(view, view.meetings)
    rows = rows_of(found)
    spots = [row.spot for row in rows if row.spot]
    drawings = (
        worldmap.draw(spots[:MOST], name=name, width=width, height=height, letters=letters)
        for name, (width, height, letters) in _SIZES.items()
    )
    return {
        "filters": filters,
        "choices": choices(view, "meetings"),
        "placed": part([row for row in rows if row.spot], query),
        "unplaced": [row for row in rows if not row.spot],
        "drawings": [drawing for drawing in drawings if drawing],
        "left": len(spots[MOST:]),
        "at_places": sum(row.count for row in rows if row.spot),
        "total": len(found),
        "nowhere": sum(meeting.place is None for meeting in found),
    }


def rows_of(meetings: Sequence[Meeting]) -> list[Row]:
    """The places of meetings, those of most first.

    Args:
        meetings: by day.
    """
    at: dict[str, list[Meeting]] = {}
    for meeting in meetings:
        if meeting.place:
            at.setdefault(meeting.place.name, []).append(meeting)
    return [_row(name, own) for name, own in sorted(at.items(), key=lambda item: (-len(item[1]), item[0].casefold()))]


def _row(name: str, meetings: Sequence[Meeting]) -> Row:
    days = [meeting.when for meeting in meetings if meeting.when] or [UNKNOWN]
    return Row(name, len(meetings), days[0], days[-1], _spot(name, meetings))


def _spot(name: str, meetings: Sequence[Meeting]) -> Spot | None:
    """Where a place lies: as most of its meetings tell."""
    known = Counter(
        (place.lat, place.lon) for meeting in meetings if (place := meeting.place) and _is_placed(place)
    ).most_common(1)
    if not known:
        return None
    ((lat, lon), _) = known[0]
    held = any(meeting.status in (Status.HELD, Status.ONGOING) for meeting in meetings)
    return Spot(name, lat or 0.0, lon or 0.0, len(meetings), held)


def _is_placed(place: Place) -> bool:
    return place.lat is not None and place.lon is not None


__all__ = ["MOST", "Row", "places", "rows_of"]
