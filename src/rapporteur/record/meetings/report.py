"""A meeting as one article reports it, with the facts by which two such reports are compared."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations

from rapporteur.intake.article import Article
from rapporteur.reading.claims import MeetingClaim, Participant, Status
from rapporteur.reading.meetings.levels import format_of, shared_level, size_of
from rapporteur.record.model import Actor, entry_id
from rapporteur.reference.offices import level_of
from rapporteur.when import UNKNOWN, Basis, When

BEFORE = frozenset({Status.PLANNED, Status.PROPOSED})
AFTER = frozenset({Status.HELD, Status.ONGOING})


@dataclass(frozen=True)
class MeetingReport:
    """One article's claim, its actors being the record's.

    ``copied`` marks an article that copies another's text; ``number`` tells the claims of one article apart that begin
    with the same sentence.
    """

    article: Article
    claim: MeetingClaim
    copied: bool = False
    number: int = 0

    @cached_property
    def order(self) -> tuple[dt.date, str, int, int]:
        """The canonical order of reports: by day of publication, then by article and place in it."""
        day = self.article.published.earliest or dt.date.max
        return day, self.article.id, self.claim.evidence[0].start, self.number

    @cached_property
    def id(self) -> str:
        """The id of the meeting of which this is the first report."""
        start = self.claim.evidence[0].start
        return entry_id("meeting", self.article.id, start, *([self.number] if self.number else []))

    @cached_property
    def possible(self) -> When:
        """The days on which the meeting can have been: a held one by the day of its report, a planned one from then on.

        A report whose own words say otherwise is left as it stands.
        """
        published, status = self.article.published, self.claim.status
        latest = published.latest if status is Status.HELD else None
        earliest = published.earliest if status in BEFORE else None
        word = "held by" if status is Status.HELD else "planned on"
        bound = (
            When(earliest, latest, Basis.INFERRED, f"{word} the day of the report") if earliest or latest else UNKNOWN
        )
        bounded = self.claim.when & bound
        return self.claim.when if bounded is None else bounded

    @cached_property
    def people(self) -> Mapping[str, frozenset[str]]:
        """The people of each party that the report names; those without a party are left out."""
        sides: dict[str, set[str]] = {}
        for person in self.claim.participants:
            if person.party:
                sides.setdefault(person.party, set()).add(person.actor)
        return {party: frozenset(people) for party, people in sides.items()}

    @cached_property
    def parties(self) -> frozenset[str]:
        """Who met: the parties, those of the people among them."""
        return frozenset(self.claim.parties) | frozenset(self.people)

    @cached_property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Every two that met, in order: parties, or people where fewer than two parties are known."""
        actors = self.parties if len(self.parties) > 1 else {person.actor for person in self.claim.participants}
        return tuple(combinations(sorted(actors), 2))


def reports_of(
    article: Article, claims: Sequence[MeetingClaim], known: Mapping[str, Actor], *, copied: bool = False
) -> tuple[MeetingReport, ...]:
    """The reports that an article's claims are, each claim filled in from the record's actors."""
    seen: Counter[int] = Counter()
    reports = []
    for claim in claims:
        start = claim.evidence[0].start
        reports.append(MeetingReport(article, with_parties(claim, known), copied, seen[start]))
        seen[start] += 1
    return tuple(reports)


def seen_as(claims: Sequence[MeetingClaim], known: Mapping[str, Actor]) -> tuple[tuple[str | None, ...], ...]:
    """All that `reports_of` takes from the record's actors: the party, its key, and the office of each at a meeting."""
    people = (_filled(person, known.get(person.actor)) for claim in claims for person in claim.participants)
    return tuple((party, role, known[party].key if party and party in known else None) for party, role in people)


def with_parties(claim: MeetingClaim, known: Mapping[str, Actor]) -> MeetingClaim:
    """Return ``claim`` with the parties and roles of the people whom its article names without, and what follows.

    Args:
        claim: with the record's actor ids.
        known: the record's actors by id.
    """
    people = tuple(_completed(person, known.get(person.actor)) for person in claim.participants)
    if people == claim.participants:
        return claim
    parties = tuple(dict.fromkeys((*claim.parties, *(person.party for person in people if person.party))))
    size = size_of(claim.format) if claim.format else None
    form = format_of(len(parties)) if claim.format is None or (size and size < len(parties)) else claim.format
    level = claim.level or shared_level(_sides(people, known))
    return replace(claim, participants=people, parties=parties, format=form, level=level)


def _completed(person: Participant, actor: Actor | None) -> Participant:
    party, role = _filled(person, actor)
    return person if (party, role) == (person.party, person.role) else replace(person, party=party, role=role)


def _filled(person: Participant, actor: Actor | None) -> tuple[str | None, str | None]:
    """The party and the role of somebody at a meeting, from the record where the article leaves them unsaid."""
    if actor is None or (person.party and person.role):
        return person.party, person.role
    roles = {office.role for office in actor.offices}
    only = next(iter(roles)) if len(roles) == 1 else None
    return person.party or actor.party, person.role or only


def _sides(people: Sequence[Participant], known: Mapping[str, Actor]) -> list[list[str | None]]:
    """For each party the levels of its people."""
    sides: dict[str, list[str | None]] = {}
    for person in people:
        if person.party:
            state = known[person.party].key if person.party in known else None
            sides.setdefault(person.party, []).append(level_of(person.role, state) if person.role else None)
    return list(sides.values())
