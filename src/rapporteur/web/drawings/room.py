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

    @property
    def middle(self) -> float:
        """How far down its middle lies."""
        return (self.top + self.bottom) / 2

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


def lines_of(words: str, width: float, most: int) -> tuple[str, ...]:
    """Words in lines of a width; an ellipsis stands for what ``most`` lines do not hold.

    A word longer than a line is broken.
    """
    lines: list[str] = []
    rest = " ".join(words.split())
    while text_width(rest) > width and len(lines) + 1 < most:
        fits = _fitting(rest, width)
        end = fits if rest[fits] == " " else rest.rfind(" ", 0, fits) + 1 or fits
        lines.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    if text_width(rest) > width:
        rest = f"{rest[: _fitting(rest, width - text_width('…'))].rstrip()}…"
    return (*lines, rest)


def _fitting(words: str, width: float) -> int:
    """How many letters of words that are too wide fit in a width; one at least."""
    return next((end for end in range(1, len(words)) if text_width(words[: end + 1]) > width), len(words))


def stacked(heights: Sequence[float], between: float) -> float:
    """How tall boxes are that stand on each other with room between them."""
    return sum(heights) + between * max(len(heights) - 1, 0)


def apart(
    wanted: Sequence[float], heights: Sequence[float], between: float, within: tuple[float, float]
) -> Sequence[float]:
    """Where boxes begin that have their middles where wanted, or as near as keeps them in order, apart and inside.

    Args:
        wanted: how far down the middle of each should lie, in order.
        heights: how tall each is.
        between: the room between two.
        within: where the first may begin and the last must end; there is room for all.
    """
    free, bottom = within
    tops: list[float] = []
    for middle, height in zip(wanted, heights, strict=True):
        tops.append(max(free, middle - height / 2))
        free = tops[-1] + height + between
    for at in reversed(range(len(tops))):
        tops[at] = min(tops[at], bottom - heights[at])
        bottom = tops[at] - between
    return tops


__all__ = ["DOWN", "UP", "Box", "Label", "apart", "beside", "free", "lines_of", "stacked"]
