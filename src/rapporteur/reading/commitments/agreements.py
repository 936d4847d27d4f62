"""Commitments in less usual forms: "it was agreed that", "a deal was reached to", "gave their teams a month to"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapporteur.language.attribution import grammar
from rapporteur.language.attribution.cues import Shape
from rapporteur.reading.clauses.complements import Range, complement, linked, skip_times
from rapporteur.reading.clauses.days import behind_day
from rapporteur.reading.clauses.holders import actors_of, parties
from rapporteur.reading.clauses.lines import Line, Who
from rapporteur.reading.clauses.subjects import agent, joined
from rapporteur.reading.clauses.verb_groups import PARTICIPLES, VerbGroup, verb_group
from rapporteur.reading.clauses.waiting import waits_here
from rapporteur.reading.clauses.wordings import is_finite, noun_phrase_start, phrase_end
from rapporteur.reading.commitments.promises import PromiseCue, promise_verbs, promise_words
from rapporteur.reading.commitments.sides import Sides, doers
from rapporteur.reading.commitments.undertakings import Promise, by_verb
from rapporteur.reading.positions.nouns import owner_of
from rapporteur.reading.positions.stand import Stage

_INSERTION = 12
"""How many words may stand between "agreed" and what is agreed."""
_FARTHEST = 25
"""How many words behind a noun the verb may stand that says the deal was reached."""
_NEAR = 6
"""Among how many words behind a verb of instruction those stand who are instructed."""
_WHOSE = frozenset({"their", "its", "his", "her"})
_PAST = frozenset({"was", "were", "has", "have", "had"})


def told_otherwise(stage: Stage, sides: Sides, cue: PromiseCue, at: int) -> Promise | None:
    """The commitment that a cue tells of where its complement does not stand just behind it."""
    if cue.is_noun:
        return _reached(stage, cue, at) or _with_partner(stage, cue, at) or _under_which(stage, at)
    return _aside(stage, sides, cue, at)


def instructed(stage: Stage, sides: Sides, at: int) -> Promise | None:
    """As in "Deputies were told by the ministers to draft", "asked their deputies to draft"."""
    line = stage.line
    jointly = line.words[at] in promise_verbs("asking")
    shape = promise_verbs("asking" if jointly else "tasking")[line.words[at]]
    group = verb_group(line, at, shape)
    if group.negated or group.possible or group.modal == "would" or stage.is_supposed(group.start):
        return None
    what = _instruction(line, group)
    by = doers(stage, sides, group, joint=True) if what else ()
    if group.infinitive or what is None or (jointly and len(by) < 2):
        return None
    return Promise(by, what, at) if by else None


def with_figures(line: Line, what: Range) -> Range:
    """``what`` with the figures behind a comma: "a prisoner exchange, 1,000 from each side"."""
    at = what[1] + 1
    if line.word(what[1]) != ",":
        return what
    if line.word(at) in promise_words("counting"):
        at += 1
    end = phrase_end(line, at) if at < len(line) else at
    figures = any(word[:1].isdigit() for word in line.words[at : at + 3])
    return (what[0], end) if figures and promise_words("shares") & set(line.words[at:end]) else what


def _aside(stage: Stage, sides: Sides, cue: PromiseCue, at: int) -> Promise | None:
    """As in "Agreed at talks on Monday to exchange", "agreed with Ruritania to exchange".

    Somebody behind "with" has agreed too; something has not.
    """
    line, end = stage.line, skip_times(stage.line, at + len(cue.words))
    who = _with_whom(line, end)
    if line.word(end) not in promise_words("asides") or (line.word(end) == "with" and who is None):
        return None
    for place in _links(line, end + 1, cue):
        further = replace(cue, words=line.words[at:place])
        if found := by_verb(stage, sides, further, at):
            partners = _partners_beside(line, cue, at, (end, place))
            return replace(found, by=tuple(dict.fromkeys((*found.by, *parties(stage.scene.cast, actors_of(partners))))))
    return None


def _partners_beside(line: Line, cue: PromiseCue, at: int, aside: Range) -> Sequence[Who]:
    """Those with whom something is agreed: behind "with" at once, or where that hangs on the verb or follows a day."""
    first, end = aside
    for place in range(first, end):
        who = _with_whom(line, place)
        hangs = who and at in {line.syntax.heads[one] for one in range(who.first, who.end)}
        if who and (place == first or (cue.joint and (hangs or line.word(place - 1) in grammar.group("times")))):
            return [who for who in line.whos if place < who.first < end]
    return ()


def _with_whom(line: Line, at: int) -> Who | None:
    """Whom "with" at ``at`` brings in."""
    return (line.who_from(at + 1) or line.who_from(at + 2)) if line.word(at) == "with" else None


def _links(line: Line, first: int, cue: PromiseCue) -> Iterator[int]:
    """The places behind an aside where the complement of a verb can begin."""
    wanted = {"to": {"infinitive", "to_noun"}, "that": {"clause"}, "on": {"on"}}
    last, at = min(len(line), first + _INSERTION), first
    while at < last:
        if (behind := behind_day(line, at)) > at:
            at = behind
            continue
        word = line.words[at]
        if not word[:1].isalnum() or (is_finite(line, at) and word not in wanted):
            return
        on_a_day = word == "on" and (line.word(at + 1) in grammar.group("times") or line.word(at + 1)[:1].isdigit())
        if wanted.get(word, set()) & cue.links and not on_a_day:
            yield at
        at += 1


def impersonal(stage: Stage, sides: Sides, cue: PromiseCue, at: int) -> Promise | None:
    """As in "It was agreed (by both sides) to reopen", "it was agreed that both would"."""
    line, group = stage.line, verb_group(stage.line, at, cue.shape or Shape.BASE)
    if not cue.joint or not group.passive or line.word(group.start - 1) != "it":
        return None
    if group.negated or group.modal or group.infinitive or stage.is_supposed(group.start) or waits_here(line, at):
        return None
    near = range(at + 1, min(len(line), at + _INSERTION))
    link = next((place for place in near if line.words[place] in ("to", "that")), None)
    what = complement(line, link, {"infinitive", "clause"}) if link else None
    if what is None:
        return None
    who = line.who_from(what[0]) or line.who_from(what[0] + 1)
    bound = joined(line, who, forward=True) if who and line.words[what[0] - 1] == "that" else ()
    if bound:
        what = what[0], phrase_end(line, bound[-1].end, verbal=True)
    by = parties(stage.scene.cast, actors_of(agent(line, at + 1) or bound)) or sides.meant(line, group.start)
    return Promise(by, what, at) if by else None


def _reached(stage: Stage, cue: PromiseCue, at: int) -> Promise | None:
    """As in "A deal between both to exchange the crews was signed", "agreement was reached by both on a route"."""
    line = stage.line
    group = next(_reachings(line, at), None) if _is_told(stage, at) else None
    by = _partners(stage, at, group) if group else ()
    if group is None or len(by) < 2:
        return None
    for place in range(at + 1, min(len(line), group.head + _INSERTION)):
        if what := linked(line, place, cue.links):
            cut = group.start if what[0] < group.start < what[1] else what[1]
            return Promise(by, (what[0], cut), at)
    return None


def _reachings(line: Line, at: int) -> Iterator[VerbGroup]:
    for place in range(at + 1, min(len(line), at + _FARTHEST)):
        if line.words[place] in (";", ":", '"'):
            return
        shape = promise_verbs("reaching").get(line.words[place])
        if shape in PARTICIPLES and line.held[place] < 0:
            group = verb_group(line, place, shape)
            past = _PAST & set(line.words[group.start : place])
            if group.passive and past and not (group.negated or group.modal or group.infinitive):
                yield group


def _partners(stage: Stage, at: int, group: VerbGroup) -> tuple[str, ...]:
    """The parties of a deal: those behind "by", or behind "between" beside the noun or the verb."""
    line = stage.line
    whos = agent(line, group.head + 1)
    for place in (*range(at + 1, group.start), group.head + 1):
        if not whos and line.word(place) == "between":
            first = place + 1 + (line.word(place + 1) in ("the", "both"))
            who = line.who_from(place + 1) or line.who_from(first)
            whos = joined(line, who, forward=True) if who else ()
    return parties(stage.scene.cast, actors_of(whos))


def _with_partner(stage: Stage, cue: PromiseCue, at: int) -> Promise | None:
    """As in "Signed an agreement with Ruritania on fishing"."""
    line = stage.line
    who = line.who_from(at + 2) or line.who_from(at + 3)
    if line.word(at + 1) != "with" or who is None or who.end >= len(line) or not _is_told(stage, at):
        return None
    what = linked(line, who.end, cue.links)
    cast = stage.scene.cast
    own = parties(cast, owner_of(stage, at, promise_verbs("reaching"))[0])
    return Promise(tuple(dict.fromkeys((*own, *parties(cast, who.actors)))), what, at) if what and own else None


def _is_told(stage: Stage, at: int) -> bool:
    """Whether a deal at ``at`` is neither denied nor supposed nor waited for."""
    line = stage.line
    denied = {"no", "any", "without"} & set(line.words[max(0, at - 2) : at])
    return not (denied or stage.is_supposed(at) or waits_here(line, at))


def _under_which(stage: Stage, at: int) -> Promise | None:
    """As in "Struck a deal under which 400 prisoners will be exchanged"."""
    line = stage.line
    behind = at + 3 if line.word(at + 2) == "which" and line.word(at + 1) in ("under", "by") else at + 2
    if behind == at + 2 and line.word(at + 1) != "whereby":
        return None
    if not _is_told(stage, at):
        return None
    by = parties(stage.scene.cast, owner_of(stage, at, promise_verbs("reaching"))[0])
    return Promise(by, (behind, phrase_end(line, behind, verbal=True)), at) if by and behind < len(line) else None


def _instruction(line: Line, group: VerbGroup) -> Range | None:
    """Who is to do what, behind a verb of instruction, or before one in the passive and behind it."""
    at = group.head
    if group.passive:
        start = noun_phrase_start(line, group.start)
        told = promise_words("deputies") & set(line.words[start : group.start])
        near = range(at + 1, min(len(line), at + _INSERTION))
        to = next((place for place in near if line.words[place] in ("to", "with")), None)
        return (to + 1, phrase_end(line, to + 1, verbal=True)) if told and to and to + 1 < len(line) else None
    near_words = line.words[at + 1 : at + 1 + _NEAR]
    end = phrase_end(line, at + 1, verbal=True) if at + 1 < len(line) else at + 1
    whose = bool(_WHOSE & set(near_words)) or near_words[:2] == ("a", "joint") or near_words[:2] == ("a", "working")
    if whose and promise_words("deputies") & set(near_words) and {"to", "with"} & set(line.words[at + 2 : end]):
        return at + 1, end
    behind = line.words[at + 2 : end]
    if "to" in behind and _WHOSE & set(behind) and promise_words("deputies") & set(behind[behind.index("to") :]):
        return at + 1, end
    return None


__all__ = ["impersonal", "instructed", "told_otherwise", "with_figures"]
