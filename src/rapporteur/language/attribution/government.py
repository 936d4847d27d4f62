"""Government: what a word that tells of speech, thought or will lets hang on it, by its lemma."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from types import MappingProxyType

from rapporteur.language.attribution.cues import Takes
from rapporteur.reference import load

Frames = frozenset[tuple[str, str]]
"""Kinds of complement, each with the preposition that leads to it, or none: ("object", ""), ("object", "for")."""

_PARTICLES = frozenset({"along", "away", "back", "down", "in", "it", "off", "on", "out", "over", "through", "up"})


@cache
def verbs() -> Mapping[str, Frames]:
    """Return what verbs take by their lemma, particles included ("point out"); prepositions stand in the frames."""
    found: dict[str, set[tuple[str, str]]] = {}
    for words, kind in (*_cue_verbs(), *_listed("verbs")):
        lemma, preposition = _parted(words)
        found.setdefault(lemma, set()).add((kind, preposition))
    return MappingProxyType({lemma: frozenset(frames) for lemma, frames in found.items()})


@cache
def adjectives() -> Mapping[str, Frames]:
    """Return what adjectives take by their lemma."""
    found: dict[str, set[tuple[str, str]]] = {}
    for words, kind in _listed("adjectives"):
        lemma, preposition = _parted(words)
        found.setdefault(lemma, set()).add((kind, preposition))
    return MappingProxyType({lemma: frozenset(frames) for lemma, frames in found.items()})


@cache
def nouns() -> frozenset[str]:
    """Return the nouns, in the singular, that name what somebody says, thinks or wants."""
    return frozenset((*chain.from_iterable(load("cue_verbs")["nouns"].values()), *load("attitudes")["nouns"]))


def _cue_verbs() -> Iterator[tuple[str, str]]:
    for entry in load("cue_verbs")["verbs"]:
        for spelling in (entry["verb"], *entry.get("also", ())):
            yield from ((spelling, kind) for kind in entry["takes"])


def _listed(part: str) -> Iterator[tuple[str, str]]:
    """The words of one part of ``attitudes.yaml``; those of a preposition as its phrase verbs."""
    kinds = set(Takes)
    for heading, words in load("attitudes")[part].items():
        for word in words:
            yield (word, heading) if heading in kinds else (f"{word} {heading}", Takes.OBJECT)


def _parted(words: str) -> tuple[str, str]:
    """The verb with its particle, and the preposition behind it: "lash out at" is "lash out" and "at"."""
    head, *rest = words.split()
    if rest and rest[0] in _PARTICLES and (len(rest) > 1 or rest[0] not in {"in", "on"}):
        return f"{head} {rest[0]}", " ".join(rest[1:])
    return head, " ".join(rest)


__all__ = ["Frames", "adjectives", "nouns", "verbs"]
