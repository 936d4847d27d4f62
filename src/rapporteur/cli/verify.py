"""``rapporteur verify``: whether every line of a record can be defended."""

from __future__ import annotations

from rapporteur.cli.arguments import RecordPath
from rapporteur.cli.output import console
from rapporteur.record.record import Record


def verify(path: RecordPath) -> None:
    """Re-check every piece of evidence and every reference; exit with 5 if one does not hold."""
    with Record.open(path) as record:
        checked = record.verify()
        console().print(f"{checked} pieces of evidence in {len(record.articles)} articles: all hold.")
