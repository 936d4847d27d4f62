"""Which sightings of persons are one person, and which are namesakes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from rapporteur.intake.article import Article
from rapporteur.reading.actors.nouns import nouns
from rapporteur.reading.actors.personal_names import is_surname_first, joined, parts, signature, spelling, surnames
from rapporteur.reading.claims import LocalActor, Reading
from rapporteur.record.memory import Memory
from rapporteur.reference import states
from rapporteur.reference.forms import fold


@dataclass(frozen=True)
class Sighting:
    """One article's actor.  ``party`` identifies its party across articles, if the text says one."""

    article: Article
    actor: LocalActor
    reading: Reading
    party: str | None = None

    @cached_property
    def where(self) -> tuple[str, str]:
        """The article's id and the actor's in it."""
        return self.article.id, self.actor.id

    @cached_property
    def plain(self) -> str:
        """The name of an organisation or body as it is looked up."""
        return plain(self.actor.name)

    @cached_property
    def is_full(self) -> bool:
        """Whether the article gives more than a surname."""
        return len(parts(self.actor.name)) > 1 or self.actor.key is not None

    @cached_property
    def sides(self) -> tuple[tuple[str, str], ...]:
        """The article's id, with each of those in it for whom the actor speaks."""
        named = (self.actor.party, *(office.party for office in self.actor.offices))
        return tuple((self.article.id, party) for party in dict.fromkeys(named) if party)

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles in which the article shows the actor."""
        return frozenset(office.role for office in self.actor.offices)


class _Person:
    """Sightings taken for one person."""

    def __init__(self, sightings: Sequence[Sighting]) -> None:
        self.sightings = list(sightings)
        self.names = {s.actor.name for s in sightings}
        self.parties = {_lasting(s.party) for s in sightings if s.party}
        self.roles = frozenset[str]().union(*(s.roles for s in sightings))

    def absorb(self, other: _Person) -> None:
        self.sightings += other.sightings
        self.names |= other.names
        self.parties |= other.parties
        self.roles |= other.roles

    def copy(self) -> _Person:
        """The same, to be joined with others."""
        made = _Person(())
        made.absorb(self)
        return made

    def agrees(self, other: _Person) -> bool:
        """Whether nothing speaks against the two being one: states that differ do."""
        mine, theirs = self.parties & states.states().keys(), other.parties & states.states().keys()
        return not mine or not theirs or bool(mine & theirs)


def plain(name: str) -> str:
    """The name of an organisation or body as it is looked up: folded, without its article."""
    return fold(name).removeprefix("the ")


def group_persons(persons: Sequence[Sighting], memory: Memory | None = None) -> tuple[tuple[Sighting, ...], ...]:
    """The persons that sightings of ``persons`` are of, each with its own; the same whatever the order."""
    full = _by_spelling([s for s in persons if s.is_full], memory or Memory())
    full = _with_second_surnames(_with_parts_left_out(full))
    alone = _join_surnames(full, [s for s in persons if not s.is_full])
    found = (tuple(sorted(person.sightings, key=lambda s: s.where)) for person in (*full, *alone))
    return tuple(sorted(found, key=lambda group: group[0].where))


def _lasting(party: str | None) -> str | None:
    """The party, or the state that continued it."""
    known = states.states().get(party or "")
    return _lasting(known.successor) if known and known.successor else party


def _by_spelling(sightings: Sequence[Sighting], memory: Memory) -> list[_Person]:
    """One person for each full name and state; sightings without a party that is said join the name's likeliest."""
    groups: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        key = sighting.actor.key or joined(sighting.actor.name)
        groups[key].append(sighting)
    found = (memory.once("bearers", groups[name], partial(_by_state, groups[name])) for name in sorted(groups))
    return [person.copy() for bearers in found for person in bearers]


