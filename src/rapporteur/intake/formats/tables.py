"""Tables (.csv, .tsv): one article a row, its fields found by the names of the columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from rapporteur.config import Config
from rapporteur.errors import IntakeError, RefusedError, UnreadableError
from rapporteur.intake.document import Document, Skipped
from rapporteur.intake.encoding import clean, encoding_of
from rapporteur.intake.formats import rows
from rapporteur.intake.formats.fields import Row, has_text, no_articles
from rapporteur.intake.limits import MAX_ARTICLE, MAX_RECORD, MEGABYTE, too_large
from rapporteur.intake.pieces import Piece

_DELIMITERS = "\t;|,"


def read(piece: Piece, config: Config) -> Iterator[Document | Skipped | Piece]:
    """The articles of ``piece``, a row each; raises IntakeError if no column holds texts."""
    encoding, errors = encoding_of(piece.head())
    start = piece.head().decode(encoding, "replace")
    lines = io.TextIOWrapper(piece.stream, encoding=encoding, errors=errors, newline="")
    csv.field_size_limit(MAX_RECORD)
    try:
        numbered = _numbered(csv.reader(_bounded(lines), delimiter=delimiter(start)))
        names = [name.strip().removeprefix("\ufeff") for name in _header(numbered)]
        if not has_text(names, config):
            raise no_articles([name for name in names if name])
        yield from rows.articles(piece, _rows(numbered, names), config, origin="table column")
    finally:
        lines.detach()  # the file stays open: whoever opened it closes it


def delimiter(start: str) -> str:
    """The character between the columns: the one that the first line holds most of, outside quotation marks."""
    line = "".join(start.lstrip("\ufeff\r\n").partition("\n")[0].split('"')[::2])
    return max(_DELIMITERS, key=line.count) if any(mark in line for mark in _DELIMITERS) else ","


def _bounded(lines: io.TextIOWrapper) -> Iterator[str]:
    """The lines, none of them beyond what memory should hold."""
    while line := lines.readline(MAX_RECORD + 1):
        if len(line) > MAX_RECORD:
            raise too_large("A line", MAX_RECORD // MEGABYTE)
        yield line


def _numbered(table: Iterator[list[str]]) -> Iterator[tuple[int, list[str] | IntakeError]]:
    """The rows that are not blank, numbered as a spreadsheet does; ends after a row that breaks the table's grammar."""
    number = 0
    while True:
        number += 1
        try:
            row = next(table, None)
        except IntakeError as error:
            yield number, error
            return
        except csv.Error as error:
            hint = "Look for a quotation mark without a partner."
            yield number, RefusedError(f"The table cannot be read on: {error}.", reason="too large", hint=hint)
            return
        if row is None:
            return
        if any(cell.strip() for cell in row):
            yield number, row


def _header(numbered: Iterator[tuple[int, list[str] | IntakeError]]) -> list[str]:
    for _, row in numbered:
        if isinstance(row, IntakeError):
            raise row
        return row
    raise UnreadableError("The table has no rows.", reason="empty", hint="Export it again.")


def _rows(
    numbered: Iterator[tuple[int, list[str] | IntakeError]], names: list[str]
) -> Iterator[tuple[int, Row | IntakeError]]:
    for number, row in numbered:
        if isinstance(row, IntakeError):
            yield number, row
        elif max(map(len, row)) > MAX_ARTICLE:
            yield number, too_large("A field", MAX_ARTICLE, "characters")
        else:
            yield number, {name: clean(cell) for name, cell in zip(names, row, strict=False) if name}
