"""A text as blocks (paragraphs, headings, menu lines) and their sentences, roughly and with offsets.

Body detection needs pieces to judge, not exact sentences: a wrong cut inside a paragraph changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from statistics import quantiles

from rapporteur.intake.captions import credit_run_in
from rapporteur.intake.datelines import glued_dateline
from rapporteur.reference import load
from rapporteur.spans import Span, trim

MARKS = "*_#>`~•·▪●■◼□|\ufeff\u200b"
"""Characters of mark-up and bullets that may surround prose without being part of it."""

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_CLOSERS = "\"'”’»)\\]*_"
_END = re.compile(
    rf"[.!?…][{_CLOSERS}]*(?=\s|$)"  # the usual end of a sentence
    rf"|(?<=[a-z\d%”’\")])[.!?][\"”’)]*(?=[“‘\"]?[A-Z][\w’' ])"  # run into the next one: "on Friday.The talks"
    r"|[)\]](?=[“\"]?[A-Z“])"  # a credit run into the next sentence: "(Reuters)The talks"
    r"|(?<=[.!?])[”’\"](?=[“‘\"][A-Z])"
    r"|(?<=[.!?…])[ \t]+(?=[\w.+-]+@[\w-]+\.\w)"  # an address after the last sentence
    r"|\b(?:Read|READ) (?:more|More|MORE)(?=\s+[“\"‘A-Z])"  # a link run into the next sentence
    r"|[。！？؟।](?=.)"
)
_BRACKETED = re.compile(r"[(\[][^()\[\]]{2,100}[)\]][.]?")
_LAST_WORD = re.compile(r"([\w.’'-]+)\.[^\w]*$")
_LABEL = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]{1,2}")
_WRAP = (45, 140)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or line of a text, trimmed, with its sentences."""

    span: Span
    sentences: tuple[Span, ...]


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of ``text`` in order; the lines of a hard-wrapped paragraph make one block."""
    found = []
    for lines in _groups(text):
        span = trim(lines[0].to(lines[-1]), text, also=MARKS)
        if span:
            found.append(Block(span, tuple(_sentences(text, span))))
    return tuple(found)


def _groups(text: str) -> Iterator[list[Span]]:
    lines = [Span(*match.span()) for match in _LINE.finditer(text)]
    width = _wrap_width(text, lines)
    group: list[Span] = []
    for line in lines:
        blank = not line.of(text).strip()
        if group and (blank or not _continues(text, group[-1], line, width)):
            yield group
            group = []
        if not blank:
            group.append(line)
    if group:
        yield group


def _wrap_width(text: str, lines: list[Span]) -> int:
    """The width at which the text was wrapped by hand; 0 if it was not."""
    pairs = [(a, b) for a, b in pairwise(lines) if a.of(text).strip() and b.of(text).strip()]
    running = [len(trim(a, text)) for a, b in pairs if _runs_on(text, a, b)]
    lengths = [size for size in running if _WRAP[0] <= size <= _WRAP[1]]
    if len(lengths) < 2 or len(lengths) < 0.15 * len(pairs):
        return 0
    return round(quantiles(lengths, n=10)[-1])


def _runs_on(text: str, line: Span, following: Span) -> bool:
    before, after = line.of(text).rstrip(), following.of(text).lstrip()
    return before[-1] not in ".!?…:;”\"'" and after[0].islower()


def _continues(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether ``following`` goes on with the paragraph of ``line``: in small letters, or its first word had no room."""
    if text.count("\n", line.end, following.start) > 1:
        return False
    size, words = len(trim(line, text)), following.of(text).split()
    indent = len(following) - len(following.of(text).lstrip())
    if indent > len(line) - len(line.of(text).lstrip()) + 1 or words[0] in ("*", "-", "•") or _is_label(words[0]):
        return False
    if _WRAP[0] <= size <= _WRAP[1] and _runs_on(text, line, following):
        return True
    return width > 0 and size <= 1.5 * width and size + 1 + len(words[0]) > width - 3


def _is_label(word: str) -> bool:
    """Whether a line's first word numbers a point; a figure with a full stop may be the end of a date."""
    return _LABEL.fullmatch(word) is not None and not re.fullmatch(r"\d+\.", word)


def _sentences(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for end in sorted({*_ends(text, span), *_datelines(text, span), *_credits(text, span), span.end}):
        if end <= start:
            continue
        sentence = trim(Span(start, end), text, also=MARKS)
        bracketed = _BRACKETED.match(text, _skip(text, end, span.end), span.end)
        if bracketed and (
            bracketed.end() == span.end or text[bracketed.end()] in ' \n“"' or text[bracketed.end()].isupper()
        ):
            continue  # a credit belongs to the sentence before it
        if sentence:
            yield sentence
            start = end


def _ends(text: str, span: Span) -> Iterator[int]:
    label = _LABEL.match(text, span.start, span.end)  # "1." belongs to the point that it numbers
    for match in _END.finditer(text, label.end() if label else span.start, span.end):
        word = _LAST_WORD.search(text, max(span.start, match.start() - 20), match.end())
        if not (match[0].startswith(".") and word and _is_abbreviation(word[1])):
            yield match.end()


def _credits(text: str, span: Span) -> Iterator[int]:
    """Where a picture's credit is run into the next sentence: ``Image source, AFP Delegates have``."""
    for match in credit_run_in().finditer(text, span.start, span.end):
        yield match.end()


def _datelines(text: str, span: Span) -> Iterator[int]:
    found = glued_dateline(text, span)
    if found:
        yield found.span.start


def _skip(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _is_abbreviation(word: str) -> bool:
    if word in _abbreviations() or re.fullmatch(r"(?:\w\.)+\w", word):
        return True
    return word.isalpha() and word.isupper() and (len(word) == 1 or word.capitalize() in _abbreviations())


@cache
def _abbreviations() -> frozenset[str]:
    table = load("abbreviations")
    return frozenset([*table["before_name"], *table["before_number"]])
