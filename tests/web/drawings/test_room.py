from __future__ import annotations

import pytest

from rapporteur.export.timeline_svg import text_width
from rapporteur.web.drawings.room import apart, lines_of


@pytest.mark.parametrize(
    ("words", "width", "most", "lines"),
    [
        ("ferry rights", 200, 2, ("ferry rights",)),
        ("ferry rights on the upper lake", 110, 3, ("ferry rights on", "the upper lake")),
        ("ferry rights on the upper lake", 110, 1, ("ferry rights on…",)),
        ("ferry rights on the upper lake and its two harbours", 110, 2, ("ferry rights on", "the upper lake…")),
        ("Waterwaysregulationcommissions", 110, 2, ("Waterwaysregul", "ationcommissio…")),
        ("  two\n words ", 200, 2, ("two words",)),
        ("", 200, 2, ("",)),
    ],
)
def test_words_go_on_lines(words: str, width: float, most: int, lines: tuple[str, ...]) -> None:
    found = lines_of(words, width, most)
    assert found == lines
    assert all(text_width(line) <= width for line in found)


@pytest.mark.parametrize(
    ("wanted", "tops"),
    [
        ([20, 60], [10, 50]),
        ([20, 22], [10, 35]),
        ([-50, 20], [0, 25]),
        ([70, 200], [55, 80]),
    ],
)
def test_boxes_lie_near_where_they_should(wanted: list[float], tops: list[float]) -> None:
    assert apart(wanted, [20, 20], 5, (0, 100)) == tops
