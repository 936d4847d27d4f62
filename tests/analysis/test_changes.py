"""What changed since a build: new, updated, merged, gone; and what a brief says of it."""

from __future__ import annotations

from pathlib import Path

import pytest

import rapporteur
from rapporteur.analysis.changes import Change, Kind, changes
from rapporteur.export.changes_brief import brief, change_value
from rapporteur.record.record import Record

PLAN = (
    "OSLO, March 1, 1996 (Polar News) -- Prime Minister Arta Hoxhaj of Albania will meet Greek Foreign Minister Nikos "
    "Vellis in Oslo on March 4, her office said on Friday.\n"
)
HELD = (
    "OSLO, March 4, 1996 (Southern Wire) -- Prime Minister Arta Hoxhaj of Albania met Greek Foreign Minister Nikos "
    "Vellis in Oslo on Monday.\n\nGreece rejected an Albanian demand for a new bridge.\n"
)


@pytest.fixture
def record(tmp_path: Path) -> Record:
    """A record of two builds: a plan, then that it was held."""
    for name, text in (("plan.txt", PLAN), ("held.txt", HELD)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        rapporteur.build([tmp_path / name], output=tmp_path / "record.db").close()
    return rapporteur.open(tmp_path / "record.db")


def of(found: tuple[Change, ...], kind: str) -> list[Change]:
    return [change for change in found if change.list == kind]


def test_a_plan_that_was_held_is_one_updated_meeting(record: Record) -> None:
    with record:
        (change,) = of(changes(record, 1), "meetings")
        assert change.kind is Kind.UPDATED
        assert change.reports == 1
        assert ("status", "planned", "held") in [(one.field, one.before, one.now) for one in change.differences]
        assert any("status: planned → held" in line for line in brief(record, changes(record, 1)))


def test_what_came_is_new_and_since_the_beginning_all_is(record: Record) -> None:
    with record:
        assert {change.kind for change in of(changes(record, 1), "positions")} == {Kind.NEW}
        assert {change.kind for change in changes(record, 0)} == {Kind.NEW}
        assert changes(record, len(record.builds())) == ()


def test_what_a_person_joined_is_merged_and_what_is_judged_wrong_gone(record: Record) -> None:
    with record:
        before = record.builds()[-1].number
        people = {actor.name: actor.id for actor in record.actors}
        record.judge.same(people["Albania"], people["Greece"], by="Ada")
        record.judge.wrong(record.positions[0].id, by="Ada")
        found = changes(record, before)
        assert Kind.GONE in {change.kind for change in of(found, "positions")}
        lines = list(brief(record, found))
        assert any(line.startswith("Positions: ") for line in lines)
        assert all(change_value(change)["id"] for change in found)


def test_a_build_that_changes_nothing_is_no_build(record: Record, tmp_path: Path) -> None:
    with record:
        assert [build.articles for build in record.builds()] == [1, 2]
    rapporteur.build([tmp_path / "plan.txt"], output=tmp_path / "record.db").close()
    with rapporteur.open(tmp_path / "record.db") as again:
        assert len(again.builds()) == 2
