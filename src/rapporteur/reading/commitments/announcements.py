"""Promises told by "will" and "is to": what a party says it will do, what is set down for a day or by an agreement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rapporteur.language.attribution.cues import Shape
from rapporteur.reading.clauses.complements import Range
from rapporteur.reading.clauses.holders import parties
from rapporteur.reading.clauses.lines import Line
from rapporteur.reading.clauses.verb_groups import PARTICIPLES, VerbGroup, verb_group
from rapporteur.reading.clauses.waiting import waits
from rapporteur.reading.clauses.wordings import phrase_end
from rapporteur.reading.commitments.promises import promise_verbs, promise_words
from rapporteur.reading.commitments.sides import Sides
from rapporteur.reading.commitments.undertakings import Promise
from rapporteur.reading.positions.stand import Stage

WILL = frozenset({"will", "would", "'ll", "shall"})
_BE = frozenset({"are", "is"})
_OPENING = 10
"""Among how many first words "under the treaty" stands."""


def announced(stage: Stage, at: int) -> Promise | None:
    """As in "We will withdraw", said by a party; "Ruritania said it would attend"."""
    line, verb = stage.line, _verb(stage.line, at)
    if verb is None:
        return None
    deed = verb + 2 if line.word(verb) in promise_words("continuing") and line.word(verb + 1) == "to" else verb
    binding = line.word(verb) in promise_words("continuing") or line.word(deed) in promise_words("deeds")
    group = verb_group(line, verb, Shape.BASE)
    if group.modal not in WILL or not (binding or _is_promised(line, verb)) or line.word(verb + 1) in _hostile():
        return None
    if group.negated or stage.is_supposed(group.start) or waits(line, group.start):
        return None
    holder = parties(stage.scene.cast, stage.holder(at).actors)
    by = parties(stage.scene.cast, stage.doers(group))
    own = holder and (set(by) <= set(holder) or _says_so(line, group))
    if not by or not (own or _is_promised(line, verb) or (not holder and _is_set_down(stage, verb))):
        return None
    return Promise(by, (verb, phrase_end(line, verb, verbal=True)), at)


def scheduled(stage: Stage, at: int) -> Promise | None:
    """As in "Ruritania is to announce it within two weeks": set down already, as the reporter says."""
    line = stage.line
    deed = line.word(at + 2)
    if line.word(at + 1) != "to" or deed not in promise_words("deeds") - promise_words("visiting") or line.quoted[at]:
        return None
    own = line.syntax.subject_of(at)
    if line.word(at - 1 if own is None else own) in promise_words("aims"):
        return None
    group = verb_group(line, at, Shape.THIRD)
    by = parties(stage.scene.cast, stage.doers(group))
    if not by or group.negated or waits(line, at):
        return None
    return Promise(by, (at + 2, phrase_end(line, at + 2, verbal=True)), at)


def by_terms(stage: Stage, sides: Sides) -> Iterator[Promise]:
    """What an agreement lays down, in a sentence that is told as its terms: "the prisoners are to be exchanged"."""
    line = stage.line
    for at, word in enumerate(line.words):
        if word not in WILL and not (word in _BE and line.word(at + 1) == "to"):
            continue
        head = _terms_verb(line, at)
        if head is None or line.quoted[at] or waits(line, at):
            continue
        group = verb_group(line, head, Shape.PARTICIPLE if line.words[head - 1] == "be" else Shape.BASE)
        yield from _term(stage, sides, group, at)


def opens_terms(line: Line) -> bool:
    """Whether the sentence begins as the terms of an agreement: "Under the treaty"."""
    for at in range(min(_OPENING, len(line))):
        if line.words[at] in ("under", "according"):
            near = line.words[at + 1 : at + 6]
            cut = near.index(",") if "," in near else len(near)
            return bool(promise_words("terms") & set(near[:cut]))
    return False


def _term(stage: Stage, sides: Sides, group: VerbGroup, at: int) -> Iterator[Promise]:
    line = stage.line
    end = phrase_end(line, group.head, verbal=True)
    passive = line.words[group.head - 1] == "be"
    by = () if passive else parties(stage.scene.cast, stage.doers(replace(group, start=min(at, group.start))))
    if by:
        yield Promise(by, (group.head, end), at)
    elif passive and (pair := sides.meant(line, at)):
        yield Promise(pair, (_subject_start(line, at), end), at)


def _subject_start(line: Line, at: int) -> int:
    """Where the subject begins: behind the clause before it, or "Under the treaty," at the head of the sentence."""
    for place in range(at - 1, 0, -1):
        if line.words[place] == ";" or line.words[place - 1 : place + 1] == (",", "and"):
            return place + 1
    commas = [place for place in range(at) if line.words[place] == ","]
    return commas[0] + 1 if opens_terms(line) and commas else 0


def _terms_verb(line: Line, at: int) -> int | None:
    head = at + 2 if line.words[at] in _BE else at + 1
    head += line.word(head) in promise_words("skipped")
    if line.word(head) == "be":
        return head + 1 if promise_verbs("deeds").get(line.word(head + 1)) in PARTICIPLES else None
    return head if line.word(head) in promise_words("deeds") else None


def _verb(line: Line, at: int) -> int | None:
    verb = at + 1
    while line.word(verb).endswith("ly") or line.word(verb) in promise_words("skipped"):
        verb += 1
    if line.held[at] >= 0 or verb >= len(line) or line.held[verb] >= 0:
        return None
    return verb


def _is_promised(line: Line, verb: int) -> bool:
    """Whether "he promised" stands behind the clause of the verb: what it says binds, whatever its verb."""
    end = phrase_end(line, verb, verbal=True)
    return line.word(end) == "," and bool(promise_words("vowing") & set(line.words[end + 1 : end + 4]))


def _is_set_down(stage: Stage, verb: int) -> bool:
    """Whether the reporter tells of a deed with its day or term: "would send observers within 30 days"."""
    line = stage.line
    if line.quoted[verb] or line.words[verb] in promise_words("visiting"):
        return False
    behind: Range = (verb, phrase_end(line, verb, verbal=True))
    return any(time.type in ("DATE", "DURATION") for time in stage.scene.times_in(line.span(*behind)))


def _hostile() -> frozenset[str]:
    return promise_words("hostile")


def _says_so(line: Line, group: VerbGroup) -> bool:
    """Whether the clause is what its own subject says: "Ruritania confirmed (that) it would"."""
    at = group.start - 1
    if line.word(at) not in ("it", "they", "he", "she"):
        return False
    at -= 1 + (line.word(at - 1) == "that")
    return line.word(at) in promise_verbs("announcing") and not verb_group(line, at, Shape.PAST).negated


__all__ = ["WILL", "announced", "by_terms", "opens_terms", "scheduled"]
