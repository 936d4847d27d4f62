"""A spaCy pipeline in place of the shipped model: ``pip install rapporteur[spacy]``, and name it in rapporteur.toml.

The pipeline gets this program's tokens and sentences.  What it annotates is taken; what it leaves open is the shipped
model's: sources, cues and contents always.  Its dependencies are taken if they are those of Universal Dependencies.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from rapporteur.errors import ModelError
from rapporteur.language.model.analysis import Analyser, Analysis, Labelled
from rapporteur.language.parse import Token
from rapporteur.reference import load
from rapporteur.spans import Span


class Pipeline:
    """A spaCy pipeline, with ``shipped`` for what it does not say."""

    def __init__(self, nlp: Any, shipped: Analyser) -> None:
        self._nlp, self._shipped = nlp, shipped

    def analyse(self, text: str, sentences: Sequence[Span], tokens: Sequence[Span]) -> Analysis:
        """Analyse the ``tokens`` of ``text``, which lie in ``sentences``, both in order."""
        given = self._shipped.analyse(text, sentences, tokens)
        if not tokens:
            return given
        doc = self._doc(text, sentences, tokens)
        for _, component in self._nlp.pipeline:
            doc = component(doc)
        tagged = tuple(_tagged(token, word, doc) for token, word in zip(given.tokens, doc, strict=True))
        names = tuple(_names(doc, tokens)) if doc.has_annotation("ENT_IOB") else given.names
        return replace(given, tokens=tagged, names=names)

    def _doc(self, text: str, sentences: Sequence[Span], tokens: Sequence[Span]) -> Any:
        from spacy.tokens import Doc  # noqa: PLC0415 - optional, and slow to import

        starts = {sentence.start for sentence in sentences}
        ends = [*(token.start for token in tokens[1:]), tokens[-1].end]
        return Doc(
            self._nlp.vocab,
            words=[token.of(text) for token in tokens],
            spaces=[token.end < end for token, end in zip(tokens, ends, strict=True)],
            sent_starts=[token.start in starts for token in tokens],
        )


def _tagged(token: Token, word: Any, doc: Any) -> Token:
    """``token`` with what the pipeline says of it."""
    found = replace(
        token,
        lemma=word.lemma_ or token.lemma,
        upos=word.pos_ or token.upos,
        xpos=word.tag_ or token.xpos,
        feats=(str(word.morph) or token.feats) if doc.has_annotation("MORPH") else token.feats,
    )
    relations = load("spacy_labels")["universal"]
    if not doc.has_annotation("DEP") or any(w.dep_.lower().split(":")[0] not in relations for w in doc):
        return found
    relation = word.dep_.lower().split(":")[0]
    return replace(found, head=-1 if word.head.i == word.i else word.head.i, deprel=relation)


def _names(doc: Any, tokens: Sequence[Span]) -> Iterable[Labelled]:
    kinds = load("spacy_labels")["names"]
    for entity in doc.ents:
        if entity.label_ in kinds:
            span = Span(tokens[entity.start].start, tokens[entity.end - 1].end)
            yield Labelled(span, kinds[entity.label_], 1.0)


@cache
def load_pipeline(name: str, shipped: Analyser) -> Pipeline:
    """The spaCy pipeline called ``name``: an installed package or a folder.

    Raises:
        ModelError: spaCy is not installed, or has no such pipeline.
    """
    try:
        import spacy  # noqa: PLC0415 - optional, and slow to import
    except ImportError as error:
        hint = "Run: pip install 'rapporteur[spacy]'"
        raise ModelError("spaCy is not installed, and rapporteur.toml names a pipeline of it.", hint=hint) from error
    try:
        return Pipeline(spacy.load(name), shipped)
    except (OSError, ValueError) as error:
        hint = "Install the pipeline, or mend [language] in rapporteur.toml."
        raise ModelError(f"spaCy has no pipeline called {name}.", hint=hint) from error


__all__ = ["Pipeline", "load_pipeline"]
