"""Sticking points: what blocks what, in sentences and as a drawing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from rapporteur.record.model import StickingPoint
from rapporteur.web.drawings import standoff
from rapporteur.web.drawings.standoff import Size
from rapporteur.web.drawings.waits import Wait
from rapporteur.web.view import View

_WHOLE = 40
"""Sticking points with the words of each side; the others are one sentence each."""
_DRAWN = 12
"""Sticking points in a drawing: those in most reports."""
_LINES = 40
"""Lines in a drawing: what would take more than are left, for so many parties ask or refuse it, has its sentence."""
_SIZES = {
    "wide": Size(940.0, 180.0, 300.0, 150.0, around=True),
    "narrow": Size(400.0, 118.0, 178.0, 90.0, around=False),
}


def sticking_points(view: View) -> dict[str, Any]:
    """What blocks what, with what would open it; what most reports tell of stands first."""
    points = view.sticking_points
    return {
        "points": points,
        "issues": {point.id: view.issue(point.issue) for point in points},
        "held": {point.id: view.positions_in(point) for point in points[:_WHOLE]},
        **drawn(view, points),
    }


def drawn(view: View, points: Sequence[StickingPoint]) -> dict[str, Any]:
    """Who stands in whose way: a wide and a narrow drawing, and how many points are not in them.

    Args:
        view: the record.
        points: what is to be drawn, the most important first.
    """
    chosen = legible([_waits(view, point) for point in points])
    waits = [wait for of_point in chosen for wait in of_point]
    called = {party: view.name(party) for wait in waits for party in wait.parties}
    sizes = _SIZES if waits else {}
    return {
        "standoffs": [standoff.draw(waits, called, name=name, size=size) for name, size in sizes.items()],
        "undrawn": len(points) - len(chosen),
    }


def legible(points: Iterable[list[Wait]]) -> list[list[Wait]]:
    """The first points that a drawing holds so that its lines can be followed."""
    chosen: list[list[Wait]] = []
    left = _LINES
    for waits in points:
        lines = sum(len(wait.waiting) + len(wait.holding) for wait in waits)
        if lines <= left and len(chosen) < _DRAWN:
            chosen.append(waits)
            left -= lines
    return chosen


def _waits(view: View, point: StickingPoint) -> list[Wait]:
    return [
        Wait(one.point, view.label(one.issue), one.waiting, one.holding, one.in_turn)
        for one in view.obstacles[point.id]
    ]


__all__ = ["drawn", "legible", "sticking_points"]
