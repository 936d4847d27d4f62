"""What the parser's training makes small."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import IGNORED, Batch
from training.parser import Parser

WEIGHTS = {"xpos": 1.0, "upos": 0.5, "feats": 0.5, "lemma": 0.5, "roles": 1.5, "content": 1.0}
NAMES_WEIGHT = 1.5
_NEVER = -1e4


def loss(model: Parser, given: Batch, admitted: Tensor) -> Tensor:
    """The weighted sum of the losses of all targets that a batch knows.

    Args:
        model: the parser.
        given: a batch.
        admitted: the sets of name labels [sets, labels] that the batch's numbers stand for.
    """
    scores = model(given.ids, given.mask, given.first, given.last, given.shape)
    total = scores["arc"].sum() * 0.0
    for head, weight in WEIGHTS.items():
        if (given.flat[head] >= 0).any():
            total = total + weight * functional.cross_entropy(
                scores[head].flatten(0, 1), given.flat[head].flatten(), ignore_index=IGNORED
            )
    if (given.admitted >= 0).any():
        total = total + NAMES_WEIGHT * _names(scores["names"], given.admitted, admitted)
    if (given.heads >= 0).any():
        total = total + _tree(model, scores, given)
    return total


def _names(scores: Tensor, wanted: Tensor, admitted: Tensor) -> Tensor:
    """Minus the log of the probability that falls on the admitted labels."""
    known = wanted >= 0
    chances = torch.log_softmax(scores[known], -1)
    return -torch.logsumexp(chances.masked_fill(~admitted[wanted[known]], _NEVER), -1).mean()


def _tree(model: Parser, scores: dict[str, Tensor], given: Batch) -> Tensor:
    """Heads are sought inside the sentence, or at the root."""
    sentence = given.sentence
    same = (sentence[:, :, None] == sentence[:, None, :]) & (sentence >= 0)[:, :, None]
    open_ = torch.cat([torch.ones_like(same[:, :, :1]), same], 2)
    arcs = functional.cross_entropy(
        scores["arc"].masked_fill(~open_, _NEVER).flatten(0, 1), given.heads.flatten(), ignore_index=IGNORED
    )
    place = given.heads.clamp(min=0)[:, :, None].expand(-1, -1, scores["head_relation"].shape[-1])
    heads = torch.gather(scores["head_relation"], 1, place).flatten(0, 1)
    keep = given.deprel.flatten() >= 0
    labels = model.relations(heads[keep], scores["dependent_relation"].flatten(0, 1)[keep])
    return arcs + functional.cross_entropy(labels, given.deprel.flatten()[keep])
