"""Lemmas as edits: what an edit was made of, it makes again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapporteur.language.model.lemmas import apply, edit

CASES = [
    ("talks", "talk", "L1+"),
    ("Talks", "talk", "L1+"),
    ("went", "go", "L4+go"),
    ("Paris", "Paris", "="),
    ("PARIS", "Paris", "C4+aris"),
    ("denied", "deny", "L3+y"),
    ("’s", "'s", "L2+'s"),
]


@pytest.mark.parametrize(("form", "lemma", "script"), CASES)
def test_edit(form: str, lemma: str, script: str) -> None:
    assert edit(form, lemma) == script
    assert apply(form, script) == lemma


@given(st.text("abcABC'é", min_size=1, max_size=8), st.text("abcABC'é", min_size=1, max_size=8))
def test_an_edit_undoes_itself(form: str, lemma: str) -> None:
    assert apply(form, edit(form, lemma)) == lemma


@given(st.text(min_size=1, max_size=4))
def test_an_edit_that_does_not_fit_leaves_the_form(form: str) -> None:
    assert apply(form, "L40+x") == form
