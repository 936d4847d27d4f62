"""Statements: who said what in invented reports, and what holds for any attributions, a model's included."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur import language
from rapporteur.config import Config
from rapporteur.intake.article import Article
from rapporteur.language.parse import Attribution, Manner, Parse
from rapporteur.reading.actors.cast import find_cast
from rapporteur.reading.claims import StatementClaim, TimeExpression
from rapporteur.reading.scene import Scene
from rapporteur.reading.statements.statements import attribute, find_statements
from rapporteur.spans import Span
from rapporteur.when import on

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "statements.yaml").read_text(encoding="utf-8"))


def scene_of(text: str, **changes: Any) -> Scene:
    article = Article("a-1", "a.txt", "a.txt", text, (Span(0, len(text)),))
    parsed: Parse = language.parse(text, article.body)
    return Scene(article, parsed, find_cast(article, parsed, Config()), **changes)


def statements_of(scene: Scene) -> tuple[StatementClaim, ...]:
    return find_statements(scene, attribute(scene))


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_who_said_what(case: dict[str, Any]) -> None:
    scene = scene_of(case["text"])
    found = statements_of(scene)
    assert len(found) == len(case["said"]), [scene.words(s.span) for s in found]
    for statement, (speaker, words, *more) in zip(found, case["said"], strict=True):
        assert scene.words(statement.span).startswith(words)
        assert (scene.cast[statement.speaker].name if statement.speaker else None) == speaker, words
        manner = next((Manner(m) for m in more if m != "doubtful"), None)
        assert manner is None or statement.manner is manner, words
        assert statement.doubtful is ("doubtful" in more), words
        told = case.get("to", {}).get(words)
        assert (scene.cast[statement.addressee].name if statement.addressee else None) == told, words


def test_evidence_is_the_sentence_with_source_and_cue() -> None:
    text = "It rained. “We stay,” Lea Brun said in Bern. “All of us.” The sun came out."
    found = statements_of(scene_of(text))
    assert [span.of(text) for span in found[0].evidence] == ["“We stay,” Lea Brun said in Bern."]
    assert [span.of(text) for span in found[1].evidence] == ["“We stay,” Lea Brun said in Bern. “All of us.”"]


def test_the_day_beside_the_cue_is_that_of_the_statement() -> None:
    text = "Lea Brun, minister since 1961, said on Monday that the treaty of 4 May “must be kept by everybody”."
    monday, may = (
        Span(text.index("Monday"), text.index("Monday") + 6),
        Span(text.index("4 May"), text.index("4 May") + 5),
    )
    times = (
        TimeExpression(monday, "DATE", "1962-06-11", on(dt.date(1962, 6, 11))),
        TimeExpression(may, "DATE", "1962-05-04", on(dt.date(1962, 5, 4))),
    )
    assert [s.when.day for s in statements_of(scene_of(text, times=times))] == [dt.date(1962, 6, 11)]


def test_attributions_of_a_model_serve_as_well() -> None:
    text = "Norwegian envoy Kari Lund was glad: “This is a good and honest paper,” and went home."
    scene = scene_of(text)
    source, quotation = Span(text.index("Kari"), text.index(" was")), scene.parse.quotations[0]
    given_by_model = Attribution((source,), (Span(text.index("was"), text.index(":")),), (quotation,), Manner.DIRECT)
    scene = scene_of(text)
    parse = Parse(
        text,
        scene.parse.paragraphs,
        scene.parse.sentences,
        scene.parse.tokens,
        scene.parse.names,
        scene.parse.quotations,
        (given_by_model,),
    )
    scene = Scene(scene.article, parse, scene.cast)
    assert [(scene.words(s.span), scene.cast[s.speaker or ""].name) for s in statements_of(scene)] == [
        ("This is a good and honest paper,", "Kari Lund")
    ]


PIECES = st.lists(
    st.sampled_from(
        [
            "Lea Brun",
            "Peru",
            "the minister",
            "he",
            "said",
            "told",
            "that",
            "“We go home now,”",
            "“no”",
            "the talks failed",
            ",",
            ".",
            "\n\n",
            "on Monday",
            "according to",
            "adding",
            "and",
            "citing",
            "Reuters",
            "who",
            "called it",
            "“",
            "”",
            "Мир",
        ]
    ),
    max_size=30,
).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(PIECES | st.text(max_size=100))
def test_statements_never_overlap_and_stand_on_sentences(text: str) -> None:
    scene = scene_of(text)
    found = statements_of(scene)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    for statement in found:
        assert scene.words(statement.span).strip() == scene.words(statement.span) != ""
        assert statement.evidence
        assert all(span in scene.parse.paragraphs or scene.parse.sentence_at(span.start) for span in statement.evidence)
        assert statement.doubtful or statement.speaker is not None
