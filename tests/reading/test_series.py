from __future__ import annotations

import pytest

from rapporteur.config import Config, OwnFormat
from rapporteur.reading.meetings.series import known, named_series, ordinals, round_of


@pytest.mark.parametrize(
    ("text", "states", "name"),
    [
        ("the ninth round of the Minsk process", (), "Minsk format"),
        ("a Contadora Group meeting", (), "Contadora Group"),
        ("the Six-Party Talks", (), "Six-Party Talks"),
        ("talks between the P5+1 and Iran", ("IRN",), "P5+1"),
        ("Oslo talks", ("ISR", "PSE"), "Oslo channel"),
        ("Oslo talks", ("FIN", "SWE"), None),
        ("the Tampere format", (), "Tampere format"),
        ("within the Lake Ohrid process", (), "Lake Ohrid process"),
        ("the peace process", (), None),
        ("a group of envoys", (), None),
        ("the Quad Cities", (), None),
    ],
)
def test_series_by_their_names_and_by_their_shape(text: str, states: tuple[str, ...], name: str | None) -> None:
    assert named_series(text, states, Config()) == name


def test_the_analysts_own_series_go_first() -> None:
    config = Config(formats=(OwnFormat(name="Harbour Four", aliases=("Minsk process",)),))
    assert named_series("the Minsk process", (), config) == "Harbour Four"


def test_rounds_are_counted_only_where_rounds_are_meant() -> None:
    assert round_of(["second", "round"], rounds=True) == 2
    assert round_of(["first"], rounds=False) is None
    assert round_of(["new", "round"], rounds=True) is None


def test_ordinals_in_words_and_figures() -> None:
    assert (ordinals()["third"], ordinals()["21st"], ordinals()["42nd"], ordinals()["63rd"]) == (3, 21, 42, 63)


def test_series_of_many_eras_are_known() -> None:
    assert len(known()) >= 60
