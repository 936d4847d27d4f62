"""Which names, titles and demonyms are found, and where they begin and end."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from rapporteur.config import Config, OwnActor
from rapporteur.language import sentences, tokens
from rapporteur.language.names import names
from rapporteur.language.parse import Name, NameKind
from rapporteur.spans import Span

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases" / "names.yaml").read_text("utf-8"))
ACTING = {NameKind.PERSON, NameKind.ORGANISATION, NameKind.STATE, NameKind.PLACE, NameKind.TITLE}


def find(text: str, config: Config | None = None) -> tuple[Name, ...]:
    """The names of a text that is all body."""
    paragraphs = sentences.paragraphs(text, [Span(0, len(text))])
    split = sentences.split(text, paragraphs)
    return names.find(text, split, tokens.words(text, split), config or Config())


def listed() -> list[tuple[str, str, str]]:
    return [
        (case["text"], name, kind) for case in CASES for name, kind in case.get("names", {}).items() if kind != "none"
    ]


@pytest.mark.parametrize(("text", "name", "wanted"), listed())
def test_a_name_is_found(text: str, name: str, wanted: str) -> None:
    found = {n.span.of(text): n for n in find(text)}
    assert name in found, sorted(found)
    kind, _, key = wanted.partition(", ")
    assert found[name].kind == kind
    assert not key or found[name].key == key


@pytest.mark.parametrize(("text", "word"), [(case["text"], word) for case in CASES for word in case.get("none", ())])
def test_a_word_is_no_name(text: str, word: str) -> None:
    assert not [n for n in find(text) if n.kind in ACTING and word in n.span.of(text).split()]


def test_a_headline_in_title_case_holds_known_names_only() -> None:
    text = "Envoys Said To Seek Quick Truce In Angola\n\nJonas Savimbi said so in Luanda. Savimbi left."
    headline = [n.span.of(text) for n in find(text) if n.span.end < 42 and n.kind is not NameKind.TITLE]
    assert headline == ["Angola"]


def test_a_surname_is_known_once_the_full_name_is_read() -> None:
    text = "Clinton spoke first. Later Hillary Clinton, who had come from Clinton, left."
    kinds = [n.kind for n in find(text) if n.span.of(text) == "Clinton"]
    assert kinds == [NameKind.PERSON, NameKind.PLACE]


def test_the_analysts_own_actors_are_found_with_every_alias() -> None:
    config = Config(actors=(OwnActor(name="Contact Circle", kind="organisation", aliases=("the Circle", "CCX")),))
    text = "The CCX met. Later the Circle, as the Contact Circle is called, parted."
    found = [(n.span.of(text), n.key) for n in find(text, config) if n.kind is NameKind.ORGANISATION]
    assert found == [
        ("CCX", "own:Contact Circle"),
        ("Circle", "own:Contact Circle"),
        ("Contact Circle", "own:Contact Circle"),
    ]


def test_names_are_in_order_and_do_not_overlap() -> None:
    text = " ".join(case["text"] for case in CASES)
    found = find(text)
    assert list(found) == sorted(found, key=lambda n: n.span)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
