"""For which party an actor speaks, and which organisations are none."""

from __future__ import annotations

import pytest

from rapporteur.reading.claims import ActorKind, LocalActor
from rapporteur.reading.clauses.holders import party_of
from rapporteur.reading.scene import Cast

_PARTIES = [
    ("Free Coast Movement", (), ActorKind.ORGANISATION, None, True),
    ("Harvest Party", (), ActorKind.ORGANISATION, None, True),
    ("FCM", ("Free Coast Movement",), ActorKind.ORGANISATION, None, True),
    ("FCM", (), ActorKind.ARMED_GROUP, None, True),
    ("EU", (), ActorKind.ORGANISATION, "european-union", True),
    ("International Court of Justice", (), ActorKind.BODY, "international-court-of-justice", True),
    ("Reserve Bank", (), ActorKind.BODY, None, True),
    ("High Court", (), ActorKind.BODY, None, False),
    ("Larkspur District Court", (), ActorKind.ORGANISATION, None, False),
    ("Larkspur Airways", (), ActorKind.ORGANISATION, None, False),
    ("Larkspur", ("Larkspur Trading Co.",), ActorKind.ORGANISATION, None, False),
    ("Larkspur Public Schools", (), ActorKind.ORGANISATION, None, False),
    ("LPS-Q", (), ActorKind.ORGANISATION, None, False),
]


@pytest.mark.parametrize(("name", "aliases", "kind", "key", "is_party"), _PARTIES)
def test_party(name: str, aliases: tuple[str, ...], kind: ActorKind, key: str | None, is_party: bool) -> None:
    cast = Cast((LocalActor("a1", name, kind, key, aliases=aliases),))
    assert party_of(cast, "a1") == ("a1" if is_party else None)
