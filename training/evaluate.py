"""Measures the shipped files on data that did not train them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from rapporteur.language.model.analysis import Analyser, Analysis
from rapporteur.language.model.typer import HEADS, NONE, Typer
from rapporteur.spans import Span
from training import corpus_files, data
from training.corpus_files import Passage
from training.event_rows import LABELS, OPEN, event_rows
from training.sources import analysed, labelled
from training.targets import SOURCES, spans_of
from training.treebank import Document, documents

Figures = dict[str, float]
Counts = Counter[Any]
DEV = {"gum": "treebank/gum-dev.conllu.gz", "ewt": "treebank/ewt-dev.conllu.gz"}
POLITICS = "names/crossner_politics_dev.jsonl"


def figures(analyser: Analyser, typer: Typer) -> Figures:
    """Every figure of the model card, in percent."""
    held_out = [p for p in (*corpus_files.passages(), *corpus_files.sentences()) if p.held_out]
    passages = [p for p in held_out if p.style]
    return {
        **syntax(analyser),
        **politics(analyser),
        **own_names(analyser, held_out),
        **own_attributions(analyser, passages),
        **events(analyser, typer, held_out),
    }


def f1(right: int, found: int, wanted: int) -> float:
    """F1 in percent; 0 where nothing is found or wanted."""
    return 200 * right / (found + wanted) if found + wanted else 0.0


def syntax(analyser: Analyser) -> Figures:
    """Tags and trees on the treebanks' development halves, given their tokens and sentences, by genre."""
    counts: dict[str, Counts] = {}
    for name, path in DEV.items():
        for document in documents(data.SHARED / path, entities=False):
            counted = _tree_counts(analyser, document)
            for key in dict.fromkeys((name, f"{name} {document.genre}" if name == "gum" else name)):
                counts.setdefault(key, Counter()).update(counted)
    names = ("LAS", "UAS", "UPOS", "lemmas")
    return {f"{key}: {name}": 100 * n[name] / n["words"] for key, n in sorted(counts.items()) for name in names}


def _tree_counts(analyser: Analyser, document: Document) -> Counts:
    text, found = "", []
    sentences: list[Span] = []
    for sentence in document.sentences:
        start = len(text)
        for word in sentence.words:
            found.append(Span(len(text), len(text) + len(word.form)))
            text += word.form + " "
        sentences.append(Span(start, len(text)))
    tokens = analyser.analyse(text, sentences, found).tokens
    counted: Counts = Counter()
    first = 0
    for sentence in document.sentences:
        for token, word in zip(tokens[first:], sentence.words, strict=False):
            attached = token.head == (first + word.head - 1 if word.head else -1)
            counted["words"] += 1
            counted["UAS"] += attached
            counted["LAS"] += attached and token.deprel == word.deprel
            counted["UPOS"] += token.upos == word.upos
            counted["lemmas"] += (token.lemma or "").lower() == word.lemma.lower()
        first += len(sentence.words)
    return counted


def politics(analyser: Analyser) -> Figures:
    """People, places and organisations on CrossNER's politics, given its tokens."""
    kinds, _ = SOURCES["crossner"]
    counted: Counts = Counter()
    for row in labelled(data.SHARED / POLITICS, "crossner"):
        text = " ".join(row.words)
        at, tokens = 0, []
        for word in row.words:
            tokens.append(Span(at, at + len(word)))
            at += len(word) + 1
        gold = {(_broad(kinds[k]), tokens[a].start, tokens[b].end) for a, b, k in spans_of(row.names or ())}
        found = {
            (_broad((name.kind,)), name.span.start, name.span.end)
            for name in analyser.analyse(text, [Span(0, len(text))], tokens).names
        }
        _count(counted, "names", {g for g in gold if g[0]}, {f for f in found if f[0]})
        _count(counted, "people", {g for g in gold if g[0] == "per"}, {f for f in found if f[0] == "per"})
    return {f"crossner politics: {name}": _f1(counted, name) for name in ("names", "people")}


def _broad(kinds: Sequence[str]) -> str | None:
    broad = {"per": "per", "place": "loc", "state": "loc", "org": "org", "group": "org", "body": "org"}
    return broad.get(kinds[0])


def _count(counted: Counts, name: str, gold: set[Any], found: set[Any]) -> None:
    counted[name, "right"] += len(gold & found)
    counted[name, "found"] += len(found)
    counted[name, "wanted"] += len(gold)


