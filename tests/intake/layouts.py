"""The invented layouts of `cases/bodies`: texts in which ``[[`` and ``]]`` mark what is the article's own prose."""

from __future__ import annotations

import re
from pathlib import Path

BODIES = Path(__file__).parent / "cases" / "bodies"
NAMES = tuple(sorted(path.stem for path in BODIES.glob("*.txt")))


def text_of(name: str) -> str:
    """A layout without its marks."""
    return re.sub(r"\[\[|\]\]", "", (BODIES / f"{name}.txt").read_text(encoding="utf-8"))


def prose_of(name: str) -> set[int]:
    """The offsets, in the text without marks, of the letters and figures that are the article's own prose."""
    marked = (BODIES / f"{name}.txt").read_text(encoding="utf-8")
    inside, at = False, 0
    found: set[int] = set()
    for part in re.split(r"(\[\[|\]\])", marked):
        if part in ("[[", "]]"):
            inside = part == "[["
            continue
        if inside:
            found.update(at + offset for offset, char in enumerate(part) if char.isalnum())
        at += len(part)
    return found
