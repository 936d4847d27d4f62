"""Quoted words: whose each quotation is, by the attribution around it or by the quotation that it continues."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapporteur.language import quotations
from rapporteur.language.attribution import cues
from rapporteur.language.attribution.cues import CueVerb, Strength, Takes
from rapporteur.language.attribution.frames import frames
from rapporteur.language.attribution.grammar import group
from rapporteur.language.parse import Manner
from rapporteur.reading.claims import ActorKind, AttributionClaim
from rapporteur.reading.scene import Scene
from rapporteur.reading.statements.speakers import NOBODY, Speaker, is_press
from rapporteur.spans import Span, trim

_FEWEST = 4
"""A quotation of fewer words inside a reporter's sentence is taken for an expression, not for a statement."""

_MOST = 0.8
"""The share of a quotation that a content must hold to be about it; a model's spans may miss the marks."""

_WORD = re.compile(r"[^\W_][\w.,’'-]*")
_SENTENCE_END = ".?!…"

Attributed = tuple[AttributionClaim, Speaker]


@dataclass(frozen=True, slots=True)
class Quoted:
    """One quotation: the span of its words, who says them, and the attribution that says so, if one does."""

    quotation: Span
    words: Span
    speaker: Speaker
    claim: AttributionClaim | None


def quoted_words(scene: Scene, attributed: Sequence[Attributed]) -> Iterator[Quoted]:
    """Yield the article's quotations that are somebody's words, in order."""
    covering = _covering(scene, attributed)
    alone = {atom.span.start for frame in frames(scene.parse) if frame.is_quotation for atom in frame.atoms}
    before: Quoted | None = None
    for index, quotation in enumerate(scene.parse.quotations):
        words = quotations.words(scene.parse.text, quotation)
        if index in covering:
            claim, speaker = _best(scene, covering[index])
            before = Quoted(quotation, words, speaker, claim)
        elif before is not None and quotation.start in alone and _continues(scene, before, quotation):
            before = Quoted(quotation, words, before.speaker, before.claim)
        elif (last := _last_of(scene, index)) in covering:
            claim, speaker = _best(scene, covering[last])
            before = Quoted(quotation, words, speaker, claim)
        else:
            inside = quotation.start not in alone
            before = Quoted(quotation, words, _person_before(scene, quotation.start + inside), None)
        if _is_statement(scene, before):
            yield before


def cue_verb(scene: Scene, claim: AttributionClaim) -> CueVerb | None:
    """Return the verb of a claim's cue, if it is one of those known."""
    for span in reversed(claim.cue):
        words = scene.words(span).lower().split()
        for at, word in enumerate(words):
            for form in cues.forms().get(word, ()):
                if tuple(words[at + 1 : at + 1 + len(form.particle)]) == form.particle:
                    return form.cue
    return None


def _covering(scene: Scene, attributed: Sequence[Attributed]) -> dict[int, list[Attributed]]:
    """For each quotation (by its index) the attributions whose content holds most of it."""
    quoted = scene.parse.quotations
    found: dict[int, list[Attributed]] = {}
    for claim, speaker in attributed:
        for content in claim.content:
            index = max(0, bisect_left(quoted, content.start, key=lambda q: q.start) - 1)
            while index < len(quoted) and quoted[index].start < content.end:
                shared = min(content.end, quoted[index].end) - max(content.start, quoted[index].start)
                if shared >= _MOST * (len(quoted[index]) - 2):
                    found.setdefault(index, []).append((claim, speaker))
                index += 1
    return found


def _best(scene: Scene, around: Sequence[Attributed]) -> Attributed:
    """Whose words a quotation is, of several attributions around it.

    The inner one's, if it tells of speech ("X said Y had called it “...”"); the outer one's, if the inner tells of an
    attitude ("X said Y hoped “...”") or of somebody unknown. An outer one that is the press only passes on.
    """
    ordered = sorted(around, key=lambda pair: sum(map(len, pair[0].content)))
    outer_claim, outer = ordered[-1]
    passes_on = any(is_press(scene, source, outer.actor) for source in outer_claim.source)
    told = False
    for claim, speaker in ordered[:-1]:
        verb = cue_verb(scene, claim)
        if verb is None or verb.strength is not Strength.STRONG or verb.takes == {Takes.OBJECT}:
            continue
        if speaker.actor is not None or passes_on:
            agreed = passes_on or outer.actor in {None, speaker.actor}
            return claim, Speaker(speaker.actor, speaker.doubtful or not agreed)
        told = True
    return outer_claim, Speaker(outer.actor, outer.doubtful or told or _is_guess(scene, outer_claim))


