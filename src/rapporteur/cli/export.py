"""``rapporteur export``: the whole record for other programs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from rapporteur.cli.arguments import RecordPath
from rapporteur.errors import UsageError
from rapporteur.export.calendar_ics import calendar_ics
from rapporteur.export.gmcr import gmcr_table
from rapporteur.export.record_json import record_json
from rapporteur.export.table_csv import table_csv
from rapporteur.record.record import Record


class ExportFormat(StrEnum):
    """What a record can be written as."""

    JSON = "json"
    GMCR = "gmcr"
    ICS = "ics"


WRITERS: Mapping[ExportFormat, Callable[[Record], str]] = {
    ExportFormat.JSON: record_json,
    ExportFormat.GMCR: lambda record: table_csv(gmcr_table(record)),
    ExportFormat.ICS: calendar_ics,
}

As = Annotated[ExportFormat, typer.Option("--format", help="How to write it.")]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to; standard output if not given.")
]


def export(path: RecordPath, how: As = ExportFormat.JSON, output: Output = None) -> None:
    """Write the whole record as JSON, its meetings as a calendar, or its sticking points as a draft for GMCR.

    GMCR is the graph model of conflict resolution; a calendar (ics) holds the meetings whose day is known.

    The same record gives the same bytes.
    """
    with Record.open(path) as record:
        written = WRITERS[how](record)
    if output is None:
        typer.echo(written, nl=False)
        return
    try:
        output.write_text(written, encoding="utf-8", newline="")
    except OSError as error:
        raise UsageError(f"{output} cannot be written: {error.strerror}.", hint="Name another file with -o.") from error
