"""With whom a meeting was that the words beside a statement name."""

from __future__ import annotations

import pytest

from rapporteur.reading.claims import Form, Mention
from rapporteur.record.company import Company, company_in
from rapporteur.spans import Span

NAMES = ("Albania", "Greece", "Hoxhaj", "Vellis", "Berti")
SIDES = {"Hoxhaj": "Albania", "Vellis": "Greece", "Berti": "Italy", "Dragas": "Greece"}


def company(text: str) -> Company | None:
    mentions = [Mention(Span(at, at + len(name)), name, Form.NAME) for name in NAMES if (at := text.find(name)) >= 0]
    return company_in(text, [Span(0, len(text))], sorted(mentions), frozenset({"Hoxhaj", "Albania"}))


@pytest.mark.parametrize(
    ("text", "actors", "is_open"),
    [
        ("Hoxhaj said after talks with Vellis.", {"Vellis"}, False),
        ("After a meeting with Vellis Hoxhaj said.", {"Vellis"}, False),
        ("Hoxhaj said after her meeting in the harbour with dockers.", set(), False),
        ("Hoxhaj said after a meeting with dockers in Greece.", set(), False),
        ("Hoxhaj said after a meeting with dockers from Greece.", {"Greece"}, False),
        ("Hoxhaj said after a meeting with dockers of Albania.", set(), False),
        ("Hoxhaj said after a meeting with dockers, Vellis by her side.", set(), False),
        ("Hoxhaj said after talks with her counterpart.", set(), True),
        ("Hoxhaj said after talks with him on Monday.", set(), True),
    ],
)
def test_the_words_behind_with(text: str, actors: set[str], is_open: bool) -> None:
    assert company(text) == Company(frozenset(actors), is_open)


@pytest.mark.parametrize("text", ["Hoxhaj said after the talks.", "Hoxhaj spoke with Vellis.", "", "With the talks"])
def test_nobody_is_named(text: str) -> None:
    assert company(text) is None


@pytest.mark.parametrize(
    ("actors", "people", "was_there"),
    [
        ({"Vellis"}, {"Hoxhaj", "Vellis"}, True),
        ({"Greece"}, {"Hoxhaj", "Vellis"}, True),
        ({"Berti"}, {"Hoxhaj", "Vellis"}, False),
        ({"Dragas"}, {"Hoxhaj", "Vellis"}, False),  # of the same side, but another is named for it
        ({"Dragas"}, {"Hoxhaj"}, True),
        ({"Unknown"}, {"Hoxhaj"}, False),
    ],
)
def test_who_was_there(actors: set[str], people: set[str], was_there: bool) -> None:
    found = Company(frozenset(actors), is_open=False)
    assert found.was_at(frozenset(people), frozenset({"Albania", "Greece"}), SIDES) is was_there
