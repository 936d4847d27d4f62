"""``rapporteur dossier``: the record as one page to mail, or as a Word file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rapporteur.cli.arguments import RecordPath
from rapporteur.cli.output import console
from rapporteur.errors import UsageError
from rapporteur.export.dossier import dossier_html
from rapporteur.export.dossier_docx import dossier_docx
from rapporteur.record.record import Record

Output = Annotated[
    Path, typer.Option("--output", "-o", metavar="FILE", help="Where to; a file in .docx is written for Word.")
]
Title = Annotated[
    str | None, typer.Option("--title", metavar="WORDS", help="The heading; by default the main process's name.")
]


def dossier(path: RecordPath, output: Output = Path("dossier.html"), title: Title = None) -> None:
    """Write the record as one self-contained page, or for Word, with the words that every entry rests on."""
    for_word = output.suffix.lower() == ".docx"
    with Record.open(path) as record:
        page = dossier_docx(record, title=title) if for_word else dossier_html(record, title=title).encode()
    try:
        output.write_bytes(page)
    except OSError as error:
        raise UsageError(f"{output} cannot be written: {error.strerror}.", hint="Name another file with -o.") from error
    opener = "a word processor" if for_word else "any browser"
    console().print(f"{output} written, {-(-len(page) // 1024)} KB. Open it in {opener}.", markup=False)
