"""Events in PLOVER's terms: what was done, by whom to whom, and whether it happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from rapporteur.language.trees import Tree
from rapporteur.reading.claims import EventClaim, Realis, TimeExpression
from rapporteur.reading.clauses.lines import Line, lines
from rapporteur.reading.events.arguments import Arguments, arguments
from rapporteur.reading.events.mending import mended
from rapporteur.reading.events.plover import EventType, contexts, event_types, plover_words
from rapporteur.reading.events.realis import is_background
from rapporteur.reading.events.roles import Role, named_before, roles
from rapporteur.reading.events.triggers import EventWord, event_words
from rapporteur.reading.scene import Scene
from rapporteur.spans import Span
from rapporteur.when import UNKNOWN

_GOVERNING = frozenset({"AGREE", "REJECT", "REQUEST", "THREATEN", "CONCEDE"})
"""Types of words that say what somebody will do, would have done, or will not do."""
_UNREAL = frozenset({Realis.PLANNED, Realis.HYPOTHETICAL, Realis.NEGATED})
_UNDER = frozenset({"xcomp", "ccomp", "obj", "obl", "nmod", "acl", "advcl", "conj", "nsubj"})
_MODES = {"AID": "assist", "COOPERATE": "assist", "RETREAT": "yield", "CONCEDE": "yield", "CONSULT": "meet"}
_STEPS = 4
"""How far below a governing word the word may hang that it governs."""

HAS_ACTOR, HAS_RECIPIENT = 0.6, 0.8
"""What is left of an event's chance of being none where nobody acts, and nobody is acted upon."""


@dataclass(frozen=True, slots=True)
class _Event:
    """An event in the making."""

    word: EventWord
    arguments: Arguments


def find_events(scene: Scene) -> tuple[EventClaim, ...]:
    """Find the events that an article tells.

    Args:
        scene: the article with its parse, cast, times and places.

    Returns:
        One claim for each event, in the order of the text; none for a sentence that tells none.
    """
    return _once([claim for line in lines(scene) if not line.is_question for claim in _in_line(scene, line)])


def _in_line(scene: Scene, line: Line) -> Iterator[EventClaim]:
    sentence = line.sentence
    tree = mended(Tree.of(scene.parse, sentence))
    background = is_background(scene, sentence)
    words = event_words(scene.parse, tree, line)
    telling = {word.at for word in words.likely}
    found = [_Event(word, arguments(tree, word.at, telling)) for word in words.likely]
    known = False
    for event in _governed(tree, _carried(tree, found)):
        word = _in_time(tree, event.word, background=background)
        actor, recipient = roles(tree, scene.cast, event.arguments)
        if not actor and not recipient:
            actor = named_before(tree, scene.cast, event.word.at)
        if actor or recipient:
            known = known or bool(actor.actors or recipient.actors)
            yield _claim(scene, sentence, tree, word, actor, recipient)
    if not known:
        yield from islice(_relating(scene, sentence, tree, words.spare), 1)


def _relating(scene: Scene, sentence: Span, tree: Tree, words: Sequence[EventWord]) -> Iterator[EventClaim]:
    """Claims for the words that relate two of the cast, where those that likely tell an event relate nobody."""
    for word in words:
        actor, recipient = roles(tree, scene.cast, arguments(tree, word.at))
        if actor.actors and recipient.actors:
            yield _claim(scene, sentence, tree, word, actor, recipient)


def _carried(tree: Tree, events: Sequence[_Event]) -> list[_Event]:
    """The events with one for a verb and the noun that it only carries: "launched an attack", "imposed sanctions"."""
    by_word = {event.word.at: event for event in events}
    for event in events:
        at = event.word.at
        verb = tree.heads[at]
        if (
            tree.relation(at) in ("obj", "obl", "nsubj")
            and verb in by_word
            and _only_carries(tree, verb, event.word.type)
        ):
            carrier = by_word.pop(verb)
            by_word[at] = replace(event, word=_joined(event.word, carrier.word))
    return [by_word[at] for at in sorted(by_word)]


