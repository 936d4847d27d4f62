"""Nouns for people without a name: where their phrase begins, and whether they mean anybody in particular."""

from __future__ import annotations

from rapporteur.language.attribution import grammar
from rapporteur.reading.claims import Form
from rapporteur.reading.meetings.cues import words
from rapporteur.reading.meetings.passages import Passage
from rapporteur.spans import Span

_FINITE = frozenset({"MD", "VB", "VBD", "VBP", "VBZ"})  # tags


def noun_phrase(passage: Passage, at: int, end: int) -> Span | None:
    """Return the words from the beginning of the noun phrase of the word at ``at`` to ``end``.

    None where a name stands in it or it stands beside one ("X, the prime minister"), or the words only qualify another
    noun: "a rebel coalition".
    """
    if end < len(passage) and passage.line.held[end] < 0 and passage.line.syntax.tag(end) in ("NN", "NNS"):
        return None
    first = at
    while first > 0 and passage.line.held[first - 1] < 0 and _goes_on(passage, first - 1):
        first -= 1
    before = passage.line.who_ending(first)
    if before is not None and before.form is not Form.PRONOUN:
        return None
    first -= before is not None or passage.word(first - 1) in grammar.group("determiners")
    beside = passage.line.who_ending(first - 1) if passage.word(first - 1) == "," else None
    return None if beside is not None and passage.people(beside) else passage.line.span(first, end)


def _goes_on(passage: Passage, at: int) -> bool:
    """Whether the word at ``at`` can stand before a noun in its phrase."""
    owner = passage.word(at) in ("'s", "'")
    return owner or (not _opens_phrase(passage, at) and passage.line.syntax.tag(at) not in _FINITE)


def is_vague(passage: Passage, at: int) -> bool:
    """Return whether a group noun means just some of its kind: "other Ruritanian leaders"."""
    before = at - 1
    while before > 0 and passage.line.held[before] >= 0:
        before -= 1
    return passage.word(before) in words("vague")


def is_regional(passage: Passage, at: int) -> bool:
    """Return whether a group noun means those of a region: "Nordic trade ministers", not "the Nordic ones"."""
    before = at - 1
    while before >= 0 and passage.line.held[before] < 0 and not _opens_phrase(passage, before):
        if passage.word(before) in words("regional"):
            return not points_back(passage, before)
        before -= 1
    return False


def _opens_phrase(passage: Passage, at: int) -> bool:
    word = passage.word(at)
    small = ("determiners", "prepositions", "adverbs")
    return not word[0].isalpha() or passage.is_verb(at) or any(word in grammar.group(name) for name in small)


def is_local(passage: Passage, at: int) -> bool:
    """Return whether leaders lead no state: "religious leaders", "tribal leaders"."""
    before = passage.word(at - 1)
    plain = before.isalpha() and not passage.line.is_capital(at - 1) and passage.line.held[at - 1] < 0
    small = ("determiners", "prepositions", "conjunctions", "adverbs")
    return plain and not any(before in grammar.group(name) for name in small)


def points_back(passage: Passage, at: int) -> bool:
    """Return whether a group noun means people told of before: "the two ministers", not "Arab ministers"."""
    words_before = passage.line.words[max(0, at - 3) : at]
    return any(word in ("the", "both", "these", "those", "their", "two", "three", "four", "'") for word in words_before)


__all__ = ["is_local", "is_regional", "is_vague", "noun_phrase", "points_back"]
