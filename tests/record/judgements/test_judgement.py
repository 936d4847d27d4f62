from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapporteur.record.judgements.judgement import Anchor, Judgement, Reference, Verdict, added, standing


def decided(number: int, verdict: Verdict = Verdict.RIGHT, undoes: str = "") -> Judgement:
    about = () if undoes else (Reference("meetings", "m", "a meeting", (Anchor("a", number, number + 1),)),)
    return Judgement(verdict, about, "Ada", f"2001-01-01T00:00:{number:02}Z", undoes=undoes)


@pytest.mark.parametrize(
    ("verdicts", "sum_"),
    [
        ([Verdict.SAME], Verdict.SAME),
        ([Verdict.SAME, Verdict.SAME], Verdict.SAME),
        ([Verdict.SAME, Verdict.NOT_SAME], Verdict.NOT_SAME),
        ([Verdict.RIGHT, Verdict.WRONG], None),
        ([Verdict.WRONG, Verdict.WRONG], Verdict.WRONG),
        ([], None),
    ],
)
def test_what_several_verdicts_come_to(verdicts: list[Verdict], sum_: Verdict | None) -> None:
    assert added(verdicts) is sum_
    assert added(verdicts[::-1]) is sum_


def test_an_id_follows_from_what_is_said() -> None:
    assert decided(1).id == decided(1).id
    assert len({decided(1).id, decided(2).id, decided(1, Verdict.WRONG).id}) == 3


@given(st.lists(st.booleans(), max_size=6), st.randoms(use_true_random=False))
def test_an_undoing_can_be_undone_however_often(chain: list[bool], mixed: object) -> None:
    first = decided(0)
    judgements = [first]
    for number, _ in enumerate(chain, 1):
        judgements.append(decided(number, Verdict.UNDONE, judgements[-1].id))
    mixed.shuffle(judgements)  # type: ignore[attr-defined]
    assert standing(judgements) == ([first] if len(chain) % 2 == 0 else [])


def test_judgements_that_undo_each_other_in_a_ring_come_to_an_end() -> None:
    one, other = decided(1, Verdict.UNDONE, "judgement-x"), decided(2)
    assert standing([one, other, decided(3, Verdict.UNDONE, one.id)]) == [other]
