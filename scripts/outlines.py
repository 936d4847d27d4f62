"""``python -m scripts.outlines land-110m.json``: write the outlines of the land anew.

Natural Earth (https://www.naturalearthdata.com/, public domain) comes as TopoJSON in the npm package world-atlas.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from itertools import accumulate, groupby
from pathlib import Path
from typing import Any

from rapporteur.reference.outlines import FILE

Point = tuple[float, float]


def rings(topology: Mapping[str, Any]) -> Iterator[list[Point]]:
    """The rings around land and around water within it, in degrees to a tenth, the last point not repeated."""
    arcs = [_arc(topology["transform"], arc) for arc in topology["arcs"]]
    for shape in topology["objects"]["land"]["geometries"]:
        for polygon in shape["arcs"]:
            for numbers in polygon:
                found = [point for number in numbers for point in _way(arcs, number)]
                ring = [point for point, _ in groupby(found)]
                if len(ring) > 3:
                    yield ring[:-1] if ring[0] == ring[-1] else ring


def _arc(transform: Mapping[str, Any], steps: list[list[int]]) -> list[Point]:
    """An arc is told as steps from the point before, in units of its transform."""
    (wide, high), (left, low) = transform["scale"], transform["translate"]
    at = accumulate(steps, lambda point, step: [point[0] + step[0], point[1] + step[1]])
    return [(round(x * wide + left, 1), round(y * high + low, 1)) for x, y in at]


def _way(arcs: list[list[Point]], number: int) -> list[Point]:
    """An arc by its number, or backwards by the complement of it."""
    return arcs[number] if number >= 0 else arcs[~number][::-1]


if __name__ == "__main__":
    land = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    FILE.write_text(json.dumps(list(rings(land)), separators=(",", ":")) + "\n", encoding="utf-8")
