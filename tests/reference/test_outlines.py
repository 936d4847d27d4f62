from __future__ import annotations

from itertools import pairwise

import pytest

from rapporteur.reference.outlines import Ring, outlines


@pytest.mark.parametrize(
    ("lon", "lat", "land"),
    [
        (25.0, 0.5, True),  # the Congo basin
        (-60.0, -10.0, True),  # the Amazon
        (105.0, 62.0, True),  # Siberia
        (-30.0, 0.0, False),  # the Atlantic
        (51.0, 42.0, False),  # the Caspian, water within land
        (-150.0, -30.0, False),  # the Pacific
    ],
)
def test_land_lies_in_the_outlines(lon: float, lat: float, land: bool) -> None:
    assert sum(_holds(ring, lon, lat) for ring in outlines()) % 2 == land


def test_all_outlines_are_in_degrees() -> None:
    points = [point for ring in outlines() for point in ring]
    assert all(-270 <= lon <= 270 and -90 <= lat <= 90 for lon, lat in points)  # one may go on over the date line


def test_no_outline_leaps_over_the_map() -> None:
    leaps = [ring for ring in outlines() for one, two in pairwise(ring) if abs(one[0] - two[0]) > 180]
    assert len({min(lat for _, lat in ring) < -80 for ring in leaps}) <= 1  # but Antarctica, which goes round


def _holds(ring: Ring, lon: float, lat: float) -> bool:
    inside = False
    for (x1, y1), (x2, y2) in pairwise((*ring, ring[0])):
        if (y1 > lat) != (y2 > lat) and lon < x1 + (lat - y1) / (y2 - y1) * (x2 - x1):
            inside = not inside
    return inside
