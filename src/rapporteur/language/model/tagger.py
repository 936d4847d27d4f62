"""The shipped parser: tokens of a text to tags, trees, names and attributions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

import numpy as np

from rapporteur.language.model import lemmas
from rapporteur.language.model.analysis import Analysis, Labelled
from rapporteur.language.model.files import damaged, file, table
from rapporteur.language.model.labels import Labels
from rapporteur.language.model.network import Array, Network, inputs
from rapporteur.language.model.subwords import Subwords
from rapporteur.language.model.trees import heads as best_heads
from rapporteur.language.model.trees import is_tree
from rapporteur.language.model.windows import Window, windows
from rapporteur.language.parse import Token
from rapporteur.spans import Span

_TAGS = ("xpos", "upos", "feats", "lemma")
_SPANS = ("names", "roles", "content")
_ROOT = "root"
_LOOSE = "parataxis"
"""How a piece of a sentence too long to be read at once hangs on the first piece."""


class Tagger:
    """The parser with its tables.  One article after another: what a network says of one hangs on no other.

    Raises:
        ModelError: a shipped file is missing or damaged.
    """

    def __init__(self) -> None:
        known = table("parser.json")
        self._subwords = Subwords(file("tokenizer.json"))
        self._network = Network("parser.onnx")
        try:
            factors = np.load(file("relations.npy"), allow_pickle=False)
            labels = {name: tuple(listed) for name, listed in known["labels"].items()}
            self._lemmas: dict[str, str] = known["lemmas"]
        except (ValueError, KeyError, OSError) as error:
            raise damaged("parser.json", error) from error
        self._tags = {tag: labels[tag] for tag in _TAGS}
        self._labels = {head: Labels(labels[head]) for head in _SPANS}
        self._relations = labels["deprel"]
        self._width = factors.shape[1]
        self._factors = factors.transpose(1, 0, 2).reshape(self._width, -1)

    def analyse(self, text: str, sentences: Sequence[Span], tokens: Sequence[Span]) -> Analysis:
        """Analyse the ``tokens`` of ``text``, which lie in ``sentences``, both in order."""
        if not tokens:
            return Analysis(())
        forms = [text[token.start : token.end] for token in tokens]
        starts = [token.start for token in tokens]
        bounds = [bisect_left(starts, s.start) for s in sentences] + [len(tokens)]
        ranges = [(a, b) for a, b in pairwise(bounds) if b > a]
        read = _Reading(self, forms, ranges)
        read.run()
        return read.analysis(tokens)

    def numbers(self, forms: Sequence[str]) -> list[tuple[int, ...]]:
        """The subwords of words."""
        return self._subwords.of(forms)

    def scores(self, pieces: Sequence[tuple[int, ...]], forms: Sequence[str]) -> dict[str, Array]:
        """The network's outputs for the words of one window."""
        return self._network.run(inputs(pieces, forms))

    def relations(self, scores: dict[str, Array], heads: Array) -> list[str]:
        """The relation of each word of a window to its head, numbered from 1; 0 is the root."""
        one = np.ones((len(heads), 1), np.float32)
        above = np.concatenate([scores["head_relation"][heads], one], 1)
        below = np.concatenate([scores["dependent_relation"], one], 1)
        through = (below @ self._factors).reshape(len(heads), -1, self._width)
        found = np.matmul(through, above[:, :, None])[:, :, 0]
        found[:, self._relations.index(_ROOT)] = np.where(heads == 0, 1e9, -1e9)
        return [self._relations[number] for number in found.argmax(1).tolist()]

    def lemma(self, form: str, upos: str, script: str) -> str:
        """The lemma of ``form``: from the table of what is frequent or irregular, else by rule or by its edit."""
        low = form.lower()
        known = self._lemmas.get(f"{low}/{upos}") or (lemmas.by_rule(form, upos) if script != "=" else None)
        if known:
            return known
        found = lemmas.apply(form, script)
        return found if lemmas.is_regular(form, found, upos) else low


