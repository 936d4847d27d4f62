"""Builders of days of the calendar: "16 May 2023", "late April", "the first half of next year", "the 1990s"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rapporteur.reading.dates.forms import (
    Build,
    Draft,
    Setting,
    groups,
    monthday_steps,
    part_steps,
    turn_side,
    year_steps,
)
from rapporteur.reading.dates.forms import daypart_steps as clock_steps
from rapporteur.reading.dates.grammar import WORDS, month_number, ordinal, weekday_number
from rapporteur.reading.dates.rules import Step


def _date(match: re.Match[str], setting: Setting) -> Draft | None:
    said = groups(match)
    month, day = month_number(said["month"]), ordinal(said["day"])
    years = year_steps(said) or setting.year
    if years:
        steps = (*years, Step("month_of", month), Step("day_of", day))
    else:
        weekday = weekday_number(said["anyday"]) if "anyday" in said else 0
        steps = monthday_steps(month, day, setting, weekday)
    if "day2" in said:
        until = month_number(said["month2"]) if "month2" in said else month
        steps = (*steps, Step("through", 0, f"{until:02d}-{ordinal(said['day2']):02d}"))
    return Draft("TIME" if "daypart" in said else "DATE", (*steps, *clock_steps(said.get("daypart"))))


def _iso(match: re.Match[str], _setting: Setting) -> Draft | None:
    said = groups(match)
    year, month, day = (int(said[part]) for part in ("y", "m", "d"))
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    steps = (Step("year", year), Step("month_of", month), Step("day_of", day))
    return Draft("TIME", (*steps, Step("clock", 0, f"T{said['clock']}"))) if "clock" in said else Draft("DATE", steps)


def _figures(match: re.Match[str], _setting: Setting) -> Draft | None:
    """Figures that do not tell whether the day or the month comes first mean either; full stops put the day first."""
    said = groups(match)
    one, two, year = int(said["a"]), int(said["b"]), int(said["y"])
    year += 0 if year > 99 else 2000 if year < 70 else 1900
    if said["sep"] == ".":
        one, two, order = two, one, True
    else:
        order = max(one, two) > 12
        one, two = (two, one) if one > 12 else (one, two)
    if not (1 <= one <= 12 and 1 <= two <= 31):
        return None
    if order:
        return Draft("DATE", (Step("year", year), Step("month_of", one), Step("day_of", two)))
    return Draft("DATE", (Step("numeric", year, f"{one}-{two}"),))


def _holiday(match: re.Match[str], setting: Setting) -> Draft | None:
    said = groups(match)
    days = {name.casefold(): month_day for name, month_day in WORDS["holidays"].items()}
    month, day = (int(part) for part in days[" ".join(said["holiday"].casefold().replace("’", "'").split())].split("-"))
    years = year_steps(said)
    if years:
        return Draft("DATE", (*years, Step("month_of", month), Step("day_of", day)))
    return Draft("DATE", monthday_steps(month, day, setting))


def _month(match: re.Match[str], setting: Setting) -> Draft | None:
    said = groups(match)
    return Draft("DATE", (*_month_steps(said, setting), *part_steps(said.get("part"))))


def _month_steps(said: Mapping[str, str], setting: Setting) -> tuple[Step, ...]:
    month, years = month_number(said["month"]), year_steps(said) or setting.year
    return (*years, Step("month_of", month)) if years else (Step("month", month, setting.side or "near"),)


def _part_of_month(match: re.Match[str], setting: Setting) -> Draft | None:
    said = groups(match)
    which = said["which"].casefold()
    part = {"first": "start", "opening": "start", "third": "mid"}.get(which, "end")
    if said["of"].casefold() == "week" and which in _WEEKS:
        part = f"week {_WEEKS.index(which) + 1}"
    return Draft("DATE", (*_month_steps(said, setting), Step("part", 0, part)))


_WEEKS = ("first", "second", "third", "fourth")


def _weekday_of_month(match: re.Match[str], setting: Setting) -> Draft | None:
    said = groups(match)
    count = -1 if "final" in said else ordinal(said["ordinal"])
    if count > 4:  # not every month has a fifth one
        return None
    step = Step("nth_weekday", weekday_number(said["anyday"]), str(count))
    return Draft("DATE", (*_month_steps(said, setting), step))


def _month_turned(match: re.Match[str], setting: Setting) -> Draft | None:
    said = groups(match)
    side = (setting.side or "near") if said["turn"].casefold() == "that" else turn_side(said["turn"])
    return Draft("DATE", (Step("month", month_number(said["month"]), side), *part_steps(said.get("part"))))


def _year(match: re.Match[str], _setting: Setting) -> Draft | None:
    said = groups(match)
    return Draft("DATE", (*year_steps(said), *part_steps(said.get("part"))))


def _fiscal(match: re.Match[str], _setting: Setting) -> Draft | None:
    year = int(match["y"])
    return Draft("DATE", (Step("fiscal", year if year > 99 else 2000 + year),))


def _decade(match: re.Match[str], _setting: Setting) -> Draft | None:
    said = groups(match)
    if "decade" in said:
        start = 1900 + WORDS["decades"][said["decade"].casefold()]
    else:
        start = int(said["y"]) if "y" in said else 1900 + int(said["yy"])
    return Draft("DATE", (Step("decade", start), *part_steps(said.get("part"))))


def _century(match: re.Match[str], _setting: Setting) -> Draft | None:
    number = ordinal(match["ordinal"])
    return Draft("DATE", (Step("century", number), *part_steps(match["part"]))) if 1 <= number <= 30 else None


def _quarter(match: re.Match[str], setting: Setting) -> Draft | None:
    said = groups(match)
    number = int(said["q"]) if "q" in said else ordinal(said["ordinal"])
    if not 1 <= number <= 4:
        return None
    years = year_steps(said)
    return Draft("DATE", (*years, Step("quarter_of", number)) if years else (_one_quarter(number, setting),))


def _one_quarter(number: int, setting: Setting) -> Step:
    return Step("quarter", number, "future" if setting.side == "future" else "past")


def _half(match: re.Match[str], _setting: Setting) -> Draft | None:
    said = groups(match)
    years = year_steps(said) or (Step("calendar", 0, "year"),)
    return Draft("DATE", (*years, Step("half_of", 1 if said["which"].casefold() == "first" else 2)))


def _season(match: re.Match[str], setting: Setting) -> Draft | None:
    said = groups(match)
    name, years = said["season"].casefold(), year_steps(said)
    steps = (*years, Step("season_of", 0, name)) if years else (Step("season", 0, f"{name} {setting.side or 'near'}"),)
    return Draft("DATE", (*steps, *part_steps(said.get("part"))))


def _season_turned(match: re.Match[str], _setting: Setting) -> Draft | None:
    said = groups(match)
    step = Step("season", 0, f"{said['season'].casefold()} {turn_side(said['turn'])}")
    return Draft("DATE", (step, *part_steps(said.get("part"))))


BUILDERS: Mapping[str, Build] = {
    "century": _century,
    "date": _date,
    "decade": _decade,
    "figures": _figures,
    "fiscal": _fiscal,
    "half": _half,
    "holiday": _holiday,
    "iso": _iso,
    "month": _month,
    "month_turned": _month_turned,
    "part_of_month": _part_of_month,
    "quarter": _quarter,
    "season": _season,
    "season_turned": _season_turned,
    "weekday_of_month": _weekday_of_month,
    "year": _year,
}
"""The builders by the names that ``time_forms.yaml`` gives them."""
