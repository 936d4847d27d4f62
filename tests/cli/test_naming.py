from __future__ import annotations

import pytest

import rapporteur
from rapporteur.cli.naming import named, shortened
from rapporteur.errors import NotInRecordError


def test_every_id_that_a_table_shows_is_understood(example: rapporteur.Record) -> None:
    for entries in (example.meetings, example.positions, example.actors, example.articles):
        for entry, short in zip(entries, shortened([e.id for e in entries]), strict=True):
            assert named(example, short) == entry


@pytest.mark.parametrize(
    ("ids", "short"),
    [
        (("event-0123456789", "event-9876543210"), ("0123456", "9876543")),
        (("event-0123456789", "meeting-9876543210"), ("event-0123456", "meeting-9876543")),
        (("a-0123456789ab",), ("0123456",)),
        ((), ()),
    ],
)
def test_the_kind_is_said_where_a_table_mixes_kinds(ids: tuple[str, ...], short: tuple[str, ...]) -> None:
    assert shortened(ids) == short


def test_actors_and_articles_go_by_their_names(example: rapporteur.Record) -> None:
    actor, article = example.actors[0], example.articles[0]
    assert named(example, actor.name.upper()).id == actor.id
    single = [a for a in example.articles if [b.file for b in example.articles].count(a.file) == 1]
    assert named(example, single[0].file) == single[0]
    assert named(example, article.id) == article


def test_what_may_be_several_is_not_guessed(example: rapporteur.Record) -> None:
    with pytest.raises(NotInRecordError, match="may be any of"):
        named(example, "meeting-")
    with pytest.raises(NotInRecordError, match="nobody at all"):
        named(example, "nobody at all")
