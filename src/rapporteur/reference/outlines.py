"""The outlines of the world's land: ``outlines.json``, which ``scripts/outlines.py`` writes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

_HALF = 180.0
FILE = Path(__file__).with_name("outlines.json")

Ring = tuple[tuple[float, float], ...]
"""Points as longitude and latitude; the last joins the first."""


@cache
def outlines() -> tuple[Ring, ...]:
    """The rings around land, and around water within it: what lies in an odd number of them is land."""
    return tuple(map(_whole, json.loads(FILE.read_text(encoding="utf-8"))))


def _whole(ring: Sequence[Sequence[float]]) -> Ring:
    """A ring in one piece: one over the date line goes on beyond 180 degrees; one round a pole stays as it is."""
    turns, found = 0, [(ring[0][0], ring[0][1])]
    for (before, _), (lon, lat) in pairwise(ring):
        turns += (before - lon > _HALF) - (lon - before > _HALF)
        found.append((lon + turns * 2 * _HALF, lat))
    if abs(found[-1][0] - found[0][0]) > _HALF:
        return tuple((lon, lat) for lon, lat in ring)
    away = 2 * _HALF * round(sum(lon for lon, _ in found) / len(found) / (2 * _HALF))
    return tuple((lon - away, lat) for lon, lat in found)


__all__ = ["FILE", "Ring", "outlines"]
