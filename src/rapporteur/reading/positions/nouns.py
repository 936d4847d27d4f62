"""Stands told by nouns: "Ruritania's demand for a corridor", "voiced opposition to the plan"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from rapporteur.language.attribution import grammar
from rapporteur.language.attribution.cues import Shape
from rapporteur.reading.claims import ActorKind, Form
from rapporteur.reading.clauses.complements import is_only_actor, linked, skip_times
from rapporteur.reading.clauses.holders import actors_of
from rapporteur.reading.clauses.inflection import verb_forms
from rapporteur.reading.clauses.lines import Line, Who
from rapporteur.reading.clauses.subjects import agent, main_subject
from rapporteur.reading.clauses.verb_groups import verb_group
from rapporteur.reading.clauses.wordings import before_verb
from rapporteur.reading.positions.stances import Match, word_group
from rapporteur.reading.positions.stand import Stage, Stand
from rapporteur.reference import load

_OWN = frozenset({"our", "my"})
_THEIR = frozenset({"its", "their", "his", "her"})
_REACH = 6
"""How many words may stand between a verb or possessor and its noun: "voiced its firm and unchanged opposition"."""


def by_noun(stage: Stage, match: Match) -> Stand | None:
    """The stand that a noun cue shows, if it has an owner and leads to an issue."""
    line, cue = stage.line, match.cue
    if (
        cue.stance is None
        or line.word(match.first - 1) in ("no", "without", "of", "any")
        or stage.is_supposed(match.first)
    ):
        return None
    if _is_dropped(line, match.first) or line.word(_attributes_start(line, match.first) - 1) in ("no", "without"):
        return None
    by = _behind(stage, match)
    at = _after_by(line, match) if by else match.end
    issue = linked(line, skip_times(line, at), cue.links)
    if issue is None:
        return None
    if line.words[issue[0] - 1] != "that":
        issue = issue[0], before_verb(line, *issue)
    if is_only_actor(line, issue):
        issue = _attributes_start(line, match.first), issue[1]
    actors, start = by or owner_of(stage, match.first, _bearing_words())
    if not actors:
        return None
    return Stand(cue.stance, actors, match.first, (start, issue[1]), issue, stage.holder(match.first))


def owner_of(stage: Stage, at: int, bearing: Mapping[str, Shape]) -> tuple[tuple[str, ...], int]:
    """Return who owns the noun at ``at``, and where the clause that says so begins.

    ``bearing`` are the verbs whose subject owns their noun: "voiced its support", "reached an agreement".
    """
    line, determined = stage.line, False
    for place in range(at - 1, max(-1, at - 1 - _REACH), -1):
        word = line.words[place]
        determined = determined or word in ("a", "an", "any", "every", "that", "the", "this")
        if word == "'s" or (word == "'" and line.word(place - 1).endswith("s")):
            who = line.who_ending(place) or line.who_ending(place + 1)
            return (who.actors, who.first) if who and not _are_people(line, who) else ((), place)
        if word in _OWN:
            return stage.holder(place).actors, place
        who = line.who_ending(place + 1)
        if who and not determined and _may_own(stage, who, at) and line.word(who.first - 1) not in bearing:
            return who.actors, who.first
        if who and who.form is Form.PRONOUN and word in _THEIR:
            return who.actors, place
        if word in _THEIR:
            if line.word(place - 1) in bearing:
                return _bearer(stage, place - 1, bearing[line.words[place - 1]])
            if line.word(place - 1) in grammar.group("prepositions") and (near := line.who_ending(place - 1)):
                return near.actors, near.first
            return actors_of(main_subject(line, place)), place
        if word in bearing:
            return _bearer(stage, place, bearing[word])
        if who or word in (",", ";", ":", ".", "and", "or", "that") or word in _stops():
            break
    return (), at


def _attributes_start(line: Line, noun: int) -> int:
    """Where the adjectives before a noun begin: "a (new water plan) for Ruritania"."""
    first = noun
    while first and line.syntax.tag(first - 1) in ("JJ", "NN", "VBN") and line.held[first - 1] < 0:
        first -= 1
    return first


def _stops() -> frozenset[str]:
    return grammar.group("prepositions") | grammar.group("auxiliaries") - {"'s"} | grammar.group("relatives")


def _may_own(stage: Stage, who: Who, at: int) -> bool:
    """Whether a mention without 's owns the noun behind it: "Ruritanian demands", but not "the king demands"."""
    if who.form is Form.DEMONYM:
        return not stage.line.words[who.end - 1].endswith("s")
    people = any(stage.scene.cast[actor].kind is ActorKind.PERSON for actor in who.actors)
    return not people and who.form is not Form.PRONOUN and not (who.end == at and stage.line.words[at].endswith("s"))


def _are_people(line: Line, who: Who) -> bool:
    """Whether a mention means some citizens and not their state: "Ruritanians' (support)", not "the Ruritanians'"."""
    return who.form is Form.DEMONYM and line.word(who.first - 1) != "the" and line.words[who.end - 1] != "the"


def _is_dropped(line: Line, at: int) -> bool:
    """Whether a verb before the noun at ``at`` gives up or only seeks what it names: "dropped its threat to"."""
    for place in range(at - 1, max(-1, at - 1 - _REACH), -1):
        if line.words[place] in word_group("dropping") | word_group("awaiting"):
            return True
        if line.words[place] in (",", ";", ":", ".", "and", "that"):
            return False
    return False


def _bearer(stage: Stage, verb: int, shape: Shape) -> tuple[tuple[str, ...], int]:
    """The subject of a verb that only carries the noun."""
    group = verb_group(stage.line, verb, shape)
    if group.negated or group.possible or group.infinitive:
        return (), verb
    return stage.doers(group), group.start


def _behind(stage: Stage, match: Match) -> tuple[tuple[str, ...], int] | None:
    """The owner named behind the noun: "a proposal by Ruritania to"."""
    line = stage.line
    if line.word(match.end) not in ("by", "from"):
        return None
    if line.words[match.end] == "by":
        whos = agent(line, match.end)
    else:
        who = line.who_from(match.end + 1) or line.who_from(match.end + 2)
        whos = (who,) if who else ()
    return (actors_of(whos), match.first) if whos and whos[0].first <= match.end + 2 else None


def _after_by(line: Line, match: Match) -> int:
    at = match.end + 1
    while at < len(line) and (line.held[at] >= 0 or line.words[at] in ("the", "and")):
        at += 1
    return at


@cache
def _bearing_words() -> Mapping[str, Shape]:
    return {form: shape for verb in load("stances")["bearing"] for form, shape in verb_forms(verb)}


__all__ = ["by_noun", "owner_of"]
