"""Those at a meeting as a list of words names them: people, parties, and those who are known by their office only."""

from __future__ import annotations

from dataclasses import dataclass, field

from rapporteur.spans import Span


@dataclass(frozen=True, slots=True)
class Side:
    """A party at the table without a name for its people; ``level`` as the words have it."""

    party: str
    level: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Some of those at a meeting.

    ``apart`` are the people whom the list sets apart ("as well as X"); ``level`` is that of people who are not named
    nor their parties ("the two foreign ministers").  ``unnamed`` are the words for those who are known by no more than
    an office or a pronoun ("the Prime Minister", "senior officials", an author's "I").
    """

    people: tuple[str, ...] = ()
    sides: tuple[Side, ...] = ()
    level: str | None = None
    apart: frozenset[str] = frozenset()
    end: int = 0
    bystanders: bool = False
    unnamed: tuple[Span, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.people or self.sides)

    def __add__(self, other: Group) -> Group:
        known = {side.party for side in self.sides}
        return Group(
            tuple(dict.fromkeys(self.people + other.people)),
            self.sides + tuple(side for side in other.sides if side.party not in known),
            self.level or other.level,
            self.apart | other.apart,
            max(self.end, other.end),
            self.bystanders or other.bystanders,
            tuple(dict.fromkeys(self.unnamed + other.unnamed)),
        )

    @property
    def size(self) -> int:
        """How many there are, whether named or not."""
        return len(self.people) + len(self.sides) + len(self.unnamed)


NOBODY = Group()


def without(group: Group, others: Group) -> Group:
    """Return the group without those in another."""
    return Group(
        tuple(person for person in group.people if person not in others.people),
        tuple(side for side in group.sides if side not in others.sides),
        unnamed=tuple(span for span in group.unnamed if span not in others.unnamed),
    )


@dataclass
class Roll:
    """A list of those at a meeting while it is read."""

    people: list[str] = field(default_factory=list)
    sides: dict[str, str | None] = field(default_factory=dict)
    apart: set[str] = field(default_factory=set)
    hanging: list[str] = field(default_factory=list)  # demonyms and owners that wait for their noun
    level: str | None = None  # of the group noun in force: "the foreign ministers of"
    unnamed: str | None = None  # the level of a group noun that nobody is named for
    title: bool = False  # a singular title stands open: the next person bears it
    setting_apart: bool = False
    bystanders: bool = False
    strangers: list[Span] = field(default_factory=list)
    nameless: Span | None = None  # an office whose holder may still be named

    def add_person(self, actor: str) -> None:
        """Enter somebody by name."""
        self.nameless = None
        if actor not in self.people:
            self.people.append(actor)
            if self.setting_apart:
                self.apart.add(actor)
        self.hanging.clear()
        self.level, self.title = None, False

    def add_party(self, party: str, level: str | None = None) -> None:
        """Enter a party, its people as high as ``level`` or the noun in force says."""
        self.nameless = None
        self.sides[party] = level or self.level or self.sides.get(party)

    def add_nameless(self, span: Span | None = None) -> None:
        """Nobody was named for the last office; ``span`` is the next one."""
        if self.nameless is not None:
            self.strangers.append(self.nameless)
        self.nameless = span

    def settle(self, level: str | None = None) -> None:
        """Those who waited for a noun have found it, or are parties as they stand."""
        for party in self.hanging:
            self.add_party(party, level)
        self.hanging.clear()
        self.title = False


__all__ = ["NOBODY", "Group", "Roll", "Side", "without"]
