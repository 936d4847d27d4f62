"""Feeds (RSS, Atom) kept as files: one article an entry."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator
from typing import Any

from rapporteur.config import Config
from rapporteur.errors import UnreadableError
from rapporteur.intake.document import Document, Markup, Skipped
from rapporteur.intake.encoding import clean
from rapporteur.intake.formats import stamps
from rapporteur.intake.formats.pages import tidy
from rapporteur.intake.limits import MAX_FEED, bomb
from rapporteur.intake.pieces import Piece

_MARKUP = re.compile(r"<[a-zA-Z/][^<>]*>")
_ENTITY = re.compile(rb"<!ENTITY\s", re.IGNORECASE)
_HARMLESS_ENTITY = re.compile(
    rb"<!ENTITY\s+\w+\s+(?:\"(?:[^\"&%<>]|&#\w+;){0,60}\"|'(?:[^'&%<>]|&#\w+;){0,60}')\s*>", re.IGNORECASE
)


def read(piece: Piece, config: Config) -> Iterator[Document | Skipped | Piece]:  # noqa: ARG001
    """The entries of ``piece``; raises IntakeError if it is no feed, has none, or is an entity bomb."""
    data = piece.read(MAX_FEED)
    if not data.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        raise UnreadableError("The file is empty.", reason="empty", hint="Save it again.")
    if len(_ENTITY.findall(data)) > len(_HARMLESS_ENTITY.findall(data)):
        raise bomb("It defines entities of entities, which can expand beyond measure.")
    parsed = _parse(data)
    if not parsed.get("entries"):
        what = "The feed has no entries." if parsed.get("version") else "The XML is no feed."
        raise UnreadableError(what, reason="no articles", hint="Of XML, only RSS and Atom are read.")
    for number, entry in enumerate(parsed["entries"], start=1):
        yield _article(piece, parsed["feed"], entry, number)


def _parse(data: bytes) -> Any:
    import feedparser  # noqa: PLC0415  # feeds alone need it

    try:
        return feedparser.parse(io.BytesIO(data))  # bare bytes it would try as the name of a file
    except (ValueError, LookupError, AttributeError, TypeError, AssertionError, RecursionError) as error:
        message = f"The feed is damaged: {type(error).__name__} {error}."
        raise UnreadableError(message, reason="damaged", hint="Save it again.") from error


def _article(piece: Piece, feed: Any, entry: Any, number: int) -> Document | Skipped:
    content, markup = _content(entry)
    if not _plain(content):
        hint = "Save the page it links to."
        return piece.skip(UnreadableError("The entry holds no words.", reason="empty", hint=hint), row=number)
    outlet = _said(entry.get("source") or {}, "title") or _said(feed, "title")
    fields = {
        "title": _plain(_said(entry, "title")),
        "published": stamps.from_mail(_said(entry, "published") or _said(entry, "updated")),
        "url": _said(entry, "link"),
        "outlet": _plain(outlet),
        "byline": _plain(_said(entry, "author")),
        "teaser": "" if entry.get("content") else "yes",
        "id": _said(entry, "id"),
    }
    return piece.document(content, markup, fields=fields, origin="feed", row=number)


def _said(element: Any, name: str) -> str:
    """The text of a part of the feed, which may be missing or empty."""
    return clean(dict.get(element, name) or "")  # its own ``get`` takes other names for this one, with a warning


def _content(entry: Any) -> tuple[str, Markup]:
    """The whole text where the feed gives it, else its teaser."""
    full = max((_said(part, "value") for part in entry.get("content") or []), key=len, default="")
    text = full or _said(entry, "summary")
    return (tidy(text), "html") if _MARKUP.search(text) else (text, "text")


def _plain(text: str) -> str:
    return " ".join(html.unescape(_MARKUP.sub(" ", text)).split())
