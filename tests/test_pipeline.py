"""The main job: whatever happens on the way, the same articles give the same record."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rapporteur
from rapporteur.engines import Here, Pool
from rapporteur.engines.engine import Item, Result
from rapporteur.errors import ModelError
from rapporteur.export.record_json import record_json
from rapporteur.language.model import files
from rapporteur.language.model.tagger import tagger
from rapporteur.language.model.typer import typer
from rapporteur.reading.read import read
from tests.stories import LIFE, TEXTS, write


class Interrupting(Here):
    """An engine that is interrupted after so many results."""

    def __init__(self, after: int) -> None:
        self.after = after

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        yield from itertools.islice(super().map(function, items), self.after)
        raise KeyboardInterrupt


def exported(record: rapporteur.Record) -> str:
    """A record's export without the paths of its sources, which depend on the test's own folder."""
    lines = record_json(record).splitlines()
    return "\n".join(line for line in lines if not line.strip().startswith('"source"'))


def built_bit_by_bit(order: Sequence[str], cuts: Iterable[int]) -> str:
    """The export of articles built in an order: after each cut those before it, then all."""
    with tempfile.TemporaryDirectory() as folder:
        paths, output = write(Path(folder), order), Path(folder) / "record.db"
        for cut in cuts:
            if paths[:cut]:
                rapporteur.build(paths[:cut], output=output).close()
        with rapporteur.build(paths, output=output) as record:
            return exported(record)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The export of all articles, built at once."""
    with rapporteur.build(write(tmp_path_factory.mktemp("whole"))) as record:
        assert len(record.articles) == len(TEXTS)
        return exported(record)


def test_the_articles_say_something(whole: str) -> None:
    for word in ("Arta Hoxhaj", "We want the bridge open by spring", '"meeting-', '"position-'):
        assert word in whole


@pytest.mark.parametrize("after", range(6))
def test_an_interrupted_build_goes_on_where_it_stopped(tmp_path: Path, whole: str, after: int) -> None:
    paths, output = write(tmp_path), tmp_path / "record.db"
    with pytest.raises(KeyboardInterrupt):
        rapporteur.build(paths, output=output, engine=Interrupting(after))
    with rapporteur.build(paths, output=output) as record:
        assert exported(record) == whole


def test_a_record_whose_build_was_interrupted_says_so(tmp_path: Path) -> None:
    paths, output = write(tmp_path), tmp_path / "record.db"
    with pytest.raises(KeyboardInterrupt):
        rapporteur.build(paths, output=output, engine=Interrupting(2))
    with pytest.raises(rapporteur.RecordError, match="interrupted"):
        rapporteur.open(output)


