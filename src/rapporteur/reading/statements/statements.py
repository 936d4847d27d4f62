"""Statements: the words that somebody is reported to have said, one entry for each piece of a quotation.

The parse's attributions may come from rules or from a model: nothing here asks how a cue was found.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from rapporteur.language import quotations
from rapporteur.language.attribution import cues
from rapporteur.language.attribution.cues import CueVerb, Strength, Takes
from rapporteur.language.attribution.grammar import group
from rapporteur.language.parse import Manner
from rapporteur.reading.claims import AttributionClaim, StatementClaim, TimeRule
from rapporteur.reading.scene import Scene
from rapporteur.reading.statements.quoted import Quoted, cue_verb, quoted_words
from rapporteur.reading.statements.speakers import Speaker, named, resolve
from rapporteur.spans import Span, merge, trim
from rapporteur.when import UNKNOWN, When

_BESIDE = 40
"""How many characters from its cue a time may stand to be that of the statement."""

_TOLD = re.compile(r"\s*([^,:;“\"]+?)(?=\s*(?:[,:;“\"]|\b(?:that|on|in|at|during|after|by|to|whether)\b|$))")
_TIMES = frozenset({"DATE", "TIME"})
_SPEECH = frozenset(Takes) - {Takes.OBJECT, Takes.COMPLEMENT, Takes.QUESTION, Takes.QUOTATION}


def attribute(scene: Scene) -> tuple[AttributionClaim, ...]:
    """Return the parse's attributions with the actor that each source means."""
    attributions = scene.parse.attributions
    return tuple(
        AttributionClaim(a.source, a.cue, a.content, a.manner, speaker.actor, a.told)
        for a, speaker in zip(attributions, resolve(scene, attributions), strict=True)
    )


def find_statements(scene: Scene, attributions: Sequence[AttributionClaim]) -> tuple[StatementClaim, ...]:
    """Find the statements of an article.

    Args:
        scene: the article with its parse, cast and times.
        attributions: who is said to have said what, in the order of the text.

    Returns:
        The statements in the order of the text; no two overlap.
    """
    doubts = (speaker.doubtful for speaker in resolve(scene, attributions))
    attributed = [
        (claim, Speaker(claim.speaker, doubtful or claim.speaker is None))
        for claim, doubtful in zip(attributions, doubts, strict=True)
        if claim.told
    ]
    found = [_direct(scene, quoted) for quoted in quoted_words(scene, attributed)]
    taken = sorted(statement.span for statement in found)
    for claim, speaker in attributed:
        for statement in _indirect(scene, claim, speaker):
            at = bisect_left(taken, statement.span.end, key=lambda s: s.start)
            if at == 0 or taken[at - 1].end <= statement.span.start:
                found.append(statement)
                taken.insert(at, statement.span)
    return tuple(sorted(found, key=lambda statement: statement.span))


def _direct(scene: Scene, quoted: Quoted) -> StatementClaim:
    claim, speaker = quoted.claim, quoted.speaker
    if claim is None:
        evidence = _evidence(scene, [quoted.quotation])
        return StatementClaim(speaker.actor, Manner.DIRECT, quoted.words, evidence, doubtful=speaker.doubtful)
    manner = Manner.DIRECT if claim.manner is Manner.INDIRECT else claim.manner
    return _statement(scene, claim, speaker, manner=manner, span=quoted.words, said=[quoted.quotation])


def _indirect(scene: Scene, claim: AttributionClaim, speaker: Speaker) -> Iterator[StatementClaim]:
    """What a strong cue reports without quoting it in full, if its speaker is clear."""
    if speaker.actor is None or claim.manner is Manner.DIRECT or not claim.content:
        return
    if not (_is_speech(cue_verb(scene, claim)) or _is_according(scene, claim)):
        return
    told = [span for span in claim.content if not _is_quotation(scene, span)] or claim.content
    span = trim(told[0].to(told[-1]), scene.parse.text, also=",;:")
    if span and _is_clause(scene, span, claim.manner):
        yield _statement(scene, claim, speaker, manner=Manner.INDIRECT, span=span, said=told)


def _is_quotation(scene: Scene, span: Span) -> bool:
    """Whether a piece of a content is all the words of one quotation."""
    return any(quotations.words(scene.parse.text, q) == span for q in _overlapping(scene.parse.quotations, span))


