"""Where people judge a record: each judgement is checked, kept, and applied at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from rapporteur.errors import NotInRecordError, UsageError
from rapporteur.intake.article import Article
from rapporteur.record.codec import KINDS, Entry
from rapporteur.record.judgements import making
from rapporteur.record.judgements.judgement import Anchor, Judgement, Reference, Verdict
from rapporteur.record.judgements.references import anchors_of
from rapporteur.record.judgements.values import Names
from rapporteur.record.model import Actor, Commitment, Event, Meeting, Position, Statement
from rapporteur.record.rows import words_of
from rapporteur.record.settling import Settling

if TYPE_CHECKING:
    from rapporteur.record.record import Record

_LABEL = 80
"""Characters of what a judgement calls an entry."""


class Judging:
    """What people can decide about a record. ``by`` is who judges, by default the name of the account.

    Every method that takes an id of an entry or article raises ``NotInRecordError`` where there is none.

    Args:
        record: what is judged.
        settling: keeps judgements, and makes the entries what follows from them.
        forget: called when the entries have changed.
    """

    def __init__(self, record: Record, settling: Settling, forget: Callable[[], None]) -> None:
        self._record, self._settling, self._forget = record, settling, forget

    def same(self, one: str, other: str, *, by: str = "", reason: str = "") -> Judgement:
        """That two actors, meetings, issues or statements are one.

        Raises:
            UsageError: they are not of one list that is joined, or are the same entry.
        """
        return self._pair(Verdict.SAME, one, other, by, reason)

    def not_same(
        self, one: str, other: str | None = None, *, articles: Sequence[str] = (), by: str = "", reason: str = ""
    ) -> Judgement:
        """That two entries are not one; or that what some ``articles`` (ids) report as one entry is another.

        Raises:
            UsageError: they are not of one list that is joined, or the articles do not divide the entry.
        """
        if other is not None:
            return self._pair(Verdict.NOT_SAME, one, other, by, reason)
        return self._take(making.parted(self._reference(one), articles, by=_who(by), reason=reason))

    def right(self, name: str, *, by: str = "", reason: str = "") -> Judgement:
        """That an entry is right."""
        return self._verdict(Verdict.RIGHT, name, by, reason)

    def wrong(self, name: str, *, by: str = "", reason: str = "") -> Judgement:
        """That an entry is wrong: it leaves the record, until the judgement is undone."""
        return self._verdict(Verdict.WRONG, name, by, reason)

    def value(self, name: str, field: str, value: str, *, by: str = "", reason: str = "") -> Judgement:
        """That a field of an entry has another value, written as a person would: days in EDTF, actors by name.

        Raises:
            UsageError: the field cannot be set, or not to this.
        """
        reference, entry = self._reference(name), self._entry(name)
        return self._take(making.value_of(reference, entry, field, value, self._names, by=_who(by), reason=reason))

    def add(
        self, kind: str, article: str, words: str, given: Mapping[str, str], *, by: str = "", reason: str = ""
    ) -> Judgement:
        """That the exact ``words`` of an article tell of an entry that the list ``kind`` lacks.

        Args:
            kind: ``meetings``, ``statements``, ``positions``, ``commitments`` or ``events``.
            article: the article's id.
            words: words that stand in it just once.
            given: the entry's fields, as for ``value``.
            by: who judges.
            reason: why.

        Raises:
            UsageError: a field is missing or wrong, or the words do not stand in the article just once.
        """
        found = self._record.article(article)
        return self._take(making.addition(kind, found, words, given, self._names, by=_who(by), reason=reason))

    def undo(self, name: str, *, by: str = "", reason: str = "") -> Judgement:
        """That a judgement (by its id or the beginning of one) does not hold; this can be undone too.

        Raises:
            UsageError: there is none, or more than one, of that id.
        """
        return self._take(making.undoing(making.called(self._record.judgements, name), by=_who(by), reason=reason))

    def take(self, judgements: Iterable[Judgement]) -> int:
        """Take in the judgements of others; how many were new.

        They are applied before they are kept: what cannot be applied leaves the record as it was.
        """
        known = {judgement.id for judgement in self._record.judgements}
        new = {judgement.id: judgement for judgement in judgements if judgement.id not in known}
        for judgement in new.values():
            _check(judgement)
        if new:
            self._settling.judge(tuple(new.values()))
            self._forget()
        return len(new)

    @property
    def _names(self) -> Names:
        return Names.of(self._record.actors, self._record.issues)

    def _pair(self, verdict: Verdict, one: str, other: str, by: str, reason: str) -> Judgement:
        references = self._reference(one), self._reference(other)
        return self._take(making.pair(verdict, *references, by=_who(by), reason=reason))

    def _verdict(self, verdict: Verdict, name: str, by: str, reason: str) -> Judgement:
        reference, entry = self._reference(name), self._entry(name)
        return self._take(making.verdict_on(verdict, reference, entry, by=_who(by), reason=reason))

    def _take(self, judgement: Judgement) -> Judgement:
        self.take([judgement])
        return judgement

    def _entry(self, name: str) -> Entry:
        found = self._record[name]
        if isinstance(found, Article):
            raise NotInRecordError(f"{name} is an article, no entry.", hint="`rapporteur remove` takes articles out.")
        return found

    def _reference(self, name: str) -> Reference:
        entry = self._entry(name)
        kind = next(kind for kind, cls in KINDS.items() if isinstance(entry, cls))
        seen = self._sightings(entry.id) if isinstance(entry, Actor) else ()
        return Reference(kind, entry.id, self._title(entry)[:_LABEL], anchors_of(entry, seen))

    def _title(self, entry: Entry) -> str:
        """What a reader of judgements calls an entry."""
        match entry:
            case Meeting():
                place = f", {entry.place.name}" if entry.place else ""
                return f"{self._called(entry.parties)}{place}, {entry.when.edtf or 'day unknown'}"
            case Statement():
                return f"{self._called((entry.speaker or '',))}: {entry.text}"
            case Position():
                return f"{self._called((entry.party,))} {entry.stance.value}: {entry.text}"
            case Commitment():
                return f"{self._called(entry.by)}: {entry.what}"
            case Event():
                return f"{self._called(entry.actors)} {entry.type} {self._called(entry.recipients)}".strip()
        return words_of(entry).split("\n")[0]

    def _called(self, actors: Sequence[str]) -> str:
        return " – ".join(filter(None, map(self._record.name_of, actors)))

    def _sightings(self, actor: str) -> Sequence[Anchor]:
        return self._settling.sightings(dict(self._record.entries.published)).get(actor, ())


def _check(judgement: Judgement) -> None:
    try:
        "".join((judgement.by, judgement.reason, judgement.value, *chain(*judgement.given))).encode()
    except UnicodeEncodeError:
        raise UsageError("A judgement holds characters that are none.", hint="Write it in UTF-8.") from None


def _who(by: str) -> str:
    return by or making.somebody()


__all__ = ["Judging"]
