from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from rapporteur.intake.body import find_body
from rapporteur.intake.metadata import Metadata, read_metadata
from tests.intake import layouts

CASES: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "metadata.yaml").read_text(encoding="utf-8")
)
PROSE = "The ministers met in Lima on Monday and agreed to meet again before the end of the year."


def read(text: str) -> Metadata:
    return read_metadata(text, find_body(text))


@pytest.mark.parametrize("name", sorted(CASES))
def test_layout(name: str) -> None:
    want = dict(CASES[name])
    found = read(layouts.text_of(name))
    why = want.pop("why", "")
    assert found.published.when.day == want.pop("published", None)
    assert why in found.published.when.why
    assert {field: said.value for field, said in found.fields.items()} == want


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Talks resume on the upper river", "Talks resume on the upper river"),
        ("# Talks resume on the upper river", "Talks resume on the upper river"),
        ("Talks resume on the upper river | World | The Lima Post", "Talks resume on the upper river"),
        ("Talks resume on the upper river - The Lima Post", "Talks resume on the upper river"),
        ("TITLE: Talks resume", "Talks resume"),
        ("Home | News | Sport | World", None),
        ("Share this article with a friend", None),
        ("By Ana Prat in Lima", None),
        ("", None),
    ],
)
def test_title(head: str, title: str | None) -> None:
    field = read(f"{head}\n\n{PROSE}").fields.get("title")
    assert (field.value if field else None) == title


@pytest.mark.parametrize(
    ("text", "outlet", "where"),
    [
        (f"Talks resume on the river\nThe Lima Post\n\n{PROSE}", "The Lima Post", "line 2"),
        (f"Talks resume on the river | The Lima Post\n\n{PROSE}", "The Lima Post", "line 1"),
        (f"Talks resume on the river\nhttps://www.aljazeera.com/a/1\n\n{PROSE}", "Al Jazeera", "url"),
        (f"Talks resume on the river\n\nLIMA, May 3 (Reuters) - {PROSE}", "Reuters", "dateline"),
        (f"Talks resume on the river\n\nLIMA, May 3, 1990 (QPA) -- {PROSE}", "QPA", "dateline"),
        (f"Talks resume on the river\n\nLIMA, May 3 (QPA) -- {PROSE}\n\nThe Lima Post", "The Lima Post", "line 5"),
        (f"Talks resume on the river\n\n{PROSE}\n\nRelated stories\n\nThe Lima Post", None, ""),
        (f"Talks resume on the river\n\nBy a Quito correspondent\n\n{PROSE}", None, ""),
        (f"QUITO PRESS AGENCY QPA-17 URGENT\n\nLIMA, May 3 (QPA)\n\n{PROSE}", "QUITO PRESS AGENCY", "dateline"),
        (f"Talks resume on the river\n\n{PROSE}\n\n(c) 1990 The Lima Post", "The Lima Post", "line 5"),
        (f"By Ana Prat, Lima Herald\n\n{PROSE}", "Lima Herald", "line 1"),
        (f"Ministry of Water\nPress Office\n\n{PROSE}", None, ""),
        (f"Live News\n\n{PROSE}", None, ""),
    ],
)
def test_outlet(text: str, outlet: str | None, where: str) -> None:
    field = read(text).fields.get("outlet")
    assert (field.value if field else None) == outlet
    assert (field.where if field else "") == where


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Ana Prat", "Ana Prat"),
        ("BY ANA PRAT", "ANA PRAT"),
        ("By Ana Prat, Diplomatic Correspondent", "Ana Prat"),
        ("BYLINE: By Ana Prat", "Ana Prat"),
        ("Interview by Ana Prat", "Ana Prat"),
        ("By our diplomatic correspondent", None),
        ("By the river they waited", None),
    ],
)
def test_byline(line: str, byline: str | None) -> None:
    field = read(f"Talks resume on the upper river\n\n{line}\n\n{PROSE}").fields.get("byline")
    assert (field.value if field else None) == byline


def test_text_that_is_only_prose_says_nothing_of_itself() -> None:
    found = read(f"{PROSE}\n{PROSE}")
    assert found.fields == {}
    assert not found.published.when


def test_dateline() -> None:
    found = read(f"Talks resume on the upper river\n\nLIMA, May 3 (EFE) -- {PROSE}")
    assert found.dateline
    assert (found.dateline.place, found.dateline.month, found.dateline.day) == ("LIMA", 5, 3)
    assert not found.published.when
