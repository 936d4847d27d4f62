"""A row of words: the tokens of a text as plain forms, by sentence, with what each is already taken for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapporteur.language.names.lexicon import names, plain
from rapporteur.language.parse import Name, NameKind, Token
from rapporteur.reference.forms import fold
from rapporteur.spans import Span

_ARTICLED = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|ol|ul|ur|d'|l')-?[A-Z]")
CLITICS = frozenset({"'s", "'S", "'"})


@dataclass(frozen=True, slots=True)
class Piece:
    """Words ``start`` to ``end`` (exclusive, by number) taken as one name."""

    start: int
    end: int
    kind: NameKind
    key: str | None = None


@lru_cache(maxsize=50_000)
def _folded(word: str) -> tuple[str, ...]:
    return tuple(fold(word).split())


@dataclass(frozen=True)
class Row:
    """The words of a text.  ``sentences`` are ranges of word numbers, ``firsts`` their first words.

    ``taken`` maps each word to its piece; ``folded`` holds each word folded, a hyphenated one as its parts;
    ``compounds`` are the hyphenated words in which names have been found, so that they are not names themselves.
    """

    text: str
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    folded: tuple[tuple[str, ...], ...]
    sentences: tuple[tuple[int, int], ...]
    firsts: frozenset[int] = frozenset()
    taken: dict[int, Piece] = field(default_factory=dict)
    compounds: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, text: str, sentences: Sequence[Span], tokens: Sequence[Token]) -> Row:
        """The row of ``tokens``, which lie in ``sentences``."""
        starts = [token.start for token in tokens]
        ranges = tuple((bisect_left(starts, s.start), bisect_left(starts, s.end)) for s in sentences)
        words = tuple(plain(text[t.start : t.end]) for t in tokens)
        return cls(
            text, tuple(tokens), words, tuple(map(_folded, words)), ranges, frozenset(first for first, _ in ranges)
        )

    def take(self, piece: Piece) -> None:
        """Take the words of ``piece``; what they were taken for before is given up whole."""
        for at in range(piece.start, piece.end):
            if old := self.taken.get(at):
                self.give_up(old)
        self.taken.update(dict.fromkeys(range(piece.start, piece.end), piece))

    def give_up(self, piece: Piece) -> None:
        """Free the words of ``piece``."""
        for at in range(piece.start, piece.end):
            del self.taken[at]

    def kind(self, at: int) -> NameKind | None:
        """What the word at ``at`` is taken for."""
        piece = self.taken.get(at)
        return piece.kind if piece else None

    def is_capital(self, at: int) -> bool:
        """Whether the word begins with a capital and is more than a capital letter and no day or month."""
        word = self.words[at]
        if at in self.compounds:
            return False
        if not word[:1].isupper():
            return _ARTICLED.match(word) is not None
        return (len(word) > 1 or word not in ("A", "I")) and word not in names("calendar")

    def touches(self, at: int) -> bool:
        """Whether only white space stands between the word at ``at`` and the one before it in its sentence."""
        return at not in self.firsts and not self.text[self.tokens[at - 1].end : self.tokens[at].start].strip()

    def bounds(self, at: int) -> tuple[int, int]:
        """The range of the sentence that holds the word at ``at``."""
        return self.sentences[bisect_left(self.sentences, at + 1, key=lambda sentence: sentence[0]) - 1]

    def name(self, piece: Piece) -> Name:
        """``piece`` as a span of the text."""
        return Name(Span(self.tokens[piece.start].start, self.tokens[piece.end - 1].end), piece.kind, piece.key)
