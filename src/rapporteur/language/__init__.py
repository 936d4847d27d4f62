"""From text to a parse: tokens, sentences, names, quotations, attributions.

This version reads by rule and leaves tags and dependencies unknown; a model fills them behind the same ``Parse``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapporteur.config import Config
from rapporteur.language import quotations, sentences, tokens
from rapporteur.language.attribution import attribution
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
    words = tokens.tokenise(text, split)
    found = names.find(text, split, words, config or Config())
    bare = Parse(text, paragraphs, split, words, found, quoted)
    return replace(bare, attributions=attribution.find(bare))


__all__ = ["Parse", "parse"]
