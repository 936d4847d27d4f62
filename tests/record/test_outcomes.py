"""Reports of outcomes find the commitment that they are about, or none."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.reading.claims import Fulfilment
from rapporteur.record.commitments import gather_commitments
from rapporteur.record.model import Commitment
from rapporteur.record.outcomes import deed_words
from tests.record.claims_made import Read, commitment, outcome, read


def lives(
    commitments: list[tuple[str, str]], outcome_row: str, day: str = "1979-04-10", published: str = "1979-04-12"
) -> list[Commitment]:
    """The commitments (row and day) of articles of their days, once an article reports an outcome."""
    reads = [read(f"a-{n}", [commitment(row, day=made)], made) for n, (row, made) in enumerate(commitments)]
    entries = gather_commitments([*reads, read("z-9", [outcome(outcome_row, day=day)], published)], {})
    return sorted(entries, key=lambda entry: entry.history[0].evidence)


SWAP = ("Egypt + Israel | exchange prisoners of war", "1979-03-26")
TRUCKS = ("Egypt | deliver forty trucks", "1979-03-26")
MAP = ("Egypt + Israel | draw up a road map", "1979-03-26")
TRADE = ("Egypt + Israel | road map for trade", "1979-03-26")
STRIP = ("Egypt | withdraw from the strip", "1979-03-26")
FEW, ENVOYS = ("Egypt + Israel | exchange 2,000 prisoners", "Egypt + Israel | exchange envoys")


@pytest.mark.parametrize(
    ("made", "told", "status"),
    [
        (SWAP, "Egypt + Israel | exchange of prisoners | reported_done", "reported_done"),
        (SWAP, "Egypt + Israel | exchange | 200 prisoners each | reported_done", "reported_done"),
        (SWAP, "| exchange | reported_done", "reported_done"),
        (SWAP, "| planned exchange | reported_done", "reported_done"),
        (SWAP, "| swap of captives | lapsed", "lapsed"),
        (SWAP, "Egypt + Israel | exchange of prisoners | superseded", "superseded"),
        (SWAP, "Egypt + Israel | exchange of prisoners | postponed", "made"),
        (TRUCKS, "Egypt | delivery of the trucks | reported_unmet", "reported_unmet"),
        (TRUCKS, "Egypt | deliver | forty trucks | reported_done", "reported_done"),
        (TRADE, "| draw up | roadmap | reported_unmet", "made"),
        (MAP, "| draw up | roadmap | reported_unmet", "reported_unmet"),
        # Of somebody else, of something else, of another figure, before it was made, or years later.
        (SWAP, "Jordan + Syria | exchange of prisoners | reported_done", "made"),
        (SWAP, "Egypt + Syria | exchange of prisoners | reported_done", "made"),
        (MAP, "Egypt + Israel | map accord | superseded", "made"),
        (SWAP, "Egypt + Israel | exchange of ambassadors | reported_done", "made"),
        (SWAP, "Egypt + Israel | exchange | notes | reported_done", "made"),
        (SWAP, "Egypt + Israel | release | sailors | reported_done", "made"),
        ((FEW, "1979-03-26"), "| exchange of 900 prisoners | reported_done", "made"),
        ((FEW, "1979-04-26"), "| exchange of prisoners | reported_done", "made"),
        ((FEW, "1976-04-26"), "| exchange of prisoners | reported_done", "made"),
        (STRIP, "Egypt | withdraw | garrison of the island | reported_done", "made"),
    ],
)  # fmt: skip
def test_an_outcome_finds_its_commitment(made: tuple[str, str], told: str, status: str) -> None:
    (entry,) = lives([made], told)
    assert entry.status is Fulfilment(status)


def test_where_two_fit_neither_is_meant() -> None:
    found = lives([(FEW, "1979-03-01"), (ENVOYS, "1979-03-20")], "| exchange | reported_done")
    assert [entry.status for entry in found] == [Fulfilment.MADE, Fulfilment.MADE]


def test_the_one_that_shares_more_is_meant() -> None:
    told = "Egypt + Israel | exchange of envoys | reported_done"
    found = lives([(FEW, "1979-03-01"), (ENVOYS, "1979-03-20")], told)
    assert [entry.status for entry in found] == [Fulfilment.MADE, Fulfilment.REPORTED_DONE]


def test_what_was_done_before_another_was_made_is_no_longer_meant() -> None:
    reads = [
        read("a-1", [commitment("Egypt + Israel | exchange prisoners", day="1979-01-05")], "1979-01-06"),
        read(
            "a-2", [outcome("Egypt + Israel | exchange of prisoners | reported_done", day="1979-01-20")], "1979-01-21"
        ),
        read("a-3", [commitment("Egypt + Israel | exchange of prisoners", day="1979-03-01")], "1979-03-02"),
        read(
            "a-4", [outcome("Egypt + Israel | exchange of prisoners | reported_done", day="1979-03-20")], "1979-03-21"
        ),
    ]
    days = sorted(entry.history[-1].when.edtf or "" for entry in gather_commitments(reads, {}))
    assert days == ["1979-01-20", "1979-03-20"]


def test_the_history_is_by_day_with_its_words() -> None:
    put_off = outcome("Egypt | delivery of the trucks | postponed", day="1979-04-03", due="1979-06-01")
    reads = [
        read("a-1", [commitment("Egypt | deliver the trucks", day="1979-03-01")], "1979-03-02"),
        read("a-2", [outcome("Egypt | deliver | trucks | reported_done", day="1979-06-03")], "1979-06-04"),
        read("a-3", [put_off], "1979-04-04"),
        read("a-4", [outcome("Egypt | deliver | the trucks | reported_done", day="1979-06-03")], "1979-06-05"),
    ]
    (entry,) = gather_commitments(reads, {})
    assert [(step.status.value, step.when.edtf) for step in entry.history] == [
        ("made", "1979-03-01"),
        ("postponed", "1979-04-03"),
        ("reported_done", "1979-06-03"),
    ]
    assert [[e.article for e in step.evidence] for step in entry.history] == [["a-1"], ["a-3"], ["a-2", "a-4"]]
    assert entry.due.edtf == entry.history[1].due.edtf == "1979-06-01"
    assert [e.article for e in entry.evidence] == ["a-1"]


def test_what_one_sentence_tells_of_its_own_promise_is_its_outcome() -> None:
    told = outcome("Egypt + Israel | exchange | reported_done", day="1979-03-01")
    made = commitment("Egypt + Israel | exchange prisoners")
    (entry,) = gather_commitments([read("a-1", [made, told], "1979-03-05")], {})
    assert entry.status is Fulfilment.REPORTED_DONE
    assert [step.when.edtf for step in entry.history] == ["../1979-03-01", "1979-03-01"]
    deed = outcome("Egypt + Israel | exchange | prisoners | reported_done", day="1979-03-01")
    (entry,) = gather_commitments([read("a-1", [made, deed], "1979-03-05")], {})
    assert entry.status is Fulfilment.MADE


@pytest.mark.parametrize(
    ("made", "told"),
    [
        ("Egypt + Israel | exchange prisoners", "Syria | exchange of prisoners | reported_done"),
        ("Egypt | build a school", "Syria | promise to build a school | reported_unmet"),
        ("Egypt | withdraw its guards", "Jordan + Syria | agreement to withdraw the guards | lapsed"),
        ("Egypt + Israel | open a port", "Egypt + Syria | opening of the port | reported_done"),
    ],
)
def test_what_one_sentence_tells_of_other_parties_is_theirs(made: str, told: str) -> None:
    reads = [read("a-1", [commitment(made, day="1979-03-01"), outcome(told, day="1979-03-04")], "1979-03-05")]
    (entry,) = gather_commitments(reads, {})
    assert entry.status is Fulfilment.MADE


def test_a_day_that_passes_without_any_report_changes_nothing() -> None:
    (entry,) = gather_commitments([read("a-1", [commitment("Egypt | deliver the trucks")], "1979-03-02")], {})
    assert (entry.status, len(entry.history)) == (Fulfilment.MADE, 1)


def test_an_outcome_told_before_its_commitment_in_one_article_is_another_s() -> None:
    told, made = "Egypt + Israel | exchange of prisoners | reported_done", "Egypt + Israel | exchange prisoners"
    (before,) = gather_commitments([read("a-1", [outcome(told, 0), commitment(made, 1)], "1979-03-02")], {})
    (behind,) = gather_commitments([read("a-1", [commitment(made, 0), outcome(told, 1)], "1979-03-02")], {})
    assert (before.status, behind.status) == (Fulfilment.MADE, Fulfilment.REPORTED_DONE)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("deliver the trucks", "delivery of trucks"),
        ("pull out of the valley", "withdrawal from the valley"),
        ("draw up a road map", "drafting the roadmap"),
        ("a truce", "the cease-fire agreement"),
    ],
)
def test_words_for_one_deed_are_one(one: str, two: str) -> None:
    assert deed_words(one) == deed_words(two)


MADE = st.tuples(
    st.sampled_from(["Egypt | open the canal", "Egypt + Israel | exchange prisoners", ENVOYS]),
    st.sampled_from(["1979-03-26", "1979-04-20"]),
)
TOLD = st.tuples(
    st.sampled_from(
        ["Egypt | open | canal | reported_done", "| exchange | lapsed", "Egypt | opening of the canal | postponed"]
    ),
    st.sampled_from(["", "1979-04-01", "1979-05-20"]),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(MADE | TOLD, min_size=1, max_size=7), st.randoms(use_true_random=False))
def test_order_of_articles_changes_nothing(rows: list[tuple[str, str]], random: Random) -> None:
    reads: list[Read] = [
        read(f"a-{n}", [commitment(row, day=day) if row.count("|") == 1 else outcome(row, day=day)], "1979-05-21")
        for n, (row, day) in enumerate(rows)
    ]
    shuffled = list(reads)
    random.shuffle(shuffled)
    entries = gather_commitments(reads, {})
    assert gather_commitments(shuffled, {}) == entries
    for entry in entries:
        assert all(step.evidence for step in entry.history)
        assert entry.history[0].status is Fulfilment.MADE
