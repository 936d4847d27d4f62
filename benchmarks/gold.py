"""A record scored against a gold file made by hand, such as ``examples/camp-david/gold.json``.

Gold holds lists like the record's, in which evidence is a file's name and the words that stand there.  A found entry
matches a gold one when their words overlap and enough of the parties are right.  All figures lie between 0 and 1.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rapporteur.record.codec import KINDS
from rapporteur.record.model import Evidence
from rapporteur.record.record import Record
from rapporteur.record.rows import evidence_of
from rapporteur.reference.forms import fold

Gold = Mapping[str, Any]
Words = tuple[str, str]
"""A file's name and folded words that stand in it."""

SHORTEST_QUOTATION = 4
"""Words.  Gold lists no quotation that is shorter."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many were found, how many of those wanted, and how many were wanted."""

    found: int
    right: int
    wanted: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what is wanted that was found."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 0.0


def score(record: Record, gold: Gold) -> dict[str, float]:
    """Every figure that a gold file allows, by its name."""
    scorer = Scorer(record, gold)
    return {
        "evidence exact": scorer.exact(),
        **scorer.quotations(),
        **scorer.meetings(),
        **scorer.framed("positions"),
        **scorer.framed("commitments"),
    }


def words(text: str) -> str:
    """``text`` folded for comparison: case, accents, dashes, quotation marks and white space."""
    return " ".join(re.findall(r"\w+", fold(text)))


def touch(a: Iterable[Words], b: Iterable[Words]) -> bool:
    """Whether some words of ``a`` stand within some of ``b``, in the same file, or the reverse."""
    return any(f == g and (x in y or y in x) for f, x in a for g, y in b)


