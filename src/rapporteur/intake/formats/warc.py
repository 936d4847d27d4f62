"""Web archives (WARC): the pages that a crawl was answered with."""

from __future__ import annotations

import io
import logging
import zlib
from collections.abc import Iterator
from typing import Any

from rapporteur.config import Config
from rapporteur.errors import IntakeError, UnreadableError
from rapporteur.intake.document import Document, Skipped
from rapporteur.intake.encoding import clean
from rapporteur.intake.formats.pages import decode_page
from rapporteur.intake.limits import MAX_PAGE, MEGABYTE, read_whole
from rapporteur.intake.pieces import Piece

logging.getLogger("warcio").addHandler(logging.NullHandler())  # what it mends in headers is nobody's concern

_PAGES = ("text/html", "application/xhtml+xml")


def read(piece: Piece, config: Config) -> Iterator[Document | Skipped | Piece]:  # noqa: ARG001
    """The pages of ``piece``; raises IntakeError if it is damaged or holds none."""
    found = False
    for number, record in enumerate(_records(piece), start=1):
        if (charset := _page_charset(record)) is None:
            continue
        found = True
        try:
            yield _page(piece, record, charset, number)
        except IntakeError as error:
            yield piece.skip(error, row=number)
    if not found:
        raise UnreadableError("The archive holds no page.", reason="no articles", hint="Look at what was crawled.")


def _records(piece: Piece) -> Iterator[Any]:
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415  # web archives alone need it
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415

    records = ArchiveIterator(_Lines(piece.stream), block_size=MEGABYTE)
    records.INC_RECORD = ""  # its warning, on standard error, that a record is shorter than it says
    try:
        yield from records
    except (ArchiveLoadFailed, ValueError, AttributeError, LookupError) as error:
        message = "The web archive is damaged: a record breaks off or has no proper header."
        raise UnreadableError(message, reason="damaged", hint="Fetch it again.") from error


class _Lines:
    """The stream, as long as it has lines: in what has none, the search for the next record would not end."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream, self._run, self.tell = stream, 0, stream.tell

    def read(self, size: int) -> bytes:
        """Up to ``size`` bytes; raises UnreadableError once there was no line end for too long."""
        data = self._stream.read(size)
        at = data.rfind(b"\n")
        self._run = self._run + len(data) if at < 0 else len(data) - at
        if self._run > MAX_PAGE:
            message = "The web archive is damaged: a record has no end."
            raise UnreadableError(message, reason="damaged", hint="Fetch it again.")
        return data


def _page_charset(record: Any) -> str | None:
    """The declared encoding (or an empty text) of a record that holds a page; ``None`` for all others."""
    if record.rec_type == "response" and record.http_headers:
        if not str(record.http_headers.get_statuscode()).startswith("2"):
            return None
        kind = record.http_headers.get_header("Content-Type") or ""
    elif record.rec_type == "resource":
        kind = record.rec_headers.get_header("Content-Type") or ""
    else:
        return None
    media, _, parameters = kind.partition(";")
    if media.strip().lower() not in _PAGES:
        return None
    return parameters.partition("charset=")[2].strip(" \"';")


def _page(piece: Piece, record: Any, charset: str, number: int) -> Document:
    try:
        data = read_whole(record.content_stream(), MAX_PAGE, "The page")
    except (zlib.error, EOFError, ValueError) as error:
        raise UnreadableError(f"The page is damaged: {error}.", reason="damaged", hint="Crawl it again.") from error
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise UnreadableError("The page breaks off.", reason="damaged", hint="Fetch the archive again.")
    fields = {
        "url": clean(record.rec_headers.get_header("WARC-Target-URI") or ""),
        "saved": clean(record.rec_headers.get_header("WARC-Date") or ""),
    }
    page = decode_page(data, declared=charset or None)
    return piece.document(page, "html", fields=fields, origin="web archive", row=number)
