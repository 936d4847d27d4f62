"""The held-out part of the project's own annotated corpus, read as any text is: names, attributions, realis."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from rapporteur import language
from rapporteur.language.attribution.reports import is_report
from rapporteur.language.model.analysis import KINDS
from rapporteur.language.parse import Attribution, Parse
from rapporteur.spans import Span
from training import corpus_files
from training.corpus_files import Passage

ALIKE = 0.5
"""The share of characters (Jaccard) from which two contents are one, as PolNeAR's measure has it."""


def corpus() -> dict[str, float]:
    """F1 of names (span and kind) and of attributions (content alike, and the same source), in percent."""
    names: Counter[str] = Counter()
    said: Counter[str] = Counter()
    for passage in _held_out():
        parse = language.parse(passage.text, [Span(0, len(passage.text))])
        _count_names(names, passage, parse)
        if passage.style:
            _count_attributions(said, passage, parse)
    return {
        "corpus: names": _f1(names),
        "corpus: attributions with their source": _f1(said),
    }


def _held_out() -> Iterable[Passage]:
    everything = (*corpus_files.passages(), *corpus_files.sentences())
    return (passage for passage in everything if passage.held_out)


def _f1(counted: Counter[str]) -> float:
    return 200 * counted["right"] / max(1, counted["found"] + counted["wanted"])


def _count_names(counted: Counter[str], passage: Passage, parse: Parse) -> None:
    gold = {(KINDS[m.code], m.start, m.end) for m in passage.marks if m.code in corpus_files.NAMES}
    found = {(name.kind, name.span.start, name.span.end) for name in parse.names}
    counted.update(right=len(gold & found), found=len(found), wanted=len(gold))


def gold_attributions(passage: Passage) -> list[dict[str, list[Span]]]:
    """The attributions of a passage: spans by role; those that lie within another's content too."""
    found: dict[Any, dict[str, list[Span]]] = {}
    for mark in passage.marks:
        if mark.code in corpus_files.ROLES:
            roles = found.setdefault(mark.arguments[0], {"src": [], "cue": [], "con": []})
            roles[mark.code].append(Span(mark.start, mark.end))
    return list(found.values())


def _count_attributions(counted: Counter[str], passage: Passage, parse: Parse) -> None:
    """Count what is reported; the guidelines have no acts of speech without a clause ("urged them to go")."""
    gold = gold_attributions(passage)
    found = [attribution for attribution in parse.attributions if is_report(parse, attribution)]
    counted.update(found=len(found), wanted=len(gold))
    pairs = sorted(
        ((_share(g["con"], f.content), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)), reverse=True
    )
    used: set[tuple[str, int]] = set()
    for share, i, j in pairs:
        if share < ALIKE or ("gold", i) in used or ("found", j) in used:
            continue
        used |= {("gold", i), ("found", j)}
        counted["right"] += _same_source(gold[i]["src"], found[j])


def _same_source(gold: Sequence[Span], found: Attribution) -> bool:
    return bool(_letters(gold) & _letters(found.source)) or (not gold and not found.source)


def _share(gold: Sequence[Span], found: Sequence[Span]) -> float:
    one, other = _letters(gold), _letters(found)
    return len(one & other) / len(one | other) if one | other else 0.0


def _letters(spans: Iterable[Span]) -> set[int]:
    return {at for span in spans for at in range(span.start, span.end)}


if __name__ == "__main__":
    for name, value in corpus().items():
        print(f"{name}: {value:.1f}")
