"""What changed, as a brief to read: the weightier lists entry by entry, the others as numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from rapporteur.analysis.changes import Change, Difference, Kind
from rapporteur.export.labels import label
from rapporteur.record.record import Record

TOLD = ("meetings", "positions", "commitments", "disagreements", "sticking_points", "processes")
"""The lists whose changes are told one by one."""
MOST = 15
"""Changes of one list that are told one by one."""


def brief(record: Record, changes: Sequence[Change]) -> Iterator[str]:
    """The changes as lines; those of an entry are indented under the name of its list."""
    for kind in TOLD:
        found = [change for change in changes if change.list == kind]
        if found:
            yield f"{kind.replace('_', ' ').capitalize()}: {_counted(found)}"
            for change in found[:MOST]:
                yield f"  {change.kind.value:8} {_told(record, change)}"
            if len(found) > MOST:
                yield f"  and {len(found) - MOST} more"
    rest = {change.list for change in changes} - set(TOLD)
    for kind in sorted(rest):
        yield f"{kind.replace('_', ' ').capitalize()}: {_counted([one for one in changes if one.list == kind])}"
    remarks = [judged for judged in record.entries.judged if judged.remark]
    if remarks:
        yield "Judgements that the reports now speak against, or that cannot be applied"
        yield from (f"  {judged.judgement}  {judged.remark}" for judged in remarks)


def _counted(changes: Sequence[Change]) -> str:
    counts = Counter(change.kind for change in changes)
    return ", ".join(f"{counts[kind]} {kind.value}" for kind in Kind if counts[kind])


def _told(record: Record, change: Change) -> str:
    name = label(record, change.entry)
    if change.kind is Kind.MERGED and change.into:
        return f"{name} → {label(record, record[change.into])}"
    told = [f"{one.field.replace('_', ' ')}: {_turned(one)}" for one in change.differences]
    if change.reports:
        told.append(f"{change.reports} more article{'' if change.reports == 1 else 's'}")
    return f"{name} ({'; '.join(told)})" if told else name


def _turned(difference: Difference) -> str:
    """How a field changed; of a list, what came and what went."""
    before, now = (text.split("; ") for text in (difference.before, difference.now))
    if len(before) < 2 and len(now) < 2:
        return f"{difference.before} → {difference.now}"
    came, went = [one for one in now if one not in before], [one for one in before if one not in now]
    return ", ".join([*(f"+ {one}" for one in came), *(f"− {one}" for one in went)]) or "in another order"


def change_value(change: Change) -> dict[str, Any]:
    """A change for programs."""
    return {
        "change": change.kind.value,
        "list": change.list,
        "id": change.entry.id,
        "into": change.into,
        "fields": {one.field: {"before": one.before, "now": one.now} for one in change.differences},
        "more_reports": change.reports,
    }


__all__ = ["brief", "change_value"]
