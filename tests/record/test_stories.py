from __future__ import annotations

import pytest

from rapporteur.intake.article import Article
from rapporteur.record.families import family_of
from rapporteur.record.grouping import with_earlier
from rapporteur.record.stories import Stories
from rapporteur.spans import Span

ARTICLES = {
    "flood": "The dam above Zenda burst on Monday and the flood took forty houses, the mayor said.",
    "flood again": "Forty houses were taken when the Zenda dam burst, and the mayor asked for boats.",
    "strike": "The railwaymen of Streslau went on strike for higher wages, the union said on Monday.",
    "ferry": "A ferry with pilgrims aboard ran aground off Hentzau, the harbour master said on Monday.",
}


def stories() -> Stories:
    return Stories(Article(name, name, name, text, (Span(0, len(text)),)) for name, text in ARTICLES.items())


@pytest.mark.parametrize(
    ("one", "two", "alike"),
    [
        ("flood", "flood again", True),
        ("flood", "flood", True),
        ("flood", "strike", False),
        ("strike", "ferry", False),
        ("flood again", "ferry", False),
    ],
)
def test_articles_of_one_story_share_what_others_lack(one: str, two: str, *, alike: bool) -> None:
    told = stories()
    assert told.alike(one, two) is alike
    assert told.alike(two, one) is alike


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("arrest", "arrested", True),
        ("acquire", "acquisition", True),
        ("kill", "killing", True),
        ("nominate", "nomination", True),
        ("attack", "attend", False),
        ("meet", "met", False),  # lemmas are compared: of these there is one
        ("die", "dine", False),
    ],
)
def test_words_of_one_family_begin_alike(one: str, two: str, *, same: bool) -> None:
    assert (family_of(one) == family_of(two)) is same


def test_what_is_compared_is_a_thing_and_those_before_it() -> None:
    assert list(with_earlier([1, 2, 4, 3], lambda one, two: (one - two) % 2 == 0)) == [(2, 4), (1, 3)]
