"""Lines that belong to the sheet, not to the text: running heads and feet, page numbers, a browser's print marks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from rapporteur.intake.formats.layout import Line

_EDGE = 3  # lines at the head and the foot of a page among which running lines stand
_SHARE = 0.3  # of all pages: heads of left and right pages alternate, and the first page often has none
_NUMBER = re.compile(r"[-–—\s]*(?:page|p\.)?\s*\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?[-–—\s]*", re.IGNORECASE)
_PRINTED_FOOT = re.compile(r"https?://\S+\s+\d{1,3}/\d{1,3}")
_PRINTED_HEAD = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}[:.]\d\d(?: ?[AP]M)?\b.*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")

Place = tuple[int, int]


def without_running_lines(pages: Sequence[list[Line]]) -> tuple[list[list[Line]], list[str]]:
    """The pages without such lines, and the texts of the lines that were left out."""
    dropped: set[Place] = set()
    groups: dict[str, list[Place]] = defaultdict(list)
    for page, lines in enumerate(pages):
        printed = any(_PRINTED_FOOT.fullmatch(line.text) for line in lines)
        for at in _edge(lines):
            text = lines[at].text
            if _is_sheet_mark(text, printed=printed, alone=len(pages) == 1):
                dropped.add((page, at))
            groups[_DIGITS.sub("#", text.casefold())].append((page, at))
    for places in groups.values():
        if _runs_through(places, pages):
            dropped.update(places)
    kept = [[line for at, line in enumerate(lines) if (page, at) not in dropped] for page, lines in enumerate(pages)]
    return kept, [pages[page][at].text for page, at in sorted(dropped)]


def _edge(lines: list[Line]) -> list[int]:
    """The places of the highest and lowest lines, wherever they come in reading order."""
    by_height = sorted(range(len(lines)), key=lambda at: lines[at].bottom)
    return sorted({*by_height[:_EDGE], *by_height[-_EDGE:]})


def _is_sheet_mark(text: str, *, printed: bool, alone: bool) -> bool:
    if _PRINTED_FOOT.fullmatch(text):
        return True
    if printed and _PRINTED_HEAD.fullmatch(text):
        return True
    return not alone and bool(_NUMBER.fullmatch(text))


def _runs_through(places: list[Place], pages: Sequence[list[Line]]) -> bool:
    """Whether lines that differ in figures alone are one running line: the same words, or counting with the pages."""
    numbers = {page: pages[page][at].text for page, at in places}
    if len(numbers) < max(2, _SHARE * len(pages)):
        return False
    if len(set(numbers.values())) == 1:
        return True
    figures = [[int(n) - page for n in _DIGITS.findall(text)] for page, text in numbers.items()]
    return any(len(set(column)) == 1 for column in zip(*figures, strict=True))
