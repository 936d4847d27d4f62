"""The table of organisations, and its lexicon."""

from __future__ import annotations

from collections import Counter

import pytest

from rapporteur.reference import load
from rapporteur.reference.organisations import Organisation, extended, lexicon, lexicon_of, organisations
from rapporteur.reference.states import lexicon as state_lexicon
from rapporteur.reference.states import states

INTERGOVERNMENTAL = {
    "alliance", "bloc", "council_body", "court", "eu_body", "finance", "global", "mission", "regional",
    "un_agency", "un_body", "union",
}  # fmt: skip
PRESS = {"broadcaster", "magazine", "news_agency", "news_site", "newspaper"}
OTHER = {"armed", "humanitarian", "mediation", "movement"}

# Abbreviations of two organisations; the words around tell which.
AMBIGUOUS = {"AA", "ADF", "AUC", "CNA", "CPC", "NRC", "SLA"}
# Abbreviations that are a state's as well: the energy agency, and the Islamic Emirate of Afghanistan.
SHARED_WITH_STATES = {"IEA"}


def test_entries_are_sorted_and_their_keys_unique() -> None:
    keys = [entry["key"] for entry in load("organisations")]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize(("subkinds", "least"), [(INTERGOVERNMENTAL, 120), (PRESS, 60), ({"armed", "movement"}, 60)])
def test_there_are_enough(subkinds: set[str], least: int) -> None:
    assert sum(item.subkind in subkinds for item in organisations().values()) >= least


def test_kinds_go_with_subkinds() -> None:
    kinds = {(item.kind, item.subkind) for item in organisations().values()}
    assert {kind for kind, _ in kinds} == {"organisation", "armed_group", "body"}
    assert {subkind for _, subkind in kinds} == INTERGOVERNMENTAL | PRESS | OTHER
    assert max(Counter(subkind for _, subkind in kinds).values()) == 1, "a subkind belongs to one kind"


def test_keys_named_elsewhere_exist() -> None:
    for item in organisations().values():
        assert item.state is None or item.state in states(), item.key
        assert item.parent is None or item.parent in organisations(), item.key


def test_the_press_has_a_state_and_a_seat() -> None:
    bare = {item.key for item in organisations().values() if item.subkind in PRESS and not (item.seat and item.state)}
    assert bare == {"amwaj"}


def test_only_known_forms_are_shared() -> None:
    assert {form for form, keys in lexicon().items() if len(keys) > 1} == AMBIGUOUS
    assert set(lexicon()) & set(state_lexicon()) == SHARED_WITH_STATES


@pytest.mark.parametrize(
    ("form", "key"),
    [
        ("OAS", "organization-of-american-states"),
        ("Farc", "revolutionary-armed-forces-of-colombia"),
        ("Polisario", "polisario-front"),
        ("Contadora Group", "contadora-group"),
        ("Xinhua", "xinhua"),
        ("Red Cross", "international-committee-of-the-red-cross"),
    ],
)
def test_lexicon(form: str, key: str) -> None:
    assert lexicon()[form] == (key,)


def test_a_project_adds_its_own() -> None:
    wider = extended(
        organisations(),
        [
            {"key": "zenda-front", "name": "Zenda Front", "kind": "armed_group", "subkind": "armed"},
            {"key": "arab-league", "names": ["Ligue arabe"]},
        ],
    )
    assert lexicon_of(wider)["Zenda Front"] == ("zenda-front",)
    assert lexicon_of(wider)["Ligue arabe"] == ("arab-league",)
    assert isinstance(wider["zenda-front"], Organisation)
    assert "Ligue arabe" not in lexicon()
