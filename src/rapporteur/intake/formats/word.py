"""Word documents (.docx): their paragraphs and tables in reading order, and their properties."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from rapporteur.errors import UnreadableError
from rapporteur.intake.document import Document
from rapporteur.intake.encoding import clean
from rapporteur.intake.formats.expanding import BROKEN
from rapporteur.intake.pieces import Piece

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}txbxContent", _FALLBACK})
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_TEMPLATE = "2013-12-23"
"""The day on which the template was made that python-docx stamps on every document it writes."""


def read_document(piece: Piece, data: io.BytesIO) -> Document:
    """The document in ``data``.

    Raises:
        UnreadableError: it is damaged, or holds no words.
    """
    import docx  # noqa: PLC0415  # heavy
    from lxml.etree import LxmlError  # noqa: PLC0415

    try:
        document = docx.Document(data)
        body = document.element.body
        fields = _fields(document.core_properties)
    except (*BROKEN, KeyError, AttributeError, TypeError, NotImplementedError, LxmlError) as error:
        message = f"The document is damaged: {type(error).__name__} {error}."
        raise UnreadableError(message, reason="damaged", hint="Open and save it again in a word processor.") from error
    text = "\n\n".join(_blocks(body))
    if not text.strip():
        hint = "If it holds pictures of text, recognise it with OCR."
        raise UnreadableError("The document holds no words.", reason="empty", hint=hint)
    return piece.document(clean(text), fields=fields, origin="document properties")


def _fields(properties: Any) -> dict[str, str]:
    days = [value.date().isoformat() for value in (properties.created, properties.modified) if value]
    saved = max(days, default="")
    return {
        "title": clean(properties.title or "").strip(),
        "author": clean(properties.author or "").strip(),
        "saved": "" if saved == _TEMPLATE else saved,
    }


def _blocks(parent: Any) -> Iterator[str]:
    """The paragraphs and table rows under an element, also those that controls and insertions wrap."""
    for element in parent:
        if element.tag == f"{_W}p":
            if text := _words(element).strip():
                yield text
        elif element.tag == f"{_W}tbl":
            for row in element.iter(f"{_W}tr"):
                yield from _row(row)
        elif element.tag not in _LEFT_OUT:
            yield from _blocks(element)


def _row(row: Any) -> Iterator[str]:
    """A row on one line; one whose cells hold several paragraphs lays out a page, and is read cell by cell."""
    cells = [[text for p in cell.iter(f"{_W}p") if (text := _words(p).strip())] for cell in row.iter(f"{_W}tc")]
    if any(len(cell) > 1 for cell in cells):
        for cell in cells:
            yield from cell
    elif line := "\t".join(text for cell in cells for text in cell):
        yield line


def _words(element: Any) -> str:
    """The words of a paragraph: with what was inserted, without what was deleted."""
    pieces: list[str] = []
    for child in element:
        if child.tag == f"{_W}t":
            pieces.append(child.text or "")
        elif child.tag in _BREAKS:
            pieces.append(_BREAKS[child.tag])
        elif child.tag not in _LEFT_OUT and child.tag != f"{_W}tabs":
            pieces.append(_words(child))
    return "".join(pieces)
