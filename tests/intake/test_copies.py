from __future__ import annotations

import datetime as dt
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.intake.article import Article
from rapporteur.intake.copies import Passages, find_copies, fingerprints
from rapporteur.spans import Span
from rapporteur.when import UNKNOWN, When, on

STORY = (
    "Envoys of the two coastal states met in the old customs house on Thursday and agreed to send surveyors together. ",
    "The sandbank that both claim has no name on either map, and the survey is to begin after the winter storms. ",
    "Neither government has shown its own charts so far; the fishermen who anchor there drew theirs on a calendar. ",
    "A line through the middle was proposed nine years ago by a retired judge whom both sides then refused to pay. ",
    "“The bank moves, and so must we,” the envoy of the northern state told reporters on the steps of the house. ",
    "Her colleague from the south left by a side door of the customs house without speaking to anybody. ",
)
RIVAL = (
    "After six hours behind drawn curtains the delegations came out with one sentence on paper: a joint survey. ",
    "“The bank moves, and so must we,” said the northern envoy, who looked tired but pleased with her answer. ",
    "Diplomats expect that the work cannot start before the weather turns, and few believe in a result this year. ",
    "Both capitals have promised money to the harbour towns, which live from the sandbank as much as from the sea. ",
    "The southern envoy avoided the press, as he has at every meeting since he took over from his brother. ",
)
DAY = dt.date(1990, 5, 7)


def article(name: str, text: str, published: When = UNKNOWN) -> Article:
    return Article(id=name, file=f"{name}.txt", source=name, text=text, body=(Span(0, len(text)),), published=published)


def test_the_same_story_in_two_outlets() -> None:
    one, other = article("a", "".join(STORY)), article("b", "".join(STORY))
    assert find_copies([one, other]) == {"b": "a"}


@pytest.mark.parametrize(
    ("why", "text"),
    [
        ("the last third cut", "".join(STORY[:4])),
        ("the first paragraph rewritten", RIVAL[0] + "".join(STORY[1:])),
        ("a paragraph added", "".join(STORY) + RIVAL[3]),
        ("a paragraph in other words", "".join((*STORY[:2], RIVAL[3], *STORY[3:]))),
        (
            "words changed here and there",
            "".join(STORY).replace("Thursday", "May 3").replace("winter", "autumn").replace("refused", "declined"),
        ),
        ("other quotation marks", "".join(STORY).replace("“", '"').replace("”", '"')),
        ("another house style", "".join(STORY).upper()),
    ],
)
def test_versions_of_one_story(why: str, text: str) -> None:
    assert find_copies([article("a", "".join(STORY)), article("b", text)]), why


@pytest.mark.parametrize(
    ("why", "one", "other"),
    [
        ("two writers on one event", "".join(STORY), "".join(RIVAL)),
        ("one background paragraph in both", "".join(STORY), "".join(RIVAL) + STORY[3]),
        ("a long quotation in both", RIVAL[0] + f"“{''.join(STORY[:4])}”", RIVAL[3] + f"“{''.join(STORY[:4])}”"),
        (
            "a formula of the house",
            "The Lima Post reports on the river every day of the week. " + STORY[0],
            "The Lima Post reports on the river every day of the week. " + RIVAL[2],
        ),
        ("nothing in them", "", ""),
        (
            "too short to tell",
            "The two sides met again in the old customs house.",
            "The two sides met again in the old customs house.",
        ),
    ],
)
def test_no_copies(why: str, one: str, other: str) -> None:
    assert find_copies([article("a", one), article("b", other)]) == {}, why


def test_the_original_is_the_earliest_then_the_longest_then_the_first_by_id() -> None:
    long, short = "".join(STORY), "".join(STORY[:4])
    dated = [article("c", short, on(DAY)), article("b", long, on(DAY + dt.timedelta(days=1))), article("a", long)]
    assert find_copies(dated) == {"a": "c", "b": "c"}
    assert find_copies([article("a", short), article("b", long)]) == {"a": "b"}
    assert find_copies([article("b", long), article("a", long)]) == {"b": "a"}


def test_a_chain_has_one_root() -> None:
    first, second, third = (
        "".join(STORY[:4]),
        "".join(STORY[1:]) + RIVAL[0],
        "".join((*STORY[3:], RIVAL[0], *RIVAL[2:])),
    )
    found = find_copies([article("a", first, on(DAY)), article("b", second), article("c", third)])
    assert found == {"b": "a", "c": "a"}


def test_many_outlets() -> None:
    carried = [article(f"a{number:03}", "".join(STORY)) for number in range(120)]
    assert find_copies(carried) == {one.id: "a000" for one in carried[1:]}


def test_only_the_body_counts() -> None:
    text = "".join(STORY)
    outside = Article(
        id="b", file="b.txt", source="b", text=text + RIVAL[0], body=(Span(len(text), len(text + RIVAL[0])),)
    )
    assert find_copies([article("a", text), outside]) == {}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sets(st.integers(0, 11)), min_size=1, max_size=5))
def test_passages_of_an_earlier_time_change_nothing(times: list[set[int]]) -> None:
    pieces = [*STORY, *RIVAL]
    texts = ["".join(pieces[number % 3 :: 1 + number % 2]) for number in range(12)]
    every = [article(f"a{number:02}", text, on(DAY)) for number, text in enumerate(texts)]
    passages = Passages()
    for chosen in times:
        articles = [every[number] for number in sorted(chosen)]
        assert find_copies(articles, passages) == find_copies(articles)


def test_fingerprints_can_be_stored() -> None:
    articles = [article("a", "".join(STORY)), article("b", "".join(STORY))]
    prints = {one.id: fingerprints(one) for one in articles}
    assert all(0 <= number < 2**63 for number in prints["a"])
    assert prints["a"] == prints["b"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(STORY + RIVAL), max_size=6), min_size=1, max_size=8),
    st.lists(st.one_of(st.none(), st.dates(DAY, DAY + dt.timedelta(days=3))), min_size=8, max_size=8),
    st.randoms(use_true_random=False),
)
def test_order_changes_nothing(texts: list[list[str]], days: list[dt.date | None], shuffler: random.Random) -> None:
    articles = [
        article(f"a{number}", "".join(text), on(day) if day else UNKNOWN)
        for number, (text, day) in enumerate(zip(texts, days, strict=False))
    ]
    found = find_copies(articles)
    shuffled = list(articles)
    shuffler.shuffle(shuffled)
    assert find_copies(shuffled) == found
    assert list(found) == sorted(found)
    assert not set(found) & set(found.values())
