"""Named series of meetings and their rounds: "the twentieth round of the Tampere process", "the second session"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rapporteur.config import Config
from rapporteur.reading.meetings.cues import table
from rapporteur.reference import load


@dataclass(frozen=True, slots=True)
class Series:
    """A named series.  ``shared`` forms count only where ``parties`` (keys of states) take part."""

    name: str
    names: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    parties: frozenset[str] = frozenset()


@cache
def known() -> tuple[Series, ...]:
    """Return the series of ``formats.yaml``."""
    return tuple(
        Series(
            entry["name"],
            tuple(entry.get("names", ())),
            tuple(entry.get("shared", ())),
            frozenset(entry.get("parties", ())),
        )
        for entry in load("formats")
    )


def named_series(text: str, states: Iterable[str], config: Config) -> str | None:
    """Return the name of the series that ``text`` names, the longest form first.

    Args:
        text: the words around a meeting, as written.
        states: the keys of the states that take part.
        config: the analyst's own series, which go before all others.
    """
    own = tuple(Series(form.name, form.aliases) for form in config.formats)
    keys = frozenset(states)
    hits = [
        (-len(form), number, series.name)
        for number, series in enumerate((*own, *known()))
        for form in _forms(series, keys)
        if _pattern(form).search(text)
    ]
    return min(hits)[2] if hits else _shaped(text)


def _forms(series: Series, states: frozenset[str]) -> tuple[str, ...]:
    enough = len(series.parties & states) >= min(2, len(series.parties))
    certain = (form for form in (series.name, *series.names) if form not in series.shared)
    return (*certain, *(series.shared if enough and series.parties else ()))


@cache
def _pattern(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w+]){re.escape(form)}(?![\w+])")


def _shaped(text: str) -> str | None:
    """A series by its shape: a name and "format", "process"..."""
    found = _shape().search(text)
    return f"{found[1]} {found[2]}" if found else None


@cache
def _shape() -> re.Pattern[str]:
    nouns = "|".join(map(re.escape, table()["series"]))
    return re.compile(rf"(?<!\w)((?:[A-Z][\w’'-]+ ){{0,2}}[A-Z][\w’'-]+) ({nouns})(?!\w)")


def round_of(modifiers: Sequence[str], *, rounds: bool) -> int | None:
    """Return the number of a round.

    Args:
        modifiers: the words before the noun.
        rounds: whether the noun is of rounds ("the second round"); an ordinal before another noun counts nothing.
    """
    if not rounds:
        return None
    return next((ordinals()[word] for word in modifiers if word in ordinals()), None)


@cache
def ordinals() -> Mapping[str, int]:
    """Return every ordinal, in words and figures, with its number."""
    found = {form: number for number, forms in table()["ordinals"].items() for form in forms}
    endings = {1: "st", 2: "nd", 3: "rd"}
    for number in range(21, 100):
        found[f"{number}{endings.get(number % 10, 'th')}"] = number
    return found


__all__ = ["Series", "known", "named_series", "ordinals", "round_of"]
