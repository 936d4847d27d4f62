"""Whether a trigger tells of a meeting at all, or of a deadline met, a cabinet, a habit, a wish."""

from __future__ import annotations

from rapporteur.language.attribution import cues, grammar
from rapporteur.reading.claims import ActorKind
from rapporteur.reading.meetings.attendance import read_group
from rapporteur.reading.meetings.cues import Kind, Trigger, forms, pattern, words
from rapporteur.reading.meetings.passages import Passage
from rapporteur.reading.meetings.phrases import Phrase
from rapporteur.reading.meetings.series import ordinals
from rapporteur.reading.meetings.subjects import clause_end, clause_start
from rapporteur.reference import load

_SMALL = (
    "adverbs", "auxiliaries", "conjunctions", "determiners", "modals", "objects", "prepositions", "pronouns",
    "relatives", "subordinators", "times", "verbs",
)  # fmt: skip


def is_false_friend(passage: Passage, trigger: Trigger) -> bool:
    """Return whether the words are an idiom: "met the deadline"."""
    return pattern("false_friends").match(passage.text(trigger.first, trigger.end + 3)) is not None


def is_internal(phrase: Phrase) -> bool:
    """Return whether the meeting is one of a single side's organs, as an adjective says: "a cabinet meeting"."""
    text = f" {' '.join(reversed(phrase.modifiers))} "
    return not phrase.group and any(f" {word} " in text for word in words("internal"))


def is_with_others(passage: Passage, phrase: Phrase) -> bool:
    """Return whether the meeting is of people of whom none is known: "with farmers", "of Nordic ministers"."""
    if phrase.inner or phrase.level:
        return False
    if passage.word(phrase.end) in ("of", "between", "among"):
        return read_group(passage, phrase.end + 1).bystanders
    if passage.word(phrase.end) != "with":
        return False
    at = phrase.end + 1
    while _is_qualifier(passage, at):
        at += 1
    nobody = passage.line.held[at] < 0 if at < len(passage) else False
    return nobody and passage.line.syntax.tag(at) == "NNS" and passage.word(at) not in load("occasions")["anybody"]


def _is_qualifier(passage: Passage, at: int) -> bool:
    """Whether the word at ``at`` stands before the noun of those behind "with", and names nobody."""
    if at >= len(passage) or passage.line.held[at] >= 0 or passage.line.is_capital(at):
        return False
    return passage.line.syntax.tag(at) in ("CD", "DT", "JJ", "NN")


def is_habit(passage: Passage, trigger: Trigger) -> bool:
    """Return whether people meet as a rule rather than once."""
    first, end = clause_start(passage, trigger.first), clause_end(passage, trigger.end)
    return pattern("habitual").search(passage.text(first, end)) is not None


def is_wish(passage: Passage, phrase: Phrase) -> bool:
    """Return whether talks are the object of an aim, not of an arrangement: "to revive talks"."""
    at = phrase.start - 1
    aimed = passage.word(at - 1) == "to" and passage.word(at).isalpha() and passage.line.held[at] < 0
    arranged = passage.word(at) in forms("hold") or passage.word(at) in forms("mediate")
    return aimed and not arranged and phrase.trigger.cue.kind is Kind.TALKS


def is_beside(passage: Passage, phrase: Phrase) -> bool:
    """Return whether the noun only helps to name something else: the margins of a summit, "the talks process"."""
    if set(passage.text(phrase.start - 3, phrase.start).split()) & words("margins"):
        return True
    if phrase.trigger.cue.name in words("rounds") and not _is_counted(passage, phrase):
        return True
    if phrase.trigger.cue.name == "call" and not phrase.determiner:
        return True  # the verb
    alone = len(phrase.group.sides) == 1 and not (phrase.group.people or phrase.inner or phrase.owner)
    if alone and passage.cast[phrase.group.sides[0].party].kind is ActorKind.ORGANISATION:
        return True  # an organisation's own summit
    return _is_noun(passage, phrase.trigger.end)


def _is_counted(passage: Passage, phrase: Phrase) -> bool:
    """Whether "round" stands for one of talks: "the third round", "another round"."""
    named = {phrase.determiner, *phrase.modifiers}
    return bool(named & (words("another") | set(ordinals()))) and passage.word(phrase.trigger.end) != "of"


def _is_noun(passage: Passage, at: int) -> bool:
    """Whether a noun stands at ``at``, as far as the word's form shows: what is before it then only qualifies it."""
    word = passage.word(at)
    if len(word) < 4 or not word.isalpha() or passage.line.is_capital(at) or passage.line.held[at] >= 0:
        return False
    if word.endswith(("ed", "ing", "ly")) or word in forms("happen") or word in cues.forms() or passage.time_at(at):
        return False
    return not any(word in grammar.group(name) for name in _SMALL) and not passage.is_verb(at)


__all__ = ["is_beside", "is_false_friend", "is_habit", "is_internal", "is_wish", "is_with_others"]
