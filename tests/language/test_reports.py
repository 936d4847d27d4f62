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
