"""Which reader a piece of input needs: its bytes decide, its name helps."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import import_module
from pathlib import PurePosixPath
from typing import NamedTuple, cast

from rapporteur.errors import UnreadableError
from rapporteur.intake.pieces import Piece, Reader
from rapporteur.reference import load

_READERS = {
    "feed": "feeds",
    "gzip": "packed",
    "json": "jsonfiles",
    "mail": "mail",
    "mhtml": "mhtml",
    "page": "pages",
    "pdf": "pdf",
    "table": "tables",
    "text": "plain",
    "warc": "warc",
    "zip": "zipped",
}
"""The module of each kind, loaded when the first file of that kind comes."""

_MAGIC = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"WARC/", "warc"),
)
_OTHER_MAGIC = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"BZh9", "bz2"),
    (b"7z\xbc\xaf", "7z"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"\x28\xb5\x2f\xfd", "zst"),
    (b"Rar!\x1a\x07", "rar"),
)
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_LOOSE = re.IGNORECASE | re.DOTALL
_PDF = re.compile(rb"\A.{0,1024}?%PDF-\d", re.DOTALL)
_PAGE = re.compile(r"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", _LOOSE)
_FEED = re.compile(r"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<\?.*?\?>\s*)*<(?:rss|feed|rdf:rdf)\b", _LOOSE)
_HEADERS = r"\A(?:[\w-]+:.*\n(?:[ \t].*\n)*)*?"
_MHTML = re.compile(_HEADERS + r"Content-Type:\s*multipart/related", re.IGNORECASE)
_MAIL = re.compile(_HEADERS + r"MIME-Version:", re.IGNORECASE)


class FileKinds(NamedTuple):
    """The table of file endings: ``read`` by which reader, ``unread`` with what advice, and what is passed over."""

    read: dict[str, str]
    unread: dict[str, str]
    passed_endings: frozenset[str]
    passed_names: frozenset[str]
    passed_folders: frozenset[str]
    passed_folder_endings: tuple[str, ...]


@cache
def file_kinds() -> FileKinds:
    """The table, loaded once."""
    table = load("file_kinds")
    passed = table["passed_over"]
    return FileKinds(
        table["read"],
        table["unread"],
        frozenset(passed["endings"]),
        frozenset(passed["names"]),
        frozenset(passed["folders"]),
        tuple(passed["folder_endings"]),
    )


def is_passed_over(path: PurePosixPath) -> bool:
    """Whether a file found in a folder or an archive is one that nobody expects to be read."""
    kinds = file_kinds()
    if path.name in kinds.passed_names or path.suffix[1:].lower() in kinds.passed_endings:
        return True
    return any(is_passed_folder(part) for part in path.parts[:-1]) or path.name.startswith(".")


def is_passed_folder(name: str) -> bool:
    """Whether a folder holds nothing that anybody expects to be read."""
    kinds = file_kinds()
    return name.startswith(".") or name in kinds.passed_folders or name.endswith(kinds.passed_folder_endings)


def unknown_format(name: str) -> UnreadableError:
    """The report on a file whose ending no reader knows."""
    ending = PurePosixPath(name.lower()).suffix[1:]
    what = f"Files ending in .{ending} are not read." if ending else "Nothing tells which format it is."
    return UnreadableError(
        what, reason="format", hint=file_kinds().unread.get(ending, "Save it as .txt, .html, .pdf or .docx.")
    )


def is_known(name: str) -> bool:
    """Whether some reader takes files of this name; a name without an ending is told by its bytes."""
    ending = PurePosixPath(name.lower()).suffix[1:]
    return not ending or ending in file_kinds().read


def reader(kind: str) -> Reader:
    """The reader of a kind."""
    return cast("Reader", import_module(f"rapporteur.intake.formats.{_READERS[kind]}").read)


def kind_of(piece: Piece) -> str:
    """The kind of ``piece``.

    Raises:
        UnreadableError: it is empty, or of a format that no reader takes.
    """
    head = piece.head()
    if not head:
        raise UnreadableError("The file is empty.", reason="empty", hint="Save it again.")
    named = file_kinds().read.get(piece.ending, "text")
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    _refuse_other(head)
    if _PDF.match(head):
        return "pdf"
    return _kind_of_words(head, named)


def _refuse_other(head: bytes) -> None:
    for magic, ending in _OTHER_MAGIC:
        if not head.startswith(magic):
            continue
        if _ENCRYPTED_OFFICE in head:
            raise UnreadableError(
                "The document is locked with a password.", reason="encrypted", hint="Save it without the password."
            )
        raise UnreadableError(
            f"It is a .{ending} file, whatever its name says.", reason="format", hint=file_kinds().unread[ending]
        )


def _kind_of_words(head: bytes, named: str) -> str:
    """The kind of something written, whose first words may say more than its name."""
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    start = head[: len(head) & ~1].decode("utf-16", "replace") if wide else head.decode("latin-1").removeprefix("ï»¿")
    if named in ("text", "page", "mhtml") and _MAIL.match(lines := start.replace("\r\n", "\n")):
        return "mhtml" if _MHTML.match(lines) else "mail"
    if _FEED.match(start):
        return "feed"
    if _PAGE.match(start):
        return "page"
    if named == "text" and _is_json_line(start):
        return "json"
    return "text" if named == "page" and "<" not in start else named


def _is_json_line(start: str) -> bool:
    """Whether the first line is one JSON object: a wire dump under the name of a text."""
    line = start.partition("\n")[0].strip()
    if not (line.startswith("{") and line.endswith("}")):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
