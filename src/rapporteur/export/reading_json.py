"""The reading of one article as JSON, the contract's second output: one object, all offsets into its text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from rapporteur.export.values import place_value, span_value, when_value
from rapporteur.intake.article import Article
from rapporteur.reading.claims import (
    AttributionClaim,
    CommitmentClaim,
    EventClaim,
    LocalActor,
    MeetingClaim,
    Mention,
    NameSeen,
    OutcomeClaim,
    PlaceMention,
    PositionClaim,
    Reading,
    TimeExpression,
)
from rapporteur.spans import Span


def reading_json(article: Article, reading: Reading) -> str:
    """One article and its reading as a line of JSON, without the line break."""
    return json.dumps(reading_value(article, reading), ensure_ascii=False)


def reading_value(article: Article, reading: Reading) -> dict[str, Any]:
    """One article and its reading as a JSON-ready dictionary."""
    text = article.text
    unnamed = _unnamed(reading)
    return {
        "id": article.id,
        "text": text,
        "body": _spans(article.body),
        "published": when_value(article.published),
        "sentences": _spans(reading.sentences),
        "names": [_name(text, name) for name in sorted((*reading.names, *unnamed), key=lambda name: name.span)],
        "dates": [_time(text, time) for time in reading.times],
        "places": [_place(text, place) for place in reading.places],
        "attributions": _attributions(reading.attributions),
        "coreference": _chains(reading.mentions),
        "events": [_event(event) for event in reading.events],
        "actors": [*(_actor(actor) for actor in reading.actors), *(_stranger(text, name) for name in unnamed)],
        "meetings": [_meeting(article, claim, unnamed) for claim in reading.meetings],
        "positions": [_position(article, claim) for claim in reading.positions],
        "commitments": [_commitment(article, claim) for claim in reading.commitments],
        "outcomes": [_outcome(article, claim) for claim in reading.outcomes],
    }


def _unnamed(reading: Reading) -> list[NameSeen]:
    """Those at meetings who are known by an office or a pronoun only, each with an id of its own."""
    spans = sorted({span for claim in reading.meetings for span in claim.unnamed})
    return [NameSeen(span, "nominal", f"u{number}") for number, span in enumerate(spans, start=1)]


def _stranger(text: str, name: NameSeen) -> dict[str, Any]:
    words = name.span.of(text)
    return {"id": name.actor, "name": words, "kind": "other", "party": None, "aliases": [words], "offices": []}


def _spans(spans: Sequence[Span]) -> list[list[int]]:
    return [span_value(span) for span in spans]


def _quoted(text: str, span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _evidence(article: Article, spans: Sequence[Span]) -> list[dict[str, Any]]:
    return [{"article": article.id, **_quoted(article.text, span)} for span in spans]


def _name(text: str, name: NameSeen) -> dict[str, Any]:
    return {**_quoted(text, name.span), "kind": name.kind, "actor": name.actor}


def _time(text: str, time: TimeExpression) -> dict[str, Any]:
    days = when_value(time.when)
    bounds = {"earliest": days["earliest"], "latest": days["latest"]}
    return {**_quoted(text, time.span), "type": time.type, "value": time.value, **bounds}


def _place(text: str, place: PlaceMention) -> dict[str, Any]:
    where = {"name": place.name, "country": place.country, "lat": place.lat, "lon": place.lon, "kind": place.kind}
    return {**_quoted(text, place.span), **where}


def _attributions(claims: Sequence[AttributionClaim]) -> list[dict[str, Any]]:
    """What the article itself attributes; under each, as "inside", what its content attributes in turn."""
    made: list[dict[str, Any]] = [_attribution(claim) for claim in claims]
    holders = [_holder(claims, at) for at in range(len(claims))]
    for value, holder in zip(made, holders, strict=True):
        if holder is not None:
            made[holder]["inside"].append(value)
    return [value for value, holder in zip(made, holders, strict=True) if holder is None]


def _holder(claims: Sequence[AttributionClaim], at: int) -> int | None:
    """Which of ``claims`` reports the one at ``at``: the shortest longer one in whose content its cue stands."""
    claim = claims[at]
    place = (claim.cue or claim.source or claim.content)[0]
    around = [(_length(other), index) for index, other in enumerate(claims) if _length(other) > _length(claim)]
    holding = [pair for pair in around if any(place in span for span in claims[pair[1]].content)]
    return min(holding)[1] if holding else None


def _length(claim: AttributionClaim) -> int:
    return sum(map(len, claim.content))


def _attribution(claim: AttributionClaim) -> dict[str, Any]:
    return {
        "source": _spans(claim.source),
        "cue": _spans(claim.cue),
        "content": _spans(claim.content),
        "kind": claim.manner.value,
        "speaker": claim.speaker,
        "told": claim.told,
        "inside": [],
    }


def _chains(mentions: Sequence[Mention]) -> list[list[list[int]]]:
    by_actor = sorted(mentions, key=lambda m: (m.actor, m.span))
    chains = [[span_value(m.span) for m in chain] for _, chain in groupby(by_actor, key=lambda m: m.actor)]
    return sorted(chain for chain in chains if len(chain) > 1)


def _event(event: EventClaim) -> dict[str, Any]:
    return {
        "start": event.trigger.start,
        "end": event.trigger.end,
        "sentence": span_value(event.sentence),
        "type": event.type,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "quad": event.quad,
        "actors": _spans(event.actor_spans),
        "recipients": _spans(event.recipient_spans),
        "realis": event.realis.value,
        "probability": event.probability,
    }


def _actor(actor: LocalActor) -> dict[str, Any]:
    offices = [
        {"title": o.title, "role": o.role, "party": o.party, "tenure": o.tenure.value, "span": span_value(o.span)}
        for o in actor.offices
    ]
    own = {"id": actor.id, "name": actor.name, "kind": actor.kind.value, "party": actor.party}
    return {**own, "aliases": list(actor.aliases), "offices": offices}


def _meeting(article: Article, claim: MeetingClaim, unnamed: Sequence[NameSeen]) -> dict[str, Any]:
    strangers = [name.actor for name in unnamed if name.span in claim.unnamed]
    return {
        "when": when_value(claim.when),
        "place": place_value(claim.place),
        "venue": claim.venue,
        "level": claim.level,
        "format": claim.format,
        "named_format": claim.named_format,
        "round": claim.round,
        "status": claim.status.value,
        "parties": list(claim.parties),
        "participants": [
            *({"actor": p.actor, "role": p.role, "party": p.party} for p in claim.participants),
            *({"actor": actor, "role": None, "party": None} for actor in strangers),
        ],
        "host": claim.host,
        "facilitators": list(claim.facilitators),
        "topics": list(claim.topics),
        "outcomes": list(claim.outcomes),
        "evidence": _evidence(article, claim.evidence),
    }


def _position(article: Article, claim: PositionClaim) -> dict[str, Any]:
    return {
        "party": claim.party,
        "speaker": claim.speaker,
        "issue": claim.issue,
        "stance": claim.stance.value,
        "text": claim.text,
        "requires": claim.requires,
        "blocks": claim.blocks,
        "when": when_value(claim.when),
        "evidence": _evidence(article, claim.evidence),
    }


def _commitment(article: Article, claim: CommitmentClaim) -> dict[str, Any]:
    return {
        "by": list(claim.by),
        "to": list(claim.to),
        "what": claim.what,
        "due": when_value(claim.due),
        "when": when_value(claim.when),
        "status": claim.status.value,
        "evidence": _evidence(article, claim.evidence),
    }


def _outcome(article: Article, claim: OutcomeClaim) -> dict[str, Any]:
    return {
        "what": claim.what,
        "deed": claim.deed,
        "parties": list(claim.parties),
        "status": claim.status.value,
        "due": when_value(claim.due),
        "when": when_value(claim.when),
        "evidence": _evidence(article, claim.evidence),
    }
