"""What a format's reader hands on: one article's worth of text or page, before body and metadata are found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Markup = Literal["text", "html"]


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it lay in its file.

    ``content`` is decoded text, or the source of a page if ``markup`` is ``html``.  ``fields`` holds what the
    container itself says (a feed's ``title``, a mail's ``byline``, a table's ``published``...) under the field
    names of ``Article``, as plain strings; ``origin`` names that container in a word for ``Article.provenance``.
    """

    file: str
    source: str
    content: str
    markup: Markup = "text"
    fields: Mapping[str, str] = field(default_factory=dict)
    origin: str = "file"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file, or a member of one, that could not be taken in, and why.

    ``reason`` is a short word for tables (``empty``, ``encrypted``, ``bomb``...), ``message`` a sentence, ``hint``
    what to do about it.
    """

    file: str
    source: str
    reason: str
    message: str
    hint: str = ""
