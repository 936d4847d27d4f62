"""Who does an event to whom: by position around the word that tells it."""

from __future__ import annotations

from dataclasses import dataclass

from rapporteur.language.attribution import grammar
from rapporteur.language.attribution.cues import Shape
from rapporteur.reading.claims import Form
from rapporteur.reading.clauses.holders import actors_of
from rapporteur.reading.clauses.lines import Line, Who
from rapporteur.reading.clauses.subjects import agent, joined, main_subject, subject
from rapporteur.reading.clauses.verb_groups import PARTICIPLES, VerbGroup, verb_group
from rapporteur.reading.clauses.wordings import noun_phrase_end, noun_phrase_start, phrase_end
from rapporteur.reading.events.plover import doing, plover_words
from rapporteur.reading.events.triggers import Told
from rapporteur.spans import Span

_MUTUAL = frozenset({"CONSULT", "COOPERATE", "AGREE", "SUPPORT"})
_REACH = 6
_MEETING = frozenset({"CONSULT", "PROTEST"})
_WHEREABOUTS = frozenset({"at", "in", "near", "during", "after", "before"})
_OCCASIONS = frozenset({"after", "before", "during", "following", "amid", "when", "while", "since", "until"})
_MARKS = frozenset({",", ";", ":", ".", '"', "(", ")"})


@dataclass(frozen=True, slots=True)
class Role:
    """Those who fill one side of an event: local actor ids, and where the words stand."""

    actors: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.spans)


NONE = Role()


def roles(line: Line, told: Told) -> tuple[Role, Role]:
    """Return the actor and the recipient of what ``told`` tells."""
    return _of_verb(line, told, told.group) if told.group else _of_noun(line, told)


def _of_verb(line: Line, told: Told, group: VerbGroup) -> tuple[Role, Role]:
    reduced = group.shape in PARTICIPLES and group.start == group.head and line.word(told.end) == "by"
    if group.passive or reduced:
        by = _role(line, agent(line, told.end)) or _phrase_behind(line, told.end, ("by",))
        return by, _left(line, group)
    actor = _role(line, subject(line, group)) or _left(line, group)
    recipient = _right(line, told, actor)
    if not recipient and told.trigger.type.name in _MUTUAL and len(actor.actors) > 1:
        return Role(actor.actors[:1], actor.spans[:1]), Role(actor.actors[1:], actor.spans[1:])
    return actor, recipient


def _of_noun(line: Line, told: Told) -> tuple[Role, Role]:
    """As in "A's attack on B", "talks between A and B", "A launched an attack on B"."""
    between = _phrase_behind(line, told.end, ("between",))
    if between:
        return (Role(between.actors[:1], between.spans[:1]), Role(between.actors[1:], between.spans[1:]))
    actor = _phrase_behind(line, told.end, ("by",)) or _owner(line, told.first)
    recipient = _phrase_behind(line, told.end, tuple(sorted(plover_words("ways"))))
    return actor, _without(recipient, actor)


def _owner(line: Line, at: int) -> Role:
    """Who owns a noun, or carries it out: "Ruritania's raid", "the Ruritanian raid", "launched a raid"."""
    for place in range(at - 1, max(-1, at - 1 - _REACH), -1):
        word = line.words[place]
        who = line.who_ending(place + 1)
        if word == "'s" and (owner := line.who_ending(place) or who):
            return _role(line, (owner,))
        if who:
            near = place == at - 1 or who.form in (Form.DEMONYM, Form.PRONOUN)
            return _role(line, joined(line, who)) if near else NONE
        if word in doing():
            group = verb_group(line, place, doing()[word])
            return _role(line, subject(line, group)) or _left(line, group)
        if word in _MARKS or word in grammar.group("prepositions"):
            return NONE
    return NONE


def _left(line: Line, group: VerbGroup) -> Role:
    """The noun phrase before a verb, where nobody known is its subject."""
    end = group.start
    while (end > 0 and line.words[end - 1] in ("who", "which", "that", ",", "on")) or line.word(
        end - 1
    ) in grammar.group("times"):
        end -= 1
    if group.infinitive or (group.shape is Shape.GERUND and group.start == group.head):
        return _role(line, main_subject(line, group.start))
    start = noun_phrase_start(line, end)
    return _core(line, start, end) if start < end else NONE


def _right(line: Line, told: Told, actor: Role) -> Role:
    """The recipient behind a verb: its object, or whom a preposition leads to."""
    at = told.end if told.trigger.objects else told.first + len(told.trigger.words)
    led = False
    if line.word(at) in _WHEREABOUTS and told.trigger.type.name in _MEETING and told.trigger.mode != "visit":
        return NONE
    while at < len(line) and (line.words[at] in plover_words("ways") or line.words[at] in ("also", '"')):
        led = True
        at += 1
    if at >= len(line) or line.words[at] in _MARKS or line.words[at] in _WHEREABOUTS:
        return NONE
    if line.words[at - 1] == "to" and not _opens_noun(line, at):
        at += 1
    end = _end_of_object(line, at)
    near = [who for who in line.whos if at <= who.first < end and not set(who.actors) & set(actor.actors)]
    if near:
        return _role(line, joined(line, _best(line, near), forward=True))
    if told.trigger.objects and not led:
        return NONE
    return _core(line, at, max(at + 1, min(end, noun_phrase_end(line, at)))) if at < len(line) else NONE


def _opens_noun(line: Line, at: int) -> bool:
    return line.held[at] >= 0 or line.is_capital(at) or line.words[at] in grammar.group("determiners")


def _end_of_object(line: Line, at: int) -> int:
    """Where the object ends that begins at ``at``: before what says when or on which occasion."""
    end = phrase_end(line, at, verbal=True) if at < len(line) else at
    return next((place for place in range(at + 1, end) if line.words[place] in _OCCASIONS), end)


def _best(line: Line, whos: list[Who]) -> Who:
    """Of those behind a verb, the first that is no mere adjective, or the first."""
    plain = [who for who in whos if who.form is not Form.DEMONYM and line.word(who.end) != "'s"]
    return plain[0] if plain and plain[0].first - whos[0].first < 4 else whos[0]


def _phrase_behind(line: Line, at: int, ways: tuple[str, ...]) -> Role:
    """Whom one of the prepositions ``ways`` soon after ``at`` leads to."""
    for place in range(at, min(len(line) - 1, at + _REACH)):
        word = line.words[place]
        if word in ways:
            who = line.who_from(place + 1) or line.who_from(place + 2)
            if who:
                return _role(line, joined(line, who, forward=True))
            return _core(line, place + 1, noun_phrase_end(line, place + 1))
        if word in _MARKS or line.held[place] >= 0:
            return NONE
    return NONE


def _core(line: Line, first: int, end: int) -> Role:
    """The phrase from ``first`` up to its first preposition, without marks at its ends."""
    while first < end and line.words[first] in _MARKS:
        first += 1
    stop = first
    while stop < end and line.words[stop] not in _MARKS and (stop == first or line.words[stop] not in _cutting()):
        stop += 1
    if stop <= first:
        return NONE
    whos = [who for who in line.whos if first <= who.first and who.end <= stop]
    return Role(actors_of(whos), (line.span(first, stop),))


def _cutting() -> frozenset[str]:
    return (grammar.group("prepositions") - {"of"}) | grammar.group("relatives") | {"to"}


def _role(line: Line, whos: tuple[Who, ...]) -> Role:
    return Role(actors_of(whos), tuple(line.span(who.first, who.end) for who in whos))


def _without(role: Role, other: Role) -> Role:
    return NONE if set(role.spans) & set(other.spans) else role


__all__ = ["Role", "roles"]
