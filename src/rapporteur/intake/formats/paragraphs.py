"""Printed lines into paragraphs, words that were broken at a line's end into whole ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from rapporteur.intake.formats.layout import Line

_ENDED = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_HYPHENS = "-\u00ad\u0002\ufffe\u2010"
_BROKEN = re.compile(rf"([^\W\d_]+)[{_HYPHENS}]$")
_LISTED = re.compile(r"(?:\d{1,2}[.)]|[•▪‣–—-])\s")
_APART = 1.4  # times the usual distance of two lines: the space between paragraphs
_INDENT = 0.8  # of a line's height: the set-in of a first line
_OTHER_PRINT = 0.12  # of the height: the size of a headline or a caption
_SHORT = 0.25  # of the column: a line that ends so early was ended on purpose


def paragraphs(lines: Sequence[Line]) -> list[str]:
    """The paragraphs that ``lines``, in reading order, make up."""
    if not lines:
        return []
    words = {word for line in lines for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line.text.casefold())}
    pitch = _usual_pitch(lines)
    joined = [lines[0].text]
    for last, line in pairwise(lines):
        if _begins(last, line, pitch):
            joined.append(line.text)
        else:
            joined[-1] = _join(joined[-1], line.text, words)
    return [_without_marks(text) for text in joined if text.strip()]


def _usual_pitch(lines: Sequence[Line]) -> float:
    steps = [last.bottom - line.bottom for last, line in pairwise(lines) if _is_below(last, line)]
    return median(steps) if steps else 0.0


def _is_below(last: Line, line: Line) -> bool:
    return line.bottom < last.bottom and line.left < last.right and line.right > last.left


def _begins(last: Line, line: Line, pitch: float) -> bool:
    """Whether ``line`` begins a paragraph."""
    if abs(last.height - line.height) > _OTHER_PRINT * max(last.height, line.height):
        return True
    if _BROKEN.search(last.text):
        return False
    ended = bool(_ENDED.search(last.text))
    if ended and _LISTED.match(line.text):
        return True
    if _stopped_early(last, line, ended=ended):
        return True
    if not _is_below(last, line):  # the next column or page
        return ended and not line.text[:1].islower()
    if pitch and last.bottom - line.bottom > _APART * pitch:
        return True
    return _indent(line) > _INDENT * line.height and _indent(last) < _INDENT * last.height and ended


def _indent(line: Line) -> float:
    return line.left - line.edges[0]


def _stopped_early(last: Line, line: Line, *, ended: bool) -> bool:
    """Whether the next line's first word would have had room on the last one."""
    room = last.edges[1] - last.right
    letter = (line.right - line.left) / max(len(line.text), 1)
    first = line.text.partition(" ")[0]
    if room < letter * (len(first) + 2):
        return False
    return ended or room > _SHORT * (last.edges[1] - last.edges[0])


def _join(text: str, line: str, words: set[str]) -> str:
    """Two lines of one paragraph; a hyphen at the end of the first goes unless the document writes it elsewhere."""
    broken = _BROKEN.search(text)
    tail = re.match(r"[^\W\d_]+", line)
    if not broken or not tail:
        return f"{text} {line}"
    whole = f"{broken[1]}-{tail[0]}"
    if text[-1] != "\u00ad" and (not line[0].islower() or whole.casefold() in words):
        return f"{text[:-1]}-{line}"
    return f"{text[:-1]}{line}"


def _without_marks(text: str) -> str:
    return text.replace("\u0002", "-").replace("\ufffe", "-").replace("\u00ad", "").strip()
