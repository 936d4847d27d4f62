"""The entries of a build as people revised them: what is wrong left out, values set, entries added."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from rapporteur.intake.article import Article
from rapporteur.record.codec import KINDS, Entry
from rapporteur.record.judgements.additions import made
from rapporteur.record.judgements.decisions import Decisions, index_of
from rapporteur.record.judgements.judgement import Anchor, Verdict
from rapporteur.record.judgements.values import Names, UnfitValueError
from rapporteur.record.judgements.without import on_issues, without
from rapporteur.record.model import Actor, Commitment, Event, Issue, Meeting, Position, Statement

Kind = TypeVar("Kind", bound=Entry)


class Revision:
    """One build's entries, list by list; actors first, for others are named by them.

    Args:
        decisions: the judgements that hold.
        articles: all articles, for the words of added entries.
        actors: the record's actors.
        sightings: gives, for each of them, what the articles call it.
    """

    def __init__(
        self,
        decisions: Decisions,
        articles: Sequence[Article],
        actors: Sequence[Actor],
        sightings: Callable[[], Mapping[str, Sequence[Anchor]]],
    ) -> None:
        self._decisions = decisions
        self._articles = {article.id: article for article in articles}
        self._added: list[tuple[Entry, Issue | None]] = []
        left: Sequence[Any] = actors
        if decisions.concern("actors"):
            index = index_of(actors, sightings())
            names = Names.of(actors, renamed=decisions.renamed("actors", index))
            left = decisions.applied("actors", actors, index, names)
        revised: dict[str, Actor] = {actor.id: actor for actor in left}
        self._gone = frozenset(actor.id for actor in actors) - revised.keys()
        self.actors = tuple(revised.get(actor.id, actor) for actor in actors)
        """All actors, with the values that people set."""
        self.left = without(self.actors, self._gone)
        """Those that nobody judged wrong."""
        self._names = Names.of(self.left)
        self._issues: frozenset[str] = frozenset()

    def issues(self, found: Sequence[Issue]) -> tuple[Issue, ...]:
        """The issues, those that added positions bring along too, with the names that people gave them.

        The other lists can name them from now on.
        """
        self._names = Names.of(self.left, found)
        self._added = self._additions()
        brought = {issue.id: issue for _, issue in self._added if issue}
        revised = self._revised("issues", tuple((brought | {issue.id: issue for issue in found}).values()))
        self._names, self._issues = Names.of(self.left, revised), frozenset(issue.id for issue in revised)
        return revised

    def meetings(self, found: Sequence[Meeting]) -> tuple[Meeting, ...]:
        """The meetings."""
        return self._revised("meetings", without(found, self._gone))

    def statements(self, found: Sequence[Statement]) -> tuple[Statement, ...]:
        """The statements."""
        return self._revised("statements", without(found, self._gone))

    def positions(self, found: Sequence[Position]) -> tuple[Position, ...]:
        """The positions."""
        return on_issues(self._revised("positions", without(found, self._gone)), self._issues)

    def commitments(self, found: Sequence[Commitment]) -> tuple[Commitment, ...]:
        """The commitments."""
        return self._revised("commitments", without(found, self._gone))

    def events(self, found: Sequence[Event]) -> tuple[Event, ...]:
        """The events."""
        return self._revised("events", without(found, self._gone))

    def others(self, kind: str, found: Sequence[Kind]) -> tuple[Kind, ...]:
        """Entries that follow from others: they can be judged, but nothing is added to them."""
        return self._revised(kind, found)

    def _revised(self, kind: str, found: Sequence[Kind]) -> tuple[Kind, ...]:
        if not self._decisions.concern(kind):
            return tuple(found)
        entries: list[Any] = [*found, *(entry for entry, _ in self._added if isinstance(entry, KINDS[kind]))]
        left: Sequence[Any] = self._decisions.applied(kind, entries, index_of(entries), self._names)
        return tuple(sorted(left, key=lambda entry: entry.id))

    def _additions(self) -> list[tuple[Entry, Issue | None]]:
        """The entries that people added; a later one can name the issues that an earlier one brought along."""
        found: list[tuple[Entry, Issue | None]] = []
        for judgement in self._decisions.standing:
            if judgement.verdict is not Verdict.ADDED:
                continue
            try:
                entry, issue = made(judgement, self._articles, self._names)
            except UnfitValueError as fault:
                self._decisions.remark(judgement, str(fault))
                continue
            found.append((entry, issue))
            self._decisions.found(judgement, entry.id)
        return found


__all__ = ["Revision"]
