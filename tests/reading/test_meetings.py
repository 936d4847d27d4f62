from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from rapporteur import language
from rapporteur.config import Config
from rapporteur.intake.article import Article
from rapporteur.reading.claims import MeetingClaim
from rapporteur.reading.meetings import find_meetings
from rapporteur.reading.read import set_scene
from rapporteur.reading.scene import Scene
from rapporteur.spans import Span
from rapporteur.when import on

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases" / "meetings.yaml").read_text())


def _scene(text: str, published: dt.date) -> Scene:
    article = Article("a", "a.txt", "a.txt", text, (Span(0, len(text)),), published=on(published))
    return set_scene(article, language.parse(text, article.body), Config())


def _facts(claim: MeetingClaim, scene: Scene, wanted: dict[str, Any]) -> dict[str, Any]:
    def called(actor: str) -> str:
        return scene.cast[actor].key or scene.cast[actor].name

    found = {
        "parties": sorted(map(called, claim.parties)),
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
