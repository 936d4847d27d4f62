"""An article: one outlet's account, as text, with what its source says of it."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field

from rapporteur.spans import Span
from rapporteur.when import UNKNOWN, When

READ_LANGUAGE = "en"
"""The language that the program reads.  Articles in others are recognised, kept and reported as unread."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article as taken in.

    ``text`` is the decoded source of a text file (nothing removed) and the extracted text of every other format;
    all offsets anywhere are into it.  ``body`` holds the parts that are the article's own prose, in order;
    headline, byline, captions and page leftovers stay outside.  ``provenance`` says for each field where its
    value came from (``"json-ld"``, ``"first line"``, ``"meta og:site_name"``...).  ``received`` is the day on which the
    record first took it in: nobody has an article before it is published.
    """

    id: str
    file: str
    source: str
    text: str
    body: tuple[Span, ...] = ()
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: When = UNKNOWN
    language: str = READ_LANGUAGE
    provenance: dict[str, str] = field(default_factory=dict)
    received: dt.date | None = None

    @property
    def is_read(self) -> bool:
        """Whether the program reads this article's language."""
        return self.language == READ_LANGUAGE


def article_id(file: str, text: str) -> str:
    """The stable id of an article: it follows from the base name of its file and its text alone."""
    digest = hashlib.sha256(f"{file}\0{text}".encode("utf-8", "surrogatepass")).hexdigest()
    return f"a-{digest[:12]}"
