"""How far a meeting has come, from the words around its trigger: held, planned, proposed, cancelled, or no meeting."""

from __future__ import annotations

import re
from enum import Enum

from rapporteur.language.attribution import grammar
from rapporteur.language.attribution.cues import Shape
from rapporteur.reading.claims import Status
from rapporteur.reading.meetings.cues import Trigger, forms, pattern, words
from rapporteur.reading.meetings.passages import Passage
from rapporteur.reading.meetings.phrases import Phrase
from rapporteur.reading.meetings.subjects import clause_end, clause_start

_REACH = 14  # words before a trigger in which a cue still governs it
_NEAR = 6  # words behind a phrase in which its verb stands
_REST = 22  # words behind a phrase in which it may still be said that nothing came of it
_TAKEN_UP = ("", "it ", "they ", "has ", "have ", "had ", "it has ", "they have ")
_COORDINATED = frozenset({"also", "and", "later", "or", "then"})
_PAST = frozenset({Shape.PAST, Shape.PARTICIPLE})
_DONE_VERB = re.compile(
    r"^(?:, )?(?:which |that )?(?:also |later |earlier )?(?:was|were|had|has|have|took|ran|broke|\w+ed)\b"
)


class Negated(Enum):
    """What is told is that there is, was or will be no meeting."""

    NEGATED = "negated"


Standing = Status | Negated | None


def verb_standing(passage: Passage, trigger: Trigger) -> Standing:
    """Return how far a meeting told by a verb has come; None where the words do not settle it."""
    before = _window(passage, trigger.first)
    if trigger.cue.shape is Shape.BASE and passage.word(trigger.first - 1) in _COORDINATED:
        before = _opening(passage, trigger.first)
    cued = _cued(before)
    if cued is not None:
        return cued
    shape = trigger.cue.shape
    if shape in _PAST or (shape is Shape.BASE and passage.word(trigger.first - 1) == "did"):
        return Status.HELD
    if shape is Shape.GERUND:
        return _gerund(passage, trigger)
    infinitive = passage.word(trigger.first - 1) == "to"
    return _purpose(before) if infinitive else Status.HELD


def noun_standing(passage: Passage, phrase: Phrase, verb: int | None) -> Standing:
    """Return how far a meeting told by a noun has come.

    Args:
        passage: the sentence.
        phrase: the noun with all that belongs to it.
        verb: where the verb stands of which the phrase is the object ("hold"), if there is one.
    """
    end = phrase.end if phrase.verb is None else phrase.verb
    behind = _verb_behind(passage, end)
    own = " ".join(reversed(phrase.modifiers))
    if _then_called_off(passage, end):
        return Status.CANCELLED
    if passage.word(phrase.start - 1) in words("done") and verb is None:
        return _own(own) or Status.HELD
    at = passage.word(phrase.start - 1) in ("at", "during", "in", "on")
    window = _modals(_window(passage, phrase.start)) if at else _cued(_window(passage, phrase.start))
    for found in (_behind(behind), _own(own), window):
        if found is not None:
            return found
    if verb is not None:
        return _of_verb(passage, verb, phrase)
    if passage.word(phrase.start - 1) == "for":
        return _purpose(_window(passage, phrase.start))
    return Status.HELD if _DONE_VERB.match(behind) else None


def _verb_behind(passage: Passage, at: int) -> str:
    """The words behind a phrase in which its own verb stands: up to the next "and" or comma."""
    stop = min(at + _NEAR, clause_end(passage, at))
    end = next((place for place in range(at + 1, stop) if passage.word(place) in ("and", "but", ",")), stop)
    return passage.text(at, end) if passage.word(at) not in ("and", "but") else ""


def _then_called_off(passage: Passage, at: int) -> bool:
    """Whether the sentence goes on to say that the talks were not held: "was to begin on Sunday but was postponed"."""
    rest = passage.text(at, at + _REST)
    return any(
        f"but {opening}{cue[0]}" in rest
        for cue in pattern("cancelled", "behind").finditer(rest)
        for opening in _TAKEN_UP
    )


