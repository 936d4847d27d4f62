"""Speakers: which actor a source means: "the minister", "he", "the statement", "the agency, citing the ministry"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from rapporteur.language.attribution import cues, sources
from rapporteur.language.attribution.frames import Frame, frames
from rapporteur.reading.claims import ActorKind, Form
from rapporteur.reading.scene import Scene
from rapporteur.reading.statements import descriptions, heads
from rapporteur.reference.organisations import organisations
from rapporteur.spans import Span

_SINGULAR = frozenset({"he", "him", "she"})
_NEUTER = frozenset({"it", "they"})
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

    @property
    def content(self) -> tuple[Span, ...]:
        """The words for what is said."""

    @property
    def told(self) -> bool:
        """Whether something is told to have been said."""


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
    """Asked in the order of the text, it remembers the last speakers for the pronouns that follow.

    ``person`` and ``body`` are the last ones that "he" and "it" can mean, ``last`` the last of all; ``unnamed`` are
    the persons without a name, by their noun ("official").
    """

    scene: Scene
    last: Speaker | None = None
    person: Speaker | None = None
    body: Speaker | None = None
    where: Span | None = None
    said: tuple[Span, ...] = ()
    unnamed: dict[str, Speaker] = field(default_factory=dict)
    known: dict[tuple[Span, ...], Speaker] = field(default_factory=dict)
    heard: set[tuple[Span, ...]] = field(default_factory=set)
    frames: list[Frame] | None = None

    def of(self, attribution: Sourced) -> Speaker:
        """Return who speaks, and remember it."""
        if not attribution.source:
            return Speaker(None)
        if attribution.source not in self.known:
            found = self._behind_press(attribution)
            self.known[attribution.source] = found
        if attribution.told and attribution.source not in self.heard:
            self.heard.add(attribution.source)
            self._remember(self.known[attribution.source], attribution)
        return self.known[attribution.source]

    def _remember(self, speaker: Speaker, attribution: Sourced) -> None:
        source = attribution.source[0]
        noun = descriptions.person_noun(self.scene, source)
        is_unnamed = noun is not None and (speaker.actor is None or not _is_person(self.scene, speaker))
        if noun is not None and is_unnamed:
            self.unnamed[noun.removesuffix("s")] = speaker
        if speaker.actor is None and not is_unnamed and not self.scene.words(source)[:1].isupper():
            return  # "her country", "it": nobody whom "he" may mean
        if speaker.actor is None and self.scene.words(source).lower() in _PERSONAL | _OTHER:
            return
        if any(source in content for content in self.said) and speaker.actor is None:
            return  # told by the last speaker
        self.last, self.where, self.said = speaker, source, tuple(attribution.content)
        if is_unnamed or speaker.actor is None or _is_person(self.scene, speaker):
            self.person = speaker
        if not is_unnamed and (speaker.actor is None or not _is_person(self.scene, speaker)):
            self.body = speaker

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
        mentions = heads.heads(self.scene, source)
        actors = list(dict.fromkeys(mention.actor for mention in mentions))
        if actors:
            is_noun = mentions[0].form is Form.NOMINAL and len(actors) == 1
            return (is_noun and self._same_office(source)) or Speaker(actors[0], doubtful=len(actors) > 1)
        if heads.is_document(self.scene, source):
            author = heads.author(self.scene, source)
            if author is not None:
                return Speaker(author.actor)
            return Speaker(_actor(self.body or self.last), doubtful=True) if _KNOWN.match(text) else NOBODY
        return self._described(source)

    def _described(self, source: Span) -> Speaker:
        """The speaker whom a noun describes, or of whose name a part is given."""
        if not descriptions.is_unnamed(self.scene, source):
            noun = descriptions.person_noun(self.scene, source)
            if noun in self.unnamed:
                return self.unnamed[noun]
            for find in (descriptions.holder, descriptions.bearer, descriptions.compatriot):
                actor = find(self.scene, source)
                if actor is not None:
                    return Speaker(actor)
            same = self._same_office(source)
            if same is not None:
                return Speaker(same.actor, doubtful=True)
        principal, doubtful = heads.spoken_for(self.scene, source)
        if principal is not None:
            return Speaker(principal.actor, doubtful)
        return Speaker(descriptions.group_named(self.scene, source), doubtful=True)

    def _same_office(self, source: Span) -> Speaker | None:
        """The last speaker, if the office named may be theirs and nobody else has come up: "the president added"."""
        if self.person is None or self.person.actor is None or not self._goes_on(source):
            return None
        return self.person if descriptions.may_bear(self.scene, self.person.actor, source) else None

    def _pronoun(self, source: Span, text: str) -> Speaker:
        if text in _SINGULAR:
            if (unnamed := self._unnamed_before(source)) is not None:
                self.last, self.person, self.where, self.said = unnamed, unnamed, source, ()
                return unnamed
            if self._goes_on(source):
                return self.person or NOBODY
            entered = self._entered(source)
            if entered is not None:
                return Speaker(entered)
        elif text in _NEUTER and (body := self._body_before(source)) is not None:
            return body
        mention = next((m for m in heads.touching(self.scene, source) if m.span == source), None)
        if mention is not None:
            return Speaker(mention.actor)
        since = self._since(source) if text in _SINGULAR else None
        if since and len(since) == 1:
            return Speaker(since.pop(), doubtful=True)
        return Speaker(_actor(self.person if text in _PERSONAL else self.body), doubtful=True)

    def _goes_on(self, source: Span) -> bool:
        """Whether the last speaker may be a person, is a few paragraphs away at most, and nobody was named since."""
        return self.last == self.person and self._since(source) == set()

    def _since(self, source: Span) -> set[str] | None:
        """The other persons the reporter has named since the last speaker; None if that is too long ago."""
        parse = self.scene.parse
        if self.where is None or self.where.end > source.start:
            return None
        theirs, mine = parse.paragraph_at(self.where.start), parse.paragraph_at(source.start)
        if theirs is None or mine is None or _between(parse.paragraphs, theirs, mine) > _FEW:
            return None
        people = self.scene.cast.people(Span(self.where.end, source.start))
        others = (m for m in people if m.form is not Form.PRONOUN and m.actor != _actor(self.person))
        return {m.actor for m in others if not _is_inside(m.span, parse.quotations)}

    def _unnamed_before(self, source: Span) -> Speaker | None:
        """The unnamed person brought in before a quotation: "A Chilean diplomat was gloomy. “...,” he said."."""
        subject = self._subject_before(source)
        is_unnamed = subject is not None and descriptions.is_unnamed(self.scene, subject)
        return self._described(subject) if subject is not None and is_unnamed else None

    def _body_before(self, source: Span) -> Speaker | None:
        """The body that is the subject before a quotation: "The Thai cabinet met at night. “...,” it said."."""
        subject = self._subject_before(source)
        speaker = self._meant(subject) if subject is not None else None
        is_body = speaker is not None and speaker.actor is not None and not _is_person(self.scene, speaker)
        return speaker if is_body else None

    def _subject_before(self, source: Span) -> Span | None:
        """The subject of the reporter's sentence before a quotation, if nobody has spoken since."""
        sentence = self._sentence_before(source)
        if sentence is None or (self.where is not None and self.where.start >= sentence.start):
            return None
        if self.frames is None:
            self.frames = list(frames(self.scene.parse))
        frame = next((f for f in self.frames if sentence.start <= f.atoms[0].span.start < sentence.end), None)
        subject = sources.main(frame, len(frame.atoms)) if frame is not None else None
        return frame.span(subject.first, subject.end) if frame is not None and subject is not None else None

    def _entered(self, source: Span) -> str | None:
        """The one person named in the reporter's sentence before a quotation: "Dayan was calm. “...,” he said."."""
        sentence = self._sentence_before(source)
        if sentence is None:
            return None
        text = self.scene.article.text
        people = (m for m in self.scene.cast.people(sentence) if m.form is not Form.PRONOUN)
        actors = {m.actor for m in people if not heads.POSSESSIVE.match(text, m.span.end)}
        return actors.pop() if len(actors) == 1 else None

    def _sentence_before(self, source: Span) -> Span | None:
        """The reporter's sentence before the quotation that stands before ``source`` in its paragraph."""
        parse = self.scene.parse
        at = bisect_right(parse.quotations, source.start, key=lambda q: q.start) - 1
        paragraph = parse.paragraph_at(source.start)
        if at < 0 or paragraph is None or parse.quotations[at].start < paragraph.start:
            return None
        quotation = parse.quotations[at]
        before = [s for s in parse.sentences_in(Span(paragraph.start, quotation.start)) if s.end <= quotation.start]
        if not before or any(q.overlaps(before[-1]) for q in parse.quotations[max(0, at - 1) : at]):
            return None
        return before[-1]


def _actor(speaker: Speaker | None) -> str | None:
    return speaker.actor if speaker is not None else None


def _is_person(scene: Scene, speaker: Speaker) -> bool:
    return speaker.actor is not None and scene.cast[speaker.actor].kind is ActorKind.PERSON


def _between(paragraphs: Sequence[Span], first: Span, second: Span) -> int:
    return bisect_left(paragraphs, second) - bisect_left(paragraphs, first)


def _is_inside(span: Span, quoted: Sequence[Span]) -> bool:
    at = bisect_right(quoted, span.start, key=lambda q: q.start) - 1
    return at >= 0 and span in quoted[at]


__all__ = ["NOBODY", "Sourced", "Speaker", "is_press", "named", "resolve"]
