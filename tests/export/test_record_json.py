"""The contract's first output: names of fields and shapes that others build on."""

from __future__ import annotations

import json
from typing import Any

import pytest

import rapporteur
from rapporteur.export.record_json import record_json

FIELDS = {
    "articles": "id file source url outlet title byline published language text body copy_of",
    "actors": "id name kind party aliases offices",
    "meetings": "id when place venue level format named_format round status parties participants host facilitators "
    "topics outcomes reports previous next evidence",
    "statements": "id speaker kind text article start end addressee topics when meeting same_as evidence",
    "positions": "id party speaker issue stance text requires blocks when evidence",
    "issues": "id name aliases",
    "commitments": "id by to what due when status evidence meeting history",
    "events": "id type mode contexts cameo actors recipients when place realis meeting reports evidence",
    "disagreements": "id about field versions",
    "processes": "id name parties meetings issues",
    "sticking_points": "id issue parties positions why",
}
LEVELS = {
    "head_of_state", "head_of_government", "foreign_minister", "defence_minister", "intelligence_chief", "minister",
    "deputy_minister", "envoy", "delegation", "mixed", None,
}  # fmt: skip
ROLES = {
    "president", "prime minister", "monarch", "foreign minister", "defence minister", "minister", "deputy minister",
    "intelligence chief", "envoy", "ambassador", "presidential aide", "spokesperson", "military commander",
    "legislator", "party leader", "head of organisation", "reporter", "expert", "other",
}  # fmt: skip
FORMATS = {"bilateral", "trilateral", "quadrilateral", "multilateral", None}


@pytest.fixture
def exported(example: rapporteur.Record) -> dict[str, Any]:
    """The bundled example's export."""
    value: dict[str, Any] = json.loads(record_json(example))
    return value


def test_every_list_has_the_contracts_fields(exported: dict[str, Any]) -> None:
    assert exported["schema"] == "rapporteur-record/1"
    for kind, names in FIELDS.items():
        for entry in exported[kind]:
            assert set(names.split()) - set(entry) == set(), kind


def test_lists_are_sorted_by_id_without_repetition(exported: dict[str, Any]) -> None:
    for kind in FIELDS:
        ids = [entry["id"] for entry in exported[kind]]
        assert ids == sorted(set(ids)), kind


def test_evidence_is_the_text_at_its_place(exported: dict[str, Any]) -> None:
    texts = {article["id"]: article["text"] for article in exported["articles"]}
    pieces = [
        piece for kind in ("meetings", "statements", "positions", "commitments", "events")
        for entry in exported[kind] for piece in entry["evidence"]
    ]  # fmt: skip
    assert len(pieces) > 100
    assert [p for p in pieces if texts[p["article"]][p["start"] : p["end"]] != p["text"] or not p["text"].strip()] == []


def test_values_come_from_the_contracts_lists(exported: dict[str, Any]) -> None:
    assert {m["level"] for m in exported["meetings"]} <= LEVELS
    assert {m["format"] for m in exported["meetings"]} <= FORMATS
    assert {o["role"] for a in exported["actors"] for o in a["offices"]} <= ROLES
    assert {p["role"] for m in exported["meetings"] for p in m["participants"]} <= ROLES | {None}
    assert {a["published"]["basis"] for a in exported["articles"]} <= {"stated", "metadata", "inferred", "unknown"}


def test_every_reference_leads_to_an_entry(exported: dict[str, Any]) -> None:
    ids = {entry["id"] for kind in FIELDS for entry in exported[kind]}
    for meeting in exported["meetings"]:
        named = {*meeting["parties"], *(p["actor"] for p in meeting["participants"]), *meeting["reports"]}
        assert named <= ids
    assert {p["issue"] for p in exported["positions"]} <= ids
    assert {s["speaker"] for s in exported["statements"]} - {None} <= ids
