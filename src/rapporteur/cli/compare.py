"""``rapporteur compare``: the reports of one meeting side by side."""

from __future__ import annotations

import json
from collections.abc import Sequence

import typer
from rich.table import Table
from rich.text import Text

from rapporteur.analysis.comparison import Row, Saying
from rapporteur.analysis.comparison import compare as compared
from rapporteur.cli.arguments import As, Format, RecordPath, WithEvidence
from rapporteur.cli.naming import named
from rapporteur.cli.output import cite, console
from rapporteur.cli.show import Name
from rapporteur.errors import UsageError
from rapporteur.export.comparison import ALONE, comparison_table, comparison_value, mark, outlets
from rapporteur.export.labels import label
from rapporteur.export.table_csv import table_csv
from rapporteur.record.model import Meeting
from rapporteur.record.record import Record

MARKS = {"differs": "bold red", "agreed": "green", ALONE: "yellow"}
"""The colour of what the reports make of a field together."""


def compare(path: RecordPath, name: Name, evidence: WithEvidence = False, how: As = Format.TABLE) -> None:
    """Show what each report says of a meeting: where they differ, what one alone has, whom they quote and how."""
    with Record.open(path) as record:
        meeting = named(record, name)
        if not isinstance(meeting, Meeting):
            raise UsageError(f"{meeting.id} is no meeting.", hint="`rapporteur meetings` lists them.")
        rows = compared(record, meeting)
        if how is Format.JSON:
            typer.echo(json.dumps(comparison_value(meeting, rows), ensure_ascii=False, indent=1))
        elif how is Format.CSV:
            typer.echo(table_csv(comparison_table(record, rows), evidence=evidence), nl=False)
        else:
            _print(record, meeting, rows, evidence=evidence)


def _print(record: Record, meeting: Meeting, rows: Sequence[Row], *, evidence: bool) -> None:
    out, count = console(), len(meeting.reports)
    told = "one report" if count == 1 else f"{count} reports"
    out.print(Text(f"{label(record, meeting)}, {meeting.when.edtf or 'day unknown'}: {told}", "bold"))
    grid = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_column(style="dim", overflow="fold")
    for row in rows:
        for place, saying in enumerate(row.sayings):
            marked = mark(row, place)
            grid.add_row(
                row.field if place == 0 else "",
                Text(marked, MARKS.get(marked, "")),
                _said(record, saying, evidence=evidence),
                ", ".join(outlets(record, saying.articles)),
            )
    out.print(grid)


def _said(record: Record, saying: Saying, *, evidence: bool) -> Text:
    cited = dict.fromkeys(cite(record, piece) for piece in saying.evidence) if evidence else ()
    return Text("\n").join([Text(saying.value), *(Text(line, "italic dim") for line in cited)])
