"""Who "the two sides" and "they" are, where the cast leaves it open."""

from __future__ import annotations

from dataclasses import dataclass, field

from rapporteur.reading.clauses import agent
from rapporteur.reading.holders import actors_of, parties
from rapporteur.reading.lines import Line
from rapporteur.reading.promises import promise_words
from rapporteur.reading.scene import Cast
from rapporteur.reading.stand import Stage
from rapporteur.reading.verb_groups import VerbGroup, clause_words
from rapporteur.reading.wordings import noun_phrase_start

_DETERMINERS = frozenset({"the", "both", "two", "three", "four", "", '"'})
_REACH = 3
"""How many sentences back two parties must have stood together to be "the two sides"."""


@dataclass
class Sides:
    """The last parties that stood together, sentence by sentence."""

    cast: Cast
    _last: tuple[str, ...] = ()
    _age: int = field(default=_REACH + 1)

    def pass_by(self, line: Line) -> None:
        """Take note of the parties in a sentence that has been read."""
        near = parties(self.cast, actors_of(line.whos))
        self._age += 1
        if len(near) in (2, 3):
            self._last, self._age = near, 0

    def meant(self, line: Line, before: int) -> tuple[str, ...]:
        """The parties that a noun like "the two sides" before the word at ``before`` takes together."""
        here = parties(self.cast, actors_of([who for who in line.whos if who.end <= before]))
        if len(here) in (2, 3):
            return here
        return self._last if self._age <= _REACH else ()


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


__all__ = ["Sides", "doers"]
