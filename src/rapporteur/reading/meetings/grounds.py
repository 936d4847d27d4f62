"""The words on which a meeting rests: whole sentences, or clauses where a sentence tells of several meetings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rapporteur.reading.meetings.drafts import Draft
from rapporteur.reading.meetings.sighting import Sighting
from rapporteur.reading.meetings.subjects import clause_end, clause_start
from rapporteur.spans import Span


def grounds(drafts: Sequence[Draft]) -> list[tuple[Span, ...]]:
    """Return the evidence of each draft, in order."""
    told: dict[Span, list[tuple[int, Span]]] = defaultdict(list)  # by sentence: the drafts with their clauses
    for number, draft in enumerate(drafts):
        for sighting in draft.sightings:
            told[sighting.span].append((number, _clause(sighting)))
    return [
        tuple(sorted({_ground(sighting, told[sighting.span]) for sighting in draft.sightings} | {*draft.further}))
        for draft in drafts
    ]


def _ground(sighting: Sighting, told: Sequence[tuple[int, Span]]) -> Span:
    """The clause of a sighting, where each meeting of its sentence is told of in one clause; else the sentence."""
    clauses, owners = {clause for _, clause in told}, {number for number, _ in told}
    alone = len(set(told)) == len(owners)  # no meeting is told of in two clauses
    apart = all(one == two or not one.overlaps(two) for one in clauses for two in clauses)
    return _clause(sighting) if len(clauses) > 1 and alone and apart and _has_subject(sighting) else sighting.span


def _clause(sighting: Sighting) -> Span:
    passage, trigger = sighting.passage, sighting.trigger
    first, end = clause_start(passage, trigger.first), clause_end(passage, trigger.end)
    while passage.word(end - 1) in (",", "—", "–"):
        end -= 1
    return passage.line.span(first, end)


def _has_subject(sighting: Sighting) -> bool:
    """Whether a clause opens with who meets: "where she met X", not "and then received X"."""
    passage, at = sighting.passage, clause_start(sighting.passage, sighting.trigger.first)
    while at < sighting.trigger.first and not passage.is_verb(at):
        if passage.line.held[at] >= 0:
            return True
        at += 1
    return False


__all__ = ["grounds"]
