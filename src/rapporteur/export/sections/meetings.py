"""Meetings in order: their facts, their reports side by side, where those differ, what was said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapporteur.analysis.timeline import chronological
from rapporteur.export.labels import label, names
from rapporteur.export.sections.citations import Citations, Quote, Source, Sources, said_by
from rapporteur.export.sections.words import Day, country_words, day_of, level_words, plain, shortened, value_words
from rapporteur.reading.meetings.levels import RANKS
from rapporteur.record.model import Attendee, Disagreement, Meeting, Stage, Version
from rapporteur.record.record import Record


@dataclass(frozen=True, slots=True)
class Link:
    """A link within the page."""

    href: str
    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of facts; ``note`` says why, where that is worth saying."""

    name: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Delegation:
    """The people of one party at a meeting, each with the office in which they came."""

    party: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What one article says of a meeting."""

    source: Source
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class VersionView:
    """One of the values that reports give, and who gives it."""

    value: str
    sources: tuple[Source, ...]
    evidence: Sources


@dataclass(frozen=True, slots=True)
class DisagreementView:
    """A field on which reports differ."""

    id: str
    field: str
    about: Link
    versions: tuple[VersionView, ...]


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A meeting as the dossier shows it."""

    id: str
    day: Day
    place: str
    who: str
    status: str
    facts: tuple[Fact, ...]
    delegations: tuple[Delegation, ...]
    topics: tuple[str, ...]
    outcomes: tuple[str, ...]
    reports: tuple[Report, ...]
    disagreements: tuple[DisagreementView, ...]
    said: tuple[Link, ...]
    previous: Link | None
    next: Link | None


def meeting_views(record: Record, citations: Citations) -> tuple[MeetingView, ...]:
    """The meetings of ``record`` by day; those without any day come last."""
    return tuple(_view(record, citations, m) for m in chronological(record.meetings) if isinstance(m, Meeting))


def disagreement_views(record: Record, citations: Citations) -> tuple[DisagreementView, ...]:
    """All disagreements: those about meetings in the order of these, then the others by id."""
    place = {entry.id: number for number, entry in enumerate(chronological(record.meetings))}
    found = sorted(record.disagreements, key=lambda d: (place.get(d.about, len(place)), d.id))
    return tuple(disagreement_view(record, citations, disagreement) for disagreement in found)


def disagreement_view(record: Record, citations: Citations, found: Disagreement) -> DisagreementView:
    """One disagreement, its versions in the record's order."""
    about = record[found.about]
    text = title_of(record, about) if isinstance(about, Meeting) else shortened(label(record, about), 90)
    versions = tuple(_version(found.field, version, citations) for version in found.versions)
    return DisagreementView(found.id, plain(found.field), Link(found.about, text), versions)


def title_of(record: Record, meeting: Meeting) -> str:
    """A meeting in one line: the day, the place and who met."""
    parts = (day_of(meeting.when, short=True).words, place_of(meeting), who_met(record, meeting))
    return ", ".join(filter(None, parts))


def place_of(meeting: Meeting) -> str:
    """Where a meeting is, as a heading says it; empty where it is not stated."""
    return meeting.place.name if meeting.place else ""


def who_met(record: Record, meeting: Meeting) -> str:
    """The parties of a meeting, or its people where they tell of more sides than the parties do."""
    people = tuple(attendee.actor for attendee in meeting.participants)
    if len(meeting.parties) < 2 <= len(people):
        return names(record, people, " – ")
    return names(record, meeting.parties, " – ") or "parties not stated"


def _view(record: Record, citations: Citations, meeting: Meeting) -> MeetingView:
    linked = (s for s in record.statements if s.meeting == meeting.id)
    return MeetingView(
        id=meeting.id,
        day=day_of(meeting.when),
        place=place_of(meeting),
        who=who_met(record, meeting),
        status=meeting.status.value,
        facts=tuple(_facts(record, meeting)),
        delegations=_delegations(record, meeting.participants),
        topics=meeting.topics,
        outcomes=meeting.outcomes,
        reports=_reports(citations, meeting),
        disagreements=tuple(
            disagreement_view(record, citations, d) for d in record.disagreements if d.about == meeting.id
        ),
        said=tuple(Link(s.id, said_by(record, s)) for s in linked),
        previous=_linked(record, meeting.previous),
        next=_linked(record, meeting.next),
    )


def _facts(record: Record, meeting: Meeting) -> Iterable[Fact]:
    day = day_of(meeting.when)
    country = country_words(meeting.place.country) if meeting.place else ""
    where = ", ".join(filter(None, dict.fromkeys((meeting.venue, place_of(meeting)))))
    yield Fact("Day", day.words, day.why)
    yield Fact("Place", where or "not stated", "" if country in where else country)
    yield Fact("Level", level_words(meeting.level) or "not stated")
    yield Fact("Format", _format(meeting) or "not stated")
    if len(meeting.history) > 1:
        yield Fact("Told as", ", then ".join(map(_stage, meeting.history)))
    if meeting.host:
        yield Fact("Host", record.name_of(meeting.host))
    if meeting.facilitators:
        yield Fact("Facilitated by", names(record, meeting.facilitators))


def _stage(stage: Stage) -> str:
    day = day_of(stage.when, short=True).words
    return f"{stage.status.value} ({day})" if stage.when else stage.status.value


def _format(meeting: Meeting) -> str:
    number = f"round {meeting.round}" if meeting.round is not None else None
    return ", ".join(filter(None, (meeting.format, meeting.named_format, number)))


def _delegations(record: Record, people: Sequence[Attendee]) -> tuple[Delegation, ...]:
    own = {actor.id: actor.party for actor in record.actors}
    grouped: dict[str, list[Attendee]] = {}
    for attendee in people:
        party = record.name_of(attendee.party or own.get(attendee.actor))
        grouped.setdefault(party or "Party not stated", []).append(attendee)
    return tuple(
        Delegation(party, tuple(_person(record, attendee) for attendee in sorted(group, key=_rank)))
        for party, group in grouped.items()
    )


def _person(record: Record, attendee: Attendee) -> str:
    return f"{record.name_of(attendee.actor)}{f' ({plain(attendee.role)})' if attendee.role else ''}"


def _rank(attendee: Attendee) -> int:
    level = (attendee.role or "").replace(" ", "_")
    return RANKS.index(level) if level in RANKS else len(RANKS)


def _reports(citations: Citations, meeting: Meeting) -> tuple[Report, ...]:
    quotes = citations.quotes(meeting.evidence)
    sources = citations.cited((*meeting.reports, *(piece.article for piece in meeting.evidence)))
    return tuple(Report(source, tuple(q for q in quotes if q.source == source)) for source in sources)


def _version(field: str, version: Version, citations: Citations) -> VersionView:
    return VersionView(
        value_words(field, version.value), citations.cited(version.articles), citations.of(version.evidence)
    )


def _linked(record: Record, meeting: str | None) -> Link | None:
    found = record[meeting] if meeting else None
    return Link(found.id, title_of(record, found)) if isinstance(found, Meeting) else None
