"""What was promised and agreed: by whom, to whom, until when, and what the same article says became of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rapporteur.language.cues import Shape
from rapporteur.reading.claims import CommitmentClaim, Fulfilment, TimeRule
from rapporteur.reading.complements import Range, complement, linked, skip_times
from rapporteur.reading.deadlines import due_after
from rapporteur.reading.holders import Holders, actors_of, evidence_of, parties
from rapporteur.reading.lines import Line, lines
from rapporteur.reading.outcomes import outcome_behind, outcome_in
from rapporteur.reading.promises import PromiseCue, promise_cues, promise_verbs, promise_words
from rapporteur.reading.scene import Scene
from rapporteur.reading.sides import Sides, doers
from rapporteur.reading.stance_nouns import owner_of
from rapporteur.reading.stand import Stage
from rapporteur.reading.verb_groups import VerbGroup, verb_group
from rapporteur.reading.wordings import noun_phrase_start, phrase_end
from rapporteur.when import UNKNOWN, When

_WILL = frozenset({"will", "would", "'ll", "shall"})
_PLAIN = frozenset({Shape.BASE, Shape.THIRD})


@dataclass(frozen=True, slots=True)
class Promise:
    """Who binds themselves to what in one sentence: parties, and ranges of words."""

    by: tuple[str, ...]
    what: Range
    at: int
    to: tuple[str, ...] = ()


def find_commitments(scene: Scene) -> tuple[CommitmentClaim, ...]:
    """Find the commitments that an article reports.

    Args:
        scene: the article with its parse, cast, times and statements.

    Returns:
        One claim for each commitment in a sentence, in the order of the text.
    """
    holders, sides = Holders(scene), Sides(scene.cast)
    found: list[CommitmentClaim] = []
    fresh: list[CommitmentClaim] = []
    for line in lines(scene):
        if line.is_question:
            continue
        fresh = [_updated(claim, line) for claim in fresh]
        found.extend(fresh)
        stage = Stage(scene, holders, line)
        fresh = [_claim(stage, promise) for promise in promises(stage, sides)]
        sides.pass_by(line)
    return tuple(dict.fromkeys([*found, *fresh]))


def promises(stage: Stage, sides: Sides) -> tuple[Promise, ...]:
    """The promises in one sentence, in order, without those inside another of the same parties."""
    found = [promise for promise in _all(stage, sides) if promise.by and stage.wording(promise.what)]
    found.sort(key=lambda promise: promise.at)
    kept: list[Promise] = []
    for promise in found:
        if not any(set(p.by) >= set(promise.by) and p.what[0] <= promise.at < p.what[1] for p in kept):
            kept.append(promise)
    return tuple(kept)


def _all(stage: Stage, sides: Sides) -> Iterator[Promise]:
    for cue, at in promise_cues(stage.line):
        found = _by_noun(stage, cue, at) if cue.is_noun else _by_verb(stage, sides, cue, at)
        if found:
            yield from _split(stage.line, found)
    for at, word in enumerate(stage.line.words):
        if word in _WILL and (announced := _announced(stage, at)):
            yield announced
        elif word in promise_words("plans") and (planned := _planned(stage, sides, at)):
            yield planned
        elif word in promise_verbs("tasking") and (tasked := _tasked(stage, sides, at)):
            yield tasked


def _by_verb(stage: Stage, sides: Sides, cue: PromiseCue, at: int) -> Promise | None:
    line = stage.line
    group = verb_group(line, at, cue.shape or Shape.BASE)
    end = at + len(cue.words)
    if group.passive and cue.adjectival:
        group = replace(group, passive=False)
    if group.negated or group.possible or group.infinitive or stage.is_supposed(group.start) or group.modal == "would":
        return None
    if _is_noun(line, cue, group, at) or (
        cue.shape is Shape.GERUND and group.start == at and line.word(at - 1) not in (",", "and")
    ):
        return None
    by = doers(stage, sides, group, joint=cue.joint)
    what = _agreed_on(line, group) if group.passive else _what(line, end, cue)
    if not by or what is None:
        return None
    return Promise(by, what, at, _recipients(stage, end, what, by) if cue.recipient else ())


def _what(line: Line, at: int, cue: PromiseCue) -> Range | None:
    """What is promised: behind "on", "to" and a noun, or as the verb takes it."""
    at = skip_times(line, at)
    while line.word(at) in ("in", "to") and line.word(at + 1) in ("principle", "jointly"):
        at += 2
    if line.word(at) in ("on", "upon") and "on" in cue.links and not line.word(at + 1).isdigit():
        return linked(line, at, {"on", "upon"})
    if line.word(at) == "to":
        return linked(line, at, {"to_noun"} & cue.links | ({"to"} if "infinitive" in cue.links else set()))
    if line.word(at) == "with":
        return None
    return complement(line, at, cue.links - {"on", "to_noun"})


def _agreed_on(line: Line, group: VerbGroup) -> Range | None:
    start = noun_phrase_start(line, group.start)
    return (start, group.start) if start < group.start else None


def _is_noun(line: Line, cue: PromiseCue, group: VerbGroup, at: int) -> bool:
    """Whether "promise", "pledge" or "vow" stands as a noun."""
    if cue.shape not in _PLAIN or group.start < at or line.words[at] in ("agree", "agrees", "undertake"):
        return False
    return line.who_ending(at) is None and line.word(at - 1) not in ("we", "i", "they", "both", "sides")


def _by_noun(stage: Stage, cue: PromiseCue, at: int) -> Promise | None:
    """As in "Reached an agreement on", "renewed its pledge to"."""
    line = stage.line
    if line.word(at - 1) in ("no", "any", "without") or stage.is_supposed(at):
        return None
    what = linked(line, skip_times(line, at + 1), cue.links)
    actors, _ = owner_of(stage, at, promise_verbs("reaching"))
    by = parties(stage.scene.cast, actors)
    return Promise(by, what, at) if what and by else None


def _announced(stage: Stage, at: int) -> Promise | None:
    """As in "We will withdraw", said by a party; "Ruritania said it would attend"."""
    line = stage.line
    verb = at + 1
    while line.word(verb).endswith("ly") or line.word(verb) in ("also", "now", "soon", "again", "always"):
        verb += 1
    deed = verb + 2 if line.word(verb) in promise_words("continuing") and line.word(verb + 1) == "to" else verb
    binding = line.word(verb) in promise_words("continuing") or line.word(deed) in promise_words("deeds")
    if not binding or line.held[at] >= 0 or (verb < len(line) and line.held[verb] >= 0):
        return None
    group = verb_group(line, verb, Shape.BASE)
    holder = stage.holder(at)
    if group.negated or group.modal not in _WILL or not holder.actors or stage.is_supposed(group.start):
        return None
    cast = stage.scene.cast
    by = parties(cast, stage.doers(group))
    says = by and (set(by) <= set(parties(cast, holder.actors)) or _says_so(line, group))
    if not says or _is_conditional(line, verb) or line.word(verb + 1) in promise_words("hostile"):
        return None
    return Promise(by, (verb, phrase_end(line, verb, verbal=True)), at)


def _says_so(line: Line, group: VerbGroup) -> bool:
    """Whether the clause is what its own subject says: "Ruritania confirmed (that) it would"."""
    at = group.start - 1
    if line.word(at) not in ("it", "they", "he", "she"):
        return False
    at -= 1 + (line.word(at - 1) == "that")
    return line.word(at) in promise_verbs("announcing") and not verb_group(line, at, Shape.PAST).negated


def _planned(stage: Stage, sides: Sides, at: int) -> Promise | None:
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


def _tasked(stage: Stage, sides: Sides, at: int) -> Promise | None:
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


def _is_conditional(line: Line, verb: int) -> bool:
    """Whether the clause hangs on a condition: a position, no promise."""
    return any(word in ("if", "unless") for word in line.words[verb : verb + 25])


def _split(line: Line, promise: Promise) -> Iterator[Promise]:
    """As in "Agreed to exchange prisoners and to go on talking": two commitments."""
    first, end = promise.what
    for at in range(first + 2, end - 2):
        if line.words[at] == "and" and line.words[at + 1] == "to" and line.held[at + 2] < 0:
            yield replace(promise, what=(first, at))
            yield from _split(line, replace(promise, what=(at + 2, end), at=at))
            return
    yield promise


def _recipients(stage: Stage, at: int, what: Range, by: tuple[str, ...]) -> tuple[str, ...]:
    """To whom: the actor between the verb and what is promised."""
    line = stage.line
    whos = [who for who in line.whos if at <= who.first < max(what[0], at + 3)]
    found = parties(stage.scene.cast, actors_of(whos[:2]))
    return tuple(party for party in found if party not in by)


def _claim(stage: Stage, promise: Promise) -> CommitmentClaim:
    line, holder = stage.line, stage.holder(promise.at)
    when, rule = _when(stage, promise)
    status = outcome_behind(line, promise.what[1])
    return CommitmentClaim(
        by=promise.by,
        what=stage.wording(promise.what),
        evidence=evidence_of(line, holder),
        to=promise.to,
        due=_due(stage, promise),
        when=when,
        rule=rule,
        status=status or Fulfilment.MADE,
    )


def _when(stage: Stage, promise: Promise) -> tuple[When, TimeRule | None]:
    """The day of the promise: its statement's, or the date in its sentence outside what is promised."""
    statement = stage.holder(promise.at).statement
    if statement and statement.when:
        return statement.when, statement.rule
    what = stage.line.span(*promise.what)
    for time in stage.scene.times_in(stage.line.sentence):
        if time.type == "DATE" and time.when and not time.span.overlaps(what):
            return time.when, time.rule
    return UNKNOWN, None


def _due(stage: Stage, promise: Promise) -> When:
    """The day by which it is due: a time behind a binding preposition in what is promised."""
    line = stage.line
    for time in stage.scene.times_in(line.span(*promise.what)):
        before = [at for at in range(*promise.what) if line.spans[at].end <= time.span.start]
        opening = line.words[before[-1]] if before else ""
        inside = line.text[time.span.start : time.span.end].lower().split()[0]
        if opening in promise_words("binding") or inside in promise_words("binding"):
            when = time.when or due_after(time, stage.scene.article.published)
            if when:
                return when
    return UNKNOWN


def _updated(claim: CommitmentClaim, line: Line) -> CommitmentClaim:
    """``claim`` with what the next sentence says became of it."""
    status = outcome_in(line, claim.what) if claim.status is Fulfilment.MADE else None
    if status is None:
        return claim
    return replace(claim, status=status, evidence=tuple(sorted({*claim.evidence, line.sentence})))


__all__ = ["Promise", "find_commitments", "promises"]
