"""One meeting, many reports: which articles' claims are of the same meeting.

The likest two reports are joined first, then the next, as long as no two reports of one meeting exclude each other.
Nothing depends on the order in which articles arrive.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import product
from typing import TypeAlias

from rapporteur.intake.article import Article
from rapporteur.reading.claims import Reading
from rapporteur.record.grouping import connected
from rapporteur.record.judgements.constraints import constrained
from rapporteur.record.judgements.decisions import Decisions
from rapporteur.record.judgements.judgement import Anchor
from rapporteur.record.judgements.references import Index
from rapporteur.record.meetings.candidates import Candidates, Link
from rapporteur.record.meetings.consolidation import consolidate, link_rounds
from rapporteur.record.meetings.likeness import compare
from rapporteur.record.meetings.report import MeetingReport, reports_of, seen_as
from rapporteur.record.memory import Memory
from rapporteur.record.model import Actor, Meeting

Group: TypeAlias = tuple[MeetingReport, ...]
Reports: TypeAlias = Mapping[str, Group]


def match_meetings(
    reads: Sequence[tuple[Article, Reading]],
    copies: Mapping[str, str],
    actors: Sequence[Actor] = (),
    decisions: Decisions | None = None,
    memory: Memory | None = None,
) -> tuple[tuple[Meeting, ...], Reports]:
    """Find the meetings that ``reads`` report.

    Args:
        reads: articles with their weighed publication day, and their readings with the record's actor ids.
        copies: for an article that copies another's text, the id of that other.
        actors: the record's actors; they tell the party and the office of somebody whom one article names without.
        decisions: what people judged to be one meeting, and what not.
        memory: what was made of readings before.

    Returns:
        The meetings by id, and for each id its reports in canonical order.
    """
    memory = memory or Memory()
    known = {actor.id: actor for actor in actors}
    seen = [(article.id in copies, seen_as(reading.meetings, known)) for article, reading in reads]
    told = memory.each("reports of meetings", reads, partial(_reports, known, copies), seen)
    reports = [report for found in told for report in found]
    groups = _as_judged(group(reports, memory), decisions or Decisions(()))
    meetings = [memory.once("meeting", reports, partial(consolidate, reports)) for reports in groups]
    linked = link_rounds(meetings, memory)
    return linked, {meeting.id: reports for meeting, reports in zip(meetings, groups, strict=True)}


def _reports(known: Mapping[str, Actor], copies: Mapping[str, str], read: tuple[Article, Reading]) -> Group:
    article, reading = read
    return reports_of(article, reading.meetings, known, copied=article.id in copies)


def _as_judged(groups: Sequence[Group], decisions: Decisions) -> list[Group]:
    if not decisions.concern("meetings"):
        return list(groups)
    index: Index[str] = Index()
    reports = {report.id: report for group in groups for report in group}
    for name, report in reports.items():
        index.add(name, [Anchor(report.article.id, span.start, span.end) for span in report.claim.evidence], name)
    wanted = decisions.constraints("meetings", index)
    found = constrained([[report.id for report in group] for group in groups], wanted)
    return [tuple(sorted((reports[name] for name in group), key=lambda report: report.order)) for group in found]


def group(reports: Sequence[MeetingReport], memory: Memory | None = None) -> tuple[Group, ...]:
    """Part ``reports`` into those of one meeting each, all in canonical order."""
    memory = memory or Memory()
    ordered = sorted(reports, key=lambda report: report.order)
    place = {id(report): at for at, report in enumerate(ordered)}
    links: dict[int, list[Link]] = defaultdict(list)
    found = memory.once("candidates", (), Candidates).links(ordered, memory)
    joined = [(place[id(link.one)], place[id(link.two)]) for link in found]
    parts = connected(range(len(ordered)), joined)
    part_of = {at: part[0] for part in parts for at in part}
    for link, (one, _) in zip(found, joined, strict=True):
        links[part_of[one]].append(link)
    groups = [
        one for part in parts for one in _remembered([ordered[at] for at in part], links.get(part[0], ()), memory)
    ]
    return tuple(sorted(groups, key=lambda group: place[id(group[0])]))


def _remembered(reports: Sequence[MeetingReport], links: Sequence[Link], memory: Memory) -> tuple[Group, ...]:
    return memory.once("meetings of a part", reports, partial(_grouped, reports, links))


def _grouped(reports: Sequence[MeetingReport], links: Sequence[Link]) -> tuple[Group, ...]:
    """Reports that hang together by ``links``, parted into those of one meeting each."""
    clusters = _Clusters(reports)
    place = {id(report): at for at, report in enumerate(reports)}
    for _, one, two in sorted((-link.score, place[id(link.one)], place[id(link.two)]) for link in links):
        clusters.join(one, two)
    return clusters.groups()


class _Clusters:
    """Reports joined so far.  Invariant: no two reports of one cluster exclude each other."""

    def __init__(self, reports: Sequence[MeetingReport]) -> None:
        self._reports = reports
        self._members = [[at] for at in range(len(reports))]
        self._cluster = list(range(len(reports)))

    def join(self, one: int, two: int) -> None:
        """Put the clusters of two reports together, unless some of their members exclude each other."""
        a, b = sorted((self._cluster[one], self._cluster[two]))
        if a == b or not self._agree(a, b):
            return
        for member in self._members[b]:
            self._cluster[member] = a
        self._members[a] = sorted(self._members[a] + self._members[b])
        self._members[b] = []

    def _agree(self, a: int, b: int) -> bool:
        pairs = product(self._members[a], self._members[b])
        return all(compare(self._reports[one], self._reports[two]).possible for one, two in pairs)

    def groups(self) -> tuple[tuple[MeetingReport, ...], ...]:
        """The clusters, each and all in canonical order."""
        return tuple(tuple(self._reports[at] for at in members) for members in self._members if members)


__all__ = ["Reports", "group", "match_meetings"]
