"""The words of a sentence that tell an event: what the typer makes of them, weighed with the table of triggers."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from rapporteur.language.model.typer import Sign, typer
from rapporteur.language.parse import Parse
from rapporteur.language.trees import Tree
from rapporteur.reading.claims import Realis
from rapporteur.reading.clauses.lines import Line
from rapporteur.reading.events.plover import EventType, event_types, object_rules, plover_words
from rapporteur.reading.events.wordlist import Told, tell

LIKELY, LEAST = 0.3, 0.1
"""The chance from which a word is taken to tell an event, and from which the likeliest word of a sentence is.

In a sentence that names two parties the likeliest word is a candidate however small its chance, which the claim tells.
"""

# How much the table's word for it counts beside the typer's chance: a phrase with its object, a verb, a noun, a word
# that often means something else.  One factor for all four, chosen on the held-out corpus: F is flat there.
PHRASE, VERB, NOUN, WEAK = 0.35, 0.25, 0.25, 0.1
_RELATING = frozenset({"VERB", "NOUN"})
DEMANDED = 0.5
"""The chance that somebody who says what others must do demands it."""


@dataclass(frozen=True, slots=True)
class EventWord:
    """A word, numbered in its sentence, that tells an event; ``types`` holds the chance of each type.

    ``listed`` is the type for which the table of triggers lists it.
    """

    at: int
    types: Mapping[str, float]
    modes: Mapping[str, str | None]
    realis: Realis
    listed: str | None = None

    @property
    def type(self) -> EventType:
        """The likeliest type."""
        return event_types()[max(self.types, key=lambda name: (self.types[name], name))]

    @property
    def mode(self) -> str | None:
        """The likeliest mode of that type."""
        return self.modes.get(self.type.name)

    @property
    def chance(self) -> float:
        """The chance that there is an event."""
        return min(1.0, sum(self.types.values()))


@dataclass(frozen=True, slots=True)
class EventWords:
    """The words of a sentence that likely tell an event, from left to right, and the others, the likeliest first.

    Others are told apart only where the sentence names two parties.
    """

    likely: tuple[EventWord, ...]
    spare: tuple[EventWord, ...]


def event_words(parse: Parse, tree: Tree, line: Line) -> EventWords:
    """The words of a sentence that tell an event."""
    listed = {line.spans[told.first].start: told for told in tell(line)}
    names_two = _names_two(line)
    signs = typer().signs(parse, line.sentence, least=0.0 if names_two else LEAST, also=listed)
    words = [
        _by_object(tree, _weighed(sign, listed.get(parse.tokens[sign.token].start), sign.token - tree.first))
        for sign in signs
    ]
    likely = [word for word in words if word.chance >= LIKELY]
    likely += _demanded(tree, {word.at for word in likely})
    likely.sort(key=lambda word: word.at)
    spare = [word for word in words if word.chance < LIKELY and (names_two or word.chance >= LEAST)]
    spare.sort(key=lambda word: (-word.chance, word.at))
    if not likely:
        likely, spare = spare[:1], spare[1:]
    return EventWords(tuple(likely), tuple(word for word in spare if names_two and tree.tag(word.at) in _RELATING))


def _by_object(tree: Tree, word: EventWord) -> EventWord:
    """``word`` with the type that its object decides, if it does: to accept a demand is to give in."""
    things = tree.children(word.at, "obj", "obl", "nmod")
    objects = {tree.lemma(k) for thing in things for k in (thing, *tree.children(thing, "compound"))}
    for rule in object_rules():
        if tree.lemma(word.at) in rule.words and not objects.isdisjoint(rule.objects):
            return replace(word, types={rule.type: word.chance}, modes={}, listed=rule.type)
    return word


def _names_two(line: Line) -> bool:
    return len({actor for who in line.whos for actor in who.actors}) > 1


def _demanded(tree: Tree, known: Collection[int]) -> Iterator[EventWord]:
    """Verbs of saying that tell a demand by what is said: "Oman said Peru must pay", "Peru must pay, Oman said"."""
    for at in range(len(tree)):
        obliged = any(tree.lemma(c) in plover_words("obliging") for c in tree.children(at, "aux"))
        verb = _saying(tree, at) if obliged and tree.children(at, "nsubj") else None
        if verb is not None and verb not in known:
            yield EventWord(verb, {"REQUEST": DEMANDED}, {}, Realis.ACTUAL)


def _saying(tree: Tree, at: int) -> int | None:
    """The verb that reports the clause of the verb ``at``, with a subject of its own."""
    outer = [tree.heads[at]] if tree.relation(at) == "ccomp" else list(tree.children(at, "parataxis"))
    return next((verb for verb in outer if tree.tag(verb) == "VERB" and tree.children(verb, "nsubj")), None)


def _weighed(sign: Sign, told: Told | None, at: int) -> EventWord:
    weight = _weight(told) if told else 0.0
    types = {name: (1 - weight) * chance for name, chance in sign.chances("event").items()}
    if told:
        types[told.trigger.type.name] += weight
    modes = {name: sign.mode_of(name) for name, chance in types.items() if chance >= LEAST}
    if told:
        modes[told.trigger.type.name] = modes.get(told.trigger.type.name) or told.trigger.mode
    return EventWord(at, types, modes, Realis(sign.best("realis")), told.trigger.type.name if told else None)


def _weight(told: Told) -> float:
    if told.group is None:
        return NOUN
    return WEAK if told.trigger.weak else PHRASE if told.trigger.objects else VERB


__all__ = ["EventWord", "EventWords", "event_words"]
