from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from rapporteur.record.judgements.judgement import Anchor, Judgement, Reference, Verdict, standing


def decided(number: int, verdict: Verdict = Verdict.RIGHT, undoes: str = "") -> Judgement:
    about = () if undoes else (Reference("meetings", "m", "a meeting", (Anchor("a", number, number + 1),)),)
    return Judgement(verdict, about, "Ada", f"2001-01-01T00:00:{number:02}Z", undoes=undoes)


def test_an_id_follows_from_what_is_said() -> None:
    assert decided(1).id == decided(1).id
    assert len({decided(1).id, decided(2).id, decided(1, Verdict.WRONG).id}) == 3


def test_a_long_chain_of_undoings_is_followed() -> None:
    chain = [decided(0)]
    for number in range(1, 3001):
        made = replace(decided(0, Verdict.UNDONE, chain[-1].id), on=f"2001-01-02T00:00:00.{number:06}Z")
        chain.append(made)
    assert standing(chain) == [chain[0]]


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
