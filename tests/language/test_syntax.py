"""Attributions by the tree: speech, thought and will, with their subjects and complements, in invented sentences."""

from __future__ import annotations

import pytest

from rapporteur import language
from rapporteur.language.attribution import syntax
from rapporteur.spans import Span

# A sentence; the source, the cue and the content that its tree tells.
CASES = [
    ("The envoy wants to reopen the bridge.", "The envoy", "wants", "to reopen the bridge"),
    ("Minister Oyelaran refuses to sell the port.", "Minister Oyelaran", "refuses", "to sell the port"),
    ("Governor Sow praised the miners for their patience.", "Governor Sow", "praised", "the miners for their patience"),
    ("Zambia opposes the new tariff.", "Zambia", "opposes", "the new tariff"),
    ("The bishop attacked the mayor.", "The bishop", "attacked", "the mayor"),
    ("The traders called for lower fees.", "The traders", "called", "lower fees"),
    ("Farmers worry about the drought.", "Farmers", "worry", "the drought"),
    ("The union urged the owners to wait.", "The union", "urged", "the owners to wait"),
    ("Nurses are afraid that the clinic will close.", "Nurses", "afraid", "the clinic will close"),
    ("The mayor is critical of the plan.", "The mayor", "critical", "the plan"),
    ("The crew regretted its decision to leave.", "its", "decision", "to leave"),
    ("Peru's plan to sell the mine failed.", "Peru", "plan", "to sell the mine"),
    ("The king, who knows that the dam is weak, left.", "who", "knows", "the dam is weak"),
    ("The road was praised by the drivers.", "by the drivers", "praised", "The road"),
    ("The guild supported the strike and condemned the arrests.", "The guild", "condemned", "the arrests"),
]
# Sentences in which nobody says, thinks or wants anything.
SILENT = [
    "The river flooded two villages.",
    "The old bridge fell.",
    "The ferry carries forty cars to the island.",
    "“He wants to leave,” the sign read.",
]


def told(text: str) -> list[tuple[str, str, str]]:
    found = syntax.find(language.parse(text, [Span(0, len(text))]))
    return [
        (one.source[0].of(text) if one.source else "", one.cue[0].of(text), " … ".join(c.of(text) for c in one.content))
        for one in found
    ]


@pytest.mark.parametrize(("text", "source", "cue", "content"), CASES, ids=[case[0] for case in CASES])
def test_what_a_tree_tells(text: str, source: str, cue: str, content: str) -> None:
    assert (source, cue, content) in told(text)


@pytest.mark.parametrize("text", SILENT)
def test_what_tells_of_nothing_said(text: str) -> None:
    assert told(text) == []


def test_what_people_in_general_expect_has_no_source() -> None:
    assert told("The vote is expected to come in May.") == [("", "expected", "The vote … to come in May")]
