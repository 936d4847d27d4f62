"""What was read: articles and copies by outlet, and the days that they cover."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from rapporteur.intake.article import Article


@dataclass(frozen=True, slots=True)
class Coverage:
    """The articles of one outlet (``None``: not stated), or of all; ``first`` and ``last`` are publication days."""

    outlet: str | None
    articles: int
    copies: int
    first: dt.date | None
    last: dt.date | None


def coverage(articles: Sequence[Article], copies: Collection[str]) -> Coverage:
    """The coverage of ``articles`` together; ``copies`` are the ids of those that copy another's text."""
    days = [day for a in articles for day in (a.published.earliest, a.published.latest) if day]
    copied = sum(article.id in copies for article in articles)
    return Coverage(None, len(articles), copied, min(days, default=None), max(days, default=None))


def coverage_by_outlet(articles: Sequence[Article], copies: Collection[str]) -> tuple[Coverage, ...]:
    """The coverage of each outlet, the one with most articles first; articles without an outlet come last."""
    outlets = {article.outlet for article in articles}
    found = []
    for outlet in sorted(filter(None, outlets)) + [None] * (None in outlets):
        whole = coverage([a for a in articles if a.outlet == outlet], copies)
        found.append(Coverage(outlet, whole.articles, whole.copies, whole.first, whole.last))
    return tuple(sorted(found, key=lambda c: (c.outlet is None, -c.articles)))
