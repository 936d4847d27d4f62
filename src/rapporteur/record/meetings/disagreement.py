"""Where the reports of one meeting differ, field by field: described side by side, not judged.

A report that is silent or less exact than another does not disagree with it, nor does one that spells a name another
way; a copy of another article's text is no second voice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from rapporteur.reading.claims import Status
from rapporteur.record.meetings.likeness import levels_agree, same_place
from rapporteur.record.meetings.matching import Reports
from rapporteur.record.meetings.report import AFTER, BEFORE, MeetingReport
from rapporteur.record.memory import Memory
from rapporteur.record.model import Actor, Disagreement, Evidence, Meeting, Version, entry_id

_NUMBER = re.compile(r"\b(\d{1,3}(?:,\d{3})+|\d+)\s+((?:[a-z][\w’'-]*\s+){0,2}?)([a-z][\w-]*s|people|men|women)\b")
ROUNDING = 0.1  # two numbers this near each other are one, rounded


@dataclass(frozen=True, slots=True)
class _Field:
    """A field of a report: its value (None: silent), whether two values exclude each other, and a value in words."""

    name: str
    value: Callable[[MeetingReport], Any]
    agree: Callable[[Any, Any], bool]
    words: Callable[[Any], str]


def find_disagreements(
    meetings: Sequence[Meeting], reports: Reports, actors: Sequence[Actor], memory: Memory | None = None
) -> tuple[Disagreement, ...]:
    """Find the fields on which the reports of a meeting differ.

    Args:
        meetings: the record's meetings.
        reports: for each meeting's id its reports.
        actors: the record's actors, for their names.
        memory: what was made of reports before.

    Returns:
        The disagreements by id, each with what every version's articles say.
    """
    memory = memory or Memory()
    names = {actor.id: actor.name for actor in actors}
    told = [(meeting.id, reports[meeting.id]) for meeting in meetings if _several(reports[meeting.id])]
    found = [
        disagreement
        for meeting, group in told
        for disagreement in memory.once(
            "disagreements", group, partial(_of_meeting, meeting, group, names), (meeting, _called(group, names))
        )
    ]
    return tuple(sorted(found, key=lambda d: d.id))


def _several(reports: Sequence[MeetingReport]) -> bool:
    return len({report.article.id for report in reports}) > 1


def _called(reports: Sequence[MeetingReport], names: Mapping[str, str]) -> tuple[str | None, ...]:
    """The names of all in ``reports`` that can stand in a disagreement."""
    people = [person for report in reports for person in report.claim.participants]
    return tuple(names.get(name or "") for person in people for name in (person.actor, person.party))


def _of_meeting(meeting: str, reports: Sequence[MeetingReport], names: Mapping[str, str]) -> tuple[Disagreement, ...]:
    found = (_disagreement(meeting, field, reports) for field in _fields(reports, names))
    return tuple(disagreement for disagreement in found if disagreement)


def _fields(reports: Sequence[MeetingReport], names: Mapping[str, str]) -> Iterator[_Field]:
    yield _Field("day", _day, lambda one, two: one.meets(two), lambda when: when.edtf or "")
    yield _Field("place", lambda r: r.claim.place, same_place, lambda place: place.name)
    yield _Field("level", lambda r: r.claim.level, levels_agree, str)
    yield _Field("round", lambda r: r.claim.round, _equal, str)
    yield _Field("status", _standing, _stands_together, lambda standing: standing[0].value)
    for party, role in sorted({office for report in reports for office in _offices(report)}):
        holder = partial(_holder, office=(party, role))
        words = partial(_named, names=names)
        yield _Field(f"{role} of {names.get(party, party)}", holder, _equal, words)
    for noun in sorted({noun for report in reports for noun in _numbers(report)}):
        yield _Field(f"number of {noun}", partial(_number, noun=noun), _near, lambda number: f"{number:,}")


def _disagreement(meeting: str, field: _Field, reports: Sequence[MeetingReport]) -> Disagreement | None:
    versions: list[tuple[Any, list[MeetingReport]]] = []
    for report in sorted(reports, key=lambda r: r.copied):
        value = field.value(report)
        if value is None:
            continue
        fitting = next((told for known, told in versions if field.agree(known, value)), None)
        if fitting is not None:
            fitting.append(report)
        elif not report.copied:
            versions.append((value, [report]))
    if len(versions) < 2 or not _of_different_articles([told for _, told in versions]):
        return None
    told = tuple(_version(field.words(value), told) for value, told in versions)
    return Disagreement(entry_id("disagreement", meeting, field.name), meeting, field.name, told)


def _of_different_articles(versions: Sequence[Sequence[MeetingReport]]) -> bool:
    articles = [{report.article.id for report in told} for told in versions]
    return len(set.union(*articles)) == sum(map(len, articles))


def _version(value: str, reports: Sequence[MeetingReport]) -> Version:
    evidence = {Evidence.at(report.article, span) for report in reports for span in report.claim.evidence}
    return Version(value, tuple(sorted({report.article.id for report in reports})), tuple(sorted(evidence)))


def _equal(one: object, two: object) -> bool:
    return one == two


def _day(report: MeetingReport) -> Any:
    """The days of a meeting that was held: a plan that was changed contradicts nobody."""
    return report.claim.when if report.claim.status in AFTER and report.claim.when else None


def _standing(report: MeetingReport) -> Any:
    day = report.article.published.earliest
    return (report.claim.status, day) if day and report.claim.status not in AFTER else None


def _stands_together(one: tuple[Status, Any], two: tuple[Status, Any]) -> bool:
    """Whether neither outlet still announces what the other has already reported as cancelled."""
    return not any(a[0] is Status.CANCELLED and b[0] in BEFORE and a[1] <= b[1] for a, b in ((one, two), (two, one)))


def _offices(report: MeetingReport) -> Iterator[tuple[str, str]]:
    """The offices, as (party, role), of which the report names just one holder."""
    held = [(person.party, person.role) for person in report.claim.participants if person.party and person.role]
    return (
        (party, role) for party, role in held if role != "other" and held.count((party, role)) == 1 and party and role
    )


def _holder(report: MeetingReport, *, office: tuple[str, str]) -> str | None:
    if office not in set(_offices(report)):
        return None
    return next(p.actor for p in report.claim.participants if (p.party, p.role) == office)


def _named(actor: str, *, names: Mapping[str, str]) -> str:
    return names.get(actor, actor)


def _numbers(report: MeetingReport) -> dict[str, int]:
    """What the report counts in its outcomes, by the noun counted; a noun counted twice is left out."""
    found: dict[str, list[int]] = {}
    for outcome in report.claim.outcomes:
        for number, _, noun in _NUMBER.findall(outcome):
            found.setdefault(noun, []).append(int(number.replace(",", "")))
    return {noun: numbers[0] for noun, numbers in found.items() if len(set(numbers)) == 1}


def _number(report: MeetingReport, *, noun: str) -> int | None:
    return _numbers(report).get(noun)


def _near(one: int, two: int) -> bool:
    return abs(one - two) <= ROUNDING * max(one, two)


__all__ = ["find_disagreements"]
