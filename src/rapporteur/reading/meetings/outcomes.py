"""What was talked of at a meeting, and what came of it, in the words of the sentences that tell of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapporteur.reading.meetings.cues import pattern
from rapporteur.reading.meetings.passages import Passage
from rapporteur.reading.meetings.subjects import clause_end

_LONGEST = 14  # words; a longer one is cut at the last comma or "and" before
_CUTS = frozenset({",", ";", "-", "--", "—", "according", "adding", "by", "saying"})


def topics(passages: Sequence[Passage]) -> tuple[str, ...]:
    """Return what the sentences say was discussed, each once, as the text has it."""
    return _told(passages, "topics")


def outcomes(passages: Sequence[Passage]) -> tuple[str, ...]:
    """Return what the sentences say was agreed or signed, each once, with the verb, as the text has it."""
    return _told(passages, "outcomes")


def _told(passages: Sequence[Passage], kind: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for passage in passages for text in _in(passage, kind)))


def _in(passage: Passage, kind: str) -> Iterator[str]:
    text = " ".join(passage.line.words)
    for cue in pattern(kind).finditer(text):
        first = text[: cue.start()].count(" ")
        behind = first + cue[0].count(" ") + 1
        end = _end(passage, behind)
        if end > behind and not passage.time_at(behind) and not passage.time_at(behind - 1):
            start = first if kind == "outcomes" else behind
            yield passage.line.span(start, end).of(passage.line.text)


def _end(passage: Passage, at: int) -> int:
    """Where what follows a cue ends."""
    stop = min(clause_end(passage, at), at + _LONGEST, len(passage))
    for place in range(at, stop):
        word = passage.word(place)
        cut = word in _CUTS or passage.time_at(place) or (word == "with" and place > at)
        if cut or passage.is_speech(place) or (word in (".", "?", "!") and place + 1 >= len(passage)):
            return place
    return stop


__all__ = ["outcomes", "topics"]
