"""Pages that a browser saved as one file (.mhtml): a mail whose first part is the page."""

from __future__ import annotations

from collections.abc import Iterator

from rapporteur.config import Config
from rapporteur.errors import UnreadableError
from rapporteur.intake.document import Document, Skipped
from rapporteur.intake.formats import messages, stamps
from rapporteur.intake.formats.pages import decode_page
from rapporteur.intake.limits import MAX_MAIL
from rapporteur.intake.pieces import Piece


def read(piece: Piece, config: Config) -> Iterator[Document | Skipped | Piece]:  # noqa: ARG001
    """The page that was saved, without its frames; raises IntakeError if there is none."""
    message = messages.parse(piece.read(MAX_MAIL))
    for part in messages.leaves(message):
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            page = decode_page(messages.payload(part), declared=messages.charset(part))
            address = messages.header(message, "Snapshot-Content-Location")
            fields = {
                "url": address or messages.header(part, "Content-Location"),
                "saved": stamps.from_mail(messages.header(message, "Date")),
            }
            yield piece.document(page, "html", fields=fields, origin="saved page")
            return
    raise UnreadableError("It holds no page.", reason="damaged", hint="Save the page again, as .html.")
