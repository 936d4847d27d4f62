"""PDF: the text of its pages in reading order, and its properties."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import closing
from itertools import chain
from typing import Any

from rapporteur.config import Config
from rapporteur.errors import UnreadableError
from rapporteur.intake.document import Document, Skipped
from rapporteur.intake.encoding import clean
from rapporteur.intake.formats import stamps
from rapporteur.intake.formats.layout import Letter, Line, lines_in_order
from rapporteur.intake.formats.paragraphs import paragraphs
from rapporteur.intake.formats.running import without_running_lines
from rapporteur.intake.limits import MAX_ARTICLE, MAX_PAPER, MAX_PDF_PAGES, too_large
from rapporteur.intake.pieces import Piece

logging.getLogger("pypdfium2").addHandler(logging.NullHandler())  # what matters of its warnings comes as an error

_PASSWORD = 4  # FPDF_ERR_PASSWORD
_SECURITY = 5  # FPDF_ERR_SECURITY
_MADE_FROM = re.compile(
    r"^(?:Microsoft Word - |untitled|document\d*$)|\.(?:docx?|indd|qxd|rtf|pages|pdf|tmp)$", re.IGNORECASE
)
_URL = re.compile(r"https?://\S+")
_MANY = 200_000
"""Letters on one page above which it is a drawing made of letters."""


def read(piece: Piece, config: Config) -> Iterator[Document | Skipped | Piece]:  # noqa: ARG001
    """The text of ``piece``; raises IntakeError if it is damaged, locked, too large, or a picture of text."""
    with closing(_open(piece.read(MAX_PAPER))) as document:
        if len(document) > MAX_PDF_PAGES:
            raise too_large("The PDF", MAX_PDF_PAGES, "pages")
        pages = list(_pages(document))
        fields = _fields(document)
    kept, dropped = without_running_lines(pages)
    text = "\n\n".join(paragraphs(list(chain.from_iterable(kept))))
    if not text.strip():
        raise UnreadableError(
            "The PDF holds no text, perhaps only pictures of it.", reason="no text", hint="Recognise its text with OCR."
        )
    if url := next((match[0] for line in dropped if (match := _URL.search(line))), ""):
        fields["url"] = url
    yield piece.document(clean(text), fields=fields, origin="pdf properties")


def _open(data: bytes) -> Any:
    import pypdfium2  # noqa: PLC0415  # heavy

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (_PASSWORD, _SECURITY):
            message = "The PDF is locked with a password."
            raise UnreadableError(message, reason="encrypted", hint="Save it without the password.") from error
        raise UnreadableError(f"The PDF is damaged: {error}.", reason="damaged", hint="Fetch it again.") from error


def _fields(document: Any) -> dict[str, str]:
    said = document.get_metadata_dict(skip_empty=True)
    title = clean(said.get("Title", "")).strip()
    saved = (stamps.from_pdf(said.get(name, "")) for name in ("CreationDate", "ModDate"))
    return {
        "title": "" if _MADE_FROM.search(title) else title,
        "author": clean(said.get("Author", "")).strip(),
        "saved": max(saved, default=""),
    }


def _pages(document: Any) -> Iterator[list[Line]]:
    """The lines of each page, in reading order."""
    import pypdfium2  # noqa: PLC0415

    total = 0
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError as error:
            message = f"Page {number + 1} of the PDF is damaged: {error}."
            raise UnreadableError(message, reason="damaged", hint="Fetch it again.") from error
        with closing(page), closing(page.get_textpage()) as text:
            total += text.count_chars()
            if total > MAX_ARTICLE or text.count_chars() > _MANY:
                raise too_large("The PDF's text", MAX_ARTICLE, "characters")
            yield lines_in_order(_letters(text))


def _letters(text: Any) -> list[Letter]:
    """The letters of a page with their boxes, in the order in which the file draws them."""
    from pypdfium2 import raw  # noqa: PLC0415

    box = raw.FS_RECTF()
    letters = []
    for at in range(text.count_chars()):
        char = chr(raw.FPDFText_GetUnicode(text, at))
        boxed = raw.FPDFText_GetLooseCharBox(text, at, box) and box.top > box.bottom
        if boxed or char == " ":  # the blanks that pdfium infers have no box
            letters.append(Letter(char, box.left, box.right, box.bottom, box.top))
    return letters
