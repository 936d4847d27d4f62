"""Sentences as rows of plain words with the actors who stand in them: what the rules for claims look at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from rapporteur.language.parse import Parse
from rapporteur.reading.claims import Form, Mention
from rapporteur.reading.clauses.syntax import Syntax
from rapporteur.reading.scene import Scene
from rapporteur.spans import Span

_PLAIN = str.maketrans("’‘“”", "''\"\"")
_TYPED = {"``": '"', "''": '"'}
"""Quotation marks as wires type them."""


@dataclass(frozen=True, slots=True)
class Who:
    """Words ``first`` to ``end`` (exclusive) of a line that mean somebody: several, for "the two sides"."""

    first: int
    end: int
    actors: tuple[str, ...]
    form: Form


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence.  ``words`` are in lower case with straight apostrophes; ``spans`` say where each stands.

    ``held`` gives for each word the index in ``whos`` of the mention that it is part of, or -1; ``syntax`` what the
    parser says of the words.
    """

    text: str
    sentence: Span
    spans: tuple[Span, ...]
    words: tuple[str, ...]
    whos: tuple[Who, ...]
    quoted: tuple[bool, ...]
    held: tuple[int, ...] = field(repr=False)
    syntax: Syntax = field(repr=False)

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, end: int) -> Span:
        """The characters from word ``first`` to word ``end`` (exclusive)."""
        return Span(self.spans[first].start, self.spans[end - 1].end)

    def word(self, at: int) -> str:
        """The word at ``at``; empty outside the line."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def is_capital(self, at: int) -> bool:
        """Whether the word at ``at`` begins with a capital."""
        return self.text[self.spans[at].start].isupper()

    def is_in_capitals(self, at: int) -> bool:
        """Whether the word at ``at`` is written in capitals, as abbreviations are."""
        return self.spans[at].of(self.text).isupper()

    def who_at(self, at: int) -> Who | None:
        """The mention that holds the word at ``at``."""
        index = self.held[at] if 0 <= at < len(self.held) else -1
        return self.whos[index] if index >= 0 else None

    def who_ending(self, end: int) -> Who | None:
        """The mention whose last word stands just before ``end``."""
        who = self.who_at(end - 1)
        return who if who and who.end == end else None

    def who_from(self, first: int) -> Who | None:
        """The mention that begins at ``first``."""
        who = self.who_at(first)
        return who if who and who.first == first else None

    @property
    def is_question(self) -> bool:
        """Whether the sentence asks."""
        return "?" in self.words[-3:]


LONGEST = 400
"""The most words in one line: a sentence without end is cut, so that work stays proportional to length."""


def lines(scene: Scene) -> Iterator[Line]:
    """Yield the sentences of ``scene``, in order; one of more than ``LONGEST`` words in pieces."""
    parse = scene.parse
    starts = [token.start for token in parse.words]
    mentions = sorted(scene.cast.mentions, key=lambda m: (m.span.start, -m.span.end, m.actor))
    opens = [mention.span.start for mention in mentions]
    for sentence in parse.sentences:
        tokens = parse.words[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        for first in range(0, len(tokens), LONGEST):
            spans = tuple(token.span for token in tokens[first : first + LONGEST])
            piece = sentence if len(tokens) <= LONGEST else spans[0].to(spans[-1])
            near = mentions[bisect_left(opens, piece.start) : bisect_right(opens, piece.end)]
            yield _line(parse, piece, spans, near)


def _line(parse: Parse, sentence: Span, spans: tuple[Span, ...], mentions: Sequence[Mention]) -> Line:
    whos = tuple(_whos(spans, mentions))
    return Line(
        text=parse.text,
        sentence=sentence,
        spans=spans,
        words=tuple(_word(parse.text, span) for span in spans),
        whos=whos,
        quoted=_quoted(spans, parse.quotations),
        held=_held(len(spans), whos),
        syntax=Syntax.of(parse, spans),
    )


def _word(text: str, span: Span) -> str:
    word = span.of(text).lower().translate(_PLAIN)
    return _TYPED.get(word, word)


def _whos(spans: Sequence[Span], mentions: Sequence[Mention]) -> Iterator[Who]:
    """The outermost mentions as ranges of words; those of one span ("both sides") as one."""
    starts, ends = [span.start for span in spans], [span.end for span in spans]
    reached = -1
    for span, same in groupby(mentions, key=lambda mention: mention.span):
        if span.end <= reached or span.end > ends[-1]:
            continue
        reached = span.end
        begin, end = bisect_left(starts, span.start), bisect_left(ends, span.end) + 1
        if begin < end <= len(spans):
            group = list(same)
            yield Who(begin, end, tuple(dict.fromkeys(mention.actor for mention in group)), group[0].form)


def _quoted(spans: Sequence[Span], quotations: Sequence[Span]) -> tuple[bool, ...]:
    first = bisect_right(quotations, spans[0].start, key=lambda q: q.end)
    near = quotations[first : bisect_left(quotations, spans[-1].end, key=lambda q: q.start)]
    return tuple(any(span in quotation for quotation in near) for span in spans)


def _held(length: int, whos: Sequence[Who]) -> tuple[int, ...]:
    held = [-1] * length
    for index, who in enumerate(whos):
        for at in range(who.first, who.end):
            held[at] = index
    return tuple(held)


__all__ = ["LONGEST", "Line", "Who", "lines"]
