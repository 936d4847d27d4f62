"""Diplomatic processes: the meetings and issues of the same parties."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rapporteur.reading.claims import ActorKind
from rapporteur.record.grouping import connected
from rapporteur.record.model import Actor, Issue, Meeting, Position, Process, entry_id

_NAMED = 4
"""The most parties that a process is named after."""
_TELLING = 3
"""Positions from which an issue is the subject of a process."""
_PARTIES = frozenset({ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.ARMED_GROUP})


def find_processes(
    meetings: Sequence[Meeting], positions: Sequence[Position], actors: Sequence[Actor], issues: Sequence[Issue] = ()
) -> tuple[Process, ...]:
    """Find the processes: meetings that share the two parties they are about, with the issues these parties dispute.

    Args:
        meetings: the record's meetings.
        positions: its positions.
        actors: its actors, for their names and kinds.
        issues: its issues, for their names.

    Returns:
        The processes by id: each of several meetings, or of one with an issue in dispute.
    """
    known = {actor.id: actor for actor in actors}
    sides = {meeting.id: _sides(meeting, known) for meeting in meetings}
    listed = [meeting for meeting in meetings if len(sides[meeting.id]) > 1]
    frequent = Counter(pair for meeting in listed for pair in combinations(sides[meeting.id], 2))
    cores = {meeting.id: _core(sides[meeting.id], frequent) for meeting in listed}
    groups = _absorbed(connected([meeting.id for meeting in listed], _pairs(listed, cores)), sides, cores)
    disputed = _Disputed(positions, issues)
    found = [_process(group, sides, cores, disputed, known) for group in groups]
    worth = (process for process in found if len(process.meetings) > 1 or process.issues)
    return tuple(sorted(worth, key=lambda process: process.id))


def _absorbed(
    groups: Sequence[list[str]], sides: Mapping[str, tuple[str, ...]], cores: Mapping[str, tuple[str, str]]
) -> list[list[str]]:
    """``groups`` with those taken into a larger one whose meetings mostly bring the same two parties together."""
    kept: list[list[str]] = []
    brought: list[Counter[tuple[str, str]]] = []
    with_pair: dict[tuple[str, str], list[int]] = defaultdict(list)
    for group in sorted(groups, key=lambda group: (-len(group), sorted(group))):
        core = cores[group[0]]
        larger = sorted(place for place in with_pair[core] if 2 * brought[place][core] > len(kept[place]))
        place = larger[0] if larger else len(kept)
        if not larger:
            kept.append([])
            brought.append(Counter())
        kept[place].extend(group)
        for pair in (pair for meeting in group for pair in combinations(sides[meeting], 2)):
            if not brought[place][pair]:
                with_pair[pair].append(place)
            brought[place][pair] += 1
    return kept


def _sides(meeting: Meeting, known: Mapping[str, Actor]) -> tuple[str, ...]:
    """The parties of a meeting without those that only help, unless fewer than two are left."""
    parties = sorted({party for party in meeting.parties if party in known and known[party].kind in _PARTIES})
    own = [party for party in parties if party not in meeting.facilitators]
    return tuple(own if len(own) > 1 else parties)


def _core(sides: tuple[str, ...], frequent: Mapping[tuple[str, str], int]) -> tuple[str, str]:
    """The pair among ``sides`` that meets most often; of equals the first by id."""
    return min(combinations(sides, 2), key=lambda pair: (-frequent[pair], pair))


def _pairs(meetings: Sequence[Meeting], cores: Mapping[str, tuple[str, str]]) -> Iterator[tuple[str, str]]:
    first: dict[tuple[str, str], str] = {}
    for meeting in meetings:
        yield first.setdefault(cores[meeting.id], meeting.id), meeting.id


def _process(
    group: Sequence[str],
    sides: Mapping[str, tuple[str, ...]],
    cores: Mapping[str, tuple[str, str]],
    disputed: _Disputed,
    known: Mapping[str, Actor],
) -> Process:
    core = cores[group[0]]
    counted = Counter(party for meeting in group for party in sides[meeting])
    parties = tuple(sorted(counted))
    steady = [party for party in parties if party in core or 2 * counted[party] > len(group)]
    named = sorted(steady, key=lambda party: (party not in core, -counted[party], party))[:_NAMED]
    between = disputed.between(core, parties)
    between_whom = "–".join(sorted(known[party].name for party in named))
    subject = disputed.subject(between, parties)
    return Process(
        id=entry_id("process", *core),
        name=f"{between_whom}: {subject}" if subject else between_whom,
        parties=parties,
        meetings=tuple(sorted(group)),
        issues=between,
    )


class _Disputed:
    """The issues on which parties take positions."""

    def __init__(self, positions: Sequence[Position], issues: Sequence[Issue]) -> None:
        self._names = {issue.id: issue.name for issue in issues}
        self._held: dict[str, Counter[str]] = defaultdict(Counter)
        self._total: Counter[str] = Counter(position.issue for position in positions)
        self._rank = {issue: -count for issue, count in self._total.items()}
        self._issues: dict[str, set[str]] = defaultdict(set)
        self._shared: dict[tuple[str, str], set[str]] = {}
        for position in positions:
            self._issues[position.party].add(position.issue)
            self._held[position.issue][position.party] += 1

    def between(self, core: tuple[str, str], parties: Sequence[str]) -> tuple[str, ...]:
        """The issues on which one of the two takes a position, and at least two of all parties do."""
        pairs = ((one, other) for one in core for other in parties if one != other)
        return tuple(sorted(set().union(*(self._of_both(*pair) for pair in pairs))))

    def subject(self, issues: Sequence[str], parties: Sequence[str]) -> str:
        """The name of the issue on which the parties take most positions; empty where it is not one alone."""
        best, leading = _TELLING - 1, list[str]()
        for issue in sorted(issues, key=self._rank.__getitem__):
            if self._total[issue] < best:
                break  # nobody's positions on the rest can come to more
            count = sum(self._held[issue][party] for party in parties)
            if count > best:
                best, leading = count, []
            if count == best >= _TELLING:
                leading.append(issue)
        return self._names.get(leading[0], "") if len(leading) == 1 else ""

    def _of_both(self, one: str, other: str) -> set[str]:
        if (one, other) not in self._shared:
            self._shared[one, other] = self._issues.get(one, set()) & self._issues.get(other, set())
        return self._shared[one, other]


__all__ = ["find_processes"]
