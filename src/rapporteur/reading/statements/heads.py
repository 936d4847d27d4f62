"""Heads: which actor a source's noun phrase is about, and for whom it speaks where it names none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rapporteur.language.attribution import cues
from rapporteur.language.attribution.grammar import group
from rapporteur.reading.claims import ActorKind, Form, Mention
from rapporteur.reading.scene import Scene
from rapporteur.spans import Span

POSSESSIVE = re.compile(r"['’]s?(?=\s)")
_AROUND = 200
"""How many characters around a source a mention may reach."""

_RELATIVE = re.compile(r"\s*(?:[,–—]|--?)?\s*\b(?:who|which|whose|that|where)\b")
_SEGMENT_END = re.compile(r"\s*(?:[,;]|--|[–—])\s*")
_CALLED = re.compile(r"\b(?:called|initials|known (?:as|by)|abbreviated|acronym)\b")
_WORD = re.compile(r"[\w’'-]+")
INDEFINITE = frozenset({"a", "an", "another", "many", "one", "other", "several", "some", "three", "two", "unnamed"})
_MAY_FOLLOW = frozenset({"&", "(", "and", "at", "in", "on"})


def heads(scene: Scene, source: Span) -> list[Mention]:
    """Return the mentions that can be the head of ``source``: of "A and B" both; the name before the office."""
    text = scene.article.text
    relative = _RELATIVE.search(text, source.start + 1, source.end)
    core = Span(source.start, relative.start()) if relative and relative.start() > source.start else source
    pieces = list(segments(text, core))
    first = _heads_of(scene, pieces[0])
    is_named = bool(first) and is_person(scene, first[0]) and first[0].form is not Form.NOMINAL
    if is_named or len(pieces) == 1:
        return first
    for piece in pieces[1:]:
        named = [m for m in _heads_of(scene, piece) if is_person(scene, m) and m.form is not Form.NOMINAL]
        if named:
            return named[:1]
    return first


def spoken_for(scene: Scene, source: Span) -> tuple[Mention | None, bool]:
    """Return for whom a source without an actor of its own speaks, and whether that is in doubt.

    "The Ruritanian side" speaks for Ruritania, "its air force" and "a spokesman for the ministry" with less certainty.
    """
    words = _words(scene, source)
    around = touching(scene, source)
    mentions = [m for m in around if not is_person(scene, m)]
    if len({m.actor for m in mentions if m.span == mentions[0].span}) > 1:
        return None, True  # "officials on both sides"
    if mentions and any(w in cues.words("collectives") for w in words[-3:]):
        return mentions[0], False
    owner = next((m for m in mentions if POSSESSIVE.match(scene.article.text, m.span.end)), None)
    if owner is not None and any(w in cues.words("organs") for w in words):
        return owner, True
    speaks_for_body = len(mentions) == len(around) and any(w in cues.words("spokespeople") for w in words[:2])
    if mentions and speaks_for_body:
        return mentions[0], True
    if mentions and _next_word(scene, mentions[0], source) in cues.words("officials") | cues.words("spokespeople"):
        return mentions[0], True
    called = _CALLED.search(scene.article.text, source.start, source.end)
    known_as = [m for m in mentions if called and m.span.start >= called.end() and m.form is not Form.DEMONYM]
    return (known_as[0], False) if known_as and any(w in cues.words("groups") for w in words[:4]) else (None, True)


def _next_word(scene: Scene, mention: Mention, source: Span) -> str:
    """The word right behind a mention, in lower case: "official" in "a Nordic Council official"."""
    following = _WORD.match(scene.article.text, mention.span.end + 1, source.end)
    return following[0].lower() if following and scene.article.text[mention.span.end].isspace() else ""


def author(scene: Scene, source: Span) -> Mention | None:
    """Return whose document the source is: the mention in "the ministry's statement", "a letter from Ana Kos"."""
    first = next(segments(scene.article.text, source))
    return next((m for m in touching(scene, first) if m.form is not Form.DEMONYM), None)


def is_document(scene: Scene, source: Span) -> bool:
    """Say whether the source is something written."""
    return any(word in cues.words("documents") for word in _words(scene, source))


def is_media(scene: Scene, source: Span) -> bool:
    """Say whether the source is called a newspaper, an agency or the like."""
    return any(word in cues.words("media") for word in _words(scene, source))


def touching(scene: Scene, span: Span) -> list[Mention]:
    """Return the outermost mentions that overlap ``span``, in order."""
    sentence = scene.parse.sentence_at(span.start) or span
    around = Span(max(sentence.start, span.start - _AROUND), max(span.end, min(sentence.end, span.end + _AROUND)))
    return [m for m in scene.cast.outermost(around) if m.span.overlaps(span)]


def is_person(scene: Scene, mention: Mention) -> bool:
    """Say whether a person is meant."""
    return scene.cast[mention.actor].kind is ActorKind.PERSON


@cache
def person_nouns() -> frozenset[str]:
    """Return the nouns for persons whom a report may leave without a name, singular and plural."""
    return cues.words("officials") | cues.words("spokespeople") | cues.words("unnamed")


def segments(text: str, span: Span) -> Iterator[Span]:
    """Yield the pieces of ``span`` between commas and dashes; one at least."""
    start = span.start
    for mark in _SEGMENT_END.finditer(text, span.start, span.end):
        if mark.start() > start:
            yield Span(start, mark.start())
        start = mark.end()
    if start < span.end or start == span.start:
        yield Span(start, span.end)


def _words(scene: Scene, source: Span) -> list[str]:
    return [word.lower() for word in _WORD.findall(scene.words(source))]


def _heads_of(scene: Scene, segment: Span) -> list[Mention]:
    found = [m for m in touching(scene, segment) if _is_head(scene, m, segment)]
    if any(is_person(scene, m) for m in found):
        found = [m for m in found if is_person(scene, m) or _is_joined(scene, m, segment)]
    return [m for i, m in enumerate(found) if i == 0 or _is_joined(scene, m, segment)]


def _is_joined(scene: Scene, mention: Mention, segment: Span) -> bool:
    """Whether "and" stands before or right behind the mention: it is one of several heads."""
    text = scene.article.text
    return " and " in text[segment.start : mention.span.start + 1] or text.startswith(" and ", mention.span.end)


def _is_head(scene: Scene, mention: Mention, segment: Span) -> bool:
    text = scene.article.text
    if mention.form is Form.DEMONYM or POSSESSIVE.match(text, mention.span.end):
        return False
    if mention.form is Form.PRONOUN and mention.span != segment:
        return False
    ahead = text[segment.start : mention.span.start]
    if _behind_preposition().search(ahead) or _is_of_another(ahead):
        return False
    following = text[mention.span.end : segment.end].split(maxsplit=1)
    word = following[0].lower() if following else ""
    if is_person(scene, mention) and mention.form is not Form.NOMINAL:
        return word not in cues.words("officials") | cues.words("spokespeople") | cues.words("collectives")
    names_another = word and word not in _MAY_FOLLOW | cues.words("media") and following[0][:1].islower()
    return not names_another or mention.form is Form.NOMINAL


def _is_of_another(ahead: str) -> bool:
    """Whether the words ahead of a mention hold the unnamed head: "a spokesman for President", "sources close to"."""
    words = [word.lower() for word in _WORD.findall(ahead)]
    noun = next((at for at, word in enumerate(words) if word in person_nouns()), None)
    if noun is None or not (words[0] in INDEFINITE or words[noun].endswith("s")):
        return False
    return any(word in group("prepositions") for word in words[noun + 1 :])


@cache
def _behind_preposition() -> re.Pattern[str]:
    """A preposition, and perhaps an article, at the end of what stands before a mention."""
    words = "|".join(sorted(group("prepositions")))
    return re.compile(rf"\b(?:{words})\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)


__all__ = [
    "INDEFINITE",
    "POSSESSIVE",
    "author",
    "heads",
    "is_document",
    "is_media",
    "is_person",
    "person_nouns",
    "segments",
    "spoken_for",
    "touching",
]
