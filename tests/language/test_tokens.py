"""Where words and marks begin and end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.language import tokens
from rapporteur.spans import Span

# A text with a space between any two tokens that it should give where the text has none, and the text itself.
CASES = [
    ("He did n't go .", "He didn't go."),
    ("They ’re here , are n’t they ?", "They’re here, aren’t they?"),
    ("O'Neill 's plan", "O'Neill's plan"),
    ("the workers ' party", "the workers' party"),
    ("the U.S.-led talks of Jan. 5 , at 5 p.m. today", "the U.S.-led talks of Jan. 5, at 5 p.m. today"),
    ("The U.S. left .", "The U.S. left."),
    ("Mr. Roe , J. F. Roe and Gen. Lee", "Mr. Roe, J. F. Roe and Gen. Lee"),
    ("Boutros-Ghali met Al-Assad", "Boutros-Ghali met Al-Assad"),
    ("Lee – Park talks", "Lee–Park talks"),
    ("$ 5bn ( £ 3.5m )", "$5bn (£3.5m)"),
    ("1,200.75 marks , 40 %", "1,200.75 marks, 40%"),
    ("the 3rd and 21st rounds", "the 3rd and 21st rounds"),
    ("“ No , ” he said ...", "“No,” he said..."),
    ("see https://example.org/a?b=1 .", "see https://example.org/a?b=1."),
    ("mail press@example.org now", "mail press@example.org now"),
    ("Mevlüt Çavuşoğlu İnönü", "Mevlüt Çavuşoğlu İnönü"),
    ("AT&T and G-20", "AT&T and G-20"),
    ("He -- she -- it", "He -- she -- it"),
    ("the People 's Party did n't", "the People 's Party did n't"),
]


def split(text: str) -> list[str]:
    return [token.span.of(text) for token in tokens.words(text, [Span(0, len(text))])]


@pytest.mark.parametrize(("wanted", "text"), CASES)
def test_tokens(wanted: str, text: str) -> None:
    assert split(text) == wanted.split()


def test_a_token_claims_nothing_that_it_does_not_know() -> None:
    (token,) = tokens.words("Peace", [Span(0, 5)])
    assert (token.lemma, token.upos, token.xpos, token.feats, token.head, token.deprel) == (None,) * 6


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=120))
def test_tokens_leave_no_letter_out_and_do_not_overlap(text: str) -> None:
    found = tokens.words(text, [Span(0, len(text))])
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(token.end > token.start for token in found)
    kept = "".join(token.span.of(text) for token in found)
    assert "".join(filter(str.isalnum, kept)) == "".join(filter(str.isalnum, text))