@given(st.permutations(sorted(TEXTS)), st.lists(st.integers(0, 3), min_size=3, max_size=3))
@settings(max_examples=12, deadline=None)
def test_any_order_and_any_number_of_builds_give_the_same_bytes(whole: str, order: list[str], cuts: list[int]) -> None:
    assert built_bit_by_bit(order, cuts) == whole


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The export of the life of a commitment, built at once."""
    folder = tmp_path_factory.mktemp("lived")
    with rapporteur.build(write(folder, LIFE)) as record:
        record.verify()
        return exported(record)


def test_a_commitment_has_a_life(lived: str) -> None:
    value = json.loads(lived)
    (entry,) = value["commitments"]
    assert (entry["status"], entry["due"]["edtf"]) == ("reported_done", "1996-05")
    assert [(step["status"], step["when"]["edtf"]) for step in entry["history"]] == [
        ("made", "1996-03-04"),
        ("postponed", "1996-03-29"),
        ("reported_done", "1996-05-17"),
    ]
    assert [meeting["id"] for meeting in value["meetings"]] == [entry["meeting"]]


@given(st.permutations(sorted(LIFE)), st.lists(st.integers(0, 3), min_size=3, max_size=3))
@settings(max_examples=12, deadline=None)
def test_an_outcome_may_come_before_its_commitment(lived: str, order: list[str], cuts: list[int]) -> None:
    assert built_bit_by_bit(order, cuts) == lived


def test_the_day_of_the_build_changes_nothing(whole: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("rapporteur.pipeline.today", lambda: dt.date(2039, 2, 1))
    with rapporteur.build(write(tmp_path)) as record:
        assert exported(record) == whole


def test_workers_change_nothing(tmp_path: Path, whole: str) -> None:
    with rapporteur.build(write(tmp_path), engine=Pool(2)) as record:
        assert exported(record) == whole


def test_a_second_build_adds_what_is_new_and_touches_nothing_else(tmp_path: Path) -> None:
    output = tmp_path / "record.db"
    rapporteur.build(write(tmp_path, ["one.txt", "two.txt"]), output=output).close()
    with rapporteur.build(write(tmp_path), output=output) as record:
        assert record.report is not None
        assert (record.report.read, record.report.known) == (1, 2)
    before = output.read_bytes()
    with rapporteur.build(write(tmp_path), output=output) as record:
        assert record.report is not None
        assert (record.report.read, record.report.known) == (0, 3)
    assert output.read_bytes() == before


def test_removing_takes_away_all_that_rested_on_the_article(tmp_path: Path) -> None:
    paths, output = write(tmp_path), tmp_path / "record.db"
    with rapporteur.build(paths[:2]) as two:
        without = exported(two)
    with rapporteur.build(paths, output=output) as record:
        record.remove("three.txt")
        assert exported(record) == without
        record.verify()
    with rapporteur.build(paths, output=output) as again:
        assert exported(again) == without
    rapporteur.build(paths, output=output, restore=True).close()
    with rapporteur.open(output) as restored:
        assert len(restored.articles) == 3


def test_a_defect_in_one_article_loses_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sound = read

    def breaks(article: rapporteur.Article, config: rapporteur.Config) -> rapporteur.Reading:
        if article.file == "two.txt":
            raise ZeroDivisionError("an invented defect")
        return sound(article, config)

    monkeypatch.setattr("rapporteur.pipeline.read", breaks)
    with rapporteur.build(write(tmp_path)) as record:
        assert [article.file for article in record.articles] != []
        assert len(record.articles) == 2
        assert [(s.file, s.reason) for s in record.skipped] == [("two.txt", "defect")]


def test_another_configuration_reads_the_same_articles_again(tmp_path: Path) -> None:
    paths, output = write(tmp_path), tmp_path / "record.db"
    rapporteur.build(paths, output=output).close()
    other = rapporteur.Config.model_validate({"actors": [{"name": "Bridge Commission", "kind": "organisation"}]})
    with rapporteur.build(paths, output=output, config=other) as record:
        assert record.report is not None
        assert record.report.reread == 3


def test_the_same_article_twice_counts_once(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    paths = [*write(tmp_path / "a", ["one.txt"]), *write(tmp_path / "b", ["one.txt"])]
    with rapporteur.build(paths) as record:
        assert len(record.articles) == 1


def test_two_files_of_one_name_are_two_articles(tmp_path: Path) -> None:
    for folder, text in (("a", TEXTS["one.txt"]), ("b", TEXTS["two.txt"])):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.txt").write_text(text, encoding="utf-8")
    with rapporteur.build([tmp_path]) as record:
        assert [article.file for article in record.articles] == ["same.txt", "same.txt"]
        with pytest.raises(rapporteur.NotInRecordError, match="id"):
            record.remove("same.txt")


def test_nothing_to_build_from_is_a_usage_error() -> None:
    with pytest.raises(rapporteur.UsageError, match="Name files"):
        rapporteur.build([])


LINES = [
    '{"id": "7", "text": "Peru\'s foreign minister met his colleague in Lima.", "published": "1998-10-26"}',
    "",
    '{"id": "8"}',
    "no json",
]


def test_lines_are_read_under_their_own_ids() -> None:
    items = list(rapporteur.read_lines(LINES))
    kinds = [type(item).__name__ for item in items]
    assert kinds == ["tuple", "Skipped", "Skipped"]
    article, reading = items[0]  # type: ignore[misc]
    assert (article.id, article.published.edtf, reading.article) == ("7", "1998-10-26", "7")


def test_without_its_model_a_build_stops_at_once_and_goes_on_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("Envoys of Oman and Peru met in Oslo on Friday.", encoding="utf-8")
    monkeypatch.setattr(files, "FOLDER", tmp_path / "nowhere")
    for loaded in (files.table, tagger, typer):
        loaded.cache_clear()
    with pytest.raises(ModelError, match="missing"):
        rapporteur.build([tmp_path / "a.txt"], output=tmp_path / "record.db")
    monkeypatch.undo()
    files.table.cache_clear()
    with rapporteur.build([tmp_path / "a.txt"], output=tmp_path / "record.db") as record:
        assert len(record.articles) == 1
