from __future__ import annotations

from pathlib import Path

import pytest

from rapporteur.errors import ModelError
from rapporteur.reference import cities


@pytest.fixture
def _no_memory() -> None:
    cities.called.cache_clear()
    cities._connection.cache_clear()


def test_namesakes_stand_in_order_of_size() -> None:
    found = cities.called("London")
    assert [city.country for city in found][:2] == ["GB", "CA"]
    assert [city.people for city in found] == sorted((city.people for city in found), reverse=True)


def test_case_and_accents_do_not_matter() -> None:
    assert cities.called("REYKJAVIK") == cities.called("Reykjavík")


def test_a_large_city_is_known_by_its_other_names_where_nobody_owns_them() -> None:
    (kyiv,) = cities.called("Kiev")
    assert (kyiv.name, kyiv.is_own) == ("Kyiv", False)
    assert all(city.is_own for city in cities.called("Paris"))


def test_a_county_counts_the_people_of_the_cities_near_its_middle() -> None:
    largest = cities.called("Orange County")[0]
    assert (largest.division, largest.is_county) == ("US.CA", True)
    assert largest.people > 1_000_000


@pytest.mark.parametrize(
    ("name", "division"), [("Hampshire", "GB.ENG"), ("County Cork", "IE.M"), ("Miami-Dade County", "US.FL")]
)
def test_counties(name: str, division: str) -> None:
    assert cities.called(name)[0].division == division


def test_what_is_no_city_is_nowhere() -> None:
    assert cities.called("no such town at all") == ()


def test_a_division_lies_among_its_cities() -> None:
    lat, lon, people = cities.middles()["DE.02"]
    assert lat == pytest.approx(49, abs=1)
    assert lon == pytest.approx(11.5, abs=1)
    assert people > 5_000_000


def test_every_place_is_on_the_globe() -> None:
    wrong = "name FROM city WHERE abs(lat) > 90000 OR abs(lon) > 180000 OR people < 1 OR key = ''"
    assert cities._select(wrong) == []


@pytest.mark.usefixtures("_no_memory")
@pytest.mark.parametrize("content", [None, b"no table at all, but long enough to be read as one" * 40])
def test_a_table_that_cannot_be_read_is_one_clear_error(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "cities.db"
    if content:
        path.write_bytes(content)
    monkeypatch.setattr(cities, "FILE", path)
    with pytest.raises(ModelError, match="table of cities"):
        cities.called("Lima")
    cities._connection.cache_clear()
