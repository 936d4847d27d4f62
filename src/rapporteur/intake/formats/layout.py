"""Reading order on a printed page: letters into lines, lines into columns, told from their boxes alone.

Coordinates are the page's own: from its lower left corner, upwards.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

_SPLIT = 1.0  # of a line's height: a wider gap separates two columns or cells, a narrower one two words
_GUTTER = 0.6  # of a line's height: the least that printers leave between columns
_COLUMN_LINES = 3  # two rows can leave the same gap by chance
_COLUMN_SHARE = 0.15  # of the width: what is narrower is a list's numbers, not a column
_SAME_PRINT = 0.12  # of the height: more is a headline, less the same type with other letters
_DRAWING = 1500  # pieces of print on one page: a map or a timetable, which has no columns of prose
_SAME_ROW = 0.5  # of the lower of two heights must overlap


@dataclass(frozen=True, slots=True)
class Letter:
    """A character and its box."""

    char: str
    left: float
    right: float
    bottom: float
    top: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print; ``edges`` are the left and right of the column in which it stands."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    edges: tuple[float, float] = (0.0, 0.0)

    @property
    def height(self) -> float:
        """From the foot of the letters to their head: the size of the print."""
        return self.top - self.bottom


def lines_in_order(letters: Sequence[Letter]) -> list[Line]:
    """The lines of a page as a person reads them: down each column, the columns from left to right."""
    return _ordered(_runs(letters))


def _runs(letters: Sequence[Letter]) -> list[Line]:
    """Letters that follow each other on one line without a wide gap."""
    runs: list[list[Letter]] = []
    last: Letter | None = None
    for letter in letters:
        if letter.char.isspace():
            if runs:
                runs[-1].append(letter)
            continue
        if last is None or not _goes_on(last, letter):
            runs.append([])
        runs[-1].append(letter)
        last = letter
    return [_line(run) for run in runs]


def _goes_on(last: Letter, letter: Letter) -> bool:
    height = max(last.top - last.bottom, letter.top - letter.bottom)
    shared = min(last.top, letter.top) - max(last.bottom, letter.bottom)
    if shared < _SAME_ROW * min(last.top - last.bottom, letter.top - letter.bottom):
        return False
    leftwards = unicodedata.bidirectional(letter.char) in ("R", "AL")
    gap = last.left - letter.right if leftwards else letter.left - last.right
    return -height < gap < _SPLIT * height


def _line(run: list[Letter]) -> Line:
    inked = [letter for letter in run if not letter.char.isspace()]
    text = " ".join("".join(letter.char for letter in run).split())
    return Line(
        text,
        min(letter.left for letter in inked),
        max(letter.right for letter in inked),
        median(letter.bottom for letter in inked),
        median(letter.top for letter in inked),
    )


def _ordered(runs: list[Line]) -> list[Line]:
    """Down the page; where a gutter parts the print, down its left side first, from one line across to the next."""
    at = _gutter(runs)
    if at is None:
        return _rows(runs)
    ordered: list[Line] = []
    across: list[Line] = []
    sides: tuple[list[Line], list[Line]] = ([], [])
    for run in sorted(runs, key=lambda run: (-run.top, run.left)):
        if run.left < at < run.right:
            ordered += [line for side in sides for line in _ordered(side)]
            sides = ([], [])
            across.append(run)
        else:
            ordered += _rows(across)
            across = []
            sides[run.left > at].append(run)
    return [*ordered, *_rows(across), *(line for side in sides for line in _ordered(side))]


def _gutter(runs: list[Line]) -> float | None:
    """Where an upright strip parts two columns best, if one does."""
    if not 2 * _COLUMN_LINES <= len(runs) <= _DRAWING:
        return None
    half = _GUTTER * median(run.height for run in runs) / 2
    best: tuple[int, float] | None = None
    for at in sorted({round(run.right + half + 0.5) for run in runs}):
        left, right, across = _sides(runs, at - half, at + half)
        lines = min(_column_lines(left), _column_lines(right))
        if lines < _COLUMN_LINES or across > lines or not _are_wide(left, right):
            continue
        if best is None or lines - 3 * across > best[0]:
            best = (lines - 3 * across, at)
    return best[1] if best else None


def _sides(runs: list[Line], start: float, end: float) -> tuple[list[Line], list[Line], int]:
    """What stands left and right of an upright strip where both sides are in print, and how many runs cross it."""
    left = [run for run in runs if run.right <= start]
    right = [run for run in runs if run.left >= end]
    if not left or not right:
        return [], [], 0
    foot = max(min(run.bottom for run in left), min(run.bottom for run in right))
    head = min(max(run.top for run in left), max(run.top for run in right))
    left, right, beside = (
        [run for run in side if foot < run.top and run.bottom < head] for side in (left, right, runs)
    )
    return left, right, len(beside) - len(left) - len(right)


def _column_lines(runs: list[Line]) -> int:
    return len({round(run.bottom) for run in runs})


def _are_wide(left: list[Line], right: list[Line]) -> bool:
    """Whether both sides have the width of a column."""
    edges = [(min(run.left for run in side), max(run.right for run in side)) for side in (left, right)]
    width = edges[1][1] - edges[0][0]
    return all(end - start >= _COLUMN_SHARE * width for start, end in edges)


def _rows(runs: list[Line]) -> list[Line]:
    """Runs of one column as lines: what stands beside each other becomes one."""
    if not runs:
        return []
    rows: list[list[Line]] = []
    for run in sorted(runs, key=lambda run: (-(run.top + run.bottom), run.left)):
        if rows and _beside(rows[-1][0], run):
            rows[-1].append(run)
        else:
            rows.append([run])
    lines = [_joined(sorted(row, key=lambda run: run.left)) for row in rows]
    return [replace(line, edges=_edges(line, lines)) for line in lines]


def _edges(line: Line, lines: list[Line]) -> tuple[float, float]:
    """The left and right of the lines in the same print: a headline across says nothing of the text below it."""
    alike = [other for other in lines if abs(other.height - line.height) < _SAME_PRINT * line.height]
    return min(other.left for other in alike), max(other.right for other in alike)


def _beside(first: Line, second: Line) -> bool:
    shared = min(first.top, second.top) - max(first.bottom, second.bottom)
    return shared > _SAME_ROW * min(first.height, second.height)


def _joined(row: list[Line]) -> Line:
    longest = max(row, key=lambda run: len(run.text))
    text = " ".join(run.text for run in row if run.text)
    return Line(text, row[0].left, max(run.right for run in row), longest.bottom, longest.top)
