from __future__ import annotations

import io

import pytest
from rich.console import Console

from rapporteur.cli.layout import blocks, grid, has_room
from rapporteur.export.tables import Table

TABLE = Table(
    ("id", "when", "stance", "party", "issue", "words", "source"),
    (
        (
            "position-12ab34cd56",
            "1907-06-15/1907-10-18",
            "demands",
            "Korea",
            "a seat",
            "word " * 40,
            "The Hague Courier",
        ),
        ("position-98fe76dc54", "1907-07-01", "refuses", "Japan", "a seat", "no", "The Hague Courier"),
    ),
    ((), ()),
)


@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert all(len(line.plain.rstrip()) <= width for line in blocks(TABLE, (), width))


def test_nothing_is_lost_when_lines_are_wrapped() -> None:
    text = "\n".join(line.plain for line in blocks(TABLE, (), 80))
    for cell in ("12ab34c", "1907-06-15/", "1907-10-18", "demands", "Korea · a seat", "The Hague Courier"):
        assert cell in text
    assert text.count("word") == 40


def test_piped_lines_stay_whole() -> None:
    lines = [line.plain.strip() for line in blocks(TABLE, (), None)]
    assert lines[0] == "12ab34c  1907-06-15/1907-10-18  demands  Korea · a seat"
    assert ("word " * 40).strip() in lines


def test_evidence_stands_below_and_takes_the_place_of_the_sources() -> None:
    lines = [line.plain for line in blocks(TABLE, (("Courier: “one”",), ("Courier: “two”",)), 80)]
    assert lines[-1] == "    Courier: “two”"
    assert not any("The Hague Courier" in line for line in lines)


@pytest.mark.parametrize("width", [160, 200, 240])
def test_a_grid_crops_nothing(width: int) -> None:
    assert has_room(TABLE, width)
    out = Console(width=width, record=True, quiet=False, file=io.StringIO())
    out.print(grid(TABLE))
    text = out.export_text()
    assert text.count("word ") + text.count("word\n") >= 40
    assert text.count("Courier") == 2


def test_prose_needs_more_room_for_a_grid() -> None:
    assert not has_room(TABLE, 120)
    assert has_room(Table(("id", "name"), (), ()), 120)
