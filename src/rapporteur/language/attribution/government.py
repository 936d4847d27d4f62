"""Government: what a word that tells of speech, thought or will lets hang on it, by its lemma."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from types import MappingProxyType

from rapporteur.language.attribution import cues
from rapporteur.language.attribution.cues import Takes
from rapporteur.reference import load

Frames = frozenset[tuple[str, str]]
"""Kinds of complement, each with the preposition that leads to it, or none: ("object", ""), ("object", "for")."""

_PARTICLES = frozenset({"along", "away", "back", "down", "in", "it", "off", "on", "out", "over", "through", "up"})


@cache
def verbs() -> Mapping[str, Frames]:
    """Return what verbs take by their infinitive, particles included ("point out"); prepositions are in the frames."""
    found: dict[str, set[tuple[str, str]]] = {}
    for words, kind in (*_cue_verbs(), *_listed("verbs")):
        infinitive, preposition = _parted(words)
        found.setdefault(infinitive, set()).add((kind, preposition))
    return MappingProxyType({infinitive: frozenset(frames) for infinitive, frames in found.items()})


def infinitive(form: str, lemma: str) -> str:
    """Return the infinitive of a verb: of a known one by its form, else ``lemma``, which may be the tagger's guess."""
    return _infinitives().get(form, lemma)


@cache
def _infinitives() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for verb in verbs():
        found |= {form: verb for form, _ in cues.inflected(verb, {}) if " " not in verb}
    for entry in load("cue_verbs")["verbs"]:
        head = entry["verb"].split()[0]
        found |= {form: head for form, _ in cues.inflected(head, entry)}
    return found


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
        for word in (spelling for one in words for spelling in _spellings(one)):
            yield (word, heading) if heading in kinds else (f"{word} {heading}", Takes.OBJECT)


def _spellings(word: str) -> set[str]:
    """The British and the American spelling of a verb: "honour" and "honor", "minimise" and "minimize"."""
    return {word, re.sub(r"ise\b", "ize", word), re.sub(r"our\b", "or", word)}


def _parted(words: str) -> tuple[str, str]:
    """The verb with its particle, and the preposition behind it: "lash out at" is "lash out" and "at"."""
    head, *rest = words.split()
    if rest and rest[0] in _PARTICLES and (len(rest) > 1 or rest[0] not in {"in", "on"}):
        return f"{head} {rest[0]}", " ".join(rest[1:])
    return head, " ".join(rest)


__all__ = ["Frames", "adjectives", "infinitive", "nouns", "verbs"]
