"""Promises told by verbs and nouns of commitment: "agreed to leave", "renewed its pledge to", "tasked its envoys"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rapporteur.language.attribution.cues import Shape
from rapporteur.reading.claims import ActorKind
from rapporteur.reading.clauses.complements import Range, complement, linked, skip_times, states_a_fact
from rapporteur.reading.clauses.holders import actors_of, parties
from rapporteur.reading.clauses.lines import Line
from rapporteur.reading.clauses.subjects import subject
from rapporteur.reading.clauses.verb_groups import VerbGroup, verb_group
from rapporteur.reading.clauses.waiting import waits_here
from rapporteur.reading.clauses.wordings import noun_phrase_start, phrase_end
from rapporteur.reading.commitments.promises import PromiseCue, promise_verbs, promise_words
from rapporteur.reading.commitments.sides import Sides, doers
from rapporteur.reading.positions.nouns import owner_of
from rapporteur.reading.positions.stand import Stage

_PLAIN = frozenset({Shape.BASE, Shape.THIRD})
_UNPROMISED = frozenset({"must", "ought", "should", "would"})
_CLAUSES = frozenset({"that"})
_NONE = frozenset({"neither", "no", "none", "nothing"})
_INSERTION = 12
"""How many words may stand between a verb and the infinitive that it governs: "undertook never again, ..., to"."""


@dataclass(frozen=True, slots=True)
class Promise:
    """Who binds themselves to what in one sentence: parties, and ranges of words."""

    by: tuple[str, ...]
    what: Range
    at: int
    to: tuple[str, ...] = ()


def by_verb(stage: Stage, sides: Sides, cue: PromiseCue, at: int) -> Promise | None:
    """As in "Agreed to withdraw", "promised that it would"."""
    line = stage.line
    group = verb_group(line, at, cue.shape or Shape.BASE)
    end = at + len(cue.words)
    if group.passive and cue.adjectival:
        group = replace(group, passive=False)
    if group.negated or group.possible or group.infinitive or group.modal in _UNPROMISED:
        return None
    if _is_expected(line, group):
        return None
    if stage.is_supposed(group.start) or waits_here(line, group.start) or (group.passive and "object" not in cue.links):
        return None
    if _is_noun(line, cue, group, at) or (
        cue.shape is Shape.GERUND and group.start == at and line.word(at - 1) not in (",", "and")
    ):
        return None
    by = doers(stage, sides, group, joint=cue.joint)
    what = _agreed_on(line, group) if group.passive else _what(line, end, cue)
    if what is None or (not group.passive and line.word(what[0] - 1) in _CLAUSES and states_a_fact(line, what)):
        return None
    if cue.joint and len(by) == 1 and _is_opinion(line, what):
        return None
    by = _for_whom(stage, group, what) or by
    return Promise(by, what, at, _recipients(stage, end, what, by) if cue.recipient else ()) if by else None


def _is_opinion(line: Line, what: Range) -> bool:
    """Whether one party only thinks so: "agreed that the rules should be changed"."""
    words = line.words[what[0] : what[1]]
    return line.word(what[0] - 1) == "that" and "should" in words


def _is_expected(line: Line, group: VerbGroup) -> bool:
    """Whether somebody only expects it: "is expected to commit itself"."""
    return bool(promise_words("expecting") & set(line.words[group.start : group.head]))


def _what(line: Line, at: int, cue: PromiseCue) -> Range | None:
    """What is promised: behind "on", "to" and a noun, or as the verb takes it."""
    at = _infinitive(line, at) if "infinitive" in cue.links else at
    at = skip_times(line, at)
    while line.word(at) in ("in", "to") and line.word(at + 1) in ("principle", "jointly"):
        at += 2
    if line.word(at) in ("on", "upon") and "on" in cue.links and not line.word(at + 1).isdigit():
        return linked(line, at, {"on", "upon"})
    if line.word(at) == "to":
        return linked(line, at, {"to_noun"} & cue.links | ({"to"} if "infinitive" in cue.links else set()))
    if line.word(at) in promise_words("asides"):
        return None
    return complement(line, at, cue.links - {"on", "to_noun"})


def _infinitive(line: Line, at: int) -> int:
    """The place of "to" behind "never" or "not" and an insertion; ``at`` where there is none."""
    opening = at + 1 if line.word(at) == '"' else at
    if line.word(opening) not in ("never", "not"):
        return at
    near = range(opening, min(len(line), opening + _INSERTION))
    return next((place for place in near if line.words[place] == "to"), at)


def _for_whom(stage: Stage, group: VerbGroup, what: Range) -> tuple[str, ...]:
    """The party that a person binds: "the minister promised that Ruritania would pay"."""
    line, cast = stage.line, stage.scene.cast
    who = line.who_from(what[0]) or line.who_from(what[0] + 1)
    if who is None or line.word(who.end) not in ("will", "would") or line.word(what[0] - 1) not in ("that", ""):
        return ()
    promising = actors_of(subject(line, group))
    if any(cast[actor].kind is not ActorKind.PERSON for actor in promising):
        return ()
    return parties(cast, who.actors)


def _agreed_on(line: Line, group: VerbGroup) -> Range | None:
    start = noun_phrase_start(line, group.start)
    if start >= group.start or _NONE & set(line.words[start : start + 2]):
        return None
    return start, group.start


def _is_noun(line: Line, cue: PromiseCue, group: VerbGroup, at: int) -> bool:
    """Whether "promise", "pledge" or "vow" stands as a noun."""
    if cue.shape not in _PLAIN or group.start < at or line.words[at] in ("agree", "agrees", "undertake"):
        return False
    return line.who_ending(at) is None and line.word(at - 1) not in ("we", "i", "they", "both", "sides")


def by_noun(stage: Stage, cue: PromiseCue, at: int) -> Promise | None:
    """As in "Reached an agreement on", "renewed its pledge to"."""
    line = stage.line
    if line.word(at - 1) in ("no", "any", "without") or stage.is_supposed(at) or waits_here(line, at):
        return None
    what = linked(line, skip_times(line, at + 1), cue.links)
    actors, _ = owner_of(stage, at, promise_verbs("reaching"))
    by = parties(stage.scene.cast, actors)
    return Promise(by, what, at) if what and by else None


def planned(stage: Stage, sides: Sides, at: int) -> Promise | None:
    """As in "The two sides plan to sign": a plan that several parties share."""
    line = stage.line
    if line.word(at + 1) != "to" or line.word(at + 2) not in promise_words("joint_deeds"):
        return None
    shape = Shape.PAST if line.words[at].endswith("ed") or line.words[at] in ("due", "set") else Shape.BASE
    group = verb_group(line, at, shape)
    if group.negated or group.possible or stage.is_supposed(group.start):
        return None
    by = doers(stage, sides, replace(group, passive=False), joint=True)
    return Promise(by, (at + 2, phrase_end(line, at + 2, verbal=True)), at) if len(by) > 1 else None


def tasked(stage: Stage, sides: Sides, at: int) -> Promise | None:
    """As in "Instructed their deputies to draft": a commitment of those who instruct."""
    line = stage.line
    shape = promise_verbs("tasking")[line.words[at]]
    group = verb_group(line, at, shape)
    near = line.words[at + 1 : at + 6]
    if not {"their", "its", "his", "her"} & set(near) or not promise_words("deputies") & set(near) or group.negated:
        return None
    if group.infinitive:
        return None
    by = doers(stage, sides, group, joint=True)
    end = phrase_end(line, at + 1, verbal=True)
    return Promise(by, (at + 1, end), at) if by else None


def _recipients(stage: Stage, at: int, what: Range, by: tuple[str, ...]) -> tuple[str, ...]:
    """To whom: the actor between the verb and what is promised."""
    line = stage.line
    whos = [who for who in line.whos if at <= who.first < max(what[0], at + 3)]
    found = parties(stage.scene.cast, actors_of(whos[:2]))
    return tuple(party for party in found if party not in by)


__all__ = ["Promise", "by_noun", "by_verb", "planned", "tasked"]
