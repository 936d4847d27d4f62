from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from rapporteur.config import Config, OwnPlace
from rapporteur.language.parse import Name, NameKind, Parse, Token
from rapporteur.reading.claims import Place, PlaceMention
from rapporteur.reading.places.spots import DEMONYM, PART_OF_NAME
from rapporteur.reading.places.toponyms import city_of, find_places
from rapporteur.spans import Span

CASES: list[dict[str, str]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "places.yaml").read_text(encoding="utf-8")
)
KINDS = {
    "": NameKind.PLACE,
    "=": NameKind.STATE,
    "~": NameKind.DEMONYM,
    "!": NameKind.PERSON,
    "#": NameKind.ORGANISATION,
}
MARKED = re.compile(r"\[([^\]=~!#]+)([=~!#]?)([\w|]*)\]")


def parsed(marked: str) -> Parse:
    """The parse of a text whose names are marked as ``cases/places.yaml`` says."""
    text, names, at = "", [], 0
    for mark in MARKED.finditer(marked):
        text += marked[at : mark.start()]
        names.append(Name(Span(len(text), len(text) + len(mark[1])), KINDS[mark[2]], mark[3] or None))
        text += mark[1]
        at = mark.end()
    text += marked[at:]
    tokens = tuple(Token(m.start(), m.end()) for m in re.finditer(r"\w[\w'’-]*|\S", text))
    paragraphs = tuple(Span(*m.span()) for m in re.finditer(r"[^\n]+", text))
    return Parse(text, paragraphs, paragraphs, tokens, tuple(names))


def places(marked: str, config: Config | None = None) -> tuple[PlaceMention, ...]:
    parse = parsed(marked)
    return find_places(parse.text, parse, config or Config())


def one(marked: str, words: str, config: Config | None = None) -> PlaceMention | None:
    text = parsed(marked).text
    found = [place for place in places(marked, config) if place.span.of(text) == words]
    assert len(found) < 2
    return found[0] if found else None


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_a_place_is_found_where_it_lies(case: dict[str, str]) -> None:
    found = one(case["text"], case["place"])
    if case["country"] == "nothing":
        assert found is None
        return
    assert found is not None
    if case["country"] == "unknown":
        assert (found.country, found.lat, found.lon) == (None, None, None)
        return
    lat, lon = map(float, case["at"].split())
    assert found.country == (None if case["country"] == "none" else case["country"])
    assert found.lat == pytest.approx(lat, abs=1.0)
    assert found.lon == pytest.approx(lon, abs=1.0)


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 40


def test_a_place_said_once_with_its_country_is_the_same_one_elsewhere() -> None:
    found = places("Shells hit [Tripoli], [Lebanon=LBN].\nIn [Tripoli] schools closed.")
    assert [place.country for place in found] == ["LB", "LB", "LB"]


def test_the_name_is_the_articles_own() -> None:
    assert [place.name for place in places("They met in [Kiev] and in [GENEVA].")] == ["Kiev", "Geneva"]


def test_a_demonym_and_a_part_of_a_name_are_no_scene_of_anything() -> None:
    found = places("The [Peruvian~PER] envoy saw the [Lima Peace Institute#] in [Lima].")
    assert [place.kind for place in found] == [DEMONYM, PART_OF_NAME, "city"]
    assert [city_of(place) is None for place in found] == [True, True, False]


def test_a_city_is_a_place_for_a_meeting() -> None:
    (found,) = places("They met in [Lima].")
    assert city_of(found) == Place("Lima", "PE", found.lat, found.lon)


def test_the_analysts_own_places_go_first() -> None:
    own = OwnPlace(name="Halfway House", country="CH", lat=46.5, lon=7.5, aliases=("the Halfway",))
    config = Config(places=(own,))
    found = one("They met at [Halfway House].", "Halfway House", config)
    assert found is not None
    assert (found.country, found.lat, found.lon) == ("CH", 46.5, 7.5)


def test_mentions_are_in_order_and_apart() -> None:
    found = places("From [Peru=PER] and [Lima] to [San Salvador], [El Salvador=SLV], in [Paris], Texas, and London.")
    spans = [place.span for place in found]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_the_same_text_gives_the_same_places() -> None:
    marked = "The [Congolese~COD|COG] team flew from [Goma] to [Paris] and [Geneva]."
    assert places(marked) == places(marked)
