"""Paragraphs and sentences, by rule: line breaks, full stops, abbreviations, quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from statistics import median

from rapporteur.reference import load
from rapporteur.spans import Span, trim

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_OPENING = "“‘\"'«„([—–-•* "
_CLOSING = "”’\"'»)]"
# A run of marks that may end a sentence: followed by space, or run into the next word ("on Friday.The talks").
_STOP = re.compile(
    rf"(?P<mark>[.!?…]+)(?P<close>[{re.escape(_CLOSING)}]*)(?=\s|$)"
    rf"|(?<=[\w%{re.escape(_CLOSING)}])(?<![A-Z])(?P<tight>[.!?])(?P<shut>[”’\"')\]]*)(?=[“‘\"]?[A-Z“][\w’'])"
    r"|(?<=[.!?”])\s?\([^()\n]{2,60}\)(?=[A-Z“])"
)
_BEFORE = re.compile(r"[^\s“‘\"'«„(\[—–/]+$")
_NEXT = re.compile(rf"[\s{re.escape(_OPENING)}]*([^\s{re.escape(_OPENING)}][\w.’'-]*)?")
_NUMBERED = re.compile(r"\d{1,3}|[A-Za-z]|[ivx]+")
_INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]")
_ATTRIBUTED = re.compile(r"\s+(?:(?:[A-Z][\w.’'-]*|the|of)\s+){1,4}(\w+)")


def paragraphs(text: str, body: Sequence[Span]) -> tuple[Span, ...]:
    """Return the paragraphs of ``body``, trimmed and in order: its lines, hard-wrapped ones joined."""
    found: list[Span] = []
    for block in _blocks(text, body):
        found.extend(_unwrapped(text, block))
    return tuple(found)


def split(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """Return the sentences of ``paragraphs``, trimmed and in order; none crosses a paragraph."""
    found: list[Span] = []
    for paragraph in paragraphs:
        start = paragraph.start
        for end in _ends(text, paragraph):
            sentence = trim(Span(start, end), text)
            if sentence:
                found.append(sentence)
            start = end
        rest = trim(Span(start, paragraph.end), text)
        if rest:
            found.append(rest)
    return tuple(found)


def _blocks(text: str, body: Sequence[Span]) -> Iterator[list[Span]]:
    """The lines of the body in groups that no blank line divides."""
    block: list[Span] = []
    for part in body:
        for match in _LINE.finditer(text, part.start, part.end):
            line = trim(Span(*match.span()), text)
            if block and (not line or text.count("\n", block[-1].end, match.start()) > 1):
                yield block
                block = []
            if line:
                block.append(line)
    if block:
        yield block


def _unwrapped(text: str, block: list[Span]) -> Iterator[Span]:
    filled = _is_filled(text, block)
    current = block[0]
    for line in block[1:]:
        broken = text[current.end - 1] not in ".!?…:;" + _CLOSING
        if (broken and (text[line.start].islower() or (filled and len(current) > 20))) or (
            filled and _is_full(block, line)
        ):
            current = current.to(line)
        else:
            yield current
            current = line
    yield current


def _is_full(block: list[Span], line: Span) -> bool:
    """Whether the line before ``line`` reaches about as far right as the block's lines do."""
    before = block[block.index(line) - 1]
    return len(before) >= 0.8 * max(map(len, block))


def _is_filled(text: str, block: list[Span]) -> bool:
    """Whether the lines look wrapped at one width: all but the last about as wide, most without an end."""
    if len(block) < 3:
        return False
    widths = [len(line) for line in block[:-1]]
    open_ends = sum(text[line.end - 1] not in '.!?…:;”"' for line in block[:-1])
    return 45 <= median(widths) <= 90 and max(map(len, block)) <= 100 and open_ends >= 0.6 * len(widths)


def _ends(text: str, paragraph: Span) -> Iterator[int]:
    for match in _STOP.finditer(text, paragraph.start, paragraph.end):
        if match.end() < paragraph.end and _is_end(text, paragraph, match):
            yield match.end()


def _is_end(text: str, paragraph: Span, match: re.Match[str]) -> bool:
    mark = match["mark"] or match["tight"]
    if mark is None:
        return True
    word = _word_before(text, paragraph, match.start())
    if match["tight"]:
        return not _is_address(text, match.start()) and word[-1:].islower() | word[-1:].isdigit() | bool(match["shut"])
    following = _NEXT.match(text, match.end(), paragraph.end)
    next_word = (following[1] if following else None) or ""
    if next_word[:1].islower():
        return False
    if mark == "." and not match["close"]:
        return _ends_after(word, next_word, at_start=match.start() - len(word) == paragraph.start)
    return not (match["close"] and mark[-1] in "?!" and _is_attributed(text, match.end(), paragraph.end))


def _word_before(text: str, paragraph: Span, at: int) -> str:
    match = _BEFORE.search(text, max(paragraph.start, at - 40), at)
    return match[0] if match else ""


def _is_address(text: str, at: int) -> bool:
    """Whether the stop at ``at`` stands in a web or mail address, or a file name."""
    start = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1
    return bool(re.match(r"\S*(?://|www\.|@)", text[start:at]))


def _ends_after(word: str, next_word: str, *, at_start: bool) -> bool:
    """Whether "``word``." ends a sentence before ``next_word``."""
    known = _abbreviations()
    if word.rpartition("-")[2] in known["before_name"]:
        return False
    if word in known["before_number"]:
        return not next_word[:1].isdigit() and (next_word in known["starters"] or word.islower())
    if _INITIALS.fullmatch(word) or word in known["anywhere"]:
        return next_word in known["starters"] and not (word == "I" and next_word == "I")
    return not (at_start and _NUMBERED.fullmatch(word))


def _is_attributed(text: str, at: int, end: int) -> bool:
    match = _ATTRIBUTED.match(text, at, end)
    return bool(match) and match[1] in _abbreviations()["reporting"] if match else False


@cache
def _abbreviations() -> dict[str, frozenset[str]]:
    return {group: frozenset(words) for group, words in load("abbreviations").items()}
