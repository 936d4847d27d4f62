"""From a rule and a publication day to days: "on Tuesday" read on 10 May 2023 is 9 May 2023.

A rule is a way from the publication day to the days meant, in steps. `TimeRule` holds it flat: its three fields are the
first step, and the steps after it stand in ``text``, each as ``kind:number:text``, parted by " > ". So "in May last
year" is ``TimeRule("calendar", -1, "year > month_of:5:")``.

Every step keeps order: a later publication day never gives earlier days. Hence the days that a rule may mean, where the
publication day is itself a range, are those between what the two ends of that range give.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from rapporteur.reading.claims import TimeRule
from rapporteur.reading.dates import moves as time_moves
from rapporteur.reading.dates import parts as time_parts
from rapporteur.reading.dates import units as time_units
from rapporteur.reading.dates.almanac import UNKNOWN_DAY, Reach
from rapporteur.when import UNKNOWN, Basis, When

_NEXT = " > "


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a rule; ``kind`` is a key of `KINDS`."""

    kind: str
    number: int = 0
    text: str = ""


Move = Callable[[Reach, int, str, "dt.date | None"], Reach]

KINDS: Mapping[str, Move] = MappingProxyType(
    {
        "calendar": time_units.calendar,
        "century": time_parts.century,
        "clock": time_parts.clock,
        "day": time_moves.day,
        "day_of": time_parts.day_of,
        "decade": time_parts.decade,
        "distance": time_units.distance,
        "event": time_parts.event,
        "fiscal": time_parts.fiscal,
        "half_of": time_parts.half_of,
        "holding": time_units.holding,
        "month": time_moves.month,
        "month_of": time_parts.month_of,
        "monthday": time_moves.monthday,
        "nth_weekday": time_parts.nth_weekday,
        "numeric": time_parts.numeric,
        "part": time_parts.part,
        "quarter": time_moves.quarter,
        "quarter_of": time_parts.quarter_of,
        "reference": time_parts.reference,
        "season": time_moves.season,
        "season_of": time_parts.season_of,
        "span": time_units.span,
        "the_day": time_moves.the_day,
        "through": time_parts.through,
        "vague": time_parts.vague,
        "value": time_parts.value,
        "weekday": time_moves.weekday,
        "weekday_of": time_parts.weekday_of,
        "year": time_parts.year,
    }
)
"""Every kind of step, with the function that takes it."""

ABSOLUTE = frozenset({"century", "decade", "fiscal", "numeric", "year"})
"""The kinds that do not look at the publication day: days that begin with one of them are known without it."""


def encode(steps: Sequence[Step]) -> TimeRule:
    """`steps` as one rule.

    Raises:
        ValueError: there are no steps.
    """
    if not steps:
        raise ValueError("a rule has at least one step")
    first = steps[0]
    rest = (f"{step.kind}:{step.number}:{step.text}" for step in steps[1:])
    return TimeRule(first.kind, first.number, _NEXT.join((first.text, *rest)))


def decode(rule: TimeRule) -> tuple[Step, ...]:
    """The steps of `rule`."""
    text, *rest = (rule.text or "").split(_NEXT)
    steps = [Step(rule.kind, rule.number or 0, text)]
    for part in rest:
        kind, number, text = part.split(":", 2)
        steps.append(Step(kind, int(number), text))
    return tuple(steps)


def is_absolute(steps: Sequence[Step]) -> bool:
    """Whether the days of `steps` are the same for every publication day."""
    return steps[0].kind in ABSOLUTE and not any(s.kind == "part" and s.text in time_parts.SIDES for s in steps)


def reach(steps: Sequence[Step], published: dt.date | None) -> Reach:
    """Where `steps` lead from a publication day; a template with X for what is unknown where it is ``None``.

    Raises:
        KeyError: a step's kind is not one of `KINDS`.
    """
    at = Reach(published.isoformat() if published else UNKNOWN_DAY, published, published)
    for step in steps:
        at = KINDS[step.kind](at, step.number, step.text, published)
    return at


def resolve(rule: TimeRule, published: When) -> tuple[str | None, When]:
    """The TIMEX3 value that `rule` has for an article of that publication day, and the days it may mean.

    A publication range gives every day that any day of it gives; the value then keeps X for what differs.
    """
    steps = decode(rule)
    first = reach(steps, published.earliest) if published.earliest else None
    last = reach(steps, published.latest) if published.latest else None
    value = first.value if first and last and first.value == last.value else reach(steps, None).value
    low, high = first.low if first else None, last.high if last else None
    if not low and not high:
        return value or None, UNKNOWN
    return value or None, When(low, high, Basis.INFERRED, f"counted from the publication day, {published.edtf}")
