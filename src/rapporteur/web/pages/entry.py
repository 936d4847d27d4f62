"""One entry whole: a meeting with its reports side by side, an actor, an issue, a process, or any other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from rapporteur.analysis.comparison import compare
from rapporteur.export.calendar_ics import in_calendar
from rapporteur.export.citation import citation
from rapporteur.record.codec import Entry
from rapporteur.record.judgements.values import FIELDS
from rapporteur.record.model import Actor, Issue, Meeting, Process
from rapporteur.record.rows import evidence_of
from rapporteur.web.drawings import network
from rapporteur.web.pages.in_the_way import drawn
from rapporteur.web.view import View

_FEW = 50
"""Entries of a kind on a page; the lists have the others."""
_AROUND = 16
"""Whom a drawing shows around an actor; the list has more."""
_SIZES = {"wide": (940.0, 30, True), "narrow": (400.0, 30, False)}
"""The width of a drawing, the letters of a label in it, and whether it goes around the actor."""


def entry(view: View, thing: Entry) -> dict[str, Any]:
    """What every entry's page shows: its evidence, and what people judged of it."""
    judged = [
        one for one in view.record.judgements if (known := view.record.judged(one.id)) and thing.id in known.entries
    ]
    return {
        "thing": thing,
        "kind": view.kind_of[thing.id],
        "cite": citation(view.record, thing),
        "quotes": view.quotes(evidence_of(thing)),
        "judged": judged,
        "fields": tuple(FIELDS.get(view.kind_of[thing.id], ())),
    }


def meeting(view: View, thing: Meeting) -> dict[str, Any]:
    """A meeting: its facts, its reports side by side, and what was said and promised there."""
    return entry(view, thing) | {
        "rows": compare(view.record, thing),
        "said": view.statements_at.get(thing.id, ())[:_FEW],
        "promised": view.commitments_at.get(thing.id, ())[:_FEW],
        "differences": view.disagreements_about.get(thing.id, ()),
        "processes": view.processes_of.get(thing.id, ()),
        "before": view.entry(thing.previous or ""),
        "after": view.entry(thing.next or ""),
        "calendar": in_calendar(thing),
    }


def actor(view: View, thing: Actor) -> dict[str, Any]:
    """An actor: offices, names, meetings, words, positions, promises, whom it meets, and what is in its way."""
    points = [point for point in view.sticking_points if thing.id in point.parties]
    meetings = view.meetings_of.get(thing.id, ())
    met = company(view, thing)
    return entry(view, thing) | {
        "meetings": list(reversed(meetings))[:_FEW],
        "statements": view.statements_of.get(thing.id, ())[:_FEW],
        "positions": list(reversed(view.positions_of.get(thing.id, ())))[:_FEW],
        "commitments": list(reversed(view.commitments_of.get(thing.id, ())))[:_FEW],
        "people": sorted(view.people_of.get(thing.id, ()), key=lambda a: (-view.weight[a.id], a.name))[:_FEW],
        "company": met,
        "drawings": _network(view, thing, met[:_AROUND]) if len(met) > 1 else [],
        "points": points,
        **drawn(view, points),
    }


def _network(view: View, thing: Actor, met: Sequence[tuple[Actor, int]]) -> list[network.Network]:
    others = [network.Other(other.id, other.name, view.name(other.party), count) for other, count in met]
    return [
        network.draw(thing.name, others, name=name, width=width, letters=letters, around=around)
        for name, (width, letters, around) in _SIZES.items()
    ]


def company(view: View, thing: Actor) -> list[tuple[Actor, int]]:
    """Whom an actor meets, with how often; those most often first.  People meet people, parties parties."""
    met: Counter[str] = Counter()
    for one in view.meetings_of.get(thing.id, ()):
        people = [person.actor for person in one.participants]
        others = people if thing.id in people else list(one.parties)
        met.update(set(others) - {thing.id})
    found = [(known, count) for name, count in met.items() if isinstance(known := view.entry(name), Actor)]
    return sorted(found, key=lambda pair: (-pair[1], pair[0].name))[:_FEW]


def issue(view: View, thing: Issue) -> dict[str, Any]:
    """An issue: what each party holds on it, by day, and what is in its way."""
    held: dict[str, list[Any]] = {}
    for position in view.positions_on.get(thing.id, ()):
        held.setdefault(position.party, []).append(position)
    points = [point for point in view.sticking_points if any(one.issue == thing.id for one in view.obstacles[point.id])]
    return entry(view, thing) | {
        "held": held,
        "points": points,
        "processes": view.processes_of.get(thing.id, ()),
        **drawn(view, points),
    }


def process(view: View, thing: Process) -> dict[str, Any]:
    """A process: its meetings and issues."""
    own = set(thing.meetings)
    return entry(view, thing) | {
        "meetings": [one for one in view.meetings if one.id in own],
        "issues": [found for name in thing.issues if (found := view.issue(name))],
    }


__all__ = ["actor", "company", "entry", "issue", "meeting", "process"]
