"""The words of ``meetings.yaml`` in every form they take, ready to be looked for in a line of words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any

from rapporteur.language.attribution.cues import Shape
from rapporteur.reading.clauses.inflection import noun_forms, verb_forms
from rapporteur.reading.clauses.lines import Line
from rapporteur.reference import load


class Kind(StrEnum):
    """What a trigger tells of."""

    OCCASION = "occasion"
    TALKS = "talks"
    REMOTE = "remote"
    APPEARANCE = "appearance"
    VISIT = "visit"
    MEET = "meet"
    TELEPHONE = "telephone"
    RECEIVE = "receive"
    CALL_ON = "call_on"
    ALONGSIDE = "alongside"
    TRAVEL = "travel"


@dataclass(frozen=True, slots=True)
class Cue:
    """One way in which a trigger is written.

    ``name`` is the noun or the infinitive; ``shape`` is given for verbs, ``plural`` for nouns; ``weak`` cues need the
    people of two sides; ``takes`` are the ways in which a verb of meeting is joined to whom one meets.
    """

    kind: Kind
    name: str
    shape: Shape | None = None
    plural: bool = False
    weak: bool = False
    takes: frozenset[str] = frozenset()

    @property
    def several(self) -> bool:
        """Whether it is the plural of a noun for one occasion: "meetings"."""
        return self.plural and not self.name.endswith("s")

    @property
    def is_noun(self) -> bool:
        """Whether it is a noun."""
        return self.shape is None and self.kind is not Kind.ALONGSIDE


@dataclass(frozen=True, slots=True)
class Trigger:
    """A cue as it stands in a line, at words ``first`` to ``end`` (exclusive)."""

    cue: Cue
    first: int
    end: int


@cache
def table() -> Mapping[str, Any]:
    """Return ``meetings.yaml`` as it stands."""
    found: Mapping[str, Any] = load("meetings")
    return found


@cache
def words(name: str) -> frozenset[str]:
    """Return a list of single words or phrases."""
    return frozenset(table()[name])


@cache
def forms(name: str) -> Mapping[str, Shape]:
    """Return every form of the verbs of a list."""
    found: dict[str, Shape] = {}
    for entry in table()[name]:
        verb = entry["verb"] if isinstance(entry, dict) else entry
        for form, shape in _phrase_forms(verb):
            found.setdefault(form, shape)
    return MappingProxyType(found)


@cache
def pattern(*names: str) -> re.Pattern[str]:
    """Return the phrases of a list (of a list within another, for two names) as one pattern over words and spaces."""
    found: Any = table()
    for name in names:
        found = found[name]
    phrases = sorted(found, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<!\S)(?:{'|'.join(map(_glob, phrases))})(?!\S)")


def _glob(phrase: str) -> str:
    return " ".join(r"\S+" if word == "*" else re.escape(word).replace(r"\*", r"\S*") for word in phrase.split(" "))


def _phrase_forms(verb: str) -> tuple[tuple[str, Shape], ...]:
    """The forms of a verb with its particle: "take part in", "took part in"."""
    head, _, rest = verb.partition(" ")
    return tuple((f"{form} {rest}".strip(), shape) for form, shape in verb_forms(head))


@cache
def cues() -> Mapping[tuple[str, ...], tuple[Cue, ...]]:
    """Return every cue by its words."""
    found: dict[tuple[str, ...], list[Cue]] = {}
    for phrase, cue in (*_nouns(), *_verbs()):
        found.setdefault(tuple(phrase.split()), []).append(cue)
    return MappingProxyType({phrase: tuple(same) for phrase, same in found.items()})


def _nouns() -> list[tuple[str, Cue]]:
    lists = [
        (Kind.OCCASION, table()["occasions"], False),
        (Kind.OCCASION, table()["weak_occasions"], True),
        (Kind.APPEARANCE, table()["appearances"], True),
        (Kind.VISIT, table()["visits"], True),
        *((Kind.REMOTE, nouns, place == "phone call") for place, nouns in table()["remote"].items()),
    ]
    found = []
    for kind, nouns, weak in lists:
        for noun in nouns:
            singular, *plurals = noun_forms(noun)
            found.append((singular, Cue(kind, noun, weak=weak, plural=noun.endswith("talks"))))
            found += [(plural, Cue(kind, noun, weak=weak, plural=True)) for plural in plurals]
    return [*found, *((noun, Cue(Kind.TALKS, noun, plural=True)) for noun in table()["talks"])]


def _verbs() -> list[tuple[str, Cue]]:
    found = []
    for entry in table()["meet"]:
        weak = entry["verb"] != "meet"
        for form, shape in _phrase_forms(entry["verb"]):
            cue = Cue(Kind.MEET, entry["verb"], shape=shape, weak=weak, takes=frozenset(entry["takes"]))
            found.append((form, cue))
    for kind in (Kind.TELEPHONE, Kind.RECEIVE, Kind.CALL_ON, Kind.TRAVEL):
        for verb in table()[kind.value]:
            found += [(form, Cue(kind, verb, shape=shape, weak=True)) for form, shape in _phrase_forms(verb)]
    return found


@cache
def _longest() -> int:
    return max(map(len, cues()))


def triggers(line: Line) -> tuple[Trigger, ...]:
    """Return the triggers of a line in order, none overlapping another; the longest of those that begin together."""
    found: list[Trigger] = []
    at = 0
    while at < len(line):
        trigger = _trigger(line, at)
        if trigger:
            found.append(trigger)
        at = trigger.end if trigger else at + 1
    return tuple(found)


def _trigger(line: Line, at: int) -> Trigger | None:
    if beside := pattern("alongside").match(" ".join(line.words[at : at + 4])):
        return Trigger(Cue(Kind.ALONGSIDE, "alongside", weak=True), at, at + len(beside[0].split()))
    for length in range(min(_longest(), len(line) - at), 0, -1):
        for cue in cues().get(line.words[at : at + length], ()):
            trigger = Trigger(cue, at, at + length)
            if line.held[at] < 0 and _is_that(line, trigger):
                return trigger
    return None


def _is_that(line: Line, trigger: Trigger) -> bool:
    """Whether the words at a trigger are of its part of speech: "meeting" is a verb and a noun."""
    if trigger.cue.kind is Kind.TELEPHONE:
        return line.word(trigger.first - 1) not in ("a", "by", "on", "over", "the", "via")
    return trigger.cue.is_noun != is_gerund(line, trigger) if line.words[trigger.first] == "meeting" else True


def is_gerund(line: Line, trigger: Trigger) -> bool:
    """Whether "meeting" at ``trigger`` is the verb: "was meeting envoys", "after meeting with Rassendyll"."""
    if trigger.end - trigger.first > 1:
        return False
    before, after = line.word(trigger.first - 1), line.word(trigger.end)
    if before in _BE:
        return after in ("with", "in", "at", "on", "for", "privately") or line.who_from(trigger.end) is not None
    if before == "," and after in ("in", "at", "on"):
        return True  # "ministers, meeting in Streslau, agreed"
    opens = before in _BEFORE_GERUND or before == ","
    return opens and (line.who_from(trigger.end) is not None or after in ("with", "his", "her", "their", "the"))


_BE = frozenset({"am", "are", "be", "been", "is", "was", "were", "'re", "'s"})
_BEFORE_GERUND = frozenset(
    {"after", "and", "before", "by", "from", "of", "on", "since", "upon", "when", "while", "without"}
)


def has_word(line: Line, names: Sequence[str], first: int, end: int) -> bool:
    """Whether one of the lists ``names`` has a word or phrase in words ``first`` to ``end`` of a line."""
    return bool(pattern(*names).search(" ".join(line.words[max(0, first) : end])))


__all__ = ["Cue", "Kind", "Trigger", "cues", "forms", "has_word", "is_gerund", "pattern", "table", "triggers", "words"]
