"""Titles beside names: roles, parties, tenures."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.reading.casts import actor, cast_of

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases" / "offices.yaml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [(case["text"], name, wanted) for case in CASES for name, wanted in case["people"].items()],
)
def test_the_office_of_a_person(text: str, name: str, wanted: str) -> None:
    role, party, tenure = (*wanted.split(", "), "", "")[:3]
    cast = cast_of(text)
    person = actor(cast, name)
    if role == "none":
        assert [office.role for office in person.offices] == []
    else:
        assert role in {office.role for office in person.offices}
        office = next(office for office in person.offices if office.role == role)
        assert office.tenure == (tenure or "current")
        assert office.title in office.span.of(text) or office.title == "reporter"
    got = cast[person.party] if person.party else None
    if party not in ("", "-"):
        assert got is not None
        assert party in (got.name, *got.aliases)
    elif party == "-":
        assert got is None
