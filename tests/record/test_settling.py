from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rapporteur
from benchmarks.synthetic import Read, world
from rapporteur.record.judgements.judgement import Anchor, Judgement, Reference, Verdict
from rapporteur.record.memory import Memory
from rapporteur.record.model import Entries, Meeting, Statement
from rapporteur.record.reconcile import reconcile
from rapporteur.record.settling import Settling
from rapporteur.record.store import Store
from tests.stories import LIFE, TEXTS, write

ARTICLES = 40
STEPS = st.lists(st.sets(st.integers(0, ARTICLES - 1), min_size=1), min_size=2, max_size=4)


@cache
def reads() -> tuple[Read, ...]:
    return world(ARTICLES, seed=5).reads


def test_a_memory_forgets_what_nobody_asks_for_and_asks_but_once() -> None:
    memory, made = Memory(), list[str]()

    def make() -> str:
        made.append("made")
        return f"number {len(made)}"

    one, two = [1], [1]
    memory.begin()
    assert memory.once("a", (one,), make) == memory.once("a", (one,), make) == "number 1"
    assert memory.once("a", (two,), make) == "number 2"  # equal, but another thing
    assert memory.once("a", (one,), make, given="else") == "number 3"
    memory.begin()
    assert memory.once("a", (one,), make) == "number 1"
    memory.begin()
    memory.begin()
    assert memory.once("a", (one,), make) == "number 4"


def test_of_each_item_what_was_made_is_kept_while_it_comes_again() -> None:
    memory, made = Memory(), list[int]()
    items = [[1], [2], [3]]

    def double(item: list[int]) -> int:
        made.append(item[0])
        return 2 * item[0]

    assert memory.each("double", items, double) == [2, 4, 6]
    assert memory.each("double", items[1:], double) == [4, 6]
    assert memory.each("double", items, double) == [2, 4, 6]
    assert made == [1, 2, 3, 1]
    assert memory.each("double", items, double, given=[None, None, "new"]) == [2, 4, 6]
    assert made == [1, 2, 3, 1, 3]


@settings(max_examples=15, deadline=None)
@given(STEPS, st.randoms(use_true_random=False))
def test_what_was_made_before_changes_no_outcome(steps: list[set[int]], chance: random.Random) -> None:
    memory, every = Memory(), reads()
    for step in steps:
        chosen = [every[number] for number in step]
        chance.shuffle(chosen)
        found = reconcile(chosen, (), memory)
        assert found == reconcile([every[number] for number in sorted(step)])
        judgements = _judged(found, chance)
        assert reconcile(chosen, judgements, memory) == reconcile(chosen, judgements)


def _judged(entries: Entries, chance: random.Random) -> list[Judgement]:
    """That two meetings are one, and that a statement is wrong."""
    found: list[Judgement] = []
    for kind, verdict, number in (("meetings", Verdict.SAME, 2), ("statements", Verdict.WRONG, 1)):
        listed = getattr(entries, kind)
        if len(listed) >= number:
            about = tuple(_reference(kind, entry) for entry in chance.sample(listed, number))
            found.append(Judgement(verdict, about, by="somebody", on="2001-01-01T00:00:00Z"))
    return found


def _reference(kind: str, entry: Meeting | Statement) -> Reference:
    return Reference(kind, entry.id, "", tuple(Anchor(e.article, e.start, e.end) for e in entry.evidence))


def test_a_record_that_stays_open_grows_as_one_built_anew(tmp_path: Path) -> None:
    names = [*TEXTS, *LIFE]
    with rapporteur.build(write(tmp_path, names[:1]), output=tmp_path / "grown.db") as grown:
        for name in names[1:]:
            report = rapporteur.add(grown, write(tmp_path, [name]))
            assert report.read == 1
            assert rapporteur.add(grown, [tmp_path / name]).known == 1
        grown.verify()
        with rapporteur.build(write(tmp_path, names)) as anew, rapporteur.open(tmp_path / "grown.db") as kept:
            assert grown.entries == anew.entries == kept.entries
        judgement = grown.judge.wrong(grown.statements[0].id, by="somebody")
        grown.remove(grown.articles[0].id)
        with rapporteur.open(tmp_path / "grown.db") as kept:
            assert kept.entries == grown.entries
            assert kept.judged(judgement.id) == grown.judged(judgement.id)
            kept.verify()


def test_a_store_that_another_program_changed_is_settled_from_what_is_there(tmp_path: Path) -> None:
    every, path = reads(), tmp_path / "shared.db"
    mine, theirs = Store(path, create=True), Store(path, create=True)
    here, there = Settling(mine), Settling(theirs)
    for number, (store, settling) in enumerate(((mine, here), (theirs, there), (mine, here), (theirs, there))):
        for article, reading in every[number * 3 : number * 3 + 3]:
            store.add(article, reading, "reader")
        settling.settle()
        assert settling.entries == store.entries() == reconcile(every[: number * 3 + 3])
    assert here.entries is None
    mine.close()
    theirs.close()


@pytest.mark.parametrize("number", range(3))
def test_only_what_changes_is_written(number: int) -> None:
    every = reads()
    store = Store(None, create=True)
    settling = Settling(store)
    for article, reading in every[:-3]:
        store.add(article, reading, "reader")
    settling.settle()
    article, reading = every[-3 + number]
    store.add(article, reading, "reader")
    settling.settle()
    found = store.entries()
    assert set(store.changed(1)) == _differing(reconcile(every[:-3]), found)
    assert found == reconcile([*every[:-3], every[-3 + number]])
    anew = Store(None, create=True)
    for article, reading in (*every[:-3], every[-3 + number]):
        anew.add(article, reading, "reader")
    anew.settle(found)
    assert set(store.search("Statia", 10_000)) == set(anew.search("Statia", 10_000))
    assert list(store.evidence()) == list(anew.evidence())


def _differing(one: Entries, other: Entries) -> set[str]:
    kinds = [name for name in Entries.__slots__ if name not in ("published", "copies", "judged")]
    old, new = ({entry.id: entry for kind in kinds for entry in getattr(entries, kind)} for entries in (one, other))
    return {name for name in old | new if old.get(name) != new.get(name)}
