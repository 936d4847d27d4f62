"""Frames: sentences as the reporter tells them, each quotation in them one opaque piece."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from rapporteur.language import quotations
from rapporteur.language.parse import Parse, Token
from rapporteur.spans import Span

LONGEST = 250
"""The most pieces in one frame; a text without full stops is cut here, so that work stays proportional to length."""

_TERMINAL = ".?!…"
_TAKES_UP = ",.?!…;—–-"


class Kind(Enum):
    """What a piece of a frame is."""

    WORD = 1
    MARK = 2
    QUOTE = 3


@dataclass(frozen=True, slots=True)
class Atom:
    """A word, a mark or a whole quotation.

    ``low`` is its text in lower case; of a quotation, a mark and its last character.
    """

    span: Span
    kind: Kind
    low: str
    is_capital: bool = False

    @property
    def is_word(self) -> bool:
        """Whether it is a word outside quotations."""
        return self.kind is Kind.WORD

    @property
    def is_quote(self) -> bool:
        """Whether it is a quotation."""
        return self.kind is Kind.QUOTE

    @property
    def ends_sentence(self) -> bool:
        """Whether it is a quotation whose words end a sentence."""
        return self.kind is Kind.QUOTE and self.low[1:] in _TERMINAL

    @property
    def is_taken_up(self) -> bool:
        """Whether it is a quotation that ends as those before "he said" do: with a comma or the end of a sentence."""
        return self.kind is Kind.QUOTE and self.low[1:] in _TAKES_UP

    @property
    def is_possessive(self) -> bool:
        """Whether it is the 's (or the bare apostrophe) of a possessive."""
        return self.low in {"'s", "’s", "'", "’"}


@dataclass(frozen=True, slots=True)
class Frame:
    """One sentence of the report.  ``paragraph`` is the index of its paragraph."""

    atoms: tuple[Atom, ...]
    paragraph: int

    def span(self, first: int, end: int) -> Span:
        """The characters from atom ``first`` up to, not including, atom ``end``."""
        return Span(self.atoms[first].span.start, self.atoms[end - 1].span.end)

    @property
    def is_quotation(self) -> bool:
        """Whether there is nothing but quotations (and marks) in it."""
        return any(a.is_quote for a in self.atoms) and not any(a.is_word for a in self.atoms)


def frames(parse: Parse) -> Iterator[Frame]:
    """Yield the frames of a text, in order."""
    starts = {sentence.start for sentence in parse.sentences}
    for number, paragraph in enumerate(parse.paragraphs):
        yield from _split(tuple(_atoms(parse, paragraph)), starts, number)


def _atoms(parse: Parse, paragraph: Span) -> Iterator[Atom]:
    quoted = _inside(parse.quotations, paragraph)
    at = 0
    for token in _tokens(parse.words, paragraph):
        while at < len(quoted) and quoted[at].end <= token.start:
            yield _quote(parse.text, quoted[at])
            at += 1
        if at < len(quoted) and token.end > quoted[at].start:
            continue
        yield _word(parse.text, token)
    for quotation in quoted[at:]:
        yield _quote(parse.text, quotation)


def _inside(spans: Sequence[Span], paragraph: Span) -> Sequence[Span]:
    first = bisect_left(spans, paragraph.start, key=lambda s: s.start)
    return spans[first : bisect_left(spans, paragraph.end, key=lambda s: s.start)]


def _tokens(tokens: Sequence[Token], paragraph: Span) -> Sequence[Token]:
    first = bisect_left(tokens, paragraph.start, key=lambda t: t.start)
    return tokens[first : bisect_left(tokens, paragraph.end, key=lambda t: t.start)]


def _quote(text: str, quotation: Span) -> Atom:
    words = quotations.words(text, quotation).of(text)
    last = words[-1:] or "."
    if quotation.end < len(text) and text[quotation.end] in ".,":
        last = text[quotation.end]
    return Atom(quotation, Kind.QUOTE, f"“{last}", words[:1].isupper())


def _word(text: str, token: Token) -> Atom:
    form = text[token.start : token.end]
    kind = Kind.WORD if any(c.isalnum() for c in form) else Kind.MARK
    return Atom(token.span, kind, form.lower(), form[:1].isupper())


def _split(atoms: tuple[Atom, ...], starts: set[int], paragraph: int) -> Iterator[Frame]:
    first = 0
    for index in range(1, len(atoms)):
        if _begins(atoms, index, starts) or index - first >= LONGEST:
            yield Frame(atoms[first:index], paragraph)
            first = index
    if first < len(atoms):
        yield Frame(atoms[first:], paragraph)


def _begins(atoms: tuple[Atom, ...], index: int, starts: set[int]) -> bool:
    """Whether a new frame begins with the atom at ``index``.

    After a quotation its own last words decide: a sentence that the quotation ended goes on if a word in lower case
    or a mark follows.  Extraction may have lost the space between them, so the splitter of sentences is not asked.
    """
    before, atom = atoms[index - 1], atoms[index]
    if before.is_quote:
        return before.ends_sentence and (atom.is_quote or (atom.is_word and atom.is_capital))
    if atom.is_quote and before.low == "." and atom.is_capital:
        return True  # "in a post on X. “The talks ...”": the splitter takes the stop for one of an initial
    return atom.span.start in starts


__all__ = ["LONGEST", "Atom", "Frame", "Kind", "frames"]
