"""One meeting of an article while its sightings are brought together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import reduce

from rapporteur.reading.claims import Place, Status, TimeExpression, TimeRule
from rapporteur.reading.dates.rules import resolve
from rapporteur.reading.meetings.groups import Group
from rapporteur.reading.meetings.levels import LEADER, leader_level, level_of, shared_level
from rapporteur.reading.meetings.sighting import Sighting
from rapporteur.reading.meetings.tables import parties_of, party_of
from rapporteur.reading.scene import Cast
from rapporteur.reference.forms import fold
from rapporteur.reference.states import by_name
from rapporteur.spans import Span
from rapporteur.when import UNKNOWN, Basis, When, between

DONE = frozenset({Status.HELD, Status.ONGOING})
AHEAD = frozenset({Status.PLANNED, Status.PROPOSED})
_LOOSE = frozenset({"envoy", "delegation", "deputy_minister", None})
JOURNEY = 3  # days
LONG_AGO = 10  # days
FAR = 200  # days; a date is not turned from the past into a plan, or back, where it then lies further away
_TURNING = frozenset({"monthday", "weekday"})


@dataclass
class Draft:
    """What the sightings of one meeting say together, the first to say a thing being believed."""

    cast: Cast
    sightings: list[Sighting] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    sides: dict[str, str | None] = field(default_factory=dict)
    when: When = UNKNOWN
    spread: bool = False  # over days told of one by one
    until: TimeExpression | None = None
    days: int | None = None
    rule: TimeRule | None = None
    place: Place | None = None
    venue: str | None = None
    level: str | None = None
    form: str | None = None
    series: str | None = None
    round: int | None = None
    brokers: dict[str, str] = field(default_factory=dict)
    hosts: list[str] = field(default_factory=list)
    adopted: dict[str, str] = field(default_factory=dict)  # the hosts' party, for people who are named without one
    further: list[Span] = field(default_factory=list)  # sentences that tell who is there, not that they meet

    @property
    def unnamed(self) -> tuple[Span, ...]:
        """The words for those who take part without a name or a party."""
        return tuple(dict.fromkeys(span for sighting in self.sightings for span in sighting.group.unnamed))

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties at the table: those of the people, and those without a name for their people."""
        return tuple(dict.fromkeys((*parties_of(self.cast, self.people), *self.adopted.values(), *self.sides)))

    def party_of(self, person: str) -> str | None:
        """The party for which somebody takes part."""
        return party_of(self.cast, person) or self.adopted.get(person)

    @property
    def first(self) -> Sighting:
        """Where the meeting is first told of."""
        return self.sightings[0]

    @property
    def last(self) -> int:
        """The number of the last sentence that tells of it."""
        return self.sightings[-1].passage.number

    @property
    def statuses(self) -> tuple[Status, ...]:
        """What its sightings say of how far it has come: those that name who meets, or call it off."""
        said = [(s.standing, len(table_of(s.group, self.cast)) > 1) for s in self.sightings if s.standing]
        own = [standing for standing, names in said if names or standing is Status.CANCELLED]
        return tuple(own or [standing for standing, _ in said])

    @property
    def is_past(self) -> bool:
        """Whether it was long before the article, and so is told of in passing."""
        published = self.first.passage.published.earliest
        return bool(self.when.latest and published and (published - self.when.latest).days > LONG_AGO)

    @property
    def rank(self) -> str | None:
        """The level as far as it is known."""
        return shared_level(self.sides_levels()) or self.level

    def of_party(self, party: str) -> frozenset[str]:
        """The people of a party who take part."""
        return frozenset(person for person in self.people if self.party_of(person) == party)

    def take(self, sighting: Sighting) -> None:
        """Bring in a sighting of this meeting."""
        self.sightings.append(sighting)
        for person in sighting.group.people:
            if person not in self.people:
                self.people.append(person)
        for side in sighting.group.sides:
            self.sides[side.party] = self.sides.get(side.party) or side.level
        self._take_time(sighting)
        self.until = self.until or sighting.until
        self.days = self.days or sighting.days
        self.place = _finer(self.place, sighting.place)
        self.venue = self.venue or sighting.venue
        self.level = self.level or sighting.level or sighting.group.level
        self.form = self.form or sighting.form
        self.series = self.series or sighting.series
        if self.round is None and (sighting.times or sighting.group or not self.sightings[:-1]):
            self.round = sighting.round
        for party, verb in sighting.brokers:
            self.brokers.setdefault(party, verb)
        self.hosts += [party for party in table_of(sighting.host, self.cast) if party not in self.hosts]

    def _take_time(self, sighting: Sighting) -> None:
        when, rule = time_of(sighting)
        if not when and rule is None:
            return
        if not self.when:
            self.when, self.rule = when, self.rule or rule
        elif (both := self.when & when) is not None:
            if both != self.when and not self.spread:
                self.when, self.rule = both, rule
        elif when:
            self.when, self.rule, self.spread = self.when | when, None, True

    def sides_levels(self) -> Iterator[list[str | None]]:
        """For each party the levels of its people, or that of the noun which stands for them."""
        for party in self.parties:
            state = self.cast[party].key
            people = [level_of(self.cast[person], state) for person in self.people if self.party_of(person) == party]
            stated = self.sides.get(party)
            levels = people or ([leader_level(state) if stated == LEADER else stated] if stated else [])
            yield levels


