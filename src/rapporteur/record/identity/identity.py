"""Who is who across articles: local actors of many readings become the record's actors, precision first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial

from rapporteur.intake.article import Article
from rapporteur.reading.actors.nouns import nouns
from rapporteur.reading.actors.personal_names import parts
from rapporteur.reading.claims import ActorKind, Reading
from rapporteur.record.identity.namesakes import Sighting, group_persons, plain
from rapporteur.record.identity.tenures import gather_offices
from rapporteur.record.judgements.constraints import constrained
from rapporteur.record.judgements.decisions import Decisions
from rapporteur.record.judgements.judgement import Anchor
from rapporteur.record.judgements.references import Index
from rapporteur.record.memory import Memory
from rapporteur.record.model import Actor, entry_id
from rapporteur.reference import states
from rapporteur.reference.forms import fold

Local = tuple[str, str]
"""An article's id and the id of an actor in it."""

Group = Sequence[Sighting]
"""The sightings of one actor."""


@dataclass(frozen=True)
class Identity:
    """The record's actors, sorted by id, and which of them each article's actors are."""

    actors: tuple[Actor, ...]
    _of: dict[Local, str] = field(repr=False)

    @cached_property
    def by_id(self) -> dict[str, Actor]:
        """The actors by their ids."""
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def gists(self) -> dict[str, tuple[object, ...]]:
        """By id, what an article's claims in the record's terms take from an actor: what it is, and for whom it is."""
        return {actor.id: (*self._kind(actor.id), *self._kind(actor.party)) for actor in self.actors}

    def _kind(self, identifier: str | None) -> tuple[str | None, ...]:
        actor = self.by_id.get(identifier or "")
        return (actor.id, actor.kind.value, actor.key) if actor else (None,)

    def gists_of(self, article: str, local: Iterable[str]) -> tuple[tuple[object, ...], ...]:
        """The gists of an article's actors."""
        gists, of = self.gists, self._of
        return tuple([gists[of[article, actor]] for actor in local])

    def of(self, article: str, local: str) -> str:
        """The id in the record of an article's actor.

        Raises:
            KeyError: the article has no such actor.
        """
        return self._of[article, local]


def identify(
    readings: Sequence[tuple[Article, Reading]], decisions: Decisions | None = None, memory: Memory | None = None
) -> Identity:
    """Identify the actors of ``readings`` with each other; the order of the articles makes no difference.

    Args:
        readings: articles with their readings.
        decisions: what people judged to be one, and what not.
        memory: what was made of readings before.
    """
    memory = memory or Memory()
    ordered = sorted(readings, key=lambda read: read[0].id)
    casts = memory.each("sightings", ordered, _sightings)
    others = _group_others([sighting for cast in casts for sighting in cast.others])
    groups = (*others, *group_persons([sighting for cast in casts for sighting in cast.persons], memory))
    groups = _as_judged(groups, decisions or Decisions(()))
    gists = [memory.once("gist of a group", group, partial(_Gist.of, group)) for group in groups]
    ids = _ids(groups, gists)
    of = {sighting.where: found for group, found in zip(groups, ids, strict=True) for sighting in group}
    actors = (_remembered(*one, of, memory) for one in zip(groups, gists, ids, strict=True))
    return Identity(tuple(sorted(actors, key=lambda actor: actor.id)), of)


@dataclass(frozen=True, slots=True)
class _Cast:
    """The actors of an article, by their ids in it."""

    persons: tuple[Sighting, ...]
    others: tuple[Sighting, ...]


@dataclass(frozen=True, slots=True)
class _Gist:
    """What is known of an actor from its sightings alone: what its id follows from, and for whom it speaks."""

    seed: tuple[str, ...]
    sides: tuple[Local, ...]

    @classmethod
    def of(cls, group: Group) -> _Gist:
        return cls(_seed(group), tuple(where for sighting in group for where in sighting.sides))


def _remembered(group: Group, gist: _Gist, identifier: str, of: dict[Local, str], memory: Memory) -> Actor:
    sides = tuple(map(of.__getitem__, gist.sides))
    return memory.once("actor", (gist,), partial(_actor, group, identifier, of), (identifier, sides))


def _as_judged(groups: Sequence[Group], decisions: Decisions) -> tuple[Group, ...]:
    if not decisions.concern("actors"):
        return tuple(groups)
    index: Index[Local] = Index()
    sightings = {sighting.where: sighting for group in groups for sighting in group}
    for where, sighting in sightings.items():
        index.add(where, [Anchor(sighting.article.id, name=sighting.actor.name)])
    wanted = decisions.constraints("actors", index)
    places = constrained([[sighting.where for sighting in group] for group in groups], wanted)
    return tuple(tuple(sightings[where] for where in sorted(group)) for group in places)


