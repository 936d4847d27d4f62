"""The annotated corpus: its markup, and that every passage of it is sound, varied and partly held out."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.corpus_files import MEETING, MODES, REALIS, STANCES, check, passages, sentences
from training.markup import Mark, MarkupError, read

CASES = [
    ("{per Ann Lee} left.", "Ann Lee left.", [Mark(0, 7, "per")]),
    ("{ev:AID/-/actual sent} it", "sent it", [Mark(0, 4, "ev", ("AID", "-", "actual"))]),
    ("{con:1 {dem Omani} oil}", "Omani oil", [Mark(0, 9, "con", ("1",)), Mark(0, 5, "dem")]),
    ("no marks", "no marks", []),
]
BROKEN = ["{per Ann", "Ann} Lee", "{ Ann}", "{per }", "{Per Ann}"]


@pytest.mark.parametrize(("marked", "text", "marks"), CASES)
def test_markup(marked: str, text: str, marks: list[Mark]) -> None:
    assert read(marked) == (text, tuple(marks))


@pytest.mark.parametrize("marked", BROKEN)
def test_broken_markup_is_an_error(marked: str) -> None:
    with pytest.raises(MarkupError):
        read(marked)


@given(st.lists(st.sampled_from(["{per ", "{con:1 ", "}", "word", " "]), max_size=12))
def test_marks_lie_in_the_text_and_nest(pieces: list[str]) -> None:
    try:
        text, marks = read("".join(pieces))
    except MarkupError:
        return
    assert all(0 <= m.start < m.end <= len(text) for m in marks)
    assert all(a.end <= b.start or b.end <= a.end for a, b in pairwise(marks))


def test_the_corpus_is_sound() -> None:
    assert check((*passages(), *sentences())) == []


def test_the_corpus_is_large_and_varied() -> None:
    found, single = passages(), sentences()
    assert len(found) >= 600
    assert len(single) >= 1500
    assert {p.published.year // 10 for p in found if p.published} >= set(range(194, 203))
    assert len({p.text[m.start : m.end] for p in found for m in p.marks if m.code == "state"}) >= 60
    seen = Counter(m.arguments for p in (*found, *single) for m in p.marks if m.code in ("ev", "mt"))
    modes = {(kind, mode) for kind, modes in MODES.items() for mode in modes.split() if kind != "CONSULT"}
    assert modes <= {arguments[:2] for arguments in seen}
    assert {arguments[2] for arguments in seen if len(arguments) == 3} == REALIS
    assert {arguments[0] for arguments in seen if len(arguments) == 2} == MEETING
    assert {m.arguments[0] for p in found for m in p.marks if m.code == "pos"} == STANCES


def test_a_seventh_is_held_out() -> None:
    for entries in (passages(), sentences()):
        assert 0.12 < sum(p.held_out for p in entries) / len(entries) < 0.18
