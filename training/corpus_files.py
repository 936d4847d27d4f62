"""The annotated corpus on disk: its passages and its single sentences, read and checked.

Run ``python -m training.corpus_files [FILE ...]`` to check files; without names, the whole corpus.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from training.markup import Mark, MarkupError, read

CORPUS = Path(__file__).with_name("corpus")
STYLES = frozenset({"agency", "newspaper", "broadcaster", "communique", "magazine"})
NAMES = frozenset({"per", "title", "state", "dem", "place", "org", "group", "body", "other"})
ROLES = frozenset({"src", "cue", "con"})
REALIS = frozenset({"actual", "planned", "hypothetical", "negated", "historical"})
MEETING = frozenset({"held", "ongoing", "planned", "proposed", "cancelled", "past"})
STANCES = frozenset({"demands", "precondition", "rejects", "supports", "proposes", "offers", "refuses", "warns"})
FULFILMENT = frozenset({"made", "reported_done", "reported_unmet", "lapsed", "superseded"})
MODES = {
    "AGREE": "",
    "CONSULT": "visit third-party multilateral phone",
    "SUPPORT": "",
    "CONCEDE": "",
    "COOPERATE": "",
    "AID": "",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone"
    " heavy-weapons crowd-control unconventional",
}
_HEADER = re.compile(r"^## ([a-z0-9-]+) \| (\d{4}-\d{2}-\d{2}) \| ([a-z]+)$")
_TIMEX = re.compile(r"^(?:[0-9X]{1,4}|P|T|PAST_REF|PRESENT_REF|FUTURE_REF|BC)[0-9A-Z_:.+-]*$")
HELD_OUT = 15
"""Per cent of the corpus that is kept from training, drawn by a digest of the id or the sentence."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage or a single sentence: its id, day and style (``None`` for a sentence), text and marks."""

    id: str
    text: str
    marks: tuple[Mark, ...]
    published: dt.date | None = None
    style: str | None = None

    @property
    def held_out(self) -> bool:
        """Whether this passage measures and does not train."""
        return int(hashlib.sha256(self.id.encode()).hexdigest(), 16) % 100 < HELD_OUT


def passages(folder: Path = CORPUS) -> list[Passage]:
    """Every passage of the corpus, in the order of files and places.

    Raises:
        MarkupError: a passage cannot be read; the message names the file.
    """
    return [one for path in sorted((folder / "passages").glob("*.txt")) for one in passages_of(path)]


def sentences(folder: Path = CORPUS) -> list[Passage]:
    """Every single sentence of the corpus; its id is its plain text's digest.

    Raises:
        MarkupError: a sentence cannot be read; the message names file and line.
    """
    return [one for path in sorted((folder / "sentences").glob("*.txt")) for one in sentences_of(path)]


def passages_of(path: Path) -> Iterator[Passage]:
    """The passages of one file."""
    blocks = re.split(r"\n\s*\n", path.read_text(encoding="utf-8").strip())
    for block in blocks:
        head, _, marked = block.partition("\n")
        header = _HEADER.match(head.strip())
        if not header:
            raise MarkupError(f"{path.name}: no header of the form '## id | date | style' in {head[:60]!r}")
        try:
            day = dt.date.fromisoformat(header[2])
            text, marks = read(marked)
        except ValueError as error:
            raise MarkupError(f"{path.name}, {header[1]}: {error}") from error
        yield Passage(header[1], text, marks, day, header[3])


