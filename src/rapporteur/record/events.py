"""Events of all articles: one entry for each event that reports date alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Mapping, Sequence
from functools import partial

from rapporteur.intake.article import Article
from rapporteur.reading.claims import EventClaim, Reading
from rapporteur.reading.events.plover import cameo_code
from rapporteur.record.copied import Family, claims_of, of_families
from rapporteur.record.memory import Memory
from rapporteur.record.model import Event, Evidence, entry_id
from rapporteur.spans import Span

LIKELY = 0.5
"""The probability from which an event is entered; readings hold less likely ones too."""

Report = tuple[Article, EventClaim, tuple[Evidence, ...]]


class _Told:
    """An event's claim as `claims_of` wants it: its evidence is its sentence."""

    def __init__(self, claim: EventClaim) -> None:
        self.claim = claim

    @property
    def evidence(self) -> tuple[Span, ...]:
        return (self.claim.sentence,)


def gather_events(
    reads: Sequence[tuple[Article, Reading]], copies: Mapping[str, str], memory: Memory | None = None
) -> tuple[Event, ...]:
    """The events between the record's actors that ``reads`` report, by id.

    An event in which nobody known takes part, or that is as likely none, is left out.
    """
    memory = memory or Memory()
    found = [report for told in of_families("events told", reads, copies, _reports, memory) for report in told]
    found.sort(key=lambda report: (report[0].id, report[1].trigger, report[1].type))
    groups = _groups(found)
    alone = memory.each("event", [group[0] for group in groups if len(group) == 1], lambda report: _event([report]))
    shared = (memory.once("event", group, partial(_event, group)) for group in groups if len(group) > 1)
    return tuple(sorted((*alone, *shared), key=lambda event: event.id))


def _reports(family: Family) -> tuple[Report, ...]:
    return tuple((article, told.claim, evidence) for article, told, evidence in claims_of(family, _claims, _same))


def _claims(reading: Reading) -> Sequence[_Told]:
    likely = (claim for claim in reading.events if claim.probability >= LIKELY)
    return [_Told(claim) for claim in likely if claim.actors or claim.recipients]


def _same(told: _Told) -> tuple[object, ...]:
    claim = told.claim
    return claim.type, claim.mode, claim.actors, claim.recipients, claim.realis


def _groups(reports: Sequence[Report]) -> Collection[Sequence[Report]]:
    """Reports of one type, the same parties and the same known day; those of no known day each by itself."""
    alike: dict[Hashable, list[Report]] = defaultdict(list)
    for place, report in enumerate(reports):
        claim = report[1]
        kind = (claim.type, claim.actors, claim.recipients, claim.realis.value, claim.when.day)
        alike[kind if claim.when.day else place].append(report)
    return alike.values()


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
