"""What was read: how much of which outlets, published when."""

from __future__ import annotations

from dataclasses import dataclass

from rapporteur.analysis.coverage import Coverage, coverage, coverage_by_outlet
from rapporteur.export.sections.words import counted, when_words
from rapporteur.record.record import Record
from rapporteur.when import When


@dataclass(frozen=True, slots=True)
class OutletView:
    """A row of the table of what was read."""

    name: str
    articles: int
    copies: int
    days: str


def read_words(record: Record) -> str:
    """In one line, what was read."""
    whole = coverage(record.articles, record.copies())
    outlets = {article.outlet for article in record.articles if article.outlet}
    words = f"{counted(whole.articles, 'article')} of {counted(len(outlets), 'outlet')}"
    copies = f", {counted(whole.copies, 'copy', 'copies')} among them" if whole.copies else ""
    days = f"published {_days(whole)}" if whole.first or whole.last else "publication days not stated"
    return f"{words}{copies}, {days}"


def outlet_views(record: Record) -> tuple[OutletView, ...]:
    """The outlets, each with what was read of it."""
    return tuple(_outlet(found) for found in coverage_by_outlet(record.articles, record.copies()))


def _outlet(found: Coverage) -> OutletView:
    return OutletView(found.outlet or "outlet not stated", found.articles, found.copies, _days(found))


def _days(found: Coverage) -> str:
    known = when_words(When(found.first, found.last), short=True)
    return f"{known}; {found.undated} on an unknown day" if found.undated < found.articles and found.undated else known


__all__ = ["OutletView", "outlet_views", "read_words"]
