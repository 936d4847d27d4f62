"""Room for words in a drawing: where a label lies beside what it names without covering another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapporteur.export.timeline_svg import text_width

UP, DOWN = 11.0, 4.0
"""How far letters reach above and below their line."""
_NEAR = 4.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of a drawing."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether two have a point in common."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        """Whether another lies within it."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


@dataclass(frozen=True, slots=True)
class Label:
    """Words on a line that begins, ends or has its middle at ``x``, as ``anchor`` says."""

    words: str
    x: float
    y: float
    anchor: str = "start"

    @property
    def box(self) -> Box:
        """The room that it takes."""
        width = text_width(self.words)
        left = self.x - {"start": 0.0, "middle": width / 2, "end": width}[self.anchor]
        return Box(left, self.y - UP, left + width, self.y + DOWN)


def free(labels: Iterable[Label], within: Box, taken: Sequence[Box]) -> Label | None:
    """The first of ``labels`` that lies within a box and meets nothing that is taken."""
    return next((one for one in labels if within.holds(one.box) and not any(map(one.box.meets, taken))), None)


def beside(words: str, x: float, y: float, radius: float) -> Iterator[Label]:
    """Where the label of a circle can lie, the best first: right, left, below, above, and at its corners."""
    out, corner = radius + _NEAR, radius * 0.7 + _NEAR / 2
    middle = (UP - DOWN) / 2
    yield Label(words, x + out, y + middle)
    yield Label(words, x - out, y + middle, "end")
    yield Label(words, x, y + out + UP, "middle")
    yield Label(words, x, y - out - DOWN, "middle")
    for right in (True, False):
        side = x + corner if right else x - corner
        yield Label(words, side, y + corner + UP, "start" if right else "end")
        yield Label(words, side, y - corner - DOWN, "start" if right else "end")


__all__ = ["Box", "Label", "beside", "free"]