def _sightings(read: tuple[Article, Reading]) -> _Cast:
    article, reading = read
    keys = {actor.id: actor.key or fold(actor.name) for actor in reading.actors}
    found = [
        Sighting(article, actor, reading, keys[actor.party] if actor.party and not actor.inferred else None)
        for actor in sorted(reading.actors, key=lambda actor: actor.id)
    ]
    persons = tuple(sighting for sighting in found if sighting.actor.kind is ActorKind.PERSON)
    return _Cast(persons, tuple(sighting for sighting in found if sighting.actor.kind is not ActorKind.PERSON))


def _group_others(sightings: Group) -> tuple[Group, ...]:
    """States, organisations and bodies: one for each key; without a key one for each name, abbreviations resolved."""
    owners = _owners_of_abbreviations(sightings)
    groups: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        if sighting.actor.key:
            groups[sighting.actor.key].append(sighting)
            continue
        name = sighting.plain
        owner = owners.get(name, set())
        groups[f"name:{next(iter(owner)) if len(owner) == 1 else name}"].append(sighting)
    return tuple(tuple(group) for _, group in sorted(groups.items()))


def _owners_of_abbreviations(sightings: Group) -> dict[str, set[str]]:
    """The full names, of organisations without a key, under which each shorter form is listed."""
    owners: dict[str, set[str]] = defaultdict(set)
    for sighting in sightings:
        name = sighting.plain
        if not sighting.actor.key and " " in name:
            for alias in sighting.actor.aliases:
                if " " not in plain(alias):
                    owners[plain(alias)].add(name)
    return owners


def _ids(groups: Sequence[Group], gists: Sequence[_Gist]) -> list[str]:
    """An id for each group, from its key or its name; namesakes are told apart by party and first sighting."""
    seeds = [gist.seed for gist in gists]
    shared = Counter(seeds)
    return [
        entry_id("actor", *seed) if shared[seed] == 1 else entry_id("actor", *seed, _party(group), *group[0].where)
        for group, seed in zip(groups, seeds, strict=True)
    ]


def _seed(group: Group) -> tuple[str, ...]:
    actor = group[0].actor
    if actor.key:
        return (actor.key,)
    person = actor.kind is ActorKind.PERSON
    return (actor.kind.value, " ".join(parts(_name(group))) if person else plain(_name(group)))


def _actor(group: Group, identifier: str, of: dict[Local, str]) -> Actor:
    name = _name(group)
    forms = Counter(form for sighting in group for form in sighting.actor.aliases)
    aliases = sorted(forms, key=lambda form: (form.startswith("the "), -len(form.split()), -forms[form], form))
    kinds = Counter(sighting.actor.kind for sighting in group)
    party = _party_id(group, of)
    return Actor(
        id=identifier,
        name=name,
        kind=min(kinds, key=lambda kind: (-kinds[kind], kind)),
        party=party,
        aliases=tuple(dict.fromkeys((name, *aliases))),
        offices=gather_offices(group, of, party),
        key=group[0].actor.key,
    )


def _name(group: Group) -> str:
    """The fullest name seen: most parts, then original marks, then the most frequent; a state has the reference's."""
    key = group[0].actor.key
    if key and key in states.states():
        return states.states()[key].name
    names = Counter(sighting.actor.name for sighting in group)

    def rank(name: str) -> tuple[int, int, int, str]:
        marks = sum(char.isalpha() and not char.isascii() for char in name)
        return -len(parts(name)), -marks, -names[name], name

    return min(names, key=rank)


def _party(group: Group) -> str:
    """The party of most sightings, as it is known across articles; empty where none has one."""
    votes = Counter(sighting.party for sighting in group if sighting.party)
    return min(votes, key=lambda party: (-votes[party], party), default="")


def _party_id(group: Group, of: dict[Local, str]) -> str | None:
    """The party of most sightings that say one, those in an office of state before others; else the one inferred."""
    said = [s for s in group if s.party] or group
    said = [s for s in said if s.roles & nouns("state_roles")] or said
    votes = Counter(of[s.article.id, s.actor.party] for s in said if s.actor.party)
    return min(votes, key=lambda party: (-votes[party], party), default=None)
