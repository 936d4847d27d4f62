"""Trains the typer of events, on the project's own corpus alone."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from rapporteur.language.model.analysis import Analyser
from rapporteur.language.model.shapes import shape
from rapporteur.language.model.subwords import CLS, SEP, Subwords
from training import corpus_files
from training.encoder import PLACES, source
from training.event_rows import LABELS, OPEN, EventRow, event_rows
from training.machine import Machine
from training.run import Run, Task
from training.typer import HEADS, Typer

WEIGHTS = {"event": 1.5, "mode": 0.7, "realis": 0.7, "stance": 0.7}
SMOOTHING = 0.05
"""Of the labels of events: what is marked is now and then arguable."""
LONGEST = 150
"""Words of a sentence that trains."""


def train(folder: Path, settings: Mapping[str, Any], machine: Machine, analyser: Analyser) -> Typer:
    """Train the typer, or go on with a run in ``folder``; ``analyser`` says which word of a phrase is its head."""
    subwords = Subwords(source() / "tokenizer.json")
    corpus = [p for p in (*corpus_files.passages(), *corpus_files.sentences()) if not p.held_out]
    rows = [row for row in event_rows(corpus, analyser) if len(row.words) <= LONGEST]
    torch.manual_seed(settings["seed"])
    model = Typer(LABELS)
    model.encoder.adopt(source())

    def of_epoch(stage: Mapping[str, Any], epoch: int) -> Sequence[list[EventRow]]:
        pick = random.Random(f"{settings['seed']}/{stage['name']}/{epoch}")  # noqa: S311 - reproducible on purpose
        ordered = sorted(rows, key=lambda row: len(row.words) + pick.random() * 8)
        found = [ordered[at : at + settings["size"]] for at in range(0, len(ordered), settings["size"])]
        pick.shuffle(found)
        return found

    def of_batch(network: nn.Module, given: list[EventRow]) -> tuple[Tensor, int]:
        scores = network(*(x.to(machine.device) for x in inputs(given, subwords)))
        wanted = {head: _pad([row.targets[head] for row in given], OPEN).to(machine.device) for head in HEADS}
        return _loss(scores, wanted), sum(len(row.words) for row in given)

    Run(folder, "typer", model, Task(of_epoch, of_batch), settings, machine).train()
    return model


def inputs(rows: Sequence[EventRow], subwords: Subwords) -> tuple[Tensor, ...]:
    """The network's inputs for sentences: subwords, mask, first and last subword of each word, shapes."""
    ids, first, last = [], [], []
    for row in rows:
        numbers, begins, ends = [CLS], [], []
        for pieces in subwords.of(row.words):
            begins.append(min(len(numbers), PLACES - 1))
            numbers += pieces
            ends.append(min(len(numbers), PLACES) - 1)
        ids.append([*numbers[: PLACES - 1], SEP])
        first.append(begins)
        last.append(ends)
    return (
        _pad(ids, 0),
        _pad([[1] * len(x) for x in ids], 0),
        _pad(first, 0),
        _pad(last, 0),
        _pad([[shape(word) for word in row.words] for row in rows], 0),
    )


def _pad(rows: Sequence[Sequence[int]], filler: int) -> Tensor:
    width = max(map(len, rows))
    return torch.tensor([[*row, *[filler] * (width - len(row))] for row in rows])


def _loss(scores: Mapping[str, Tensor], wanted: Mapping[str, Tensor]) -> Tensor:
    total = scores["event"].sum() * 0.0
    for head, weight in WEIGHTS.items():
        if (wanted[head] >= 0).any():
            smoothing = SMOOTHING if head == "event" else 0.0
            total = total + weight * functional.cross_entropy(
                scores[head].float().flatten(0, 1), wanted[head].flatten(), ignore_index=OPEN, label_smoothing=smoothing
            )
    return total
