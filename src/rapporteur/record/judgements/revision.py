"""The entries of a build as people revised them: what is wrong left out, values set, entries added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from rapporteur.intake.article import Article
from rapporteur.record.codec import Entry
from rapporteur.record.judgements.additions import made
from rapporteur.record.judgements.decisions import Decisions, index_of
from rapporteur.record.judgements.judgement import Anchor, Verdict
from rapporteur.record.judgements.values import Names, UnfitValueError
from rapporteur.record.judgements.without import without
from rapporteur.record.model import Actor, Commitment, Event, Issue, Meeting, Position, Statement

Kind = TypeVar("Kind", bound=Entry)


class Revision:
    """One build's entries, list by list; actors first, for others are named by them.

    Args:
        decisions: the judgements that hold.
        articles: all articles, for the words of added entries.
        actors: the record's actors.
        sightings: for each of them, what the articles call it.
    """

    def __init__(
        self,
        decisions: Decisions,
        articles: Sequence[Article],
        actors: Sequence[Actor],
        sightings: Mapping[str, Sequence[Anchor]],
    ) -> None:
        self._decisions = decisions
        self._articles = {article.id: article for article in articles}
        self._added: list[Issue] = []
        left: Sequence[Any] = actors
        if decisions.concern("actors"):
            left = decisions.applied("actors", actors, index_of(actors, sightings), Names.of(actors))
        revised: dict[str, Actor] = {actor.id: actor for actor in left}
        self._gone = frozenset(actor.id for actor in actors) - revised.keys()
        self.actors = tuple(revised.get(actor.id, actor) for actor in actors)
        """All actors, with the values that people set."""
        self.left = without(self.actors, self._gone)
        """Those that nobody judged wrong."""
        self._names = Names.of(self.left)

    def issues(self, found: Sequence[Issue]) -> tuple[Issue, ...]:
        """The issues, with the names that people gave them; the other lists can name them from now on."""
        revised = self._revised("issues", found)
        self._names = Names.of(self.left, revised)
        return revised

    def all_issues(self, found: Sequence[Issue]) -> tuple[Issue, ...]:
        """The issues with those that added positions brought along."""
        return tuple(sorted({issue.id: issue for issue in (*found, *self._added)}.values(), key=lambda i: i.id))

    def meetings(self, found: Sequence[Meeting]) -> tuple[Meeting, ...]:
        """The meetings."""
        return self._revised("meetings", without(found, self._gone))

    def statements(self, found: Sequence[Statement]) -> tuple[Statement, ...]:
        """The statements."""
        return self._revised("statements", without(found, self._gone))

    def positions(self, found: Sequence[Position]) -> tuple[Position, ...]:
        """The positions."""
        return self._revised("positions", without(found, self._gone))

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
        left: list[Any] = list(self._decisions.applied(kind, found, index_of(found), self._names))
        left += self._additions(kind)
        return tuple(sorted(left, key=lambda entry: entry.id))

    def _additions(self, kind: str) -> list[Entry]:
        found: list[Entry] = []
        for judgement in self._decisions.standing:
            if judgement.verdict is not Verdict.ADDED or judgement.about[0].kind != kind:
                continue
            try:
                entry, issue = made(judgement, self._articles, self._names)
            except UnfitValueError as fault:
                self._decisions.remark(judgement, str(fault))
                continue
            found.append(entry)
            self._added += [issue] if issue else []
            self._decisions.found(judgement, entry.id)
        return found


__all__ = ["Revision"]
