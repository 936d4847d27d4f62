from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur import language
from rapporteur.config import Config, OwnFormat
from rapporteur.intake.article import Article
from rapporteur.reading.claims import MeetingClaim
from rapporteur.reading.dates.rules import resolve
from rapporteur.reading.meetings.meetings import find_meetings
from rapporteur.reading.read import set_scene
from rapporteur.reading.scene import Scene
from rapporteur.reading.statements.statements import attribute, find_statements
from rapporteur.spans import Span
from rapporteur.when import UNKNOWN, on

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases" / "meetings.yaml").read_text())


def _scene(text: str, published: dt.date | None) -> Scene:
    when = on(published) if published else UNKNOWN
    article = Article("a", "a.txt", "a.txt", text, (Span(0, len(text)),), published=when)
    scene = set_scene(article, language.parse(text, article.body), Config())
    return replace(scene, statements=find_statements(scene, attribute(scene)))


def _facts(claim: MeetingClaim, scene: Scene, wanted: dict[str, Any]) -> dict[str, Any]:
    def called(actor: str) -> str:
        return scene.cast[actor].key or scene.cast[actor].name

    found = {
        "parties": sorted(map(called, claim.parties)),
        "unnamed": sorted(map(scene.words, claim.unnamed)),
        "people": sorted(scene.cast[person.actor].name for person in claim.participants),
        "status": claim.status.value,
        "when": claim.when.edtf,
        "place": claim.place.name if claim.place else None,
        "level": claim.level,
        "format": claim.format,
        "round": claim.round,
        "series": claim.named_format,
        "host": called(claim.host) if claim.host else None,
        "facilitators": sorted(map(called, claim.facilitators)),
    }
    return {field: found[field] for field in wanted}


def _wanted(row: dict[str, Any]) -> dict[str, Any]:
    return {
        field: value.isoformat() if isinstance(value, dt.date) else sorted(value) if isinstance(value, list) else value
        for field, value in row.items()
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_meetings_that_a_passage_tells_of(case: dict[str, Any]) -> None:
    scene = _scene(case["text"], case["published"])
    claims = find_meetings(scene, Config())
    wanted = [_wanted(row) for row in case["meetings"]]
    found = [_facts(claim, scene, row) for claim, row in zip(claims, [*wanted, *({} for _ in claims)], strict=False)]
    unmatched = [row for row in wanted if not any(_facts(claim, scene, row) == row for claim in claims)]
    assert not unmatched, found
    assert len(claims) == len(wanted), [scene.words(claim.evidence[0]) for claim in claims]


def test_the_table_holds_both_kinds() -> None:
    assert len(CASES) >= 70
    assert sum(not case["meetings"] for case in CASES) >= 25


def test_evidence_lies_in_sentences_of_the_text() -> None:
    for case in CASES[:40]:
        scene = _scene(case["text"], case["published"])
        for claim in find_meetings(scene, Config()):
            assert claim.evidence
            assert all(any(span in sentence for sentence in scene.parse.sentences) for span in claim.evidence)


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "Peru's Ana Prado met Chile's Jorge Soto in Lima on Monday, and Mali's Luis Maro met Niger's Juan Cano.",
            [
                "Peru's Ana Prado met Chile's Jorge Soto in Lima on Monday",
                "Mali's Luis Maro met Niger's Juan Cano.",
            ],
        ),
        ("Peru's Ana Prado met Chile's Jorge Soto on Monday and then received Mali's Luis Maro on Tuesday.", None),
    ],
)
def test_where_a_sentence_tells_of_several_meetings_each_has_its_clause(text: str, clauses: list[str] | None) -> None:
    scene = _scene(text, dt.date(1999, 5, 6))
    told = sorted({scene.words(span) for claim in find_meetings(scene, Config()) for span in claim.evidence})
    assert told == sorted(clauses or [text])


def test_topics_and_outcomes_are_in_the_texts_own_words() -> None:
    text = (
        "Jordanian Foreign Minister Marwan al-Qasim met his Yemeni counterpart, Abdul Karim al-Iryani, in Sanaa on "
        "Monday and discussed the price of grain. They agreed to reopen the consulate in Aden after the talks."
    )
    (claim,) = find_meetings(_scene(text, dt.date(1981, 3, 12)), Config())
    assert claim.topics == ("the price of grain",)
    assert claim.outcomes == ("agreed to reopen the consulate in Aden",)


def test_a_meeting_during_a_visit_has_its_days_even_where_the_article_has_none() -> None:
    text = (
        "Kenyan Foreign Minister Robert Ouko's visit to Kampala took place on June 23-24. During the visit, Ouko was "
        "received by Ugandan President Milton Obote."
    )
    (claim,) = find_meetings(_scene(text, None), Config())
    assert claim.rule is not None
    assert resolve(claim.rule, on(dt.date(1985, 7, 1)))[1].edtf == "1985-06-23/1985-06-24"


def test_an_own_format_is_recognised() -> None:
    text = "Envoys of Benin and Togo met in Cotonou on Monday for the third round of the Lagoon Table talks."
    config = Config(formats=(OwnFormat(name="Lagoon Table"),))
    claims = find_meetings(_scene(text, dt.date(1998, 5, 14)), config)
    assert {claim.named_format for claim in claims} == {"Lagoon Table"}


_WORDS = st.sampled_from(
    """The Kenyan president foreign minister and Egypt Sudan met with held talks between after in Cairo on Monday , .
    his counterpart Hosni Mubarak will was not second round of the two leaders they said that who which " ' - 's for
    visit to joint press conference alongside received by planned cancelled but also as well Geneva""".split()  # noqa: SIM905
)


@given(st.lists(_WORDS, min_size=1, max_size=40).map(" ".join))
@settings(max_examples=60, deadline=None)
def test_no_order_of_words_is_too_much(text: str) -> None:
    scene = _scene(text, dt.date(1990, 5, 1))
    for claim in find_meetings(scene, Config()):
        assert set(claim.evidence) <= set(scene.parse.sentences)
        assert len(set(claim.parties)) == len(claim.parties)
        assert len({person.actor for person in claim.participants}) == len(claim.participants)
