from __future__ import annotations

import pytest

from rapporteur.config import Config, OwnPlace
from rapporteur.reading.places.gazetteer import COUNTRY, REGION, country_site, gazetteer, own_sites, shortened
from rapporteur.reference import load
from rapporteur.reference.states import states


def test_names_are_found_without_regard_to_accents_and_case() -> None:
    assert {site.country for site in gazetteer().sites("reykjavik")} == {"IS"}
    assert gazetteer().sites("SAO PAULO")[0].country == "BR"
    assert gazetteer().sites("no such town at all") == ()


def test_what_is_listed_goes_before_cities() -> None:
    assert gazetteer().sites("Crimea")[0].kind == "disputed"
    assert gazetteer().sites("Crimea")[0].goes_first


def test_a_division_lies_among_its_cities() -> None:
    site = next(site for site in gazetteer().sites("Bavaria") if site.kind in (REGION, "region"))
    assert site.country == "DE"
    assert site.lat == pytest.approx(49, abs=1)


@pytest.mark.parametrize(
    ("words", "region"), [("Ky.", "US.KY"), ("B.C.", "CA.02"), ("TX", "US.TX"), ("N. Y.", "US.NY")]
)
def test_datelines_shorten_divisions(words: str, region: str) -> None:
    site = shortened(words)
    assert site is not None
    assert site.region == region


def test_what_is_no_abbreviation_is_no_division() -> None:
    assert shortened("Xy.") is None


def test_every_state_lies_somewhere() -> None:
    lost = [key for key, state in states().items() if state.iso2 and country_site(key) is None]
    assert lost == []
    peru = country_site("PER")
    assert peru is not None
    assert (peru.kind, peru.country) == (COUNTRY, "PE")


def test_a_state_that_has_ended_lies_where_its_successor_does() -> None:
    east, whole = country_site("DDR"), country_site("DEU")
    assert east is not None
    assert whole is not None
    assert (east.name, east.lat, east.country) == ("East Germany", whole.lat, "DE")


def test_the_list_of_places_is_sound() -> None:
    names: set[str] = set()
    for entry in load("places")["places"]:
        assert -90 <= entry["lat"] <= 90
        assert -180 <= entry["lon"] <= 180
        assert not names & {entry["name"], *entry.get("aliases", ())}, entry["name"]
        names |= {entry["name"], *entry.get("aliases", ())}


def test_divisions_that_are_given_a_middle_exist() -> None:
    for country, codes in load("places")["middles"].items():
        assert set(codes) <= set(load("regions")[country])
    for country, short in load("places")["abbreviations"].items():
        assert set(short.values()) <= set(load("regions")[country])


def test_own_places_are_found_by_every_spelling() -> None:
    own = own_sites(Config(places=(OwnPlace(name="Halfway House", country="CH", aliases=("The Halfway",)),)))
    assert set(own) == {"halfway house", "the halfway"}
