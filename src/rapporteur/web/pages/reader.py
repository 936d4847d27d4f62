"""An article whole: its own prose and what stands around it, with everything that was found in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from rapporteur.intake.article import Article
from rapporteur.intake.lines import blocks
from rapporteur.record.judgements.values import FIELDS
from rapporteur.spans import Span, subtract
from rapporteur.web.view import Cited, View

ADDABLE = ("positions", "statements", "commitments", "meetings", "events")
"""What a person can add from an article's words."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Words with all that rests on them; ``anchors`` begin here."""

    words: str
    cited: tuple[Cited, ...]
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the article's own prose, or a line of what stands around it."""

    start: int
    leftover: bool
    segments: tuple[Segment, ...]
    found: tuple[Cited, ...]


def reader(view: View, article: Article) -> dict[str, Any]:
    """What the page of an article shows."""
    cited = view.cited.get(article.id, ())
    paragraphs = [_paragraph(article, span, leftover, cited) for span, leftover in _spans(article)]
    original = view.copies.get(article.id)
    copies = [name for name, of in view.copies.items() if of == article.id]
    return {
        "article": article,
        "paragraphs": paragraphs,
        "original": view.articles.get(original or ""),
        "copied": [view.articles[name] for name in copies],
        "kinds": list(dict.fromkeys(one.kind for one in cited)),
        "addable": {kind: list(FIELDS[kind]) for kind in ADDABLE},
    }


def anchor(start: int, end: int) -> str:
    """The name of a place in an article."""
    return f"w{start}-{end}"


def _spans(article: Article) -> Iterator[tuple[Span, bool]]:
    found = [(span, False) for span in article.body]
    for hole in subtract(Span(0, len(article.text)), article.body):
        found += [(block.span.shift(hole.start), True) for block in blocks(hole.of(article.text))]
    yield from sorted(pair for pair in found if pair[0].of(article.text).strip())


def _paragraph(article: Article, span: Span, leftover: bool, cited: Sequence[Cited]) -> Paragraph:
    here = [one for one in cited if one.start < span.end and span.start < one.end]
    cuts = sorted(
        {span.start, span.end, *(cut for one in here for cut in (one.start, one.end) if span.start < cut < span.end)}
    )
    segments = tuple(_segment(article, Span(*ends), here) for ends in pairwise(cuts))
    found = dict.fromkeys(one for one in here if one.end <= span.end)
    return Paragraph(span.start, leftover, segments, tuple(found))


def _segment(article: Article, span: Span, here: Sequence[Cited]) -> Segment:
    over = tuple(one for one in here if one.start < span.end and span.start < one.end)
    anchors = dict.fromkeys(anchor(one.start, one.end) for one in over if one.start == span.start)
    return Segment(span.of(article.text), over, tuple(anchors))


__all__ = ["Paragraph", "Segment", "anchor", "reader"]
