"""Single packed files (.gz)."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import PurePosixPath

from rapporteur.config import Config
from rapporteur.errors import RefusedError
from rapporteur.intake.document import Document, Skipped
from rapporteur.intake.formats.expanding import Expanding
from rapporteur.intake.kinds import is_known, unknown_format
from rapporteur.intake.limits import MAX_DEPTH
from rapporteur.intake.pieces import Piece, buffered


def read(piece: Piece, config: Config) -> Iterator[Document | Skipped | Piece]:  # noqa: ARG001
    """The file that was packed, under its own name; raises IntakeError if it is damaged or expands beyond measure."""
    if piece.depth >= MAX_DEPTH:
        raise RefusedError("It lies in archives within archives.", reason="too deep", hint="Unpack it first.")
    name = piece.file[:-3] if piece.ending == "gz" else piece.file
    if not is_known(name):
        raise unknown_format(name)
    with gzip.GzipFile(fileobj=piece.stream) as unpacked:
        stream = buffered(Expanding(unpacked, piece.allowance))
        inner = Piece(PurePosixPath(name).name, piece.source, stream, piece.allowance, piece.depth + 1)
        if inner.head().startswith(b"WARC/"):
            piece.allowance.most = None  # read record by record, each with its own limit
        yield inner
