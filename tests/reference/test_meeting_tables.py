from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rapporteur.reading.places.venues import known_house_sites
from rapporteur.reference import load
from rapporteur.reference.states import states


def _lists(value: Any, path: str = "") -> Iterator[tuple[str, list[Any]]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _lists(inner, f"{path}/{key}")
    elif isinstance(value, list):
        yield path, value


def test_every_cue_is_a_string_given_once_and_in_lower_case() -> None:
    for path, items in _lists(load("meetings")):
        words = [item["verb"] if isinstance(item, dict) else item for item in items]
        assert all(isinstance(word, str) and word for word in words), path  # YAML reads a bare no as false
        assert len(set(words)) == len(words), path
        assert path == "/led_by_government" or all(word == word.lower() for word in words), path


def test_leaders_are_those_of_states() -> None:
    assert set(load("meetings")["led_by_government"]) <= set(states())


def test_a_name_means_one_series_and_parties_are_states() -> None:
    series = load("formats")
    names = [name for entry in series for name in (entry["name"], *entry.get("names", ()))]
    assert len(set(names)) == len(names)
    for entry in series:
        assert set(entry.get("parties", ())) <= set(states()), entry["name"]
        assert bool(entry.get("shared")) >= bool(entry.get("parties")), entry["name"]
    assert [entry["name"].casefold() for entry in series] == sorted(entry["name"].casefold() for entry in series)


def test_every_airport_serves_a_city_that_is_known() -> None:
    airports = load("airports")["airports"]
    names = [entry["name"] for entry in airports]
    assert len(set(names)) == len(names)
    assert [entry["name"] for entry in airports if not known_house_sites(f"{entry['name']} Airport")] == []
    assert known_house_sites("Vnukovo")
    assert not known_house_sites("Charles de Gaulle")


def test_a_form_means_one_venue_in_a_city() -> None:
    named = load("venues")["named"]
    forms = [form.lower() for entry in named for form in (entry["name"], *entry.get("names", ()))]
    assert len(set(forms)) == len(forms)
    countries = {state.iso2 for state in states().values()}
    assert all(entry["city"] and entry["country"] in countries for entry in named)
    assert all(head[0].isupper() for head in load("venues")["heads"])
