"""Events of all articles: one entry for each event that reports date alike, or that one story tells in one word."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise

from rapporteur.intake.article import Article
from rapporteur.reading.claims import EventClaim, Reading
from rapporteur.reading.events.plover import cameo_code
from rapporteur.record.copied import Family, claims_of, of_families
from rapporteur.record.families import family_of
from rapporteur.record.grouping import connected, with_earlier
from rapporteur.record.memory import Memory
from rapporteur.record.model import Event, Evidence, entry_id
from rapporteur.record.stories import Stories
from rapporteur.spans import Span
from rapporteur.when import When

_APART = 7
"""Days between two articles, from which on what both tell without a day is not one event."""
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
    """The events between the record's actors that ``reads`` report, by id."""
    memory = memory or Memory()
    groups = group_reports(reads, copies, memory)
    alone = memory.each("event", [group[0] for group in groups if len(group) == 1], lambda report: _event([report]))
    shared = (memory.once("event", group, partial(_event, group)) for group in groups if len(group) > 1)
    return tuple(sorted((*alone, *shared), key=lambda event: event.id))


def group_reports(
    reads: Sequence[tuple[Article, Reading]], copies: Mapping[str, str], memory: Memory | None = None
) -> list[list[Report]]:
    """The reports of each event.

    One in which nobody known takes part, or that is as likely none, is left out.
    """
    memory = memory or Memory()
    found = [report for told in of_families("events told", reads, copies, _reports, memory) for report in told]
    found.sort(key=lambda report: (report[0].id, report[1].trigger, report[1].type))
    stories = memory.once("stories", (), Stories)
    stories.become(article for article, _ in reads)
    groups = connected(range(len(found)), (*_of_one_day(found), *_of_one_story(found, stories)))
    return [[found[place] for place in group] for group in groups]


def _reports(family: Family) -> tuple[Report, ...]:
    return tuple((article, told.claim, evidence) for article, told, evidence in claims_of(family, _claims, _same))


def _claims(reading: Reading) -> Sequence[_Told]:
    likely = (claim for claim in reading.events if claim.probability >= LIKELY)
    return [_Told(claim) for claim in likely if claim.actors or claim.recipients]


def _same(told: _Told) -> tuple[object, ...]:
    claim = told.claim
    return claim.type, claim.mode, claim.actors, claim.recipients, claim.realis


def _of_one_day(reports: Sequence[Report]) -> Iterator[tuple[int, int]]:
    """Reports of one type, the same parties and the same known day, next to each other."""
    alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for place, (_, claim, _) in enumerate(reports):
        if claim.when.day:
            alike[claim.type, claim.actors, claim.recipients, claim.realis.value, claim.when.day].append(place)
    for places in alike.values():
        yield from pairwise(places)


def _of_one_story(reports: Sequence[Report], stories: Stories) -> Iterator[tuple[int, int]]:
    """Reports without a day, of one type, the same parties and a word of one family, in articles of one story."""
    alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for place, (_, claim, _) in enumerate(reports):
        if claim.word and not claim.when.day:
            key = claim.type, claim.actors, claim.recipients, claim.realis.value, family_of(claim.word)
            alike[key].append(place)
    for places in alike.values():
        yield from with_earlier(places, lambda one, two: _is_one(reports[one], reports[two], stories))


def _is_one(one: Report, two: Report, stories: Stories) -> bool:
    """Whether two reports without a day can be of one event: days that meet, articles of one story and one week.

    In one article both sides have to be known: of one side it may well tell two such things.
    """
    article, claim, _ = one
    if not claim.when.meets(two[1].when):
        return False
    if article.id == two[0].id:
        return bool(claim.actors and claim.recipients)
    return article.published.meets(_around(two[0].published)) and stories.alike(article.id, two[0].id)


def _around(published: When) -> When:
    week = dt.timedelta(_APART)
    low, high = published.earliest, published.latest
    return When(low - week if low else None, high + week if high else None)


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


__all__ = ["gather_events", "group_reports"]
