"""Fits the typer's temperatures: how far scores are softened, so that of what it gives 80 % four in five are right."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from rapporteur.language.model.subwords import Subwords
from training.event_rows import OPEN, EventRow
from training.train_typer import inputs
from training.typer import HEADS, Typer

GRID = tuple(0.5 + 0.05 * step for step in range(111))


def temperatures(model: Typer, rows: Sequence[EventRow], subwords: Subwords) -> dict[str, float]:
    """The temperature of each head that makes the loss on ``rows`` least; these should not have trained the model."""
    model.cpu().eval()
    scores: dict[str, list[Tensor]] = {head: [] for head in HEADS}
    wanted: dict[str, list[int]] = {head: [] for head in HEADS}
    with torch.inference_mode():
        for row in rows:
            found = model(*inputs([row], subwords))
            for head in HEADS:
                scores[head].append(found[head][0].float())
                wanted[head] += row.targets[head]
    return {head: _best(torch.cat(scores[head]), torch.tensor(wanted[head])) for head in HEADS}


def _best(scores: Tensor, wanted: Tensor) -> float:
    losses = [float(functional.cross_entropy(scores / t, wanted, ignore_index=OPEN)) for t in GRID]
    return round(GRID[losses.index(min(losses))], 2)
