"""Who "the two sides" and "they" are, where the cast leaves it open."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from rapporteur.reading.clauses.holders import actors_of, parties
from rapporteur.reading.clauses.lines import Line, Who, lines
from rapporteur.reading.clauses.subjects import agent, joined
from rapporteur.reading.clauses.verb_groups import VerbGroup, clause_words
from rapporteur.reading.clauses.wordings import noun_phrase_start
from rapporteur.reading.commitments.promises import promise_words
from rapporteur.reading.positions.stand import Stage
from rapporteur.reading.scene import Cast, Scene

_DETERMINERS = frozenset({"the", "both", "two", "three", "four", "", '"'})
_BESIDE = frozenset({"about", "against", "concerning", "from", "in", "into", "near", "on", "over", "to", "towards"})
"""Prepositions that name a place or a matter, and no party to a deed."""
_MOST = 4
"""How many of the parties of one sentence are taken to have to do with each other."""
_REACH = 3
"""How many sentences back two parties must have stood together to be "the two sides"."""


@dataclass
class Sides:
    """The last parties that acted together, sentence by sentence; ``usual`` are those that do so most often."""

    cast: Cast
    usual: tuple[str, ...] = ()
    _last: tuple[str, ...] = ()
    _age: int = field(default=_REACH + 1)
    _recent: deque[tuple[str, ...]] = field(default_factory=lambda: deque(maxlen=_REACH + 1))

    def pass_by(self, line: Line) -> None:
        """Take note of the parties in a sentence that has been read; of several others nobody knows which are meant."""
        near = together(self.cast, line, line.whos) or apart(self.cast, line, line.whos)
        named = parties(self.cast, actors_of(line.whos))
        self._age += 1
        self._recent.append(named)
        if near or (len(named) > 1 and not set(named) <= set(self._last)):
            self._last, self._age = near, 0

    def meant(self, line: Line, before: int) -> tuple[str, ...]:
        """The parties that a noun like "the two sides" before the word at ``before`` takes together."""
        whos = [who for who in line.whos if who.end <= before]
        if here := together(self.cast, line, whos):
            return here
        if self._age <= _REACH and not self._last:
            return apart(self.cast, line, whos)
        near = {*parties(self.cast, actors_of(whos)), *(party for past in self._recent for party in past)}
        if self.usual and near >= set(self.usual):
            return self.usual
        return apart(self.cast, line, whos) or (self._last if self._age <= _REACH else self.usual)


def sides_of(scene: Scene) -> Sides:
    """Return the sides of an article before its first sentence."""
    pairs: Counter[tuple[str, ...]] = Counter()
    for line in lines(scene):
        pairs.update(combinations(sorted(parties(scene.cast, actors_of(line.whos))[:_MOST]), 2))
        pairs.update(combinations(sorted(together(scene.cast, line, line.whos)), 2))
    usual = next((pair for pair, count in pairs.most_common(1) if count > 1), ())
    return Sides(scene.cast, usual)


def together(cast: Cast, line: Line, whos: Sequence[Who]) -> tuple[str, ...]:
    """The two or three parties that a sentence names in one breath: "A and B", "both leaders"."""
    for who in acting(line, whos):
        group = [who, *(other for other in joined(line, who, forward=True) if other in whos)]
        if len(found := parties(cast, actors_of(group))) in (2, 3):
            return found
    return ()


def apart(cast: Cast, line: Line, whos: Sequence[Who]) -> tuple[str, ...]:
    """The two or three parties that a sentence names at all as acting: "A met B"; not those it is only about."""
    found = parties(cast, actors_of(acting(line, whos)))
    return found if len(found) in (2, 3) else ()


def acting(line: Line, whos: Sequence[Who]) -> list[Who]:
    """Those of ``whos`` who may act: neither of the two in "aides to Ruritania and Syldavia"."""
    return [who for who in whos if line.word(_opening(line, joined(line, who)[0]) - 1) not in _BESIDE]


def _opening(line: Line, who: Who) -> int:
    """The first word of the mention with its article."""
    first = who.first
    while line.word(first - 1) in ("the", "both"):
        first -= 1
    return first


def doers(stage: Stage, sides: Sides, group: VerbGroup, *, joint: bool) -> tuple[str, ...]:
    """The parties that do what a verb group says; the sides, where the subject is a noun for parties together."""
    if group.passive:
        found = actors_of(agent(stage.line, group.head + 1))
        return parties(stage.scene.cast, found) or (sides.meant(stage.line, group.start) if joint else ())
    found = parties(stage.scene.cast, stage.doers(group))
    if not found and joint:
        return _of_several(stage, group) or (
            sides.meant(stage.line, group.start) if _opens_with_sides(stage.line, group.start) else ()
        )
    if found and not (joint and len(found) == 1 and _is_plural(stage.line, group)):
        return found
    return sides.meant(stage.line, group.start) if _is_plural(stage.line, group) else found


def _of_several(stage: Stage, group: VerbGroup) -> tuple[str, ...]:
    """The parties of officials named together: "Ruritanian and Syldavian ministers, as well as envoys, agreed"."""
    line = stage.line
    start = noun_phrase_start(line, group.start)
    if not clause_words()["officials"] & set(line.words[start : group.start]):
        return ()
    found = parties(stage.scene.cast, actors_of([who for who in line.whos if start <= who.first < group.start]))
    return found if len(found) > 1 else ()


def _opens_with_sides(line: Line, before: int) -> bool:
    """Whether the clause before ``before`` opens with a noun for parties together: "The ministers met and agreed"."""
    for at in range(before - 1, -1, -1):
        if line.held[at] >= 0 or line.words[at] in (";", ":"):
            return False
        if line.words[at] in promise_words("sides") and line.word(at - 1) in _DETERMINERS:
            return True
    return False


def _is_plural(line: Line, group: VerbGroup) -> bool:
    """Whether the subject is a noun for parties together."""
    word, before = line.word(group.start - 1), line.word(group.start - 2)
    if word not in promise_words("sides") or (word not in ("they", "both") and before not in _DETERMINERS):
        return False
    who = line.who_at(group.start - 1)
    return who is None or len(who.actors) < 2


__all__ = ["Sides", "acting", "doers", "sides_of"]
