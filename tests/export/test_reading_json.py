"""The reading of one article as JSON."""

from __future__ import annotations

from typing import Any

from rapporteur.export.reading_json import reading_value
from rapporteur.intake.article import Article, article_id
from rapporteur.reading.read import read
from rapporteur.spans import Span


def value_of(text: str) -> dict[str, Any]:
    article = Article(article_id("case.txt", text), "case.txt", "case.txt", text, (Span(0, len(text)),))
    return reading_value(article, read(article))


def test_what_a_source_attributes_stands_inside_what_it_is_said_to_say() -> None:
    text = "The envoy said the miners had warned that the shaft was flooded. The owners denied the charge."
    value = value_of(text)

    def cues(attributions: list[dict[str, Any]]) -> list[Any]:
        return [[text[slice(*one["cue"][0])], cues(one["inside"])] for one in attributions]

    assert cues(value["attributions"]) == [["said", [["had warned", []]]], ["denied", []]]
