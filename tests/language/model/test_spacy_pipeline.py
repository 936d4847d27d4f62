"""A spaCy pipeline behind the same parse: a blank one with a stub that tags, one that finds names, one that parses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from rapporteur import language
from rapporteur.config import Config, OwnLanguage
from rapporteur.errors import ModelError
from rapporteur.language.model.analysis import Labelled
from rapporteur.language.model.spacy_pipeline import Pipeline, load_pipeline
from rapporteur.language.model.tagger import tagger
from rapporteur.spans import Span

spacy = pytest.importorskip("spacy")
TEXT = "Ruritania didn't sign. Envoys met at noon."
SENTENCES = (Span(0, 22), Span(23, 42))


def analysed(component: Any) -> Any:
    nlp = spacy.blank("en")
    spacy.language.Language.component("stub", func=component)
    nlp.add_pipe("stub")
    from rapporteur.language import tokens  # noqa: PLC0415 - beside what it prepares

    spans = tokens.divided(TEXT, tokens.words(TEXT, SENTENCES))
    return Pipeline(nlp, tagger()).analyse(TEXT, SENTENCES, spans), tagger().analyse(TEXT, SENTENCES, spans)


def tags(doc: Any) -> Any:
    for word in doc:
        word.pos_, word.lemma_ = "X", "stub"
    return doc


def names(doc: Any) -> Any:
    doc.set_ents([spacy.tokens.Span(doc, 0, 1, "GPE"), spacy.tokens.Span(doc, 5, 6, "CARDINAL")])
    return doc


def flat(doc: Any) -> Any:
    for sentence in doc.sents:
        for word in sentence:
            word.dep_ = "ROOT" if word.i == sentence.start else "dep"
            word.head = doc[sentence.start]
    return doc


def penn(doc: Any) -> Any:
    doc = flat(doc)
    doc[1].dep_ = "pobj"
    return doc


def test_what_a_pipeline_tags_is_taken_and_the_rest_stays() -> None:
    found, shipped = analysed(tags)
    assert {(token.upos, token.lemma) for token in found.tokens} == {("X", "stub")}
    assert [token.head for token in found.tokens] == [token.head for token in shipped.tokens]
    assert found.names == shipped.names


def test_its_names_are_taken_by_their_kind() -> None:
    found, _ = analysed(names)
    assert found.names == (Labelled(Span(0, 9), "place", 1.0),)


def test_its_universal_dependencies_are_taken() -> None:
    found, _ = analysed(flat)
    assert [token.head for token in found.tokens] == [-1, 0, 0, 0, 0, -1, 5, 5, 5, 5]


def test_other_dependencies_are_not() -> None:
    found, shipped = analysed(penn)
    assert [token.head for token in found.tokens] == [token.head for token in shipped.tokens]


def test_a_pipeline_is_named_in_the_configuration(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "own")
    config = Config(language=OwnLanguage(pipeline=str(tmp_path / "own")))
    assert language.parse(TEXT, [Span(0, len(TEXT))], config) == language.parse(TEXT, [Span(0, len(TEXT))])


def test_a_pipeline_that_is_not_there_is_an_error_for_people() -> None:
    with pytest.raises(ModelError, match="no pipeline called nowhere_at_all"):
        load_pipeline("nowhere_at_all", tagger())