def _is_guess(scene: Scene, claim: AttributionClaim) -> bool:
    """Whether the cue is a verb that tells of no speech: the quotation may be anybody's."""
    words = "".join(scene.words(cue) for cue in claim.cue)
    return words.isalpha() and cue_verb(scene, claim) is None and not _is_led_in(scene, claim)


def _is_led_in(scene: Scene, claim: AttributionClaim) -> bool:
    """Whether a colon stands before what is said."""
    start = claim.content[0].start if claim.content else 0
    return scene.parse.text[max(0, start - 5) : start].rstrip("“„«\"'‘ ").endswith(":")


def _continues(scene: Scene, before: Quoted, quotation: Span) -> bool:
    """Whether a quotation stands in the paragraph of the one before, or in the next one and alone in it."""
    parse = scene.parse
    mine, theirs = parse.paragraph_at(quotation.start), parse.paragraph_at(before.quotation.start)
    if mine is None or theirs is None:
        return False
    if mine == theirs:
        return True
    is_next = bisect_left(parse.paragraphs, mine) - bisect_left(parse.paragraphs, theirs) == 1
    is_open = not quotations.is_closed(parse.text, before.quotation)
    return is_next and trim(mine, parse.text) == quotation and (before.claim is not None or is_open)


def _last_of(scene: Scene, index: int) -> int:
    """The last of the quotations, one a paragraph, as which the one at ``index`` goes on without being closed."""
    parse = scene.parse
    while index + 1 < len(parse.quotations) and not quotations.is_closed(parse.text, parse.quotations[index]):
        paragraph = bisect_left(parse.paragraphs, parse.quotations[index].end, key=lambda p: p.end)
        following = parse.quotations[index + 1].start
        if paragraph + 1 >= len(parse.paragraphs) or parse.paragraphs[paragraph + 1].start != following:
            break
        index += 1
    return index


def _person_before(scene: Scene, at: int) -> Speaker:
    """The person named first in the sentence that ends, or is, before ``at``: "X took the floor. “...”"."""
    sentences = scene.parse.sentences
    index = bisect_left(sentences, at, key=lambda s: s.start) - 1
    if index < 0 or sentences[index].start >= at:
        return NOBODY
    mentions = scene.cast.outermost(Span(sentences[index].start, at))
    people = [m.actor for m in mentions if scene.cast[m.actor].kind is ActorKind.PERSON]
    return Speaker(people[0], doubtful=True) if people else NOBODY


def _is_statement(scene: Scene, quoted: Quoted) -> bool:
    """Whether a quotation holds somebody's words, not an expression, a heading or the title of a work."""
    text = quoted.words.of(scene.parse.text)
    words = _WORD.findall(text)
    verb = cue_verb(scene, quoted.claim) if quoted.claim else None
    if verb is None and (_is_title(words) or _is_heading(scene, quoted)):
        return False
    if len(words) >= _FEWEST:
        return True
    is_whole = bool(words) and text[0].isupper() and text[-1] in _SENTENCE_END + ",;"
    if not is_whole or quoted.claim is None or quoted.claim.manner is not Manner.DIRECT:
        return False
    is_label = not any(c.isalnum() for cue in quoted.claim.cue for c in scene.words(cue))
    return verb is not None or is_label or _is_led_in(scene, quoted.claim)


def _is_title(words: Sequence[str]) -> bool:
    """Whether all words but the small ones have a capital."""
    small = group("prepositions") | group("conjunctions")
    large = [w for w in words if len(w) > 3 and w.lower() not in small]
    return len(large) > 1 and all(w[0].isupper() for w in large)


def _is_heading(scene: Scene, quoted: Quoted) -> bool:
    """Whether a quotation without a full stop is all of its paragraph."""
    text = scene.parse.text
    paragraph = scene.parse.paragraph_at(quoted.quotation.start)
    is_alone = paragraph is not None and trim(paragraph, text, also="*_#") == quoted.quotation
    return is_alone and quoted.words.of(text)[-1:] not in _SENTENCE_END and quotations.is_closed(text, quoted.quotation)


__all__ = ["Attributed", "Quoted", "cue_verb", "quoted_words"]
