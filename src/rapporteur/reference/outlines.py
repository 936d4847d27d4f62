"""The outlines of the world's land: ``outlines.json``, which ``scripts/outlines.py`` writes."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("outlines.json")

Ring = tuple[tuple[float, float], ...]
"""Points as longitude and latitude; the last joins the first."""


@cache
def outlines() -> tuple[Ring, ...]:
    """The rings around land, and around water within it: what lies in an odd number of them is land."""
    return tuple(tuple((lon, lat) for lon, lat in ring) for ring in json.loads(FILE.read_text(encoding="utf-8")))


__all__ = ["FILE", "Ring", "outlines"]
