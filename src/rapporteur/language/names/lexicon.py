"""The names that the reference data and the analyst's configuration know, and where they stand in a row of words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from anyascii import anyascii

from rapporteur.config import Config
from rapporteur.language.parse import NameKind
from rapporteur.reference import bodies, load, organisations, states
from rapporteur.reference import cities as table
from rapporteur.reference.states import Sense

_APOSTROPHES = str.maketrans("’‘‐‑", "''--")
_KIND_OF_SENSE = {
    Sense.NAME: NameKind.STATE,
    Sense.ABBREVIATION: NameKind.STATE,
    Sense.ADJECTIVE: NameKind.DEMONYM,
    Sense.PEOPLE: NameKind.DEMONYM,
    Sense.CAPITAL: NameKind.PLACE,
    Sense.METONYM: NameKind.PLACE,
}
_ENDINGS = ("s", "ches", "shes", "sses", "ed", "d", "ing", "ly", "ist", "ists")
OWN = "own:"
"""What the key of an actor of the configuration begins with; its name follows."""

CAPITAL = "capital:"
"""What the key of a capital, or of another city that stands for a government, begins with; a state's key follows."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a form can name.  ``key`` holds several keys, divided by ``|``, where the form alone does not decide."""

    kind: NameKind
    key: str | None


@dataclass(frozen=True)
class Lexicon:
    """Known forms by their first word; each form is a row of plain words (see `plain`).

    ``articled`` are single words that are the name only behind "the": "the Guardian".
    """

    forms: Mapping[tuple[str, ...], Entry]
    articled: frozenset[str] = frozenset()
    _lengths: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        lengths: dict[str, set[int]] = {}
        for form in self.forms:
            lengths.setdefault(form[0], set()).add(len(form))
        self._lengths.update({word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()})

    def begins(self, word: str) -> bool:
        """Whether a form begins with ``word``."""
        return word in self._lengths

    def match(self, words: Sequence[str], at: int, end: int) -> tuple[int, Entry] | None:
        """The longest form that stands at ``words[at:end]``, as the number of its words and its entry."""
        for length in self._lengths.get(words[at], ()):
            if at + length <= end and (entry := self.forms.get(tuple(words[at : at + length]))):
                return length, entry
        return None

    def lookup(self, name: str) -> Entry | None:
        """The entry of ``name`` as a whole, if it is known."""
        return self.forms.get(tuple(plain(word) for word in _words(name)))


def plain(word: str) -> str:
    """``word`` in ASCII with straight apostrophes and simple hyphens; its casing stays."""
    if word.isascii():
        return word
    straight = word.translate(_APOSTROPHES)
    return anyascii(straight) if any(map(str.isalpha, straight)) else straight


@lru_cache(maxsize=8)
def _of_own(actors: tuple[tuple[str, str, tuple[str, ...]], ...]) -> Lexicon:
    forms = dict(_reference())
    for name, kind, aliases in actors:
        for form in (name, *aliases):
            forms[tuple(plain(word) for word in _words(form))] = Entry(NameKind(kind), OWN + name)
    return Lexicon(forms, _articled())


def lexicon(config: Config) -> Lexicon:
    """The reference data's names with those of ``config``, which go before."""
    return _of_own(tuple((actor.name, actor.kind, actor.aliases) for actor in config.actors))


@cache
def cities() -> frozenset[str]:
    """The plain names of the world's cities of 15,000 people and more."""
    return frozenset(_countries())


@cache
def large_cities() -> frozenset[str]:
    """Of `cities`, those of 100,000 people and more, and the states of the United States."""
    large = (name for name, _ in table.names_from(table.LARGE))
    return frozenset(map(plain, (*large, *load("regions")["US"].values())))


def city_country(name: str) -> str | None:
    """The ISO 3166 alpha-2 code of the country of the largest city called ``name``."""
    return _countries().get(plain(name))


@cache
def _countries() -> dict[str, str]:
    return {plain(name): country for name, country in table.names_from(15_000)}


@cache
def names(group: str) -> frozenset[str]:
    """The words of one group of ``names.yaml``."""
    return frozenset(load("names")[group])


@cache
def common_words() -> frozenset[str]:
    """Lower-case words of ordinary English."""
    return frozenset(word for words in load("common_words").values() for word in words.split())


def is_everyday(word: str) -> bool:
    """Whether ``word``, whatever its case, is a word of ordinary English or an inflected form of one."""
    low = word.lower()
    known = common_words()
    return low in known or any(low.endswith(ending) and low.removesuffix(ending) in known for ending in _ENDINGS)


@cache
def _reference() -> Mapping[tuple[str, ...], Entry]:
    forms: dict[tuple[str, ...], Entry] = {}
    for form, entry in (*_states(), *_organisations(), *_bodies(), *_regions()):
        for spelled in {form, form.replace("-", " ")}:
            forms.setdefault(tuple(plain(word) for word in _words(spelled)), entry)
    return forms


@cache
def _articled() -> frozenset[str]:
    forms = {*states.lexicon(), *organisations.lexicon(), *bodies.lexicon()}
    bare = (form.removeprefix("The ") for form in forms if form.startswith("The "))
    return frozenset(plain(form) for form in bare if " " not in form and form not in forms)


def _regions() -> Iterator[tuple[str, Entry]]:
    """Regions, the states of the United States, and phrases in capitals that name no actor."""
    for name in (*load("names")["regions"], *load("regions")["US"].values()):
        yield name, Entry(NameKind.PLACE, None)
    for name in load("names")["no_actors"]:
        yield name, Entry(NameKind.OTHER, None)


def _words(form: str) -> Iterable[str]:
    """``form`` as the tokeniser divides it."""
    for word in form.removeprefix("The ").removeprefix("the ").split():
        stem, mark, clitic = word.replace("’", "'").rpartition("'")
        if stem and mark and clitic in ("", "s"):
            yield from (stem, mark + clitic)
        else:
            yield word


def _states() -> Iterator[tuple[str, Entry]]:
    """State forms; the senses of a name are ranked as `Sense` lists them."""
    order = list(Sense)
    for form, pairs in states.lexicon().items():
        best = min((sense for _, sense in pairs), key=order.index)
        kind = _KIND_OF_SENSE[best]
        same = [key for key, sense in pairs if _KIND_OF_SENSE[sense] is kind]
        living = [key for key in same if states.states()[key].until is None] or same
        prefix = CAPITAL if kind is NameKind.PLACE else ""
        yield form, Entry(kind, prefix + "|".join(dict.fromkeys(living)))


def _organisations() -> Iterator[tuple[str, Entry]]:
    for form, keys in organisations.lexicon().items():
        yield form, Entry(NameKind(organisations.organisations()[keys[0]].kind), "|".join(keys))


def _bodies() -> Iterator[tuple[str, Entry]]:
    for form, keys in bodies.lexicon().items():
        yield form, Entry(NameKind.BODY, "|".join(keys))