def _by_state(group: Sequence[Sighting]) -> list[_Person]:
    """The bearers of one name: apart where the text gives them offices in different states."""
    states_of: dict[str, list[Sighting]] = defaultdict(list)
    rest: list[Sighting] = []
    for sighting in group:
        party = _lasting(sighting.party)
        if party and party in states.states() and sighting.actor.offices:
            states_of[party].append(sighting)
        else:
            rest.append(sighting)
    if len(states_of) < 2:
        return [_Person(group)]
    people = {party: _Person(found) for party, found in sorted(states_of.items())}
    strongest = max(people, key=lambda party: (len(people[party].sightings), party))
    for sighting in rest:
        people.get(_lasting(sighting.party) or "", people[strongest]).absorb(_Person([sighting]))
    return list(people.values())


def _with_parts_left_out(people: list[_Person]) -> list[_Person]:
    """Join "Ruy Barbosa" to "Ruy Caetano Barbosa" where only one person has both parts."""
    index: dict[tuple[str, ...], list[_Person]] = defaultdict(list)
    for person in people:
        for shorter in {short for name in person.names for short in _shorter(name)}:
            index[shorter].append(person)
    left: list[_Person] = []
    joined: dict[int, _Person] = {}
    for person in sorted(people, key=lambda p: (len(_longest(p)), _longest(p))):
        longer = [other for other in index.get(_longest(person), []) if other is not person and other.agrees(person)]
        if len(longer) == 1 and id(longer[0]) not in joined:
            longer[0].absorb(person)
            joined[id(person)] = longer[0]
        else:
            left.append(person)
    return left


def _with_second_surnames(people: list[_Person]) -> list[_Person]:
    """Join "Paz Villegas" to "Ana Paz" where one person alone has the surname, the state and the office."""
    bearers: dict[str, list[_Person]] = defaultdict(list)
    for person in people:
        for surname in sorted({signature(name)[-1] for name in person.names}):
            bearers[surname].append(person)
    left: list[_Person] = []
    for person in people:
        first, *rest = _longest(person)
        sole = person.roles & nouns("sole_roles")
        found = [
            other
            for other in bearers[first]
            if other is not person and other.parties & person.parties and other.roles & sole
        ]
        if len(found) == 1 and len(rest) == 1:
            found[0].absorb(person)
        else:
            left.append(person)
    return left


def _longest(person: _Person) -> tuple[str, ...]:
    return max(map(signature, person.names), key=lambda key: (len(key), key))


def _shorter(name: str) -> set[tuple[str, ...]]:
    """The shorter full names under which a bearer of ``name`` is known: without inner parts, or a compound surname."""
    key = signature(name)
    if len(key) < 3 or is_surname_first(name):
        return set()
    return {(key[0], key[-1]), key[-2:], (key[0], *key[-2:]), (*key[:2], key[-1]), key[:2]} - {key}


def _join_surnames(full: Sequence[_Person], sightings: Sequence[Sighting]) -> list[_Person]:
    """Join each bare surname to the one bearer of it that agrees; what is left is grouped by name and party."""
    bearers: dict[str, list[_Person]] = defaultdict(list)
    for person in full:
        for surname in sorted({spelling(part) for name in person.names for part in surnames(name)}):
            bearers[surname].append(person)
    alone: dict[str, list[_Person]] = defaultdict(list)
    for sighting in sightings:
        person = _Person([sighting])
        surname = spelling(parts(sighting.actor.name)[0])
        fitting = [other for other in bearers.get(surname, []) if other.agrees(person) and _shares_role(other, person)]
        if len(fitting) == 1:
            fitting[0].absorb(person)
            continue
        same = next((other for other in alone[surname] if other.agrees(person) and _shares_role(other, person)), None)
        if same:
            same.absorb(person)
        else:
            alone[surname].append(person)
    return [person for _, group in sorted(alone.items()) for person in group]


def _shares_role(known: _Person, bare: _Person) -> bool:
    return not bare.roles or not known.roles or bool(known.roles & bare.roles)
