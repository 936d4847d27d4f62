"""Who held which high office when, since 1975: the tables of ``office_holders/``, a weak witness beside the articles.

A row is written from general knowledge, with a confidence that says how exact its days are; what the articles tell goes
before it.  Days left vague mean the longest term that they allow.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from rapidfuzz import fuzz

from rapporteur.reference import load
from rapporteur.reference.forms import fold

FOLDER = "office_holders"
ROLES: Mapping[str, str] = MappingProxyType(
    {
        "president": "head of state",
        "monarch": "head of state",
        "prime minister": "head of government",
        "foreign minister": "foreign minister",
        "defence minister": "defence minister",
        "party leader": "party leader",
        "head of organisation": "head of organisation",
    }
)
"""The offices of these tables by the roles of the record.  Chiefs of intelligence are left out: states have several."""
_LIKE = 85.0
"""Of 100: how like two spellings of a name are, where state and office are the same."""


class Confidence(StrEnum):
    """How exact the days of a row are."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def slack(self) -> dt.timedelta:
        """By how much a day may be off.

        Of 1,317 visits of heads of state and government in a published list, from which no row was made, 1,314 lie
        within the terms of the rows that they meet, and no fewer without any slack for those of high confidence; a week
        is left for days of oath and of appointment.
        """
        return dt.timedelta({"high": 7, "medium": 366, "low": 732}[self.value])


@dataclass(frozen=True, slots=True)
class Term:
    """A term of office; ``first`` is the earliest day that it may have begun, ``last`` the latest it may have ended.

    ``last`` is ``None`` for who is still in office at the end of the table.
    """

    name: str
    party: str
    office: str
    first: dt.date
    last: dt.date | None
    confidence: Confidence


def terms(name: str, party: str | None, role: str) -> tuple[Term, ...]:
    """The terms of the person called `name` in a role of the record, for the state or body with the key `party`.

    Spellings need not agree to the letter: "Sergey Lavrov" is "Sergei Lavrov".  Where the party is not known, the name
    has to belong to one state or body alone.  No terms where nobody is alike.
    """
    wanted, office = fold(name), ROLES.get(role, "")
    if party:
        return _alike(wanted, _terms().get((party, office), ()))
    found = {key: alike for key, held in _terms().items() if key[1] == office and (alike := _alike(wanted, held))}
    return next(iter(found.values())) if len(found) == 1 and " " in wanted else ()


def _alike(wanted: str, held: Iterable[Term]) -> tuple[Term, ...]:
    return tuple(term for term in held if fuzz.token_sort_ratio(wanted, fold(term.name)) >= _LIKE)


@cache
def _terms() -> Mapping[tuple[str, str], tuple[Term, ...]]:
    found = {}
    for path in sorted(files(__package__).joinpath(FOLDER).iterdir(), key=lambda path: path.name):
        if path.name.endswith(".yaml"):
            for party, offices in load(f"{FOLDER}/{path.name.removesuffix('.yaml')}").items():
                for office, rows in offices.items():
                    found[party, office] = tuple(_term(party, office, row) for row in rows)
    return MappingProxyType(found)


def _term(party: str, office: str, row: str) -> Term:
    """A row as it is written: ``name, first day, last day, confidence``."""
    name, first, last, confidence = (part.strip() for part in row.split(","))
    return Term(name, party, office, _bound(first, last=False), _bound(last) if last else None, Confidence(confidence))


def _bound(day: str, *, last: bool = True) -> dt.date:
    """The first or last day of a year, a month or a day as ISO 8601 writes them."""
    year, month, number = (*map(int, day.split("-")), 0, 0)[:3]
    month = month or (12 if last else 1)
    return dt.date(year, month, number or (calendar.monthrange(year, month)[1] if last else 1))
