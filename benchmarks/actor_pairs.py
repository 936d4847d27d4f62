"""Who does it to whom: the sentences that event coders test themselves with, most of them of an invented world.

Each sentence comes with the codes of who acts and of who is acted upon.  It counts whether some event of the sentence
has the two as actor and recipient, whatever its type: types are measured elsewhere.  States count where a name of
theirs stands in the sentence; the invented ones are given as a user would give them, as own actors.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import rapporteur
from rapporteur.config import Config, OwnActor
from rapporteur.reading.claims import Reading
from rapporteur.reference.states import by_adjective, by_name, lexicon, states

OF_DICTIONARIES = frozenset({"ACTOR", "AGENT", "PATTERN"})
"""Categories that test entries of the coders' dictionaries, which no other reader has: nicknames of states, words for
kinds of people with codes of their own, and verb phrases with a place for each side.  All other categories tell with
ordinary verbs who does what, alone or in lists, and so ask for nothing but the argument structure of the sentence."""
SEEN = 3
"""How often the name of an invented state occurs at least."""
LONGEST = 3
"""The most words in a state's name that are looked for."""
_NAME = re.compile(r"\b[A-Z]\w+")
_WORD = re.compile(r"[\w.]*\w")

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence and the pairs wanted of it, as codes of states."""

    category: str
    line: str
    pairs: tuple[Pair, ...]


def figures(path: Path) -> dict[str, float]:
    """The share of pairs found, in percent: of those told with ordinary verbs, and of all."""
    results = [(case.category, right) for case, _, right in compared(path)]
    plain = [right for category, right in results if category not in OF_DICTIONARIES]
    return {
        "right": 100 * sum(plain) / len(plain),
        "right, entries of dictionaries too": 100 * sum(right for _, right in results) / len(results),
    }


def compared(path: Path) -> Iterator[tuple[Case, Pair, bool]]:
    """Each pair wanted: its sentence, the pair, and whether an event has it."""
    rows = [row for line in path.read_text(encoding="utf-8").splitlines() if _counts(row := json.loads(line))]
    own = invented(rows)
    config = Config(actors=tuple(OwnActor(name=n[0], kind="state", aliases=n[1:]) for n in own.values()))
    codes = {form: code for code, forms in own.items() for form in forms}
    sentences = [_case(row, {form: {code} for form, code in codes.items()} | _known(own)) for row in rows]
    for case, read in zip(sentences, rapporteur.read_lines([one.line for one in sentences], config), strict=True):
        found = set() if isinstance(read, rapporteur.Skipped) else set(_pairs(read[1], codes))
        yield from ((case, pair, pair in found) for pair in case.pairs)


def invented(rows: Sequence[dict[str, Any]]) -> dict[str, tuple[str, ...]]:
    """The names of each invented state by its code: the commonest that begins with its letters, then longer forms."""
    words = Counter(word for row in rows for word in _NAME.findall(row["text"]))
    found = {}
    for code in sorted({code for row in rows for pair in _wanted(row) for code in pair if code}):
        near = [w for w, _ in words.most_common() if w.upper().startswith(code) and len(w) > len(code)]
        if near and words[near[0]] >= SEEN and not by_name(near[0]) and not by_adjective(near[0]):
            longer = (word for word in near[1:] if word.startswith(near[0]))
            found[code] = tuple(form.replace("_", " ") for form in (near[0], *longer))
    return found


def _known(own: Collection[str]) -> dict[str, set[str]]:
    """What states of this world are called, but for those whose codes ``own`` states have."""
    return {form: {key for key, _ in senses} - set(own) for form, senses in lexicon().items()}


def _counts(row: dict[str, Any]) -> bool:
    return not row["none_expected"] and not row["error"]


def _wanted(row: dict[str, Any]) -> list[Pair]:
    """The pairs of a sentence by state: of a code the first three letters, the rest being for offices."""
    return [((event.get("source") or "")[:3], (event.get("target") or "")[:3]) for event in row["events"]]


def _case(row: dict[str, Any], forms: Mapping[str, set[str]]) -> Case:
    text = row["text"].replace("_", " ")
    words = _WORD.findall(text)
    runs = {" ".join(words[k : k + n]) for k in range(len(words)) for n in range(1, LONGEST + 1)}
    named = {code for run in runs for code in forms.get(run, ())}
    line = {"id": row["id"], "text": text, "published": f"{row['date'][:4]}-01-01"}
    return Case(row["category"], json.dumps(line), tuple(pair for pair in _wanted(row) if named.issuperset(pair)))


def _pairs(reading: Reading, codes: Mapping[str, str]) -> Iterator[Pair]:
    """The pairs of the events of a reading, by state."""
    state = {}
    for actor in reading.actors:
        own = (codes[form] for form in (actor.name, *actor.aliases) if form in codes)
        state[actor.id] = next(own, actor.key if actor.key in states() else None)
    speaks_for = {actor.id: state[actor.id] or state.get(actor.party or "") or "" for actor in reading.actors}
    for event in reading.events:
        yield from ((speaks_for[one], speaks_for[other]) for one in event.actors for other in event.recipients)
