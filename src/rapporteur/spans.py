"""Spans of text: where the words stand on which an entry rests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` to ``end`` (exclusive) of a text, in Unicode code points as Python slices them."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span cannot run from {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return self.end > self.start

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The words at this span of ``text``."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def shift(self, by: int) -> Span:
        """The same span, ``by`` characters further on."""
        return Span(self.start + by, self.end + by)

    def to(self, other: Span) -> Span:
        """The shortest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


def trim(span: Span, text: str, *, also: str = "") -> Span:
    """``span`` without white space (and the characters of ``also``) at its ends; empty if nothing is left."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in also):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in also):
        end -= 1
    return Span(start, end)


def merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same characters as the fewest spans, in order; touching and overlapping spans become one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = merged[-1].to(span)
        elif span:
            merged.append(span)
    return tuple(merged)


def subtract(span: Span, holes: Iterable[Span]) -> tuple[Span, ...]:
    """What is left of ``span`` once ``holes`` are cut out."""
    left, at = [], span.start
    for hole in merge(holes):
        if hole.start > at:
            left.append(Span(at, min(hole.start, span.end)))
        at = max(at, hole.end)
        if at >= span.end:
            break
    if at < span.end:
        left.append(Span(at, span.end))
    return tuple(piece for piece in left if piece)
