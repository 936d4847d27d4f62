"""The corpus's events, sentence by sentence: for each token the type, mode, realis and stance that it tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapporteur.language.model.analysis import Analyser
from rapporteur.language.parse import Token
from rapporteur.spans import Span
from training.corpus_files import MODES, REALIS, STANCES, Passage
from training.sources import analysed, covered

NONE = "none"
TYPES = (NONE, *MODES)
MODE_LABELS = (NONE, *(f"{kind}/{mode}" for kind, modes in MODES.items() for mode in modes.split()))
LABELS = {
    "event": TYPES,
    "mode": MODE_LABELS,
    "realis": tuple(sorted(REALIS)),
    "stance": (NONE, *sorted(STANCES)),
}
OPEN = -100
MEETING_REALIS = {
    "held": "actual",
    "ongoing": "actual",
    "planned": "planned",
    "proposed": "hypothetical",
    "cancelled": "negated",
    "past": "historical",
}
"""The realis of a meeting by the status that the corpus gives it."""


@dataclass(frozen=True, slots=True)
class EventRow:
    """A sentence: its words, and for each head a label number a word, ``OPEN`` where none is known."""

    words: tuple[str, ...]
    targets: dict[str, tuple[int, ...]]


def event_rows(passages: Iterable[Passage], analyser: Analyser) -> Iterator[EventRow]:
    """One row a sentence of ``passages``; the analyser's trees tell which word of a marked phrase is its head."""
    for passage in passages:
        given = analysed(passage)
        if not given.tokens:
            continue
        tokens = analyser.analyse(passage.text, given.sentences, given.tokens).tokens
        targets = _targets(passage, tokens, given.tokens)
        for number in sorted(set(given.sentence)):
            inside = [at for at, sentence in enumerate(given.sentence) if sentence == number]
            first, end = inside[0], inside[-1] + 1
            yield EventRow(
                tuple(token.of(passage.text) for token in given.tokens[first:end]),
                {head: tuple(column[first:end]) for head, column in targets.items()},
            )


def _targets(passage: Passage, tokens: Sequence[Token], spans: Sequence[Span]) -> dict[str, list[int]]:
    count = len(tokens)
    stance_known = passage.style is not None  # single sentences bear no positions
    targets = {
        "event": [0] * count,
        "mode": [OPEN] * count,
        "realis": [OPEN] * count,
        "stance": [0 if stance_known else OPEN] * count,
    }
    stances = [mark for mark in passage.marks if mark.code == "pos"]
    for mark in passage.marks:
        where = covered(spans, mark.start, mark.end)
        if not where or mark.code not in ("ev", "mt", "sc"):
            continue
        head = _head(tokens, *where)
        if mark.code == "sc":
            outer = [p for p in stances if p.start <= mark.start and mark.end <= p.end]
            _set(targets, {"stance": outer[-1].arguments[0]} if outer else {}, head, where)
            continue
        kind, mode, realis = mark.arguments if mark.code == "ev" else _meeting(mark.arguments)
        labels = {"event": kind, "mode": f"{kind}/{mode}" if mode != "-" else NONE, "realis": realis}
        _set(targets, labels, head, where)
    return targets


def _meeting(arguments: Sequence[str]) -> tuple[str, str, str]:
    status, mode = arguments
    return "CONSULT", mode, MEETING_REALIS[status]


def _set(targets: dict[str, list[int]], labels: dict[str, str], head: int, where: tuple[int, int]) -> None:
    """Give the head of a marked phrase its labels; what the phrase's other words tell is left open."""
    for name, label in labels.items():
        for at in range(where[0], where[1] + 1):
            if at != head and targets[name][at] == 0:
                targets[name][at] = OPEN
        targets[name][head] = LABELS[name].index(label)


def _head(tokens: Sequence[Token], first: int, last: int) -> int:
    """The word of a phrase that hangs on none of the others; of several, the first."""
    return next((at for at in range(first, last + 1) if not first <= (tokens[at].head or 0) <= last), first)
