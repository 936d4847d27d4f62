"""Stands told by predicates: "a truce is out of the question", "called the plan unacceptable", "is ready to talk"."""

from __future__ import annotations

from rapporteur.language.attribution import grammar
from rapporteur.language.attribution.cues import Shape
from rapporteur.reading.claims import Stance
from rapporteur.reading.clauses.complements import Range, antecedent, clause_start, complement, linked, skip_times
from rapporteur.reading.clauses.holders import NOBODY
from rapporteur.reading.clauses.lines import Line
from rapporteur.reading.clauses.verb_groups import VerbGroup, clause_words, verb_group
from rapporteur.reading.clauses.wordings import noun_phrase_start
from rapporteur.reading.positions.stances import Match, word_group
from rapporteur.reading.positions.stand import Stage, Stand

_BE = frozenset({"am", "are", "be", "been", "is", "was", "were", "'s", "'re", "'m"})
_DUTY = frozenset({"must", "should", "ought", "shall"})
_REACH = 14


def by_predicate(stage: Stage, match: Match) -> Stand | None:
    """The stand in what is said of an issue, by whoever says it."""
    return _judged(stage, match) or _said(stage, match)


def by_attitude(stage: Stage, match: Match) -> Stand | None:
    """The stand in what is said of a party: "is ready to", "is opposed to"."""
    line, cue = stage.line, match.cue
    head = _be_before(line, match.first)
    if head is None:
        return None
    group = verb_group(line, head, Shape.THIRD)
    negated = group.negated or _negates(line, head, match.first)
    stance = cue.under(negated=negated)
    if stance is None or group.infinitive or group.possible or group.modal in _DUTY or stage.is_supposed(group.start):
        return None
    if clause_words()["guesses"] & set(line.words[group.start : match.first]):
        return None
    actors = stage.doers(group)
    at = skip_times(line, match.end)
    issue = linked(line, at, cue.links) if cue.links else complement(line, at, {"object"})
    if not actors or issue is None:
        return None
    return Stand(stance, actors, match.first, (max(0, group.start - 1), issue[1]), issue, stage.holder(match.first))


def _said(stage: Stage, match: Match) -> Stand | None:
    """As in "X is unacceptable", "it is unacceptable that X": the party is who says so, or whom it is so for."""
    line = stage.line
    head = _be_before(line, match.first)
    if head is None:
        return None
    group = verb_group(line, head, Shape.THIRD)
    stance = match.cue.under(negated=group.negated or _negates(line, head, match.first))
    if stance is None or group.possible or group.infinitive or group.perfect or stage.is_supposed(group.start):
        return None
    actors, at = _for_whom(stage, match.end)
    holder = stage.holder(match.first)
    issue = _issue(line, group, at)
    actors = actors or holder.actors
    if not actors or issue is None:
        return None
    start, end = min(issue[0], group.start - 1), max(issue[1], match.end)
    return Stand(stance, actors, match.first, (max(0, start), end), issue, holder)


def _judged(stage: Stage, match: Match) -> Stand | None:
    """As in "Ruritania called the plan unacceptable": the party is the verb's subject, the issue its object."""
    line = stage.line
    stance = match.cue.stance
    if stance is None:
        return None
    for place in range(match.first - 1, max(-1, match.first - _REACH), -1):
        word = line.words[place]
        if word in (".", ";", ":", ",") or word in grammar.group("modals") or word in _BE:
            return None
        if word in word_group("judging") and line.held[place] < 0:
            return _judgement(stage, match, place, stance)
    return None


def _judgement(stage: Stage, match: Match, verb: int, stance: Stance) -> Stand | None:
    line = stage.line
    shape = Shape.GERUND if line.words[verb].endswith("ing") else Shape.PAST
    group = verb_group(line, verb, shape)
    if group.negated or group.infinitive or group.passive or group.possible:
        return None
    end = match.first
    while line.word(end - 1) in ("as", '"', "'", "be", "to") or line.word(end - 1) in clause_words()["degrees"]:
        end -= 1
    actors = stage.doers(group)
    issue = (verb + 1, end) if end > verb + 1 else antecedent(line, clause_start(line, group.start))
    if not actors or issue is None:
        return None
    return Stand(stance, actors, match.first, (min(issue[0], max(0, group.start - 1)), match.end), issue, NOBODY)


def _be_before(line: Line, at: int) -> int | None:
    """The place of the "be" that leads to a predicate at ``at``."""
    place = at - 1
    while place >= 0 and (
        line.words[place] in clause_words()["degrees"]
        or line.words[place] in ("not", "n't", "never", '"')
        or line.words[place].endswith("ly")
    ):
        place -= 1
    return (
        place
        if place >= 0
        and (line.words[place] in _BE or line.words[place] in clause_words()["copulas"])
        and line.held[place] < 0
        else None
    )


def _negates(line: Line, head: int, before: int) -> bool:
    """Whether a negation stands between "be" and the predicate, or "at no time" before it."""
    if line.words[max(0, head - 3) : head] == ("at", "no", "time"):
        return True
    return any(word in ("not", "n't", "never") for word in line.words[head:before])


def _for_whom(stage: Stage, at: int) -> tuple[tuple[str, ...], int]:
    """The actors behind "for" or "to" at ``at``, and the place behind them."""
    line = stage.line
    if line.word(at) not in ("for", "to"):
        return (), at
    if line.word(at + 1) in ("us", "me"):
        return stage.holder(at + 1).actors, at + 2
    behind = at + 2 if line.word(at + 1) in grammar.group("determiners") else at + 1
    who = line.who_from(at + 1) or line.who_from(behind)
    if who is None or who.first > at + 2 or line.word(who.end) == "to":
        return (), at
    return who.actors, who.end


def _issue(line: Line, group: VerbGroup, after: int) -> Range | None:
    """What the predicate is said of: the subject, or for "it" what follows the predicate."""
    before = line.word(group.start - 1)
    if before in ("it", "that", "this") or group.start == 0:
        start = after + 1 if line.word(after) == '"' else after
        found = linked(line, start, {"to", "that", "for"})
        return found or ((group.start - 1, group.start) if group.start else None)
    if line.words[max(0, group.start - 3) : group.start] == ("at", "no", "time"):
        return antecedent(line, group.start - 3)
    if clause := _proposed(line, group.start):
        return clause
    start = noun_phrase_start(line, group.start)
    for place in range(max(0, start - 2), start):
        start = place if line.words[place] == "what" and start > place else start
    if line.words[start] in grammar.group("prepositions"):
        return None
    return (start, group.start) if start < group.start else None


def _proposed(line: Line, before: int) -> Range | None:
    """The clause that a noun like "proposal" brings: "The proposal that only the north should move (was ...)"."""
    for at in range(before - 1, max(0, before - _REACH), -1):
        if line.words[at] in (",", ";", ":", '"'):
            return None
        if line.words[at] == "that":
            return (at + 1, before) if line.words[at - 1] in clause_words()["anaphors"] and at + 2 < before else None
    return None


__all__ = ["by_attitude", "by_predicate"]
