"""Who does what a verb or a phrase tells: the list of people and parties that opens its clause."""

from __future__ import annotations

from rapporteur.language.attribution import grammar
from rapporteur.reading.meetings.attendance import read_group
from rapporteur.reading.meetings.groups import NOBODY, Group
from rapporteur.reading.meetings.passages import Passage

_HARD = frozenset({";", ":", "—", "--", "-", "?", "!"})
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_CLAUSE = frozenset({
    "although", "as", "because", "but", "if", "since", "that", "though", "unless", "until", "when", "where", "which",
    "while", "who", "whether", "after", "before", "once", "whom",
})  # fmt: skip
_COORDINATORS = frozenset({"and", "but", ","})
_DEPTH = 3


def clause_start(passage: Passage, at: int) -> int:
    """Return the first word of the clause whose verb group or phrase begins at ``at``."""
    for place in range(at - 1, -1, -1):
        if _divides(passage, place, at):
            return place + 1
    return 0


def clause_end(passage: Passage, at: int) -> int:
    """Return where the clause around ``at`` ends (exclusive)."""
    for place in range(at, len(passage)):
        word = passage.word(place)
        if word in _HARD or (word in _CLAUSE and passage.line.held[place] < 0):
            return place
        if word in ("and", ",") and passage.opens_clause(place):
            return place
    return len(passage)


def subject(passage: Passage, at: int, *, depth: int = 0) -> Group:
    """Return who is the subject of the clause in which a verb group or phrase begins at ``at``.

    Where the clause has none of its own it is that of the clause around it: "X said after meeting Y".
    """
    start = clause_start(passage, at)
    group = read_group(passage, _behind_opening(passage, start, at), at)
    if group or group.level or group.bystanders or group.unnamed or depth > _DEPTH:
        return group
    opener = passage.word(start - 1) if start else ""
    if opener in _RELATIVES and (group := _antecedent(passage, start - 1)):
        return group
    if start <= 1:
        return _main_subject(passage, at)
    return subject(passage, start - 1, depth=depth + 1)


def _divides(passage: Passage, place: int, at: int) -> bool:
    """Whether the word at ``place`` parts the clause that goes on at ``at`` from what is before it."""
    word = passage.word(place)
    if word in _HARD or (word == "–" and not passage.line.who_ending(place)):
        return True
    if word in _CLAUSE and passage.line.held[place] < 0:
        return not _is_insertion(passage, place, at)
    if passage.turns_quoted(place, at):
        return True
    if word in _COORDINATORS and place < at - 1:
        return passage.opens_clause(place, at) and _has_verb(passage, place)
    return passage.is_speech(place) and passage.opens_clause(place, at)


def _has_verb(passage: Passage, place: int) -> bool:
    """Whether a verb stands before ``place`` in its clause."""
    for at in range(place - 1, -1, -1):
        word = passage.word(at)
        if word in _HARD or (word in _CLAUSE and passage.line.held[at] < 0):
            return False
        if passage.is_verb(at):
            return True
    return False


def _is_insertion(passage: Passage, place: int, at: int) -> bool:
    """Whether the clause that begins at ``place`` is closed by a comma before ``at``: "X, who rules Y, met Z"."""
    opened = place == 0 or passage.word(place - 1) == ","
    before = at - 1
    while before > place and passage.word(before) in ("and", "then", "also", "later"):
        before -= 1
    return opened and passage.word(before) == "," and before > place and place > 0


def _behind_opening(passage: Passage, start: int, at: int) -> int:
    """Where the subject begins: behind "After the ceremony," and "Speaking in Streslau,"."""
    while (time := passage.time_at(start)) and time.end < at:
        start = time.end
    word = passage.word(start)
    if passage.line.held[start] >= 0:
        return start
    opens = (
        word in grammar.group("prepositions")
        or word in grammar.group("fronting")
        or (word.endswith("ing") and not passage.place_at(start))
    )
    if not (opens or word in ("prior", "ahead")) or passage.time_at(start + 1):
        return start
    comma = next((i for i in range(start, at) if passage.word(i) == ","), None)
    if comma is not None:
        return comma + 1
    who = passage.line.who_ending(at)
    return who.first if who else start


def _antecedent(passage: Passage, at: int) -> Group:
    who = passage.line.who_ending(at - 1 if passage.word(at - 1) == "," else at)
    return read_group(passage, who.first, who.end) if who else NOBODY


def _main_subject(passage: Passage, at: int) -> Group:
    """The subject of the main clause behind an opening phrase: "After talks with X, Y said"."""
    for place in range(at, len(passage) - 1):
        group = read_group(passage, place + 1) if passage.word(place) == "," else NOBODY
        if group and passage.is_verb(group.end):
            return group
    return NOBODY


__all__ = ["clause_end", "clause_start", "subject"]
