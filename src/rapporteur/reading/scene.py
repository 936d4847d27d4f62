"""The scene of one article: what every reader of claims may look at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from rapporteur.intake.article import Article
from rapporteur.language.parse import Parse
from rapporteur.reading.claims import (
    ActorKind,
    Form,
    LocalActor,
    Mention,
    PlaceMention,
    StatementClaim,
    TimeExpression,
)
from rapporteur.spans import Span


@dataclass(frozen=True)
class Cast:
    """Who acts in one article, and everywhere they are meant.  ``mentions`` are in order of their start."""

    actors: tuple[LocalActor, ...] = ()
    mentions: tuple[Mention, ...] = ()

    @cached_property
    def _by_id(self) -> dict[str, LocalActor]:
        return {actor.id: actor for actor in self.actors}

    def __getitem__(self, actor: str) -> LocalActor:
        return self._by_id[actor]

    def within(self, span: Span) -> tuple[Mention, ...]:
        """The mentions wholly inside ``span``, in order; of nested ones (a demonym in a nominal) each stands."""
        first = bisect_left(self.mentions, span.start, key=lambda m: m.span.start)
        last = bisect_right(self.mentions, span.end, key=lambda m: m.span.start)
        return tuple(m for m in self.mentions[first:last] if m.span.end <= span.end)

    def outermost(self, span: Span) -> tuple[Mention, ...]:
        """The mentions inside ``span`` that lie in no larger one: not "Turkish" in "the Turkish minister"."""
        found: list[Mention] = []
        for mention in sorted(self.within(span), key=lambda m: (m.span.start, -m.span.end)):
            if not found or mention.span.end > found[-1].span.end:
                found.append(mention)
        return tuple(found)

    def party_of(self, actor: str | None) -> str | None:
        """The state or organisation that ``actor`` speaks for: itself if it is one."""
        if actor is None:
            return None
        who = self[actor]
        if who.kind in (ActorKind.STATE, ActorKind.ARMED_GROUP):
            return who.id
        return who.party or (who.id if who.kind is ActorKind.ORGANISATION else None)

    def people(self, span: Span) -> tuple[Mention, ...]:
        """The mentions of persons inside ``span``."""
        return tuple(m for m in self.outermost(span) if self[m.actor].kind is ActorKind.PERSON)

    def named(self, span: Span) -> tuple[Mention, ...]:
        """The outermost mentions inside ``span`` that are no pronouns."""
        return tuple(m for m in self.outermost(span) if m.form is not Form.PRONOUN)


@dataclass(frozen=True)
class Scene:
    """One article with its parse, cast, times and places, as the readers of claims get it."""

    article: Article
    parse: Parse
    cast: Cast = field(default_factory=Cast)
    times: tuple[TimeExpression, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    statements: tuple[StatementClaim, ...] = ()

    def words(self, span: Span) -> str:
        """The words at ``span``."""
        return span.of(self.article.text)

    def times_in(self, span: Span) -> tuple[TimeExpression, ...]:
        """The time expressions inside ``span``."""
        return tuple(t for t in self.times if t.span in span)

    def places_in(self, span: Span) -> tuple[PlaceMention, ...]:
        """The places inside ``span``."""
        return tuple(p for p in self.places if p.span in span)