def _only_carries(tree: Tree, verb: int, kind: EventType) -> bool:
    """Whether a verb only carries a noun that tells ``kind``: "launched an attack", "voiced support"."""
    return tree.lemma(verb) in plover_words("voicing" if kind.spoken else "doing") | plover_words("doing")


def _joined(noun: EventWord, verb: EventWord) -> EventWord:
    """A noun with what its verb tells besides: for each type the chance that one of the two tells it."""
    rest = 1 - noun.chance
    types = {name: chance + rest * verb.types.get(name, 0.0) for name, chance in noun.types.items()}
    modes = {name: noun.modes.get(name) or verb.modes.get(name) for name in types}
    realis = verb.realis if verb.chance > noun.chance else noun.realis
    return EventWord(noun.at, types, modes, realis, noun.listed)


def _governed(tree: Tree, events: Sequence[_Event]) -> list[_Event]:
    """The events without those that are only what another says will, shall or shall not be done."""
    by_word = {event.word.at: event for event in events}
    dropped: set[int] = set()
    for event in events:
        outer = _governor(tree, event, by_word)
        if outer is not None:
            dropped.add(event.word.at)
            by_word[outer] = _sharpened(tree, by_word[outer], event)
    return [by_word[event.word.at] for event in events if event.word.at not in dropped]


def _governor(tree: Tree, event: _Event, by_word: dict[int, _Event]) -> int | None:
    """The word whose event governs ``event``: "agreed to release", "demanded the release"."""
    if event.word.realis not in _UNREAL:
        return None
    node = event.word.at
    for _ in range(_STEPS):
        if tree.relation(node) not in _UNDER or tree.heads[node] < 0:
            return None
        node = tree.heads[node]
        if node in by_word:
            return node if by_word[node].word.type.name in _GOVERNING else None
    return None


def _sharpened(tree: Tree, outer: _Event, inner: _Event) -> _Event:
    """The governing event with what the governed one tells of it."""
    name, kind, word = outer.word.type.name, inner.word.type, outer.word
    if name in ("REJECT", "REQUEST") and word.mode is None:
        word = replace(word, modes={**word.modes, name: _MODES.get(kind.name)})
    if kind.spoken and tree.lemma(word.at) in plover_words("deciding"):
        word = replace(_as(word, kind.name, word.realis), modes=inner.word.modes)
    elif word.type.of_conflict and _is_for_conflict(tree, outer, inner):
        word = _as(word, word.type.of_conflict, word.realis)
    acting = outer.arguments.actors or inner.arguments.actors
    others = (*outer.arguments.recipients, *inner.arguments.actors, *inner.arguments.recipients)
    given = tuple(k for k in dict.fromkeys(others) if k not in acting and k != inner.word.at)
    return _Event(word, Arguments(acting, given, outer.arguments.mutual or inner.arguments.mutual))


def _is_for_conflict(tree: Tree, outer: _Event, inner: _Event) -> bool:
    """Whether an act of conflict against somebody is asked for, of nobody: "called for sanctions against Peru"."""
    others = outer.arguments.recipients
    against = {*inner.arguments.recipients, *(k for k in others if tree.case(k) == "against")}
    direct = tree.heads[inner.word.at] == outer.word.at and tree.tag(inner.word.at) == "NOUN"
    return direct and inner.word.type.is_conflict and bool(against) and not set(others) - {inner.word.at, *against}


def _as(word: EventWord, kind: str, realis: Realis) -> EventWord:
    """``word`` told as an event of another type, with the same chance."""
    return replace(word, types={**dict.fromkeys(word.types, 0.0), kind: word.chance}, modes={}, realis=realis)


