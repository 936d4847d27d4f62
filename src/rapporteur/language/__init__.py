"""From text to a parse: tokens with their tags and heads, sentences, names, quotations, attributions.

Paragraphs, sentences, words and quotations are found by rule; the shipped model gives the rest (`model.tagger`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapporteur.config import Config
from rapporteur.language import openings, quotations, sentences, tokens
from rapporteur.language.analysers import analyser
from rapporteur.language.attribution import attribution, labels, learned, reports, syntax
from rapporteur.language.names import names
from rapporteur.language.parse import Parse
from rapporteur.spans import Span


def parse(text: str, body: Sequence[Span], config: Config | None = None) -> Parse:
    """Parse the parts of ``text`` that ``body`` names.

    Args:
        text: the whole text; all offsets are into it.
        body: the parts to read, in order, not overlapping.
        config: the analyst's own names, recognised besides the reference data's.
    """
    paragraphs = sentences.paragraphs(text, body)
    quoted = quotations.find(text, paragraphs)
    split = sentences.split(text, paragraphs)
    words = tokens.words(text, split)
    config = config or Config()
    pieces = openings.cut(text, split, paragraphs)
    analysis = analyser(config).analyse(text, pieces, tokens.divided(text, words))
    found = names.find(text, split, words, config, analysis.names)
    bare = Parse(text, paragraphs, split, words, found, quoted, tokens=openings.joined(analysis.tokens, split))
    by_rule, by_model = attribution.find(bare), learned.find(bare, analysis)
    return replace(bare, attributions=reports.joined(bare, by_rule, by_model, (*labels.find(bare), *syntax.find(bare))))


__all__ = ["Parse", "parse"]
