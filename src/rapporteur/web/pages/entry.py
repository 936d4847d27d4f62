"""One entry whole: a meeting with its reports side by side, an actor, an issue, a process, or any other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from heapq import nsmallest
from typing import Any, TypeVar

from rapporteur.analysis.comparison import compare
from rapporteur.export.calendar_ics import in_calendar
from rapporteur.export.citation import citation
from rapporteur.record.codec import Entry
from rapporteur.record.judgements.values import FIELDS
from rapporteur.record.model import Actor, Issue, Meeting, Process, Statement
from rapporteur.record.rows import evidence_of
from rapporteur.web.drawings import network
from rapporteur.web.pages.in_the_way import drawn
from rapporteur.web.view import View

Kind = TypeVar("Kind", bound=Entry)
_FEW = 50
"""Entries of a kind on a page; the lists have the others."""
_CANDIDATES = 200
"""Entries that are offered as the same as one."""
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
        "others": candidates(view, thing),
        "parted": _parted(view, thing),
    }


def candidates(view: View, thing: Entry) -> Sequence[Entry] | None:
    """What an entry may be the same as, the likeliest first; ``None`` where entries are not joined."""
    match thing:
        case Actor():
            kin = (one for one in view.entries.actors if one.kind is thing.kind)
            return _but(thing, nsmallest(_CANDIDATES, kin, lambda one: (-view.weight[one.id], one.name)))
        case Issue():
            return _but(thing, sorted(view.entries.issues, key=lambda one: one.name.casefold()))
        case Statement():
            return _but(thing, view.statements_of.get(thing.speaker or "", ()))
        case Meeting():
            at = view.meetings.index(thing)
            near = view.meetings[max(0, at - _FEW) : at + _FEW]
            own = set(thing.parties)
            return _but(thing, sorted(near, key=lambda one: own.isdisjoint(one.parties)))
    return None


def _but(thing: Kind, found: Sequence[Kind]) -> Sequence[Kind]:
    return [one for one in found if one.id != thing.id][:_CANDIDATES]


def _parted(view: View, thing: Entry) -> Sequence[str]:
    """The articles into which an entry can be parted; none for what cannot be."""
    if not isinstance(thing, (Actor, Meeting)):
        return ()
    return list(dict.fromkeys(piece.article for piece in view.quotes(evidence_of(thing))))[:_FEW]


def meeting(view: View, thing: Meeting) -> dict[str, Any]:
    """A meeting: its facts, its reports side by side, and what was said and promised there."""
    return entry(view, thing) | {
        "rows": compare(view.record, thing),
        "said": view.statements_at.get(thing.id, ())[:_FEW],
        "promised": view.commitments_at.get(thing.id, ())[:_FEW],
        "differences": {found.field: found for found in view.disagreements_about.get(thing.id, ())},
        "processes": view.processes_of.get(thing.id, ()),
        "before": view.entry(thing.previous or ""),
        "after": view.entry(thing.next or ""),
        "calendar": in_calendar(thing),
    }


def actor(view: View, thing: Actor) -> dict[str, Any]:
    """An actor: offices, names, meetings, words, positions, promises, whom it meets, and what is in its way."""
    points = [point for point in view.sticking_points if thing.id in point.parties]
    own = {
        "meetings": view.meetings_of.get(thing.id, ()),
        "statements": view.statements_of.get(thing.id, ()),
        "positions": view.positions_of.get(thing.id, ()),
        "commitments": view.commitments_of.get(thing.id, ()),
    }
    met = company(view, thing)
    return entry(view, thing) | {
        "totals": {kind: len(found) for kind, found in own.items()},
        **{kind: list(reversed(found))[:_FEW] for kind, found in own.items()},
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
