"""Packed streams: what comes out of them is counted, and where they break off it is said."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib

from rapporteur.errors import UnreadableError
from rapporteur.intake.limits import Allowance, Readable

BROKEN = (zipfile.BadZipFile, EOFError, OSError, ValueError, zlib.error, lzma.LZMAError)
"""What the standard library raises where packed bytes are damaged."""


class Expanding(io.RawIOBase):
    """A packed stream that counts what comes out of it against an allowance."""

    def __init__(self, stream: Readable, allowance: Allowance) -> None:
        self._stream, self._allowance = stream, allowance

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # only BufferedReader calls it
        """Fill ``buffer`` unless the stream ends before.

        Raises:
            RefusedError: more came out than the file may expand to.
            UnreadableError: the packed bytes are damaged or break off.
        """
        filled = 0
        while filled < len(buffer) and (piece := self._next(len(buffer) - filled)):
            self._allowance.take(len(piece))
            buffer[filled : filled + len(piece)] = piece
            filled += len(piece)
        return filled

    def _next(self, size: int) -> bytes:
        try:
            return self._stream.read(size) or b""
        except BROKEN as error:
            message = f"What is packed in it is damaged or breaks off: {error}."
            raise UnreadableError(message, reason="damaged", hint="Fetch it again.") from error
