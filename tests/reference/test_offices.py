"""Roles, titles, levels, modifiers and honorifics."""

from __future__ import annotations

import pytest

from rapporteur.reference import load
from rapporteur.reference.forms import fold
from rapporteur.reference.offices import (
    extended,
    honorifics,
    level_of,
    modifiers,
    plurals,
    role_of,
    roles,
    titles,
    titles_of,
)
from rapporteur.reference.states import states

ROLES = {
    "president", "prime minister", "monarch", "foreign minister", "defence minister", "minister",
    "deputy minister", "intelligence chief", "envoy", "ambassador", "presidential aide", "spokesperson",
    "military commander", "legislator", "party leader", "head of organisation", "reporter", "expert", "other",
}  # fmt: skip
LEVELS = {
    "head_of_state", "head_of_government", "foreign_minister", "defence_minister", "intelligence_chief",
    "minister", "deputy_minister", "envoy", "delegation", None,
}  # fmt: skip

# "Leaders" meet as heads of state; a "leader" alone is first of all a party's or a group's.
IRREGULAR = {"leaders"}


def test_the_roles_are_those_of_the_record() -> None:
    assert set(roles()) == ROLES
    assert {role.level for role in roles().values()} == LEVELS


def test_tables_are_sorted() -> None:
    table = load("offices")
    for part in ("roles", "modifiers", "honorifics"):
        keys = [entry["key"] for entry in table[part]]
        assert keys == sorted(set(keys)), part
    exceptions = [(entry["title"], entry["role"]) for entry in table["titles_in"]]
    assert exceptions == sorted(set(exceptions))
    assert all(entry["states"] == sorted(set(entry["states"])) for entry in table["titles_in"])
    for role in table["roles"]:
        assert role["titles"] == sorted(role["titles"], key=str.lower), role["key"]
        assert role["plural"] == sorted(role["plural"], key=str.lower), role["key"]


@pytest.mark.parametrize("part", ["titles", "plural"])
def test_a_title_is_lower_case_and_one_role(part: str) -> None:
    forms = [form for role in roles().values() for form in getattr(role, part)]
    assert all(form == form.lower() for form in forms)
    assert len({fold(form) for form in forms}) == len(forms)


def test_exceptions_name_roles_levels_and_states_that_exist() -> None:
    for entry in [*load("offices")["titles_in"], *load("offices")["levels_in"]]:
        assert entry["role"] in ROLES
        assert entry["states"]
        assert set(entry["states"]) <= set(states())
        assert entry.get("level") in LEVELS


@pytest.mark.parametrize(
    ("title", "state", "role"),
    [
        ("Foreign Minister", None, "foreign minister"),
        ("secretary-general", None, "head of organisation"),
        ("Secretary General", None, "head of organisation"),
        ("chargé d'affaires", None, "ambassador"),
        ("Chancellor", "DEU", "prime minister"),
        ("chancellor", "AUT", "prime minister"),
        ("chancellor", "GBR", "minister"),
        ("secretary of state", "USA", "foreign minister"),
        ("secretary of state", "GBR", "minister"),
        ("secretary of state", "FRA", "deputy minister"),
        ("foreign secretary", "GBR", "foreign minister"),
        ("foreign secretary", "IND", "deputy minister"),
        ("taoiseach", "IRL", "prime minister"),
        ("deputy foreign minister", "VNM", "deputy minister"),
        ("spy chief", None, "intelligence chief"),
        ("national security advisor", "USA", "presidential aide"),
        ("first lady", None, "other"),
        ("vice-president", None, "minister"),
        ("lamplighter", None, None),
    ],
)
def test_role_of(title: str, state: str | None, role: str | None) -> None:
    assert role_of(title, state) == role


@pytest.mark.parametrize(
    ("role", "state", "level"),
    [
        ("president", "USA", "head_of_state"),
        ("prime minister", "JPN", "head_of_government"),
        ("party leader", "SUN", "head_of_state"),
        ("party leader", "NOR", None),
        ("reporter", None, None),
        ("ambassador", None, "envoy"),
    ],
)
def test_level_of(role: str, state: str | None, level: str | None) -> None:
    assert level_of(role, state) == level


def test_level_of_an_unknown_role_is_an_error() -> None:
    with pytest.raises(KeyError):
        level_of("lamplighter")


def test_plurals_have_the_role_of_their_singular() -> None:
    assert plurals()["foreign ministers"] == "foreign minister"
    assert plurals()["defence chiefs"] == "defence minister"
    regular = {
        form: role for form, role in plurals().items() if form.removesuffix("s") in titles() and form not in IRREGULAR
    }
    assert len(regular) > 100
    assert {form: titles()[form.removesuffix("s")] for form in regular} == regular


@pytest.mark.parametrize(
    ("form", "effect"),
    [
        ("former", "past"), ("ex", "past"), ("then", "past"), ("acting", "acting"), ("interim", "acting"),
        ("designate", "future"), ("elect", "future"), ("incoming", "future"), ("outgoing", "keeps"),
        ("deputy", "lowers"), ("first deputy", "lowers"), ("vice", "lowers"), ("assistant", "lowers"),
        ("special", "keeps"), ("senior", "keeps"),
    ],
)  # fmt: skip
def test_modifiers(form: str, effect: str) -> None:
    assert modifiers()[form].effect == effect


def test_modifiers_stand_somewhere() -> None:
    assert all(modifier.before or modifier.after for modifier in modifiers().values())
    forms = [fold(form) for entry in load("offices")["modifiers"] for form in entry["forms"]]
    assert len(forms) == len(set(forms))


@pytest.mark.parametrize(
    ("form", "part_of_name", "role"),
    [
        ("Mr", False, None),
        ("Dr.", False, None),
        ("Lt. Gen.", False, "military commander"),
        ("Sen.", False, "legislator"),
        ("Sir", False, None),
        ("King", True, "monarch"),
        ("Prince", True, None),
        ("Sheikh", True, None),
        ("Lord", True, None),
    ],
)
def test_honorifics(form: str, part_of_name: bool, role: str | None) -> None:
    assert (honorifics()[form].part_of_name, honorifics()[form].role) == (part_of_name, role)


def test_honorifics_are_each_one_and_their_roles_exist() -> None:
    forms = [form for entry in load("offices")["honorifics"] for form in entry["forms"]]
    assert len(forms) == len(set(forms))
    assert {item.role for item in honorifics().values()} <= ROLES | {None}


def test_a_project_adds_titles() -> None:
    wider = extended(roles(), [{"key": "envoy", "titles": ["lamplighter"]}])
    assert titles_of(wider)["lamplighter"] == "envoy"
    assert "lamplighter" not in titles()
