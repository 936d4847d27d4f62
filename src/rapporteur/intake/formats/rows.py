"""What a file of many rows gives: its articles, the rows that had to be left, or one word on why there are none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapporteur.config import Config
from rapporteur.errors import IntakeError, UnreadableError
from rapporteur.intake.document import Document, Skipped
from rapporteur.intake.formats.fields import Row, article_of, no_articles
from rapporteur.intake.formats.plain import same_length_lines
from rapporteur.intake.pieces import Piece

PATIENCE = 1000
"""Rows without an article after which a file is taken to hold none."""


def articles(
    piece: Piece, rows: Iterable[tuple[int | None, Row | IntakeError]], config: Config, *, origin: str
) -> Iterator[Document | Skipped]:
    """The articles of ``rows``, numbered unless the file is one; a row that could not be read comes as its error.

    Raises:
        IntakeError: no row holds an article; then nothing was yielded.
    """
    waiting: list[Skipped] = []
    first: IntakeError | None = None
    names: dict[str, None] = {}
    found = False
    for number, row in rows:
        item = _article(piece, number, row, config, origin)
        if isinstance(item, Document):
            yield from waiting
            waiting, found = [], True
            yield item
        elif found:
            yield piece.skip(item, row=number)
        else:
            first = first or item
            names |= dict.fromkeys([] if isinstance(row, IntakeError) else map(str, row))
            waiting.append(piece.skip(item, row=number))
            if len(waiting) > PATIENCE:
                break
    if not found:
        raise _why(first, list(names), count=len(waiting))


def _article(
    piece: Piece, number: int | None, row: Row | IntakeError, config: Config, origin: str
) -> Document | IntakeError:
    if isinstance(row, IntakeError):
        return row
    article = article_of(row, config)
    if article is None:
        return UnreadableError("The row has no field for a text.", reason="no articles")
    content, markup, fields = article
    if not content.strip():
        return UnreadableError("The row's text is empty.", reason="empty", hint="Fill it or leave the row out.")
    if markup == "text":
        content = same_length_lines(content)
    return piece.document(content, markup, fields=fields, origin=origin, row=number)


def _why(first: IntakeError | None, names: list[str], *, count: int) -> IntakeError:
    """Why there is no article: the one error that all rows share in kind, or that no name means a text."""
    if first is None:
        return UnreadableError("It has no rows.", reason="empty", hint="Export it again.")
    if first.reason == "no articles":
        return no_articles(names)
    more = f" ({count} rows are like that.)" if count > 1 else ""
    return UnreadableError(f"{first.message}{more}", reason=first.reason, hint=first.hint)
