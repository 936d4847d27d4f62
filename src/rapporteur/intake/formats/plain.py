"""Plain text and Markdown: the text is the file, character for character."""

from __future__ import annotations

from collections.abc import Iterator

from rapporteur.config import Config
from rapporteur.errors import UnreadableError
from rapporteur.intake.document import Document, Skipped
from rapporteur.intake.encoding import decode
from rapporteur.intake.limits import MAX_TEXT
from rapporteur.intake.pieces import Piece


def read(piece: Piece, config: Config) -> Iterator[Document | Skipped | Piece]:  # noqa: ARG001
    """The text of ``piece``; raises IntakeError if it is empty, binary or too large."""
    text = decode(piece.read(MAX_TEXT))
    if not text.strip():
        raise UnreadableError("The file holds no words.", reason="empty", hint="Save it again.")
    yield piece.document(same_length_lines(text), fields={}, origin="file")


def same_length_lines(text: str) -> str:
    """``text`` with a line feed at every line end; a pair becomes a blank and a line feed, so that offsets hold."""
    return text.replace("\r\n", " \n").replace("\r", "\n")
