from __future__ import annotations

import datetime as dt

import pytest

from rapporteur.reference.office_holders import ROLES, Confidence, _term, _terms, terms
from rapporteur.reference.organisations import organisations
from rapporteur.reference.states import states

EVERY = [term for held in _terms().values() for term in held]


@pytest.mark.parametrize(
    ("name", "party", "role", "first", "last"),
    [
        ("Henry Kissinger", "USA", "foreign minister", "1973-09-22", "1977-01-20"),
        ("Kofi Annan", "united-nations", "head of organisation", "1997-01-01", "2006-12-31"),
        ("Yitzhak Rabin", "ISR", "prime minister", "1974-06-03", "1977-06-20"),
        ("Andrey Gromyko", "SUN", "foreign minister", "1957-02-15", "1985-07-02"),
        ("Nelson Mandela", "ZAF", "president", "1994-05-10", "1999-06-14"),
    ],
)
def test_known_terms(name: str, party: str, role: str, first: str, last: str) -> None:
    term = terms(name, party, role)[0]
    near = dt.timedelta(3)
    assert abs(term.first - dt.date.fromisoformat(first)) <= near
    assert term.last is not None
    assert abs(term.last - dt.date.fromisoformat(last)) <= near


def test_spellings_need_not_agree() -> None:
    assert terms("Sergey Lavrov", "RUS", "foreign minister") == terms("Sergei Lavrov", "RUS", "foreign minister") != ()
    assert terms("Mevlut Cavusoglu", "TUR", "foreign minister") == terms("Mevlüt Çavuşoğlu", "TUR", "foreign minister")


def test_another_office_or_another_state_is_another_matter() -> None:
    assert terms("Henry Kissinger", "USA", "defence minister") == ()
    assert terms("Henry Kissinger", "FRA", "foreign minister") == ()
    assert terms("Henry Kissinger", "USA", "spokesperson") == ()


def test_a_full_name_that_one_state_alone_has_needs_no_state() -> None:
    assert terms("Hans-Dietrich Genscher", None, "foreign minister")[0].party == "DEU"
    assert terms("Genscher", None, "foreign minister") == ()


def test_the_tables_cover_the_world_evenly() -> None:
    whole = {
        key
        for key, _ in _terms()
        if all((key, office) in _terms() for office in ("foreign minister", "defence minister"))
    }
    assert len(whole & states().keys()) >= 140


def test_every_row_is_sound() -> None:
    assert {term.party for term in EVERY} <= states().keys() | organisations().keys()
    assert [term for term in EVERY if term.last and term.last < term.first] == []
    assert [
        term for term in EVERY if term.first.year > 2025 or (term.last and not 1975 <= term.last.year <= 2025)
    ] == []
    assert set(ROLES.values()) == {term.office for term in EVERY}


def test_days_left_vague_mean_the_longest_term() -> None:
    term = _term("PRT", "foreign minister", "Ana Lopes, 1976, 1980-02, low")
    assert (term.first, term.last) == (dt.date(1976, 1, 1), dt.date(1980, 2, 29))
    assert _term("PRT", "foreign minister", "Ana Lopes, 1976-03, , high").last is None


def test_the_less_sure_a_row_the_wider_its_margin() -> None:
    assert Confidence.LOW.slack > Confidence.MEDIUM.slack > Confidence.HIGH.slack > dt.timedelta(0)
