"""Who stands where: parties against issues, with the stances of each in order of day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rapporteur.analysis.timeline import order
from rapporteur.record.model import Issue, Position


@dataclass(frozen=True, slots=True)
class IssueRow:
    """An issue and, for each party of the matrix in its order, that party's positions on it by day."""

    issue: Issue
    cells: tuple[tuple[Position, ...], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Parties (actor ids) against issues.  What is most contested stands first, on both sides."""

    parties: tuple[str, ...]
    rows: tuple[IssueRow, ...]


def matrix(positions: Sequence[Position], issues: Sequence[Issue]) -> Matrix:
    """Set ``positions`` out by party and issue; issues without a position are left out.

    Parties come in order of how many positions they take, issues in order of how much the parties concerned take part
    in all, then of how many positions are taken on them; among equals the id decides.
    """
    taken = Counter(position.party for position in positions)
    parties = tuple(sorted(taken, key=lambda party: (-taken[party], party)))
    held: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for position in sorted(positions, key=lambda p: (*order(p.when), p.id)):
        held[position.issue, position.party].append(position)
    rows = [IssueRow(issue, tuple(tuple(held.get((issue.id, one), ())) for one in parties)) for issue in issues]
    rows.sort(key=lambda row: _contested(row, parties, taken))
    return Matrix(parties, tuple(row for row in rows if any(row.cells)))


def _contested(row: IssueRow, parties: Sequence[str], taken: Counter[str]) -> tuple[int, int, str]:
    concerned = sum(taken[party] for party, cell in zip(parties, row.cells, strict=True) if cell)
    return -concerned, -sum(map(len, row.cells)), row.issue.id
