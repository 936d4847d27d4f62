from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import rapporteur
from rapporteur.analysis.comparison import Row, Standing, compare

ARTICLES = {
    "north.txt": "OSLO, March 4, 1996 (Polar News) -- Prime Minister Arta Hoxhaj of Albania met Greek Foreign Minister "
    "Nikos Vellis in Oslo on Monday.\n\n“We want the bridge open by spring,” Hoxhaj said after the talks with the "
    "Athens regime's envoy.\n",
    "south.txt": "ATHENS, March 5, 1996 (Southern Wire) -- Greece's foreign minister, Nikos Vellis, met Prime Minister "
    "Arta Hoxhaj of Albania in Oslo on Monday together with Defence Minister Petros Lamas of Greece.\n\n"
    "Vellis said on Tuesday that the talks were useful. Athens wants more of them, he added.\n",
}


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Row]]:
    folder: Path = tmp_path_factory.mktemp("two reports")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    with rapporteur.build([folder]) as record:
        (meeting,) = [meeting for meeting in record.meetings if len(meeting.reports) == 2]
        files = {article.id: article.file for article in record.articles}
        yield {row.field: _readable(row, files) for row in compare(record, meeting)}


def _readable(row: Row, files: dict[str, str]) -> Row:
    """``row`` with files in the place of ids; what is told of is told of in the words of these files."""
    for saying in row.sayings:
        assert {piece.article for piece in saying.evidence} <= set(saying.articles)
        assert all(piece.text in ARTICLES[files[piece.article]] for piece in saying.evidence)
    sayings = (type(s)(s.value, tuple(sorted(files[a] for a in s.articles)), (), s.alone) for s in row.sayings)
    return Row(row.field, row.standing, tuple(sayings))


def told(row: Row) -> dict[str, tuple[str, ...]]:
    return {saying.value: saying.articles for saying in row.sayings}


def test_what_both_say_is_agreed(rows: dict[str, Row]) -> None:
    for field, value in {"day": "1996-03-04", "place": "Oslo", "status": "held"}.items():
        assert rows[field].standing is Standing.AGREED
        assert told(rows[field]) == {value: ("north.txt", "south.txt")}


def test_what_one_alone_says_is_marked(rows: dict[str, Row]) -> None:
    people = {saying.value: saying.alone for saying in rows["who was there"].sayings}
    assert people["Arta Hoxhaj (prime minister)"] is False
    assert people["Petros Lamas (defence minister)"] is True


def test_who_is_quoted_where(rows: dict[str, Row]) -> None:
    assert told(rows["who is quoted"]) == {"Arta Hoxhaj": ("north.txt",), "Nikos Vellis": ("south.txt",)}


def test_words_that_take_a_side_are_shown_with_who_uses_them(rows: dict[str, Row]) -> None:
    assert told(rows["loaded words"]) == {"regime": ("north.txt",)}


def test_a_copy_is_no_voice_of_its_own(tmp_path: Path) -> None:
    wire = ARTICLES["south.txt"] + "The bridge at the border has been shut for nine years. " * 3
    (tmp_path / "wire.txt").write_text(wire, encoding="utf-8")
    (tmp_path / "copy.txt").write_text(wire.replace("Southern Wire", "Harbour Post"), encoding="utf-8")
    (tmp_path / "north.txt").write_text(ARTICLES["north.txt"], encoding="utf-8")
    with rapporteur.build([tmp_path]) as record:
        assert record.copies()
        (meeting,) = [meeting for meeting in record.meetings if len(meeting.reports) == 3]
        people = next(row for row in compare(record, meeting) if row.field == "who was there")
        alone = {saying.value: saying.alone for saying in people.sayings}
    assert alone["Petros Lamas (defence minister)"] is True
