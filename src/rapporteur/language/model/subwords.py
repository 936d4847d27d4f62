"""Words as the encoder's subwords, by a table that grows with the words seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from tokenizers import Tokenizer

from rapporteur.language.model.files import damaged

CLS, SEP, PAD, UNKNOWN = 101, 102, 0, 100
LONGEST_WORD = 12
"""Subwords.  A longer word (an address, a line without spaces) keeps its first ones: its spelling tells no more."""
_LETTERS = 100
"""Characters of a word that are looked at."""
_REMEMBERED = 200_000


class Subwords:
    """The subwords of words.  Each word is divided by itself, so that no word depends on its neighbours.

    Raises:
        ModelError: the tokenizer's file is damaged.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._tokenizer = Tokenizer.from_file(str(path))
        except Exception as error:  # the library raises no class of its own
            raise damaged(path.name, error) from error
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._known: dict[str, tuple[int, ...]] = {}

    def of(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        """The subword numbers of each of ``words``; never none."""
        known = self._known
        self._learn({word for word in words if word not in known})
        return [known[word] for word in words]

    def _learn(self, words: Iterable[str]) -> None:
        new = sorted(words)
        if not new:
            return
        if len(self._known) > _REMEMBERED:
            kept = {word: self._known[word] for word in new if word in self._known}
            self._known = kept
        given = [word[:_LETTERS].encode("utf-8", "replace").decode("utf-8") for word in new]
        for word, encoding in zip(new, self._tokenizer.encode_batch(given, add_special_tokens=False), strict=True):
            self._known[word] = tuple(encoding.ids[:LONGEST_WORD]) or (UNKNOWN,)
