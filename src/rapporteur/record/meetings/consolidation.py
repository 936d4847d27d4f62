"""One record from all reports of a meeting: what most independent reports say, and of that the most exact."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from rapporteur.reading.claims import Place, Status
from rapporteur.reading.meetings.levels import format_of, size_of
from rapporteur.record.meetings.report import BEFORE, MeetingReport
from rapporteur.record.memory import Memory
from rapporteur.record.model import Attendee, Evidence, Meeting, Stage
from rapporteur.reference.forms import fold
from rapporteur.reference.states import by_name
from rapporteur.when import When

Value = TypeVar("Value", bound=Hashable)

SERIES_GAP = 400  # days between two rounds of one series, at most
FEW = 3  # a party counts if one in this many reports names it


def consolidate(reports: Sequence[MeetingReport]) -> Meeting:
    """Make one meeting of its reports, given in canonical order; its id follows from the first of them."""
    status = _status(reports)
    telling = [report for report in reports if report.claim.status is status]
    parties = _parties(reports)
    return Meeting(
        id=reports[0].id,
        when=_when(telling, others=[report for report in reports if report.claim.status is not status]),
        status=status,
        parties=parties,
        evidence=tuple(sorted({Evidence.at(r.article, span) for r in reports for span in r.claim.evidence})),
        reports=tuple(dict.fromkeys(report.article.id for report in reports)),
        place=_place(telling) or _place(reports),
        venue=voted(telling, lambda r: r.claim.venue) or voted(reports, lambda r: r.claim.venue),
        level=voted(_peopled(reports), lambda r: r.claim.level) or voted(reports, lambda r: r.claim.level),
        format=_format(reports, parties),
        named_format=voted(reports, lambda r: r.claim.named_format),
        round=voted(reports, lambda r: r.claim.round),
        participants=_participants(reports),
        host=voted(reports, lambda r: r.claim.host),
        facilitators=_facilitators(reports, parties),
        topics=_wordings(topic for report in reports for topic in report.claim.topics),
        outcomes=_wordings(outcome for report in reports for outcome in report.claim.outcomes),
        history=_history(reports),
    )


def voted(reports: Iterable[MeetingReport], value: Callable[[MeetingReport], Value | None]) -> Value | None:
    """The value that most articles give, the earliest report's among equals; a copied text has no vote of its own."""
    votes: dict[Value, set[str]] = {}
    for report in reports:
        given = value(report)
        if given is not None:
            votes.setdefault(given, set()).update(() if report.copied else (report.article.id,))
    return max(votes, key=lambda given: len(votes[given]), default=None)


def _history(reports: Sequence[MeetingReport]) -> tuple[Stage, ...]:
    """The stages of a meeting by the days of its reports; what an undated one tells is told once, behind the others."""
    found: list[Stage] = []
    for report in reports:
        claim, days = report.claim, report.article.published
        last = found[-1] if found else None
        if not days and any(stage.status is claim.status for stage in found):
            continue
        evidence = tuple(Evidence.at(report.article, span) for span in claim.evidence)
        if last and last.status is claim.status:
            found[-1] = Stage(last.status, last.when | days, tuple(dict.fromkeys((*last.evidence, *evidence))))
        else:
            found.append(Stage(claim.status, days, evidence))
    return tuple(found)


def _status(reports: Sequence[MeetingReport]) -> Status:
    """How far the meeting has come; of plans and cancellations the later report counts."""
    statuses = [report.claim.status for report in reports]
    for certain in (Status.HELD, Status.ONGOING):
        if certain in statuses:
            return certain
    firm = [status for status in statuses if status is not Status.PROPOSED]
    return firm[-1] if firm else Status.PROPOSED


def _when(telling: Sequence[MeetingReport], *, others: Sequence[MeetingReport]) -> When:
    """The days on which all can agree; where those that tell of the same do not, the range that holds them."""
    plans = telling[0].claim.status in BEFORE
    known = sorted(reversed(telling) if plans else telling, key=_width)
    found = known[0].possible
    for report in known[1:]:
        both = found & report.possible
        found = both if both is not None else found if plans else found | report.possible
    for report in sorted(others, key=_width):
        found = found & report.possible or found
    return found


def _width(report: MeetingReport) -> int:
    return report.claim.when.days or dt.date.max.toordinal()


