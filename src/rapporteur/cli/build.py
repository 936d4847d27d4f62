"""``rapporteur build``: the main job."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from rapporteur.cli.output import console, progress_bar
from rapporteur.config import Config, load_config
from rapporteur.engines import Engine, Here, Pool
from rapporteur.pipeline import build as build_record
from rapporteur.reading.claims import Status
from rapporteur.record.record import Record
from rapporteur.record.report import BuildReport

SOME_SKIPPED = 3
"""The exit status that says that some files could not be read."""

Paths = Annotated[
    list[Path],
    typer.Argument(metavar="PATH...", help="Articles in any known format, and folders of them.", show_default=False),
]
Output = Annotated[Path, typer.Option("--output", "-o", metavar="RECORD", help="Where the record is kept.")]
ConfigFile = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", help="A rapporteur.toml; by default the one beside or above PATH."),
]
Workers = Annotated[
    int | None,
    typer.Option("--workers", min=1, metavar="N", help="Processes that read; by default one a core for many files."),
]
Restore = Annotated[bool, typer.Option("--restore", help="Take articles again that `remove` took out.")]


def build(
    paths: Paths,
    output: Output = Path("record.db"),
    config: ConfigFile = None,
    workers: Workers = None,
    restore: Restore = False,
) -> None:
    """Read articles into a record, new or grown, and say what was found."""
    settings: Config | None = load_config(config) if config else None
    with progress_bar() as progress:
        record = build_record(
            list(paths), output=output, config=settings, engine=_engine(workers), progress=progress, restore=restore
        )
    with record:
        report = record.report or BuildReport()
        _summarise(record, report, output)
    if report.skipped:
        raise typer.Exit(SOME_SKIPPED)


def _engine(workers: int | None) -> Engine:
    """One process, unless more are asked for: starting another costs as much as reading some dozen articles."""
    return Pool(min(workers, os.cpu_count() or 1)) if workers and workers > 1 else Here()


def _summarise(record: Record, report: BuildReport, output: Path) -> None:
    out = console()
    out.print(Text.assemble(("Record ", "bold"), str(output), (f"   {report.seconds:.1f} s", "dim")))
    for name, text in _lines(record, report):
        out.print(Text.assemble((f"  {name:17}", "dim"), text))
    for skipped in report.skipped:
        out.print(
            Text.assemble(("  skipped          ", "yellow"), f"{skipped.file} ({skipped.reason}): {skipped.message}")
        )
    if record.meetings:
        out.print(Text(f"See it: rapporteur dossier {output} -o dossier.html", "dim"))


def _lines(record: Record, report: BuildReport) -> list[tuple[str, str]]:
    status = Counter(meeting.status for meeting in record.meetings)
    meetings = ", ".join(f"{status[s]} {s.value}" for s in Status if status[s])
    extras = {
        "known from before": report.known,
        "read again": report.reread,
        "left out, as removed before": report.removed,
        "not in English": report.unread,
    }
    notes = "".join(f", {count} {what}" for what, count in extras.items() if count)
    copies = len(record.copies())
    return [
        ("articles", f"{report.read} read{notes}"),
        *([("copies", f"{copies} of another's story")] if copies else []),
        ("meetings", f"{len(record.meetings)}{f' ({meetings})' if meetings else ''}"),
        ("statements", str(len(record.statements))),
        ("positions", f"{len(record.positions)} on {len(record.issues)} issues"),
        ("commitments", str(len(record.commitments))),
        ("actors", str(len(record.actors))),
        ("disagreements", str(len(record.disagreements))),
        ("sticking points", str(len(record.sticking_points))),
    ]