def _in_time(tree: Tree, word: EventWord, *, background: bool) -> EventWord:
    """The word with PLOVER's type for what is announced or refused, and long past where its sentence is."""
    kind, realis = word.type, word.realis
    if realis is Realis.PLANNED and kind.future and _is_to_come(tree, word.at):
        return _as(word, kind.future, Realis.ACTUAL)
    if realis is Realis.NEGATED and kind.name == "REJECT" and word.listed != "REJECT" and _is_denied(tree, word.at):
        return replace(word, realis=Realis.ACTUAL)  # "will not accept": the "not" makes the refusal
    if realis is Realis.NEGATED and kind.refused and (_is_announced(tree, word.at) or not _is_denied(tree, word.at)):
        refused = _as(word, kind.refused, Realis.ACTUAL)
        return replace(refused, modes={kind.refused: _MODES.get(kind.name)})
    if realis is Realis.ACTUAL and background:
        return replace(word, realis=Realis.HISTORICAL)
    return word


def _is_to_come(tree: Tree, at: int) -> bool:
    """Whether a verb, or the verb of a noun, has the form of what is still to be done: "will send", "to send"."""
    verb = at if tree.tag(at) == "VERB" else tree.heads[at]
    return verb >= 0 and tree.tokens[verb].xpos == "VB"


def _is_denied(tree: Tree, at: int) -> bool:
    """Whether "not" or "no" stands with a word or the verb that carries it: nobody refused it, it did not happen."""
    return any(tree.lemma(c) in plover_words("denying") for word in _telling(tree, at) for c in tree.children(word))


def _is_announced(tree: Tree, at: int) -> bool:
    """Whether a verb, or the verb that carries a noun, says what somebody is going to do: "will", "would"."""
    helping = (c for word in _telling(tree, at) for c in tree.children(word, "aux"))
    return any(tree.lemma(c) in plover_words("announcing") for c in helping)


def _telling(tree: Tree, at: int) -> tuple[int, ...]:
    """The word, and the verb on which it hangs if it is a noun."""
    verb = tree.heads[at]
    return (at, verb) if verb >= 0 and tree.tag(at) != "VERB" and tree.tag(verb) == "VERB" else (at,)


def _claim(scene: Scene, sentence: Span, tree: Tree, word: EventWord, actor: Role, recipient: Role) -> EventClaim:
    kind, mode = word.type, word.mode
    if kind.of_peacekeepers and _sends_peacekeepers(tree, word.at):
        kind, mode = event_types()[kind.of_peacekeepers], None
    time = _time(scene, sentence, tree.tokens[word.at].start)
    return EventClaim(
        type=kind.name,
        trigger=tree.tokens[word.at].span,
        sentence=sentence,
        quad=kind.quad,
        actors=actor.actors,
        recipients=recipient.actors,
        actor_spans=actor.spans,
        recipient_spans=recipient.spans,
        realis=word.realis,
        probability=_probability(word.chance, actor, recipient),
        mode=mode,
        contexts=_contexts(tree),
        when=time.when if time else UNKNOWN,
        rule=time.rule if time else None,
        word=tree.lemma(word.at),
    )


def _sends_peacekeepers(tree: Tree, at: int) -> bool:
    return any(tree.form(node) in plover_words("peacekeepers") for node in tree.subtree(at))


def _probability(chance: float, actor: Role, recipient: Role) -> float:
    score = chance * (1.0 if actor else HAS_ACTOR) * (1.0 if recipient else HAS_RECIPIENT)
    return round(min(0.99, max(0.01, score)), 2)


def _contexts(tree: Tree) -> tuple[str, ...]:
    table = contexts()
    return tuple(sorted({context for at in range(len(tree)) for context in table.get(tree.form(at), ())}))


def _time(scene: Scene, sentence: Span, offset: int) -> TimeExpression | None:
    """The date of the sentence that stands nearest to ``offset``."""
    dated = [t for t in scene.times_in(sentence) if t.type == "DATE" and t.when]
    return min(dated, key=lambda t: (abs(t.span.start - offset), t.span.start), default=None)


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
