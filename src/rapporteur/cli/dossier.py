"""``rapporteur dossier``: the record as one page to mail."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rapporteur.cli.arguments import RecordPath
from rapporteur.cli.output import console
from rapporteur.errors import UsageError
from rapporteur.export.dossier import dossier_html
from rapporteur.record.record import Record

Output = Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where to.")]
Title = Annotated[
    str | None, typer.Option("--title", metavar="WORDS", help="The heading; by default the main process's name.")
]


def dossier(path: RecordPath, output: Output = Path("dossier.html"), title: Title = None) -> None:
    """Write the record as one self-contained page, with the words that every entry rests on."""
    with Record.open(path) as record:
        page = dossier_html(record, title=title).encode()
    try:
        output.write_bytes(page)
    except OSError as error:
        raise UsageError(f"{output} cannot be written: {error.strerror}.", hint="Name another file with -o.") from error
    console().print(f"{output} written, {-(-len(page) // 1024)} KB. Open it in any browser.", markup=False)
