"""The shipped typer: chances that add up, plain sentences, and no event where none is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur import language
from rapporteur.errors import ModelError
from rapporteur.language.model import files
from rapporteur.language.model.typer import Typer, typer
from rapporteur.spans import Span

# A sentence; the word that tells an event in it, its type, mode and realis.
CASES = [
    ("Rebels bombed a market in Mali.", "bombed", "ASSAULT", "actual"),
    ("Police arrested four editors on Monday.", "arrested", "COERCE", "actual"),
    ("Norway condemned the raid.", "condemned", "ACCUSE", "actual"),
    ("Japan will send doctors to Mali.", "send", "AID", "planned"),
    ("The two presidents met in Lima.", "met", "CONSULT", "actual"),
    ("The government refused to release the prisoners.", "refused", "REJECT", "actual"),
    ("Ghana withdrew its troops from the border.", "withdrew", "RETREAT", "actual"),
    ("Thousands of students marched through the capital against the tax.", "marched", "PROTEST", "actual"),
]


@pytest.mark.parametrize(("text", "word", "kind", "realis"), CASES)
def test_a_plain_sentence(text: str, word: str, kind: str, realis: str) -> None:
    parse = language.parse(text, [Span(0, len(text))])
    signs = {
        text[parse.tokens[s.token].start : parse.tokens[s.token].end]: s
        for s in typer().signs(parse, parse.sentences[0], least=0.3)
    }
    assert word in signs, sorted(signs)
    assert (signs[word].best("event"), signs[word].best("realis")) == (kind, realis)


@pytest.mark.parametrize("text", ["The sun rose over Malta.", "Nepal has high mountains.", "It rained all week."])
def test_no_event_is_a_value(text: str) -> None:
    parse = language.parse(text, [Span(0, len(text))])
    assert not list(typer().signs(parse, parse.sentences[0], least=0.3))


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=60))
def test_chances_add_up(words: list[str]) -> None:
    for values in typer().chances(words).values():
        assert len(values) == len(words)
        assert values.sum(1) == pytest.approx(1, abs=1e-3)


def test_a_mode_belongs_to_its_type() -> None:
    text = "Jets bombed the port of Aden."
    parse = language.parse(text, [Span(0, len(text))])
    (sign,) = typer().signs(parse, parse.sentences[0], least=0.5)
    assert sign.mode_of("ASSAULT") == "aerial"
    assert sign.mode_of("AID") is None


def test_a_damaged_table_is_one_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in files.FOLDER.iterdir():
        (tmp_path / path.name).symlink_to(path)
    (tmp_path / "typer.json").unlink()
    (tmp_path / "typer.json").write_text("{}")
    monkeypatch.setattr(files, "FOLDER", tmp_path)
    files.table.cache_clear()
    with pytest.raises(ModelError, match="damaged"):
        Typer()
    files.table.cache_clear()