class _Reading:
    """One text on its way through the network: what each token got so far."""

    def __init__(self, tagger: Tagger, forms: Sequence[str], sentences: Sequence[tuple[int, int]]) -> None:
        self.tagger, self.forms, self.sentences = tagger, forms, sentences
        self.pieces = tagger.numbers(forms)
        count = len(forms)
        self.tags = np.zeros((count, len(_TAGS)), np.int64)
        self.spans: dict[str, list[Array]] = {head: [] for head in _SPANS}
        self.heads = [-1] * count
        self.deprels = [_ROOT] * count

    def run(self) -> None:
        """Read every window."""
        for window in windows(list(map(len, self.pieces)), self.sentences):
            scores = self.tagger.scores(self.pieces[window.first : window.end], self.forms[window.first : window.end])
            kept = slice(window.keep - window.first, window.stop - window.first)
            self.tags[window.keep : window.stop] = scores["tags"][kept]
            for head in _SPANS:
                self.spans[head].append(scores[head][kept])
            self._attach(window, scores)
        for first, end in self.sentences:
            self._mend(first, end)

    def _attach(self, window: Window, scores: dict[str, Array]) -> None:
        """Take the heads over that a window gives its own tokens."""
        heads = np.zeros(window.end - window.first, np.int64)
        for first, end in self._ranges(window):
            arc = scores["arc"][first:end]
            found = best_heads(np.concatenate([arc[:, :1], arc[:, first + 1 : end + 1]], 1))
            heads[first:end] = np.where(found == 0, 0, found + first)
        names = self.tagger.relations(scores, heads)
        for at in range(window.keep, window.stop):
            head = int(heads[at - window.first])
            self.heads[at] = head - 1 + window.first if head else -1
            self.deprels[at] = names[at - window.first]

    def _ranges(self, window: Window) -> Iterable[tuple[int, int]]:
        """The sentences of a window, or what it holds of them, numbered within it."""
        for first, end in self.sentences:
            low, high = max(first, window.first), min(end, window.end)
            if low < high:
                yield low - window.first, high - window.first
            if first >= window.end:
                return

    def _mend(self, first: int, end: int) -> None:
        """Make one tree of a sentence that was read in pieces: their roots, and cycles, hang on the first root."""
        roots = [at for at in range(first, end) if self.heads[at] < 0]
        root = roots[0] if roots else first
        for at in roots[1:]:
            self.heads[at], self.deprels[at] = root, _LOOSE
        if not roots:
            self.heads[root], self.deprels[root] = -1, _ROOT
        while not is_tree(np.array([h - first + 1 if h >= 0 else 0 for h in self.heads[first:end]])):
            at = self._lost(first, end)
            self.heads[at], self.deprels[at] = root, _LOOSE

    def _lost(self, first: int, end: int) -> int:
        """The first token of a sentence from which no way leads to the root."""
        for start in range(first, end):
            at, seen = start, set()
            while at >= 0 and at not in seen:
                seen.add(at)
                at = self.heads[at]
            if at >= 0:
                return start
        raise AssertionError("every token reaches the root")

    def analysis(self, tokens: Sequence[Span]) -> Analysis:
        """What was read, as spans of the text."""
        sets = [self.tagger._tags[tag] for tag in _TAGS]
        found = []
        for token, form, row, head, deprel in zip(
            tokens, self.forms, self.tags.tolist(), self.heads, self.deprels, strict=True
        ):
            xpos, upos, feats, script = (names[number] for names, number in zip(sets, row, strict=True))
            lemma = self.tagger.lemma(form, upos, script)
            known = None if feats == "_" else feats
            found.append(Token(token.start, token.end, lemma, upos, xpos, known, head, deprel))
        starts = [first for first, _ in self.sentences]
        return Analysis(
            tuple(found),
            tuple(self._stretches("names", tokens, starts)),
            tuple(self._stretches("roles", tokens, starts)),
            tuple(self._stretches("content", tokens, ())),
        )

    def _stretches(self, head: str, tokens: Sequence[Span], starts: Sequence[int]) -> Iterable[Labelled]:
        labels = self.tagger._labels[head]
        scores = np.concatenate(self.spans[head])
        for found in labels.stretches(labels.best(scores, starts), scores):
            span = Span(tokens[found.first].start, tokens[found.end - 1].end)
            yield Labelled(span, found.kind, round(float(np.exp(found.score)), 4))


@cache
def tagger() -> Tagger:
    """The shipped parser, loaded once.

    Raises:
        ModelError: a shipped file is missing or damaged.
    """
    return Tagger()
