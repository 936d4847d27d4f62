"""Events of many articles: one entry for each."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.record.events import gather_events
from tests.record.claims_made import Read, event, read


def test_reports_of_one_day_are_one_event() -> None:
    row = "ASSAULT | Chad | Libya"
    reads = [read("a-1", [event(row, day="1987-03-22")]), read("a-2", [event(row, day="1987-03-22")])]
    (entry,) = gather_events(reads, {})
    assert entry.reports == ("a-1", "a-2")
    assert entry.cameo == "19"


def test_reports_without_a_day_stay_apart() -> None:
    row = "ASSAULT | Chad | Libya"
    assert len(gather_events([read("a-1", [event(row)]), read("a-2", [event(row)])], {})) == 2


def test_a_copy_adds_evidence_only() -> None:
    row = "ASSAULT | Chad | Libya"
    (entry,) = gather_events([read("a-1", [event(row)]), read("a-2", [event(row)])], {"a-2": "a-1"})
    assert entry.reports == ("a-1", "a-2")


def test_an_event_of_nobody_known_is_left_out() -> None:
    assert gather_events([read("a-1", [event("PROTEST |  | ")])], {}) == ()


ROWS = st.tuples(
    st.sampled_from(["ASSAULT | Chad | Libya", "CONSULT | Chad | Libya", "ASSAULT | Libya | Chad", "AID | Chad | "]),
    st.sampled_from(["", "1987-03-22", "1987-03-23"]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(ROWS, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_order_of_articles_changes_nothing(rows: list[tuple[str, str]], random: Random) -> None:
    reads: list[Read] = [read(f"a-{number}", [event(row, day=day)]) for number, (row, day) in enumerate(rows)]
    shuffled = list(reads)
    random.shuffle(shuffled)
    entries = gather_events(reads, {})
    assert gather_events(shuffled, {}) == entries
    assert [entry.id for entry in entries] == sorted({entry.id for entry in entries})
