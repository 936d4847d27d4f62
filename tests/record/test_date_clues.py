from __future__ import annotations

import pytest

from rapporteur.record.dating.date_clues import is_announced, is_told_as_past

DAY = "4 March 2009"


@pytest.mark.parametrize(
    "sentence",
    [
        "The council will vote on 4 March 2009.",
        "The ministers will meet again in Oslo on 4 March 2009.",
        "Talks will resume in New Delhi, India, on 4 March 2009.",
        "The vote is due on 4 March 2009.",
        "A second hearing is scheduled for 4 March 2009.",
        "The truce is to take effect on 4 March 2009.",
        "The session will also be held in Lima, 4 March 2009.",
    ],
)
def test_an_event_of_that_day_is_announced(sentence: str) -> None:
    assert is_announced(sentence, sentence.index(DAY))


@pytest.mark.parametrize(
    "sentence",
    [
        "Readers will recall the accord of 4 March 2009.",
        "The town will mark the fire of 4 March 2009.",
        "The court will hear the case filed on 4 March 2009.",
        "She will meet the victims of the attack on 4 March 2009.",
        "The ministry will open the archive of 4 March 2009.",
        "They will travel to the island that was taken on 4 March 2009.",
        "The vote was due on 4 March 2009.",
        "The council would vote on 4 March 2009.",
        "“The council will vote on 4 March 2009,” she said.",
    ],
)
def test_a_day_inside_another_phrase_is_not_announced(sentence: str) -> None:
    assert not is_announced(sentence, sentence.index(DAY))


@pytest.mark.parametrize(
    ("sentence", "is_past"),
    [
        ("The treaty was signed on 4 March 2009.", True),
        ("He came home on 4 March 2009.", True),
        ("The council set a deadline of 4 March 2009.", False),
        ("The truce was extended until 4 March 2009.", False),
        ("The vote was postponed to 4 March 2009.", False),
        ("The cabinet approved the plan for 4 March 2009.", False),
        ("They pledged to leave on 4 March 2009.", False),
    ],
)
def test_what_was_planned_for_a_day_does_not_make_it_past(sentence: str, is_past: bool) -> None:
    assert is_told_as_past(sentence, sentence.index(DAY)) is is_past
