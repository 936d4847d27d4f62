"""Names that the model finds, among those that are known: what goes before what."""

from __future__ import annotations

from itertools import pairwise

import pytest

from rapporteur.config import Config
from rapporteur.language import sentences, tokens
from rapporteur.language.model.analysis import Labelled
from rapporteur.language.names import names
from rapporteur.spans import Span

# A text; what the model sees in it, with its chance; a name that is then found, with its kind and perhaps its key.
CASES = [
    ("They met Quorl.", [("Quorl", "per", 0.9)], ("Quorl", "person", None)),
    ("They met Quorl.", [("Quorl", "place", 0.9)], ("Quorl", "place", None)),
    ("Oman waits.", [("Oman", "per", 0.99)], ("Oman", "state", "OMN")),
    ("The Oman Reef Trust waits.", [("Oman Reef Trust", "org", 0.9)], ("Oman Reef Trust", "organisation", None)),
    ("The Oman talks failed.", [("Oman talks", "other", 0.9)], ("Oman", "state", "OMN")),
    ("They saw the warden.", [("warden", "title", 0.9)], ("warden", "title", None)),
    ("The Oman-Quorl talks", [("Quorl", "place", 0.9)], ("Quorl", "place", None)),
    ("Quorl left. Quorl slept.", [("Quorl", "per", 0.9), ("Quorl", "place", 0.5)], ("Quorl", "person", None)),
]


@pytest.mark.parametrize(("text", "seen", "wanted"), CASES)
def test_what_the_model_adds(
    text: str, seen: list[tuple[str, str, float]], wanted: tuple[str, str, str | None]
) -> None:
    split = sentences.split(text, sentences.paragraphs(text, [Span(0, len(text))]))
    labelled, at = [], 0
    for words, kind, chance in seen:
        at = text.index(words, at)
        labelled.append(Labelled(Span(at, at + len(words)), kind, chance))
        at += len(words)
    found = names.find(text, split, tokens.words(text, split), Config(), labelled)
    assert wanted in [(name.span.of(text), name.kind.value, name.key) for name in found]
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


def test_nouns_for_people_are_no_titles_where_the_model_sees_none() -> None:
    text = "Rebels and soldiers met the president."
    split = sentences.split(text, [Span(0, len(text))])
    seen = [Labelled(Span(28, 37), "title", 0.9)]
    found = names.find(text, split, tokens.words(text, split), Config(), seen)
    assert [name.span.of(text) for name in found] == ["president"]
