"""Articles without any word of when they were published: what the dating can then still tell from what they say."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import rapporteur
from rapporteur.intake.article import Article
from rapporteur.intake.datelines import glued_dateline, opening_dateline
from rapporteur.spans import Span


def strip_articles(paths: Iterable[Path], folder: Path) -> list[Path]:
    """Write the bodies of the articles at `paths`, without metadata and datelines, to files of the same names."""
    written = []
    for found in rapporteur.read_files(sorted(paths)):
        if isinstance(found, rapporteur.Skipped):
            continue
        article = found[0]
        path = folder / Path(article.file).name
        path.write_text("\n\n".join(_undated(article, span) for span in article.body), encoding="utf-8")
        written.append(path)
    return written


def _undated(article: Article, span: Span) -> str:
    """A part of the body without the datelines in it."""
    text = span.of(article.text)
    for find in (opening_dateline, glued_dateline):
        if line := find(text, Span(0, len(text))):
            text = text[: line.span.start] + text[line.span.end :]
    return text
