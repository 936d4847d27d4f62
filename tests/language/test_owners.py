"""Bodies with their states, and titles with what qualifies them: names apart, one for who reads on."""

from __future__ import annotations

import pytest

from rapporteur.config import Config
from rapporteur.language import sentences, tokens
from rapporteur.language.names import names
from rapporteur.language.names.owners import rejoined
from rapporteur.spans import Span

# A text; its names; its names joined.
CASES = [
    (
        "The Omani Foreign Ministry waits.",
        ["Omani", "Foreign Ministry"],
        ["Omani Foreign Ministry"],
    ),
    (
        "The Foreign Ministry of Oman waits.",
        ["Foreign Ministry", "Oman"],
        ["Foreign Ministry of Oman"],
    ),
    ("A former president of Peru left.", ["president", "Peru"], ["former president", "Peru"]),
    ("The president of Peru left.", ["president", "Peru"], ["president", "Peru"]),
]


@pytest.mark.parametrize(("text", "apart", "together"), CASES)
def test_apart_and_together(text: str, apart: list[str], together: list[str]) -> None:
    split = sentences.split(text, sentences.paragraphs(text, [Span(0, len(text))]))
    found = names.find(text, split, tokens.words(text, split), Config())
    assert [name.span.of(text) for name in found] == apart
    assert [name.span.of(text) for name in rejoined(text, found)] == together
