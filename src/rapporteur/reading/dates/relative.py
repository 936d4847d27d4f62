"""Builders of days that are counted from another day: "on Tuesday", "last week", "the same day", "5 p.m. GMT"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rapporteur.reading.dates.forms import (
    Build,
    Draft,
    Setting,
    daypart_steps,
    groups,
    monthday_steps,
    part_steps,
    turn_side,
    turned,
)
from rapporteur.reading.dates.grammar import UNITS, WORDS, month_number, ordinal, unit, weekday_number
from rapporteur.reading.dates.rules import Step
from rapporteur.reading.dates.spans import span_draft

_NAMED_DAYS = {"today": 0, "tomorrow": 1, "tonight": 0, "yesterday": -1}


def _weekday(match: re.Match[str], setting: Setting) -> Draft | None:
    said = groups(match)
    day, turn = weekday_number(said["anyday"]), said.get("turn", "").casefold()
    steps: tuple[Step, ...]
    if "week" in said:
        steps = (Step("calendar", turned(said["week"]), "week"), Step("weekday_of", day))
    elif turn.endswith(("previous", "following")):
        if not setting.anchor:
            return Draft("DATE", (Step("event"),), f"XXXX-WXX-{day}")
        steps = (*setting.anchor, Step("weekday", day, "before" if turn.endswith("previous") else "after"))
    elif not turn and setting.side == "future" and _is_ahead(setting.here):
        steps = (*setting.here, Step("weekday", day, "future"))  # "will come on Sunday and leave on Wednesday"
    else:
        steps = (Step("weekday", day, _weekday_side(turn, setting)),)
    if "until" in said:
        return Draft("DATE", (*steps, Step("through", weekday_number(said["until"]), "weekday")))
    clock = daypart_steps(said.get("daypart"))
    return Draft("TIME" if clock else "DATE", (*steps, *clock))


def _is_ahead(steps: tuple[Step, ...]) -> bool:
    """Whether steps lead to a day to come."""
    first = steps[0] if steps else Step("day", 0)
    words = first.text.split()
    return "future" in words or "next" in words or (first.kind in ("calendar", "day") and first.number > 0)


def _weekday_side(turn: str, setting: Setting) -> str:
    side = turn_side(turn) if turn and turn != "that" else ""
    if side == "this":
        return setting.side if setting.side in ("past", "future") else "near"
    return side or setting.side or "past"


def _named_day(match: re.Match[str], _setting: Setting) -> Draft | None:
    said = groups(match)
    word = said["name"].casefold()
    if "off" in said:
        return Draft("DATE", (Step("day", -2 if word == "yesterday" else 2),))
    clock = daypart_steps(said.get("daypart") or ("night" if word == "tonight" else None))
    return Draft("TIME" if clock else "DATE", (Step("day", _NAMED_DAYS[word]), *clock))


def _this_daypart(match: re.Match[str], _setting: Setting) -> Draft | None:
    back = -1 if match["which"].casefold() == "last" else 0
    return Draft("TIME", (Step("day", back), *daypart_steps(match["daypart"])))


def _turned_unit(match: re.Match[str], setting: Setting) -> Draft | None:
    said = groups(match)
    name, turn = unit(said["unit"]), said["turn"].casefold()
    if UNITS[name].startswith("T") or name in ("night", "fortnight"):
        return None
    last = turn.split()[-1]
    if last in ("previous", "following", "same", "that"):
        return _anchored_unit(name, turn, setting)
    if name == "day":
        return _turned_day(last, setting)
    if turn in ("the last", "the past", "the next", "the coming") and name != "weekend":
        return span_draft(1, name, -1 if last in ("last", "past") else 1)
    part = (Step("part", 0, said["side"].casefold()),) if "side" in said else part_steps(said.get("part"))
    return Draft("DATE", (Step("calendar", turned(turn), name), *part))


def _anchored_unit(name: str, turn: str, setting: Setting) -> Draft | None:
    """Counted from the day last spoken of: "that week", "the following month"."""
    if setting.anchor:
        return Draft("DATE", (*setting.anchor, Step("calendar", turned(turn), name)))
    return None if turn.endswith("that") else Draft("DATE", (Step("event"),))


def _turned_day(last: str, setting: Setting) -> Draft:
    if last in ("this", "present", "current"):
        return Draft("DATE", (Step("day", 0),))
    if last in ("next", "coming") and setting.anchor:
        return Draft("DATE", (*setting.anchor, Step("day", 1)))
    return Draft("DATE", (Step("event"),))


def _the_unit(match: re.Match[str], setting: Setting) -> Draft | None:
    said = groups(match)
    name = unit(said["unit"])
    if UNITS[name].startswith("T") or name == "fortnight":
        return None
    if name in ("day", "night"):  # "later in the day", "in the middle of the night" are of the day last spoken of
        clock = daypart_steps("night" if name == "night" else None)
        return Draft("TIME" if clock else "DATE", (*(setting.anchor or (Step("day", 0),)), *clock))
    part = (Step("part", 0, said["side"].casefold()),) if "side" in said else part_steps(said.get("part"))
    return Draft("DATE", (Step("calendar", 0, name), *part))


def _weekend(_match: re.Match[str], setting: Setting) -> Draft | None:
    return Draft("DATE", (Step("calendar", 0 if setting.side in ("future", "near") else -1, "weekend"),))


def _same_day(match: re.Match[str], setting: Setting) -> Draft | None:
    away = {"after": 1, "before": -1, "following": 1, "next": 1, "previous": -1}.get(
        match["which"].split()[-1].casefold(), 0
    )
    if not setting.anchor:
        return Draft("DATE", (Step("event", away, "day"),))
    clock = daypart_steps(match.groupdict().get("daypart"))
    return Draft("TIME" if clock else "DATE", (*setting.anchor, Step("day", away), *clock))


def _weekday_beside(match: re.Match[str], setting: Setting) -> Draft | None:
    """The weekday before or after the day last spoken of, or, where none was, something that is not dated."""
    day = weekday_number(match["anyday"])
    if not setting.anchor:
        return Draft("DATE", (Step("event"),), f"XXXX-WXX-{day}")
    return Draft("DATE", (*setting.anchor, Step("weekday", day, match["which"].casefold())))


def _weekday_ago(match: re.Match[str], _setting: Setting) -> Draft | None:
    back = -14 if match["unit"].casefold() == "fortnight" else -7
    return Draft("DATE", (Step("weekday", weekday_number(match["anyday"]), "past"), Step("day", back)))


def _days_of_month(match: re.Match[str], setting: Setting) -> Draft | None:
    said = groups(match)
    day, words = ordinal(said["daynth"]), said.get("of", "").casefold()
    steps: tuple[Step, ...]
    if words.startswith(("last", "next", "this")):
        steps = (Step("calendar", turned(words), "month"), Step("day_of", day))
    elif words and setting.anchor:
        steps = (*setting.anchor, Step("holding", 0, "month"), Step("day_of", day))
    else:
        steps = (Step("the_day", day, setting.side if setting.side in ("past", "future") else "near"),)
    return Draft("DATE", (*steps, Step("through", ordinal(said["daynth2"]))) if "daynth2" in said else steps)


def _day_of_event(match: re.Match[str], _setting: Setting) -> Draft | None:
    """The days of an event that has no date of its own: its first day is 0, its last is -1."""
    said = groups(match)
    away = -1 if "final" in said else 0 if "first" in said else ordinal(said["ordinal"]) - 1
    return Draft("DATE", (Step("event", away, "day of"),))


def _clock(match: re.Match[str], setting: Setting) -> Draft | None:
    said = groups(match)
    hour = _hour(said)
    if hour is None:
        return None
    zone = "Z" if said.get("zone", "").upper() in WORDS["utc"] else ""
    return Draft("TIME", (*_clock_day(said, setting), Step("clock", 0, f"T{hour[0]:02d}:{hour[1]:02d}{zone}")))


def _clock_day(said: Mapping[str, str], setting: Setting) -> tuple[Step, ...]:
    if "anyday" in said:
        return (Step("weekday", weekday_number(said["anyday"]), setting.side or "past"),)
    if "month2" in said:
        return monthday_steps(month_number(said["month2"]), ordinal(said["day"]), setting)
    if "name" in said:
        return (Step("day", _NAMED_DAYS[said["name"].casefold()]),)
    return setting.anchor or (Step("day", 0),)


def _hour(said: Mapping[str, str]) -> tuple[int, int] | None:
    if "word" in said:
        return (12, 0) if said["word"].casefold() == "noon" else (24, 0)
    hour, minute, half = int(said["h"]), int(said.get("min", 0)), said.get("ampm", "").casefold()
    if hour > (12 if half else 24) or minute > 59:
        return None
    return (hour % 12 + (12 if half == "p" else 0) if half else hour), minute


BUILDERS: Mapping[str, Build] = {
    "clock": _clock,
    "day_of_event": _day_of_event,
    "days_of_month": _days_of_month,
    "named_day": _named_day,
    "same_day": _same_day,
    "the_unit": _the_unit,
    "this_daypart": _this_daypart,
    "turned_unit": _turned_unit,
    "weekday": _weekday,
    "weekday_ago": _weekday_ago,
    "weekday_beside": _weekday_beside,
    "weekend": _weekend,
}
"""The builders by the names that ``time_forms.yaml`` gives them."""
