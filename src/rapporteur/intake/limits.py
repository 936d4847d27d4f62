"""What intake will not swallow, each limit with its reason, and the guards that hold them."""

from __future__ import annotations

import re
from typing import Protocol

from rapporteur.errors import RefusedError
from rapporteur.intake.document import Document

MEGABYTE = 1_000_000

MAX_RATIO = 100
"""Prose packs to about a third, a very regular table to a twentieth: what expands a hundredfold was made to."""

MAX_EXPANDED = 200 * MEGABYTE
"""All that one archive may expand to: some 40,000 articles, and what a laptop can hold while it reads them."""

MAX_DEPTH = 2
"""Archives may hold archives (a mail with a zip, a zip of zips), and those no more: deeper is a trap or a mistake."""

MAX_MEMBERS = 100_000
"""Members of one archive: above this its directory alone takes longer to read than its articles."""

MAX_MEMBER_NAME = 1024
"""Characters of a member's name: what file systems allow for a whole path is no longer."""

MAX_TEXT = 8 * MEGABYTE
"""Bytes of a text file: two million characters of the longest encoding."""

MAX_ARTICLE = 2_000_000
"""Characters of one article: a book of 700 pages."""

MAX_LINE = 200_000
"""Characters of one line of an article's text: a paragraph of 35,000 words is data, not prose."""

MAX_PAGE = 30 * MEGABYTE
"""Bytes of a saved page: those with their pictures inlined reach 20 MB."""

MAX_NESTING = 1_000
"""Elements of a page inside one another: old mails reach 300; the time that parsers take grows with the square."""

MAX_RECORD = 20 * MEGABYTE
"""Bytes of one line of JSON Lines, or characters of one field of a table: an article with its page's source."""

MAX_JSON = 100 * MEGABYTE
"""Bytes of a JSON file, which has to be held whole, at several times its size."""

MAX_FEED = 30 * MEGABYTE
"""Bytes of a feed file, held whole."""

MAX_MAIL = 60 * MEGABYTE
"""Bytes of a mail with its attachments: twice what servers let pass."""

MAX_PAPER = 200 * MEGABYTE
"""Bytes of a PDF or a Word document, most of them pictures."""

MAX_PDF_PAGES = 500
"""Pages of a PDF: more is a book or an archive, not an article."""

HEAD = 65_536
"""Bytes at the start of a file from which its kind is told."""


class Readable(Protocol):
    """Whatever bytes can be read from."""

    def read(self, size: int = -1, /) -> bytes | None:
        """Up to ``size`` bytes; empty at the end."""


class Allowance:
    """How much one file may still expand to; all archives within it draw on the same one.

    ``most`` bounds the whole; a crawl's archive, which is read record by record, sets it to ``None`` and stays bound
    by the ratio.
    """

    def __init__(self, packed: int, *, most: int | None = MAX_EXPANDED) -> None:
        self.packed = max(packed, 1)
        self.most = most
        self.taken = 0

    def take(self, size: int) -> None:
        """Count ``size`` bytes more.

        Raises:
            RefusedError: that is more than the file may expand to.
        """
        self.taken += size
        if self.taken > MAX_RATIO * self.packed:
            raise bomb(f"It expands to more than {MAX_RATIO} times its size.")
        if self.most is not None and self.taken > self.most:
            raise bomb(f"It expands to more than {self.most // MEGABYTE} MB.")


def bomb(message: str) -> RefusedError:
    """The refusal of what expands beyond measure."""
    return RefusedError(message, reason="bomb", hint="If you trust it, unpack it yourself and give the folder.")


def too_large(what: str, limit: int, unit: str = "MB") -> RefusedError:
    """The refusal of something above ``limit`` of ``unit``."""
    return RefusedError(
        f"{what} is larger than {limit:,} {unit}.", reason="too large", hint="Split it into the articles it holds."
    )


def read_whole(stream: Readable, limit: int, what: str) -> bytes:
    """All bytes of ``stream``; ``what`` names it in the refusal.

    Raises:
        RefusedError: there are more than ``limit``.
    """
    data = stream.read(limit + 1) or b""
    if len(data) > limit:
        raise too_large(what, limit // MEGABYTE)
    return data


def check_document(document: Document) -> None:
    """Refuse what the parsers behind intake would lose without a word, or never finish.

    Raises:
        RefusedError: text of more than an article's length, a line longer than any paragraph, or a page nested
            beyond reason.
    """
    if document.markup == "html":
        _check_nesting(document.content)
        return
    check_article_text(document.content)


def check_article_text(text: str) -> None:
    """Refuse a text that is longer than any article, or holds a line longer than any paragraph.

    Raises:
        RefusedError: it does.
    """
    if len(text) > MAX_ARTICLE:
        raise too_large("The text", MAX_ARTICLE, "characters")
    if len(text) > MAX_LINE and max(map(len, text.splitlines())) > MAX_LINE:
        raise too_large("A line of the text", MAX_LINE, "characters")


def _check_nesting(page: str) -> None:
    """Refuse a page that is nested beyond reason; its own parser tells, since people leave elements open."""
    if len(re.findall("<[a-zA-Z]", page)) > MAX_NESTING and _is_deeper(page, MAX_NESTING):
        raise RefusedError(
            f"The page's elements are nested more than {MAX_NESTING:,} deep.",
            reason="too deep",
            hint="Open it in a browser and save its text as .txt.",
        )


def _is_deeper(page: str, limit: int) -> bool:
    from lxml import etree  # noqa: PLC0415  # pages alone need it

    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        tree = etree.fromstring(page.encode("utf-8", "replace"), parser)
    except etree.LxmlError:
        return False  # no page at all: whoever reads it says so
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        return True
    depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest > limit
