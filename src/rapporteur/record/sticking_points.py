"""Sticking points: what one party asks and another refuses, and conditions that wait for each other in a ring."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from rapporteur.reading.claims import Stance
from rapporteur.record.blocking import Clash, Ring, clashes, rings, standing
from rapporteur.record.memory import Memory
from rapporteur.record.model import Actor, Commitment, Issue, Position, StickingPoint, entry_id
from rapporteur.record.openings import Moves, openings_of_clash, openings_of_ring
from rapporteur.record.steps import Steps
from rapporteur.record.topics import content_words, deed_of, state_names

_LONGEST = 160
"""Characters of a quotation in a reason."""


def find_sticking_points(
    positions: Sequence[Position],
    issues: Sequence[Issue],
    actors: Sequence[Actor],
    commitments: Sequence[Commitment] = (),
    memory: Memory | None = None,
) -> tuple[StickingPoint, ...]:
    """Find what holds a process up.

    Args:
        positions: the record's positions. What its party took back later, or what was done since, blocks no more.
        issues: the issues they are about.
        actors: the actors, for their names.
        commitments: what parties promised and did, which takes back what they refused.
        memory: what was made of positions before.

    Returns:
        One sticking point for each issue that one party demands or makes a condition and another refuses, and one for
        each ring of conditions that more than one party holds; by id.
    """
    memory = memory or Memory()
    own = state_names(actors)
    held = standing(positions, issues, commitments, own)
    names = {issue.id: issue.name for issue in issues} | {actor.id: actor.name for actor in actors}
    deeds = {position.id: deed_of(own.get(position.party, ""), position.blocks) for position in held if position.blocks}
    steps = Steps(issues)
    names |= {name: steps.name(words) for name, words in deeds.items()}
    moves = Moves(held)
    points = [_remembered(clash, moves, names, memory) for clash in clashes(held)]
    points += [_of_ring(ring, moves, names) for ring in rings(held, issues, own)]
    return tuple(sorted(points, key=lambda point: point.id))


def _remembered(clash: Clash, moves: Moves, names: Mapping[str, str], memory: Memory) -> StickingPoint:
    involved = (*clash.asked, *clash.refused)
    called = (names[clash.issue], *(names.get(key) for one in involved for key in (one.party, one.id)))
    return memory.once("clash", involved, partial(_of_clash, clash, moves, names), called)


def _of_clash(clash: Clash, moves: Moves, names: Mapping[str, str]) -> StickingPoint:
    involved = (*clash.asked, *clash.refused)
    return StickingPoint(
        id=entry_id("sticking-point", clash.issue),
        issue=clash.issue,
        parties=_parties(involved),
        positions=_ids(involved),
        why=_why_refused(*_clearest(clash, names[clash.issue]), names),
        openings=openings_of_clash(*moves.of_clash(clash)),
    )


def _of_ring(ring: Ring, moves: Moves, names: Mapping[str, str]) -> StickingPoint:
    involved = [wait.position for wait in ring]
    return StickingPoint(
        id=entry_id("sticking-point", *_ids(involved)),
        issue=ring[0].first,
        parties=_parties(involved),
        positions=_ids(involved),
        why=_why_ring(ring, names),
        openings=openings_of_ring(moves.block_of_ring(ring)),
    )


def _clearest(clash: Clash, issue: str) -> tuple[Position, Position]:
    """What is asked and what refuses it that explain an issue best: a condition before a demand, clear words first."""
    words = content_words(issue)

    def clear(position: Position) -> int:
        return -len(words & content_words(position.text))

    refused = sorted(clash.refused, key=lambda position: (clear(position), position.id))
    pairs = ((asked, next(one for one in refused if one.party != asked.party)) for asked in clash.asked)
    return min(pairs, key=lambda pair: (_is_demand(pair[0]), *map(clear, pair), pair[0].id, pair[1].id))


def _is_demand(asked: Position) -> bool:
    return asked.stance is not Stance.PRECONDITION


def _parties(positions: Sequence[Position]) -> tuple[str, ...]:
    return tuple(sorted({position.party for position in positions}))


def _ids(positions: Sequence[Position]) -> tuple[str, ...]:
    return tuple(sorted({position.id for position in positions}))


def _why_refused(asked: Position, refused: Position, names: Mapping[str, str]) -> str:
    one, two, issue = (names.get(key, key) for key in (asked.party, refused.party, asked.issue))
    condition = f"makes it a condition of {names[asked.id]}" if asked.blocks else "makes it a condition"
    asks = "demands it" if _is_demand(asked) else condition
    return f"On {issue}: {one} {asks} (“{_words(asked)}”), and {two} {refused.stance.value} it (“{_words(refused)}”)."


def _why_ring(ring: Ring, names: Mapping[str, str]) -> str:
    """One sentence with the words of each condition: each step of the ring waits for the next."""
    held = [
        f"{names.get(wait.position.party, wait.position.party)} puts {names.get(wait.first, wait.first)} before "
        f"{names.get(wait.then, wait.then)} (“{_words(wait.position)}”)"
        for wait in ring
    ]
    return f"Each waits for the other: {', '.join(held[:-1])}, and {held[-1]}."


def _words(position: Position) -> str:
    return position.text if len(position.text) <= _LONGEST else position.text[: _LONGEST - 2].rstrip() + " …"


__all__ = ["find_sticking_points"]
