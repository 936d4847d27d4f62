"""The parser's network: one encoder, and heads for tags, lemmas, trees, names and attributions.

Trees are scored with biaffine attention after Dozat and Manning (2017); a word is the mean of its first and last
subword in a learned mixture of the layers, joined by its shape, since the encoder reads lower case only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from rapporteur.language.model import shapes
from training.encoder import LAYERS, WIDTH, Encoder

ARC, RELATION, SHAPE = 256, 80, 32
"""Widths of the scorers of heads and of relations, and of a shape's embedding."""
FLAT = ("xpos", "upos", "feats", "lemma", "names", "roles", "content")
"""The heads that give each word a label by itself."""


class Parser(nn.Module):
    """Words to scores."""

    def __init__(self, labels: Mapping[str, Sequence[str]]) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.mixture = nn.Parameter(torch.tensor([0.0] * (LAYERS - 2) + [0.5, 0.5, 1.0]))
        self.shapes = nn.Embedding(shapes.COUNT, SHAPE)
        self.join = nn.Linear(WIDTH + SHAPE, WIDTH)
        self.drop = nn.Dropout(0.2)
        self.flat = nn.ModuleDict({name: nn.Linear(WIDTH, len(labels[name])) for name in FLAT})
        self.head_arc, self.dependent_arc = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)
        self.head_relation, self.dependent_relation = nn.Linear(WIDTH, RELATION), nn.Linear(WIDTH, RELATION)
        self.arc = nn.Parameter(torch.empty(ARC + 1, ARC))
        nn.init.xavier_uniform_(self.arc)
        self.relation = nn.Parameter(torch.empty(len(labels["deprel"]), RELATION + 1, RELATION + 1))
        nn.init.normal_(self.relation, std=0.02)
        self.root = nn.Parameter(torch.randn(WIDTH) * 0.02)

    def words(self, ids: Tensor, mask: Tensor, first: Tensor, last: Tensor, shape: Tensor) -> Tensor:
        """Words [batch, words, width] from subwords; ``first`` and ``last`` say where each word's stand."""
        states = self.encoder(ids, mask)
        weights = torch.softmax(self.mixture, 0)
        mixed = sum(weights[k] * state.float() for k, state in enumerate(states))

        def at(place: Tensor) -> Tensor:
            return torch.gather(mixed, 1, place[:, :, None].expand(-1, -1, WIDTH))

        both = (at(first) + at(last)) * 0.5
        return self.drop(functional.gelu(self.join(torch.cat([both, self.shapes(shape)], -1))))

    def forward(self, ids: Tensor, mask: Tensor, first: Tensor, last: Tensor, shape: Tensor) -> dict[str, Tensor]:
        """Scores: each flat head [batch, words, labels], ``arc`` [batch, words, 1 + words], the relations' factors."""
        words = self.words(ids, mask, first, last, shape)
        scores: dict[str, Tensor] = {name: head(words) for name, head in self.flat.items()}
        rooted = torch.cat([self.root.expand(words.shape[0], 1, WIDTH), words], 1)
        heads = self.drop(functional.gelu(self.head_arc(rooted)))
        dependents = self.drop(functional.gelu(self.dependent_arc(words)))
        one = torch.ones_like(dependents[..., :1])
        scores["arc"] = torch.cat([dependents, one], -1) @ self.arc @ heads.transpose(1, 2)
        scores["head_relation"] = self.drop(functional.gelu(self.head_relation(rooted)))
        scores["dependent_relation"] = self.drop(functional.gelu(self.dependent_relation(words)))
        return scores

    def relations(self, head: Tensor, dependent: Tensor) -> Tensor:
        """Scores [pairs, relations] of pairs of head and dependent factors [pairs, width]."""
        one = torch.ones_like(head[:, :1])
        head, dependent = torch.cat([head, one], -1), torch.cat([dependent, one], -1)
        return torch.einsum("np,rpq,nq->nr", dependent, self.relation, head)
