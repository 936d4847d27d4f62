"""Who: the people of each party, their offices, and the days on which they are seen in them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from rapporteur.analysis.actors import sides, without_people
from rapporteur.export.sections.citations import Citations, Sources
from rapporteur.export.sections.words import iso_words, plain
from rapporteur.record.codec import KINDS
from rapporteur.record.model import Actor, Office
from rapporteur.record.record import Record
from rapporteur.record.rows import parties_of
from rapporteur.reference.forms import fold


@dataclass(frozen=True, slots=True)
class OfficeView:
    """An office, and when the reports show it held; ``of`` is whose it is, where that is not the person's party."""

    title: str
    of: str
    seen: str
    sources: Sources


@dataclass(frozen=True, slots=True)
class ActorView:
    """Somebody or something with its other names."""

    id: str
    name: str
    also: str
    kind: str
    offices: tuple[OfficeView, ...]


@dataclass(frozen=True, slots=True)
class SideView:
    """A party with its people."""

    party: ActorView | None
    people: tuple[ActorView, ...]


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody: the parties with their people, and the other actors."""

    sides: tuple[SideView, ...]
    others: tuple[ActorView, ...]


def cast(record: Record, citations: Citations) -> Cast:
    """Everybody in ``record``; those who occur in most of its entries come first."""
    weights = Counter(
        actor for kind in KINDS if kind != "actors" for e in getattr(record, kind) for actor in parties_of(e)
    )
    found = sides(record.actors, weights)
    grouped = tuple(
        SideView(
            _view(record, citations, side.party) if side.party else None,
            tuple(_view(record, citations, person) for person in side.people),
        )
        for side in found
    )
    others = without_people(record.actors, found)
    return Cast(grouped, tuple(_view(record, citations, actor) for actor in others))


def _view(record: Record, citations: Citations, actor: Actor) -> ActorView:
    also = ", ".join(alias for alias in actor.aliases if fold(alias) not in fold(actor.name))
    offices = tuple(_office(record, citations, actor, office) for office in actor.offices)
    return ActorView(actor.id, actor.name, also, plain(actor.kind.value), offices)


def _office(record: Record, citations: Citations, actor: Actor, office: Office) -> OfficeView:
    of = record.name_of(office.party) if office.party != actor.party else ""
    return OfficeView(office.title, of, iso_words(office.earliest, office.latest), citations.of(office.evidence))
