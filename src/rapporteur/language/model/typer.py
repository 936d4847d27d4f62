"""The shipped typer: which words of a sentence tell an event, of which kind, and whether it happened."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from rapporteur.language.model.files import damaged, file, table
from rapporteur.language.model.network import Array, Network, inputs
from rapporteur.language.model.subwords import Subwords
from rapporteur.language.model.windows import windows
from rapporteur.language.parse import Parse
from rapporteur.spans import Span

NONE = "none"
HEADS = ("event", "mode", "realis", "stance")


@dataclass(frozen=True, slots=True)
class Sign:
    """What a token, by its number in the parse, may tell: a row of chances for each head, and their labels."""

    token: int
    labels: Mapping[str, Sequence[str]]
    rows: Mapping[str, Sequence[float]]

    def chances(self, head: str) -> dict[str, float]:
        """The chances of the labels of one head, "none" left out: what is missing to 1 is the chance of none.

        Those of "mode" and "realis" suppose that there is an event.
        """
        pairs = zip(self.labels[head], self.rows[head], strict=True)
        return {name: chance for name, chance in pairs if name != NONE}

    def best(self, head: str) -> str:
        """The likeliest label of a head, none left out."""
        chances = self.chances(head)
        return max(chances, key=lambda name: (chances[name], name))

    def mode_of(self, kind: str) -> str | None:
        """The likeliest mode of an event of type ``kind``; None where none is likelier."""
        pairs = zip(self.labels["mode"], self.rows["mode"], strict=True)
        known = [(chance, name) for name, chance in pairs if name == NONE or name.startswith(f"{kind}/")]
        _, best = max(known)
        return None if best == NONE else best.partition("/")[2]


class Typer:
    """The typer with its tables; a sentence is read by itself.

    Raises:
        ModelError: a shipped file is missing or damaged.
    """

    def __init__(self) -> None:
        known = table("typer.json")
        self._subwords = Subwords(file("tokenizer.json"))
        self._network = Network("typer.onnx")
        try:
            self._labels = {head: tuple(known["labels"][head]) for head in HEADS}
        except (KeyError, TypeError) as error:
            raise damaged("typer.json", error) from error

    def chances(self, forms: Sequence[str]) -> dict[str, Array]:
        """The chances [words, labels] of each head for the words of one sentence."""
        pieces = self._subwords.of(forms)
        found: dict[str, list[Array]] = {head: [] for head in HEADS}
        for window in windows(list(map(len, pieces)), [(0, len(forms))]):
            given = inputs(pieces[window.first : window.end], forms[window.first : window.end])
            for head, values in self._network.run(given).items():
                found[head].append(values[window.keep - window.first : window.stop - window.first])
        return {head: np.concatenate(values) for head, values in found.items()}

    def signs(self, parse: Parse, sentence: Span, *, least: float, also: Collection[int] = ()) -> Iterator[Sign]:
        """The tokens of a sentence that tell an event with a chance of ``least``, and those that start at ``also``."""
        tokens = parse.tokens_in(sentence)
        if not tokens:
            return
        first = bisect_left(parse.tokens, tokens[0].start, key=lambda token: token.start)
        chances = self.chances([parse.text[token.start : token.end] for token in tokens])
        telling = chances["event"][:, 0] <= 1 - least
        telling |= np.fromiter((token.start in also for token in tokens), np.bool_, len(tokens))
        for at in np.flatnonzero(telling).tolist():
            yield Sign(first + at, self._labels, {head: chances[head][at].tolist() for head in HEADS})


@cache
def typer() -> Typer:
    """The shipped typer, loaded once.

    Raises:
        ModelError: a shipped file is missing or damaged.
    """
    return Typer()
