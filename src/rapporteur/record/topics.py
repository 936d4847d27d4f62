"""What a wording is about: its topic, and the states and places that it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from rapporteur.reading.clauses.inflection import spellings
from rapporteur.record.model import Actor
from rapporteur.record.regions import is_part
from rapporteur.reference import load, states
from rapporteur.reference.forms import fold
from rapporteur.reference.states import Sense

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_OF_STATES = re.compile(r"\{(?:who|on)\}")
_OPTION = re.compile(r"\[([^\]]*)\]")
_WHERE = frozenset(
    {"at", "from", "in", "inside", "into", "of", "on", "over", "through", "to", "with", "between", "and"}
)
_CITIES = frozenset({Sense.CAPITAL, Sense.METONYM})
_LONGEST_NAME = 4
_MANY = 1 << 16
"""Wordings of which the outcome is kept: as many as a large record has."""
_MOST_PLACES = 3
_REACH = 5
"""Words back to the preposition that leads a place: "from the heavily mined eastern Rift"."""


@dataclass(frozen=True, slots=True, order=True)
class Subject:
    """What a wording is about.

    ``whose`` are the keys of states named by their adjective, as owners or as those who are to act; ``where`` the
    states (by key) and other places named otherwise, folded.  ``topic`` is empty where no topic of the table fits.
    ``denied``: that it should not be, as in "Ruritania not withdraw its troops".
    """

    topic: str
    whose: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    denied: bool = False

    @property
    def width(self) -> int:
        """How much it names."""
        return len(self.whose) + len(self.where)

    def may_be(self, other: Subject) -> bool:
        """Whether both can be one issue: one topic, and what one names does not contradict what the other names."""
        alike = self.topic == other.topic and self.denied is other.denied
        return alike and _agree(self.whose, other.whose) and _meet(self.where, other.where)


@dataclass(frozen=True, slots=True)
class _Cue:
    """Every part must stand in a wording: each is a set of alternatives, ``*`` at the end for any ending."""

    parts: tuple[tuple[str, ...], ...]

    def fits(self, text: str, words: frozenset[str]) -> bool:
        return all(any(_stands(option, text, words) for option in part) for part in self.parts)


@lru_cache(maxsize=_MANY)
def subject_of(wording: str) -> Subject:
    """Return what ``wording`` is about."""
    text = f" {fold(wording)} "
    words = frozenset(_WORD.findall(text.replace(" - ", " ")))
    topic = next((name for name, cues in _topics() if any(cue.fits(text, words) for cue in cues)), "")
    denied = bool(topic) and is_denied(wording)
    if topic and "{" not in _names()[topic]:
        return Subject(topic, denied=denied)
    governments = bool(topic) and bool(_OF_STATES.search(_names()[topic]))
    whose, where = _named(wording, governments=governments, holding=topic in _holding())
    return Subject(topic, tuple(sorted(whose)), tuple(sorted(where)), denied)


def deed_of(state: str, wording: str) -> str:
    """``wording`` as what ``state`` is to do, if it is a deed of a topic in which the state that acts is the place."""
    subject = subject_of(wording)
    first, _, _ = wording.partition(" ")
    named = state and subject.topic in _holding() and first in _words("acting")
    return f"{state} to {wording}" if named else wording


def state_names(actors: Iterable[Actor]) -> Mapping[str, str]:
    """The names by which the reference data call the states among ``actors``, by id."""
    known = states.states()
    return {actor.id: known[actor.key].name for actor in actors if actor.key and actor.key in known}


@lru_cache(maxsize=_MANY)
def is_denied(wording: str) -> bool:
    """Whether ``wording`` is of what should not be: "Ruritania not withdraw its troops"."""
    return any(word in _words("denying") or word.endswith(("n't", "n’t")) for word in _WORD.findall(fold(wording)))


def is_limited(wording: str) -> bool:
    """Whether ``wording`` is of what should not be, or should be only in a certain case: "withdraw only if"."""
    return is_denied(wording) or bool(_words("limiting") & set(_WORD.findall(fold(wording))))


def name_of(subject: Subject, written: Mapping[str, str]) -> str:
    """Return the name of an issue; ``written`` has the usual spelling of folded places."""
    template, known = _names()[subject.topic], states.states()
    adjectives = [_adjective(key) for key in subject.whose]
    owners = [known[key].name for key in subject.whose]
    places = [known[key].name if key in known else written.get(key, key) for key in subject.where][:_MOST_PLACES]
    values = {
        "whose": _list(adjectives),
        "where": _list(places if places or "{whose}" in template else owners),
        "who": _list([*owners, *(place for place in places if place not in owners)]),
        "on": _list(places or owners),
    }
    filled = _OPTION.sub(lambda option: _fill(_for_one(option[1], values), values), template)
    name = _fill(_for_one(filled, values), values) or subject.topic
    return f"no {name}" if subject.denied else name


def places_written(wordings: Iterable[str]) -> Mapping[str, str]:
    """Return the spelling in ``wordings`` of each place that they name, by its folded form."""
    found: dict[str, str] = {}
    for wording in sorted(wordings):
        words = [match[0] for match in _WORD.finditer(wording)]
        for at, word in enumerate(words):
            if word[0].isupper():
                name = " ".join(words[at : at + _name_length(words, at)])
                found.setdefault(fold(name), name)
    return found


@lru_cache(maxsize=_MANY)
def content_words(wording: str) -> frozenset[str]:
    """Return the words of ``wording`` that carry its meaning, without their endings."""
    words = (word.removesuffix("'s") for word in _WORD.findall(fold(wording)))
    return frozenset(stem(word) for word in words if len(word) > 1 and word not in _words("empty"))


def stem(word: str) -> str:
    """Return ``word`` without the endings by which its forms differ: "withdrawal" and "withdraw" are one."""
    for ending in _endings():
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _for_one(part: str, values: Mapping[str, str]) -> str:
    """``part`` with "with" for "between" where it names but one: two are needed to be something between."""
    return re.sub(r"\bbetween \{who\}", "with {who}", part) if " and " not in values["who"] else part


def _fill(template: str, values: Mapping[str, str]) -> str:
    """``template`` with its fields filled; empty if one of them has no value."""
    for field, value in values.items():
        if "{" + field + "}" in template:
            if not value:
                return ""
            template = template.replace("{" + field + "}", value)
    return template


def _list(words: Sequence[str]) -> str:
    return " and ".join(words) if len(words) < 3 else f"{', '.join(words[:-1])} and {words[-1]}"


def _agree(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    return not one or not two or set(one) <= set(two) or set(two) <= set(one)


def _meet(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two lists of places can be of one issue: one holds the other, place by place or as part of a state."""
    return _agree(one, two) or _within(one, two) or _within(two, one)


