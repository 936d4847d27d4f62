"""What a list is narrowed to, from a page's address: what is no filter is not heard, what is no day is refused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Generic, TypeVar

from rapporteur.errors import UsageError
from rapporteur.record.codec import Entry
from rapporteur.record.model import Disagreement, Meeting, Process, StickingPoint
from rapporteur.record.rows import evidence_of, parties_of, status_of
from rapporteur.reference.forms import fold
from rapporteur.web.view import View
from rapporteur.when import UNKNOWN, When, parse_edtf

Kind = TypeVar("Kind", bound=Entry)
Item = TypeVar("Item")
PER_PAGE = 50


@dataclass(frozen=True)
class Filters:
    """What a list is narrowed to; what is empty narrows nothing."""

    party: str = ""
    process: str = ""
    status: str = ""
    format: str = ""
    place: str = ""
    outlet: str = ""
    since: str = ""
    until: str = ""
    about: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Filters:
        """The filters of an address."""
        return cls(**{name: query.get(name, "").strip()[:200] for name in FIELDS})

    @property
    def any(self) -> bool:
        """Whether anything is narrowed."""
        return any(getattr(self, name) for name in FIELDS)

    @property
    def first(self) -> dt.date | None:
        """The first day that is wanted.

        Raises:
            UsageError: it is none.
        """
        return _day("From", self.since).earliest

    @property
    def last(self) -> dt.date | None:
        """The last day that is wanted.

        Raises:
            UsageError: it is none.
        """
        return _day("Until", self.until).latest

    def keep(self, view: View, entries: Iterable[Kind]) -> list[Kind]:
        """Those of ``entries`` that fit, in their order.

        Raises:
            UsageError: a day is none.
        """
        tests = list(self._tests(view))
        return [entry for entry in entries if all(test(entry) for test in tests)]

    def _tests(self, view: View) -> Iterable[Callable[[Any], bool]]:
        if self.party:
            wanted = {self.party, *(actor.id for actor in view.people_of.get(self.party, ()))}
            yield lambda entry: not wanted.isdisjoint(parties_of(_subject(view, entry)))
        if self.process:
            members = view.membership(self.process)
            yield lambda entry: members is not None and members.has(entry)
        if self.status:
            yield lambda entry: status_of(entry) == self.status
        if self.format:
            yield lambda entry: isinstance(entry, Meeting) and self.format in (entry.format, entry.named_format)
        if self.place:
            yield (
                lambda entry: isinstance(entry, Meeting) and entry.place is not None and entry.place.name == self.place
            )
        first, last = self.first, self.last
        if first:
            yield lambda entry: _last(entry) >= first
        if last:
            yield lambda entry: _first(entry) <= last
        if self.outlet:
            yield lambda entry: any(view.outlet(piece.article) == self.outlet for piece in evidence_of(entry))
        if self.about:
            words = fold(self.about).split()
            yield lambda entry: _says(view, entry, words)


FIELDS = tuple(field.name for field in fields(Filters))
"""The names of the filters, as an address has them."""


def _subject(view: View, entry: Entry) -> Entry:
    """What a filter by party looks at: of a disagreement, the meeting that it is about."""
    return (view.entry(entry.about) or entry) if isinstance(entry, Disagreement) else entry


def _says(view: View, entry: Entry, words: Sequence[str]) -> bool:
    told = view.told(entry)
    return all(word in told for word in words)


def _when(entry: Entry) -> When:
    return When() if isinstance(entry, (Process, StickingPoint)) else getattr(entry, "when", When())


def _first(entry: Entry) -> dt.date:
    return _when(entry).earliest or _when(entry).latest or dt.date.max


def _last(entry: Entry) -> dt.date:
    return _when(entry).latest or _when(entry).earliest or dt.date.min


def _day(name: str, value: str) -> When:
    if not value:
        return UNKNOWN
    try:
        return parse_edtf(value)
    except ValueError:
        hint = "Write it as 2023-05-10, 2023-05 or 2023."
        raise UsageError(f"{name}: {value!r} is no day, month or year.", hint=hint) from None


@dataclass(frozen=True)
class Part(Generic[Item]):
    """One page of a list: its entries, its number from 1, how many pages and entries there are."""

    entries: Sequence[Item]
    number: int
    pages: int
    total: int


def part(entries: Sequence[Item], query: Mapping[str, str]) -> Part[Item]:
    """The page of a list that an address asks for; the nearest there is."""
    asked = query.get("page", "1")
    pages = max(1, -(-len(entries) // PER_PAGE))
    number = min(max(int(asked) if asked.isdecimal() and len(asked) < 9 else 1, 1), pages)
    return Part(entries[(number - 1) * PER_PAGE : number * PER_PAGE], number, pages, len(entries))


__all__ = ["FIELDS", "Filters", "Part", "part"]