def table_of(group: Group, cast: Cast) -> tuple[str, ...]:
    """The parties of those in a group."""
    return tuple(dict.fromkeys((*parties_of(cast, group.people), *(side.party for side in group.sides))))


def time_of(sighting: Sighting) -> tuple[When, TimeRule | None]:
    """The days that a sighting gives, and the rule they follow from where there is one only.

    What somebody sets out for on a day is on that day or one of the next.
    """
    resolved = [_turned(time, sighting) for time in sighting.times]
    if not resolved:
        return UNKNOWN, None
    when, rule = reduce(When.__or__, (when for when, _ in resolved)), resolved[0][1] if len(resolved) == 1 else None
    if sighting.travelling and when.day:
        why = "within days of setting out"
        return between(when.day, when.day + dt.timedelta(days=JOURNEY), Basis.INFERRED, why), None
    return when, rule


def _turned(time: TimeExpression, sighting: Sighting) -> tuple[When, TimeRule | None]:
    """The days of a time expression, as the meeting is over or yet to come: "on Monday" is the last or the next one."""
    rule, published = time.rule, sighting.passage.published
    side = "past" if sighting.standing in DONE else "future" if sighting.standing in AHEAD else ""
    other = {"past": "future", "future": "past"}.get(side, "")
    words = (rule.text or "").split(" ") if rule else []
    if not rule or rule.kind not in _TURNING or other not in words:
        return time.when, rule
    turned = replace(rule, text=" ".join(side if word == other else word for word in words))
    when = resolve(turned, published)[1] if published else UNKNOWN
    day, today = when.earliest, published.latest
    if day and today and abs((day - today).days) > FAR:
        return (UNKNOWN, None) if side == "past" else (time.when, rule)
    return when, turned


def told_apart(one: TimeRule | None, two: TimeRule | None) -> bool:
    """Whether two days that no publication day settles yet are different ones: "on Monday" and "on Tuesday"."""
    if one is None or two is None or one.kind != two.kind or one.kind not in _TURNING:
        return False
    days = [(rule.number, (rule.text or "").split(" ")[0] if rule.kind == "monthday" else "") for rule in (one, two)]
    return days[0] != days[1]


def _finer(one: Place | None, two: Place | None) -> Place | None:
    """The more exact of two places: a city before its country."""
    if one is None or two is None:
        return one or two
    return two if is_country(one) and not is_country(two) else one


def is_country(place: Place) -> bool:
    """Whether a place is a whole country."""
    return by_name(place.name) is not None


def can_be_one(one: Place, two: Place) -> bool:
    """Whether two places of one article can be the same."""
    if fold(one.name) == fold(two.name):
        return True
    return (is_country(one) or is_country(two)) and one.country == two.country


def level_fits(one: str | None, two: str | None) -> bool:
    """Whether two levels can be those of one meeting."""
    return one == two or one is None or two is None or LEADER in (one, two) or (one in _LOOSE and two in _LOOSE)


__all__ = ["AHEAD", "DONE", "Draft", "can_be_one", "is_country", "level_fits", "table_of", "time_of", "told_apart"]
