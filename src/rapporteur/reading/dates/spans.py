"""Builders of lengths of time and what is counted by them: "nearly four years", "three days ago", "every Friday"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rapporteur.reading.dates.forms import Build, Draft, Setting, groups, is_quarter
from rapporteur.reading.dates.grammar import UNITS, WORDS, month_number, number, unit, weekday_number
from rapporteur.reading.dates.rules import Step

_AGES = range(14, 111)
"""So many years old is a person more often than an agreement."""


def _period(count: float | None, name: str) -> str:
    """The TIMEX3 value of a duration; decades and centuries that are counted are given in years."""
    times = WORDS["multiples"].get(name)
    if times and count is not None:
        count, name = count * times["is"], times["of"]
    code = UNITS[name]
    figure = "X" if count is None else f"{count:g}"
    return f"PT{figure}{code[1:]}" if code.startswith("T") else f"P{figure}{code}"


def _counted(count: float | None, name: str) -> tuple[str, int]:
    """The unit and whole number to count by; 0 for a number that is none."""
    if name == "fortnight":
        return "week", int((count or 0) * 2)
    if name == "night":
        return "day", int(count or 0)
    if count is not None and count != int(count) and name in ("year", "decade"):
        return "month", round(count * (12 if name == "year" else 120))
    return name, int(count or 0)


def _count(said: Mapping[str, str]) -> float | None:
    count = number(said["number"])
    return count + 0.5 if count is not None and "half" in said else count


def span_draft(count: float | None, name: str, direction: int) -> Draft:
    """A duration that ends (`direction` -1) or begins (1) on the publication day."""
    period, (base, many) = _period(count, name), _counted(count, name)
    if not many or UNITS[base].startswith("T") or base == "weekend":
        return Draft("DURATION", (), period)
    return Draft("DURATION", (Step("span", direction * many, base), Step("value", 0, period)))


def _duration(match: re.Match[str], _setting: Setting) -> Draft | None:
    said = groups(match)
    count, name = _count(said), unit(said["unit"])
    if name in ("second", "quarter") and said["unit"].casefold() == name and said["number"].casefold() in ("a", "an"):
        return None  # "a second round", "a quarter of them"
    if "old" in said and name == "year" and count in _AGES:
        return None
    return Draft("DURATION", (), _period(count, name))


def _half_unit(match: re.Match[str], _setting: Setting) -> Draft | None:
    return Draft("DURATION", (), _period(0.5, unit(match["unit"])))


def _many(match: re.Match[str], _setting: Setting) -> Draft | None:
    name = unit(match["unit"])
    return Draft("DURATION", (), f"P{'T' if UNITS[name].startswith('T') else ''}X{UNITS[name].removeprefix('T')}")


def _past_span(match: re.Match[str], _setting: Setting) -> Draft | None:
    said = groups(match)
    turn, count, name = said["turn"].casefold(), number(said["number"]), unit(said["unit"])
    if turn in ("first", "final"):
        return Draft("DURATION", (), _period(count, name))
    return span_draft(count, name, 1 if turn in ("next", "coming") else -1)


def _recent(match: re.Match[str], _setting: Setting) -> Draft | None:
    return _reference_draft("PAST_REF" if match["which"].casefold() == "recent" else "FUTURE_REF")


def _reference(match: re.Match[str], _setting: Setting) -> Draft | None:
    words = " ".join(match[0].casefold().split())
    return _reference_draft(
        "PRESENT_REF" if words in WORDS["present"] else "PAST_REF" if words in WORDS["past"] else "FUTURE_REF"
    )


def _reference_draft(code: str) -> Draft:
    return Draft("DATE", (Step("reference", 0, code),))


def _ago(match: re.Match[str], setting: Setting) -> Draft | None:
    said = groups(match)
    count, name, way = _count(said), unit(said["unit"]), said["way"].casefold()
    base, many = _counted(count, name)
    if way in ("ago", "hence", "from now"):
        return _from_now(base, many, -1 if way == "ago" else 1)
    if UNITS[base].startswith("T"):
        return Draft("DURATION", (), _period(count, name))
    sign = -1 if way in ("earlier", "before", "previously") else 1
    if base == "year" and many and is_quarter(setting.anchor):
        return Draft("DATE", (*setting.anchor, Step("calendar", sign * many * 4, "quarter")))
    anchor = setting.anchor if base in ("day", "week") else setting.here
    if (
        base == "year" and many and sign < 0 and not anchor
    ):  # than what is not said: the year is likely, no day is known
        return Draft("DATE", (*setting.anchor, Step("distance", sign * many, base), Step("vague")))
    if not anchor or not many:
        return Draft("DATE", (Step("event", sign * many, base),))
    step = Step("day", sign * many) if base == "day" else Step("distance", sign * many, base)
    return Draft("DATE", (*anchor, step))


def _report_period(match: re.Match[str], setting: Setting) -> Draft | None:
    """The quarter that a report of business is about, or the same one of the year before."""
    said = groups(match)
    latest, told = (Step("calendar", -1, "quarter"),), setting.anchor if is_quarter(setting.anchor) else ()
    if "ago" in said:
        return Draft("DATE", (*(told or latest), Step("calendar", -4, "quarter")))
    if "latest" in said:
        return Draft("DATE", latest)
    return Draft("DATE", (*told, Step("holding", 0, "quarter"))) if told else None


def _from_now(base: str, many: int, sign: int) -> Draft:
    if not many or UNITS[base].startswith("T"):
        return _reference_draft("PAST_REF" if sign < 0 else "FUTURE_REF")
    return Draft("DATE", (Step("distance", sign * many, base),))


def _from_event(match: re.Match[str], _setting: Setting) -> Draft | None:
    """The time between something that the sentence names, but whose day it does not give, and the day meant."""
    said = groups(match)
    count, name, way = number(said["number"]), unit(said["unit"]), said["way"].casefold()
    base, many = _counted(count, name)
    if UNITS[base].startswith("T") or way == "into":
        return Draft("DURATION", (), _period(count, name))
    steps = (
        Step("event", many if way in ("after", "following") else -many, base),
        Step("value", 0, _period(count, name)),
    )
    return Draft("DURATION", steps)


def _in_units(match: re.Match[str], setting: Setting) -> Draft | None:
    """A day to come if the sentence looks forward ("will meet in a week"); else a duration ("first in ten years")."""
    count, name = number(match["number"]), unit(match["unit"])
    base, many = _counted(count, name)
    if setting.side != "future" or setting.is_record or not many or UNITS[base].startswith("T"):
        return Draft("DURATION", (), _period(count, name))
    return Draft("DATE", (Step("distance", many, base),))


def _every(match: re.Match[str], _setting: Setting) -> Draft | None:
    said = groups(match)
    if "weekday" in said:
        return Draft("SET", (), f"XXXX-WXX-{weekday_number(said['weekday'])}")
    if "month" in said:
        return Draft("SET", (), f"XXXX-{month_number(said['month']):02d}")
    count = number(said["number"]) if "number" in said else 1
    return Draft("SET", (), _period(2 if "other" in said else count, unit(said["unit"])))


def _recurring(match: re.Match[str], _setting: Setting) -> Draft | None:
    return Draft("SET", (), WORDS["recurring"][match["recurring"].casefold()])


BUILDERS: Mapping[str, Build] = {
    "ago": _ago,
    "duration": _duration,
    "every": _every,
    "from_event": _from_event,
    "half_unit": _half_unit,
    "in_units": _in_units,
    "many": _many,
    "past_span": _past_span,
    "recent": _recent,
    "recurring": _recurring,
    "reference": _reference,
    "report_period": _report_period,
}
"""The builders by the names that ``time_forms.yaml`` gives them."""
