"""What belongs to a diplomatic process besides its meetings and issues."""

from __future__ import annotations

from collections.abc import Iterable

from rapporteur.record.model import (
    Actor,
    Commitment,
    Disagreement,
    Entries,
    Event,
    Evidence,
    Issue,
    Meeting,
    Position,
    Process,
    Statement,
    StickingPoint,
)

_SIDES = 2
"""How many of the process's parties an entry is between, if nothing else ties it to the process."""


class Membership:
    """Which entries of a record belong to one of its processes."""

    def __init__(self, process: Process, entries: Entries) -> None:
        held = [meeting for meeting in entries.meetings if meeting.id in process.meetings]
        self._process = process
        self._meetings, self._issues = frozenset(process.meetings), frozenset(process.issues)
        self._parties = frozenset(process.parties)
        self._party = {actor.id: actor.party for actor in entries.actors}
        self._people = {person.actor for meeting in held for person in meeting.participants}
        self._articles = {article for meeting in held for article in meeting.reports}

    def has(self, entry: object) -> bool:
        """Whether ``entry`` belongs to the process.

        What was said or promised belongs to it where it was at one of its meetings, or where an article that reports
        one of these has it from one of its parties; a position, where it is one of its parties' on one of its issues;
        an event, where it is between its parties; somebody, who is one of them, speaks for one, or was at a meeting.
        """
        match entry:
            case Process():
                return entry.id == self._process.id
            case Meeting() | Disagreement():
                return (entry.id if isinstance(entry, Meeting) else entry.about) in self._meetings
            case Issue():
                return entry.id in self._issues
            case Position():
                return entry.issue in self._issues and entry.party in self._parties
            case Statement():
                return entry.meeting in self._meetings or self._is_told([entry.speaker], entry.evidence)
            case Commitment():
                return entry.meeting in self._meetings or self._is_told(entry.by, entry.evidence)
            case Event():
                return self._are_between((*entry.actors, *entry.recipients))
            case StickingPoint():
                return entry.issue in self._issues and self._are_between(entry.parties)
            case Actor():
                return entry.id in self._people or bool(self._sides([entry.id]))
        return False

    def _sides(self, actors: Iterable[str | None]) -> set[str]:
        """Those of the parties that actors are, or for which they speak."""
        found = (side for actor in actors if actor for side in (actor, self._party.get(actor)))
        return {side for side in found if side in self._parties}

    def _are_between(self, actors: Iterable[str]) -> bool:
        return len(self._sides(actors)) >= _SIDES

    def _is_told(self, actors: Iterable[str | None], evidence: Iterable[Evidence]) -> bool:
        return bool(self._sides(actors)) and any(piece.article in self._articles for piece in evidence)


__all__ = ["Membership"]
