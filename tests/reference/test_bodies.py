"""Named bodies, and generic ones beside their state."""

from __future__ import annotations

import pytest

from rapporteur.reference import load
from rapporteur.reference.bodies import bodies, extended, generic, lexicon, lexicon_of, organ_of
from rapporteur.reference.forms import fold
from rapporteur.reference.organisations import lexicon as organisation_lexicon
from rapporteur.reference.states import lexicon as state_lexicon
from rapporteur.reference.states import states

ORGANS = {
    "central_bank", "defence_ministry", "foreign_ministry", "government", "intelligence", "military", "other",
    "parliament", "presidency",
}  # fmt: skip

# Forms that are a state's as well: Indonesia's parliament, and the self-proclaimed republic in Donetsk.
SHARED = {"DPR"}


def test_entries_are_sorted_and_their_keys_unique() -> None:
    keys = [entry["key"] for entry in load("bodies")["named"]]
    assert keys == sorted(set(keys))
    assert len(keys) >= 100


def test_states_and_organs_exist() -> None:
    assert {body.organ for body in bodies().values()} == set(generic().values()) == ORGANS
    assert {body.state for body in bodies().values()} <= set(states())


def test_a_form_stands_for_one_body() -> None:
    assert not {form for form, keys in lexicon().items() if len(keys) > 1}
    assert set(lexicon()) & (set(state_lexicon()) | set(organisation_lexicon())) == SHARED


def test_generic_phrases_are_sorted_and_name_one_organ() -> None:
    groups = load("bodies")["generic"]
    assert all(group["phrases"] == sorted(group["phrases"], key=str.lower) for group in groups)
    phrases = [fold(phrase) for group in groups for phrase in group["phrases"]]
    assert len(phrases) == len(set(phrases))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turkish defence ministry", ("TUR", "defence_ministry")),
        ("the Peruvian Defense Ministry", ("PER", "defence_ministry")),
        ("the Ministry of Foreign Affairs of Chile", ("CHL", "foreign_ministry")),
        ("Ministry of Defence of the Netherlands", ("NLD", "defence_ministry")),
        ("Norway's Foreign Ministry", ("NOR", "foreign_ministry")),
        ("Laos’ foreign ministry", ("LAO", "foreign_ministry")),
        ("US intelligence agencies", ("USA", "intelligence")),
        ("South Korean presidential office", ("KOR", "presidency")),
        ("Ghanaian parliament", ("GHA", "parliament")),
        ("Central Bank of Kenya", ("KEN", "central_bank")),
        ("East German Council of Ministers", ("DDR", "government")),
        ("the foreign ministry", None),
        ("Congolese army", None),
        ("Turkish delight", None),
        ("army", None),
        ("", None),
    ],
)
def test_organ_of(text: str, expected: tuple[str, str] | None) -> None:
    assert organ_of(text) == expected


@pytest.mark.parametrize(
    ("form", "state", "organ"),
    [
        ("Kremlin", "RUS", "presidency"),
        ("Downing Street", "GBR", "government"),
        ("Quai d'Orsay", "FRA", "foreign_ministry"),
        ("Pentagon", "USA", "defence_ministry"),
        ("Knesset", "ISR", "parliament"),
        ("Itamaraty", "BRA", "foreign_ministry"),
    ],
)
def test_lexicon(form: str, state: str, organ: str) -> None:
    (key,) = lexicon()[form]
    assert (bodies()[key].state, bodies()[key].organ) == (state, organ)


def test_a_project_adds_its_own() -> None:
    wider = extended(bodies(), [{"key": "hall", "name": "Red Hall", "state": "BTN", "organ": "government"}])
    assert lexicon_of(wider)["Red Hall"] == ("hall",)
    assert "Red Hall" not in lexicon()
