"""Articles as sources are named: in a sentence, and in full."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapporteur.export.sections.words import one_line, when_words
from rapporteur.intake.article import Article
from rapporteur.record.model import Evidence
from rapporteur.record.record import Record

WEB = ("https://", "http://")
"""How an address begins to which a reader may be sent."""


def outlet_and_day(article: Article) -> str:
    """A source in a sentence: ``The Cordal Herald (11 March 1931)``."""
    day = when_words(article.published) if article.published else "undated"
    return f"{outlet(article)} ({day})"


def in_full(article: Article) -> str:
    """A source as a note gives it: outlet, headline, day, and where it is: its address, or the file's name."""
    day = when_words(article.published) if article.published else "undated"
    title = f"“{one_line(article.title)}”" if article.title else ""
    where = article.url if article.url and article.url.startswith(WEB) else article.file
    parts = dict.fromkeys((outlet(article), title, day, one_line(where)))
    return ", ".join(filter(None, parts))


def outlet(article: Article) -> str:
    """What a reader calls an article's source: its outlet, or its file's name."""
    return one_line(article.outlet or article.file)


def sources_of(record: Record, evidence: Iterable[Evidence]) -> Sequence[Article]:
    """The articles that evidence is from, by day; a copy only where the story that it copies is not among them."""
    copies = record.copies()
    found = {piece.article for piece in evidence}
    own = [record.article(name) for name in found if copies.get(name) not in found]
    return sorted(own, key=lambda a: (str(a.published.earliest or a.published.latest or "9999"), outlet(a), a.id))


__all__ = ["WEB", "in_full", "outlet", "outlet_and_day", "sources_of"]