def _parties(reports: Sequence[MeetingReport]) -> tuple[str, ...]:
    """The parties that enough of the reports name, those named first by the earliest first."""
    own = [report for report in reports if not report.copied] or reports
    named = dict.fromkeys(party for report in reports for party in (*report.claim.parties, *sorted(report.parties)))
    return tuple(party for party in named if FEW * sum(party in report.parties for report in own) >= len(own))


def _place(reports: Sequence[MeetingReport]) -> Place | None:
    """The city that most reports give, or else the country."""
    city = voted(reports, lambda r: _place_key(r, country=False))
    name = city or voted(reports, lambda r: _place_key(r, country=True))
    same = [place for report in reports if (place := report.claim.place) and fold(place.name) == name]
    return next((place for place in same if place.lat is not None), same[0]) if same else None


def _place_key(report: MeetingReport, *, country: bool) -> str | None:
    place = report.claim.place
    return fold(place.name) if place and (by_name(place.name) is not None) == country else None


def _peopled(reports: Sequence[MeetingReport]) -> list[MeetingReport]:
    """The reports that name people of two sides: theirs is the level that counts."""
    return [report for report in reports if len(report.people) > 1]


def _format(reports: Sequence[MeetingReport], parties: tuple[str, ...]) -> str | None:
    """The format that most reports give, unless there are more parties than it holds."""
    given = voted(reports, lambda r: r.claim.format)
    size = size_of(given) if given else None
    return format_of(len(parties)) if given is None or (size and size < len(parties)) else given


def _participants(reports: Sequence[MeetingReport]) -> tuple[Attendee, ...]:
    people = dict.fromkeys(person.actor for report in reports for person in report.claim.participants)
    return tuple(Attendee(actor, _said(reports, actor, "role"), _said(reports, actor, "party")) for actor in people)


def _said(reports: Sequence[MeetingReport], actor: str, field: str) -> str | None:
    def given(report: MeetingReport) -> str | None:
        person = next((p for p in report.claim.participants if p.actor == actor), None)
        return getattr(person, field) if person else None

    return voted(reports, given)


def _facilitators(reports: Sequence[MeetingReport], parties: tuple[str, ...]) -> tuple[str, ...]:
    named = dict.fromkeys(actor for report in reports for actor in report.claim.facilitators)
    return tuple(actor for actor in named if actor not in parties)


def _wordings(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts in order, without those that repeat or only shorten another."""
    known: dict[str, str] = {}
    for text in texts:
        known.setdefault(fold(text), text)
    return tuple(text for key, text in known.items() if not any(key != other and key in other for other in known))


def link_rounds(meetings: Sequence[Meeting], memory: Memory | None = None) -> tuple[Meeting, ...]:
    """The meetings by id, each linked with the round before and after it in its series."""
    series: dict[tuple[str | None, tuple[str, ...]], list[Meeting]] = {}
    for meeting in sorted(meetings, key=lambda m: m.id):
        if meeting.round is not None:
            parties = () if meeting.named_format else tuple(sorted(meeting.parties))
            series.setdefault((meeting.named_format, parties), []).append(meeting)
    after: dict[str, str] = {}
    before: dict[str, str] = {}
    for rounds in series.values():
        for meeting in rounds:
            following = _following(meeting, rounds)
            if following and following.id not in before:
                after[meeting.id], before[following.id] = following.id, meeting.id
    memory = memory or Memory()
    linked = (_linked(meeting, before.get(meeting.id), after.get(meeting.id), memory) for meeting in meetings)
    return tuple(sorted(linked, key=lambda m: m.id))


def _linked(meeting: Meeting, previous: str | None, following: str | None, memory: Memory) -> Meeting:
    if (meeting.previous, meeting.next) == (previous, following):
        return meeting
    made = partial(replace, meeting, previous=previous, next=following)
    return memory.once("linked", (meeting,), made, (previous, following))


def _following(meeting: Meeting, rounds: Sequence[Meeting]) -> Meeting | None:
    number = (meeting.round or 0) + 1
    later = [m for m in rounds if m.round == number and _gap(meeting, m) is not None]
    return min(later, key=lambda m: (_gap(meeting, m), m.id), default=None)


def _gap(one: Meeting, two: Meeting) -> int | None:
    """The days from one round to the next; None where the next would be before it or too long after."""
    if not one.when.earliest or not two.when.latest:
        return SERIES_GAP
    days = (two.when.latest - one.when.earliest).days
    return days if 0 <= days <= SERIES_GAP else None


__all__ = ["consolidate", "link_rounds", "voted"]
