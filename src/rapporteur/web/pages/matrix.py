"""Positions: parties against issues."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rapporteur.analysis.positions import matrix
from rapporteur.export.sections.positions import STANCES
from rapporteur.web.filters import Filters
from rapporteur.web.pages.lists import choices
from rapporteur.web.view import View

_WIDE, _LONG = 8, 40
"""Parties and issues that the matrix shows: the most contested."""
_LAST = 4
"""Positions in a cell: the last; the issue's page has all."""


def positions(view: View, query: Mapping[str, str]) -> dict[str, Any]:
    """Parties against issues, as an address narrows them.

    Raises:
        UsageError: a filter is none.
    """
    filters = Filters.of(query)
    held = filters.keep(view, view.entries.positions)
    whole = matrix(held, view.entries.issues)
    rows = [row for row in whole.rows if any(row.cells[:_WIDE])]
    return {
        "filters": filters,
        "choices": choices(view, "positions"),
        "parties": whole.parties[:_WIDE],
        "left_parties": len(whole.parties[_WIDE:]),
        "rows": [(row.issue, row.cells[:_WIDE]) for row in rows[:_LONG]],
        "shown": _LAST,
        "left_rows": len(rows[_LONG:]),
        "signs": {stance.value: signs for stance, signs in STANCES.items()},
    }


__all__ = ["positions"]
