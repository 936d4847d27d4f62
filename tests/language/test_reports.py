"""What is a report and what an act of speech, and the joining of what rules and model find."""

from __future__ import annotations

import pytest

from rapporteur import language
from rapporteur.language.attribution.reports import is_report, joined
from rapporteur.language.parse import Attribution, Manner
from rapporteur.spans import Span

CASES = [
    ("Oman said the talks had failed.", "the talks had failed", True),
    ("Oman urged Peru to wait.", "to wait", False),
    ("Oman denied the charge.", "the charge", False),
    ("The talks had failed, Oman said.", "The talks had failed", True),
]

# A report; the source, the cue and the content of one of its attributions.
ATTRIBUTED = [
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


@pytest.mark.parametrize(("text", "content", "wanted"), CASES)
def test_is_report(text: str, content: str, wanted: bool) -> None:
    parse = language.parse(text, [Span(0, len(text))])
    at = text.index(content)
    made = Attribution((), (), (Span(at, at + len(content)),), Manner.INDIRECT)
    assert is_report(parse, made) is wanted


def test_quoted_words_are_a_report() -> None:
    parse = language.parse("He said “no”.", [Span(0, 13)])
    assert is_report(parse, Attribution((), (), (Span(9, 11),), Manner.DIRECT))


def test_the_model_adds_only_what_the_rules_lack() -> None:
    text = "Oman said the talks had failed. Peru said they would go on."
    parse = language.parse(text, [Span(0, len(text))])
    known = Attribution((Span(0, 4),), (Span(5, 9),), (Span(10, 30),), Manner.INDIRECT)
    same = Attribution((Span(0, 4),), (Span(5, 9),), (Span(14, 30),), Manner.INDIRECT)
    other = Attribution((Span(32, 36),), (Span(37, 41),), (Span(42, 58),), Manner.INDIRECT)
    assert joined(parse, [known], [same, other]) == (known, other)
    assert joined(parse, [known], [other]) == (other,)


def told(text: str) -> list[tuple[str, str, str]]:
    found = language.parse(text, [Span(0, len(text))]).attributions
    return [
        (one.source[0].of(text) if one.source else "", one.cue[0].of(text), one.content[0].of(text)) for one in found
    ]


@pytest.mark.parametrize(("text", "wanted"), ATTRIBUTED)
def test_what_is_attributed(text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in told(text)


@pytest.mark.parametrize(("text", "content"), NONE)
def test_what_is_not(text: str, content: str) -> None:
    assert content not in [said for _, _, said in told(text)]
