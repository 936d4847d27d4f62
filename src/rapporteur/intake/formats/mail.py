"""Mail (.eml): subject, sender and date as fields, its words as the text, attachments as members."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import PurePosixPath

from rapporteur.config import Config
from rapporteur.errors import RefusedError, UnreadableError
from rapporteur.intake.document import Document, Markup, Skipped
from rapporteur.intake.formats import messages, stamps
from rapporteur.intake.formats.pages import decode_page
from rapporteur.intake.kinds import is_known, is_passed_over, unknown_format
from rapporteur.intake.limits import MAX_DEPTH, MAX_MAIL
from rapporteur.intake.pieces import Piece

_PREFIX = re.compile(r"\A(?:(?:re|fwd?|aw|wg|tr|rv|sv)\s*:\s*)+", re.IGNORECASE)
_TAG = re.compile(r"<(style|script|head)\b.*?</\1\s*>|<[^>]*>", re.IGNORECASE | re.DOTALL)


def read(piece: Piece, config: Config) -> Iterator[Document | Skipped | Piece]:  # noqa: ARG001
    """The mail's own words, then its attachments; raises IntakeError if it is no mail or holds neither."""
    message = messages.parse(piece.read(MAX_MAIL))
    words: list[EmailMessage] = []
    attached: list[EmailMessage] = []
    for part in messages.leaves(message):
        (words if _is_body(part) else attached).append(part)
    content = _content(words)
    if content:
        yield piece.document(content[0], content[1], fields=_fields(message), origin="mail header")
    members = [part for part in attached if _is_wanted(part)]
    if not content and not members:
        raise UnreadableError("The mail holds no words.", reason="empty", hint="Export it again as .eml.")
    for number, part in enumerate(members, start=1):
        yield _member(piece, part, messages.file_name(part) or f"attachment-{number}{_ending(part)}")


def _is_body(part: EmailMessage) -> bool:
    return (
        part.get_content_type() in ("text/plain", "text/html")
        and part.get_content_disposition() != "attachment"
        and not messages.file_name(part)
    )


def _is_wanted(part: EmailMessage) -> bool:
    """Signatures, calendars and the pictures of the page are parts of the mail, not attachments to it."""
    name = messages.file_name(part)
    if part.get_content_type() == "message/rfc822":
        return True
    return bool(name) and not is_passed_over(PurePosixPath(name)) and not messages.header(part, "Content-ID")


def _ending(part: EmailMessage) -> str:
    return ".eml" if part.get_content_type() == "message/rfc822" else ""


def _content(parts: list[EmailMessage]) -> tuple[str, Markup] | None:
    """The fuller rendering: plain text is often only "view this mail in your browser"."""
    plain = "\n\n".join(messages.text(part) for part in parts if part.get_content_type() == "text/plain")
    pages = [part for part in parts if part.get_content_type() == "text/html" and messages.payload(part).strip()]
    page = decode_page(messages.payload(pages[0]), declared=messages.charset(pages[0])) if pages else ""
    if page and len(_TAG.sub("", page).split()) > 2 * len(plain.split()):
        return page, "html"
    return (plain, "text") if plain.strip() else None


def _fields(message: EmailMessage) -> dict[str, str]:
    name, address = parseaddr(messages.header(message, "From"))
    return {
        "title": _PREFIX.sub("", messages.header(message, "Subject")),
        "byline": name or address,
        "published": stamps.from_mail(messages.header(message, "Date")),
    }


def _member(piece: Piece, part: EmailMessage, name: str) -> Piece | Skipped:
    if not is_known(name):
        return piece.skip(unknown_format(name), member=name)
    if piece.depth >= MAX_DEPTH:
        error = RefusedError("It lies in archives within archives.", reason="too deep", hint="Unpack it first.")
        return piece.skip(error, member=name)
    return piece.member(name, io.BytesIO(messages.attachment(part)))
