"""What blocks what: one party's condition that another refuses, and conditions that wait for each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapporteur.reading.claims import Stance
from rapporteur.record.model import Actor, Issue, Position, StickingPoint, entry_id
from rapporteur.record.topics import content_words, subject_of

_ASKING = frozenset({Stance.PRECONDITION, Stance.DEMANDS})
_REFUSING = frozenset({Stance.REFUSES, Stance.REJECTS})
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class _Block:
    """Two positions of two parties that cannot both be met."""

    asked: Position
    refused: Position
    mutual: bool = False

    @property
    def weight(self) -> tuple[bool, bool, str, str]:
        """The order in which blocks explain an issue: conditions before demands, refusals before counter-conditions."""
        return self.asked.stance is not Stance.PRECONDITION, self.mutual, self.asked.id, self.refused.id


def find_sticking_points(
    positions: Sequence[Position], issues: Sequence[Issue], actors: Sequence[Actor]
) -> tuple[StickingPoint, ...]:
    """Find the issues on which positions block each other.

    Args:
        positions: the record's positions.
        issues: the issues they are about.
        actors: the actors, for their names.

    Returns:
        One sticking point for each issue that one party demands or makes a condition and another refuses, or on which
        two parties each wait for the other; by id.
    """
    names = {issue.id: issue.name for issue in issues}
    who = {actor.id: actor.name for actor in actors}
    on: dict[str, list[Position]] = defaultdict(list)
    for position in positions:
        on[position.issue].append(position)
    blocks: dict[str, list[_Block]] = defaultdict(list)
    for issue in sorted(on):
        blocks[issue].extend(_refusals(on[issue]))
    for block in _mutual([p for p in positions if p.stance is Stance.PRECONDITION]):
        blocks[min(block.asked.issue, block.refused.issue)].append(block)
    found = (_point(issue, sorted(held, key=lambda b: b.weight), names, who) for issue, held in blocks.items() if held)
    return tuple(sorted(found, key=lambda point: point.id))


def _refusals(positions: Sequence[Position]) -> Iterator[_Block]:
    """A party's demand or condition, and another party's refusal of the same."""
    for asked in positions:
        for refused in positions:
            if asked.stance in _ASKING and refused.stance in _REFUSING and asked.party != refused.party:
                yield _Block(asked, refused)


def _mutual(conditions: Sequence[Position]) -> Iterator[_Block]:
    """Two parties' conditions of which each waits for what the other asks first."""
    for one in conditions:
        for two in conditions:
            if one.id < two.id and one.party != two.party and _waits(one, two) and _waits(two, one):
                yield _Block(one, two, mutual=True)


def _waits(one: Position, two: Position) -> bool:
    """Whether what waits in ``one`` is what ``two`` asks first."""
    if not one.blocks or not two.requires:
        return False
    waiting, asked = subject_of(one.blocks), subject_of(two.requires)
    if waiting.topic or asked.topic:
        return waiting.may_be(asked)
    words = content_words(one.blocks), content_words(two.requires)
    return len(words[0] & words[1]) >= 2 and words[0] & words[1] in (words[0], words[1])


def _point(issue: str, blocks: Sequence[_Block], names: Mapping[str, str], who: Mapping[str, str]) -> StickingPoint:
    involved = [position for block in blocks for position in (block.asked, block.refused)]
    return StickingPoint(
        id=entry_id("sticking-point", issue),
        issue=issue,
        parties=tuple(sorted({position.party for position in involved})),
        positions=tuple(sorted({position.id for position in involved})),
        why=_why(blocks[0], names[issue], who),
    )


def _why(block: _Block, issue: str, who: Mapping[str, str]) -> str:
    asked, refused = block.asked, block.refused
    one, two = who.get(asked.party, asked.party), who.get(refused.party, refused.party)
    if block.mutual:
        return f"{one} waits for {two} (“{_words(asked)}”), and {two} for {one} (“{_words(refused)}”)."
    asks = (
        f"makes it a condition of {asked.blocks}"
        if asked.stance is Stance.PRECONDITION and asked.blocks
        else ("makes it a condition" if asked.stance is Stance.PRECONDITION else "demands it")
    )
    return f"On {issue}: {one} {asks} (“{_words(asked)}”), and {two} {refused.stance.value} it (“{_words(refused)}”)."


def _words(position: Position) -> str:
    return position.text if len(position.text) <= _LONGEST else position.text[: _LONGEST - 2].rstrip() + " …"


__all__ = ["find_sticking_points"]
