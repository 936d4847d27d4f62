from __future__ import annotations

import pytest

from rapporteur.reading.claims import ActorKind, LocalActor, OfficeSeen, Tenure
from rapporteur.reading.meetings.levels import (
    attends,
    format_of,
    highest,
    leader_level,
    level_of,
    office,
    shared_level,
    size_of,
)
from rapporteur.spans import Span


@pytest.mark.parametrize(
    ("sides", "level"),
    [
        ([["head_of_state"], ["head_of_state"]], "head_of_state"),
        ([["defence_minister", "intelligence_chief"], ["intelligence_chief", "defence_minister"]], "defence_minister"),
        ([["defence_minister", "intelligence_chief"], ["defence_minister"]], "defence_minister"),
        ([["head_of_state"], ["foreign_minister"]], "mixed"),
        ([["head_of_state"], ["head_of_government"]], "mixed"),
        ([["head_of_state", "foreign_minister"], ["foreign_minister"]], "foreign_minister"),
        ([["foreign_minister"], [None]], "mixed"),
        ([["envoy"], [None]], None),
        ([[None], [None]], None),
        ([["foreign_minister"], []], None),
        ([["foreign_minister"]], None),
        ([], None),
    ],
)
def test_the_level_is_the_highest_that_the_sides_share(sides: list[list[str | None]], level: str | None) -> None:
    assert shared_level(sides) == level


def test_formats_follow_from_the_number_of_parties() -> None:
    assert [format_of(number) for number in (1, 2, 3, 4, 5, 9)] == [
        None, "bilateral", "trilateral", "quadrilateral", "multilateral", "multilateral",
    ]  # fmt: skip
    assert [size_of(form) for form in ("bilateral", "quadrilateral", "multilateral")] == [2, 4, None]


def test_a_leader_leads_as_his_constitution_has_it() -> None:
    assert leader_level("FRA") == "head_of_state"
    assert leader_level("NZL") == "head_of_government"
    assert leader_level(None) == "head_of_state"


def _actor(*roles: str, tenure: Tenure = Tenure.CURRENT) -> LocalActor:
    offices = tuple(OfficeSeen(role, role, None, Span(0, 1), tenure) for role in roles)
    return LocalActor("a1", "Rudolf Rassendyll", ActorKind.PERSON, offices=offices)


def test_the_highest_office_counts_and_a_former_one_does_not() -> None:
    both = office(_actor("envoy", "foreign minister"))
    assert both is not None
    assert both.role == "foreign minister"
    assert level_of(_actor("president"), None) == "head_of_state"
    assert level_of(_actor("president", tenure=Tenure.FORMER), None) is None


def test_who_only_speaks_of_a_meeting_is_not_at_it() -> None:
    assert not attends(_actor("spokesperson"))
    assert attends(_actor())


def test_the_highest_of_levels() -> None:
    assert highest(None, "envoy", "minister") == "minister"
    assert highest(None) is None
