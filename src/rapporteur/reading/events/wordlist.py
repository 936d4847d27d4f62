"""Where a sentence has words of the table of triggers, and in which form: as verbs, or as nouns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapporteur.language.attribution import grammar
from rapporteur.language.attribution.cues import Shape
from rapporteur.reading.clauses.lines import Line
from rapporteur.reading.clauses.verb_groups import PARTICIPLES, VerbGroup, verb_group
from rapporteur.reading.clauses.wordings import is_finite
from rapporteur.reading.events.plover import Trigger, nouns, triggers

_ADJECTIVAL = ("ing", "ed", "al", "ic", "ive")
_GAP_ENDS = frozenset(
    {
        ",",
        ";",
        ":",
        ".",
        '"',
        "that",
        "who",
        "which",
        "and",
        "but",
        "said",
        "to",
        "in",
        "for",
        "from",
        "by",
        "after",
        "at",
        "over",
    }
)


@dataclass(frozen=True, slots=True)
class Told:
    """A trigger at words ``first`` to ``end``; ``group`` is its verb group, None for a noun."""

    trigger: Trigger
    first: int
    end: int
    group: VerbGroup | None


def tell(line: Line) -> Iterator[Told]:
    """Yield the triggers of ``line``, from left to right; each word belongs to one at most."""
    at = 0
    while at < len(line):
        told = _told_at(line, at) if line.held[at] < 0 else None
        if told:
            yield told
        at = told.end if told else at + 1


def _told_at(line: Line, at: int) -> Told | None:
    found = [(trigger, end) for trigger in triggers().get(line.words[at], ()) if (end := _end(line, at, trigger)) > at]
    found.sort(key=lambda pair: (-pair[0].rank[0], pair[1] if pair[0].objects else -pair[1]))
    for trigger, end in found:
        if trigger.shape is None:
            return None if _is_verb(line, at, end) else Told(trigger, at, end, None)
        if group := _group(line, at, trigger):
            return Told(trigger, at, end, group)
    return None


def _end(line: Line, at: int, trigger: Trigger) -> int:
    """Where the trigger that may begin at ``at`` ends; -1 if it does not stand there."""
    end = at + len(trigger.words)
    if line.words[at:end] != trigger.words or (line.is_capital(at) and at > 0 and not line.quoted[at]):
        return -1
    return _object_end(line, end, trigger) if trigger.objects else end


def _group(line: Line, at: int, trigger: Trigger) -> VerbGroup | None:
    """The verb group of a trigger, or None where its form stands for no verb."""
    shape = trigger.shape or Shape.BASE
    if trigger.adjectival:
        return _behind_be(line, at)
    group = verb_group(line, at, shape)
    before = line.word(group.start - 1)
    if shape in (Shape.BASE, Shape.THIRD) and group.start == at and not _stands_as_verb(line, at, shape, trigger):
        return None
    if shape in PARTICIPLES and group.start == at and _is_attributive(line, at, before):
        return None
    if shape is Shape.GERUND and group.start == at and before in grammar.group("determiners"):
        return None
    return group


def _stands_as_verb(line: Line, at: int, shape: Shape, trigger: Trigger) -> bool:
    """Whether a plain form without auxiliary is a verb: a subject can stand before it, and it is no noun."""
    before = line.word(at - 1)
    if before in grammar.group("determiners") or before in grammar.group("prepositions") or before == "'s":
        return before in ("that", "which", "all", "both", "many", "most", "some")
    if line.words[at] in nouns() and not trigger.objects:
        return _has_subject(line, at, shape)
    return not _verb_follows(line, at + 1) and not (before.endswith(_ADJECTIVAL) and line.held[at - 1] < 0)


def _behind_be(line: Line, at: int) -> VerbGroup | None:
    place = at - 1
    while place >= 0 and (line.words[place] in grammar.group("adverbs") or line.words[place].endswith("ly")):
        place -= 1
    if place < 0 or line.words[place] not in grammar.group("auxiliaries"):
        return None
    group = verb_group(line, place, Shape.THIRD)
    negated = group.negated or "not" in line.words[place:at] or "n't" in line.words[place:at]
    return VerbGroup(group.start, at, Shape.THIRD, negated, group.modal, False, group.perfect, group.infinitive)


def _has_subject(line: Line, at: int, shape: Shape) -> bool:
    """Whether a form that is a noun too has a subject before it and an object behind."""
    before, after = line.word(at - 1), line.word(at + 1)
    if before in grammar.group("pronouns"):
        return True
    opens = (
        after in grammar.group("determiners") or line.who_from(at + 1) is not None or after in grammar.group("objects")
    )
    plural = (
        before.endswith("s") and before[:1].isalpha() and before not in grammar.group("determiners") and before != "'s"
    )
    if shape is Shape.BASE:
        return opens and (plural or before == "police" or line.who_ending(at) is not None)
    return line.who_ending(at) is not None and (
        opens or after not in ("on", "in", "by", "against", "of", "between", "for")
    )


def _verb_follows(line: Line, at: int) -> bool:
    """Whether the next word is a verb, so that the one before it is its subject: "forces attacked"."""
    return is_finite(line, at) or (line.word(at).endswith("ed") and line.held[at] < 0)


def _is_attributive(line: Line, at: int, before: str) -> bool:
    """Whether a participle stands before its noun ("the detained priest") and has no agent."""
    if not (before in grammar.group("determiners") or before in grammar.group("prepositions") or before == "'s"):
        return False
    return line.word(at + 1) != "by" and before not in (
        "that",
        "which",
        "what",
        "it",
        "all",
        "many",
        "some",
        "several",
        "most",
    )


def _object_end(line: Line, at: int, trigger: Trigger) -> int:
    """Where the object phrase ends that the trigger demands; -1 if there is none."""
    for place in range(at, min(len(line), at + trigger.reach + 1)):
        for words in trigger.objects:
            if line.words[place : place + len(words)] == words:
                return place + len(words)
        if line.words[place] in _GAP_ENDS and line.held[place] < 0:
            break
    return -1


def _is_verb(line: Line, at: int, end: int) -> bool:
    """Whether a noun of the table stands as a verb: behind "to" or a modal."""
    before = line.word(at - 1)
    return end == at + 1 and (before in grammar.group("modals") or before in ("to", "not", "n't", "did", "do", "does"))


__all__ = ["Told", "tell"]
