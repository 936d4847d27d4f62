"""Printing: tables, messages and the progress bar, plain where nobody watches."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.text import Text

from rapporteur.cli.layout import blocks, grid, has_room
from rapporteur.export.tables import Table, outlet_of
from rapporteur.pipeline import Progress as Tell
from rapporteur.record.model import Evidence
from rapporteur.record.record import Record

PIPED_WIDTH = 200
"""Columns where no terminal says how wide it is."""


def console() -> Console:
    """Standard output: as wide as the terminal, or wide and without colour where it is piped."""
    return Console(highlight=False, width=None if sys.stdout.isatty() else PIPED_WIDTH, soft_wrap=False)


def complain(message: str, hint: str = "") -> None:
    """Say on standard error what went wrong, and in a second line what to do."""
    err = Console(stderr=True, highlight=False, soft_wrap=True)
    err.print(f"[bold red]Error:[/] {escape(message)}")
    if hint:
        err.print(f"[dim]{escape(hint)}[/]")


def print_table(record: Record, table: Table, *, evidence: bool, title: str) -> None:
    """Print a list: a line an entry and, with ``evidence``, its sources and quotations under each."""
    out, watched = console(), sys.stdout.isatty()
    if not evidence and has_room(table, out.width):
        out.print(grid(table))
    else:
        cited = tuple(_cited(record, pieces) for pieces in table.evidence) if evidence else ()
        for line in blocks(table, cited, out.width if watched else None):
            out.print(line, soft_wrap=True)
    counted = title if title.endswith("s") else "entries"
    out.print(Text(f"{len(table.rows)} {counted if len(table.rows) > 1 else _one(counted)}", "dim"))
    if watched:
        hint = "" if evidence else "; with quotations: --evidence"
        out.print(Text(f"One of them whole: rapporteur show RECORD ID{hint}", "dim"))


def _one(counted: str) -> str:
    return {"entries": "entry", "processes": "process"}.get(counted, counted.removesuffix("s"))


def _cited(record: Record, pieces: tuple[Evidence, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cite(record, piece) for piece in pieces))


def cite(record: Record, piece: Evidence) -> str:
    """A piece of evidence as a line: its outlet and day, and the words on one line."""
    article = record.article(piece.article)
    day = article.published.edtf
    where = f"{outlet_of(record, piece.article)}{f', {day}' if day else ''}"
    return f"{where}: “{' '.join(piece.text.split())}”"


@contextmanager
def progress_bar() -> Iterator[Tell | None]:
    """A progress bar on standard error, or nothing where it is not a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    columns = (
        TextColumn("Reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def tell(done: int, total: int, name: str) -> None:
            bar.update(task, completed=done, total=total, description=escape(name))

        yield tell
