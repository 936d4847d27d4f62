"""A judgement: a person's decision about the record.

Invariants:

- A judgement is never changed and never erased. Who thinks otherwise later adds another one, or undoes it, which is a
  judgement too.
- It says what it is about by the words of the articles, so that it means the same thing however the record is built,
  and whatever arrives later. The id that an entry had is kept for readers alone.
- Its own id follows from all that it says: the same file taken in twice changes nothing, and two analysts' files
  can be laid together line by line in any order.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What somebody decided."""

    SAME = "same"
    NOT_SAME = "not the same"
    RIGHT = "right"
    WRONG = "wrong"
    VALUE = "this value"
    ADDED = "added"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """Where an article speaks of a thing: the place of the words, or, for actors and issues, what it calls them.

    An issue's wording holds for every article: ``article`` is then empty.
    """

    article: str
    start: int = -1
    end: int = -1
    name: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """What a judgement is about: an entry of the list ``kind``, as the ``anchors`` show it.

    ``id`` and ``label`` are what it was called when the judgement was made.
    """

    kind: str
    id: str
    label: str
    anchors: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision.

    ``about`` are one thing, or for *same* and *not the same* two. ``field`` and ``value`` are what *this value* sets,
    as a person writes it, and ``was`` what stood there; of *wrong*, ``was`` is how many articles reported the entry. Of
    an entry *added*, ``value`` are the words of the article and ``given`` its fields. ``undoes`` is the id of the
    judgement that is undone. ``on`` is the moment in UTC, ISO 8601.
    """

    verdict: Verdict
    about: tuple[Reference, ...]
    by: str
    on: str
    reason: str = ""
    field: str = ""
    value: str = ""
    was: str = ""
    given: tuple[tuple[str, str], ...] = ()
    undoes: str = ""

    @property
    def id(self) -> str:
        """An id that follows from what is said, by whom and when."""
        anchors = tuple((reference.kind, reference.anchors or reference.id) for reference in self.about)
        seed = (self.verdict.value, anchors, self.by, self.on, self.field, self.value, self.given, self.undoes)
        return f"judgement-{hashlib.sha256(repr(seed).encode('utf-8', 'surrogatepass')).hexdigest()[:10]}"

    @property
    def order(self) -> tuple[str, str]:
        """Judgements stand in the order in which they were made."""
        return self.on, self.id


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements that hold, in order: those that are not undone, or whose undoing is undone.

    What undoes itself, through others or not, undoes nothing.
    """
    every = {judgement.id: judgement for judgement in judgements}
    ordered = sorted(every.values(), key=lambda one: one.order)
    holding = dict.fromkeys(every, True)
    for judgement in reversed(ordered):  # what undoes is made after what it undoes
        target = every.get(judgement.undoes)
        if target and target.order < judgement.order and holding[judgement.id]:
            holding[target.id] = False
    return [one for one in ordered if holding[one.id] and one.verdict is not Verdict.UNDONE]


__all__ = ["Anchor", "Judgement", "Reference", "Verdict", "standing"]
