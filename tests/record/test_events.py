"""Events of many articles: one entry for each."""

from __future__ import annotations

from random import Random

import pytest
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


@pytest.mark.parametrize(
    ("row", "words", "published", "one"),
    [
        ("ASSAULT | Chad | Libya", ("shell", "shelling"), ("1987-03-22", "1987-03-24"), True),
        ("ASSAULT | Chad | Libya", ("shell", "shelling"), ("1987-03-22", "1987-05-24"), False),
        ("ASSAULT | Chad | Libya", ("shell", "shelling"), ("", ""), True),
        ("ASSAULT | Chad | Libya", ("shell", "bomb"), ("1987-03-22", "1987-03-24"), False),
        ("ASSAULT | Chad | ", ("shell", "shell"), ("1987-03-22", "1987-03-24"), True),
    ],
)
def test_one_word_of_one_week_s_story_tells_one_event(
    row: str, words: tuple[str, str], published: tuple[str, str], *, one: bool
) -> None:
    reads = [read(f"a-{n}", [event(row, word=words[n])], published=published[n]) for n in (0, 1)]
    assert len(gather_events(reads, {})) == (1 if one else 2)


@pytest.mark.parametrize(("row", "count"), [("ASSAULT | Chad | Libya", 1), ("ASSAULT | Chad | ", 2)])
def test_in_one_article_two_sides_make_one_event_of_one_word(row: str, count: int) -> None:
    twice = [event(row, at, word="shell") for at in (0, 1)]
    assert len(gather_events([read("a-1", twice)], {})) == count


def test_a_copy_adds_evidence_only() -> None:
    row = "ASSAULT | Chad | Libya"
    (entry,) = gather_events([read("a-1", [event(row)]), read("a-2", [event(row)])], {"a-2": "a-1"})
    assert entry.reports == ("a-1", "a-2")


def test_an_event_of_nobody_known_is_left_out() -> None:
    assert gather_events([read("a-1", [event("PROTEST |  | ")])], {}) == ()


ROWS = st.tuples(
    st.sampled_from(["ASSAULT | Chad | Libya", "CONSULT | Chad | Libya", "ASSAULT | Libya | Chad", "AID | Chad | "]),
    st.sampled_from(["", "1987-03-22", "1987-03-23"]),
    st.sampled_from(["", "shell", "shelling"]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(ROWS, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_order_of_articles_changes_nothing(rows: list[tuple[str, str, str]], random: Random) -> None:
    reads: list[Read] = [
        read(f"a-{number}", [event(row, day=day, word=word)]) for number, (row, day, word) in enumerate(rows)
    ]
    shuffled = list(reads)
    random.shuffle(shuffled)
    entries = gather_events(reads, {})
    assert gather_events(shuffled, {}) == entries
    assert [entry.id for entry in entries] == sorted({entry.id for entry in entries})