def _window(passage: Passage, at: int) -> str:
    """The words before a trigger that can govern it: back to the start of its clause, without who is named there."""
    first = max(clause_start(passage, at), at - _REACH)
    kept = [passage.word(i) for i in range(first, at) if passage.line.held[i] < 0 and not passage.time_at(i)]
    opener = passage.word(first - 1)
    if _is_reported(passage, first):  # "said that they would meet": they will
        kept = ["will" if word == "would" else word for word in kept]
    return " ".join([opener, *kept] if opener in ("before", "after", "if") else kept)


def _is_reported(passage: Passage, at: int) -> bool:
    """Whether a clause that begins at ``at`` tells what somebody said."""
    before = at - 1 - (passage.word(at - 1) == "that")
    return before >= 0 and passage.is_speech(before)


def _opening(passage: Passage, at: int) -> str:
    """The words that open a clause, for its second verb: "is to see X, who rules Y, and meet Z"."""
    start = clause_start(passage, at)
    return passage.text(start, min(start + _REACH, at))


def _cued(text: str) -> Standing:
    """What a cue in the words before a trigger says; the last cue that is no "not" decides."""
    if pattern("moved").search(text):
        return Status.PLANNED
    if pattern("proposed", "despite").search(text):
        return Status.PROPOSED
    if pattern("negated", "before").search(text):
        return Negated.NEGATED
    return _last(text, "before", (Status.CANCELLED, Status.PLANNED, Status.PROPOSED, Status.ONGOING))


def _own(text: str) -> Standing:
    """What an adjective of the noun says: "a planned meeting"."""
    return _last(text, "own", (Status.CANCELLED, Status.PLANNED, Status.PROPOSED, Status.ONGOING))


def _modals(text: str) -> Standing:
    """What the verb of a clause says in which something is done at the meeting."""
    return next(
        (status for status in (Status.PLANNED, Status.PROPOSED) if pattern(status.value, "modal").search(text)), None
    )


def _behind(text: str) -> Standing:
    """What the verb behind a noun says."""
    if pattern("negated", "behind").search(text):
        return Negated.NEGATED
    if pattern("moved").search(text):
        return Status.PLANNED
    return _last(text, "behind", (Status.CANCELLED, Status.PLANNED, Status.PROPOSED, Status.ONGOING))


def _last(text: str, side: str, statuses: tuple[Status, ...]) -> Standing:
    ends = {
        status: max((match.end() for match in pattern(status.value, side).finditer(text)), default=-1)
        for status in statuses
    }
    best = max(statuses, key=lambda status: ends[status])
    return best if ends[best] >= 0 else None


def _gerund(passage: Passage, trigger: Trigger) -> Standing:
    before = passage.word(trigger.first - 1)
    return Status.PLANNED if before == "before" else Status.HELD


def _of_verb(passage: Passage, verb: int, phrase: Phrase) -> Standing:
    """What the verb says of which the phrase is the object: "held talks", "opened talks"."""
    shape = next((shape for text, shape in forms("hold").items() if _stands(passage, text, verb, phrase.start)), None)
    if shape in _PAST:
        return Status.HELD
    if shape is Shape.GERUND and passage.word(verb - 1) in grammar.group("auxiliaries"):
        return Status.ONGOING
    if shape is Shape.BASE and passage.word(verb - 1) in _COORDINATED:
        return _cued(_opening(passage, verb))
    if shape is Shape.BASE and passage.word(verb - 1) == "to":
        return _purpose(_window(passage, verb))
    return Status.HELD


def _stands(passage: Passage, text: str, verb: int, end: int) -> bool:
    return passage.text(verb, verb + len(text.split())) == text and verb < end


def _purpose(text: str) -> Standing:
    """What somebody travels for: still ahead after "left for", done after "visited"."""
    return Status.PLANNED if pattern("under_way").search(text) else None


__all__ = ["Negated", "Standing", "noun_standing", "verb_standing"]
