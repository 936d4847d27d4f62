"""Sticking points: what one party asks and another refuses, and conditions that wait for each other in a ring."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rapporteur.reading.claims import Stance
from rapporteur.record.blocking import Refusal, Ring, refusals, rings, standing, step_name
from rapporteur.record.model import Actor, Commitment, Issue, Position, StickingPoint, entry_id
from rapporteur.record.openings import Moves, openings_of_refusals, openings_of_ring
from rapporteur.record.topics import content_words, deed_of, state_names

_LONGEST = 160
"""Characters of a quotation in a reason."""


def find_sticking_points(
    positions: Sequence[Position],
    issues: Sequence[Issue],
    actors: Sequence[Actor],
    commitments: Sequence[Commitment] = (),
) -> tuple[StickingPoint, ...]:
    """Find what holds a process up.

    Args:
        positions: the record's positions. What its party took back later, or what was done since, blocks no more.
        issues: the issues they are about.
        actors: the actors, for their names.
        commitments: what parties promised and did, which takes back what they refused.

    Returns:
        One sticking point for each issue that one party demands or makes a condition and another refuses, and one for
        each ring of conditions that more than one party holds; by id.
    """
    own = state_names(actors)
    held = standing(positions, issues, commitments, own)
    names = {issue.id: issue.name for issue in issues} | {actor.id: actor.name for actor in actors}
    deeds = {position.id: deed_of(own.get(position.party, ""), position.blocks) for position in held if position.blocks}
    names |= {name: step_name(words, issues) for name, words in deeds.items()}
    on: dict[str, list[Refusal]] = defaultdict(list)
    for refusal in refusals(held):
        on[refusal.asked.issue].append(refusal)
    moves = Moves(held)
    points = [_of_refusals(issue, on[issue], moves, names) for issue in sorted(on)]
    points += [_of_ring(ring, moves, names) for ring in rings(held, issues, own)]
    return tuple(sorted(points, key=lambda point: point.id))


def _of_refusals(issue: str, found: Sequence[Refusal], moves: Moves, names: Mapping[str, str]) -> StickingPoint:
    ordered = sorted(found, key=lambda refusal: _weight(refusal, names[issue]))
    involved = [position for refusal in ordered for position in (refusal.asked, refusal.refused)]
    return StickingPoint(
        id=entry_id("sticking-point", issue),
        issue=issue,
        parties=_parties(involved),
        positions=_ids(involved),
        why=_why_refused(ordered[0], names),
        openings=openings_of_refusals(moves.of_refusal(refusal) for refusal in ordered),
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


def _weight(refusal: Refusal, issue: str) -> tuple[bool, int, int, str, str]:
    """The order in which refusals explain an issue: of conditions before those of demands, the clearest words first."""
    asked, refused = refusal.asked, refusal.refused
    clear = [-len(content_words(issue) & content_words(position.text)) for position in (asked, refused)]
    return asked.stance is not Stance.PRECONDITION, clear[0], clear[1], asked.id, refused.id


def _parties(positions: Sequence[Position]) -> tuple[str, ...]:
    return tuple(sorted({position.party for position in positions}))


def _ids(positions: Sequence[Position]) -> tuple[str, ...]:
    return tuple(sorted({position.id for position in positions}))


def _why_refused(refusal: Refusal, names: Mapping[str, str]) -> str:
    asked, refused = refusal.asked, refusal.refused
    one, two, issue = (names.get(key, key) for key in (asked.party, refused.party, asked.issue))
    condition = f"makes it a condition of {names[asked.id]}" if asked.blocks else "makes it a condition"
    asks = condition if asked.stance is Stance.PRECONDITION else "demands it"
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
