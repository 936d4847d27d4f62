"""Keeping a record's entries what follows from its articles and judgements; quick where little came since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rapporteur.record.identity.identity import identify
from rapporteur.record.judgements.decisions import Decisions
from rapporteur.record.judgements.judgement import Anchor, Judgement
from rapporteur.record.memory import Memory
from rapporteur.record.model import Entries
from rapporteur.record.reconcile import Read, dated, reconcile, sightings
from rapporteur.record.store import Store
from rapporteur.record.writing import Settled
from rapporteur.when import When


class Settling:
    """Settles one store, again and again.

    Everything that it made the last time is held, so that an article or a judgement more needs a fraction of the time
    of the first; a store that another program changed in the meantime is settled from what is there.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._memory = Memory()
        self._reads: dict[tuple[str, str], Read] = {}
        self._settled: Settled | None = None

    @property
    def entries(self) -> Entries | None:
        """The entries as they were settled here last; ``None`` if they were not, or the store has changed since."""
        if self._settled is None or not self._store.stands(self._settled):
            return None
        return self._settled.entries

    def settle(self) -> None:
        """Make the store's entries what follows from its articles and judgements."""
        with self._memory.undisturbed():
            entries = reconcile(self._all_reads(), self._store.judgements(), self._memory)
            self._settled = self._store.settle(entries, self._settled)

    def judge(self, judgements: Sequence[Judgement]) -> None:
        """Add new judgements, with all that follows from them; what cannot be applied leaves everything as it was."""
        with self._memory.undisturbed():
            entries = reconcile(self._all_reads(), (*self._store.judgements(), *judgements), self._memory)
            self._settled = self._store.judge(judgements, entries, self._settled)

    def sightings(self, published: Mapping[str, When]) -> Mapping[str, Sequence[Anchor]]:
        """For each of the record's actors, what each article calls it."""
        reads = [dated(article, reading, published[article.id]) for article, reading in self._all_reads()]
        return sightings(reads, identify(reads, Decisions(self._store.judgements())))

    def _all_reads(self) -> list[Read]:
        """Every article with its reading; those that were read from the store before are the very same."""
        known, there = self._reads, self._store.versions()
        fresh = {
            article.id: (article, reading)
            for article, reading in self._store.articles(name for name, _ in there - known.keys())
        }
        self._reads = {key: known.get(key) or fresh[key[0]] for key in sorted(there)}
        return list(self._reads.values())


__all__ = ["Settling"]
