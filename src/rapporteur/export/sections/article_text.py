"""An article's text as tokens: words, and the opening and closing of the places cited, always properly nested."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from heapq import heapify, heappop, heappush

from rapporteur.export.sections.citations import Place
from rapporteur.intake.article import Article
from rapporteur.intake.lines import blocks
from rapporteur.spans import Span, subtract, trim


class Mark(StrEnum):
    """What a token is."""

    WORDS = "words"
    OPEN = "open"
    CLOSE = "close"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a paragraph.

    An ``OPEN`` has an ``anchor`` where a place begins, none where it goes on; a ``LABEL`` names the ``places`` that
    have ended just before it.
    """

    mark: Mark
    text: str = ""
    anchor: str = ""
    places: tuple[Place, ...] = ()


Paragraph = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs of the article's prose, or of what stands around it; ``cited`` if entries rest on any of them."""

    leftover: bool
    paragraphs: tuple[Paragraph, ...]
    cited: bool


@dataclass(frozen=True, slots=True)
class _Part:
    """The part of a place that lies in one paragraph and one enclosing place."""

    span: Span
    place: Place
    first: bool
    last: bool

    def __lt__(self, other: _Part) -> bool:
        return (self.span.start, -self.span.end) < (other.span.start, -other.span.end)


def passages(article: Article, places: Sequence[Place]) -> tuple[Passage, ...]:
    """The whole text of ``article`` but white space, its own prose apart from what stands around it."""
    pieces = [(span, False) for span in article.body]
    for hole in subtract(Span(0, len(article.text)), article.body):
        pieces += [(line, True) for line in _lines(article.text, hole)]
    found: list[Passage] = []
    for span, leftover in sorted(pieces):
        paragraph = nested(article.text, span, places)
        cited = any(token.mark is Mark.OPEN for token in paragraph)
        if found and found[-1].leftover == leftover:
            last = found[-1]
            found[-1] = replace(last, paragraphs=(*last.paragraphs, paragraph), cited=last.cited or cited)
        else:
            found.append(Passage(leftover, (paragraph,), cited))
    return tuple(found)


def _lines(text: str, hole: Span) -> Iterator[Span]:
    """The paragraphs in a stretch of text outside the body."""
    left = hole.of(text)
    cuts = [block.span.end for block in blocks(left)][:-1]
    for start, end in zip([0, *cuts], [*cuts, len(left)], strict=True):
        line = trim(Span(start, end).shift(hole.start), text)
        if line:
            yield line


def nested(text: str, within: Span, places: Iterable[Place]) -> Paragraph:
    """The words of ``text`` at ``within`` with the places cited there; one that crosses another's end is cut there."""
    waiting = [part for place in places if (part := _clipped(place, trim(place.span, text), within))]
    heapify(waiting)
    writer = _Writer(text, within)
    while waiting:
        part = heappop(waiting)
        writer.close_until(part.span.start)
        if writer.open_parts and part.span.end > writer.open_parts[-1].span.end:
            part, rest = _cut(part, writer.open_parts[-1].span.end)
            heappush(waiting, rest)
        writer.open(part)
    return writer.finish()


class _Writer:
    """Writes a paragraph's tokens from left to right."""

    def __init__(self, text: str, within: Span) -> None:
        self._text = text
        self._within = within
        self._at = within.start
        self._tokens: list[Token] = []
        self._ended: list[Place] = []
        self.open_parts: list[_Part] = []

    def open(self, part: _Part) -> None:
        self._advance(part.span.start)
        self._tokens.append(Token(Mark.OPEN, anchor=part.place.anchor if part.first else ""))
        self.open_parts.append(part)

    def close_until(self, end: int) -> None:
        while self.open_parts and self.open_parts[-1].span.end <= end:
            part = self.open_parts.pop()
            self._advance(part.span.end)
            self._tokens.append(Token(Mark.CLOSE))
            if part.last:
                self._ended.append(part.place)

    def finish(self) -> Paragraph:
        self.close_until(self._within.end)
        self._advance(self._within.end)
        self._label()
        return tuple(self._tokens)

    def _advance(self, to: int) -> None:
        """Write the words up to ``to``; what has ended is named behind the word, with its stop and quotation mark."""
        words = self._text[self._at : to]
        gap = next((at for at, letter in enumerate(words) if letter.isspace()), None)
        if self._ended and gap is not None:
            self._words(words[:gap])
            self._label()
            words = words[gap:]
        self._words(words)
        self._at = max(self._at, to)

    def _words(self, words: str) -> None:
        if words:
            self._tokens.append(Token(Mark.WORDS, words))

    def _label(self) -> None:
        if self._ended:
            numbered = sorted(self._ended, key=lambda place: int(place.number.split(".")[1]))
            self._tokens.append(Token(Mark.LABEL, places=tuple(numbered)))
            self._ended = []


def _clipped(place: Place, cited: Span, within: Span) -> _Part | None:
    if not cited.overlaps(within):
        return None
    span = Span(max(cited.start, within.start), min(cited.end, within.end))
    return _Part(span, place, first=cited.start >= within.start, last=cited.end <= within.end)


def _cut(part: _Part, at: int) -> tuple[_Part, _Part]:
    head = replace(part, span=Span(part.span.start, at), last=False)
    return head, replace(part, span=Span(at, part.span.end), first=False)
