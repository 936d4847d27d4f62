"""A sighting: a meeting as one place in the text tells of it."""

from __future__ import annotations

from dataclasses import dataclass

from rapporteur.reading.claims import Place, Status, TimeExpression
from rapporteur.reading.meetings.cues import Kind, Trigger
from rapporteur.reading.meetings.groups import NOBODY, Group
from rapporteur.reading.meetings.passages import Passage
from rapporteur.spans import Span


@dataclass(frozen=True, slots=True)
class Sighting:
    """What the words around one trigger say of a meeting.

    Attributes:
        standing: how far it has come; None where the words do not settle it.
        group: who is at the table.
        facing: whether one side is set against another ("X met Y").
        host: who receives or hosts.
        brokers: parties with what they do for the talks.
        level: the level as words give it ("ministerial"); people have theirs from their offices.
        form: the format as words give it ("trilateral").
        until: the day to which it lasts.
        days: for how many days it lasts.
        definite: it points back to a meeting already told of.
        indefinite: it is "a" meeting, and so none that was told of before.
        theirs: it is of several told of before ("their summit").
        alone: one person speaks at it, and nothing says with whom it is ("at a meeting, X said").
        joined: it adds to those already told of ("the talks also involved X").
        another: it opens one besides those told of ("a new round").
        following: it is the round after the last one told of.
        open: it names no occasion in particular.
        weak: it counts only where the people of two sides are named.
        recent: it is called recent.
        travelling: its day is the one on which somebody sets out for it.
    """

    passage: Passage
    trigger: Trigger
    standing: Status | None
    group: Group = NOBODY
    facing: bool = True
    host: Group = NOBODY
    brokers: tuple[tuple[str, str], ...] = ()
    times: tuple[TimeExpression, ...] = ()
    until: TimeExpression | None = None
    days: int | None = None
    place: Place | None = None
    venue: str | None = None
    level: str | None = None
    form: str | None = None
    series: str | None = None
    round: int | None = None
    definite: bool = False
    indefinite: bool = False
    theirs: bool = False
    alone: bool = False
    joined: bool = False
    another: bool = False
    following: bool = False
    open: bool = False
    weak: bool = False
    travelling: bool = False
    recent: bool = False

    @property
    def span(self) -> Span:
        """The sentence, which is the evidence."""
        return self.passage.line.sentence

    @property
    def is_appearance(self) -> bool:
        """Whether two sides appear together, having met."""
        return self.trigger.cue.kind in (Kind.APPEARANCE, Kind.ALONGSIDE)


__all__ = ["Sighting"]
