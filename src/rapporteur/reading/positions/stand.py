"""A party's stand as the rules find it in one sentence, before it becomes a claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapporteur.language.attribution import grammar
from rapporteur.reading.claims import Stance
from rapporteur.reading.clauses.holders import NOBODY, Holder, Holders, actors_of, parties
from rapporteur.reading.clauses.lines import Line
from rapporteur.reading.clauses.subjects import main_subject, subject
from rapporteur.reading.clauses.verb_groups import VerbGroup, clause_words
from rapporteur.reading.clauses.wordings import is_opener, wording
from rapporteur.reading.scene import Scene

FIRST_PERSON = frozenset({"we", "i"})
_OWN = frozenset({"her", "his", "its", "my", "our", "their"})
_PEOPLE = frozenset({"her", "him", "me", "them", "us", "you"})
_THIRD_PERSON = frozenset({"it", "they", "he", "she"})


@dataclass(frozen=True, slots=True)
class Stand:
    """Who takes which stance on what.

    ``actors`` are those who act or speak, not yet their parties.  ``clause`` and ``issue`` are ranges of words; ``at``
    is the cue's place.  ``carries``: the verb may merely bring another stand ("reiterated its demand").
    """

    stance: Stance
    actors: tuple[str, ...]
    at: int
    clause: tuple[int, int]
    issue: tuple[int, int]
    holder: Holder = NOBODY
    requires: tuple[int, int] | None = None
    blocks: tuple[int, int] | None = None
    carries: bool = False

    def within(self, other: Stand) -> bool:
        """Whether this stand's cue lies in the issue of ``other``."""
        return other.issue[0] <= self.at < other.issue[1] and self.at != other.at


@dataclass(frozen=True, slots=True)
class Stage:
    """One sentence with what the rules may ask about it."""

    scene: Scene
    holders: Holders
    line: Line

    def holder(self, at: int) -> Holder:
        """Who says the clause at word ``at``."""
        return self.holders.of(self.line, at)

    def doers(self, group: VerbGroup) -> tuple[str, ...]:
        """The actors who do what the verb group says; "we" is whoever speaks, "it" whoever was spoken of."""
        before = self.line.word(group.start - 1)
        found = subject(self.line, group)
        if group.passive:
            return actors_of(found)
        if found and before not in FIRST_PERSON:
            return actors_of(found)
        if before in FIRST_PERSON:
            return self.holder(group.start - 1).actors
        if before in _THIRD_PERSON:
            return actors_of(main_subject(self.line, group.start - 1, any_before=True))
        return ()

    def has_party(self, actors: tuple[str, ...]) -> bool:
        """Whether one of ``actors`` speaks for a party."""
        return bool(parties(self.scene.cast, actors))

    def same_party(self, one: tuple[str, ...], two: tuple[str, ...]) -> bool:
        """Whether ``one`` and ``two`` speak for a party in common."""
        return bool(set(parties(self.scene.cast, one)) & set(parties(self.scene.cast, two)))

    def is_supposed(self, at: int) -> bool:
        """Whether the clause at ``at`` is only supposed: behind "if" or "whether" in the same clause."""
        line = self.line
        if line.words[0] in clause_words()["imagining"] and line.syntax.tag(0) == "VB" and line.word(1) != ",":
            return True
        for place in range(at - 1, max(-1, at - 14), -1):
            if line.words[place] == "that" and self._supposes(place - 1):
                return True
            if line.words[place] in (",", ";", ":", '"', "that"):
                return False
            if line.words[place] in ("if", "whether", "unless", "lest"):
                return True
        return False

    def _supposes(self, noun: int) -> bool:
        """Whether a noun tells what is only supposed: "the belief that", but not "its belief that"."""
        line = self.line
        return line.words[noun] in clause_words()["suppositions"] and line.word(noun - 1) not in _OWN

    def wording(self, words: tuple[int, int] | None) -> str:
        """The cleaned words of a range; empty for none."""
        return wording(self.line, *words) if words else ""

    def is_empty(self, words: tuple[int, int]) -> bool:
        """Whether a phrase tells nothing by itself: "it has to be", "undo it"; or only where: "of the bridge"."""
        line = self.line
        core = [at for at in range(*words) if line.words[at][:1].isalnum() and not is_opener(line, at)]
        if not core or line.words[core[0]] in clause_words()["adverbial"]:
            return True
        if all(line.words[at] in clause_words()["weak"] for at in core):
            return True
        if _only_does(line, words, core):
            return True
        helping = grammar.group("pronouns") | grammar.group("auxiliaries") | grammar.group("modals")
        return all(line.words[at] in helping or line.words[at] == "to" for at in core)

    def is_pronoun(self, words: tuple[int, int]) -> bool:
        """Whether a phrase is nothing but pronouns, which alone name no issue."""
        core = [w for w in self.line.words[words[0] : words[1]] if w[:1].isalnum()]
        return all(word in grammar.group("pronouns") or word in grammar.group("objects") for word in core)

    def is_pointed(self, words: tuple[int, int]) -> bool:
        """Whether a demonstrative says that the phrase stands for something named before: "that goal"."""
        return bool({"such", "that", "these", "this", "those"} & set(self.line.words[words[0] : words[1]]))

    def is_of_somebody(self, stand: Stand) -> bool:
        """Whether the object of the cue is a pronoun for people, which no other words explain: "freed them early"."""
        line, first = self.line, stand.issue[0]
        if line.words[first] not in _PEOPLE or line.syntax.tag(first) != "PRP" or line.syntax.heads[first] != stand.at:
            return False
        return "to" not in line.words[first : stand.issue[1]]

    def points_back(self, words: tuple[int, int]) -> bool:
        """Whether a phrase only stands for something named before: "it", "the proposal", "such terms"."""
        skipped = clause_words()["openers"] | {'"', ","}
        core = [w for w in self.line.words[words[0] : words[1]] if w not in skipped]
        return all(word in clause_words()["anaphors"] for word in core)


def _only_does(line: Line, words: tuple[int, int], core: Sequence[int]) -> bool:
    """Whether a phrase is one verb with pronouns for those beside it: "undo it", "her to leave", "join you"."""
    objects = grammar.group("objects")
    named = [at for at in core if line.words[at] not in objects and line.words[at] not in ("to", "with", "for")]
    return len(named) < 2 and any(line.words[at] in objects for at in range(*words))


__all__ = ["FIRST_PERSON", "Stage", "Stand"]
