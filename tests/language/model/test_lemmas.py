"""Lemmas as edits: what an edit was made of, it makes again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapporteur.language.model.lemmas import apply, by_rule, edit, is_regular

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


RULES = [
    ("freed", "VERB", "free"),
    ("ratified", "VERB", "ratify"),
    ("treaties", "NOUN", "treaty"),
    ("vetoes", "NOUN", "veto"),
    ("ties", "NOUN", None),
    ("held", "VERB", None),
]
REGULAR = [
    ("talks", "talk", "NOUN", True),
    ("imposing", "impose", "VERB", True),
    ("barred", "bar", "VERB", True),
    ("bound", "bbe", "VERB", False),
    ("wept", "be", "VERB", False),
    ("better", "good", "ADJ", True),
]


@pytest.mark.parametrize(("form", "upos", "wanted"), RULES)
def test_an_ending_that_leaves_no_choice(form: str, upos: str, wanted: str | None) -> None:
    assert by_rule(form, upos) == wanted


@pytest.mark.parametrize(("form", "lemma", "upos", "wanted"), REGULAR)
def test_what_is_regular(form: str, lemma: str, upos: str, wanted: bool) -> None:
    assert is_regular(form, lemma, upos) is wanted


@given(st.text("abcABC'é", min_size=1, max_size=8), st.text("abcABC'é", min_size=1, max_size=8))
def test_an_edit_undoes_itself(form: str, lemma: str) -> None:
    assert apply(form, edit(form, lemma)) == lemma


@given(st.text(min_size=1, max_size=4))
def test_an_edit_that_does_not_fit_leaves_the_form(form: str) -> None:
    assert apply(form, "L40+x") == form
