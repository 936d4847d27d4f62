"""Speakers: which actor a source means: "the minister", "he", "the statement", "the agency, citing the ministry"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from rapporteur.language import cues
from rapporteur.reading import heads
from rapporteur.reading.claims import ActorKind, Form
from rapporteur.reading.scene import Scene
from rapporteur.reference.organisations import organisations
from rapporteur.spans import Span

_SINGULAR = frozenset({"he", "him", "she"})
_PERSONAL = frozenset({"her", "his", "who"}) | _SINGULAR
_OTHER = frozenset({"it", "its", "their", "them", "they", "which"})
_FEW = 4
"""How many paragraphs "he" may stand behind the speaker that it means."""

_KNOWN = re.compile(r"(?:the|this|that|its|their|his|her)\s+(?:\w+\s+)?\w+$")
_PASSED_ON = re.compile(r"[^.“\"]{0,60}?[,–—]\s*(?:citing|quoting)\s+")


class Sourced(Protocol):
    """An attribution of the parse or one of the claims."""

    @property
    def source(self) -> tuple[Span, ...]:
        """The words for who says it."""

    @property
    def cue(self) -> tuple[Span, ...]:
        """The words for the saying."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, and whether somebody else may be meant."""

    actor: str | None
    doubtful: bool = False


NOBODY = Speaker(None, doubtful=True)


def resolve(scene: Scene, attributions: Sequence[Sourced]) -> tuple[Speaker, ...]:
    """Return the speaker of each of ``attributions``, which are in the order of the text."""
    speakers = _Speakers(scene)
    return tuple(speakers.of(attribution) for attribution in attributions)


def named(scene: Scene, span: Span) -> str | None:
    """Return the one actor that a noun phrase names, if it names just one."""
    actors = {mention.actor for mention in heads.heads(scene, span)} if span else set()
    return actors.pop() if len(actors) == 1 else None


def is_press(scene: Scene, source: Span, actor: str | None) -> bool:
    """Say whether the source only passes on what others said: a news agency, "the newspaper"."""
    key = scene.cast[actor].key if actor else None
    known = organisations().get(key) if key else None
    return heads.is_media(scene, source) or (known is not None and known.subkind in cues.words("press"))


@dataclass(slots=True)
class _Speakers:
    """Asked in the order of the text, it remembers the last speakers for the pronouns that follow."""

    scene: Scene
    last: str | None = None
    last_person: str | None = None
    last_body: str | None = None
    where: Span | None = None
    known: dict[tuple[Span, ...], Speaker] = field(default_factory=dict)

    def of(self, attribution: Sourced) -> Speaker:
        """Return who speaks, and remember it."""
        if not attribution.source:
            return Speaker(None)
        if attribution.source not in self.known:
            found = self._behind_press(attribution)
            self.known[attribution.source] = found
            self._remember(found, attribution.source[0])
        return self.known[attribution.source]

    def _remember(self, speaker: Speaker, source: Span) -> None:
        if speaker.actor is None:
            if self.scene.words(source).lower() not in _PERSONAL | _OTHER:
                self.last = self.last_person = self.last_body = None
                self.where = source  # "he" may mean this unknown one
            return
        self.last, self.where = speaker.actor, source
        if self.scene.cast[speaker.actor].kind is ActorKind.PERSON:
            self.last_person = speaker.actor
        else:
            self.last_body = speaker.actor

    def _behind_press(self, attribution: Sourced) -> Speaker:
        """The speaker, or the one that a news agency cites."""
        source = attribution.source[0]
        speaker = self._meant(source)
        start = max(span.end for span in (*attribution.source, *attribution.cue))
        sentence = self.scene.parse.sentence_at(start - 1)
        if sentence is None or not is_press(self.scene, source, speaker.actor):
            return speaker
        passed_on = _PASSED_ON.match(self.scene.article.text, start, sentence.end)
        if passed_on is None:
            return speaker
        cited = next(heads.segments(self.scene.article.text, Span(passed_on.end(), sentence.end)))
        return self._meant(cited)

    def _meant(self, source: Span) -> Speaker:
        text = self.scene.words(source).lower()
        if text in _PERSONAL | _OTHER:
            return self._pronoun(source, text)
        actors = list(dict.fromkeys(mention.actor for mention in heads.heads(self.scene, source)))
        if actors:
            return Speaker(actors[0], doubtful=len(actors) > 1)
        if heads.is_document(self.scene, source):
            author = heads.author(self.scene, source)
            if author is not None:
                return Speaker(author.actor)
            return Speaker(self.last_body or self.last, doubtful=True) if _KNOWN.match(text) else NOBODY
        principal, doubtful = heads.spoken_for(self.scene, source)
        return Speaker(principal.actor, doubtful) if principal else NOBODY

    def _pronoun(self, source: Span, text: str) -> Speaker:
        if text in _SINGULAR:
            if self._goes_on(source):
                return Speaker(self.last_person, doubtful=self.last_person is None)
            entered = self._entered(source)
            if entered is not None:
                return Speaker(entered)
        mention = next((m for m in heads.touching(self.scene, source) if m.span == source), None)
        if mention is not None:
            return Speaker(mention.actor)
        return Speaker(self.last_person if text in _PERSONAL else self.last_body, doubtful=True)

    def _goes_on(self, source: Span) -> bool:
        """Whether the last speaker may be a person, is a few paragraphs away at most, and nobody was named since."""
        parse = self.scene.parse
        if self.where is None or self.last != self.last_person or self.where.end > source.start:
            return False
        theirs, mine = parse.paragraph_at(self.where.start), parse.paragraph_at(source.start)
        if theirs is None or mine is None or _between(parse.paragraphs, theirs, mine) > _FEW:
            return False
        people = self.scene.cast.people(Span(self.where.end, source.start))
        others = (m for m in people if m.form is not Form.PRONOUN and m.actor != self.last)
        return all(_is_inside(m.span, parse.quotations) for m in others)

    def _entered(self, source: Span) -> str | None:
        """The one person named in the reporter's sentence before a quotation: "Dayan was calm. “...,” he said."."""
        parse = self.scene.parse
        at = bisect_right(parse.quotations, source.start, key=lambda q: q.start) - 1
        paragraph = parse.paragraph_at(source.start)
        if at < 0 or paragraph is None or parse.quotations[at].start < paragraph.start:
            return None
        quotation = parse.quotations[at]
        before = [s for s in parse.sentences_in(Span(paragraph.start, quotation.start)) if s.end <= quotation.start]
        if not before or any(q.overlaps(before[-1]) for q in parse.quotations[max(0, at - 1) : at]):
            return None
        text = self.scene.article.text
        people = (m for m in self.scene.cast.people(before[-1]) if m.form is not Form.PRONOUN)
        actors = {m.actor for m in people if not heads.POSSESSIVE.match(text, m.span.end)}
        return actors.pop() if len(actors) == 1 else None


def _between(paragraphs: Sequence[Span], first: Span, second: Span) -> int:
    return bisect_left(paragraphs, second) - bisect_left(paragraphs, first)


def _is_inside(span: Span, quoted: Sequence[Span]) -> bool:
    at = bisect_right(quoted, span.start, key=lambda q: q.start) - 1
    return at >= 0 and span in quoted[at]


__all__ = ["NOBODY", "Sourced", "Speaker", "is_press", "named", "resolve"]
