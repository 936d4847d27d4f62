"""A saved page: its article as text, and what its mark-up says of it."""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from rapporteur.intake import furniture
from rapporteur.intake.body import find_body
from rapporteur.intake.captions import is_credit
from rapporteur.intake.datelines import Dateline, opening_dateline
from rapporteur.intake.lines import MARKS
from rapporteur.intake.metadata import Field, Metadata, read_metadata
from rapporteur.intake.page_fields import changed_days, page_fields
from rapporteur.intake.phrases import folded
from rapporteur.intake.prose import sentence_weight
from rapporteur.intake.published import Published
from rapporteur.intake.visible_text import visible_text
from rapporteur.spans import Span, trim

# libxml2 keeps at most 2,048 open elements even where it is told to read huge pages, and 256 where it is not.
_DEEP = 2000
# An extraction with less than half of the prose that stands on the page has lost some of the article.
_HALF = 0.5
_LOGGERS = ("trafilatura", "htmldate", "courlan", "justext", "readability")


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a page's article with the spans of its prose, its metadata, and the language that it declares."""

    text: str
    body: tuple[Span, ...]
    metadata: Metadata
    language: str | None = None


def read_page(source: str, *, url: str | None = None) -> Page:
    """The article of a page: title and paragraphs as text, each paragraph a span; ``url`` is where it was saved.

    What the mark-up does not declare is looked for in the visible text.
    """
    source = source.replace("\x00", "")
    tree = _tree(source)
    seen = visible_text(source)
    prose = find_body(seen)
    declared, language = page_fields(tree, url=url)
    field = declared.fields.get("title")
    title = field.value if field else None
    paragraphs = _extract(source, tree, [span.of(seen) for span in prose])
    text, spans = _joined(title, [line for line in paragraphs if not _is_around(line, title)])
    dateline = opening_dateline(text, spans[0]) if spans else None
    visible = read_metadata(seen, prose, of_page=True)
    if visible.published.when.day in changed_days(tree):
        visible = replace(visible, published=Published())
    return Page(text, spans, _completed(declared, visible, dateline), language)


def _completed(declared: Metadata, visible: Metadata, dateline: Dateline | None) -> Metadata:
    """What a page declares, with the byline and the day that only its text shows."""
    fields = {**declared.fields}
    if "byline" not in fields and "byline" in visible.fields:
        fields["byline"] = Field(visible.fields["byline"].value, "visible text")
    published = declared.published
    if not published.when and visible.published.when:
        published = replace(visible.published, where="visible text")
    return Metadata(fields, published, dateline)


def _tree(source: str) -> HtmlElement:
    """The page as a tree; an empty one if nothing in it is mark-up."""
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(
            source.encode("utf-8", "replace") or b"<html/>", parser=parser, ensure_head_body=True
        )
    except (etree.ParserError, etree.XMLSyntaxError):
        return document_fromstring("<html/>", ensure_head_body=True)


def _extract(source: str, tree: HtmlElement, prose: list[str]) -> list[str]:
    """The paragraphs of the article; ``prose`` is that of the visible text.

    Trafilatura is asked for precision first.  Where it returns much less than the prose that stands on the page,
    it is asked again without, and last that prose itself is taken.
    """
    expected = sum(map(len, prose))
    best: list[str] = []
    if not _is_too_deep(source):
        for precise in (True, False):
            found = _trafilatura(tree, precise=precise)
            if sum(map(len, found)) > _HALF * expected:
                return found
            best = max(best, found, key=lambda lines: sum(map(len, lines)))
    return prose or best


def _is_too_deep(source: str) -> bool:
    """Whether more elements may be open at once than the parser keeps."""
    depth = deepest = 0
    for match in re.finditer(
        r"<(/?)(?:div|span|section|article|table|tr|td|ul|ol|li|font|center|b|i|em|strong)\b", source, re.IGNORECASE
    ):
        depth += -1 if match[1] else 1
        deepest = max(deepest, depth)
    return deepest > _DEEP


def _trafilatura(tree: HtmlElement, *, precise: bool) -> list[str]:
    with _quiet():
        text = trafilatura.extract(tree, include_comments=False, favor_precision=precise) or ""
    return [line.strip() for line in text.split("\n") if line.strip()]


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the libraries' warnings and log lines from the person who reads the program's own."""
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    levels = [logger.level for logger in loggers]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            for logger in loggers:
                logger.setLevel(logging.CRITICAL + 1)
            yield
        finally:
            for logger, level in zip(loggers, levels, strict=True):
                logger.setLevel(level)


def _is_around(line: str, title: str | None) -> bool:
    """Whether an extracted paragraph is the title again, or a plain leftover that came with the article."""
    if title and folded(line).casefold() == folded(title).casefold():
        return True
    if furniture.is_line(line) or furniture.is_byline(line) or is_credit(line):
        return True
    spoken = furniture.has_opening(line) or furniture.leftovers(line) > 0
    return spoken and len(line) < 300 and sentence_weight(line, alone=True) < -0.8


def _joined(title: str | None, paragraphs: Sequence[str]) -> tuple[str, tuple[Span, ...]]:
    parts, spans = [title] if title else [], []
    at = len(title) + 2 if title else 0
    for paragraph in paragraphs:
        parts.append(paragraph)
        spans.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + 2
    text = "\n\n".join(parts)
    trimmed = (trim(span, text, also=f"{MARKS}-") if span.of(text).startswith(("- ", "| ")) else span for span in spans)
    return text, tuple(span for span in trimmed if span)
