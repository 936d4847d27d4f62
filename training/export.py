"""Writes the shipped files: int8 ONNX graphs, tables, the tokenizer."""

from __future__ import annotations

import json
import shutil
import tempfile
import warnings
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from rapporteur.language.attribution.cues import Shape
from rapporteur.reading.clauses.inflection import verb_forms
from rapporteur.reference import load
from training import data
from training.encoder import Encoder, source
from training.event_rows import LABELS
from training.parser import Parser
from training.typer import HEADS, Typer

OPSET = 17
ARGMAX = ("xpos", "upos", "feats", "lemma")
CHANCES = ("names", "roles", "content")
OUTPUTS = ("tags", *CHANCES, "arc", "head_relation", "dependent_relation")
INPUTS = ("ids", "first", "last", "shape")


class ShippedParser(nn.Module):
    """The parser as it is shipped: tags chosen, the other heads as scores; one window at a time."""

    def __init__(self, model: Parser) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, first: Tensor, last: Tensor, shape: Tensor) -> tuple[Tensor, ...]:
        """Numbers of tags [words, 4], log probabilities of span labels, arc scores, relation factors."""
        scores = self.model(ids[None], torch.ones_like(ids)[None], first[None], last[None], shape[None])
        tags = torch.stack([scores[head][0].argmax(-1) for head in ARGMAX], 1)
        spans = [torch.log_softmax(scores[head][0], -1) for head in CHANCES]
        return (tags, *spans, scores["arc"][0], scores["head_relation"][0], scores["dependent_relation"][0])


class ShippedTyper(nn.Module):
    """The typer as it is shipped: chances, softened by a temperature that fits them to how often they are right."""

    def __init__(self, model: Typer, temperatures: Mapping[str, float]) -> None:
        super().__init__()
        self.model, self.temperatures = model, dict(temperatures)

    def forward(self, ids: Tensor, first: Tensor, last: Tensor, shape: Tensor) -> tuple[Tensor, ...]:
        """The chances [words, labels] of each head."""
        scores = self.model(ids[None], torch.ones_like(ids)[None], first[None], last[None], shape[None])
        return tuple(torch.softmax(scores[head][0] / self.temperatures[head], -1) for head in HEADS)


class Rows(nn.Module):
    """An embedding with rows of int8, each with a scale of its own: one scale for all costs up to a point of F1."""

    def __init__(self, full: nn.Embedding) -> None:
        super().__init__()
        scale = full.weight.detach().abs().amax(1, keepdim=True) / 127
        self.scale = nn.Buffer(scale)
        self.rows = nn.Buffer((full.weight.detach() / scale).round().to(torch.int8))

    def forward(self, ids: Tensor) -> Tensor:
        """The rows [..., width] of ``ids`` [...]."""
        return self.rows[ids].float() * self.scale[ids]


def parser(model: Parser, labels: Mapping[str, Sequence[str]], folder: Path, full: Path) -> None:
    """Write the parser's files into ``folder`` and its unquantised graph to ``full``."""
    folder.mkdir(parents=True, exist_ok=True)
    named = {name: {0: "words"} for name in ("tags", *CHANCES, "dependent_relation")}
    axes = named | {"arc": {0: "words", 1: "rooted"}, "head_relation": {0: "rooted"}}
    _graph(ShippedParser(model), axes, OUTPUTS, full)
    with _small_embeddings(model.encoder):
        _quantised(ShippedParser(model), axes, OUTPUTS, folder / "parser.onnx")
    np.save(folder / "relations.npy", model.relation.detach().cpu().numpy().astype(np.float32))
    _table(folder / "parser.json", {"labels": labels, "lemmas": lemmas()})
    shutil.copy(source() / "tokenizer.json", folder / "tokenizer.json")


def typer(model: Typer, temperatures: Mapping[str, float], folder: Path, full: Path) -> None:
    """Write the typer's files into ``folder`` and its unquantised graph to ``full``."""
    folder.mkdir(parents=True, exist_ok=True)
    module, axes = ShippedTyper(model, temperatures), {head: {0: "words"} for head in HEADS}
    _graph(module, axes, HEADS, full)
    with _small_embeddings(model.encoder):
        _quantised(module, axes, HEADS, folder / "typer.onnx")
    _table(folder / "typer.json", {"labels": LABELS})


def lemmas() -> dict[str, str]:
    """The lemmas of inflected words: those seen in the treebanks, and the forms of the verbs and nouns seen there.

    A form that is seen goes before one that is made, and counts from twice on, where nine in ten agree.
    """
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for name in data.TREEBANKS:
        for document in data.treebank(name):
            for word in (word for sentence in document.sentences for word in sentence.words):
                if word.upos != "PROPN" and word.form.isalpha():
                    seen[f"{word.form.lower()}/{word.upos}"][word.lemma] += 1
    best = {key: counted.most_common(1)[0] for key, counted in sorted(seen.items())}
    found = {
        key: lemma
        for key, (lemma, count) in best.items()
        if count > 1 and lemma != key.partition("/")[0] and count >= 0.9 * seen[key].total()
    }
    verbs = {lemma for key, (lemma, _) in best.items() if key.endswith("/VERB") and lemma.isalpha() and lemma.islower()}
    return dict(sorted((_verb_forms(sorted(verbs)) | found).items()))


def _verb_forms(verbs: Iterable[str]) -> dict[str, str]:
    """The inflected forms of the irregular verbs and of ``verbs``, with their lemmas; of two lemmas the first."""
    made: dict[str, str] = {}
    for verb in (*sorted(load("inflection")["irregular"]), *verbs):
        for form, shape in verb_forms(verb):
            if shape is not Shape.BASE:
                made.setdefault(f"{form}/VERB", verb)
    return made


def _graph(module: nn.Module, axes: Mapping[str, Any], outputs: Sequence[str], path: Path) -> None:
    """Write ``module`` as an ONNX graph."""
    words = torch.arange(1, 8)
    given = dict(zip(INPUTS, (torch.arange(100, 109), words, words, torch.ones_like(words)), strict=True))
    lengths = {name: {0: "subwords" if name == "ids" else "words"} for name in INPUTS}
    module.cpu().eval()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module,
            tuple(given.values()),
            str(path),
            input_names=list(given),
            output_names=list(outputs),
            dynamic_axes=lengths | dict(axes),
            opset_version=OPSET,
            dynamo=False,
        )


@contextmanager
def _small_embeddings(encoder: Encoder) -> Iterator[None]:
    """A context in which ``encoder`` looks its subwords up in a table of int8."""
    full = encoder.words
    encoder.words = cast("nn.Embedding", Rows(full))
    try:
        yield
    finally:
        encoder.words = full


def _quantised(module: nn.Module, axes: Mapping[str, Any], outputs: Sequence[str], path: Path) -> None:
    """Write ``module`` as an ONNX graph whose products are of int8 weights, of which seven bits are used.

    Older processors add products of eight bits in sixteen and overflow; with seven every machine gets the same.
    """
    with tempfile.TemporaryDirectory() as folder:
        full, ready = Path(folder) / "full.onnx", Path(folder) / "ready.onnx"
        _graph(module, axes, outputs, full)
        quant_pre_process(str(full), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(
            ready,
            path,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            op_types_to_quantize=["MatMul", "Gemm"],
        )


def _table(path: Path, content: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
