"""Renderings: the statements that are one utterance, quoted at different lengths or translated twice."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from rapporteur.language.attribution.grammar import group
from rapporteur.record.memory import Memory
from rapporteur.record.model import Statement, entry_id
from rapporteur.reference.forms import fold
from rapporteur.when import When

_FEWEST_SHARED = 3
"""Content words that two renderings must share at the least."""

_SHARE = 0.6
"""The share of the shorter rendering's content words that the longer must hold."""

_LARGE_SHARE = 0.9
"""The same where they share no more than four, or stand in one article: few words, and one report's, prove less."""

_DAYS_APART = 3
"""How many days may lie between two reports of one utterance."""

_WORD = re.compile(r"\w+")


def group_renderings(statements: Sequence[Statement], memory: Memory | None = None) -> Mapping[str, str]:
    """Return the group of each statement that is one of several renderings of an utterance, by the statement's id.

    Renderings have one speaker, stand within a few days of each other, and share most of the shorter one's words.
    A group is named after the first of its statements by id, so the order of ``statements`` does not matter.
    """
    memory = memory or Memory()
    by_speaker: dict[str, list[Statement]] = defaultdict(list)
    for statement in sorted(statements, key=lambda s: s.id):
        if statement.speaker is not None:
            by_speaker[statement.speaker].append(statement)
    groups: dict[str, str] = {}
    for said in by_speaker.values():
        groups.update(memory.once("renderings", said, partial(_groups, said)))
    return groups


def _groups(said: Sequence[Statement]) -> Mapping[str, str]:
    """The groups among the statements of one speaker, which are in the order of their ids."""
    first = list(range(len(said)))
    for one, other in _pairs(said):
        low, high = sorted((_root(first, one), _root(first, other)))
        first[high] = low
    members: dict[int, list[str]] = defaultdict(list)
    for index, statement in enumerate(said):
        members[_root(first, index)].append(statement.id)
    several = (ids for ids in members.values() if len(ids) > 1)
    return {member: entry_id("utterance", ids[0]) for ids in several for member in ids}


def _root(first: list[int], index: int) -> int:
    while first[index] != index:
        first[index] = first[first[index]]
        index = first[index]
    return index


def _pairs(said: Sequence[Statement]) -> Iterator[tuple[int, int]]:
    """The pairs that are renderings of one utterance."""
    words = [_content_words(statement.text) for statement in said]
    holders: dict[str, list[int]] = defaultdict(list)
    for index, statement in enumerate(said):
        shared = Counter(other for word in words[index] for other in holders[word])
        for other, count in sorted(shared.items()):
            shorter = min(len(words[index]), len(words[other]))
            strict = statement.article == said[other].article or count <= _FEWEST_SHARED + 1
            if _is_enough(count, shorter, strict=strict) and _are_near(statement.when, said[other].when):
                yield other, index
        for word in words[index]:
            holders[word].append(index)


def _is_enough(shared: int, shorter: int, *, strict: bool) -> bool:
    return shared >= _FEWEST_SHARED and shared / shorter >= (_LARGE_SHARE if strict else _SHARE)


def _are_near(one: When, other: When) -> bool:
    """Whether at most a few days lie between the two; an open or unknown day is near to every other."""
    earlier, later = sorted((one, other), key=lambda w: str(w.earliest or ""))
    if earlier.latest is None or later.earliest is None:
        return True
    return (later.earliest - earlier.latest).days <= _DAYS_APART


def _content_words(text: str) -> frozenset[str]:
    """The words of ``text`` that carry meaning, folded, without the ending of a plural."""
    small = group("auxiliaries") | group("conjunctions") | group("determiners") | group("modals") | group("pronouns")
    small |= group("prepositions") | group("subordinators") | group("objects")
    words = (word for word in _WORD.findall(fold(text)) if len(word) > 1 and word not in small)
    return frozenset(word.removesuffix("s") if len(word) > 3 else word for word in words)


__all__ = ["group_renderings"]
