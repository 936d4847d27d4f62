"""What happened when: meetings, commitments and events in the order of their days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from rapporteur.record.model import Commitment, Event, Meeting, Position, Statement
from rapporteur.when import When

Dated = Meeting | Commitment | Event | Statement | Position


def chronological(entries: Iterable[Dated]) -> tuple[Dated, ...]:
    """``entries`` by their first possible day, then the last, then id; those without any day come last."""
    return tuple(sorted(entries, key=lambda entry: (*order(entry.when), entry.id)))


def order(when: When) -> tuple[dt.date, dt.date]:
    """A sort key for days: a closed side stands for an open one, nothing known comes last."""
    first = when.earliest or when.latest or dt.date.max
    return first, when.latest or first
