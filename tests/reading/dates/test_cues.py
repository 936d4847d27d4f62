from __future__ import annotations

import pytest

from rapporteur.reading.dates import cues as date_cues


def at(marked: str) -> tuple[str, int, int]:
    start = marked.index("[")
    return marked.replace("[", "").replace("]", ""), start, marked.index("]") - 1


@pytest.mark.parametrize(
    ("marked", "side"),
    [
        ("The ministers met on [Tuesday] in Doha.", "past"),
        ("The ministers will meet on [Tuesday] in Doha.", "future"),
        ("On [Tuesday] the ministers will meet in Doha.", "future"),
        ("On [Tuesday] the ministers met in Doha.", "past"),
        ("The minister said on [Tuesday] that she would resign.", "past"),
        ("The minister said that she would resign on [Tuesday].", "future"),
        ("The minister arrives on [Tuesday].", "near"),
        ("The talks are set to resume [Tuesday].", "future"),
        ("The talks will be attended on [Tuesday] by two observers.", "future"),
        ("The talks had been scheduled for [Tuesday].", "near"),
        ("The visit follows a summit on [Tuesday].", "past"),
        ("The visit will follow a summit on [Tuesday].", "near"),
        ("The truce has held since a summit on [Tuesday].", "past"),
        ("They must leave by [Tuesday].", "future"),
        ("They have been silent since [Tuesday].", "past"),
        ("They will return to the United Emirates on [Tuesday].", "future"),
        ("They will hold war-torn talks in a divided-city hotel on [Tuesday].", "future"),
        ("The accord is signed when the case is heard on [Tuesday].", "near"),
        ("The accord could be officially signed on [Tuesday].", "near"),
        ("The need for aid on [Tuesday] is clear.", ""),
        ("No word of [Tuesday] here.", ""),
    ],
)
def test_the_nearest_sign_tells_the_side(marked: str, side: str) -> None:
    assert date_cues.side(*at(marked)) == side


@pytest.mark.parametrize(
    ("marked", "side"),
    [
        ("The accord was signed on [4 March].", "past"),
        ("The council will vote on [4 March].", "future"),
        ("The envoy said on [4 March] that all was well.", "past"),
        ("The envoy said the target of [4 March] was far away.", ""),
        (
            "The accord was signed by all parties to the long and costly war in the hills, and on [4 March] they rest.",
            "",
        ),
        ("On [4 March] the accord was signed.", ""),
    ],
)
def test_only_a_near_sign_is_firm(marked: str, side: str) -> None:
    text, start, _ = at(marked)
    assert date_cues.firm_side(text, start) == side


@pytest.mark.parametrize(
    ("marked", "past"),
    [
        ("In [April] the envoys met and signed the accord.", True),
        ("In [April] the envoys, who had met, will sign the accord.", False),
        ("In [April], the envoy said, they met.", False),
        ("The envoys met in [April].", False),
        ("In [April] the envoys.", False),
    ],
)
def test_a_time_that_opens_a_sentence_is_past_where_all_of_it_is(marked: str, *, past: bool) -> None:
    text, start, _ = at(marked)
    assert date_cues.is_past_throughout(text, start) is past


def test_a_record_looks_back() -> None:
    assert date_cues.is_record("It was the first visit in ten years.", 23)
    assert not date_cues.is_record("The first guests left, and in ten years they return.", 30)


@pytest.mark.parametrize(
    ("marked", "is_month"),
    [
        ("They left in [May].", True),
        ("They left in [March] for good.", True),
        ("[May] they prosper.", False),
        ("Ms. [May] left.", False),
        ("They left in [June].", True),
        ("[June] Holt left.", False),
        ("They left in [October].", True),
        ("[October] was cold.", True),
    ],
)
def test_month_names_that_are_words_need_their_preposition(marked: str, is_month: bool) -> None:
    assert date_cues.is_month(*at(marked)) is is_month


@pytest.mark.parametrize(
    ("marked", "is_year"),
    [
        ("They left in [1998].", True),
        ("They left in [1998], and stayed away.", True),
        ("The [1998] accord was void.", True),
        ("Some [1998] people left.", False),
        ("They paid $[1998] for it.", False),
        ("Resolution [1998] was passed.", False),
        ("It lies [1998] km away.", False),
    ],
)
def test_four_figures_are_a_year_where_they_stand_like_one(marked: str, is_year: bool) -> None:
    assert date_cues.is_year(*at(marked)) is is_year
