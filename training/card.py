"""Writes the figures of the model card, ``docs/model-card.md``, between its two marks."""

from __future__ import annotations

import json
from pathlib import Path

from rapporteur.language.model import files
from training import corpus_files
from training.evaluate import Figures

CARD = Path(__file__).parents[1] / "docs" / "model-card.md"
BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"


def write(shipped: Figures, full: Figures) -> None:
    """Put the figures of the shipped files, and of the unquantised ones if measured, into the card."""
    text = CARD.read_text(encoding="utf-8")
    head, _, rest = text.partition(BEGIN)
    _, _, tail = rest.partition(END)
    CARD.write_text(f"{head}{BEGIN}\n{_figures(shipped, full)}\n{_sizes()}\n{END}{tail}", encoding="utf-8")


def _figures(shipped: Figures, full: Figures) -> str:
    rows = [
        f"| {name} | {value:.1f} | {full[name]:.1f} |" if full else f"| {name} | {value:.1f} | |"
        for name, value in shipped.items()
    ]
    return "\n".join(["| Figure | Shipped (int8) | Unquantised |", "| --- | ---: | ---: |", *rows])


def _sizes() -> str:
    """What trained the shipped files, and how large they are."""
    everything = (*corpus_files.passages(), *corpus_files.sentences())
    passages, held = sum(bool(p.style) for p in everything), sum(p.held_out for p in everything)
    words = sum(len(p.text.split()) for p in everything)
    size = sum(path.stat().st_size for path in files.FOLDER.iterdir() if path.suffix in (".onnx", ".json", ".npy"))
    made = json.loads((files.FOLDER / "made.json").read_text(encoding="utf-8"))
    lines = [
        "",
        f"The corpus: {passages:,} passages and {len(everything) - passages:,} single sentences, {words:,} words;",
        f"{held:,} of these entries are held out.",
        f"The shipped files: {size / 1e6:.1f} MB. The data that trained them, with digests:",
        "",
        *(f"- `{name}` `{digest[:16]}…`" for name, digest in made["data"].items()),
    ]
    return "\n".join(lines)
