from __future__ import annotations

import pytest

from rapporteur.intake.headers import HeaderLine, header_lines
from rapporteur.spans import Span

PROSE = "The ministers met in Lima on Monday."


def read(head: str, foot: str = "") -> tuple[HeaderLine, ...]:
    text = f"{head}\n\n{PROSE}\n\n{foot}"
    start = text.index(PROSE)
    return header_lines(text, [Span(start, start + len(PROSE))])


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("HEADLINE: Talks resume", "title", "Talks resume"),
        ("**Source:** [Lima Post](https://lima.example/1)", "url", "[Lima Post](https://lima.example/1)"),
        ("BYLINE: Ana Prat", "byline", "Ana Prat"),
        ("HD  Talks resume", "title", "Talks resume"),
        ("PD  7 May 1990", "published", "7 May 1990"),
        ("Published 7 May 1990", "published", "7 May 1990"),
        ("Last updated May 7, 1990", "changed", "May 7, 1990"),
        ("Posted on May 7, 1990 by Ana", "published", "May 7, 1990 by Ana"),
        ("Crawled at: 1990-05-07", "fetched", "1990-05-07"),
        ('title: "Talks resume"', "title", "Talks resume"),
        ("Date set for river talks", None, ""),
        ("AN old bridge falls", None, ""),
        ("Note: the river is high", None, ""),
    ],
)
def test_labels(line: str, field: str | None, value: str) -> None:
    (found,) = read(line)
    assert (found.field, found.value) == (field, value)


def test_a_line_of_labelled_parts_gives_one_each() -> None:
    found = read("Published: 22:14, 7 July 1990 | Updated: 09:31, 8 July 1990")
    assert [line.field for line in found] == ["published", "changed"]
    assert {line.number for line in found} == {1}


def test_a_title_stays_whole() -> None:
    (found,) = read("# Talks resume | World | Lima Post")
    assert found.heading
    assert found.parts == ("Talks resume", "World", "Lima Post")


def test_places_and_numbers() -> None:
    found = read("\nTalks resume", "(END)\n\nRelated Articles\nPublished 1 May 1991")
    assert [(line.number, line.place) for line in found] == [(2, "head"), (6, "foot"), (8, "beyond"), (9, "beyond")]


def test_long_heads_are_cut() -> None:
    assert len(read("\n".join(f"Line {number}" for number in range(500)))) <= 46
