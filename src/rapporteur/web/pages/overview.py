"""The overview: what is new, what is to come, what blocks, what falls due, and who reported how much."""

from __future__ import annotations

import datetime as dt
from typing import Any

from rapporteur.analysis.changes import Change, Kind, changes
from rapporteur.analysis.coverage import coverage, coverage_by_outlet
from rapporteur.export.dossier import main_process
from rapporteur.reading.claims import Fulfilment, Status
from rapporteur.record.model import Commitment, Meeting
from rapporteur.web.view import View

_FEW = 8
"""Entries of each kind on the overview."""
_KNOWN = 31
"""Days within which the day of a meeting has to be known for it to be one of the last."""


def overview(view: View) -> dict[str, Any]:
    """The process at a glance, as of the last day on which an article was published."""
    record, today = view.record, last_day(view)
    outlets = coverage_by_outlet(record.articles, record.copies())
    coming = [meeting for meeting in view.meetings if _is_coming(meeting, today)]
    due = sorted(
        (c for c in view.entries.commitments if _is_open(c)), key=lambda c: (c.due.latest or dt.date.max, c.id)
    )
    return {
        "title": main_process(record),
        "today": today,
        "whole": coverage(record.articles, record.copies()),
        "outlets": outlets,
        "most": max((outlet.articles for outlet in outlets), default=1),
        "coming": coming[:_FEW],
        "held": [meeting for meeting in reversed(view.meetings) if _is_held(meeting)][:_FEW],
        "due": due[:_FEW],
        "differing": view.entries.disagreements[:_FEW],
        "points": view.sticking_points[:_FEW],
        "new": new_since_last(view)[:_FEW],
        "processes": sorted(view.entries.processes, key=lambda p: (-len(p.meetings), p.name))[:_FEW],
    }


def last_day(view: View) -> dt.date | None:
    """The last day on which an article of the record was published, as far as days are known."""
    return max((day for a in view.articles.values() if (day := a.published.day)), default=None)


def new_since_last(view: View) -> list[Change]:
    """What the last build or judgement brought or changed; nothing after the first, to which everything is new."""
    builds = view.record.builds()
    if len(builds) < 2:
        return []
    found = changes(view.record, builds[-2].number)
    return [change for change in found if change.kind is not Kind.GONE]


def _is_held(meeting: Meeting) -> bool:
    """Whether a meeting took place on a day that is known well enough to stand in a line of days."""
    days = meeting.when.days
    return meeting.status in (Status.HELD, Status.ONGOING) and days is not None and days <= _KNOWN


def _is_coming(meeting: Meeting, today: dt.date | None) -> bool:
    last = meeting.when.latest
    return meeting.status in (Status.PLANNED, Status.PROPOSED) and (not today or not last or last >= today)


def _is_open(commitment: Commitment) -> bool:
    return commitment.status is Fulfilment.MADE and bool(commitment.due)


__all__ = ["last_day", "overview"]
