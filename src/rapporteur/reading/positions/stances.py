"""The cues of a stance as a table, and where they stand in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Any

from rapporteur.language.attribution.cues import Shape
from rapporteur.reading.claims import Stance
from rapporteur.reading.clauses.inflection import noun_forms, spellings, verb_forms
from rapporteur.reading.clauses.lines import Line
from rapporteur.reference import load


class CueKind(Enum):
    """What part of speech a cue is, and so where the party and the issue stand."""

    VERB = 1
    NOUN = 2
    PREDICATE = 3
    ATTITUDE = 4
    MODAL = 5
    DEPENDS = 6
    PREREQUISITE = 7
    PROVISO = 8


@dataclass(frozen=True, slots=True)
class StanceCue:
    """One form of a cue.

    ``links`` are what may follow: kinds of complement for verbs, words for the others.  ``modal`` must stand before it,
    ``unless`` none of these words behind it.  ``weak`` verbs count only as the verb of a clause, ``own`` ones only in
    the party's own words; the object of a ``thing`` verb must be no actor; the clause of a
    ``mandative`` one must tell what shall be.
    """

    kind: CueKind
    words: tuple[str, ...]
    lemma: str
    stance: Stance | None = None
    negated: Stance | None = None
    links: frozenset[str] = frozenset()
    shape: Shape = Shape.BASE
    noun: bool = False
    weak: bool = False
    modal: str | None = None
    unless: frozenset[str] = frozenset()
    own: bool = False
    thing: bool = False
    mandative: bool = False

    def under(self, *, negated: bool) -> Stance | None:
        """The stance that the cue shows, negated or not."""
        return self.negated if negated else self.stance


@dataclass(frozen=True, slots=True)
class Match:
    """A cue at words ``first`` to ``end`` (exclusive) of a line."""

    cue: StanceCue
    first: int
    end: int


def matches(line: Line) -> Iterator[Match]:
    """Yield the cues in ``line``, from left to right; of several that begin at one word, the longest of each kind."""
    table = _table()
    for at, word in enumerate(line.words):
        kinds: set[CueKind] = set()
        for cue in table.get(word, ()):
            end = at + len(cue.words)
            if cue.kind in kinds or line.words[at:end] != cue.words or _in_name(line, at, end):
                continue
            if not _is_of_kind(line, cue, at):
                continue
            kinds.add(cue.kind)
            yield Match(cue, at, end)


@cache
def word_group(name: str) -> frozenset[str]:
    """Return the forms of one of the plain lists of ``stances.yaml`` (``bearing``, ``judging``)."""
    return frozenset(form for verb in load("stances")[name] for form, _ in verb_forms(verb))


def _is_of_kind(line: Line, cue: StanceCue, at: int) -> bool:
    """Whether the word at ``at`` is the part of speech that the cue is, as far as the parser knows."""
    if cue.kind is CueKind.VERB:
        return line.syntax.may_be_verb(at)
    if cue.kind is CueKind.PREDICATE and len(cue.words) == 1:
        return not line.syntax.is_attribute(at)
    return cue.kind is not CueKind.NOUN or line.syntax.may_be_noun(at)


def _in_name(line: Line, first: int, end: int) -> bool:
    """Whether the words are part of somebody's name or title."""
    return any(line.held[at] >= 0 for at in range(first, end))


@cache
def _table() -> Mapping[str, tuple[StanceCue, ...]]:
    found: dict[str, list[StanceCue]] = {}
    for cue in _cues(load("stances")):
        found.setdefault(cue.words[0], []).append(cue)
    return MappingProxyType({word: tuple(sorted(cues, key=lambda c: -len(c.words))) for word, cues in found.items()})


def _cues(table: Mapping[str, Any]) -> Iterator[StanceCue]:
    for entry in table["verbs"]:
        yield from _verb_cues(entry)
    for entry in table["nouns"]:
        for form in noun_forms(entry["noun"]):
            yield _cue(CueKind.NOUN, form, entry)
    for kind, group, key in (
        (CueKind.PREDICATE, "predicates", "predicate"),
        (CueKind.ATTITUDE, "attitudes", "attitude"),
        (CueKind.MODAL, "modals", "modal"),
    ):
        for entry in table[group]:
            for form in spellings(entry[key]):
                yield _cue(kind, form, entry)
    for kind, group in (
        (CueKind.DEPENDS, "depends"),
        (CueKind.PREREQUISITE, "prerequisites"),
        (CueKind.PROVISO, "provisos"),
    ):
        for form in table[group]:
            yield StanceCue(kind, tuple(form.split()), form, Stance.PRECONDITION)


def _verb_cues(entry: Mapping[str, Any]) -> Iterator[StanceCue]:
    head, _, rest = entry["verb"].partition(" ")
    for form, shape in verb_forms(head):
        for tail in spellings(rest):
            yield _cue(CueKind.VERB, f"{form} {tail}".strip(), entry, lemma=entry["verb"], shape=shape)


def _cue(
    kind: CueKind, form: str, entry: Mapping[str, Any], *, lemma: str = "", shape: Shape = Shape.BASE
) -> StanceCue:
    return StanceCue(
        kind=kind,
        words=tuple(form.split()),
        lemma=lemma or form,
        stance=_stance(entry["stance"]),
        negated=_stance(entry.get("negated", "none")),
        links=frozenset(entry.get("takes", entry.get("links", ()))),
        shape=shape,
        noun=entry.get("noun", False),
        weak=entry.get("weak", False),
        modal=entry.get("modal"),
        unless=frozenset(entry.get("unless", ())),
        own=entry.get("own", False),
        thing=entry.get("thing", False),
        mandative=entry.get("mandative", False),
    )


def _stance(name: str) -> Stance | None:
    return None if name == "none" else Stance(name)


__all__ = ["CueKind", "Match", "StanceCue", "matches", "word_group"]
