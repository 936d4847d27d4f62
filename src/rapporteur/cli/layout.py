"""How a list is laid out: as a grid where there is room, and else, or with evidence, an entry below the other."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from rich.table import Table as RichTable
from rich.text import Text

from rapporteur.cli.naming import shortened
from rapporteur.export.tables import Table

LEADING = ("id", "when", "status", "stance", "kind", "mode", "realis")
"""Columns short enough to stand before everything else, each as wide as its widest cell."""

PROSE = ("words", "what", "versions", "why")
"""Columns of whole sentences: each begins a line of its own."""

SOURCES = ("source", "sources")
"""Columns that the evidence says again."""

SAID = {"to": "to ", "due": "due ", "also": "also ", "recipient": "to ", "offices": ""}
"""What is put before a cell whose column's head is not seen."""

NARROWEST = 30
"""The fewest columns in which prose is wrapped, however narrow the terminal."""

MOST = 26
"""In a grid, the most columns for a cell of names."""

ROOMY, ROOMY_FOR_PROSE = 120, 160
"""Columns of a terminal from which a list is laid out as a grid."""

MARKS = {
    "held": "green",
    "planned": "cyan",
    "proposed": "blue",
    "cancelled": "red",
    "ongoing": "yellow",
    "demands": "magenta",
    "precondition": "magenta",
    "rejects": "red",
    "refuses": "red",
    "warns": "yellow",
    "supports": "green",
    "offers": "green",
    "proposes": "cyan",
}
"""The colour of a status or stance on a terminal."""


def has_room(table: Table, width: int) -> bool:
    """Whether a grid of ``table`` reads well in so many columns."""
    return width >= (ROOMY_FOR_PROSE if set(PROSE) & set(table.columns) else ROOMY)


def grid(table: Table) -> RichTable:
    """``table`` with a column for each of its own, for a wide terminal."""
    found = RichTable(box=None, pad_edge=False, header_style="bold", show_edge=False, padding=(0, 2, 0, 0))
    for column in table.columns:
        style = "dim" if column in ("id", *SOURCES) else ""
        whole = column in (*LEADING, "due")
        most = None if whole or column in PROSE else MOST
        found.add_column(column, no_wrap=whole, overflow="fold", style=style, max_width=most)
    for short, row in zip(_ids(table), table.rows, strict=True):
        found.add_row(*(Text(_folded(cell), MARKS.get(cell, "")) for cell in (short, *row[1:])))
    return found


def _folded(cell: str) -> str:
    """A range of days on two lines: it is twice as wide as a day, and rare."""
    return cell.replace("/", "/\n") if len(cell) > len("1977-11-21") and _is_range(cell) else cell


def _is_range(cell: str) -> bool:
    return cell.count("/") == 1 and not set(cell) - set("0123456789-/.?~%")


def blocks(table: Table, cited: tuple[tuple[str, ...], ...], width: int | None) -> Iterator[Text]:
    """Each entry as lines: what leads it, what it says wrapped beside that, then its evidence.

    Args:
        table: the list.
        cited: for each entry the lines of its evidence; none leaves the sources in.
        width: columns to wrap at; None leaves lines whole, as a program that reads them wants.
    """
    shown = [[short, *row[1:]] for short, row in zip(_ids(table), table.rows, strict=True)]
    rows = [[_folded(cell) if width else cell for cell in row] for row in shown]
    leading = [n for n, column in enumerate(table.columns) if column in LEADING]
    room = {n: max((len(part) for row in rows for part in row[n].split("\n")), default=0) for n in leading}
    indent = sum(size + 2 for size in room.values() if size)
    for row, evidence in zip(rows, cited or ((),) * len(rows), strict=True):
        said = _lines(table, row, sources=not evidence)
        pieces = [(piece, style) for line, style in said for piece in _wrapped(line, indent, width)]
        leads = _leads(table, row, room)
        for n in range(max(len(leads), len(pieces))):
            lead = leads[n] if n < len(leads) else Text(" " * indent)
            yield Text.assemble(lead, pieces[n] if n < len(pieces) else "")
        for line in evidence:
            for n, piece in enumerate(_wrapped(line, 6, width)):
                yield Text(f"{'    ' if n == 0 else '      '}{piece}", "italic")


def _ids(table: Table) -> tuple[str, ...]:
    return shortened([row[0] for row in table.rows])


def _leads(table: Table, row: list[str], room: dict[int, int]) -> list[Text]:
    """What leads an entry: one line, or two where a range of days takes them."""
    cells = {n: row[n].split("\n") for n in room}
    leads = [Text() for _ in range(max(map(len, cells.values())))]
    for n, size in room.items():
        style = "dim" if table.columns[n] == "id" else MARKS.get(row[n], "")
        for line, lead in enumerate(leads):
            part = cells[n][line] if line < len(cells[n]) else ""
            lead.append(f"{part:{size}}  " if size else "", style)
    return leads


def _lines(table: Table, row: list[str], *, sources: bool) -> list[tuple[str, str]]:
    cells = [(c, cell) for c, cell in zip(table.columns, row, strict=True) if cell and c not in LEADING]
    head = " · ".join(SAID.get(c, "") + cell for c, cell in cells if c not in (*PROSE, *SOURCES))
    prose = [(cell, "") for c, cell in cells if c in PROSE]
    outlets = [(cell, "dim") for c, cell in cells if c in SOURCES and sources]
    return [*([(head, "bold" if prose else "")] if head else []), *prose, *outlets]


def _wrapped(line: str, indent: int, width: int | None) -> list[str]:
    return textwrap.wrap(line, max(width - indent, NARROWEST), break_on_hyphens=False) if width else [line]
