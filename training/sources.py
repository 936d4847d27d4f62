"""The sources of training, each as rows of words with the targets that it knows."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rapporteur.language import sentences as splitting
from rapporteur.language import tokens as tokenising
from rapporteur.language.model.lemmas import edit
from rapporteur.language.parse import Token
from rapporteur.spans import Span
from training.corpus_files import NAMES as NAME_CODES
from training.corpus_files import Passage
from training.targets import bio, spans_of
from training.treebank import Document, Sentence

CURLY = 0.3
"""The share of treebank rows that get curly quotation marks: treebanks have few, newspapers many."""
LONGEST = 220
"""Words of a row; what is longer does not train."""


@dataclass(slots=True)
class Row:
    """Words of consecutive sentences.  ``sentence`` numbers each word's sentence; targets are absent where unknown."""

    words: list[str]
    sentence: list[int]
    names: list[str] | None = None
    source: str = "own"
    roles: list[str] | None = None
    content: list[str] | None = None
    tags: dict[str, list[str]] = field(default_factory=dict)
    heads: list[int] | None = None


def trees(documents: Iterable[Document], source: str, pick: random.Random) -> Iterator[Row]:
    """Consecutive sentences of treebank documents in rows of varying length, some with curly quotation marks."""
    for document in documents:
        group: list[Sentence] = []
        limit = pick.choice((30, 60, 100, 140))
        for sentence in document.sentences:
            if group and sum(len(s.words) for s in group) + len(sentence.words) > limit:
                yield tree_row(group, source, curly=pick.random() < CURLY)
                group, limit = [], pick.choice((30, 60, 100, 140))
            group.append(sentence)
        if group:
            yield tree_row(group, source, curly=pick.random() < CURLY)


def tree_row(group: Sequence[Sentence], source: str, *, curly: bool = False) -> Row:
    """Sentences of a treebank as one row; heads are word numbers from 1, 0 for a root."""
    words = [word for sentence in group for word in sentence.words]
    forms = [word.form for word in words]
    row = Row(
        list(_curled(forms)) if curly else forms, [k for k, s in enumerate(group) for _ in s.words], source=source
    )
    row.tags = {
        "xpos": [word.xpos for word in words],
        "upos": [word.upos for word in words],
        "feats": [word.feats for word in words],
        "deprel": [word.deprel for word in words],
        "lemma": [edit(word.form, word.lemma) for word in words],
    }
    starts = [sum(len(s.words) for s in group[:k]) for k in range(len(group))]
    row.heads = [starts[k] + w.head if w.head else 0 for k, s in enumerate(group) for w in s.words]
    if all(sentence.names is not None for sentence in group):
        shifted = [(starts[k] + a, starts[k] + b, kind) for k, s in enumerate(group) for a, b, kind in s.names or ()]
        row.names = bio(len(words), shifted)
    return row


def _curled(forms: Iterable[str]) -> Iterator[str]:
    """``forms`` with curly quotation marks and apostrophes for straight ones."""
    inside = False
    for form in forms:
        if form == '"':
            inside = not inside
            yield "“" if inside else "”"
        else:
            yield form.replace("'", "’")


def labelled(path: Path, source: str) -> Iterator[Row]:
    """Rows of a JSON Lines file of ``tokens`` and BIO ``labels``; compounds are divided as the tokeniser does."""
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        words: list[str] = []
        spans: list[tuple[int, int, str]] = []
        places = []
        for word in entry["tokens"]:
            parts = tokenising.divided(word, (Token(0, len(word)),)) or (Span(0, len(word)),)
            places.append((len(words), len(words) + len(parts) - 1))
            words += [part.of(word) for part in parts]
        for first, last, kind in spans_of(_well_formed(entry["labels"])):
            spans.append((places[first][0], places[last][1], kind))
        if words:
            yield Row(words, [0] * len(words), bio(len(words), spans), source)


def _well_formed(labels: Sequence[str]) -> list[str]:
    """BIO ``labels`` in which every span begins with B."""
    fixed: list[str] = []
    for label in labels:
        continues = label[0] == "I" and fixed and fixed[-1][1:] == label[1:]
        fixed.append("B" + label[1:] if label[0] == "I" and not continues else label)
    return fixed


@dataclass(frozen=True, slots=True)
class Analysed:
    """A passage as the product's own rules divide it: sentences, and tokens with the sentence of each."""

    passage: Passage
    sentences: tuple[Span, ...]
    tokens: tuple[Span, ...]
    sentence: tuple[int, ...]


def analysed(passage: Passage) -> Analysed:
    """Divide a passage of the corpus into sentences and tokens."""
    text = passage.text
    paragraphs = splitting.paragraphs(text, [Span(0, len(text))])
    split = splitting.split(text, paragraphs)
    tokens = tokenising.divided(text, tokenising.words(text, split))
    numbers, at = [], 0
    for token in tokens:
        while token.start >= split[at].end:
            at += 1
        numbers.append(at)
    return Analysed(passage, split, tokens, tuple(numbers))


def covered(tokens: Sequence[Span], start: int, end: int) -> tuple[int, int] | None:
    """The first and last of ``tokens`` that lie between two offsets; None if there is none."""
    inside = [k for k, token in enumerate(tokens) if token.start < end and token.end > start]
    return (inside[0], inside[-1]) if inside else None


def own(passages: Iterable[Passage]) -> Iterator[Row]:
    """Passages of the project's corpus; one without attributions of style (a single sentence) leaves these open."""
    for passage in passages:
        given = analysed(passage)
        length = len(given.tokens)
        if not length or length > LONGEST:
            yield from _halves(given)
            continue
        yield _own_row(given, 0, length)


def _halves(given: Analysed) -> Iterator[Row]:
    """A long passage in rows of whole sentences."""
    start = 0
    for at in range(1, len(given.tokens) + 1):
        ends = at == len(given.tokens) or given.sentence[at] != given.sentence[at - 1]
        if ends and (at == len(given.tokens) or at - start > LONGEST // 2):
            if at - start <= LONGEST:
                yield _own_row(given, start, at)
            start = at


def _own_row(given: Analysed, start: int, end: int) -> Row:
    text, tokens = given.passage.text, given.tokens[start:end]
    row = Row([token.of(text) for token in tokens], [n - given.sentence[start] for n in given.sentence[start:end]])
    names, roles, content = [], [], []
    for mark in given.passage.marks:
        span = covered(tokens, mark.start, mark.end)
        if not span:
            continue
        if mark.code in NAME_CODES:
            names.append((*span, mark.code))
        elif mark.code == "d":
            names.append((*span, "date"))
        elif mark.code in ("src", "cue"):
            roles.append((*span, mark.code))
        elif mark.code == "con":
            content.append((*span, "con"))
    row.names = bio(len(tokens), _apart(names))
    row.roles = bio(len(tokens), _apart(roles))
    row.content = bio(len(tokens), _apart(content))
    return row


def _apart(spans: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The spans that lie in no other: of two that overlap, the outer."""
    kept: list[tuple[int, int, str]] = []
    for span in sorted(spans, key=lambda s: (s[0], -s[1])):
        if not kept or span[0] > kept[-1][1]:
            kept.append(span)
    return kept
