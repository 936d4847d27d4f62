"""Rows as padded tensors, in batches of about the same number of subwords."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from rapporteur.language.model.shapes import shape
from rapporteur.language.model.subwords import CLS, SEP, Subwords
from training.encoder import PLACES
from training.parser import FLAT
from training.sources import Row
from training.targets import NAMES, allowed

IGNORED = -100


@dataclass(slots=True)
class Example:
    """A row in numbers.  ``admitted`` holds for each word the number of its set of admitted name labels."""

    ids: list[int]
    first: list[int]
    last: list[int]
    shape: list[int]
    sentence: list[int]
    flat: dict[str, list[int]]
    admitted: list[int] | None
    heads: list[int] | None
    deprel: list[int] | None


@dataclass(slots=True)
class Batch:
    """Padded examples, all [batch, words] but ``ids`` and ``mask`` [batch, subwords]."""

    ids: Tensor
    mask: Tensor
    first: Tensor
    last: Tensor
    shape: Tensor
    sentence: Tensor
    flat: dict[str, Tensor]
    admitted: Tensor
    heads: Tensor
    deprel: Tensor

    @property
    def words(self) -> int:
        """How many words there are."""
        return int((self.sentence >= 0).sum())


class Coder:
    """Turns rows into examples; ``sets`` are the sets of name labels that some source admits."""

    def __init__(self, subwords: Subwords, labels: Mapping[str, Sequence[str]]) -> None:
        self._subwords = subwords
        self._numbers = {head: {x: k for k, x in enumerate(labels[head])} for head in (*FLAT, "deprel")}
        self._sets: dict[tuple[int, ...], int] = {}

    def example(self, row: Row) -> Example | None:
        """``row`` in numbers; None where it has more subwords than the encoder has places."""
        ids, first, last = [CLS], [], []
        for pieces in self._subwords.of(row.words):
            first.append(len(ids))
            ids += pieces
            last.append(len(ids) - 1)
        ids.append(SEP)
        if len(ids) > PLACES:
            return None
        flat = {
            head: [self._numbers[head].get(x, IGNORED) for x in row.tags[head]] for head in FLAT if head in row.tags
        }
        for head in ("roles", "content"):
            if (labels := getattr(row, head)) is not None:
                flat[head] = [self._numbers[head][x] for x in labels]
        admitted = None
        if row.names is not None:
            admitted = [self._sets.setdefault(allowed(row.source, x), len(self._sets)) for x in row.names]
        deprel = [self._numbers["deprel"].get(x, IGNORED) for x in row.tags["deprel"]] if row.heads else None
        return Example(ids, first, last, [shape(w) for w in row.words], row.sentence, flat, admitted, row.heads, deprel)

    def masks(self) -> Tensor:
        """The admitted sets [sets, labels] as booleans."""
        found = torch.zeros(max(1, len(self._sets)), len(NAMES), dtype=torch.bool)
        for members, number in self._sets.items():
            found[number, list(members)] = True
        return found


def batch(examples: Sequence[Example]) -> Batch:
    """Pad ``examples`` to one batch."""
    places = max(len(x.ids) for x in examples)
    words = max(len(x.first) for x in examples)

    def pad(rows: Sequence[Sequence[int] | None], width: int, filler: int) -> Tensor:
        return torch.tensor([[*(row or ()), *[filler] * (width - len(row or ()))] for row in rows])

    return Batch(
        ids=pad([x.ids for x in examples], places, 0),
        mask=pad([[1] * len(x.ids) for x in examples], places, 0),
        first=pad([x.first for x in examples], words, 0),
        last=pad([x.last for x in examples], words, 0),
        shape=pad([x.shape for x in examples], words, 0),
        sentence=pad([x.sentence for x in examples], words, -1),
        flat={head: pad([x.flat.get(head) for x in examples], words, IGNORED) for head in FLAT if head != "names"},
        admitted=pad([x.admitted for x in examples], words, IGNORED),
        heads=pad([x.heads for x in examples], words, IGNORED),
        deprel=pad([x.deprel for x in examples], words, IGNORED),
    )


def batches(examples: Sequence[Example], size: int, pick: random.Random) -> list[list[Example]]:
    """``examples`` of like length together, about ``size`` subwords a batch, in random order."""
    ordered = sorted(examples, key=lambda x: len(x.ids) + pick.random() * 8)
    found: list[list[Example]] = []
    for example in ordered:
        longest = max(len(example.ids), len(found[-1][-1].ids)) if found else 0
        if found and (len(found[-1]) + 1) * longest <= size:
            found[-1].append(example)
        else:
            found.append([example])
    pick.shuffle(found)
    return found
