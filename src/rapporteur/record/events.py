"""Events of all articles: one entry for each event that reports date alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from rapporteur.intake.article import Article
from rapporteur.reading.claims import EventClaim, Reading
from rapporteur.reading.events.plover import cameo_code
from rapporteur.record.copied import claims_with_copies
from rapporteur.record.grouping import connected
from rapporteur.record.model import Event, Evidence, entry_id
from rapporteur.spans import Span

LIKELY = 0.5
"""The probability from which an event is entered; readings hold less likely ones too."""

Report = tuple[Article, EventClaim, tuple[Evidence, ...]]


class _Told:
    """An event's claim as `claims_with_copies` wants it: its evidence is its sentence."""

    def __init__(self, claim: EventClaim) -> None:
        self.claim = claim

    @property
    def evidence(self) -> tuple[Span, ...]:
        return (self.claim.sentence,)


def gather_events(reads: Sequence[tuple[Article, Reading]], copies: Mapping[str, str]) -> tuple[Event, ...]:
    """The events between the record's actors that ``reads`` report, by id.

    An event in which nobody known takes part, or that is as likely none, is left out.
    """
    found: list[Report] = [
        (article, told.claim, evidence) for article, told, evidence in claims_with_copies(reads, copies, _claims, _same)
    ]
    found.sort(key=lambda report: (report[0].id, report[1].trigger, report[1].type))
    groups = connected(range(len(found)), _pairs(found))
    return tuple(sorted((_event([found[place] for place in group]) for group in groups), key=lambda event: event.id))


def _claims(reading: Reading) -> Sequence[_Told]:
    likely = (claim for claim in reading.events if claim.probability >= LIKELY)
    return [_Told(claim) for claim in likely if claim.actors or claim.recipients]


def _same(told: _Told) -> tuple[object, ...]:
    claim = told.claim
    return claim.type, claim.mode, claim.actors, claim.recipients, claim.realis


def _pairs(reports: Sequence[Report]) -> Iterator[tuple[int, int]]:
    """Reports of one type, the same parties and the same known day, next to each other."""
    alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for place, (_, claim, _) in enumerate(reports):
        if claim.when.day:
            alike[claim.type, claim.actors, claim.recipients, claim.realis, claim.when.day].append(place)
    for places in alike.values():
        yield from pairwise(places)


def _event(reports: Sequence[Report]) -> Event:
    article, claim, _ = reports[0]
    evidence = tuple(dict.fromkeys(one for _, _, found in reports for one in found))
    return Event(
        id=entry_id("event", article.id, claim.trigger.start, claim.trigger.end, claim.type),
        type=claim.type,
        actors=claim.actors,
        recipients=claim.recipients,
        realis=claim.realis,
        evidence=evidence,
        reports=tuple(sorted({one.article for one in evidence})),
        mode=claim.mode,
        contexts=tuple(sorted({context for _, told, _ in reports for context in told.contexts})),
        cameo=cameo_code(claim.type, claim.mode),
        when=claim.when,
        place=next((told.place for _, told, _ in reports if told.place), None),
    )


__all__ = ["gather_events"]
