"""The lines at the head and the foot of an article's text, and what their labels say they hold."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from rapporteur.intake.calendar_dates import calendar_dates
from rapporteur.intake.furniture import ends_article
from rapporteur.intake.lines import MARKS
from rapporteur.intake.phrases import folded
from rapporteur.reference import load
from rapporteur.spans import Span, trim

Place = Literal["head", "foot", "beyond"]

_URL = re.compile(r"https?://[^\s<>()\[\]\"']+|www\.[^\s<>()\[\]\"']+")
_COLON = re.compile(r"[*_>#\s]*(?P<label>[A-Za-z][\w -]{0,24}?)[*_]*\s*:\s*[*_]*(?P<value>\S.*)")
_SPACED = re.compile(r"[*_>#\s]*(?P<label>[A-Za-z][A-Za-z-]*(?: [a-z]+){0,2}|[A-Z]{2}(?=\s\s))\s+(?P<value>\S.*)")
_PARTS = re.compile(r"\s+[|•·]\s*|\s*[|•·]\s+|\s{3,}|\t")
_NEAR = 40
"""How many lines of a long head or foot are looked at, counted from the body, besides the first few."""


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """A line outside the body, trimmed of marks; ``number`` counts from 1, ``field`` is what its label names.

    What lies beyond the heading of other stories or of comments may be another article's.
    """

    number: int
    text: str
    place: Place
    field: str | None = None
    value: str = ""
    heading: bool = False

    @property
    def days(self) -> tuple[dt.date, ...]:
        """The calendar dates in it."""
        return tuple(day for _, day in calendar_dates(self.text))

    @property
    def urls(self) -> tuple[str, ...]:
        """The addresses in it."""
        return tuple(match[0].rstrip(".,;:*_") for match in _URL.finditer(self.text))

    @property
    def parts(self) -> tuple[str, ...]:
        """Its parts where bars, dots or wide gaps divide it."""
        return tuple(part for part in (part.strip(MARKS + " ") for part in _PARTS.split(self.text)) if part)


def header_lines(text: str, body: Sequence[Span]) -> tuple[HeaderLine, ...]:
    """The lines before and after the body; a line of several labelled parts gives one each."""
    numbered = enumerate((Span(*match.span()) for match in re.finditer(r"^.*$", text, re.MULTILINE)), 1)
    lines = [(number, line) for number, line in numbered if line.of(text).strip()]
    start = body[0].start if body else len(text)
    end = body[-1].end if body else len(text)
    head = [(number, line) for number, line in lines if line.start < start]
    foot = [(number, line) for number, line in lines if line.end > end]
    near = head if len(head) <= _NEAR + 6 else [*head[:6], *head[-_NEAR:]]
    found: list[HeaderLine] = []
    for number, line in near:
        found.extend(_read(text, Span(line.start, min(line.end, start)), number, "head"))
    place: Place = "foot"
    for number, line in [*foot[:_NEAR], *foot[_NEAR:][-10:]]:
        place = "beyond" if ends_article(line.of(text)) else place
        found.extend(_read(text, Span(max(line.start, end), line.end), number, place))
    return tuple(found)


def _read(text: str, span: Span, number: int, place: Place) -> Iterator[HeaderLine]:
    line = trim(span, text, also=MARKS).of(text)
    if not line:
        return
    heading = span.of(text).lstrip().startswith("#")
    parts = [part for part in _PARTS.split(line) if part.strip()]
    labelled = [_labelled(part) for part in parts]
    if any(labelled):
        for part, found in zip(parts, labelled, strict=True):
            field, value = found or (None, "")
            yield HeaderLine(number, part.strip(MARKS + " "), place, field, value, heading)
    else:
        yield HeaderLine(number, line, place, heading=heading)


def _labelled(part: str) -> tuple[str, str] | None:
    """The field that a part names and its value; without a colon, only dates and two-letter codes."""
    match = _COLON.match(part)
    if match and (field := _fields().get(_key(match["label"]))):
        return field, match["value"].strip(MARKS + " \"'")
    match = _SPACED.match(part)
    while match:
        label = match["label"]
        field = _fields().get(label if label.isupper() and len(label) == 2 else _key(label))
        dated = field in ("published", "changed", "fetched") and calendar_dates(part)
        if field and (dated or (label.isupper() and len(label) == 2)):
            return field, match["value"].strip()
        shorter = label.rpartition(" ")[0]
        match = (
            re.compile(rf"[*_>#\s]*(?P<label>{re.escape(shorter)})\s+(?P<value>\S.*)").match(part) if shorter else None
        )
    return None


def _key(label: str) -> str:
    return " ".join(folded(label).casefold().split())


@cache
def _fields() -> dict[str, str]:
    return {
        label if label.isupper() else label.casefold(): field
        for field, labels in load("article_headers")["labels"].items()
        for label in labels
    }
