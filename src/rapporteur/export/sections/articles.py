"""The articles at the end of the dossier: what is known of each, and its text."""

from __future__ import annotations

from dataclasses import dataclass

from rapporteur.export.sections.article_text import Passage, passages
from rapporteur.export.sections.citations import Citations, Source
from rapporteur.export.sections.words import Day, day_of
from rapporteur.intake.article import Article


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article whole."""

    source: Source
    id: str
    title: str
    outlet: str
    byline: str
    file: str
    link: str
    address: str
    day: Day
    copy_of: Source | None
    language: str
    passages: tuple[Passage, ...]


def article_views(citations: Citations, copies: dict[str, str]) -> tuple[ArticleView, ...]:
    """Every article, in the order of its number."""
    return tuple(_view(article, citations, copies.get(article.id)) for article in citations.articles)


def _view(article: Article, citations: Citations, copied: str | None) -> ArticleView:
    url = article.url or ""
    safe = url.startswith(("https://", "http://"))
    return ArticleView(
        source=citations.sources[article.id],
        id=article.id,
        title=article.title or article.file,
        outlet=article.outlet or "outlet not stated",
        byline=article.byline or "",
        file=article.file,
        link=url if safe else "",
        address="" if safe else url,
        day=day_of(article.published, always_why=True),
        copy_of=citations.sources.get(copied) if copied else None,
        language="" if article.is_read else article.language,
        passages=passages(article, tuple(citations.places[article.id].values())),
    )
