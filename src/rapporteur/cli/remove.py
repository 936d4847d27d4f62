"""``rapporteur remove``: take an article back out."""

from __future__ import annotations

from typing import Annotated

import typer

from rapporteur.cli.arguments import RecordPath
from rapporteur.cli.output import console
from rapporteur.record.record import Record

ArticleName = Annotated[str, typer.Argument(metavar="ARTICLE", help="Its id or its file's name.", show_default=False)]


def remove(path: RecordPath, name: ArticleName) -> None:
    """Take an article out, with all that rests on it alone; later builds leave it out unless told to --restore."""
    with Record.open(path) as record:
        article = record.remove(name)
        console().print(f"Removed {article.file} ({article.id}); {len(record.articles)} articles stay.")
