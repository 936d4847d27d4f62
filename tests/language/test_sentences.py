"""Where paragraphs and sentences begin and end."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.language import sentences
from rapporteur.spans import Span

CASES: list[str] = yaml.safe_load((Path(__file__).parent / "cases" / "sentences.yaml").read_text("utf-8"))


def whole(text: str) -> tuple[Span, ...]:
    return sentences.paragraphs(text, [Span(0, len(text))])


@pytest.mark.parametrize("case", CASES)
def test_sentences(case: str) -> None:
    tight = case.replace(".The", ".\0The").replace("”“", "”\0“")
    text = " ".join(part.strip() for part in tight.split("|")).replace("\0", "")
    wanted = [part.strip() for part in tight.replace("\0", "|").split("|")]
    assert [span.of(text) for span in sentences.split(text, whole(text))] == wanted


def test_a_line_is_a_paragraph() -> None:
    text = "A headline without a stop\n\nThe first paragraph.\nThe second paragraph.\r\n\r\nThe third.\n"
    assert [span.of(text) for span in whole(text)] == [
        "A headline without a stop",
        "The first paragraph.",
        "The second paragraph.",
        "The third.",
    ]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The two delegations met for the third time this month in a villa above\n"
        "the lake, and parted after two hours without a word to the reporters who\n"
        "had waited since dawn.\n"
        "\n"
        "A spokesman promised news by Friday.\n"
    )
    assert len(whole(text)) == 2
    assert whole(text)[0].of(text).startswith("The two")
    assert whole(text)[0].of(text).endswith("since dawn.")


def test_a_line_that_goes_on_in_lower_case_is_joined() -> None:
    text = "The minister said that\nshe would come.\nNobody believed her."
    assert [span.of(text) for span in whole(text)] == [
        "The minister said that\nshe would come.",
        "Nobody believed her.",
    ]


def test_only_the_body_is_read() -> None:
    text = "Menu\nThe talks went on.\nAdvertisement\nThey ended.\n"
    body = [Span(5, 23), Span(38, 49)]
    assert [span.of(text) for span in sentences.paragraphs(text, body)] == ["The talks went on.", "They ended."]


ALPHABET = st.text(alphabet="ab AB.!?…,“”\"'’()\n\r0 1U.S Mr", max_size=200)


@settings(max_examples=100, deadline=None)
@given(ALPHABET)
def test_sentences_lie_in_paragraphs_and_leave_no_word_out(text: str) -> None:
    paragraphs = whole(text)
    split = sentences.split(text, paragraphs)
    assert all(one.end <= other.start for one, other in pairwise(split))
    assert all(any(sentence in paragraph for paragraph in paragraphs) for sentence in split)
    kept = "".join(span.of(text) for span in split)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(span.of(text) == span.of(text).strip() for span in split)
