"""How high a meeting is and of how many: from the offices of its people and the number of its parties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from rapporteur.reading.claims import LocalActor, OfficeSeen, Tenure
from rapporteur.reference import load, offices
from rapporteur.reference.forms import fold

RANKS = (
    "head_of_state",
    "head_of_government",
    "foreign_minister",
    "defence_minister",
    "intelligence_chief",
    "minister",
    "deputy_minister",
    "envoy",
    "delegation",
)
MIXED = "mixed"
LEADER = "leader"
"""The level of "leaders" until it is known of which state: see ``leader_level``."""

_FORMATS = {2: "bilateral", 3: "trilateral", 4: "quadrilateral"}
_OF_MANY = "multilateral"
FORMATS = (*_FORMATS.values(), _OF_MANY)
_ABSENT = frozenset({Tenure.FORMER, Tenure.DESIGNATE})
_SILENT = frozenset({"spokesperson", "reporter", "expert"})


def shared_level(sides: Iterable[Sequence[str | None]]) -> str | None:
    """Return the highest level that all sides share, or ``mixed`` where one side's differs.

    Args:
        sides: for each side whose people are known, the level of each of its people; None for an office that sets none.

    Where the office of nobody on some side sets a level, the meeting is mixed if another side's is above ministers'
    level, and of no stated level otherwise.
    """
    known = [{level for level in side if level} for side in sides if side]
    if len(known) < 2 or not any(known):
        return None
    if not all(known):
        return MIXED if any(level in RANKS[:6] for side in known for level in side) else None
    shared = set.intersection(*known)
    return min(shared, key=RANKS.index) if shared else MIXED


def format_of(parties: int) -> str | None:
    """Return the format that a number of parties makes, or None for fewer than two."""
    return _FORMATS.get(parties, _OF_MANY if parties > 4 else None)


def size_of(form: str) -> int | None:
    """Return the number of parties of a format, or None for many."""
    return next((number for number, name in _FORMATS.items() if name == form), None)


def office(actor: LocalActor) -> OfficeSeen | None:
    """Return the highest office that the article shows the actor to hold; None where it shows none."""
    held = [seen for seen in actor.offices if seen.tenure not in _ABSENT]
    return min(held, key=lambda seen: _rank(offices.level_of(seen.role)), default=None)


def attends(actor: LocalActor) -> bool:
    """Return whether the actor may sit at a meeting: one seen only to speak of it does not."""
    held = office(actor)
    return held is None or held.role not in _SILENT


def level_of(actor: LocalActor, state: str | None) -> str | None:
    """Return the level that the actor's office makes in the state of that key."""
    held = office(actor)
    return offices.level_of(held.role, state) if held else None


def leader_level(state: str | None) -> str:
    """Return the level of whoever leads the state of that key."""
    return "head_of_government" if state in load("meetings")["led_by_government"] else "head_of_state"


@cache
def group_nouns() -> Mapping[tuple[str, ...], str]:
    """Return the words that name several office-holders, or a level, with that level."""
    found = {
        tuple(noun.split()): level for noun, role in offices.plurals().items() if (level := offices.level_of(role))
    }
    for level, nouns in load("meetings")["levels"].items():
        found.update((tuple(noun.split()), level) for noun in nouns)
    found.update((tuple(noun.split()), LEADER) for noun in load("meetings")["leaders"])
    return found


@cache
def title_words() -> Mapping[tuple[str, ...], str]:
    """Return the singular titles, in folded words, with the role of each."""
    return {tuple(fold(title).split()): role for title, role in offices.titles().items()}


def longest(table: Mapping[tuple[str, ...], str], words: Sequence[str], at: int) -> tuple[str, int] | None:
    """Return what ``table`` holds for the longest run of ``words`` from ``at``, and where it ends."""
    for end in range(min(len(words), at + 6), at, -1):
        if found := table.get(tuple(words[at:end])):
            return found, end
    return None


def highest(*levels: str | None) -> str | None:
    """Return the highest of some levels, None for none."""
    return min((level for level in levels if level), key=_rank, default=None)


def _rank(level: str | None) -> int:
    return RANKS.index(level) if level in RANKS else len(RANKS)
