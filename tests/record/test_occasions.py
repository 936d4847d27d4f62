"""At which meeting something was said or promised: whole articles, each with what its statements are tied to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import rapporteur
from rapporteur.record.occasions import Cue, cue_in

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases" / "occasions.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_occasion(case: dict[str, Any], tmp_path: Path) -> None:
    paths = []
    for number, text in enumerate(case["articles"]):
        paths.append(tmp_path / f"{number}.txt")
        paths[-1].write_text(text, encoding="utf-8")
    with rapporteur.build(paths) as record:
        record.verify()
        held = {meeting.id: meeting.when.edtf for meeting in record.meetings}
        said = {" ".join(s.text.split()).strip(",.“”"): held.get(s.meeting or "") for s in record.statements}
        made = {commitment.what: held.get(commitment.meeting or "") for commitment in record.commitments}
    assert {words: said.get(words, "no such statement") for words in case.get("said", {})} == case.get("said", {})
    assert {words: made.get(words, "no such commitment") for words in case.get("made", {})} == case.get("made", {})


@pytest.mark.parametrize(
    ("beside", "cue"),
    [
        ("hoxhaj said after the talks", Cue.MEETING),
        ("she said following a three hour meeting with her counterpart", Cue.MEETING),
        ("vellis told reporters at a joint news conference", Cue.MEETING),
        ("vellis told reporters at a news conference", Cue.NONE),
        ("he said during a phone call", Cue.MEETING),
        ("she said ahead of the talks", Cue.ELSEWHERE),
        ("she said in an interview after the talks", Cue.ELSEWHERE),
        ("he told parliament", Cue.ELSEWHERE),
        ("he added", Cue.GOING_ON),
        ("he said", Cue.NONE),
        ("he described the talks as useful", Cue.NONE),
    ],
)
def test_the_words_beside_a_statement_name_its_occasion(beside: str, cue: Cue) -> None:
    assert cue_in(f" {beside} ") is cue
