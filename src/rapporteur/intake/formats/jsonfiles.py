"""JSON: one article, a list of them (perhaps inside what an interface answered), or JSON Lines of any length."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from rapporteur.config import Config
from rapporteur.errors import IntakeError, RefusedError, UnreadableError
from rapporteur.intake.document import Document, Skipped
from rapporteur.intake.encoding import decode
from rapporteur.intake.formats import rows
from rapporteur.intake.formats.fields import Row, article_of, list_of, no_articles
from rapporteur.intake.limits import MAX_JSON, MAX_RECORD, MEGABYTE, too_large
from rapporteur.intake.pieces import Piece

_LINE_ENDINGS = ("jsonl", "ndjson")
_BLANK = b"\xef\xbb\xbf \t\r\n"


def read(piece: Piece, config: Config) -> Iterator[Document | Skipped | Piece]:
    """The articles of ``piece``; raises IntakeError if it is no JSON or holds none."""
    if _is_lines(piece):
        yield from rows.articles(piece, _lines(piece), config, origin="json field")
        return
    text = decode(piece.read(MAX_JSON))
    if not text.strip():
        raise UnreadableError("The file is empty.", reason="empty", hint="Export it again.")
    value = parse(text)
    if isinstance(value, Mapping) and article_of(value, config) is not None:
        yield from rows.articles(piece, [(None, value)], config, origin="json field")
        return
    listed = list_of(value, config)
    if listed is None:
        raise no_articles(list(map(str, value)) if isinstance(value, Mapping) else [])
    yield from rows.articles(piece, _items(listed), config, origin="json field")


def is_object(line: str) -> bool:
    """Whether a line is a whole JSON object."""
    try:
        return line.startswith("{") and isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def parse(text: str) -> Any:
    """The value of a JSON text.

    Raises:
        UnreadableError: it is no JSON.
        RefusedError: it is nested too deep.
    """
    try:
        return json.loads(text)
    except RecursionError as error:
        raise RefusedError("The JSON is nested too deep.", reason="too deep", hint="Flatten it.") from error
    except ValueError as error:
        message = f"The JSON breaks off or is faulty: {error}."
        raise UnreadableError(message, reason="damaged", hint="Export it again.") from error


def _is_lines(piece: Piece) -> bool:
    """Whether the file has an object a line, whichever of the two endings it bears."""
    first, _, rest = piece.head().lstrip(_BLANK).partition(b"\n")
    first = first.strip()
    if first[:1] in (b"[", b"\xff", b"\xfe") or first == b"{" or b"\0" in first:
        return False
    if piece.ending in _LINE_ENDINGS:
        return True
    return bool(rest.strip()) and is_object(first.decode("utf-8", "replace"))


def _lines(piece: Piece) -> Iterator[tuple[int, Row | IntakeError]]:
    number = 0
    while line := piece.stream.readline(MAX_RECORD + 1):
        number += 1
        if len(line) > MAX_RECORD:
            _pass_line(piece, line)
            yield number, too_large("The line", MAX_RECORD // MEGABYTE)
        elif line.strip(_BLANK):
            yield number, _row(line)


def _pass_line(piece: Piece, line: bytes) -> None:
    """Read on to the end of a line that is too long, holding none of it."""
    while line and not line.endswith(b"\n"):
        line = piece.stream.readline(MAX_RECORD)


def _row(line: bytes) -> Row | IntakeError:
    """The object of one line, or what is wrong with it."""
    try:
        value = parse(decode(line))
    except IntakeError as error:
        return error
    if isinstance(value, Mapping):
        return value
    return UnreadableError("The line is no JSON object.", reason="no articles")


def _items(listed: list[object]) -> Iterator[tuple[int, Row | IntakeError]]:
    for number, item in enumerate(listed, start=1):
        if isinstance(item, Mapping):
            yield number, item
        else:
            yield number, UnreadableError("The item is no object.", reason="no articles")
