"""What a form of time expression is: a pattern, and what it makes of a match where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from rapporteur.reading.dates.grammar import WORDS
from rapporteur.reading.dates.rules import Step


class Setting(Protocol):
    """What a form may ask about where it stands."""

    @property
    def side(self) -> str:
        """``past``, ``future``, ``near`` (a present that may be either) or empty where nothing tells."""

    @property
    def is_sure(self) -> bool:
        """Whether the side is beyond doubt."""

    @property
    def is_record(self) -> bool:
        """Whether a word like "first" or "worst" stands before: "the first meeting in three years"."""

    @property
    def anchor(self) -> tuple[Step, ...]:
        """The steps of the day last spoken of; empty if there is none."""

    @property
    def here(self) -> tuple[Step, ...]:
        """The same, if this sentence spoke of it."""

    @property
    def year(self) -> tuple[Step, ...]:
        """The steps of the year in which this clause happens, as the one before it says; empty if none does."""


def is_quarter(steps: tuple[Step, ...]) -> bool:
    """Whether steps lead to a quarter of a year."""
    return bool(steps) and (steps[-1].kind in ("quarter", "quarter_of") or steps[-1].text == "quarter")


def is_year(steps: tuple[Step, ...]) -> bool:
    """Whether steps lead to a whole year."""
    return len(steps) == 1 and (steps[0].kind == "year" or (steps[0].kind, steps[0].text) == ("calendar", "year"))


@dataclass(frozen=True, slots=True)
class Draft:
    """What a form found: a TIMEX3 type, the steps to its days, and a value where it does not follow from the steps."""

    type: str
    steps: tuple[Step, ...] = ()
    value: str | None = None


Build = Callable[[re.Match[str], Setting], Draft | None]


@dataclass(frozen=True, slots=True)
class Form:
    """A pattern and what to make of its match.  ``needs`` are the triggers without any of which it is not tried."""

    needs: frozenset[str]
    pattern: re.Pattern[str]
    build: Build


_PARTS: Mapping[str, str] = {
    "beginning": "start",
    "early": "early",
    "end": "end",
    "late": "late",
    "mid": "mid",
    "start": "start",
}


def groups(match: re.Match[str]) -> dict[str, str]:
    """The groups of a match that took part in it."""
    return {name: text for name, text in match.groupdict().items() if text is not None}


def part_steps(text: str | None) -> tuple[Step, ...]:
    """The step for "early", "late", "the end of"...; none for no words."""
    if not text:
        return ()
    words = text.casefold().replace("-", " ").split()
    return (Step("part", 0, next((_PARTS[word] for word in words if word in _PARTS), "mid")),)


def daypart_steps(text: str | None) -> tuple[Step, ...]:
    """The step for "morning", "evening"...; none for no words."""
    return (Step("clock", 0, f"T{WORDS['dayparts'][text.casefold()]}"),) if text else ()


def turned(turn: str) -> int:
    """How many units away "last", "this" and "next" are."""
    words = turn.casefold().split()
    if "last" in words or "previous" in words or words == ["past"]:
        return -1
    return 1 if {"next", "coming", "following"} & set(words) and "this" not in words else 0


def turn_side(turn: str) -> str:
    """The side of a month, weekday or season that "last", "this past", "the coming"... tells."""
    words = turn.casefold()
    if words.endswith("past"):
        return "past"
    if words.endswith("coming"):
        return "future"
    return ("last", "this", "next")[turned(words) + 1]


def year_steps(said: Mapping[str, str]) -> tuple[Step, ...]:
    """The year that the groups of a match name, also by "last year"; none if they name none."""
    if "year" in said:
        return (Step("year", int(said["year"])),)
    return (Step("calendar", turned(said["turn"]), "year"),) if "turn" in said else ()


def monthday_steps(month: int, day: int, setting: Setting, weekday: int = 0) -> tuple[Step, ...]:
    """The step for a day of the year whose year is not named."""
    side = f"{setting.side or 'near'}{' surely' if setting.is_sure else ''}"
    return (Step("monthday", weekday, f"{month:02d}-{day:02d} {side}"),)