class Scorer:
    """One record against one gold file; only articles that gold lists count."""

    def __init__(self, record: Record, gold: Gold) -> None:
        self.record = record
        self.gold = gold
        self.files = {article["file"] for article in gold["articles"]}
        self.names = {a.id: {words(name) for name in (a.name, *a.aliases)} for a in record.actors}
        self.aliases = {
            words(a["name"]): {words(x) for x in (a["name"], *a.get("aliases", ()))} for a in gold["actors"]
        }

    def exact(self) -> float:
        """The share of evidence that is the text at its place."""
        pieces = [e for kind in KINDS for entry in getattr(self.record, kind) for e in evidence_of(entry)]
        right = sum(self.record.article(e.article).text[e.start : e.end] == e.text for e in pieces)
        return right / len(pieces) if pieces else 0.0

    def place(self, pieces: Sequence[Evidence]) -> list[Words]:
        """Evidence as words in files, those of gold only."""
        placed = ((self.record.article(e.article).file, words(e.text)) for e in pieces)
        return [(file, text) for file, text in placed if file in self.files]

    def is_actor(self, actor: str | None, name: str) -> bool:
        """Whether the record's actor is the one that gold calls ``name``."""
        wanted = self.aliases.get(words(name), {words(name)})
        return bool(self.names.get(actor or "", set()) & wanted)

    def share(self, actors: Iterable[str], names: Sequence[str]) -> float:
        """F1 of a set of actors against gold's names."""
        listed = list(actors)
        right = sum(any(self.is_actor(actor, name) for actor in listed) for name in names)
        return 2 * right / (len(listed) + len(names)) if listed or names else 1.0

    def quotations(self) -> dict[str, float]:
        """How many quotations are found, and how many have the right speaker."""
        gold = [q for q in self.gold["quotes"] if len(words(q["text"]).split()) >= SHORTEST_QUOTATION]
        found = [s for s in self.record.statements if s.kind != "indirect" and self._counts(s.article, s.text)]
        right = speaker = 0
        for wanted in gold:
            place = [(wanted["file"], words(wanted["text"]))]
            match = next(
                (s for s in found if touch(place, [(self.record.article(s.article).file, words(s.text))])), None
            )
            right += match is not None
            names = wanted["speaker"] if isinstance(wanted["speaker"], list) else [wanted["speaker"]]
            speaker += match is not None and any(self.is_actor(match.speaker, n) or n == match.speaker for n in names)
        count = Count(max(len(found), right), right, len(gold))
        share = speaker / len(gold) if gold else 0.0
        return {"quotations precision": count.precision, "quotations recall": count.recall, "speakers": share}

    def _counts(self, article: str, text: str) -> bool:
        return self.record.article(article).file in self.files and len(words(text).split()) >= SHORTEST_QUOTATION

    def meetings(self) -> dict[str, float]:
        """How many meetings are found, and how many of those have the right day and place."""
        found = [m for m in self.record.meetings if self.place(m.evidence)]
        pairs = self._pairs(self.gold["meetings"], found)
        required = [g for g, _ in pairs if not g.get("optional")]
        wanted = [g for g in self.gold["meetings"] if not g.get("optional")]
        count = Count(len(found) - (len(pairs) - len(required)), len(required), len(wanted))
        dated = [(g, m) for g, m in pairs if g.get("date")]
        placed = [(g, m) for g, m in pairs if g.get("place")]
        wrong = sum(not _possible(m.when.earliest, m.when.latest, g["date"]) for g, m in dated)
        right = sum(words(g["place"]) == words(m.place.name if m.place else "") for g, m in placed)
        place = right / len(placed) if placed else 1.0
        return {"meetings F1": count.f1, "meeting places": place, "wrong meeting days": float(wrong)}

    def _pairs(self, gold: Sequence[Gold], found: Sequence[Any]) -> list[tuple[Gold, Any]]:
        """Gold meetings with the found ones that are theirs, each used once, the best shares of parties first."""
        scored = sorted(
            (
                (-self.share(m.parties, g["parties"]), i, j)
                for i, g in enumerate(gold)
                for j, m in enumerate(found)
                if touch([(e["file"], words(e["quote"])) for e in g["evidence"]], self.place(m.evidence))
            ),
        )
        used: set[tuple[str, int]] = set()
        pairs = []
        for share, i, j in scored:
            if share < -0.3 and ("gold", i) not in used and ("found", j) not in used:
                used |= {("gold", i), ("found", j)}
                pairs.append((gold[i], found[j]))
        return pairs

    def framed(self, kind: str) -> dict[str, float]:
        """Precision and recall of positions or commitments, by party and words."""
        found = [e for e in getattr(self.record, kind) if self.place(e.evidence)]
        used: set[str] = set()
        right = optional = 0
        for wanted in sorted(self.gold[kind], key=lambda g: bool(g.get("optional"))):
            match = next(self._framed_like(wanted, [e for e in found if e.id not in used]), None)
            if match is not None:
                used.add(match.id)
                optional += bool(wanted.get("optional"))
                right += not wanted.get("optional")
        required = sum(not g.get("optional") for g in self.gold[kind])
        count = Count(len(found) - optional, right, required)
        return {f"{kind} precision": count.precision, f"{kind} recall": count.recall}

    def _framed_like(self, wanted: Gold, found: Sequence[Any]) -> Iterator[Any]:
        place = [(wanted["file"], words(wanted["quote"]))]
        names = wanted.get("by") or [wanted["party"]]
        for entry in found:
            actors = entry.by if hasattr(entry, "by") else (entry.party,)
            if touch(place, self.place(entry.evidence)) and self.share(actors, names) > 0.5:
                yield entry


def _possible(earliest: dt.date | None, latest: dt.date | None, gold: str) -> bool:
    """Whether a range shares a day with gold's (a day, a month, a year, or two of them)."""
    first, _, last = gold.partition("/")
    low, high = first, last or first
    return (not latest or latest.isoformat()[: len(low)] >= low) and (
        not earliest or earliest.isoformat()[: len(high)] <= high
    )
