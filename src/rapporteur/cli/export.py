"""``rapporteur export``: the whole record for other programs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from rapporteur.cli.arguments import RecordPath
from rapporteur.errors import UsageError
from rapporteur.export.gmcr import gmcr_table
from rapporteur.export.record_json import record_json
from rapporteur.export.table_csv import table_csv
from rapporteur.record.record import Record


class ExportFormat(StrEnum):
    """What a record can be written as."""

    JSON = "json"
    GMCR = "gmcr"


As = Annotated[ExportFormat, typer.Option("--format", help="How to write it.")]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to; standard output if not given.")
]


def export(path: RecordPath, how: As = ExportFormat.JSON, output: Output = None) -> None:
    """Write the whole record as JSON, or its sticking points as a draft for the graph model of conflict resolution.

    The same record gives the same bytes.
    """
    with Record.open(path) as record:
        written = record_json(record) if how is ExportFormat.JSON else table_csv(gmcr_table(record))
    if output is None:
        typer.echo(written, nl=False)
        return
    try:
        output.write_text(written, encoding="utf-8", newline="")
    except OSError as error:
        raise UsageError(f"{output} cannot be written: {error.strerror}.", hint="Name another file with -o.") from error