def _f1(counted: Counts, name: str) -> float:
    return f1(counted[name, "right"], counted[name, "found"], counted[name, "wanted"])


def own_names(analyser: Analyser, held_out: Iterable[Passage]) -> Figures:
    """Names of the held-out corpus: spans and kinds exact, dates left out; and people alone."""
    counted: Counts = Counter()
    for passage in held_out:
        analysis = _analysis(analyser, passage)
        gold = {(m.code, m.start, m.end) for m in passage.marks if m.code in corpus_files.NAMES}
        found = {(n.kind, n.span.start, n.span.end) for n in analysis.names if n.kind in corpus_files.NAMES}
        _count(counted, "names", gold, found)
        for kind in sorted(corpus_files.NAMES):
            _count(counted, kind, {g for g in gold if g[0] == kind}, {f for f in found if f[0] == kind})
    return {f"own corpus: {name}": _f1(counted, name) for name in ("names", *sorted(corpus_files.NAMES))}


def _analysis(analyser: Analyser, passage: Passage) -> Analysis:
    given = analysed(passage)
    return analyser.analyse(passage.text, given.sentences, given.tokens)


def own_attributions(analyser: Analyser, held_out: Iterable[Passage]) -> Figures:
    """Sources, cues and contents of the held-out passages, as spans that share more than half of their characters."""
    counted: Counts = Counter()
    for passage in held_out:
        analysis = _analysis(analyser, passage)
        found: dict[str, list[Span]] = {"src": [], "cue": [], "con": []}
        for one in (*analysis.roles, *analysis.contents):
            found[one.kind].append(one.span)
        for role, spans in found.items():
            gold = _outermost(Span(m.start, m.end) for m in passage.marks if m.code == role)
            counted[role, "right"] += sum(any(_alike(g, f) for f in spans) for g in gold)
            counted[role, "found"] += len(spans)
            counted[role, "wanted"] += len(gold)
    names = {"src": "sources", "cue": "cues", "con": "contents"}
    return {f"own corpus: {name}": _f1(counted, role) for role, name in names.items()}


def _outermost(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not kept or span not in kept[-1]:
            kept.append(span)
    return kept


def _alike(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * shared > max(one.end, other.end) - min(one.start, other.start)


def events(analyser: Analyser, typer: Typer, held_out: Iterable[Passage]) -> Figures:
    """Event words of the held-out corpus: found with their type; the realis and mode of those that are events."""
    counted: Counts = Counter()
    kinds, modes, realis = LABELS["event"], LABELS["mode"], LABELS["realis"]
    for row in event_rows(held_out, analyser):
        chances = typer.chances(row.words)
        best = {head: chances[head].argmax(1).tolist() for head in HEADS}
        for at, wanted in enumerate(row.targets["event"]):
            if wanted == OPEN:
                continue
            found = best["event"][at]
            counted["events", "wanted"] += wanted > 0
            counted["events", "found"] += found > 0
            counted["events", "right"] += found == wanted > 0
            counted["words", "right"] += found > 0 and wanted > 0
            if wanted:
                counted["realis"] += best["realis"][at] == row.targets["realis"][at]
                counted["modes"] += _mode(chances["mode"][at], modes, kinds[wanted]) == modes[row.targets["mode"][at]]
                counted[f"realis {realis[row.targets['realis'][at]]}"] += 1
        for at, wanted in enumerate(row.targets["stance"]):
            if wanted != OPEN:
                counted["stances", "wanted"] += wanted > 0
                counted["stances", "found"] += best["stance"][at] > 0
                counted["stances", "right"] += best["stance"][at] == wanted > 0
    words = f1(counted["words", "right"], counted["events", "found"], counted["events", "wanted"])
    share = 100 / max(1, counted["events", "wanted"])
    return {
        "own corpus: event words": words,
        "own corpus: event words with their type": _f1(counted, "events"),
        "own corpus: realis": share * counted["realis"],
        "own corpus: modes": share * counted["modes"],
        "own corpus: stance cues": _f1(counted, "stances"),
    }


def _mode(chances: Sequence[float], modes: Sequence[str], kind: str) -> str:
    """The likeliest mode of a type."""
    known = [
        (chance, mode)
        for chance, mode in zip(chances, modes, strict=True)
        if mode == NONE or mode.startswith(f"{kind}/")
    ]
    return max(known)[1]
