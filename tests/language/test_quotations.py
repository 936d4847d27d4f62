"""Quotation marks: a table of houses and accidents, and properties that hold for any text."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.language import quotations, sentences
from rapporteur.spans import Span

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "quotations.yaml").read_text(encoding="utf-8"))
OPENING = "“„‟«»”\"＂″'‘’‚‹›`「『"


def lines(text: str) -> tuple[Span, ...]:
    return sentences.paragraphs(text, [Span(0, len(text))])


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_words_of_every_quotation(case: dict[str, Any]) -> None:
    text = case["text"]
    found = quotations.find(text, lines(text))
    assert [quotations.words(text, span).of(text) for span in found] == case["words"]


def test_an_open_quotation_is_told_from_a_closed_one() -> None:
    text = "“We waited.\n\n“Then we left,” he said."
    assert [quotations.is_closed(text, span) for span in quotations.find(text, lines(text))] == [False, True]


MARKED = st.lists(
    st.sampled_from(
        [
            *"“”\"'‘’«»„‟‹›‚",
            "''",
            "``",
            "word",
            "ministers'",
            "no.",
            " ",
            " ",
            "\n",
            ",",
            "*",
            "(",
            ")",
            "—",
            "6",
            "Да",
            "和",
        ]
    ),
    max_size=80,
).map("".join)


@settings(max_examples=100, deadline=None)
@given(MARKED | st.text(max_size=300))
def test_quotations_are_sound(text: str) -> None:
    paragraphs = lines(text)
    found = quotations.find(text, paragraphs)
    assert all(not a.overlaps(b) and a < b for a, b in pairwise(found))
    for span in found:
        assert any(span in paragraph for paragraph in paragraphs)
        assert text[span.start] in OPENING
        assert quotations.words(text, span) in span
        assert quotations.words(text, span).of(text).strip() == quotations.words(text, span).of(text)
        closed = quotations.is_closed(text, span)
        assert closed or text[span.end - 1] not in "”»›" or any(span.end == p.end for p in paragraphs)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["peace", "talks", "we’ll", "state's", "go", "6", "on"]), min_size=1, max_size=12))
def test_what_is_set_in_marks_is_found(words: list[str]) -> None:
    inner = " ".join(words)
    for opening, closing in ("“”", '""', "«»", "„“"):
        text = f"She said: {opening}{inner},{closing} and left."
        found = quotations.find(text, lines(text))
        assert [quotations.words(text, span).of(text) for span in found] == [f"{inner},"]


@pytest.mark.parametrize(
    "piece", ["“Yes,” he said. ", '"Yes," he said. ', "“Yes, he said. ", "'Yes he said. ", "\" ' “ "]
)
def test_a_paragraph_of_any_length_is_read(piece: str) -> None:
    text = piece * (300_000 // len(piece))
    assert all(span.end <= len(text) for span in quotations.find(text, [Span(0, len(text))]))
