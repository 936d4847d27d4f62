"""The cast of a text, for tests."""

from __future__ import annotations

from rapporteur.config import Config
from rapporteur.intake.article import Article
from rapporteur.language import quotations, sentences, tokens
from rapporteur.language.names import names
from rapporteur.language.parse import Parse
from rapporteur.reading.actors.cast import find_cast
from rapporteur.reading.claims import LocalActor
from rapporteur.reading.scene import Cast
from rapporteur.spans import Span


def cast_of(text: str, config: Config | None = None, outlet: str | None = None) -> Cast:
    """The cast of a text that is all body."""
    body = (Span(0, len(text)),)
    paragraphs = sentences.paragraphs(text, body)
    split = sentences.split(text, paragraphs)
    words = tokens.words(text, split)
    found = names.find(text, split, words, config or Config())
    parse = Parse(text, paragraphs, split, words, found, quotations.find(text, paragraphs))
    article = Article("a-1", "a.txt", "a.txt", text, body, outlet=outlet)
    return find_cast(article, parse, config or Config())


def actor(cast: Cast, name: str) -> LocalActor:
    """The only actor of a cast that has ``name`` among its names."""
    found = [one for one in cast.actors if name in (one.name, *one.aliases)]
    assert len(found) == 1, (name, [one.aliases for one in cast.actors])
    return found[0]
