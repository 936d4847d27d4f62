"""Commitments of many articles: what is one, and what became of it."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.reading.claims import Fulfilment
from rapporteur.record.commitments import gather_commitments
from tests.record.claims_made import Read, commitment, read


@pytest.mark.parametrize(
    ("one", "two", "days", "entries"),
    [
        (
            "Egypt + Israel | exchange ambassadors",
            "Israel + Egypt | exchange of ambassadors",
            ("1979-03-26", "1979-03-27"),
            1,
        ),
        ("Egypt | open the canal", "Egypt | open the canal to ships", ("1979-03-26", ""), 1),
        ("Egypt | open the canal", "Israel | open the canal", ("1979-03-26", "1979-03-26"), 2),
        ("Egypt | open the canal", "Egypt | release the pilots", ("1979-03-26", "1979-03-26"), 2),
        ("Egypt | open the canal", "Egypt | open the canal", ("1979-03-26", "1981-03-26"), 2),
    ],
)
def test_merging(one: str, two: str, days: tuple[str, str], entries: int) -> None:
    reads = [
        read("a-1", [commitment(one, day=days[0])], "1979-03-28"),
        read("a-2", [commitment(two, day=days[1])], "1979-03-29"),
    ]
    assert len(gather_commitments(reads, {})) == entries


def test_a_later_report_updates_the_status_and_adds_its_evidence() -> None:
    first = read("a-1", [commitment("Egypt | open the canal")], "1979-03-28")
    later = read("a-2", [commitment("Egypt | open the canal", status="reported_done")], "1979-04-05")
    (entry,) = gather_commitments([first, later], {})
    assert entry.status is Fulfilment.REPORTED_DONE
    assert [evidence.article for evidence in entry.evidence] == ["a-1", "a-2"]


def test_the_last_word_counts() -> None:
    unmet = read("a-1", [commitment("Egypt | open the canal", status="reported_unmet")], "1979-03-30")
    done = read("a-2", [commitment("Egypt | open the canal", status="reported_done")], "1979-04-05")
    (entry,) = gather_commitments([unmet, done], {})
    assert entry.status is Fulfilment.REPORTED_DONE


def test_a_copy_adds_evidence_only() -> None:
    first, copy = (read(name, [commitment("Egypt | open the canal")], "1979-03-28") for name in ("a-1", "a-2"))
    (entry,) = gather_commitments([first, copy], {"a-2": "a-1"})
    assert {evidence.article for evidence in entry.evidence} == {"a-1", "a-2"}


ROWS = st.tuples(
    st.sampled_from(["Egypt | open the canal", "Egypt + Israel | exchange ambassadors", "Israel | open the canal"]),
    st.sampled_from(["", "1979-03-26", "1979-04-20"]),
    st.sampled_from(["made", "reported_done", "lapsed"]),
    st.sampled_from(["", "1979-03-28", "1979-05-01"]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(ROWS, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_order_of_articles_changes_nothing(rows: list[tuple[str, str, str, str]], random: Random) -> None:
    reads: list[Read] = [
        read(f"a-{number}", [commitment(row, day=day, status=status)], published)
        for number, (row, day, status, published) in enumerate(rows)
    ]
    shuffled = list(reads)
    random.shuffle(shuffled)
    entries = gather_commitments(reads, {})
    assert gather_commitments(shuffled, {}) == entries
    assert [entry.id for entry in entries] == sorted({entry.id for entry in entries})
    assert {evidence.article for entry in entries for evidence in entry.evidence} == {
        article.id for article, _ in reads
    }
