"""The world's cities, and counties: ``cities.db``, which ``scripts/gazetteer`` writes.

The table is looked up on disk, so that 170,000 places cost neither time at the start nor memory.
"""

from __future__ import annotations

import os
import sqlite3
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from rapporteur.errors import ModelError
from rapporteur.reference.forms import fold

FILE = Path(__file__).with_name("cities.db")
LARGE = 100_000
"""From this many inhabitants on, a city is known by its English names in other spellings too."""


_DEGREES = "lat / 1000.0, lon / 1000.0"


@dataclass(frozen=True, slots=True)
class City:
    """A city, or a county.

    ``country`` is ISO 3166 alpha-2, ``division`` the first-level one as ``US.TX``; ``people`` are its inhabitants;
    ``is_own`` where the name asked for is its name, not another spelling.
    """

    name: str
    country: str
    division: str
    lat: float
    lon: float
    people: int
    is_county: bool
    is_own: bool


@lru_cache(maxsize=65536)
def called(form: str) -> tuple[City, ...]:
    """The cities and counties called ``form``, without regard to case and accents, the largest first.

    Those with the name as one of their other spellings are given where it is nobody's own.

    Raises:
        ModelError: the table is missing or damaged.
    """
    found = _select(f"name, country, division, {_DEGREES}, people, county, other FROM city WHERE key = ?", fold(form))
    own = [row for row in found if not row[-1]] or found
    own.sort(key=lambda row: -row[5])
    return tuple(
        City(name, country, division, lat, lon, people, is_county=bool(county), is_own=not other)
        for name, country, division, lat, lon, people, county, other in own
    )


@cache
def middles() -> dict[str, tuple[float, float, int]]:
    """By division, the mean of its cities' latitudes and longitudes, and how many people live in them."""
    return {code: (lat, lon, people) for code, lat, lon, people in _select(f"code, {_DEGREES}, people FROM division")}


def names_from(people: int) -> list[tuple[str, str]]:
    """The names and countries of the cities of ``people`` inhabitants and more, the largest last."""
    return _select("name, country FROM city WHERE people >= ? AND NOT other AND NOT county ORDER BY people, id", people)


def _select(what: str, *given: object) -> list[tuple]:  # type: ignore[type-arg]
    try:
        return _connection(os.getpid()).execute(f"SELECT {what}", given).fetchall()
    except sqlite3.DatabaseError as error:
        raise ModelError(
            f"The table of cities {FILE} cannot be read ({error}).", hint="Install rapporteur again."
        ) from error


@cache
def _connection(_process: int) -> sqlite3.Connection:
    """The connection of one process: SQLite's must not be taken through a fork."""
    return sqlite3.connect(f"{FILE.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
