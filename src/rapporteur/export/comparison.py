"""The reports of one meeting side by side: as a table, and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from rapporteur.analysis.comparison import Row, Standing
from rapporteur.export.tables import Table, outlet_of
from rapporteur.record.model import Meeting
from rapporteur.record.record import Record

ALONE = "one alone"
"""How a saying is marked that only one of several reports has."""


def comparison_table(record: Record, rows: Sequence[Row]) -> Table:
    """Each saying in a line: its field, what the reports make of it together, the words, and the outlets."""
    lines, evidence = [], []
    for row in rows:
        for place, saying in enumerate(row.sayings):
            lines.append((row.field, mark(row, place), saying.value, ", ".join(outlets(record, saying.articles))))
            evidence.append(saying.evidence)
    return Table(("field", "reports", "say", "outlets"), tuple(lines), tuple(evidence))


def mark(row: Row, place: int) -> str:
    """What the reports make of a fact, at its first saying; or that only one of several reports has a saying."""
    if row.standing in (Standing.AGREED, Standing.DIFFERS):
        return row.standing.value if place == 0 else ""
    return ALONE if row.standing is Standing.TOLD and row.sayings[place].alone else ""


def outlets(record: Record, articles: Sequence[str]) -> tuple[str, ...]:
    """The outlets of ``articles``, each once; those of which it has several articles with their number."""
    names = [outlet_of(record, article) for article in articles]
    return tuple(f"{name} ({names.count(name)})" if names.count(name) > 1 else name for name in dict.fromkeys(names))


def comparison_value(meeting: Meeting, rows: Sequence[Row]) -> dict[str, Any]:
    """A comparison for `json.dumps`."""
    return {"meeting": meeting.id, "reports": list(meeting.reports), "fields": [asdict(row) for row in rows]}


__all__ = ["ALONE", "comparison_table", "comparison_value", "mark", "outlets"]
