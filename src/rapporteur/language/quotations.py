"""Quotations: the stretches between quotation marks, whatever marks a house uses and however badly they were extracted.

Marks are paired inside a paragraph.  A quotation that goes on in the next paragraph, which then opens with a mark of
its own, ends with its paragraph and has no closing mark; so has one whose closing mark was forgotten.  Quotations
inside quotations are part of the outer one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from rapporteur.spans import Span, trim

_OPENERS = "“„‟«‘‚‹「『"
_CLOSERS = "”»’›」』"
_SINGLE = "'‘’‚‹›"
_MARK = re.compile(r"''|``|[\"＂″“”„‟«»「」『』'‘’‚‹›]")
_EDGES = "*_"  # markdown's marks of emphasis stand between a quotation mark and what it touches
_BEFORE_OPENING = "([{–—-/>:=|" + _OPENERS + "\"'"
_AFTER_CLOSING = ".,;:!?…)]}–—-/<|" + _CLOSERS + "\"'"
_STRONG_END = ".,!?…;"
_BEFORE_SENTENCE = ".!?…:," + _CLOSERS + "\"'"
_SENTENCE_END = re.compile(r"[.!?…](?=\s)")
_ELISION = re.compile(r"(?:\d\ds?|em|n|tis|twas|til|cause|bout)\b")


class _Side(Enum):
    """What the characters around a mark say of it."""

    OPENS = 1
    CLOSES = 2
    EITHER = 3


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    glyph: str
    side: _Side

    @property
    def single(self) -> bool:
        return self.glyph in _SINGLE

    @property
    def may_open(self) -> bool:
        if self.side is _Side.OPENS:
            return True
        return self.side is _Side.EITHER and self.glyph not in _CLOSERS and not self.single

    @property
    def may_close(self) -> bool:
        if self.side is _Side.CLOSES or self.glyph in _CLOSERS:
            return True
        return self.side is _Side.EITHER and self.glyph not in _OPENERS


def find(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """Return the outermost quotations of ``paragraphs``, marks included, in order; none crosses a paragraph."""
    found: list[Span] = []
    for index, paragraph in enumerate(paragraphs):
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        found.extend(_in_paragraph(text, paragraph, reopened=_opening(text, following) if following else ""))
    return tuple(found)


def words(text: str, quotation: Span) -> Span:
    """Return the words of ``quotation``: without its marks, emphasis and surrounding space."""
    start, end = quotation.start, quotation.end
    opening = _MARK.match(text, start, end)
    if opening:
        start = opening.end()
    if is_closed(text, quotation):
        end -= 2 if text[start:end].endswith(("''", "``")) else 1
    return trim(Span(start, max(start, end)), text)


def is_closed(text: str, quotation: Span) -> bool:
    """Say whether ``quotation`` ends with a mark of the kind that opened it."""
    opening = _MARK.match(text, quotation.start, quotation.end)
    if opening is None or opening.end() >= quotation.end:
        return False
    last = text[quotation.end - 1]
    if opening[0] in _SINGLE:
        return last in _SINGLE
    return text.endswith("''", opening.end(), quotation.end) or (bool(_MARK.fullmatch(last)) and last not in _SINGLE)


def _opening(text: str, paragraph: Span) -> str:
    """The mark that ``paragraph`` opens with, or nothing."""
    start = paragraph.start
    while start < paragraph.end and text[start] in _EDGES:
        start += 1
    match = _MARK.match(text, start, paragraph.end)
    return match[0] if match is not None and match[0] not in _CLOSERS else ""


def _in_paragraph(text: str, paragraph: Span, *, reopened: str) -> Iterator[Span]:
    marks = list(_marks(text, paragraph))
    index = 0
    while index < len(marks):
        mark = marks[index]
        close = None
        if mark.may_open and not (mark.single and _is_elision(text, mark)):
            close = _single_close(text, marks, index) if mark.single else _double_close(text, marks, index)
            if close is not None and _is_possessive(text, marks[close]) and _goes_on(text, paragraph, mark, reopened):
                close = None
        if close is None and mark.may_open:
            end = _open_end(text, paragraph, marks, index, reopened=reopened)
            if end is not None:
                yield Span(mark.start, end)
                index = next((i for i in range(index + 1, len(marks)) if marks[i].start >= end), len(marks))
                continue
        if close is not None and text[mark.end : marks[close].start].strip():
            yield Span(mark.start, marks[close].end)
            index = close
        index += 1


def _marks(text: str, paragraph: Span) -> Iterator[_Mark]:
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        start, end = match.span()
        if match[0] in ("'", "’") and _inside_word(text, paragraph, start):
            continue
        yield _Mark(start, end, match[0], _side(text, paragraph, start, end))


def _inside_word(text: str, paragraph: Span, at: int) -> bool:
    """Whether the mark at ``at`` is an apostrophe between two letters."""
    return paragraph.start < at < paragraph.end - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()


def _side(text: str, paragraph: Span, start: int, end: int) -> _Side:
    while start > paragraph.start and text[start - 1] in _EDGES:
        start -= 1
    while end < paragraph.end and text[end] in _EDGES:
        end += 1
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    opens = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    closes = (after.isspace() or after in _AFTER_CLOSING) and not before.isspace()
    if opens == closes:
        return _Side.EITHER
    return _Side.OPENS if opens else _Side.CLOSES


def _is_elision(text: str, mark: _Mark) -> bool:
    """Whether a single mark before a word stands for letters left out: '90s, 'em, ’tis."""
    return mark.glyph in "'’" and bool(_ELISION.match(text, mark.end))


def _double_close(text: str, marks: Sequence[_Mark], opening: int) -> int | None:
    """The index of the mark that closes the double quotation opened at ``opening``.

    An opening mark before any closing one is either a quotation inside the quotation or the sign that the closing
    mark was forgotten: it is inside if two closing marks follow.
    """
    depth = 1
    for index in range(opening + 1, len(marks)):
        mark = marks[index]
        if mark.single:
            continue
        if mark.side is _Side.OPENS and mark.may_open and mark.glyph not in _CLOSERS:
            if depth == 2:
                return None
            depth = 2
        elif mark.may_close:
            if _is_inches(text, marks, index):
                continue
            depth -= 1
            if depth == 0:
                return index
        elif depth == 2:
            return None
    return None


def _is_inches(text: str, marks: Sequence[_Mark], index: int) -> bool:
    """Whether a straight mark after a number measures inches: the next double mark still closes."""
    mark = marks[index]
    if mark.glyph not in '"″' or not text[mark.start - 1].isdigit():
        return False
    following = next((m for m in marks[index + 1 : index + 12] if not m.single), None)
    return following is not None and following.side is _Side.CLOSES


def _single_close(text: str, marks: Sequence[_Mark], opening: int) -> int | None:
    """The index of the mark that closes the single quotation opened at ``opening``.

    A mark after punctuation closes; one after a letter may be a possessive ("ministers' meeting"), and is taken
    only if none after punctuation comes before the next opening mark.
    """
    weak: list[int] = []
    for index in range(opening + 1, len(marks)):
        mark = marks[index]
        if not mark.single:
            continue
        if mark.side is _Side.OPENS and mark.glyph not in "’›":
            break
        if mark.side is _Side.CLOSES:
            if mark.glyph == "›" or text[mark.start - 1] in _STRONG_END:
                return weak[0] if weak and not _is_possessive(text, marks[weak[0]]) else index
            weak.append(index)
    certain = [index for index in weak if not _is_possessive(text, marks[index])]
    return certain[0] if certain else weak[-1] if weak else None


def _is_possessive(text: str, mark: _Mark) -> bool:
    return text[mark.start - 1] in "sSxz" and text[mark.end : mark.end + 2].strip()[:1].isalpha()


def _open_end(text: str, paragraph: Span, marks: Sequence[_Mark], opening: int, *, reopened: str) -> int | None:
    """Where a quotation without a closing mark ends: with its paragraph, or where the next one opens."""
    mark = marks[opening]
    later = (marks[index] for index in range(opening + 1, len(marks)) if marks[index].single == mark.single)
    if mark.single:
        is_last = all(_is_possessive(text, m) for m in later)
        return paragraph.end if is_last and _goes_on(text, paragraph, mark, reopened) else None
    another = next((m for m in later if m.side is _Side.OPENS), None)
    if another is None:
        return paragraph.end if mark.side is _Side.OPENS else None
    stop = _SENTENCE_END.search(text, mark.end, another.start)
    return stop.end() if stop else None


def _goes_on(text: str, paragraph: Span, mark: _Mark, reopened: str) -> bool:
    """Whether a quotation in single marks may go on in the next paragraph: it opens before a sentence, as that does."""
    before = text[paragraph.start : mark.start].rstrip(_EDGES + " ")
    opens_sentence = not before or (before[-1] in _BEFORE_SENTENCE and text[mark.end : mark.end + 1].isupper())
    return bool(reopened) and reopened in _SINGLE and mark.single and mark.glyph not in "’›" and opens_sentence


__all__ = ["find", "is_closed", "words"]
