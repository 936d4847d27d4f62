from __future__ import annotations

import datetime as dt

import pytest

from rapporteur.reading.claims import MeetingClaim, Reading, Status, TimeRule
from rapporteur.record.dating.recent_clues import recent_clues
from rapporteur.spans import Span
from rapporteur.when import UNKNOWN, When, on

MAY = TimeRule("monthday", 0, "05-04 past surely")


def clues(rule: TimeRule | None, when: When = UNKNOWN, *, recent: bool = True, status: Status = Status.HELD) -> int:
    met = MeetingClaim(status, ("a", "b"), (Span(0, 4),), when=when, rule=rule, recent=recent)
    return len(list(recent_clues(Reading("x", meetings=(met,)))))


@pytest.mark.parametrize(("day", "allowed"), [("1962-05-04", True), ("1962-10-01", True), ("1963-02-01", False)])
@pytest.mark.parametrize(("rule", "when"), [(MAY, UNKNOWN), (None, on(dt.date(1962, 5, 4)))])
def test_a_recent_meeting_was_months_ago_at_most(rule: TimeRule | None, when: When, day: str, *, allowed: bool) -> None:
    met = MeetingClaim(Status.HELD, ("a", "b"), (Span(0, 4),), when=when, rule=rule, recent=True)
    (clue,) = recent_clues(Reading("x", meetings=(met,)))
    assert (dt.date.fromisoformat(day) in clue.days) is allowed


def test_what_is_not_called_so_or_has_no_day_says_nothing() -> None:
    assert clues(MAY, recent=False) == 0
    assert clues(MAY, status=Status.PLANNED) == 0
    assert clues(TimeRule("month", 5, "past")) == 0
    assert clues(None) == 0
