"""Descriptions: who is meant by a source that the cast knows nothing of: "a diplomat", "the secretary", "Gamal"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from rapporteur.language.attribution import cues
from rapporteur.language.attribution.grammar import group
from rapporteur.reading.actors.personal_names import parts
from rapporteur.reading.claims import ActorKind, Form, LocalActor, OfficeSeen
from rapporteur.reading.scene import Scene
from rapporteur.reading.statements import heads
from rapporteur.reference import offices
from rapporteur.reference.forms import fold
from rapporteur.reference.organisations import organisations
from rapporteur.spans import Span

_GROUPS = (ActorKind.ARMED_GROUP, ActorKind.ORGANISATION)
_WORD = re.compile(r"[\w’'.-]*\w")
_LOWER = frozenset({"acting", "assistant", "deputy", "former", "prime", "under", "vice"})
"""Words that make another office of the title behind them."""


def person_noun(scene: Scene, source: Span) -> str | None:
    """Return the noun for a person that is the head of a source without a name: "official" of "the Thai official"."""
    words = _core(scene, source)
    is_named = len(words) > 1 and words[-1][:1].isupper()
    found = next((w.lower() for w in reversed(words) if w.lower() in heads.person_nouns()), None)
    return None if is_named and words[-1].lower() != found else found


def is_unnamed(scene: Scene, source: Span) -> bool:
    """Say whether a source is a person, or are persons, whom the report brings in without a name."""
    noun = person_noun(scene, source)
    if noun is None:
        return False
    first = _core(scene, source)[0].lower()
    return first in heads.INDEFINITE or (noun.endswith("s") and first not in group("determiners"))


def bearer(scene: Scene, source: Span) -> str | None:
    """Return the one person of whose name the source is a part: "Gamal" of Gamal Abdel Nasser."""
    words = _core(scene, source)
    while len(words) > 1 and words[0].rstrip(".") in {w.rstrip(".") for w in offices.honorifics()}:
        words = words[1:]
    if len(words) != 1 or not words[0][:1].isupper():
        return None
    wanted = parts(words[0])[-1]
    found = [a.id for a in _people(scene) if any(wanted in parts(name) for name in (a.name, *a.aliases))]
    return found[0] if len(found) == 1 else None


def holder(scene: Scene, source: Span) -> str | None:
    """Return the one person who bears the office that the source names: "the secretary", "the Chilean minister"."""
    title = _title(scene, source)
    if title is None:
        return None
    found = [a for a in _people(scene) if any(_fits(title, seen) for seen in a.offices)]
    state = _state(scene, source)
    if state is not None:
        of_state = [a for a in found if scene.cast.party_of(a.id) == state]
        found = of_state or [a for a in found if a.party is None]
    if len(found) > 1:
        before = {m.actor for m in scene.cast.mentions if m.span.start < source.start}
        found = [a for a in found if a.id in before]
    return found[0].id if len(found) == 1 else None


def may_bear(scene: Scene, actor: str, source: Span) -> bool:
    """Say whether ``actor`` bears the office that the source names, or none that the article tells of."""
    title = _title(scene, source)
    seen = scene.cast[actor].offices
    if title is None or not seen:
        return title is not None and offices.role_of(" ".join(title)) is not None
    return any(_fits(title, office) for office in seen)


def compatriot(scene: Scene, source: Span) -> str | None:
    """Return the one person of a state whom "the Peruvian" can mean."""
    demonyms = [m for m in heads.touching(scene, source) if m.form is Form.DEMONYM]
    if len(demonyms) != 1 or demonyms[0].span.end != source.end or len(_core(scene, source)) != 2:
        return None
    found = [a.id for a in _people(scene) if a.party == demonyms[0].actor]
    return found[0] if len(found) == 1 else None


def group_named(scene: Scene, source: Span) -> str | None:
    """Return the one organisation named before in the paragraph, or in the one before, that "the group" can mean."""
    words = _core(scene, source)
    if len(words) < 2 or words[0].lower() != "the" or words[-1].lower() not in cues.words("groups"):
        return None
    paragraphs = scene.parse.paragraphs
    at = bisect_right(paragraphs, source.start, key=lambda p: p.start) - 1
    for first in (at, at - 1):
        start = paragraphs[max(0, first)].start
        named = scene.cast.named(Span(start, source.start))
        found = {m.actor for m in named if scene.cast[m.actor].kind in _GROUPS and not _is_press(scene, m.actor)}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _is_press(scene: Scene, actor: str) -> bool:
    known = organisations().get(scene.cast[actor].key or "")
    return known is not None and known.subkind in cues.words("press")


def _people(scene: Scene) -> Iterable[LocalActor]:
    return (a for a in scene.cast.actors if a.kind is ActorKind.PERSON)


def _core(scene: Scene, source: Span) -> list[str]:
    """The words of a source before the first comma, relative or preposition."""
    first = next(heads.segments(scene.article.text, source))
    words: list[str] = []
    for word in _WORD.findall(scene.words(first)):
        if words and (word.lower() in group("prepositions") or word.lower() in group("relatives")):
            break
        words.append(word)
    return words


def _title(scene: Scene, source: Span) -> tuple[str, ...] | None:
    """The words of the office that a source with "the" names, without a demonym: "foreign minister"."""
    words = _core(scene, source)
    if len(words) < 2 or words[0].lower() != "the":
        return None
    first = next(heads.segments(scene.article.text, source))
    of_state = {scene.words(m.span) for m in heads.touching(scene, first) if m.form is Form.DEMONYM}
    return tuple(fold(word) for word in words[1:] if word not in of_state)


def _fits(title: tuple[str, ...], seen: OfficeSeen) -> bool:
    """Whether a title with all its words ("Foreign Secretary") is one that ``title`` ("secretary") can mean."""
    words = tuple(fold(seen.title).split())
    ahead = words[: len(words) - len(title)]
    return words[len(ahead) :] == title and not _LOWER & set(ahead)


def _state(scene: Scene, source: Span) -> str | None:
    first = next(heads.segments(scene.article.text, source))
    named = [m.actor for m in heads.touching(scene, first) if m.form is Form.DEMONYM]
    return named[0] if len(named) == 1 else None


__all__ = ["bearer", "compatriot", "group_named", "holder", "is_unnamed", "may_bear", "person_noun"]
