from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from rapporteur.errors import NoRecordError, RecordError
from rapporteur.intake.document import Skipped
from rapporteur.reading.claims import Reading, Status
from rapporteur.record.model import Entries
from rapporteur.record.store import Store, Wanted, fts_query
from tests.record.makers import article, entries


@pytest.fixture
def store() -> Store:
    """A record in memory with one article, settled."""
    made = Store(None, create=True)
    one = article()
    made.add(one, Reading(one.id), "reader")
    made.settle(entries(one))
    return made


def test_what_is_put_in_comes_out(store: Store) -> None:
    one = article()
    assert list(store.articles()) == [(one, Reading(one.id))]
    assert store.entries() == entries(one)


def test_a_record_outlives_its_process(tmp_path: Path) -> None:
    one = article()
    first = Store(tmp_path / "a b" / "record.db", create=True)
    first.add(one, Reading(one.id), "reader")
    first.settle(entries(one))
    first.close()
    again = Store(tmp_path / "a b" / "record.db")
    assert again.settled
    assert again.entries() == entries(one)
    again.close()


def test_settling_twice_leaves_unchanged_rows_alone(store: Store) -> None:
    with store._engine.connect() as db:
        before = db.exec_driver_sql("SELECT rowid, id FROM entry ORDER BY id").all()
    one = article()
    called_off = replace(entries(one).meetings[0], status=Status.CANCELLED)
    store.settle(replace(entries(one), meetings=(called_off,)))
    with store._engine.connect() as db:
        after = db.exec_driver_sql("SELECT rowid, id FROM entry ORDER BY id").all()
    changed = set(before) ^ set(after)
    assert {identifier for _, identifier in changed} <= {"meeting-1"}
    assert store.entries().meetings == (called_off,)


def test_a_new_article_unsettles_the_record(store: Store) -> None:
    assert store.settled
    two = article("second.txt", "A second report.")
    store.add(two, Reading(two.id), "reader")
    assert not store.settled


def test_a_removed_article_takes_its_evidence_along_and_is_remembered(store: Store) -> None:
    one = article()
    store.remove(one)
    assert store.is_removed(one.id)
    assert not store.has_article(one.id)
    store.settle(Entries())
    assert list(store.evidence()) == []
    assert store.search("bridge", 5) == []
    store.add(one, Reading(one.id), "reader")
    assert not store.is_removed(one.id)


def test_sources_are_known_by_content_and_name(store: Store) -> None:
    store.add_source("d1", "one.txt")
    store.add_source("d1", "one.txt")
    assert store.has_source("d1", "one.txt")
    assert not store.has_source("d1", "two.txt")
    assert not store.has_source("d2", "one.txt")


def test_what_was_skipped_is_noted_until_it_is_opened_again(store: Store) -> None:
    rows = [
        Skipped("m.txt", "x/a.zip!m.txt", "empty", "It is empty."),
        Skipped("b", "x/a.zipper", "empty", "So is it."),
    ]
    for row in rows:
        store.skip(row)
    assert store.skipped() == tuple(rows)
    store.unskip("x/a.zip")
    assert store.skipped() == (rows[1],)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), ["meeting-1"]),
        (Wanted(actors=frozenset({"actor-state"})), ["meeting-1"]),
        (Wanted(actors=frozenset({"actor-person"})), []),
        (Wanted(since=dt.date(1996, 3, 4)), ["meeting-1"]),
        (Wanted(since=dt.date(1996, 3, 5)), []),
        (Wanted(until=dt.date(1996, 3, 4)), ["meeting-1"]),
        (Wanted(until=dt.date(1996, 3, 3)), []),
        (Wanted(status="held"), ["meeting-1"]),
        (Wanted(status="planned"), []),
        (Wanted(about="ohrid"), ["meeting-1"]),
        (Wanted(about="geneva"), []),
    ],
)
def test_filters(store: Store, wanted: Wanted, found: list[str]) -> None:
    assert store.select("meetings", wanted) == found


@pytest.mark.parametrize(
    ("words", "query"),
    [
        ("bridge", '"bridge"*'),
        ("bridge spring", '"bridge"* "spring"*'),
        ('"by spring" open', '"by spring" "open"*'),
        ("NOT (x)", '"NOT"* "(x)"*'),
        ('half" quote', '"half"* "quote"*'),
    ],
)
def test_plain_words_become_a_query_that_cannot_fail(store: Store, words: str, query: str) -> None:
    assert fts_query(words) == query
    store.search(words, 5)


def test_a_missing_record_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(NoRecordError, match="rapporteur build"):
        Store(tmp_path / "none.db")


@pytest.mark.parametrize(
    "content", [b"no database at all, but long enough to look at" * 40, b"SQLite format 3\0broken"]
)
def test_another_file_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter.db"
    path.write_bytes(content)
    with pytest.raises(NoRecordError, match=r"letter\.db"):
        Store(path, create=True)
    assert path.read_bytes() == content


def test_a_record_of_another_schema_is_refused(tmp_path: Path) -> None:
    made = Store(tmp_path / "old.db", create=True)
    with made._engine.begin() as db:
        db.exec_driver_sql("UPDATE meta SET value = '0' WHERE key = 'schema'")
    made.close()
    with pytest.raises(RecordError, match="schema 0"):
        Store(tmp_path / "old.db")
