"""Short notes, "Met with Prime Minister X and Foreign Minister Y": are the people found, and in the right office?

The notes are the remarks of a public list of travels; what is wanted of each is read off its own regular wording.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import rapporteur
from rapporteur.reading.claims import ActorKind, Reading
from rapporteur.reference.forms import fold

SAMPLE = 300
"""Notes; drawn once and for all."""
TITLES = {
    "President": "president",
    "King": "monarch",
    "Queen": "monarch",
    "Emperor": "monarch",
    "Shah": "monarch",
    "Emir": "monarch",
    "Amir": "monarch",
    "Sultan": "monarch",
    "Prime Minister": "prime minister",
    "Premier": "prime minister",
    "Chancellor": "prime minister",
    "Foreign Minister": "foreign minister",
    "Foreign Secretary": "foreign minister",
    "Defense Minister": "defence minister",
}
"""The titles whose role is beyond doubt, with the role of the record."""
_NAME = r"(?:(?:al-|el-|dos|da|de|di|du|von|van|bin|ibn|den|der|la|le)\s+)*[A-Z][\w’'-]+"
_HOLDER = re.compile(rf"\b(?<!Vice )(?<!Deputy )(?<!former )({'|'.join(TITLES)}) ({_NAME}(?: {_NAME}){{0,4}})")


@dataclass(frozen=True, slots=True)
class Note:
    """A note as an article, and the people in it: last word of the name, and role."""

    line: str
    people: tuple[tuple[str, str], ...]


def notes(path: Path) -> list[Note]:
    """The sample of the notes in the file of travels at `path`."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    found = [note for row in rows if row["start"] >= "1945" and (note := _note(row))]
    return random.Random(300).sample(found, SAMPLE)  # noqa: S311 - the same sample for everybody


def _note(row: dict[str, Any]) -> Note | None:
    remarks = row["remarks"] or ""
    people = tuple((match[2].split()[-1], TITLES[match[1]]) for match in _HOLDER.finditer(remarks))
    if "et with" not in remarks or not people:
        return None
    place = (row["locale"] or row["country"]).split(",")[0].split("(")[0].strip()
    text = f"{place.upper()}, {row['start']} - {remarks}"
    return Note(json.dumps({"id": row["id"], "text": text, "published": row["start"]}), people)


def figures(path: Path) -> dict[str, float]:
    """The share of people found, and of people in the right office, in percent of all people in the sample."""
    results = list(compared(path))
    count = len(results) / 100
    return {
        "people found": sum(found for _, _, _, found, _ in results) / count,
        "people in the right office": sum(right for _, _, _, _, right in results) / count,
    }


def compared(path: Path) -> Iterator[tuple[str, str, str, bool, bool]]:
    """Each person of the sample: the note, the name, the role, whether found, whether in that office."""
    sample = notes(path)
    for note, read in zip(sample, rapporteur.read_lines([note.line for note in sample]), strict=True):
        for name, role in note.people:
            roles = None if isinstance(read, rapporteur.Skipped) else _roles(read[1], name)
            yield json.loads(note.line)["text"], name, role, roles is not None, role in (roles or ())


def _roles(reading: Reading, name: str) -> set[str] | None:
    """The roles of the people in a reading whose name ends so; ``None`` where there is nobody."""
    found = [
        actor
        for actor in reading.actors
        if actor.kind is ActorKind.PERSON
        and any(fold(form).split()[-1:] == [fold(name)] for form in (actor.name, *actor.aliases))
    ]
    return {office.role for actor in found for office in actor.offices} if found else None
