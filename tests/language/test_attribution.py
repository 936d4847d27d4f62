"""Attributions: a table of marked passages, and properties that hold for any text."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.language import quotations, sentences, tokens
from rapporteur.language.attribution import attribution
from rapporteur.language.parse import Attribution, Parse
from rapporteur.spans import Span

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "attributions.yaml").read_text(encoding="utf-8"))
MARK = re.compile(r"\{([SCQ]\d?): ?|\}")


def parse(text: str) -> Parse:
    paragraphs = sentences.paragraphs(text, [Span(0, len(text))])
    quoted = quotations.find(text, paragraphs)
    split = sentences.split(text, paragraphs)
    return Parse(text, paragraphs, split, tokens.words(text, split), (), quoted)


def unmarked(passage: str) -> tuple[str, dict[str, list[Span]]]:
    """The passage without its marks, and the marked spans."""
    text, at, open_marks, found = "", 0, [], {}  # type: ignore[var-annotated]
    for match in MARK.finditer(passage):
        text += passage[at : match.start()]
        at = match.end()
        if match[1]:
            open_marks.append((match[1], len(text)))
        else:
            name, start = open_marks.pop()
            found.setdefault(name, []).append(Span(start, len(text)))
    return text + passage[at:], found


PASSAGES = [(group, passage) for group, passages in CASES.items() if group != "silent" for passage in passages]


def holds(spans: tuple[Span, ...], text: str, marked: list[Span]) -> bool:
    return all(any(m in s for s in spans) for m in marked) and bool(text)


@pytest.mark.parametrize(("group", "passage"), PASSAGES)
def test_marked_attributions_are_found(group: str, passage: str) -> None:
    text, marked = unmarked(passage)
    found = attribution.find(parse(text))
    for number in sorted({name[1:] for name in marked}):
        content = [s.of(text) for s in sorted(marked[f"Q{number}"])]
        fitting = [a for a in found if [s.of(text) for s in a.content] == content]
        assert fitting, f"{group}: no content {content} in {shown(found, text)}"
        source, cue = marked.get(f"S{number}", []), marked.get(f"C{number}", [])
        right = [a for a in fitting if holds(a.source, text, source) and holds(a.cue, text, cue)]
        assert right, f"{group}: {shown(tuple(fitting), text)}"


def shown(found: tuple[Attribution, ...], text: str) -> list[list[list[str]]]:
    return [[[s.of(text) for s in part] for part in (a.source, a.cue, a.content)] for a in found]


@pytest.mark.parametrize("passage", CASES["silent"])
def test_silent_passages_hold_no_attribution(passage: str) -> None:
    found = attribution.find(parse(passage))
    assert not found, shown(found, passage)


WORDS = st.lists(
    st.sampled_from(
        [
            "Queen",
            "Ama",
            "said",
            "“",
            "”",
            '"',
            ",",
            ".",
            "that",
            "the",
            "peace",
            "talks",
            "he",
            "told",
            "and",
            "added",
            "'",
            "’",
            "‘",
            "according",
            "to",
            ":",
            "\n",
            "who",
            "—",
            "(",
            ")",
            "calling",
            "it",
            "“Peace,”",
            "as",
            "saying",
            "quoted",
            "«",
            "»",
            "was",
            "warning",
            "’s",
            "ended",
            "Мир",
            "和平",
            "سلام",
            "🕊",
            "?",
            "will",
            "Monday",
            "on",
        ]
    ),
    max_size=60,
).map(" ".join)


@settings(max_examples=100, deadline=None)
@given(WORDS | st.text(max_size=200))
def test_any_text_gives_sound_spans(text: str) -> None:
    parsed = parse(text)
    for found in attribution.find(parsed):
        for span in (*found.source, *found.cue, *found.content):
            assert any(span in paragraph for paragraph in parsed.paragraphs)
            assert span.of(text).strip() == span.of(text) != ""
        pieces = sorted(found.content)
        assert all(not a.overlaps(b) for a, b in pairwise(pieces))


@settings(max_examples=60, deadline=None)
@given(WORDS)
def test_contents_are_apart_or_nested(text: str) -> None:
    contents = [span for found in attribution.find(parse(text)) for span in found.content]
    for first in contents:
        for second in contents:
            assert not first.overlaps(second) or first in second or second in first


def test_an_article_of_any_length_is_read() -> None:
    text = "“The mill stands,” Ana Kos said, adding that it would stay. " * 1500
    parsed = parse(text)
    assert len(attribution.find(parsed)) == 3000