def _within(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    return all(any(place == other or is_part(place, other) for other in two) for place in one)


def _stands(option: str, text: str, words: frozenset[str]) -> bool:
    if " " in option or "-" in option:
        return f" {option.rstrip('*')}" in text if option.endswith("*") else f" {option} " in text
    return any(word.startswith(option[:-1]) for word in words) if option.endswith("*") else option in words


def _named(wording: str, *, governments: bool, holding: bool) -> tuple[set[str], set[str]]:
    """The states and places that ``wording`` names: as owners or agents, and as places.

    Of a topic of ``governments`` a capital is one, wherever it stands; of one of ``holding`` who acts is the place.
    """
    words = [match[0] for match in _WORD.finditer(wording)]
    whose: set[str] = set()
    where: set[str] = set()
    at = 0
    while at < len(words):
        length, keys = _state_at(words, at)
        led = bool(_WHERE & {word.lower() for word in words[max(0, at - _REACH) : at]})
        if keys and (governments or not (keys[0][1] in _CITIES and led)):
            owns = _belongs(words, at, length, keys) or (not holding and _acts(words, at, length))
            (whose if owns else where).add(keys[0][0])
        elif led and words[at][0].isupper() and not words[at].isupper():
            length = _name_length(words, at)
            where.add(fold(" ".join(words[at : at + length])))
        at += max(1, length)
    return whose, where - whose


def _state_at(words: Sequence[str], at: int) -> tuple[int, Sequence[tuple[str, Sense]]]:
    for length in range(min(_LONGEST_NAME, len(words) - at), 0, -1):
        form = " ".join(words[at : at + length])
        stem_of, _, _ = form.replace("’", "'").partition("'")
        if form[0].isupper() and (keys := _states().get(stem_of)):
            return length, keys
    return 0, ()


def _belongs(words: Sequence[str], at: int, length: int, keys: Sequence[tuple[str, Sense]]) -> bool:
    """Whether a state's form makes it an owner: "Ruritanian", "Ruritania's"."""
    following = words[at + length] if at + length < len(words) else ""
    if following in _words("land") and at and words[at - 1].lower() in _WHERE:
        return False
    return keys[0][1] in (Sense.ADJECTIVE, Sense.PEOPLE) or words[at + length - 1].endswith(("'s", "’s"))


def _acts(words: Sequence[str], at: int, length: int) -> bool:
    """Whether a state begins the wording and a verb follows: "Ruritania first withdraws"."""
    if at:
        return False
    behind = words[length : length + 2]
    return bool(
        _words("acting") & set(behind[1:] if behind and behind[0] in _words("between_state_and_verb") else behind[:1])
    )


def _name_length(words: Sequence[str], at: int) -> int:
    end = at
    while end < len(words) and words[end][0].isupper():
        end += 1
    return end - at


def _adjective(key: str) -> str:
    state = states.states().get(key)
    return (state.adjectives[0] if state.adjectives else state.name) if state else key


@cache
def _states() -> Mapping[str, tuple[tuple[str, Sense], ...]]:
    """States by their written forms; of those of one form the living ones."""
    found: dict[str, tuple[tuple[str, Sense], ...]] = {}
    for form, pairs in states.lexicon().items():
        living = [pair for pair in pairs if states.states()[pair[0]].until is None] or list(pairs)
        found[form] = tuple(living)
    return MappingProxyType(found)


@cache
def _topics() -> tuple[tuple[str, tuple[_Cue, ...]], ...]:
    return tuple((entry["topic"], tuple(_cues(entry["cues"]))) for entry in load("topics")["topics"])


def _cues(written: Sequence[str]) -> Iterator[_Cue]:
    for cue in written:
        parts = [[one for option in part.split("|") for one in spellings(option.strip())] for part in cue.split("+")]
        yield _Cue(tuple(tuple(dict.fromkeys(fold(option) for option in part)) for part in parts))


@cache
def _words(name: str) -> frozenset[str]:
    """One of the word lists of ``topics.yaml``."""
    return frozenset(load("topics")[name])


@cache
def _endings() -> tuple[str, ...]:
    """The endings by which the forms of a word differ, the longest first."""
    return tuple(sorted(load("topics")["endings"], key=lambda ending: (-len(ending), ending)))


@cache
def _holding() -> frozenset[str]:
    """The topics in which the state that is to act is the place."""
    return frozenset(entry["topic"] for entry in load("topics")["topics"] if entry.get("acts") == "where")


@cache
def _names() -> Mapping[str, str]:
    return {entry["topic"]: entry["name"] for entry in load("topics")["topics"]}


__all__ = [
    "Subject",
    "content_words",
    "deed_of",
    "is_denied",
    "is_limited",
    "name_of",
    "places_written",
    "stem",
    "subject_of",
]
