"""The map: the land around the places of meetings, and a circle for each place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, radians, sqrt

from rapporteur.export.sections.words import shortened
from rapporteur.reference.outlines import Ring, outlines
from rapporteur.web.drawings.room import Box, Label, beside, free

Point = tuple[float, float]
SMALLEST, LARGEST = 5.0, 17.0
"""Radii of circles; what is counted is as their areas."""
MARGIN, LEAST = 0.22, 8.0
"""Room around the places: a share of how far they are apart; and the fewest degrees of latitude that are drawn."""
NORTH, SOUTH = 84.0, -58.0
"""The parallels between which the whole world is drawn."""
WIDEST = 200.0
"""Degrees of longitude; of places farther apart the whole world is drawn."""
_FINEST = 0.7
"""Units; points nearer to each other are drawn as one."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with how many meetings it has; ``held``: one of them at least was held."""

    name: str
    lat: float
    lon: float
    count: int
    held: bool


@dataclass(frozen=True, slots=True)
class Circle:
    """A place as drawn; without a label where there is no room for one."""

    spot: Spot
    x: float
    y: float
    radius: float
    label: Label | None


@dataclass(frozen=True, slots=True)
class Map:
    """The drawing: the land as the data of a path, and circles, the largest below."""

    name: str
    width: float
    height: float
    land: str
    circles: tuple[Circle, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of the world on paper: degrees run straight, true to each other at the middle parallel."""

    west: float
    north: float
    east: float
    south: float
    width: float

    @property
    def scale(self) -> float:
        """Units to a degree of longitude."""
        return self.width / (self.east - self.west)

    @property
    def stretch(self) -> float:
        """Units to a degree of latitude."""
        return self.scale / _narrowed(self.north, self.south)

    @property
    def height(self) -> float:
        """In units."""
        return round((self.north - self.south) * self.stretch, 1)

    def at(self, lon: float, lat: float) -> Point:
        """Where a point of the world lies."""
        return round((lon - self.west) * self.scale, 1), round((self.north - lat) * self.stretch, 1)


def draw(spots: Sequence[Spot], *, name: str, width: float, height: float, letters: int) -> Map | None:
    """Draw a map of places; ``None`` if there are none.

    Args:
        spots: the places.
        name: tells this drawing's element ids from those of another in the same page.
        width: in units.
        height: about how high it shall be; the whole world is as high as it is.
        letters: how long a label may be.
    """
    if not spots:
        return None
    frame = frame_of([(spot.lon, spot.lat) for spot in spots], width, height)
    return Map(name, width, frame.height, "".join(_land(frame)), tuple(_circles(spots, frame, letters)))


def frame_of(points: Sequence[Point], width: float, height: float) -> Frame:
    """The part of the world that is drawn: around the points with some room, or all of it."""
    west, east = _narrowest([lon for lon, _ in points])
    lats = [lat for _, lat in points]
    if east - west > WIDEST:
        return Frame(-180.0, NORTH, 180.0, SOUTH, width)
    high = max((max(lats) - min(lats)) * (1 + 2 * MARGIN), LEAST)
    middle = (max(lats) + min(lats)) / 2
    narrowed = cos(radians(min(abs(middle), 70.0)))
    wide = max((east - west) * (1 + 2 * MARGIN), high * width / height / narrowed)
    high = max(high, wide * narrowed * height / width)
    if wide >= 360.0 or high >= NORTH - SOUTH:
        return Frame(-180.0, NORTH, 180.0, SOUTH, width)
    top = min(middle + high / 2, max(NORTH, max(lats) + 2))
    bottom = max(top - high, min(SOUTH, min(lats) - 2))
    return Frame((west + east - wide) / 2, top, (west + east + wide) / 2, bottom, width)


def _narrowed(north: float, south: float) -> float:
    """How long a degree of longitude is at the middle parallel, of one of latitude."""
    return cos(radians(min(abs(north + south) / 2, 70.0)))


def _narrowest(lons: Iterable[float]) -> tuple[float, float]:
    """The shortest stretch of longitudes that holds all; it may reach beyond 180 degrees east."""
    ordered = sorted(set(lons))
    gaps = [(after - before, after) for before, after in pairwise([*ordered, ordered[0] + 360.0])]
    gap, west = max(gaps)
    west = west - 360.0 if west > 180.0 else west
    return west, west + 360.0 - gap


def _circles(spots: Sequence[Spot], frame: Frame, letters: int) -> Iterator[Circle]:
    most = max(spot.count for spot in spots)
    ordered = sorted(spots, key=lambda spot: (-spot.count, spot.name))
    placed = [(spot, *_placed(spot, frame), max(SMALLEST, LARGEST * sqrt(spot.count / most))) for spot in ordered]
    taken = [Box(x - radius, y - radius, x + radius, y + radius) for _, x, y, radius in placed]
    page = Box(4, 4, frame.width - 4, frame.height - 4)
    for spot, x, y, radius in placed:
        words = f"{shortened(spot.name, letters)} {spot.count}"
        label = free(beside(words, x, y, radius), page, taken)
        taken += [label.box] if label else []
        yield Circle(spot, x, y, round(radius, 1), label)


def _placed(spot: Spot, frame: Frame) -> Point:
    """Where a place lies, its longitude told as the frame tells them."""
    return frame.at(frame.west + (spot.lon - frame.west) % 360.0, spot.lat)


# -- land ---------------------------------------------------------------------------------------------------------


def _land(frame: Frame) -> Iterator[str]:
    """The land as pieces of a path: each ring cut to the frame, which may reach beyond the date line."""
    edge = 1.0
    box = Box(-edge, -edge, frame.width + edge, frame.height + edge)
    for ring in outlines():
        for turn in (-360.0, 0.0, 360.0):
            if _reaches(ring, turn, frame):
                cut = _cut([frame.at(lon + turn, lat) for lon, lat in ring], box)
                if len(thin := _thinned(cut)) > 2:
                    yield "M" + "L".join(f"{x:g} {y:g}" for x, y in thin) + "Z"


def _reaches(ring: Ring, turn: float, frame: Frame) -> bool:
    lons, lats = [lon + turn for lon, _ in ring], [lat for _, lat in ring]
    return min(lons) < frame.east and max(lons) > frame.west and min(lats) < frame.north and max(lats) > frame.south


def _cut(ring: list[Point], box: Box) -> list[Point]:
    """A ring within a box: cut at one side after the other."""
    for axis, limit, sign in ((0, box.left, 1), (0, box.right, -1), (1, box.top, 1), (1, box.bottom, -1)):
        ring = list(_cut_at(ring, lambda point, a=axis, at=limit, s=sign: (point[a] - at) * s))  # type: ignore[misc]
    return ring


def _cut_at(ring: Sequence[Point], depth: Callable[[Point], float]) -> Iterator[Point]:
    """The part of a ring where ``depth`` is not below nought."""
    for before, after in pairwise([*ring[-1:], *ring]):
        one, two = depth(before), depth(after)
        if (one < 0) != (two < 0):
            share = one / (one - two)
            yield before[0] + (after[0] - before[0]) * share, before[1] + (after[1] - before[1]) * share
        if two >= 0:
            yield after


def _thinned(ring: Iterable[Point]) -> list[Point]:
    """A ring without points that lie on one before."""
    kept: list[Point] = []
    for x, y in ring:
        if not kept or hypot(x - kept[-1][0], y - kept[-1][1]) >= _FINEST:
            kept.append((round(x, 1), round(y, 1)))
    return kept


__all__ = ["Circle", "Frame", "Map", "Spot", "draw", "frame_of"]