def _is_speech(verb: CueVerb | None) -> bool:
    return verb is not None and verb.strength is Strength.STRONG and not verb.takes.isdisjoint(_SPEECH)


def _is_according(scene: Scene, claim: AttributionClaim) -> bool:
    return any(scene.words(cue).lower().startswith("according") for cue in claim.cue)


def _is_clause(scene: Scene, span: Span, manner: Manner) -> bool:
    """Whether a content says something: it has a verb or a quotation, and its subject ("which he said was" has not)."""
    words = [scene.words(token.span).lower() for token in scene.parse.words_in(span)]
    helpers = group("auxiliaries") | group("modals")
    if not words or words[0] in helpers:
        return False
    verbs = helpers | group("verbs")
    has_verb = any(w in verbs or (w.endswith("ed") and len(w) > 4) or w in cues.forms() for w in words[1:])
    return has_verb or words[0] == "to" or manner is Manner.MIXED


def _statement(
    scene: Scene, claim: AttributionClaim, speaker: Speaker, *, manner: Manner, span: Span, said: Sequence[Span]
) -> StatementClaim:
    when, rule = _when(scene, claim)
    return StatementClaim(
        speaker=speaker.actor,
        manner=manner,
        span=span,
        evidence=_evidence(scene, (*claim.source, *claim.cue, *said)),
        addressee=_addressee(scene, claim),
        when=when,
        rule=rule,
        doubtful=speaker.doubtful,
    )


def _evidence(scene: Scene, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The sentences that hold ``spans``, neighbours joined."""
    found: list[Span] = []
    for sentence in sorted({s for span in spans for s in scene.parse.sentences_in(span)}):
        if found and not scene.parse.text[found[-1].end : sentence.start].strip(" "):
            found[-1] = found[-1].to(sentence)
        else:
            found.append(sentence)
    return tuple(found) or merge(spans)


def _addressee(scene: Scene, claim: AttributionClaim) -> str | None:
    """The actor that is told: "X told Y that ..."."""
    verb = cue_verb(scene, claim)
    if verb is None or not verb.may_take(Takes.PERSON) or not claim.content:
        return None
    start = max(cue.end for cue in claim.cue)
    sentence = scene.parse.sentence_at(start - 1)
    if sentence is None or any(source.start >= start for source in claim.source):
        return None
    end = min((c.start for c in claim.content if c.start >= start), default=sentence.end)
    told = _TOLD.match(scene.parse.text, start, end)
    actor = named(scene, Span(*told.span(1))) if told else None
    return actor if actor != claim.speaker else None


def _when(scene: Scene, claim: AttributionClaim) -> tuple[When, TimeRule | None]:
    """The day told beside the cue, outside the words that were said and what is told in passing of their source."""
    if not claim.cue:
        return UNKNOWN, None
    cue = claim.cue[0]
    beside = Span(max(0, cue.start - _BESIDE), cue.end + _BESIDE)
    outside = (*claim.content, *_asides(scene, claim), *_overlapping(scene.parse.quotations, beside))
    times = [
        time
        for sentence in scene.parse.sentences_in(cue)
        for time in scene.times_in(sentence)
        if time.type in _TIMES and time.when and time.span.overlaps(beside)
        if not any(time.span.overlaps(span) for span in outside)
    ]
    nearest = min(times, key=lambda time: abs(time.span.start - cue.end), default=None)
    return (nearest.when, nearest.rule) if nearest else (UNKNOWN, None)


def _overlapping(spans: Sequence[Span], span: Span) -> Sequence[Span]:
    """Those of ``spans``, which are apart and in order, that overlap ``span``."""
    first = bisect_right(spans, span.start, key=lambda s: s.end)
    return spans[first : bisect_left(spans, span.end, key=lambda s: s.start)]


def _asides(scene: Scene, claim: AttributionClaim) -> Iterator[Span]:
    """Appositions and relative clauses of a source, whose times are their own."""
    for source in claim.source:
        comma = scene.words(source).find(",")
        if comma >= 0:
            yield Span(source.start + comma, source.end)


__all__ = ["attribute", "find_statements"]
