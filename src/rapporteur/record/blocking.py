"""What stands in whose way: refusals of what others ask, and conditions that wait for each other in a ring."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from rapporteur.reading.claims import Fulfilment, Stance
from rapporteur.record.model import Commitment, Issue, Position
from rapporteur.record.steps import Steps
from rapporteur.record.topics import deed_of, is_limited
from rapporteur.when import When

ASKING = frozenset({Stance.PRECONDITION, Stance.DEMANDS})
REFUSING = frozenset({Stance.REFUSES, Stance.REJECTS})
YIELDING = frozenset({Stance.SUPPORTS, Stance.OFFERS, Stance.PROPOSES})
"""Stances with which a party takes back that it refused."""
_KEPT = frozenset({Fulfilment.MADE, Fulfilment.REPORTED_DONE})
"""What became of commitments that take back a refusal: of a broken one nothing is left but the refusal."""
NOBODY: Mapping[str, str] = MappingProxyType({})
_LONGEST_RING = 4
"""Conditions in a ring; longer ones are made of accidents of wording rather than of politics."""


@dataclass(frozen=True, slots=True)
class Clash:
    """What parties ask on an issue and other parties refuse: of each side those to whom somebody is opposed."""

    issue: str
    asked: tuple[Position, ...]
    refused: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Wait:
    """A condition: a party lets the step ``then`` wait for the step ``first``; steps are issues."""

    position: Position
    first: str
    then: str


Ring = tuple[Wait, ...]
"""Conditions of which each waits for what the next one lets wait, the last for the first."""


def standing(
    positions: Sequence[Position],
    issues: Sequence[Issue] = (),
    commitments: Sequence[Commitment] = (),
    own: Mapping[str, str] = NOBODY,
) -> list[Position]:
    """``positions`` without those that a later day took away.

    A party takes back what it refused by a yielding stance on the issue, or by a commitment to it that is not broken.
    What a party asked is met when another is reported to have kept such a commitment.  ``own`` are the names of the
    states among the parties, whose deeds their promises are.
    """
    yielded, done = _Days(), _Days()
    for position in positions:
        if position.stance in YIELDING:
            yielded.add(position.party, position.issue, position.when)
    for commitment, party, issue in _promised(positions, issues, commitments, own):
        for step in commitment.history:
            if step.status in _KEPT:
                yielded.add(party, issue, step.when)
            if step.status is Fulfilment.REPORTED_DONE:
                done.add(party, issue, step.when)
    return [
        position
        for position in positions
        if not (position.stance in REFUSING and yielded.after(position, by_others=False))
        and not (position.stance in ASKING and done.after(position, by_others=True))
    ]


def _promised(
    positions: Sequence[Position], issues: Sequence[Issue], commitments: Sequence[Commitment], own: Mapping[str, str]
) -> Iterator[tuple[Commitment, str, str]]:
    """The commitments that still bind or were kept, with each who made them and the issue that they are about.

    Words that could be of several issues are of the one on which their party holds a position.
    """
    held: dict[str, set[str]] = defaultdict(set)
    for position in positions:
        held[position.party].add(position.issue)
    steps = Steps(issues)
    for commitment in commitments:
        if commitment.status not in _KEPT or is_limited(commitment.what):
            continue
        for party in commitment.by:
            words = deed_of(own.get(party, ""), commitment.what)
            if issue := steps.of(words) or steps.of(words, held.get(party, NOBODY.keys())):
                yield commitment, party, issue


class _Days:
    """The last day on which each party did something on an issue."""

    def __init__(self) -> None:
        self._last: dict[str, dict[str, dt.date]] = defaultdict(dict)

    def add(self, party: str, issue: str, when: When) -> None:
        if when.earliest:
            known = self._last[issue]
            known[party] = max(known.get(party, when.earliest), when.earliest)

    def after(self, position: Position, *, by_others: bool) -> bool:
        """Whether the party of a position, or another, did it on its issue on a later day than the position's."""
        latest = position.when.latest
        days = self._last.get(position.issue, {})
        return latest is not None and any(
            latest < day for party, day in days.items() if (party != position.party) is by_others
        )


def clashes(positions: Sequence[Position]) -> Iterator[Clash]:
    """The issues on which one party demands or makes a condition of what another refuses, by id."""
    on: dict[str, list[Position]] = defaultdict(list)
    for position in positions:
        on[position.issue].append(position)
    for issue in sorted(on):
        asked = [position for position in on[issue] if position.stance in ASKING]
        refused = [position for position in on[issue] if position.stance in REFUSING]
        opposed = _opposed(asked, refused), _opposed(refused, asked)
        if all(opposed):
            yield Clash(issue, *opposed)


def _opposed(positions: Sequence[Position], others: Sequence[Position]) -> tuple[Position, ...]:
    """Those of ``positions`` whose party is not the only one among ``others``."""
    parties = {other.party for other in others}
    return tuple(position for position in positions if parties - {position.party})


def rings(positions: Sequence[Position], issues: Sequence[Issue], own: Mapping[str, str] = NOBODY) -> tuple[Ring, ...]:
    """Every ring of up to four conditions that more than one party holds.

    Of several conditions of one party with the same two steps, the first by id stands for all.  ``own`` are the names
    of the states among the parties.
    """
    after: dict[str, list[Wait]] = defaultdict(list)
    for wait in _waits(positions, issues, own):
        after[wait.then].append(wait)
    found = {_turned(ring) for start in sorted(after) for ring in _closing(start, (), after)}
    several = (ring for ring in found if len({wait.position.party for wait in ring}) > 1)
    return tuple(sorted(several, key=lambda ring: [wait.position.id for wait in ring]))


def _closing(start: str, path: Ring, after: Mapping[str, Sequence[Wait]]) -> Iterator[Ring]:
    """The ways to come back to a step by what each step waits for."""
    at = path[-1].first if path else start
    if path and at == start:
        yield path
        return
    if len(path) == _LONGEST_RING or at in {wait.then for wait in path}:
        return
    for wait in after.get(at, ()):
        yield from _closing(start, (*path, wait), after)


def _turned(ring: Ring) -> Ring:
    """The same ring, begun where its condition of the smallest id stands."""
    at = min(range(len(ring)), key=lambda place: ring[place].position.id)
    return ring[at:] + ring[:at]


def _waits(positions: Sequence[Position], issues: Sequence[Issue], own: Mapping[str, str]) -> Iterator[Wait]:
    known: dict[tuple[str, str, str], Wait] = {}
    steps = Steps(issues)
    for position in sorted(positions, key=lambda position: position.id):
        if position.stance is not Stance.PRECONDITION or not position.blocks:
            continue
        step = steps.of(deed_of(own.get(position.party, ""), position.blocks))
        if step and step != position.issue:
            known.setdefault((position.party, position.issue, step), Wait(position, position.issue, step))
    yield from known.values()


__all__ = ["ASKING", "REFUSING", "Clash", "Ring", "Wait", "clashes", "rings", "standing"]
