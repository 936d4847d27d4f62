"""A piece of input: bytes under a name, be it a file or a member of one."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO, Protocol

from rapporteur.config import Config
from rapporteur.errors import IntakeError
from rapporteur.intake.document import Document, Markup, Skipped
from rapporteur.intake.limits import HEAD, Allowance, read_whole

MEMBER = "!"
"""Between an archive's path and its member's name."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes under a name.

    ``file`` is the base name, ``source`` the path as given with the members on the way (``week.zip!monday.html``),
    ``depth`` the number of archives around it; ``allowance`` is shared with all pieces of one file.
    """

    file: str
    source: str
    stream: io.BufferedReader
    allowance: Allowance
    depth: int = 0

    @property
    def ending(self) -> str:
        """What stands after the last full stop of the name, in small letters."""
        return PurePosixPath(self.file.lower()).suffix[1:]

    def head(self) -> bytes:
        """The first bytes, without taking them from the stream."""
        return self.stream.peek(HEAD)[:HEAD]

    def read(self, limit: int) -> bytes:
        """All bytes.

        Raises:
            RefusedError: there are more than ``limit``.
        """
        return read_whole(self.stream, limit, "The file")

    def member(self, name: str, stream: BinaryIO | io.RawIOBase) -> Piece:
        """A member of this piece, one archive deeper."""
        base = PurePosixPath(name).name or name
        return Piece(base, f"{self.source}{MEMBER}{name}", buffered(stream), self.allowance, self.depth + 1)

    def document(
        self, content: str, markup: Markup = "text", *, fields: Mapping[str, str], origin: str, row: int | None = None
    ) -> Document:
        """What this piece holds (at its ``row``, if it is a table), ready for composing."""
        source = self.source if row is None else f"{self.source}#{row}"
        return Document(self.file, source, content, markup, {k: v for k, v in fields.items() if v}, origin)

    def skip(self, error: IntakeError, *, row: int | None = None, member: str | None = None) -> Skipped:
        """Why this piece (or its ``row``, or its ``member``) could not be taken in."""
        source = self.source if row is None else f"{self.source}#{row}"
        if member is not None:
            source = f"{source}{MEMBER}{member}"
        file = self.file if member is None else PurePosixPath(member).name or member
        return Skipped(file, source, error.reason, error.message, error.hint)


class Reader(Protocol):
    """How a format is read: into articles-to-be, members to be read in turn, and what had to be left."""

    def __call__(self, piece: Piece, config: Config) -> Iterator[Document | Skipped | Piece]:
        """Read ``piece``; raises IntakeError if nothing (more) of it can be read."""


def buffered(stream: BinaryIO | io.RawIOBase) -> io.BufferedReader:
    """``stream`` with a buffer whose head can be seen in advance."""
    if isinstance(stream, io.BufferedReader):
        return stream
    return io.BufferedReader(stream, HEAD)  # type: ignore[arg-type]  # any stream with readinto will do
