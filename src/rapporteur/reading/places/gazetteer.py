"""Where names lie: states, their divisions, cities, and the places of ``reference/places.yaml``, by folded name."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from rapporteur.config import Config
from rapporteur.reference import cities, load
from rapporteur.reference.forms import fold
from rapporteur.reference.states import State, states

COUNTRY, REGION, COUNTY, CITY = "country", "region", "county", "city"
_WEIGHT_OF_STATE, _WEIGHT_OF_LISTED = 8.0, 7.0
LARGE = 5.3
"""The weight (200,000 people) from which a place needs no support from the article."""
_SPREAD = 0.4
"""Degrees by which two tables may place one city apart."""
_WEIGHT_OF_CAPITAL = 1.0
"""What a capital weighs beyond its inhabitants, for the press speaks of it more than of another city of its size."""


@dataclass(frozen=True, slots=True)
class Site:
    """One place that a name can mean.

    ``country`` is ISO 3166 alpha-2, ``region`` a first-level division as ``US.TX``; ``weight`` is the decimal logarithm
    of its inhabitants, or what stands for it in places that have none.
    """

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    kind: str
    weight: float
    region: str | None = None

    @property
    def goes_first(self) -> bool:
        """Whether no context makes the name mean another place: seas, regions, disputed places of ``places.yaml``."""
        return self.weight == _WEIGHT_OF_LISTED and (self.kind != CITY or self.country is None)


class Gazetteer:
    """The sites by folded name."""

    def __init__(self) -> None:
        self._listed: dict[str, list[Site]] = {}
        self._regions: dict[str, list[Site]] = {}
        self.divisions: dict[str, Site] = {}
        self._add_regions()
        for entry in load("places")["places"]:
            names = (entry["name"], *entry.get("aliases", ()))
            where = (entry.get("country"), entry["lat"], entry["lon"])
            region = _region(names, *where) if entry["kind"] == CITY else None
            _enter(self._listed, Site(entry["name"], *where, entry["kind"], _WEIGHT_OF_LISTED, region), names)

    def _add_regions(self) -> None:
        large, among_cities = load("places")["middles"], cities.middles()
        for country, names in load("regions").items():
            for code, name in names.items():
                division, middle = f"{country}.{code}", large.get(country, {}).get(code)
                lat, lon, people = among_cities.get(division, (None, None, 10))
                if middle:
                    lat, lon = middle["lat"], middle["lon"]
                if lat is None or lon is None:
                    continue
                weight = math.log10(max(people, 10)) - 0.5
                site = Site(name, country, round(lat, 3), round(lon, 3), REGION, weight, division)
                _enter(self._regions, site, (name,))
                self.divisions[division] = site

    def sites(self, name: str) -> tuple[Site, ...]:
        """Every site that `name` can mean: those of ``places.yaml``, then cities and divisions, then by other names."""
        key = fold(name)
        listed, regions = self._listed.get(key, []), self._regions.get(key, [])
        named = [_site(city) for city in cities.called(name) if city.is_own or not (listed or regions)]
        return (*listed, *named, *regions)


def _region(names: Iterable[str], country: str | None, lat: float, lon: float) -> str | None:
    """The division of a listed city, as the table of cities has it under one of its names."""
    same = (city for name in names for city in cities.called(name) if city.country == country)
    return next((c.division for c in same if abs(c.lat - lat) < _SPREAD and abs(c.lon - lon) < _SPREAD), None)


def _site(city: cities.City) -> Site:
    kind = COUNTY if city.is_county else CITY
    weight = math.log10(city.people) + (_WEIGHT_OF_CAPITAL if (city.country, fold(city.name)) in _capitals() else 0.0)
    return Site(city.name, city.country, city.lat, city.lon, kind, weight, city.division)


@cache
def _capitals() -> frozenset[tuple[str | None, str]]:
    return frozenset((state.iso2, fold(state.capital)) for state in states().values() if state.capital)


def _enter(index: dict[str, list[Site]], site: Site, names: Iterable[str]) -> None:
    for key in dict.fromkeys(fold(name) for name in names):
        index.setdefault(key, []).append(site)


@cache
def gazetteer() -> Gazetteer:
    """The one gazetteer of this process."""
    return Gazetteer()


@cache
def country_site(key: str) -> Site | None:
    """The site of the state with this key of the reference data; one that has ended lies where its successor does."""
    state = states().get(key)
    middle = _middle(state)
    return Site(state.name, *middle, COUNTRY, _WEIGHT_OF_STATE) if state and middle else None


def _middle(state: State | None) -> tuple[str, float, float] | None:
    """The code and middle of a state, or of the one that continued it."""
    while state is not None:
        middle = load("country_middles").get(state.iso2)
        if state.iso2 and middle:
            return state.iso2, middle["lat"], middle["lon"]
        state = states().get(state.successor) if state.successor else None
    return None


@cache
def _abbreviations() -> Mapping[str, str]:
    """First-level divisions by how a dateline may shorten them: "Ky", "Calif", "BC"."""
    found: dict[str, str] = {}
    for country, short in load("places")["abbreviations"].items():
        for form, code in short.items():
            found[form] = found[form.replace(".", "")] = f"{country}.{code}"
    found.update({code: f"US.{code}" for code in load("regions")["US"]})
    return MappingProxyType(found)


def shortened(words: str) -> Site | None:
    """The division that an abbreviation stands for: "Ky.", "B. C."."""
    return gazetteer().divisions.get(_abbreviations().get(words.replace(" ", "").rstrip("."), ""))


def own_sites(config: Config) -> Mapping[str, Site]:
    """The analyst's own places by folded name."""
    return MappingProxyType(
        {
            fold(form): Site(place.name, place.country, place.lat, place.lon, CITY, _WEIGHT_OF_STATE)
            for place in config.places
            for form in (place.name, *place.aliases)
        }
    )
