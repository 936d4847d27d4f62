"""The typer's network: an encoder of its own, and for each word the event that it tells, if any."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from rapporteur.language.model import shapes
from training.encoder import WIDTH, Encoder
from training.parser import SHAPE

HEADS = ("event", "mode", "realis", "stance")
LAYERS = 6


class Typer(nn.Module):
    """Words to scores of event type, mode, realis and stance cue."""

    def __init__(self, labels: Mapping[str, Sequence[str]]) -> None:
        super().__init__()
        self.encoder = Encoder(layers=LAYERS)
        self.mixture = nn.Parameter(torch.tensor([0.0] * (LAYERS - 2) + [0.5, 0.5, 1.0]))
        self.shapes = nn.Embedding(shapes.COUNT, SHAPE)
        self.join = nn.Linear(2 * WIDTH + SHAPE, WIDTH)
        self.drop = nn.Dropout(0.2)
        self.flat = nn.ModuleDict({name: nn.Linear(WIDTH, len(labels[name])) for name in HEADS})

    def forward(self, ids: Tensor, mask: Tensor, first: Tensor, last: Tensor, shape: Tensor) -> dict[str, Tensor]:
        """Scores [batch, words, labels] of each head; a word is seen with the mean of its sentence."""
        states = self.encoder(ids, mask)
        weights = torch.softmax(self.mixture, 0)
        mixed = sum(weights[k] * state.float() for k, state in enumerate(states))
        seen = mask[..., None].float()
        mean = (mixed * seen).sum(1, keepdim=True) / seen.sum(1, keepdim=True)

        def at(place: Tensor) -> Tensor:
            return torch.gather(mixed, 1, place[:, :, None].expand(-1, -1, WIDTH))

        both = (at(first) + at(last)) * 0.5
        joined = torch.cat([both, mean.expand(-1, both.shape[1], -1), self.shapes(shape)], -1)
        words = self.drop(functional.gelu(self.join(joined)))
        return {name: head(words) for name, head in self.flat.items()}
