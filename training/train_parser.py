"""Trains the parser."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import torch
from torch import Tensor, nn

from rapporteur.language.model.lemmas import edit
from rapporteur.language.model.subwords import Subwords
from training import data
from training.batches import Coder, Example, batch, batches
from training.encoder import source
from training.losses import loss
from training.machine import Machine
from training.parser import Parser
from training.run import Run, Task
from training.sources import Row
from training.targets import label_sets


def labels() -> dict[str, list[str]]:
    """The label sets, from the treebanks."""
    found = [document for name in data.TREEBANKS for document in data.treebank(name)]
    scripts = (edit(w.form, w.lemma) for d in found for s in d.sentences for w in s.words)
    return label_sets(found, scripts)


def epoch_rows(share: Mapping[str, float], pick: random.Random) -> list[Row]:
    """The rows of one epoch: each source as often as its share says."""
    chosen: list[Row] = []
    for name, times in sorted(share.items()):
        found = data.rows(name, pick)
        whole, part = divmod(times, 1)
        chosen += found * int(whole) + pick.sample(found, int(len(found) * part))
    return chosen


def train(folder: Path, settings: Mapping[str, Any], machine: Machine) -> tuple[Parser, dict[str, list[str]]]:
    """Train the parser, or go on with a run in ``folder``; return it with its labels."""
    known = labels()
    coder = Coder(Subwords(source() / "tokenizer.json"), known)
    torch.manual_seed(settings["seed"])
    model = Parser(known)
    model.encoder.adopt(source())

    def of_epoch(stage: Mapping[str, Any], epoch: int) -> Sequence[list[Example]]:
        pick = random.Random(f"{settings['seed']}/{stage['name']}/{epoch}")  # noqa: S311 - reproducible on purpose
        examples = [x for row in epoch_rows(stage["share"], pick) if (x := coder.example(row))]
        return batches(examples, settings["size"], pick)

    def of_batch(network: nn.Module, examples: list[Example]) -> tuple[Tensor, int]:
        given = machine.place(batch(examples))
        return loss(cast("Parser", network), given, coder.masks().to(machine.device)), given.words

    Run(folder, "parser", model, Task(of_epoch, of_batch), settings, machine).train()
    return model, known
