"""What is measured: the bundled example always, shared gold and public benchmarks where they lie beside the project."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import rapporteur
from benchmarks import actor_pairs, coreference, judged, travel
from benchmarks.gold import score
from benchmarks.stripped import strip_articles
from benchmarks.synthetic import at_work, pairs, world
from rapporteur.export.record_json import record_json

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
EXAMPLE = ROOT / "examples" / "camp-david"
INVENTED = ROOT / "benchmarks" / "invented"
CLUSTERS = ("seeds", "abu-dhabi-2026", "beijing-2026")

Figures = dict[str, float]


def example() -> Figures:
    """The bundled example against its own gold, and how long its articles take."""
    started = time.monotonic()
    with rapporteur.build([EXAMPLE / "articles"]) as record:
        seconds = time.monotonic() - started
        found = score(record, json.loads((EXAMPLE / "gold.json").read_text(encoding="utf-8")))
        words = sum(len(article.text.split()) for article in record.articles)
    return {f"example: {name}": value for name, value in found.items()} | {"example: words a second": words / seconds}


def invented() -> Figures:
    """Invented articles from three regions and eras against their own gold, as means."""
    results = []
    for folder in sorted(path.parent for path in INVENTED.glob("*/gold.json")):
        with rapporteur.build(sorted(folder.glob("*.txt"))) as record:
            results.append(score(record, json.loads((folder / "gold.json").read_text(encoding="utf-8"))))
    return {f"invented: {name}": _mean([result[name] for result in results], name) for name in results[0]}


def _mean(values: list[float], name: str) -> float:
    """The mean of several records' figures; the sum where they count what is wrong."""
    return sum(values) if name.startswith(("wrong", "leaks")) else sum(values) / len(values)


def clusters() -> Figures:
    """The shared clusters with the shared scorer, as means; empty where they are not there."""
    if not SHARED.is_dir():
        return {}
    started = time.monotonic()
    results = [_cluster(SHARED / "clusters" / name) for name in CLUSTERS]
    figures: Figures = {"clusters: seconds to build": time.monotonic() - started}
    for area, values in results[0].items():
        for name in values:
            column = [result[area].get(name) for result in results]
            numbers = [value for value in column if value is not None]
            if numbers:
                figures[f"clusters: {area} {name}"] = _mean(numbers, name)
    return figures


def synthetic() -> Figures:
    """Twenty thousand articles of an invented world, reconciled as claims."""
    made = world(20_000)
    precision, recall, seconds = pairs(made)
    adding, page = at_work(made)
    return {
        "synthetic: reports joined rightly": precision,
        "synthetic: reports joined of those of one meeting": recall,
        "synthetic: seconds to reconcile 20,000 articles": seconds,
        "synthetic: seconds to add one article to them": adding,
        "synthetic: seconds of a page at the desk, 19 of 20": page,
    }


def stripped() -> Figures:
    """How well the shared clusters are dated when no article says when it was published; empty where they are not."""
    if not SHARED.is_dir():
        return {}
    results = []
    for name in CLUSTERS:
        with tempfile.TemporaryDirectory() as temporary:
            folder = SHARED / "clusters" / name
            articles = strip_articles(folder.glob("*.txt"), Path(temporary))
            results.append(_cluster(folder, articles)["published"])
    return {f"stripped: published {name}": _mean([one[name] for one in results], name) for name in ("credit", "wrong")}


def _cluster(folder: Path, articles: Sequence[Path] = ()) -> dict[str, dict[str, float]]:
    """The figures of a cluster, from its own articles or from others in their place."""
    with tempfile.TemporaryDirectory() as temporary:
        out = Path(temporary)
        with rapporteur.build(articles or sorted(folder.glob("*.txt"))) as record:
            (out / "record.json").write_text(record_json(record), encoding="utf-8")
        command = [SHARED / "eval" / "score.py", out / "record.json", folder / "gold.json", folder]
        _run([*command, "--json", out / "figures.json"])
        result: dict[str, dict[str, float]] = json.loads((out / "figures.json").read_text())
    return result


ACTOR_PAIRS = "data/plover/petr_unit.jsonl"
EVENT_CHAINS = "data/coreference/ecbplus_dev.jsonl"
TRAVELS = "data/travel/us_travels_before_2009.jsonl"
TASKS = {
    "html": ("data/html/zyte_aeb.jsonl", {"F1"}),
    "quotes": ("data/quotes/polnear_dev.jsonl", {"attribution with its source"}),
    "dates": ("data/dates/timebank_dev.jsonl", {"relaxed", "value F1"}),
    "places": ("data/places/trnews.jsonl", {"accuracy@161km, all"}),
    "places of the web": ("data/places/geowebnews.jsonl", {"accuracy@161km, all"}),
    "names": ("data/names/crossner_politics_dev.jsonl", {"all", "PER"}),
    "contacts": ("data/meetings/re3d_dev.jsonl", {"who met or spoke with whom"}),
    "events": ("data/plover/PLV_train.tsv", {"root macro F1", "quad macro F1", "binary macro F1"}),
    "syntax": ("data/treebank/gum-dev.conllu.gz", {"LAS", "UPOS"}),
}
"""The public benchmarks: the data of each, and which of its figures are kept (of three, the last: F1)."""


def benchmarks(tasks: Iterable[str] = TASKS) -> Figures:
    """Public benchmarks with the shared scorer; empty where they are not there."""
    if not SHARED.is_dir():
        return {}
    found = {f"{task}: {name}": value for task in tasks for name, value in _benchmark(task).items()}
    found |= {f"actor pairs: {name}": value for name, value in actor_pairs.figures(SHARED / ACTOR_PAIRS).items()}
    found |= {f"coreference: {name}": value for name, value in coreference.figures(SHARED / EVENT_CHAINS).items()}
    found |= {f"travel: {name}": value for name, value in travel.figures(SHARED / TRAVELS).items()}
    return found | {f"judged: {name}": value for name, value in judged.figures(SHARED).items()}


def _benchmark(task: str) -> Figures:
    data, kept = TASKS[task]
    task, script, gold = task.partition(" ")[0], SHARED / "eval" / "benchmark.py", SHARED / data
    lines = _run([script, "inputs", task, gold])
    form = "conllu" if task == "syntax" else "jsonl"
    readings = _run(["-m", "rapporteur", "read", "-", "--format", form], lines)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        out.write(readings)
        out.flush()
        rows = _run([script, "score", task, gold, out.name]).splitlines()
    figures = dict(row.split(": ", 1) for row in rows if ": " in row)
    return {name: float(figures[name].strip("()").split(",")[-1]) for name in sorted(kept)}


def _run(command: Iterable[str | Path], given: str | None = None) -> str:
    """What a Python program prints; its errors go where ours go."""
    done = subprocess.run(
        [sys.executable, *map(str, command)], input=given, stdout=subprocess.PIPE, text=True, check=True
    )
    return done.stdout
