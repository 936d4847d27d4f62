"""Saved pages: the source of a page, decoded as it declares or as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapporteur.config import Config
from rapporteur.errors import UnreadableError
from rapporteur.intake.document import Document, Skipped
from rapporteur.intake.encoding import decode
from rapporteur.intake.limits import MAX_PAGE
from rapporteur.intake.pieces import Piece

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|\A\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)",
    re.IGNORECASE,
)
_INLINED = re.compile(r"(data:[\w/+.;=-]{0,100}?base64,)[A-Za-z0-9+/=%]{400,}")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")


def read(piece: Piece, config: Config) -> Iterator[Document | Skipped | Piece]:  # noqa: ARG001
    """The page of ``piece``; raises IntakeError if it is empty, binary or too large."""
    page = decode_page(piece.read(MAX_PAGE))
    yield piece.document(page, "html", fields={}, origin="page")


def decode_page(data: bytes, *, declared: str | None = None) -> str:
    """The source of a page as text; ``declared`` is what its carrier says of its encoding.

    Raises:
        UnreadableError: it is binary, or empty.
    """
    if not declared and (match := _CHARSET.search(data[:8192])):
        declared = (match[1] or match[2]).decode("ascii", "replace")
    page = tidy(decode(data, declared=declared))
    if not page.strip():
        raise UnreadableError("The page holds no words.", reason="empty", hint="Save it again.")
    return page


def tidy(page: str) -> str:
    """``page`` without its XML declaration (it is no longer bytes) and the data of inlined pictures and fonts."""
    return _INLINED.sub(r"\1", _DECLARATION.sub("", page, count=1))
