"""Events in PLOVER's terms: what was done, by whom to whom, and whether it happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapporteur.language.attribution.cues import Shape
from rapporteur.reading.claims import EventClaim, Realis, TimeExpression
from rapporteur.reading.clauses.lines import Line, lines
from rapporteur.reading.events.plover import EventType, contexts, event_types, plover_words
from rapporteur.reading.events.realis import ANNOUNCING, realis_of
from rapporteur.reading.events.roles import Role, roles
from rapporteur.reading.events.triggers import Told, tell
from rapporteur.reading.scene import Scene
from rapporteur.when import UNKNOWN

_GOVERNING = frozenset({"AGREE", "REJECT", "REQUEST", "THREATEN", "CONCEDE"})
_MODES = {"AID": "assist", "COOPERATE": "assist", "RETREAT": "yield", "CONCEDE": "yield", "CONSULT": "meet"}
_ITSELF = frozenset({"AGREE", "THREATEN", "CONCEDE", "REJECT", "REQUEST"})
_OBJECT_REACH = 12
"""Among how many words from the trigger on the peacekeepers must be named."""
_BETWEEN = 14
"""How many words may stand between a governing word and the infinitive it governs: "urged both sides to release"."""

# How sure a trigger alone makes an event: a phrase with its object, a verb, a verb that often means something else,
# a noun; and how much surer those who take part make it.
PHRASE, VERB, NOUN, WEAK = 0.7, 0.6, 0.4, 0.35
HAS_ACTOR, HAS_RECIPIENT, SUBORDINATE = 0.15, 0.1, -0.2


@dataclass(frozen=True, slots=True)
class _Event:
    """An event in the making."""

    told: Told
    type: EventType
    mode: str | None
    realis: Realis


def find_events(scene: Scene) -> tuple[EventClaim, ...]:
    """Find the events that an article tells.

    Args:
        scene: the article with its parse, cast, times and places.

    Returns:
        One claim for each event, in the order of the text; none for a sentence that tells none.
    """
    found = [claim for line in lines(scene) if not line.is_question for claim in _in_line(scene, line)]
    return _once(found)


def _in_line(scene: Scene, line: Line) -> list[EventClaim]:
    claims = []
    for event in _events(scene, line):
        actor, recipient = roles(line, event.told)
        if actor or recipient:
            claims.append(_claim(scene, line, event, actor, recipient))
    return claims


def _events(scene: Scene, line: Line) -> list[_Event]:
    """The events of a sentence; an infinitive under another trigger sharpens that one and is no event itself."""
    events: list[_Event] = []
    for told in tell(line):
        outer = _governor(line, events, told)
        if outer is not None:
            events[outer] = _sharpened(events[outer], told)
            continue
        events.append(_event(scene, line, told))
    return events


def _event(scene: Scene, line: Line, told: Told) -> _Event:
    kind, mode = told.trigger.type, told.trigger.mode
    realis = realis_of(scene, line, told.group, told.first)
    if kind.of_peacekeepers and plover_words("peacekeepers") & set(line.words[told.first : told.first + _OBJECT_REACH]):
        kind, mode = event_types()[kind.of_peacekeepers], None
    modal = told.group.modal if told.group else ""
    if realis is Realis.NEGATED and kind.refused and modal in ANNOUNCING:
        return _Event(told, event_types()[kind.refused], _MODES.get(kind.name), Realis.ACTUAL)
    if realis is not Realis.PLANNED and not (
        realis is Realis.HYPOTHETICAL and modal == "would" and not _is_conditional(line)
    ):
        return _Event(told, kind, mode, realis)
    if kind.name in _ITSELF:
        return _Event(told, kind, mode, Realis.ACTUAL)
    return (
        _Event(told, event_types()[kind.future], None, Realis.ACTUAL)
        if kind.future
        else _Event(told, kind, mode, realis)
    )


def _is_conditional(line: Line) -> bool:
    """Whether the sentence hangs on a condition, so that "would" announces nothing."""
    return "if" in line.words or "unless" in line.words


def _governor(line: Line, events: Sequence[_Event], told: Told) -> int | None:
    """The index of the event whose word governs ``told``: "agreed to release", "demanded the release"."""
    if not events:
        return None
    last = events[-1]
    gap = line.words[last.told.end : told.first]
    if last.type.name not in _GOVERNING or len(gap) > _BETWEEN or any(word in (";", ":", '"', ",") for word in gap):
        return None
    if told.group is None:
        return len(events) - 1 if len(gap) < 6 and "and" not in gap else None
    infinitive = line.word(told.first - 1) == "to" or told.group.infinitive or told.group.shape is Shape.GERUND
    return len(events) - 1 if infinitive and "after" not in gap and "and" not in gap[:1] else None


def _sharpened(outer: _Event, inner: Told) -> _Event:
    """The governing event with what the governed one tells of it."""
    name, kind = outer.type.name, inner.trigger.type
    if name == "AGREE" and kind.future == "THREATEN":
        return replace(outer, type=event_types()["THREATEN"])
    if name in ("REJECT", "REQUEST") and outer.mode is None:
        return replace(outer, mode=_MODES.get(kind.name))
    return outer


def _claim(scene: Scene, line: Line, event: _Event, actor: Role, recipient: Role) -> EventClaim:
    time = _time(scene, line, event.told.first)
    return EventClaim(
        type=event.type.name,
        trigger=line.span(event.told.first, event.told.end),
        sentence=line.sentence,
        quad=event.type.quad,
        actors=actor.actors,
        recipients=tuple(one for one in recipient.actors if one not in actor.actors),
        actor_spans=actor.spans,
        recipient_spans=recipient.spans,
        realis=event.realis,
        probability=_probability(event, actor, recipient),
        mode=event.mode,
        contexts=_contexts(line),
        when=time.when if time else UNKNOWN,
        rule=time.rule if time else None,
    )


def _probability(event: _Event, actor: Role, recipient: Role) -> float:
    told = event.told
    base = NOUN if told.group is None else WEAK if told.trigger.weak else PHRASE if told.trigger.objects else VERB
    inside = told.group is not None and (told.group.infinitive or not told.group.is_finite)
    score = base + HAS_ACTOR * bool(actor) + HAS_RECIPIENT * bool(recipient) + SUBORDINATE * inside
    return round(min(0.95, max(0.05, score)), 2)


def _contexts(line: Line) -> tuple[str, ...]:
    table = contexts()
    return tuple(sorted({context for word in line.words for context in table.get(word, ())}))


def _time(scene: Scene, line: Line, at: int) -> TimeExpression | None:
    """The date of the sentence that stands nearest to the trigger."""
    dated = [t for t in scene.times_in(line.sentence) if t.type == "DATE" and t.when]
    return min(dated, key=lambda t: (abs(t.span.start - line.spans[at].start), t.span.start), default=None)


def _once(claims: Sequence[EventClaim]) -> tuple[EventClaim, ...]:
    """``claims`` with one entry for each event: of the same type, parties, realis and day, the surest."""
    kept: dict[tuple[object, ...], EventClaim] = {}
    for claim in claims:
        known = bool(claim.actors or claim.recipients)
        key = (claim.type, claim.actors, claim.recipients, claim.realis, claim.when) if known else (claim.trigger,)
        if key not in kept or claim.probability > kept[key].probability:
            kept[key] = claim
    return tuple(sorted(kept.values(), key=lambda claim: (claim.trigger, claim.type)))


__all__ = ["find_events"]
