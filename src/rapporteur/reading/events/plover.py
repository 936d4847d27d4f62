"""PLOVER's types and the words that tell them, as a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from rapporteur.language.attribution.cues import Shape
from rapporteur.reading.clauses.inflection import noun_forms, spellings, verb_forms
from rapporteur.reference import load


@dataclass(frozen=True, slots=True)
class EventType:
    """A PLOVER type.

    ``future``, ``refused`` and ``of_peacekeepers`` are the types of the same act when it is announced, refused, or
    done with peacekeepers; ``of_conflict`` is that of asking for conflict with somebody.  What is ``spoken`` is done by
    saying it.
    """

    name: str
    quad: str
    future: str | None = None
    refused: str | None = None
    of_peacekeepers: str | None = None
    of_conflict: str | None = None
    spoken: bool = False

    @property
    def is_conflict(self) -> bool:
        """Whether the act is one of conflict, in words or deeds."""
        return self.quad in ("3", "4")


@dataclass(frozen=True, slots=True)
class Trigger:
    """One form of a word or phrase that tells an event.

    ``words`` stand first; where there are ``objects``, one of these phrases must follow, after up to ``reach`` words.
    ``shape`` is None for nouns.
    """

    type: EventType
    mode: str | None
    words: tuple[str, ...]
    shape: Shape | None
    objects: tuple[tuple[str, ...], ...] = ()
    reach: int = 0
    weak: bool = False
    adjectival: bool = False

    @property
    def rank(self) -> tuple[int, int]:
        """How much the trigger demands: the more, the surer."""
        return (len(self.objects) > 0, len(self.words))


@cache
def event_types() -> Mapping[str, EventType]:
    """Return PLOVER's types by name."""
    return MappingProxyType(
        {
            entry["type"]: EventType(
                entry["type"],
                str(entry["quad"]),
                entry.get("future"),
                entry.get("refused"),
                entry.get("of_peacekeepers"),
                entry.get("of_conflict"),
                bool(entry.get("spoken")),
            )
            for entry in load("plover")["types"]
        }
    )


@cache
def triggers() -> Mapping[str, tuple[Trigger, ...]]:
    """Return the triggers by their first word, those that demand most first."""
    found: dict[str, list[Trigger]] = {}
    for entry in load("plover")["triggers"]:
        for trigger in _of_entry(entry):
            found.setdefault(trigger.words[0], []).append(trigger)
    return MappingProxyType({w: tuple(sorted(t, key=lambda x: x.rank, reverse=True)) for w, t in found.items()})


@cache
def nouns() -> frozenset[str]:
    """Return the words that are nouns of the table: of their forms, only a clear subject makes verbs."""
    return frozenset(
        t.words[0] for listed in triggers().values() for t in listed if t.shape is None and len(t.words) == 1
    )


@cache
def plover_words(name: str) -> frozenset[str]:
    """Return one of the plain word lists of ``plover.yaml``."""
    return frozenset(load("plover")[name])


@dataclass(frozen=True, slots=True)
class ObjectRule:
    """Words that tell ``type`` where their object is one of ``objects``."""

    type: str
    words: frozenset[str]
    objects: frozenset[str]


@cache
def object_rules() -> tuple[ObjectRule, ...]:
    """Return the rules for words whose object decides what they tell."""
    rules = load("plover")["by_object"]
    return tuple(ObjectRule(r["type"], frozenset(r["words"]), frozenset(r["objects"])) for r in rules)


@cache
def doing() -> Mapping[str, Shape]:
    """Return the forms of the verbs that only carry a noun ("launched an attack")."""
    return MappingProxyType({form: shape for verb in load("plover")["doing"] for form, shape in verb_forms(verb)})


@cache
def contexts() -> Mapping[str, tuple[str, ...]]:
    """Return the contexts that a word shows, by the word."""
    found: dict[str, list[str]] = {}
    for context, words in load("plover")["contexts"].items():
        for word in words:
            found.setdefault(word, []).append(context)
    return MappingProxyType({word: tuple(listed) for word, listed in found.items()})


def cameo_code(kind: str, mode: str | None) -> str:
    """Return the CAMEO code nearest to a type and mode."""
    codes: Mapping[str, str] = load("plover")["cameo"]
    return codes.get(f"{kind}-{mode}") or codes[kind]


def _of_entry(entry: Mapping[str, Any]) -> Iterator[Trigger]:
    kind, mode = event_types()[entry["type"]], entry.get("mode")
    for name in ("verbs", "weak"):
        for pattern in entry.get(name, ()):
            yield from _of_verb(kind, mode, pattern, weak=name == "weak")
    for phrase in entry.get("phrases", ()):
        yield Trigger(kind, mode, tuple(phrase.split()), Shape.PARTICIPLE, adjectival=True)
    for noun in entry.get("nouns", ()):
        for form in noun_forms(noun) if " to" not in noun else spellings(noun):
            yield Trigger(kind, mode, tuple(form.split()), None)


def _of_verb(kind: EventType, mode: str | None, pattern: str, *, weak: bool) -> Iterator[Trigger]:
    """The forms of "cut|suspend ~ aid|trade": ``~`` lets words pass, ``|`` divides what may stand at its place."""
    stem, gap, rest = pattern.partition(" ~ ")
    if not gap and "|" in stem:
        place = stem.rfind(" ", 0, stem.index("|"))
        stem, rest = stem[:place], stem[place + 1 :]
    objects = tuple(tuple(one.split()) for option in rest.split("|") if option for one in spellings(option))
    head, *particles = stem.split()
    for form, shape in verb_forms(head):
        yield Trigger(kind, mode, (form, *particles), shape, objects, 5 if gap else 0, weak)


__all__ = [
    "EventType",
    "ObjectRule",
    "Trigger",
    "cameo_code",
    "contexts",
    "doing",
    "event_types",
    "nouns",
    "object_rules",
    "plover_words",
    "triggers",
]
