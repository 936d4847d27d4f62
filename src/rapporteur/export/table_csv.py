"""Tables as CSV that a spreadsheet opens without running anything."""

from __future__ import annotations

import csv
import io

from rapporteur.export.tables import Table

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def table_csv(table: Table, *, evidence: bool = False) -> str:
    """``table`` as CSV (RFC 4180); with ``evidence``, a row for each piece of it and its article, offsets and words."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    columns = [*table.columns, "article", "start", "end", "quotation"] if evidence else list(table.columns)
    writer.writerow(columns)
    for row, pieces in zip(table.rows, table.evidence, strict=True):
        if not evidence:
            writer.writerow([neutral(cell) for cell in row])
            continue
        for piece in pieces or (None,):
            tail = [piece.article, str(piece.start), str(piece.end), piece.text] if piece else [""] * 4
            writer.writerow([neutral(cell) for cell in (*row, *tail)])
    return out.getvalue()


def neutral(cell: str) -> str:
    """``cell``, with an apostrophe before a character that would make a spreadsheet run it as a formula (CWE-1236)."""
    return f"'{cell}" if cell.lstrip().startswith(_DANGEROUS) else cell
