"""A record as its users hold it: lists with filters, search, and the checks that let them defend every line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

from rapidfuzz import process

from rapporteur.errors import NotInRecordError, RecordError, UsageError, VerifyError
from rapporteur.intake.article import Article
from rapporteur.intake.document import Skipped
from rapporteur.reading.claims import Reading
from rapporteur.record.codec import KINDS, Entry
from rapporteur.record.judgements.judgement import Judgement
from rapporteur.record.judging import Judging
from rapporteur.record.membership import Membership
from rapporteur.record.model import (
    Actor,
    Commitment,
    Disagreement,
    Entries,
    Event,
    Issue,
    Judged,
    Meeting,
    Position,
    Process,
    Statement,
    StickingPoint,
)
from rapporteur.record.outlets import outlet_names
from rapporteur.record.reconcile import dated
from rapporteur.record.report import BuildReport
from rapporteur.record.settling import Settling
from rapporteur.record.store import Build, Store, Wanted
from rapporteur.record.verify import faults
from rapporteur.reference import organisations, states
from rapporteur.reference.forms import fold


@dataclass(frozen=True, slots=True)
class Found:
    """A match of a full-text search.  ``snippet`` has STX and ETX characters around the words found."""

    id: str
    kind: str
    snippet: str


class Record:
    """The record of a diplomatic process.

    Every list is sorted by id, and every entry in it stands on evidence.  Use as a context manager, or ``close`` it.

    Args:
        store: where it is kept.
        report: what the build did that made or grew it, if this is its result.
        settling: what the entries were settled with, if they were; it makes settling them again quick.

    Raises:
        RecordError: a build was interrupted before its articles were weighed against each other.
    """

    def __init__(self, store: Store, report: BuildReport | None = None, settling: Settling | None = None) -> None:
        self._store = store
        self._settling = settling or Settling(store)
        self.report = report
        if not store.settled:
            raise RecordError(
                f"The build of {store.path} was interrupted.",
                hint="Run the same `rapporteur build` again to finish it.",
            )

    @classmethod
    def open(cls, path: str | Path) -> Record:
        """Open the record kept at ``path``.

        Raises:
            NoRecordError: there is none.
            RecordError: it cannot be used as it is; the message says why.
        """
        store = Store(Path(path))
        try:
            return cls(store)
        except RecordError:
            store.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    # -- lists ---------------------------------------------------------------------------------------------------

    @cached_property
    def entries(self) -> Entries:
        """Everything in the record but its articles."""
        return self._settling.entries or self._store.entries()

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """The articles, each with its publication day as weighed against all others and its outlet's one name."""
        published = dict(self.entries.published)
        found = [article for article, _ in self._store.articles()]
        outlets = outlet_names(article.outlet for article in found)
        return tuple(
            replace(article, published=published[article.id], outlet=outlets.get(article.outlet or ""))
            for article in found
        )

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Who acts."""
        return self.entries.actors

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """Who met whom, or means to."""
        return self.entries.meetings

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Who said what."""
        return self.entries.statements

    @property
    def positions(self) -> tuple[Position, ...]:
        """What each party demands, refuses, supports and makes a precondition."""
        return self.entries.positions

    @property
    def issues(self) -> tuple[Issue, ...]:
        """What positions are about."""
        return self.entries.issues

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        """What was promised, and what became of it."""
        return self.entries.commitments

    @property
    def events(self) -> tuple[Event, ...]:
        """Who did what to whom, in PLOVER's terms."""
        return self.entries.events

    @property
    def disagreements(self) -> tuple[Disagreement, ...]:
        """Where reports differ."""
        return self.entries.disagreements

    @property
    def processes(self) -> tuple[Process, ...]:
        """Which meetings and issues belong together."""
        return self.entries.processes

    @property
    def sticking_points(self) -> tuple[StickingPoint, ...]:
        """What blocks what."""
        return self.entries.sticking_points

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """What could not be taken in, and why."""
        return self._store.skipped()

    # -- finding -------------------------------------------------------------------------------------------------

    @cached_property
    def _by_id(self) -> dict[str, Entry | Article]:
        found: dict[str, Entry | Article] = {a.id: a for a in self.articles}
        return found | {entry.id: entry for kind in KINDS for entry in getattr(self.entries, kind)}

    def __getitem__(self, name: str) -> Entry | Article:
        """The entry or article of an id.

        Raises:
            NotInRecordError: there is none.
        """
        try:
            return self._by_id[self._merged.get(name, name)]
        except KeyError:
            near = process.extractOne(name, self._by_id.keys(), score_cutoff=70)
            hint = f"Did you mean {near[0]}?" if near else "Ids stand in the first column of every table."
            raise NotInRecordError(f"There is no {name} in the record.", hint=hint) from None

    @cached_property
    def _merged(self) -> dict[str, str]:
        """Ids that entries had before people joined or parted them, with those under which they are now."""
        found: dict[str, str] = {}
        for judgement in self.judgements:
            judged = self.judged(judgement.id)
            now = [name for name in judged.entries if name in self._by_id] if judged else []
            names = [reference.id for reference in judgement.about if reference.id and reference.id not in self._by_id]
            found.update(dict.fromkeys(names, now[0]) if now else {})
        return found

    def __contains__(self, name: str) -> bool:
        return name in self._by_id or name in self._merged

    def article(self, name: str) -> Article:
        """The article of an id.

        Raises:
            NotInRecordError: there is none.
        """
        found = self[name]
        if not isinstance(found, Article):
            raise NotInRecordError(f"{name} is no article.", hint="Ids of articles begin with a-.")
        return found

    def account(self, name: str) -> tuple[Article, Reading]:
        """An article by its id, with all that it says by itself, its days by the publication day as weighed.

        Raises:
            NotInRecordError: there is none.
        """
        article = self.article(name)
        ((_, reading),) = self._store.articles([article.id])
        return dated(article, reading, article.published)

    def name_of(self, actor: str | None) -> str:
        """An actor's name, or an empty string where none is known."""
        found = self._by_id.get(actor or "")
        return found.name if isinstance(found, Actor) else ""

    def copies(self) -> dict[str, str]:
        """The articles that are copies of another's story, each with the one that it copies."""
        return dict(self.entries.copies)

    def find(
        self,
        kind: str,
        *,
        party: str | None = None,
        since: dt.date | None = None,
        until: dt.date | None = None,
        about: str | None = None,
        status: str | None = None,
        process: str | None = None,
    ) -> tuple[Entry, ...]:
        """The entries of a list that fit, by id.

        Args:
            kind: the list: ``meetings``, ``statements``, ``positions``...
            party: a name of somebody involved; a state's name finds those who speak for it too.
            since: the first day on which the entry may lie.
            until: the last day on which it may lie.  An entry without any date fits no day.
            about: words that the entry or its evidence holds.
            status: a meeting's or commitment's status, a position's stance, a statement's or an actor's kind.
            process: the id or name of a process, or a beginning of it, to which the entry belongs.

        Raises:
            UsageError: there is no such list, or the record knows no actor, or not just one process, of that name.
        """
        if kind not in KINDS:
            raise UsageError(f"There is no list of {kind}.", hint=f"There are: {', '.join(KINDS)}.")
        actors = self._actors_named(party) if party else None
        wanted = Wanted(actors=actors, since=since, until=until, status=status, about=about)
        member = Membership(self._process_named(process), self.entries) if process else None
        listed: dict[str, Entry] = {entry.id: entry for entry in getattr(self.entries, kind)}
        found = (listed[i] for i in self._store.select(kind, wanted))
        return tuple(entry for entry in found if member is None or member.has(entry))

    def _process_named(self, name: str) -> Process:
        wanted = fold(name)
        forms = [(one, (one.id, one.id.rpartition("-")[2], fold(one.name))) for one in self.processes]
        found = [one for one, names in forms if wanted in names]
        found = found or [one for one, names in forms if any(form.startswith(wanted) for form in names)]
        if len(found) != 1:
            known = ", ".join(one.name for one in (found or self.processes)[:3])
            number = "no process" if not found else "more than one process"
            hint = f"There are: {known}. `rapporteur processes` lists all." if known else "The record has none."
            raise UsageError(f"The record knows {number} {name!r}.", hint=hint)
        return found[0]

    def _actors_named(self, name: str) -> frozenset[str]:
        wanted, keys = fold(name), _keys_of(name)
        found = {a.id for a in self.actors if a.key in keys or wanted in map(fold, (a.id, a.name, *a.aliases))}
        if not found:
            near = process.extract(name, [a.name for a in self.actors], limit=3, score_cutoff=60)
            hint = f"Did you mean {' or '.join(n[0] for n in near)}?" if near else "`rapporteur actors` lists them."
            raise UsageError(f"The record knows no {name!r}.", hint=hint)
        return frozenset(found | {a.id for a in self.actors if a.party in found})

    def search(self, words: str, *, limit: int = 20) -> tuple[Found, ...]:
        """Articles and entries that hold all of ``words`` (prefixes; a phrase in quotation marks), best first."""
        return tuple(Found(*row) for row in self._store.search(words, limit)) if words.strip('" \t\n') else ()

    # -- keeping -------------------------------------------------------------------------------------------------

    def verify(self) -> int:
        """Check every piece of evidence and every reference.

        Returns:
            How many pieces of evidence were checked.

        Raises:
            VerifyError: something does not hold; the message names the first fault and how many there are.
        """
        articles = {article.id: article for article in self.articles}
        found = list(faults(self.entries, articles))
        checked = 0
        for entry, article, start, end, text in self._store.evidence():
            checked += 1
            if article not in articles or articles[article].text[start:end] != text:
                found.append(f"The evidence of {entry} in {article} at {start}-{end} does not hold.")
        if found:
            raise VerifyError(
                f"{len(found)} faults in the record, the first: {found[0]}",
                hint="Build the record again from its articles.",
            )
        return checked

    def _forget(self) -> None:
        """Let go of what was read from the store, for it has changed."""
        for held in ("entries", "articles", "_by_id", "_merged", "_judged", "judgements"):
            self.__dict__.pop(held, None)

    def snapshot(self) -> Record:
        """The record as it is now, to read from: lists and look-ups stay so when this record changes."""
        _ = self._merged, self._judged  # with these, all that they rest on is held
        held = copy(self)
        held.__dict__.pop("judge", None)  # it would change this record and not the other
        return held

    def remove(self, name: str) -> Article:
        """Take an article, by id or file name, out of the record, with everything that rests on it alone.

        Raises:
            NotInRecordError: no article, or more than one, has that name.
        """
        article = self._store.article(name)
        if article is None:
            raise NotInRecordError(
                f"There is not exactly one article {name!r} in the record.", hint="Name it by its id."
            )
        self._store.remove(article)
        self._settling.settle()
        self._forget()
        return article

    def grow(self, take: Callable[[Store], BuildReport]) -> BuildReport:
        """Let ``take`` put articles into the store, as `rapporteur.add` does, and settle the entries anew."""
        report = take(self._store)
        if not self._store.settled:
            self._settling.settle()
        self._forget()
        self.report = report
        return report

    # -- judging -------------------------------------------------------------------------------------------------

    @cached_property
    def judgements(self) -> tuple[Judgement, ...]:
        """What people decided, in the order in which they did; those that were undone too."""
        return self._store.judgements()

    @cached_property
    def judge(self) -> Judging:
        """Where people judge: ``record.judge.same(one, other)``, ``record.judge.wrong(name)``..."""
        return Judging(self, self._settling, self._forget)

    def builds(self) -> tuple[Build, ...]:
        """The builds and judgements that changed something, in order."""
        return self._store.builds()

    def changed(self, after: int) -> dict[str, tuple[str, Entry | None]]:
        """What came, changed or went after a build: for each id, its list and what it was then, if it was there."""
        return self._store.changed(after)

    def judged(self, judgement: str) -> Judged | None:
        """What became of a judgement; ``None`` if it does not hold."""
        return self._judged.get(judgement)

    @cached_property
    def _judged(self) -> dict[str, Judged]:
        return {one.judgement: one for one in self.entries.judged}


def _keys_of(name: str) -> frozenset[str]:
    """The keys of the state or organisations that the reference data know by a name."""
    state = states.by_name(name)
    return frozenset((*organisations.lexicon().get(name, ()), *([state.key] if state else ())))
