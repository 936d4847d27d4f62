"""``rapporteur read``: what single articles say, storing nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from rapporteur import language
from rapporteur.cli.build import SOME_SKIPPED
from rapporteur.cli.output import complain
from rapporteur.export.conllu import conllu
from rapporteur.export.reading_json import reading_json
from rapporteur.intake.article import Article
from rapporteur.intake.document import Skipped
from rapporteur.pipeline import read_files, read_lines
from rapporteur.reading.claims import Reading


class ReadingFormat(StrEnum):
    """How a reading is written."""

    JSONL = "jsonl"
    CONLLU = "conllu"


Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FILE...",
        help='Articles; - for lines of {"id", "text"} on standard input.',
        show_default=False,
    ),
]
As = Annotated[ReadingFormat, typer.Option("--format", help="One JSON object a line, or CoNLL-U.")]


def read(files: Files = None, how: As = ReadingFormat.JSONL) -> None:
    """Read articles one by one and print what each says; nothing is stored."""
    skipped = 0
    for item in chain.from_iterable(map(_readings, files or ["-"])):
        if isinstance(item, Skipped):
            complain(item.message, item.hint)
            skipped += 1
        else:
            typer.echo(_written(*item, how))
    if skipped:
        raise typer.Exit(SOME_SKIPPED)


def _readings(file: str) -> Iterator[tuple[Article, Reading] | Skipped]:
    return read_lines(sys.stdin) if file == "-" else read_files([Path(file)])


def _written(article: Article, reading: Reading, how: ReadingFormat) -> str:
    if how is ReadingFormat.JSONL:
        return reading_json(article, reading)
    return conllu(article.id, language.parse(article.text, article.body)).rstrip("\n") + "\n"
