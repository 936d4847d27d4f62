"""The inline markup of the annotated corpus: ``{code:arguments words}``, nested at will.

``training/corpus/guidelines.md`` says what each code means.  Braces never stand in the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPENING = re.compile(r"\{([a-z]+)(?::([^\s{}]+))? ")


class MarkupError(ValueError):
    """A passage whose markup cannot be read; the message says where and why."""


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """One annotated stretch: ``text[start:end]`` bears ``code`` with its slash-separated ``arguments``."""

    start: int
    end: int
    code: str
    arguments: tuple[str, ...] = ()


def read(marked: str) -> tuple[str, tuple[Mark, ...]]:
    """Split marked text into the plain text and its marks, in order of their start, outer ones first.

    Raises:
        MarkupError: a brace opens without code, is never closed, or closes nothing.
    """
    plain: list[str] = []
    open_marks: list[tuple[int, str, tuple[str, ...], int]] = []
    marks: list[Mark] = []
    at = length = 0
    while at < len(marked):
        if marked[at] == "{":
            opening = _OPENING.match(marked, at)
            if not opening:
                raise MarkupError(f"no code after the brace in {_near(marked, at)}")
            arguments = tuple(opening[2].split("/")) if opening[2] else ()
            open_marks.append((length, opening[1], arguments, at))
            at = opening.end()
        elif marked[at] == "}":
            if not open_marks:
                raise MarkupError(f"a brace closes nothing in {_near(marked, at)}")
            start, code, arguments, where = open_marks.pop()
            if start == length:
                raise MarkupError(f"nothing is marked in {_near(marked, where)}")
            marks.append(Mark(start, length, code, arguments))
            at += 1
        else:
            stop = next(_stops(marked, at))
            plain.append(marked[at:stop])
            length += stop - at
            at = stop
    if open_marks:
        raise MarkupError(f"a brace is never closed in {_near(marked, open_marks[-1][3])}")
    return "".join(plain), tuple(sorted(marks, key=lambda m: (m.start, -m.end, m.code)))


def _stops(marked: str, at: int) -> Iterator[int]:
    found = re.compile(r"[{}]").search(marked, at)
    yield found.start() if found else len(marked)


def _near(marked: str, at: int) -> str:
    return repr(marked[max(0, at - 20) : at + 40])


__all__ = ["Mark", "MarkupError", "read"]
