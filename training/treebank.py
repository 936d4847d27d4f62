"""Universal Dependencies: CoNLL-U files as documents of sentences, with GUM's entities as names."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_ENTITY = re.compile(r"\(([^()]+)\)|\(([^()]+)|([^()]+)\)")
_LINKING = frozenset({"-", "of", "the", "for", "and", "&", "–", ".", "de", "al"})
_LONGEST_DATE = 8
"""Tokens."""


@dataclass(frozen=True, slots=True)
class Word:
    """A token of the treebank; ``head`` counts from 1 in its sentence, 0 for the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str


@dataclass(slots=True)
class Sentence:
    """A sentence; ``names`` are (first, last, kind), None where the treebank marks none."""

    words: list[Word]
    names: list[tuple[int, int, str]] | None = None


@dataclass(slots=True)
class Document:
    """A document with its genre."""

    id: str
    genre: str
    sentences: list[Sentence] = field(default_factory=list)


def documents(path: Path, *, entities: bool) -> list[Document]:
    """The documents of a CoNLL-U file, gzipped or not; ``entities``: read GUM's."""
    found: list[Document] = []
    rows: list[list[str]] = []
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for raw in (*lines, "\n"):
            line = raw.rstrip("\n")
            if line.startswith("# newdoc"):
                name = line.split("=")[-1].strip()
                found.append(Document(name, _genre(name)))
            elif line and line[0] != "#":
                rows.append(line.split("\t"))
            elif not line and rows:
                found[-1].sentences.append(_sentence(rows, entities=entities))
                rows = []
    return found


def _genre(name: str) -> str:
    """GUM names its genre in the id, EWT in the first part."""
    parts = name.split("_")
    return parts[1] if parts[0] == "GUM" else name.split("-", maxsplit=1)[0]


def _sentence(rows: Sequence[Sequence[str]], *, entities: bool) -> Sentence:
    surface = _pieces(rows)
    kept = [row for row in rows if row[0].isdigit()]
    words = [Word(surface.get(int(r[0]), r[1]), r[2], r[3], r[4], r[5], int(r[6]), r[7].split(":")[0]) for r in kept]
    names = _entities(words, [row[9] for row in kept]) if entities else None
    return Sentence(words, names)


def _pieces(rows: Sequence[Sequence[str]]) -> dict[int, str]:
    """The letters of each part of a contracted word as they stand in the text ("wo" of "won't", not "will")."""
    found: dict[int, str] = {}
    forms = {int(row[0]): row[1] for row in rows if row[0].isdigit()}
    for row in rows:
        if "-" not in row[0]:
            continue
        first, last = map(int, row[0].split("-"))
        rest = row[1]
        for number in range(first, last):
            length = min(len(forms[number]), len(rest) - (last - number))
            found[number], rest = rest[:length], rest[length:]
        found[last] = rest
    return {number: piece for number, piece in found.items() if piece}


_KINDS = {"person": "per", "place": "place", "organization": "org", "event": "other", "time": "date"}


def _entities(words: Sequence[Word], misc: Sequence[str]) -> list[tuple[int, int, str]]:
    """GUM's entities whose head is a proper noun, cut to the proper nouns round it; dates with a name or number."""
    found: set[tuple[int, int, str]] = set()
    for first, last, description in _brackets(misc):
        fields = description.split("-")
        kind = _KINDS.get(fields[1], "other")
        span = range(first, last + 1)
        if kind == "date":
            if len(span) < _LONGEST_DATE and any(words[k].upos in ("PROPN", "NUM") for k in span):
                found.add((first, last, kind))
            continue
        minimal = re.search(r"-cf\d+\*?-(\d+)", description)
        head = first + (int(minimal[1]) - 1 if minimal else 0)
        if head <= last and words[head].upos == "PROPN":
            found.add((*_proper(words, head, span), kind))
    return _longest(found)


def _brackets(misc: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    opened: list[tuple[int, str]] = []
    for at, column in enumerate(misc):
        entity = next((part[7:] for part in column.split("|") if part.startswith("Entity=")), "")
        for whole, opening, closing in _ENTITY.findall(entity):
            if whole:
                yield at, at, whole
            elif opening:
                opened.append((at, opening))
            else:
                name = closing.split("-")[0]
                place = next((k for k in reversed(range(len(opened))) if opened[k][1].split("-")[0] == name), None)
                if place is not None:
                    first, description = opened.pop(place)
                    yield first, at, description


def _proper(words: Sequence[Word], head: int, span: range) -> tuple[int, int]:
    """The run of proper nouns round ``head`` inside ``span``, over single linking words."""

    def reach(at: int, step: int) -> int:
        while True:
            if at + step in span and words[at + step].upos == "PROPN":
                at += step
            elif (
                at + 2 * step in span
                and words[at + step].form.lower() in _LINKING
                and words[at + 2 * step].upos == "PROPN"
            ):
                at += 2 * step
            else:
                return at

    return reach(head, -1), reach(head, 1)


def _longest(spans: set[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The spans of which none overlaps a longer one."""
    kept: list[tuple[int, int, str]] = []
    used: set[int] = set()
    for first, last, kind in sorted(spans, key=lambda s: (s[0] - s[1], s[0])):
        if not used & set(range(first, last + 1)):
            used.update(range(first, last + 1))
            kept.append((first, last, kind))
    return sorted(kept)
