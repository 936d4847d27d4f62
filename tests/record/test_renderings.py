"""Renderings of one utterance: the same speaker, mostly the same words, near days."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

import pytest

from rapporteur.language.parse import Manner
from rapporteur.record.model import Statement
from rapporteur.record.renderings import group_renderings
from rapporteur.when import UNKNOWN, When, between, on

MONDAY = on(dt.date(1955, 4, 18))
LONG = "We want the bridge open by spring, and we shall pay our share of the steel,"


def said(number: int, text: str, speaker: str | None = "actor-1", when: When = MONDAY) -> Statement:
    return Statement(f"statement-{number}", speaker, Manner.DIRECT, text, f"a-{number}", 0, len(text), (), when=when)


SAME = [
    (LONG, LONG),
    (LONG, "the bridge open by spring"),
    (LONG, "We want the bridges opened, we want the bridge open in spring, and will pay a share of steel."),
    (
        "strengthen the trust between our two ancient nations",
        "We came to strengthen trust between two ancient nations.",
    ),
    ("Not one soldier shall cross the river.", "NOT ONE SOLDIER SHALL CROSS THE RIVER"),
]
DIFFERENT = [
    (LONG, "The steel is not our concern."),
    (LONG, "We want peace, and we shall have it."),
    ("Yes, of course.", "Yes, of course."),
    ("The talks were useful and frank.", "The weather was useful to the fleet."),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_renderings_of_one_utterance_share_a_group(one: str, other: str) -> None:
    groups = group_renderings([said(1, one), said(2, other)])
    assert groups["statement-1"] == groups["statement-2"]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_other_words_are_another_utterance(one: str, other: str) -> None:
    assert not group_renderings([said(1, one), said(2, other)])


def test_within_one_article_nearly_all_words_must_be_shared() -> None:
    loose = "We want the bridge open by spring, and we shall pay in gravel and timber."
    assert group_renderings([said(1, LONG), said(2, loose)])
    assert not group_renderings([said(1, LONG), replace(said(2, loose), article="a-1")])
    assert group_renderings([said(1, LONG), replace(said(2, "the bridge open by spring"), article="a-1")])


def test_another_speaker_says_something_else() -> None:
    assert not group_renderings([said(1, LONG), said(2, LONG, speaker="actor-2")])
    assert not group_renderings([said(1, LONG, speaker=None), said(2, LONG, speaker=None)])


@pytest.mark.parametrize(
    ("when", "same"),
    [
        (on(dt.date(1955, 4, 20)), True),
        (on(dt.date(1955, 5, 20)), False),
        (between(dt.date(1955, 4, 1), dt.date(1955, 6, 30)), True),
        (between(dt.date(1956, 1, 1), dt.date(1956, 12, 31)), False),
        (UNKNOWN, True),
    ],
)
def test_days_must_be_near(when: When, same: bool) -> None:
    assert bool(group_renderings([said(1, LONG), said(2, LONG, when=when)])) is same


def test_the_order_of_statements_does_not_matter() -> None:
    statements = [
        said(n, text) for n, text in enumerate([LONG, LONG[:40], "Peace is a long road home.", LONG + " he said"])
    ]
    expected = group_renderings(statements)
    for seed in range(5):
        random.Random(seed).shuffle(statements)
        assert group_renderings(statements) == expected
    assert len(set(expected.values())) == 1
