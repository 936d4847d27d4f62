"""Datelines: apart for the analysis, one sentence afterwards."""

from __future__ import annotations

import pytest

from rapporteur import language
from rapporteur.language.openings import cut
from rapporteur.spans import Span

CASES = [
    ("OSLO, May 3 (Reuters) – Envoys met.", ["OSLO, May 3 (Reuters) –", "Envoys met."]),
    ("GENEVA (AP) -- Talks resumed.", ["GENEVA (AP) --", "Talks resumed."]),
    ("Envoys met in Oslo on May 3.", ["Envoys met in Oslo on May 3."]),
    ("OSLO – ", ["OSLO –"]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_cut(text: str, wanted: list[str]) -> None:
    whole = [Span(0, len(text.rstrip()))]
    assert [piece.of(text) for piece in cut(text, whole, whole)] == wanted


def test_a_dateline_hangs_on_its_sentence() -> None:
    text = "OSLO, May 3 (Reuters) – Envoys met the rebels."
    parse = language.parse(text, [Span(0, len(text))])
    roots = [token for token in parse.tokens if token.head == -1]
    assert [text[token.start : token.end] for token in roots] == ["met"]
    assert [t.deprel for t in parse.tokens if text[t.start : t.end] == "Envoys"] == ["nsubj"]
