"""One meeting, many reports: which articles' claims are of the same meeting.

Two reports are compared only where they share a pair of parties and lie near each other in time.  The likest two are
joined first, then the next, as long as no two reports of one meeting exclude each other.  Nothing depends on the order
in which articles arrive.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from rapporteur.intake.article import Article
from rapporteur.reading.claims import Reading
from rapporteur.record.judgements.constraints import constrained
from rapporteur.record.judgements.decisions import Decisions
from rapporteur.record.judgements.judgement import Anchor
from rapporteur.record.judgements.references import Index
from rapporteur.record.meetings.consolidation import consolidate, link_rounds
from rapporteur.record.meetings.likeness import compare, reach
from rapporteur.record.meetings.report import MeetingReport, reports_of
from rapporteur.record.model import Actor, Meeting

Reports = Mapping[str, tuple[MeetingReport, ...]]

SLICE = 64  # days; reports in one slice, or in neighbouring ones that both reach into, are compared


def match_meetings(
    reads: Sequence[tuple[Article, Reading]],
    copies: Mapping[str, str],
    actors: Sequence[Actor] = (),
    decisions: Decisions | None = None,
) -> tuple[tuple[Meeting, ...], Reports]:
    """Find the meetings that ``reads`` report.

    Args:
        reads: articles with their weighed publication day, and their readings with the record's actor ids.
        copies: for an article that copies another's text, the id of that other.
        actors: the record's actors; they tell the party and the office of somebody whom one article names without.
        decisions: what people judged to be one meeting, and what not.

    Returns:
        The meetings by id, and for each id its reports in canonical order.
    """
    known = {actor.id: actor for actor in actors}
    reports = [
        report
        for article, reading in reads
        for report in reports_of(article, reading.meetings, known, copied=article.id in copies)
    ]
    groups = _as_judged(group(reports), decisions or Decisions(()))
    meetings = [consolidate(reports) for reports in groups]
    linked = link_rounds(meetings)
    return linked, {meeting.id: reports for meeting, reports in zip(meetings, groups, strict=True)}


def _as_judged(groups: Sequence[Sequence[MeetingReport]], decisions: Decisions) -> list[tuple[MeetingReport, ...]]:
    index: Index[str] = Index()
    reports = {report.id: report for group in groups for report in group}
    for name, report in reports.items():
        index.add(name, [Anchor(report.article.id, span.start, span.end) for span in report.claim.evidence], name)
    wanted = decisions.constraints("meetings", index)
    found = constrained([[report.id for report in group] for group in groups], wanted)
    return [tuple(sorted((reports[name] for name in group), key=lambda report: report.order)) for group in found]


def group(reports: Sequence[MeetingReport]) -> tuple[tuple[MeetingReport, ...], ...]:
    """Part ``reports`` into those of one meeting each, all in canonical order."""
    ordered = sorted(reports, key=lambda report: report.order)
    clusters = _Clusters(ordered)
    links = [
        (-likeness.score, one, two)
        for one, two in _candidates(ordered)
        if (likeness := compare(ordered[one], ordered[two])).enough
    ]
    for _, one, two in sorted(links):
        clusters.join(one, two)
    return clusters.groups()


def _candidates(reports: Sequence[MeetingReport]) -> Iterator[tuple[int, int]]:
    """Every two reports of different articles that share a pair of parties and a slice of time."""
    slices: dict[tuple[tuple[str, str], int], list[int]] = defaultdict(list)
    anywhere: dict[tuple[str, str], list[int]] = defaultdict(list)
    unbounded: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, report in enumerate(reports):
        days = reach(report)
        for pair in report.pairs:
            anywhere[pair].append(at)
            if days is None:
                unbounded[pair].append(at)
            else:
                for part in range(_slice(days[0]), _slice(days[1]) + 1):
                    slices[pair, part].append(at)
    found = {pair for members in slices.values() for pair in combinations(members, 2)}
    found.update((min(both), max(both)) for pair, ats in unbounded.items() for both in product(ats, anywhere[pair]))
    return ((one, two) for one, two in sorted(found) if reports[one].article.id != reports[two].article.id)


def _slice(day: dt.date) -> int:
    return day.toordinal() // SLICE


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
