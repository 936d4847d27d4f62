from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapporteur.spans import Span, merge, subtract, trim

spans = st.tuples(st.integers(0, 60), st.integers(0, 20)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


def characters(pieces: tuple[Span, ...] | list[Span]) -> set[int]:
    return {at for piece in pieces for at in range(piece.start, piece.end)}


@given(st.lists(spans))
def test_merging_keeps_the_characters_and_leaves_gaps_between_pieces(pieces: list[Span]) -> None:
    merged = merge(pieces)
    assert characters(merged) == characters(pieces)
    assert all(a.end < b.start for a, b in itertools.pairwise(merged))


@given(spans, st.lists(spans))
def test_subtracting_leaves_just_what_the_holes_do_not_cover(span: Span, holes: list[Span]) -> None:
    assert characters(subtract(span, holes)) == characters([span]) - characters(holes)


@given(st.text(max_size=40))
def test_trimming_gives_what_strip_gives(text: str) -> None:
    assert trim(Span(0, len(text)), text).of(text) == text.strip()


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_runs_forward_from_a_place_in_the_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="cannot run"):
        Span(start, end)


@pytest.mark.parametrize(
    ("a", "b", "overlap", "inside"),
    [
        (Span(0, 5), Span(5, 9), False, False),
        (Span(0, 5), Span(4, 9), True, False),
        (Span(0, 9), Span(4, 6), True, True),
        (Span(2, 4), Span(2, 4), True, True),
    ],
)
def test_overlap_and_containment(a: Span, b: Span, overlap: bool, inside: bool) -> None:
    assert a.overlaps(b) is overlap
    assert b.overlaps(a) is overlap
    assert (b in a) is inside