def sentences_of(path: Path) -> Iterator[Passage]:
    """The single sentences of one file."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            try:
                text, marks = read(line.strip())
            except MarkupError as error:
                raise MarkupError(f"{path.name}, line {number}: {error}") from error
            yield Passage(hashlib.sha256(text.encode()).hexdigest()[:16], text, marks)


def faults(passage: Passage) -> Iterator[str]:
    """What is wrong with the marks of one passage, as lines to print."""
    for mark in passage.marks:
        words = passage.text[mark.start : mark.end]
        fault = _fault(mark, words)
        if words != words.strip():
            fault = "white space at the edge"
        if fault:
            yield f"{passage.id}: {fault}: {mark.code}:{'/'.join(mark.arguments)} {words[:60]!r}"
    roles = Counter((m.arguments[:1], m.code) for m in passage.marks if m.code in ROLES)
    for number in {key[0] for key in roles}:
        if not roles[number, "con"] or not (roles[number, "cue"] or roles[number, "src"]):
            yield f"{passage.id}: attribution {'/'.join(number)} wants a content, and a cue or a source"
    if passage.style and passage.style not in STYLES:
        yield f"{passage.id}: no such style: {passage.style}"
    yield from (f"{passage.id}: {fault}" for fault in _overlaps(passage))


def _overlaps(passage: Passage) -> Iterator[str]:
    """Names within names, and names that begin or end inside a word."""
    names = [m for m in passage.marks if m.code in NAMES]
    for one, other in pairwise(names):
        if other.start < one.end:
            yield f"a name within a name: {passage.text[one.start : one.end]!r}"
    for mark in passage.marks:
        before, after = passage.text[: mark.start][-1:], passage.text[mark.end :][:1]
        if before.isalnum() or (after.isalnum() and mark.code != "dem"):
            yield f"cuts a word: {passage.text[mark.start : mark.end][:60]!r}"


def _fault(mark: Mark, words: str) -> str | None:
    a = mark.arguments
    if mark.code in NAMES or mark.code == "sc":
        return (
            "no arguments wanted" if a else ("a pronoun is no name" if words.lower() in ("he", "she", "it") else None)
        )
    if mark.code in ROLES:
        return None if len(a) == 1 and a[0].isdigit() else "a number wanted"
    if mark.code == "ev":
        return _event_fault(a)
    if mark.code == "mt":
        modes = [*MODES["CONSULT"].split(), "-"]
        return None if len(a) == 2 and a[0] in MEETING and a[1] in modes else "status/mode wanted"
    if mark.code == "d":
        return None if len(a) == 1 and _TIMEX.match(a[0]) else "a TIMEX3 value wanted"
    known = {"pos": STANCES, "com": FULFILMENT}.get(mark.code)
    if known is None:
        return "no such code"
    return None if len(a) == 2 and a[0] in known else f"one of {', '.join(sorted(known))} and a party wanted"


def _event_fault(a: Sequence[str]) -> str | None:
    if len(a) != 3 or a[0] not in MODES or a[2] not in REALIS:
        return "TYPE/mode/realis wanted"
    return None if a[1] in [*MODES[a[0]].split(), "-"] else f"{a[0]} has no such mode"


def check(found: Iterable[Passage]) -> list[str]:
    """Every fault of ``found``, doubled ids among them."""
    listed = list(found)
    twice = [f"{name}: twice in the corpus" for name, n in Counter(p.id for p in listed).items() if n > 1]
    return [*twice, *(fault for passage in listed for fault in faults(passage))]


def main() -> int:
    """Check the files named, or all; print what is wrong and how much there is."""
    named = [Path(name) for name in sys.argv[1:]]
    readers = {"passages": passages_of, "sentences": sentences_of}
    paths = named or [p for kind in readers for p in sorted((CORPUS / kind).glob("*.txt"))]
    found: list[Passage] = []
    wrong: list[str] = []
    for path in paths:
        try:
            found += readers[path.resolve().parent.name](path)
        except MarkupError as error:
            wrong.append(str(error))
    wrong += check(found)
    print(*wrong, sep="\n", end="\n" if wrong else "")
    words = sum(len(p.text.split()) for p in found)
    types = Counter(
        m.arguments[0] if m.code == "ev" else "CONSULT" for p in found for m in p.marks if m.code in ("ev", "mt")
    )
    print(f"{len(found)} entries, {words:,} words, {len(wrong)} faults; events:", dict(types.most_common()))
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
