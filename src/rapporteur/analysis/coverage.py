"""What was read: articles and copies by outlet, and the days that they cover."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from rapporteur.intake.article import Article


@dataclass(frozen=True, slots=True)
class Coverage:
    """The articles of one outlet (``None``: not stated), or of all.

    ``first`` and ``last`` are the publication days known to the day or, where none is, the bounds of what is known;
    ``undated`` counts the articles that those days leave out.
    """

    outlet: str | None
    articles: int
    copies: int
    first: dt.date | None
    last: dt.date | None
    undated: int = 0


def coverage(articles: Sequence[Article], copies: Collection[str]) -> Coverage:
    """The coverage of ``articles`` together; ``copies`` are the ids of those that copy another's text."""
    known = [a.published for a in articles if a.published.day]
    spans = known or [a.published for a in articles if a.published]
    days = [day for span in spans for day in (span.earliest, span.latest) if day]
    copied = sum(article.id in copies for article in articles)
    left = len(articles) - len(spans)
    return Coverage(None, len(articles), copied, min(days, default=None), max(days, default=None), left)


def coverage_by_outlet(articles: Sequence[Article], copies: Collection[str]) -> tuple[Coverage, ...]:
    """The coverage of each outlet, the one with most articles first; articles without an outlet come last."""
    outlets = {article.outlet for article in articles}
    found = []
    for outlet in sorted(filter(None, outlets)) + [None] * (None in outlets):
        whole = coverage([a for a in articles if a.outlet == outlet], copies)
        found.append(replace(whole, outlet=outlet))
    return tuple(sorted(found, key=lambda c: (c.outlet is None, -c.articles)))
