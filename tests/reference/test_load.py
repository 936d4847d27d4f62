"""Tables are read once, and folded forms are stable."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.reference import load
from rapporteur.reference.forms import fold


def test_a_table_is_parsed_once() -> None:
    assert load("states") is load("states")


def test_an_unknown_table_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        load("planets")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Secretary-General", "secretary general"),
        ("  Côte d’Ivoire ", "cote d'ivoire"),
        ("TÜRKİYE", "turkiye"),
        ("N'Djamena", "n'djamena"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
