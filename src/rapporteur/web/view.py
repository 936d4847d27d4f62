"""A record as pages look things up in it: who met when, what rests on which words, who said what."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from rapporteur.analysis.obstacles import Obstacle, obstacles
from rapporteur.analysis.timeline import chronological
from rapporteur.export.labels import label
from rapporteur.export.sections.words import when_words
from rapporteur.intake.article import Article
from rapporteur.record.blocking import REFUSING
from rapporteur.record.codec import KINDS, Entry
from rapporteur.record.membership import Membership
from rapporteur.record.model import (
    Actor,
    Commitment,
    Disagreement,
    Entries,
    Evidence,
    Issue,
    Meeting,
    Position,
    Process,
    Statement,
    StickingPoint,
)
from rapporteur.record.record import Record
from rapporteur.record.rows import evidence_of, parties_of
from rapporteur.reference.forms import fold

Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Cited:
    """Words of an article on which an entry rests."""

    start: int
    end: int
    kind: str
    entry: str


class View:
    """One state of a record.  Everything is looked up, nothing searched through: a page stays quick in a large record.

    Args:
        record: whose state; what changes in it later is not seen.
    """

    def __init__(self, record: Record) -> None:
        record = record.snapshot()
        self.record = record
        self.entries: Entries = record.entries
        self.articles: Mapping[str, Article] = {article.id: article for article in record.articles}
        self.copies = record.copies()
        self.kind_of = {entry.id: kind for kind in KINDS for entry in getattr(self.entries, kind)}
        self._by_id: Mapping[str, Entry] = {e.id: e for kind in KINDS for e in getattr(self.entries, kind)}
        self._told: dict[str, str] = {}
        self.meetings: Sequence[Meeting] = [m for m in chronological(self.entries.meetings) if isinstance(m, Meeting)]

    def entry(self, name: str) -> Entry | None:
        """The entry of an id."""
        return self._by_id.get(name)

    def name(self, actor: str | None) -> str:
        """An actor's name; empty where none is known."""
        found = self._by_id.get(actor or "")
        return found.name if isinstance(found, Actor) else ""

    def names(self, actors: Iterable[str], joint: str = " – ") -> str:
        """The names of several."""
        return joint.join(filter(None, map(self.name, actors)))

    def label(self, thing: Entry | Article | str) -> str:
        """A thing, or the thing of an id, in one line."""
        found = self._by_id.get(thing) or self.articles.get(thing) if isinstance(thing, str) else thing
        return label(self.record, found) if found is not None else str(thing)

    def told(self, entry: Entry) -> str:
        """An entry's line and the words on which it rests, folded, to be searched."""
        if entry.id not in self._told:
            self._told[entry.id] = fold(" ".join((self.label(entry), *(one.text for one in evidence_of(entry)))))
        return self._told[entry.id]

    def outlet(self, article: str) -> str:
        """What a reader calls an article's source."""
        found = self.articles[article]
        return found.outlet or found.file

    def outlets(self, articles: Iterable[str]) -> str:
        """The sources of several articles, each once."""
        return ", ".join(dict.fromkeys(map(self.outlet, articles)))

    def holders(self, issue: str) -> str:
        """Who takes a position on an issue."""
        return self.names(dict.fromkeys(position.party for position in self.positions_on.get(issue, ())), ", ")

    def day(self, article: str) -> str:
        """When an article was published, in words."""
        return when_words(self.articles[article].published, short=True)

    # -- looked up ----------------------------------------------------------------------------------------------

    @cached_property
    def statements_in(self) -> Mapping[str, Sequence[Statement]]:
        """Statements by article."""
        return _grouped(self.entries.statements, lambda s: [s.article])

    @cached_property
    def statements_at(self) -> Mapping[str, Sequence[Statement]]:
        """Statements by meeting."""
        return _grouped(self.entries.statements, lambda s: [s.meeting] if s.meeting else [])

    @cached_property
    def statements_of(self) -> Mapping[str, Sequence[Statement]]:
        """Statements by speaker, by day."""
        return _grouped(self._dated(self.entries.statements), lambda s: [s.speaker] if s.speaker else [])

    @cached_property
    def renderings(self) -> Mapping[str, Sequence[Statement]]:
        """Statements by the group of one utterance."""
        return _grouped(self.entries.statements, lambda s: [s.same_as] if s.same_as else [])

    @cached_property
    def meetings_of(self) -> Mapping[str, Sequence[Meeting]]:
        """Meetings by everybody and everything at them, in order."""
        return _grouped(self.meetings, parties_of)

    @cached_property
    def positions_on(self) -> Mapping[str, Sequence[Position]]:
        """Positions by issue, by day."""
        return _grouped(self._dated(self.entries.positions), lambda p: [p.issue])

    @cached_property
    def positions_of(self) -> Mapping[str, Sequence[Position]]:
        """Positions by party and by speaker, by day."""
        return _grouped(self._dated(self.entries.positions), parties_of)

    @cached_property
    def commitments_of(self) -> Mapping[str, Sequence[Commitment]]:
        """Commitments by those who made them and to whom, by day."""
        return _grouped(self._dated(self.entries.commitments), parties_of)

    @cached_property
    def commitments_at(self) -> Mapping[str, Sequence[Commitment]]:
        """Commitments by meeting."""
        return _grouped(self.entries.commitments, lambda c: [c.meeting] if c.meeting else [])

    @cached_property
    def people_of(self) -> Mapping[str, Sequence[Actor]]:
        """Actors by the party for which they speak."""
        return _grouped(self.entries.actors, lambda a: [a.party] if a.party else [])

    @cached_property
    def disagreements_about(self) -> Mapping[str, Sequence[Disagreement]]:
        """Disagreements by what they are about."""
        return _grouped(self.entries.disagreements, lambda d: [d.about])

    @cached_property
    def processes_of(self) -> Mapping[str, Sequence[Process]]:
        """Processes by meeting and by issue."""
        return _grouped(self.entries.processes, lambda p: [*p.meetings, *p.issues])

    @cached_property
    def cited(self) -> Mapping[str, Sequence[Cited]]:
        """By article, the words on which entries rest, in order."""
        found: dict[str, list[Cited]] = defaultdict(list)
        for name, entry in self._by_id.items():
            for piece in dict.fromkeys(evidence_of(entry)):
                found[piece.article].append(Cited(piece.start, piece.end, self.kind_of[name], name))
        return {article: sorted(all_, key=lambda c: (c.start, -c.end, c.entry)) for article, all_ in found.items()}

    @cached_property
    def weight(self) -> Counter[str]:
        """How often each actor takes part in something."""
        kinds = ("meetings", "statements", "positions", "commitments")
        return Counter(actor for kind in kinds for e in getattr(self.entries, kind) for actor in set(parties_of(e)))

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The places of meetings, those of most first."""
        return dict(Counter(m.place.name for m in self.meetings if m.place).most_common())

    @cached_property
    def sticking_points(self) -> Sequence[StickingPoint]:
        """The sticking points, those in most reports first."""

        def reports(point: StickingPoint) -> int:
            return len({piece.article for position in self.positions_in(point) for piece in position.evidence})

        return sorted(self.entries.sticking_points, key=lambda point: (-reports(point), point.id))

    @cached_property
    def obstacles(self) -> Mapping[str, Sequence[Obstacle]]:
        """Who waits for what and who holds it up, by sticking point."""
        return obstacles(self.entries)

    def positions_in(self, point: StickingPoint) -> Sequence[Position]:
        """The positions that make a sticking point: what is asked stands before what refuses it."""
        found = [held for name in point.positions if isinstance(held := self._by_id.get(name), Position)]
        return sorted(found, key=lambda held: held.stance in REFUSING)

    def membership(self, process: str) -> Membership | None:
        """What belongs to a process."""
        found = self._by_id.get(process)
        return Membership(found, self.entries) if isinstance(found, Process) else None

    def issue(self, name: str) -> Issue | None:
        """The issue of an id."""
        found = self._by_id.get(name)
        return found if isinstance(found, Issue) else None

    def quotes(self, evidence: Iterable[Evidence]) -> Sequence[Evidence]:
        """Evidence in the order in which its articles were published."""

        def order(piece: Evidence) -> tuple[dt.date, str, int]:
            published = self.articles[piece.article].published
            return published.earliest or published.latest or dt.date.max, piece.article, piece.start

        return sorted(dict.fromkeys(evidence), key=order)

    @staticmethod
    def _dated(entries: Iterable[Item]) -> list[Item]:
        return list(chronological(entries))  # type: ignore[arg-type]


def _grouped(items: Iterable[Item], keys: Callable[[Item], Iterable[Key]]) -> Mapping[Key, Sequence[Item]]:
    found: dict[Key, list[Item]] = defaultdict(list)
    for item in items:
        for key in dict.fromkeys(keys(item)):
            found[key].append(item)
    return found


__all__ = ["Cited", "View"]
