"""Windows: every token once, none too long."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rapporteur.language.model.subwords import LONGEST_WORD
from rapporteur.language.model.windows import CONTEXT, LONGEST, MARGIN, ROOM, windows

SENTENCES = st.lists(st.lists(st.integers(1, LONGEST_WORD), min_size=1, max_size=120), max_size=12)


@given(SENTENCES)
def test_every_token_is_kept_once_and_windows_are_short(given_lengths: list[list[int]]) -> None:
    lengths = [n for sentence in given_lengths for n in sentence]
    ends = [sum(map(len, given_lengths[: k + 1])) for k in range(len(given_lengths))]
    ranges = list(zip([0, *ends], ends, strict=False))
    found = list(windows(lengths, ranges))
    assert [at for w in found for at in range(w.keep, w.stop)] == list(range(len(lengths)))
    longest = max(LONGEST + CONTEXT, ROOM + 2 * (MARGIN + LONGEST_WORD))
    assert all(w.first <= w.keep < w.stop <= w.end and sum(lengths[w.first : w.end]) <= longest for w in found)


def test_a_window_holds_whole_sentences_with_the_one_before() -> None:
    lengths = [1] * 150
    found = list(windows(lengths, [(0, 100), (100, 130), (130, 150)]))
    assert [(w.first, w.keep, w.stop, w.end) for w in found] == [(0, 0, 150, 150)]
    found = list(windows([1] * 230, [(0, 100), (100, 130), (130, 230)]))
    assert [(w.first, w.keep, w.stop, w.end) for w in found] == [(0, 0, 130, 130), (100, 130, 230, 230)]


def test_a_sentence_too_long_is_read_in_pieces_that_overlap() -> None:
    count = 3 * LONGEST
    found = list(windows([1] * count, [(0, count)]))
    assert len(found) > 3
    assert all(after.first < before.stop for before, after in pairwise(found))
