"""The shipped parser: what it says of plain sentences, and that it bears any text."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur import language
from rapporteur.errors import ModelError
from rapporteur.language.model import files
from rapporteur.language.model.tagger import Tagger, tagger
from rapporteur.language.model.trees import is_tree
from rapporteur.language.parse import Parse
from rapporteur.spans import Span

# A sentence, a word of it, and the word's lemma, part of speech, relation and head.
CASES = [
    ("The envoys met the rebels in Tunis.", "envoys", "envoy", "NOUN", "nsubj", "met"),
    ("The envoys met the rebels in Tunis.", "met", "meet", "VERB", "root", None),
    ("The envoys met the rebels in Tunis.", "rebels", "rebel", "NOUN", "obj", "met"),
    ("The envoys flew to Tunis.", "Tunis", "Tunis", "PROPN", "obl", "flew"),
    ("He didn't sign.", "n't", "not", "PART", "advmod", "sign"),
    ("The talks were broken off by Oman.", "Oman", "Oman", "PROPN", "obl", "broken"),
    ("She said the truce would hold.", "hold", "hold", "VERB", "ccomp", "said"),
    ("The two-day talks resumed.", "day", "day", "NOUN", "compound", "talks"),
]
ODD = st.text(
    alphabet=st.one_of(st.characters(), st.sampled_from("ab .,!?\"“”'’\n\t\u200f\u0301\x00\ud800’-中é🕊")), max_size=300
)


def parsed(text: str) -> Parse:
    return language.parse(text, [Span(0, len(text))])


@pytest.mark.parametrize(("text", "word", "lemma", "upos", "relation", "head"), CASES)
def test_tags(text: str, word: str, lemma: str, upos: str, relation: str, head: str | None) -> None:
    tokens = parsed(text).tokens
    token = next(t for t in tokens if text[t.start : t.end] == word)
    governor = tokens[token.head] if token.head is not None and token.head >= 0 else None
    assert (token.lemma, token.upos, token.deprel) == (lemma, upos, relation)
    assert (text[governor.start : governor.end] if governor else None) == head


def assert_sound(parse: Parse) -> None:
    """Offsets right, every sentence one tree, nothing crosses a sentence."""
    assert all(one.end <= other.start for one, other in pairwise(parse.tokens))
    for sentence in parse.sentences:
        tokens = parse.tokens_in(sentence)
        if not tokens:
            continue
        first = parse.tokens.index(tokens[0])
        heads = [t.head - first + 1 if t.head is not None and t.head >= 0 else 0 for t in tokens]
        assert all(0 <= head <= len(tokens) for head in heads)
        import numpy as np  # noqa: PLC0415 - for this check alone

        assert is_tree(np.array(heads))
    assert all(name.span.of(parse.text).strip() for name in parse.names)
    assert all(
        0 <= s.start < s.end <= len(parse.text) for a in parse.attributions for s in (*a.source, *a.cue, *a.content)
    )


@settings(max_examples=150, deadline=None)
@given(ODD)
def test_any_text_is_borne(text: str) -> None:
    assert_sound(parsed(text))


def test_a_sentence_without_end_is_one_tree() -> None:
    assert_sound(parsed("and the minister of the republic said so " * 300))


def test_a_word_without_end_is_a_word() -> None:
    text = "x" * 1_000_000
    assert [token.span for token in parsed(text).tokens] == [Span(0, len(text))]


def test_an_article_does_not_hang_on_those_read_before() -> None:
    alone = parsed("Kenya and Oman signed. They will meet again.")
    for _ in range(3):
        parsed("Something else altogether, 千 words of it.\n" * 5)
    assert parsed("Kenya and Oman signed. They will meet again.") == alone


def test_no_text_has_no_tokens() -> None:
    assert parsed("").tokens == ()


def test_a_missing_file_is_one_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "FOLDER", tmp_path)
    files.table.cache_clear()
    with pytest.raises(ModelError, match=r"missing: .*parser\.json"):
        Tagger()
    files.table.cache_clear()


@pytest.mark.parametrize("name", ["parser.json", "parser.onnx", "relations.npy", "tokenizer.json"])
def test_a_damaged_file_is_one_clear_error(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in files.FOLDER.iterdir():
        (tmp_path / path.name).symlink_to(path)
    (tmp_path / name).unlink()
    (tmp_path / name).write_bytes(b"\x00 not this")
    monkeypatch.setattr(files, "FOLDER", tmp_path)
    files.table.cache_clear()
    with pytest.raises(ModelError, match="damaged"):
        Tagger()
    files.table.cache_clear()


def test_the_tagger_is_loaded_once() -> None:
    assert tagger() is tagger()
