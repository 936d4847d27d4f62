from __future__ import annotations

from dataclasses import replace

import pytest

from rapporteur.record.model import Entries, Evidence
from rapporteur.record.verify import faults
from tests.record.makers import article, entries

ONE = article()
GOOD = entries(ONE)
MEETING = GOOD.meetings[0]


def test_a_sound_record_has_no_faults() -> None:
    assert list(faults(GOOD, {ONE.id: ONE})) == []


@pytest.mark.parametrize(
    ("broken", "complaint"),
    [
        (replace(GOOD, meetings=(replace(MEETING, evidence=()),)), "no evidence"),
        (replace(GOOD, meetings=(replace(MEETING, evidence=(Evidence(ONE.id, 0, 5, "Prine"),)),)), "do not stand"),
        (
            replace(GOOD, meetings=(replace(MEETING, evidence=(Evidence("a-none", 0, 5, "Prime"),)),)),
            "not in the record",
        ),
        (replace(GOOD, meetings=(replace(MEETING, evidence=(Evidence(ONE.id, 5, 5, ""),)),)), "do not stand"),
        (replace(GOOD, meetings=(replace(MEETING, parties=("actor-none",)),)), "refers to actor-none"),
        (replace(GOOD, meetings=(replace(MEETING, previous="meeting-none"),)), "refers to meeting-none"),
        (replace(GOOD, positions=(replace(GOOD.positions[0], issue="issue-none"),)), "refers to issue-none"),
        (replace(GOOD, statements=(replace(GOOD.statements[0], article="a-none"),)), "refers to a-none"),
    ],
)
def test_every_kind_of_fault_is_found(broken: Entries, complaint: str) -> None:
    found = list(faults(broken, {ONE.id: ONE}))
    assert len(found) == 1
    assert complaint in found[0]
