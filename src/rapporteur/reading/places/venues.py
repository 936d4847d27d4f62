"""Houses: known ones by name, others by the noun in their name, and the cities in which they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from rapporteur.reading.claims import Place
from rapporteur.reading.places.gazetteer import CITY, LARGE, Site, gazetteer
from rapporteur.reference import load

SITE = "site"
"""The kind of a place that is less than a city."""


@dataclass(frozen=True, slots=True)
class Venue:
    """A house, and the city in which it is known to stand."""

    name: str
    place: Place | None = None


@cache
def known() -> Mapping[str, Venue]:
    """Return the venues known by name, by each of their forms in lower case."""
    found = {}
    for entry in load("venues")["named"]:
        venue = Venue(entry["name"], Place(entry["city"], entry["country"]))
        for form in (entry["name"], *entry.get("names", ())):
            found[_key(form)] = venue
    return _airports() | found


def _airports() -> dict[str, Venue]:
    found: dict[str, Venue] = {}
    for entry in load("airports")["airports"]:
        place, name = Place(entry["city"], entry["country"]), entry["name"]
        forms = {name, f"{name} airport", f"{name} international airport"}
        if not entry.get("alone"):
            forms.discard(name)
        found |= {_key(form): Venue(f"{name} Airport", place) for form in forms}
    return found


def _key(form: str) -> str:
    return form.lower().replace("’", "'")


def is_house(name: str) -> bool:
    """Whether a noun in `name` says that it is a house: "Manila Cathedral"."""
    return not frozenset(load("venues")["heads"]).isdisjoint(name.split())


def is_street(name: str) -> bool:
    """Whether a noun in `name` says that it is a street or a square: "Third Street"."""
    return not frozenset(load("venues")["streets"]).isdisjoint(name.split())


def known_house_sites(name: str) -> tuple[Site, ...]:
    """Where the house known as `name` stands."""
    venue = known().get(_key(name))
    if not venue or not venue.place:
        return ()
    sites, country = gazetteer().sites(venue.place.name), venue.place.country
    return tuple(replace(site, kind=SITE) for site in sites if site.kind == CITY and site.country == country)


def house_sites(name: str) -> tuple[Site, ...]:
    """Where a house can stand: the city known for it, or the large cities that its name can tell."""
    told = _told_by(name) if is_house(name) else []
    return known_house_sites(name) or tuple(replace(site, kind=SITE) for site in told)


def _told_by(name: str) -> list[Site]:
    """The large cities whose name is a part of `name`; the longest part that is one."""
    words = name.split()
    for length in range(min(3, len(words) - 1), 0, -1):
        for at in range(len(words) - length + 1):
            part = " ".join(words[at : at + length])
            found = [site for site in gazetteer().sites(part) if site.kind == CITY and site.weight >= LARGE]
            if found and not is_house(part):
                return found
    return []
