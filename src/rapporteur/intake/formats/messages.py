"""Mail messages as Python parses them, with their headers and parts read so that nothing malformed raises."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from email.header import decode_header
from email.message import EmailMessage, Message
from email.policy import default
from pathlib import PureWindowsPath

from rapporteur.errors import UnreadableError
from rapporteur.intake.encoding import clean, decode

_MALFORMED = (ValueError, TypeError, KeyError, IndexError, AttributeError, LookupError, AssertionError)
"""What the standard library raises on headers that break its grammar; it lets several of its own errors through."""

MAX_PARTS = 1000
"""Parts of one mail: a digest of a large list has some hundreds."""


def parse(data: bytes) -> EmailMessage:
    """The message in ``data``.

    Raises:
        UnreadableError: it cannot be told from noise: no header at all.
    """
    try:
        message = email.message_from_bytes(data, policy=default)
        names = message.keys()
    except (*_MALFORMED, RecursionError) as error:
        raise UnreadableError(f"The mail is damaged: {error}.", reason="damaged", hint="Export it again.") from error
    if not names or not isinstance(message, EmailMessage):
        raise UnreadableError("The mail has no headers.", reason="damaged", hint="Export it again as .eml.")
    return message


def header(message: Message, name: str) -> str:
    """The decoded value of a header on one line; empty if it is missing."""
    try:
        value = str(message[name] or "")
    except _MALFORMED:
        value = _raw_header(message, name)
    return clean(re.sub(r"\s+", " ", value)).strip()


def _raw_header(message: Message, name: str) -> str:
    raw = next((value for key, value in message.raw_items() if key.lower() == name.lower()), "")
    try:
        return "".join(
            part.decode(charset or "utf-8", "replace") if isinstance(part, bytes) else part
            for part, charset in decode_header(str(raw))
        )
    except _MALFORMED:
        return str(raw)


def leaves(message: Message) -> Iterator[EmailMessage]:
    """The parts that hold something, in order; attached mails are one part each."""
    waiting: list[Message] = [message]
    for _ in range(MAX_PARTS):
        if not waiting:
            return
        part = waiting.pop(0)
        if part.get_content_maintype() == "multipart" and isinstance(part.get_payload(), list):
            waiting[:0] = part.get_payload()  # type: ignore[assignment]
        elif isinstance(part, EmailMessage):
            yield part


def payload(part: Message) -> bytes:
    """The bytes of a part, freed of its transfer encoding."""
    try:
        data = part.get_payload(decode=True)
    except _MALFORMED:
        data = None
    return data if isinstance(data, bytes) else b""


def attachment(part: Message) -> bytes:
    """The bytes of an attachment; of an attached mail, the mail."""
    inner = part.get_payload()
    if not (part.get_content_type() == "message/rfc822" and isinstance(inner, list) and inner):
        return payload(part)
    try:
        return inner[0].as_bytes() if isinstance(inner[0], Message) else b""
    except (*_MALFORMED, RecursionError):
        return b""


def charset(part: Message) -> str | None:
    """The encoding that a part declares."""
    try:
        return part.get_content_charset()
    except _MALFORMED:
        return None


def text(part: Message) -> str:
    """The text of a part as its writer saw it: lines that were broken for transport only (RFC 3676) are whole again.

    Raises:
        UnreadableError: it is binary.
    """
    words = decode(payload(part), declared=charset(part)).replace("\r\n", "\n")
    if str(part.get_param("format", "")).lower() != "flowed":
        return words
    stuffed = re.sub(r"(?m)^ ", "", words)
    joint = "" if str(part.get_param("delsp", "")).lower() == "yes" else " "
    return re.sub(r"(?m)(?<!^--) \n(?=[^\n>])", joint, stuffed)


def file_name(part: Message) -> str:
    """The name of an attachment, without folders; empty if it has none."""
    try:
        return PureWindowsPath(clean(part.get_filename() or "")).name
    except _MALFORMED:
        return ""
