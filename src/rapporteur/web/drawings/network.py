"""Whom an actor meets: the actor, and lines to the others, as wide as the meetings are many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from rapporteur.export.sections.words import counted, shortened
from rapporteur.export.timeline_svg import text_width
from rapporteur.web.drawings.room import Box, Label

ROW, EDGE, PILL = 40.0, 12.0, 30.0
DOT, GAP = 7.0, 6.0
WIDEST = 9.0
"""The line to whom is met most often."""
COLOURS = 5
"""Parties that have a colour of their own: those of most people; the others share one."""


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody who is met: an id, a name, the name of the party, and how often."""

    id: str
    name: str
    party: str
    count: int


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody as drawn, with the line to the middle."""

    other: Other
    x: float
    y: float
    width: float
    colour: int
    label: Label
    below: Label


@dataclass(frozen=True, slots=True)
class Network:
    """The drawing: whose it is in ``pill``, around the point from which the lines go."""

    name: str
    width: float
    height: float
    pill: Box
    called: Label
    x: float
    y: float
    nodes: tuple[Node, ...]


def draw(called: str, others: Sequence[Other], *, name: str, width: float, letters: int, around: bool) -> Network:
    """Draw an actor with those whom it meets.

    Args:
        called: the actor's name.
        others: whom it meets, those most often first.
        name: tells this drawing's element ids from those of another in the same page.
        width: in units; the height follows.
        letters: how long a label may be.
        around: whether the others lie on both sides of the actor, or in a column below.
    """
    words = shortened(called, letters)
    half = text_width(words) / 2 + EDGE
    rows = -(-len(others) // 2) if around else len(others)
    height = max(rows * ROW, PILL) + (0.0 if around else PILL + EDGE) + 2 * EDGE
    x, y = (width / 2, height / 2) if around else (EDGE + half, EDGE + PILL / 2)
    pill = Box(round(x - half, 1), y - PILL / 2, round(x + half, 1), y + PILL / 2)
    start = x if around else EDGE + 2 * DOT
    colours = _colours(others)
    places = _on_arcs(len(others), width, height) if around else _in_column(len(others), width)
    nodes = (
        _node(other, at, most=others[0].count, letters=letters, colour=colours[other.party])
        for other, at in zip(others, places, strict=True)
    )
    return Network(name, width, height, pill, Label(words, x, y + 4.5, "middle"), start, y, tuple(nodes))


def _on_arcs(number: int, width: float, height: float) -> Iterator[tuple[float, float, bool]]:
    """Where each lies, and whether to the right: by turns on an arc to the right and one to the left."""
    for at in range(number):
        right, row = at % 2 == 0, at // 2
        on_side = (number + right) // 2
        from_middle = (row - (on_side - 1) / 2) * ROW
        reach = width * (0.13 + 0.1 * sqrt(max(0.0, 1 - (2 * from_middle / height) ** 2)))
        yield width / 2 + (reach if right else -reach), height / 2 + from_middle, right


def _in_column(number: int, width: float) -> Iterator[tuple[float, float, bool]]:
    """Where each lies below the actor, each to the right of the lines."""
    for row in range(number):
        yield width / 4, EDGE + PILL + EDGE + (row + 0.5) * ROW, True


def _node(other: Other, at: tuple[float, float, bool], *, most: int, letters: int, colour: int) -> Node:
    x, y, right = at
    beside, anchor = (x + DOT + GAP, "start") if right else (x - DOT - GAP, "end")
    often = counted(other.count, "meeting")
    return Node(
        other,
        round(x, 1),
        round(y, 1),
        round(max(1.2, WIDEST * other.count / most), 1),
        colour,
        Label(shortened(other.name, letters), round(beside, 1), round(y - 2, 1), anchor),
        Label(
            shortened(f"{other.party}, {often}" if other.party else often, letters), round(beside, 1), y + 12, anchor
        ),
    )


def _colours(others: Sequence[Other]) -> dict[str, int]:
    """A number for each party, the same for all that have no colour of their own."""
    parties = Counter(other.party for other in others if other.party)
    ordered = sorted(parties, key=lambda party: (-parties[party], party))
    return {"": COLOURS} | {party: min(at, COLOURS) for at, party in enumerate(ordered)}


__all__ = ["Network", "Node", "Other", "draw"]
