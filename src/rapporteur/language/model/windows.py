"""A text in windows that the encoder can hold: whole sentences with the one before as context, long ones in pieces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

ROOM = 160
"""Subwords of a window's own sentences: longer ones cost more for each word, shorter ones see less."""
CONTEXT = 40
"""Subwords of the sentence before, at most; a longer one is left out."""
LONGEST = 320
"""Subwords of one sentence that are read together; a longer one is read in pieces."""
MARGIN = 60
"""Subwords on either side of a piece that it sees besides its own."""


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens ``first`` to ``end`` are read together, and of these ``keep`` to ``stop`` are taken over."""

    first: int
    keep: int
    stop: int
    end: int


def windows(lengths: Sequence[int], sentences: Sequence[tuple[int, int]]) -> Iterator[Window]:
    """Divide a text into windows that, without their context, cover every token once.

    Args:
        lengths: the number of subwords of each token.
        sentences: ranges of tokens, in order, without gaps.
    """
    sizes = [sum(lengths[first:end]) for first, end in sentences]
    at = 0
    while at < len(sentences):
        if sizes[at] > LONGEST:
            yield from _pieces(lengths, *sentences[at])
            at += 1
            continue
        upto, size = at + 1, sizes[at]
        while upto < len(sentences) and size + sizes[upto] <= ROOM:
            size += sizes[upto]
            upto += 1
        first, end = sentences[at][0], sentences[upto - 1][1]
        before = sentences[at - 1][0] if at and sizes[at - 1] <= CONTEXT else first
        yield Window(before, first, end, end)
        at = upto


def _pieces(lengths: Sequence[int], first: int, end: int) -> Iterator[Window]:
    """A long sentence in pieces of about ``ROOM``, each with a margin on both sides."""
    keep = first
    while keep < end:
        stop = _reach(lengths, keep, end, ROOM, 1)
        low = _reach(lengths, keep, first, MARGIN, -1)
        high = _reach(lengths, stop, end, MARGIN, 1)
        yield Window(low, keep, stop, high)
        keep = stop


def _reach(lengths: Sequence[int], at: int, limit: int, room: int, step: int) -> int:
    """How far from the joint ``at`` one gets towards ``limit`` within ``room`` subwords; a step at least."""
    start = at
    while at != limit:
        room -= lengths[at if step > 0 else at - 1]
        if room < 0 and at != start:
            break
        at += step
    return at
