"""What is kept of attributions found by rule, by the model and by the trees, mended and cut, in invented reports."""

from __future__ import annotations

import pytest

from rapporteur import language
from rapporteur.spans import Span

# A report; the source, the cue and the content of one of its attributions.
CASES = [
    # The speaker is no addressee and no piece of the clause before.
    (
        "“The well is dry, and it was dry last year too,” Amina Sow told The Delta Herald.",
        ("Amina Sow", "told", "The well is dry, and it was dry last year too,"),
    ),
    ("Sow on Tuesday said that the well was dry.", ("Sow", "said", "the well was dry")),
    # What is joined to the cue is no part of what it reports.
    (
        "The council has urged Togo to reopen the harbour but has said that it will wait.",
        ("The council", "has urged", "Togo to reopen the harbour"),
    ),
    # Nor is what tells when or why, or what the reporter adds.
    (
        "The mayor praised the ferry crew after the storm had passed.",
        ("The mayor", "praised", "the ferry crew"),
    ),
    (
        "The mayor said the crew would stay, ending a long wait for the islanders.",
        ("The mayor", "said", "the crew would stay"),
    ),
    # What is known by its colon.
    (
        "Survey: Most farmers want the dam to be opened soon.",
        ("Survey", ":", "Most farmers want the dam to be opened soon."),
    ),
    # Of nested reports each stands.
    ("The guard said he hopes to sleep.", ("The guard", "said", "he hopes to sleep")),
    ("The guard said he hopes to sleep.", ("he", "hopes", "to sleep")),
]
# A report, and words that are no content in it.
NONE = [
    ("The harbour was “free”, and the boats had left.", "free"),
    ("The boats, which had been called “free”, had left.", "The boats"),
]


def told(text: str) -> list[tuple[str, str, str]]:
    found = language.parse(text, [Span(0, len(text))]).attributions
    return [
        (one.source[0].of(text) if one.source else "", one.cue[0].of(text), one.content[0].of(text)) for one in found
    ]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_what_is_attributed(text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in told(text)


@pytest.mark.parametrize(("text", "content"), NONE)
def test_what_is_not(text: str, content: str) -> None:
    assert content not in [said for _, _, said in told(text)]
