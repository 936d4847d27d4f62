"""``python -m training``: train the model, write its shipped files, measure them, and write the model card.

Interrupt it and call it again: it goes on where its last checkpoint stands.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rapporteur.language.model import files
from rapporteur.language.model.subwords import Subwords
from rapporteur.language.model.tagger import Tagger
from rapporteur.language.model.typer import Typer as ShippedTyper
from training import card, corpus_files, data, export, train_parser, train_typer
from training.calibrate import temperatures
from training.encoder import WeightsError, source
from training.evaluate import Figures, figures
from training.event_rows import event_rows
from training.machine import Machine
from training.markup import MarkupError

SETTINGS = Path(__file__).with_name("settings.toml")


def main() -> int:
    """Train, export, measure, and write the card; 1 where something that it needs is missing."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--run", type=Path, default=Path("out/training"), help="where checkpoints lie")
    parser.add_argument("--threads", type=int, default=2, help="of the processor")
    parser.add_argument("--measure", action="store_true", help="only measure the shipped files and write the card")
    options = parser.parse_args()
    try:
        if not options.measure:
            _make(options.run, Machine.found(options.threads))
        _measure(options.run)
    except (WeightsError, MarkupError, FileNotFoundError) as error:
        print(f"The model cannot be made: {error}", file=sys.stderr)
        return 1
    return 0


def _make(run: Path, machine: Machine) -> None:
    """Train both networks and write the shipped files."""
    settings = tomllib.loads(SETTINGS.read_text(encoding="utf-8"))
    run.mkdir(parents=True, exist_ok=True)
    model, labels = train_parser.train(run, settings["parser"], machine)
    export.parser(model, labels, files.FOLDER, run / "parser.onnx")
    tagger = Tagger()
    events = train_typer.train(run, settings["typer"], machine, tagger)
    held_out = [p for p in (*corpus_files.passages(), *corpus_files.sentences()) if p.held_out]
    fitted = temperatures(events, list(event_rows(held_out, tagger)), Subwords(source() / "tokenizer.json"))
    export.typer(events, fitted, files.FOLDER, run / "typer.onnx")
    shares = {name for stage in settings["parser"]["stages"] for name in stage["share"]}
    made = {"data": data.manifest(sorted(shares)), "temperatures": fitted, "settings": settings}
    (files.FOLDER / "made.json").write_text(json.dumps(made, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _measure(run: Path) -> None:
    """Measure the shipped files, and the unquantised graphs where the run still has them; write the card."""
    shipped = figures(Tagger(), ShippedTyper())
    full: Figures = {}
    if (run / "parser.onnx").is_file() and (run / "typer.onnx").is_file():
        with _unquantised(run):
            full = figures(Tagger(), ShippedTyper())
    card.write(shipped, full)
    for name, value in shipped.items():
        print(f"{name:44}{value:7.1f}" + (f"   unquantised {full[name]:.1f}" if full else ""))


@contextmanager
def _unquantised(run: Path) -> Iterator[None]:
    """A context in which the graphs of ``run`` are read in place of the shipped ones."""
    shipped = files.FOLDER
    with tempfile.TemporaryDirectory() as folder:
        for path in shipped.iterdir():
            target = run / path.name if path.suffix == ".onnx" else path
            (Path(folder) / path.name).symlink_to(target.resolve())
        files.FOLDER = Path(folder)
        try:
            yield
        finally:
            files.FOLDER = shipped


if __name__ == "__main__":
    sys.exit(main())
