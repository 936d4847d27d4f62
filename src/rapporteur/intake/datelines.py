"""The dateline that opens a dispatch: ``GENEVA, May 3 (Reuters) -``."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from rapporteur.intake.calendar_dates import month_number
from rapporteur.reference import load
from rapporteur.reference.states import states
from rapporteur.spans import Span

_UPPER = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĖĘĚĞĪĮİŁŃŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽ]"
_CITY = rf"{_UPPER}(?:{_UPPER}|['’.](?={_UPPER}))+\.?"
_PLACE = rf"{_CITY}(?:[ /–-](?:{_CITY}|of|the|es|al|el|ash|e)){{0,5}}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_REGION = rf"(?:,\s(?!{_MONTH}\s\d)(?:[A-Z][\w.’'-]+)(?:\s(?:[A-Z][\w.’'-]+|and|of)){{0,3}}?)?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,?\s)?"
    rf"(?:(?P<month>{_MONTH})\s(?P<day>{_DAY})|(?P<day2>{_DAY})\s(?P<month2>{_MONTH}))(?:,?\s(?P<year>\d{{4}}))?"
)
_AGENCY = r"(?:\((?P<agency>[^()\d]{2,40})\)|/(?P<agency2>[A-Z][\w -]{1,20})/)"
_DASH = r"(?:\s?[-–—―]{1,3}(?=[\s\w“\"])|\s?:(?=\s))"

_FULL = re.compile(
    rf"(?P<place>{_PLACE}){_REGION}"
    rf"(?:[,.]?\s{{1,3}}{_DATE}[,.]?)?(?:[,.]?\s{{1,3}}{_AGENCY})?\.?(?P<dash>{_DASH})?\s*"
)
_MIXED = re.compile(
    rf"(?P<place>[A-Z][\w’'-]+(?:[ /-][A-Z][\w’'-]+){{0,3}}){_REGION}"
    rf"(?:,?\s{{1,3}}{_DATE},?)?(?:,?\s{{1,3}}{_AGENCY})?(?P<dash>\s?[-–—―]{{1,3}}(?=[\s\w“\"]))\s*"
)
_BARE = re.compile(r"\(?(?P<agency>[A-Z][\w ]{1,24})\)\s?(?P<dash>[-–—―]{1,3})\s*")


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a dispatch was filed, and by which agency; the span runs to its first word of prose."""

    span: Span
    place: str | None = None
    agency: str | None = None
    month: int | None = None
    day: int | None = None
    year: int | None = None

    def fits(self, day: dt.date) -> bool:
        """Whether ``day`` is the dateline's day, as far as that is told."""
        return (self.month, self.day) == (day.month, day.day) and self.year in (None, day.year)


def opening_dateline(text: str, span: Span) -> Dateline | None:
    """The dateline with which ``span`` of ``text`` begins, if it does."""
    for pattern in (_FULL, _MIXED, _BARE):
        match = pattern.match(text, span.start, span.end)
        found = _dateline(match, sure=pattern is not _MIXED) if match and match["dash"] else None
        if found:
            return found
    match = _FULL.match(text, span.start, span.end)
    return _dateline(match, sure=False) if match else None


def glued_dateline(text: str, span: Span) -> Dateline | None:
    """The first dateline inside ``span`` that something else (a slug, a byline) was run into."""
    for match in _FULL.finditer(text, span.start, span.end):
        before = text[match.start() - 1 : match.start()]
        if match.start() > span.start and match["dash"] and (before.isspace() or before in ')]"”'):
            found = _dateline(match, sure=False)
            if found and (found.day or _is_filed(found)):
                return found
    return None


def _is_filed(dateline: Dateline) -> bool:
    """Whether place or agency is known: ``ROME (ANSA) -``, and no name with a word in brackets."""
    return (dateline.place or "").casefold() in _capitals() or dateline.agency in load("boilerplate")["agencies"]


def _dateline(match: re.Match[str], *, sure: bool) -> Dateline | None:
    """What ``match`` says; unless it is ``sure`` by its form, only with a day or an agency."""
    said = {name: value for name, value in match.groupdict().items() if value}
    month, day, agency = (said.get(name) or said.get(f"{name}2") for name in ("month", "day", "agency"))
    place = said.get("place")
    if said.get("dash", "").strip() == ":":  # a colon follows the names of speakers as well
        sure = place is not None and place.casefold() in _capitals()
    if not sure and not day and not agency:
        return None
    start = match.start()
    if place:
        shorter = _known_ending(place)
        start += len(place) - len(shorter)
        place = shorter
    return Dateline(
        Span(start, match.end()),
        place,
        agency,
        month_number(month) if month else None,
        int(re.sub(r"\D", "", day)) if day else None,
        int(said["year"]) if "year" in said else None,
    )


def _known_ending(place: str) -> str:
    """The capital with which a run of capitals ends ("FTA SEOUL": "SEOUL"), or all of it."""
    words = place.split(" ")
    for at in range(len(words)):
        if " ".join(words[at:]).casefold() in _capitals():
            return " ".join(words[at:])
    return place


@cache
def _capitals() -> frozenset[str]:
    names = (name for state in states().values() for name in (state.capital, *state.capital_names, *state.metonyms))
    return frozenset(name.casefold() for name in names if name)
