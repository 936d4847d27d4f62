"""Where a place may be named: the spots that the parse or the gazetteer takes for one, with all they could mean."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from types import MappingProxyType

from rapporteur.config import Config
from rapporteur.language.names.lexicon import CAPITAL, common_words
from rapporteur.language.parse import Name, NameKind, Parse, Token
from rapporteur.reading.places.gazetteer import CITY, LARGE, REGION, Site, country_site, gazetteer, own_sites, shortened
from rapporteur.reading.places.venues import SITE, house_sites, is_street, known_house_sites
from rapporteur.reference import load, states
from rapporteur.reference.forms import fold
from rapporteur.spans import Span

DEMONYM = "demonym"
"""The kind of a mention that is an adjective or a people: it tells of a country, but nothing takes place in it."""
PART_OF_NAME = "part_of_name"
"""The kind of a mention inside the name of a body: the "Oslo" of "Peace Research Institute Oslo"."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A mention with the sites that it can mean.

    ``inside`` is the country or division named right behind it; what is not ``sure`` is a place only if its site fits
    the article.
    """

    span: Span
    name: str
    sites: tuple[Site, ...]
    kind: str | None = None
    inside: str | None = None
    sure: bool = True


def find_spots(text: str, parse: Parse, config: Config) -> Iterator[Spot]:
    """Every place to look at: compounds that the gazetteer knows, then names, then words that "in" leads."""
    compounds = {spot.span: spot for spot in _compounds(text, parse)}
    yield from compounds.values()
    covered = tuple(compounds)
    for spot in (*_named(text, parse, config), *_unnamed(text, parse), *_nested(text, parse)):
        if not _meets(covered, spot.span):
            yield spot


def _near(spans: Sequence[Span], span: Span) -> Sequence[Span]:
    """The first of `spans`, which are in order, that ends behind the start of `span`, if there is one."""
    at = bisect_left(spans, span.start + 1, key=lambda s: s.end)
    return spans[at : at + 1]


def _meets(spans: Sequence[Span], span: Span) -> bool:
    """Whether one of `spans`, which are in order, overlaps `span`."""
    return any(found.overlaps(span) for found in _near(spans, span))


_SOMEBODY = frozenset({NameKind.PERSON, NameKind.ORGANISATION, NameKind.ARMED_GROUP, NameKind.BODY, NameKind.TITLE})


def _compounds(text: str, parse: Parse) -> Iterator[Spot]:
    """Names of several words that the gazetteer knows as a whole, though the parse may cut them: "British Columbia"."""
    others = tuple(name.span for name in parse.names if name.kind in _SOMEBODY)
    ends = {name.span.end for name in parse.names if name.kind is NameKind.PERSON and " " not in name.span.of(text)}
    wholes = tuple(name.span for name in parse.names if name.kind in (NameKind.STATE, NameKind.PLACE))
    tokens, at = parse.words, 0
    while at < len(tokens) - 1:
        found = _compound(text, tokens, at) if text[tokens[at].start].isupper() else None
        if (
            found
            and (not _meets(others, found.span) or (found.span.end in ends and found.sites[0].kind == REGION))
            and not any(found.span in whole for whole in _near(wholes, found.span))
        ):
            yield found
            while at < len(tokens) and tokens[at].start < found.span.end:
                at += 1
        else:
            at += 1


def _compound(text: str, tokens: Sequence[Token], at: int) -> Spot | None:
    """The longest name of two to four words from the token at `at` on that the gazetteer knows."""
    end = at + 1
    while end < len(tokens) and end - at < 4 and text[tokens[end - 1].end : tokens[end].start] in (" ", "-", ""):
        end += 1
    for stop in range(end, at + 1, -1):
        span = Span(tokens[at].start, tokens[stop - 1].end)
        words = span.of(text)
        if (
            text[tokens[stop - 1].start].isupper()
            and (" " in words or "-" in words)
            and (sites := gazetteer().sites(words))
        ):
            return Spot(span, _spelt(words, sites), sites, sure=False)
    return None


def _named(text: str, parse: Parse, config: Config) -> Iterator[Spot]:
    """What the parse names a state, a place or a demonym, and what it cannot tell and the gazetteer can."""
    own = own_sites(config)
    for name in parse.names:
        words = " ".join(name.span.of(text).split())
        if fold(words) in own:
            yield Spot(name.span, words, (own[fold(words)],))
        elif name.kind is NameKind.DEMONYM:
            adjective = _adjectives().get(fold(words))
            yield Spot(name.span, words, _countries(name) or ((adjective,) if adjective else ()), DEMONYM)
        elif fold(words) in _words().parts:
            continue
        elif fold(words) in _adjectives():
            yield Spot(name.span, words, (_adjectives()[fold(words)],), DEMONYM)
        elif name.kind in (NameKind.STATE, NameKind.PLACE):
            sites = (*_countries(name), *_known(words, text[name.span.end : name.span.end + 1] == "."))
            yield Spot(name.span, _spelt(words, sites), sites or _told_by_parts(name, text))
        elif name.key is None and (name.kind is NameKind.OTHER or _led(text, name.span)):
            sites = gazetteer().sites(words)
            if sites:
                yield Spot(name.span, _spelt(words, sites), sites, sure=False)


def _countries(name: Name) -> tuple[Site, ...]:
    if name.key is None or name.key.startswith(CAPITAL) or name.kind is NameKind.PLACE:
        return ()
    return tuple(site for key in name.key.split("|") if (site := country_site(key)))


@dataclass(frozen=True, slots=True)
class _Words:
    """The table of words of places, as patterns and sets."""

    part: re.Pattern[str]
    kind: re.Pattern[str]
    led: re.Pattern[str]
    parts: frozenset[str]
    leads: frozenset[str]


@cache
def _words() -> _Words:
    table = load("places")
    return _Words(
        part=re.compile(rf"(?:the\s+)?(?:{'|'.join(table['parts'])})[\s-]+(?=\S)", re.IGNORECASE),
        kind=re.compile(rf"\s+(?:{'|'.join(table['kinds'])})$", re.IGNORECASE),
        led=re.compile(rf"\b(?:{'|'.join(table['leads'])})\s+$", re.IGNORECASE),
        parts=frozenset(table["parts"]),
        leads=frozenset(table["leads"]),
    )


@cache
def _adjectives() -> Mapping[str, Site]:
    """The adjectives of the parts of the world that are no states: "European"."""
    found: dict[str, Site] = {}
    for entry in load("places")["places"]:
        for adjective in entry.get("adjectives", ()):
            found[fold(adjective)] = gazetteer().sites(entry["name"])[0]
    return MappingProxyType(found)


def _led(text: str, span: Span) -> bool:
    """Whether a word like "in" stands before the words at `span`."""
    return bool(_words().led.search(text[max(0, span.start - 12) : span.start]))


def _known(words: str, stopped: bool) -> tuple[Site, ...]:
    """The sites of a name, or of what is left of it without "northern" or "province"; a full stop may end the name."""
    short = shortened(words) if stopped or "." in words or len(words) == len("BC") else None
    if short:
        return (short,)
    for form in dict.fromkeys(
        (words, words.removeprefix("the "), _words().part.sub("", words, count=1), _words().kind.sub("", words))
    ):
        found = gazetteer().sites(form)
        if found:
            return found
    return house_sites(words)


def _spelt(words: str, sites: Sequence[Site]) -> str:
    """A name that a dateline has in capitals in its usual letters."""
    if words.isupper() and len(words) > 3:
        return next((site.name for site in sites if fold(site.name) == fold(words)), words.title())
    return words


_COMPOSED = frozenset({NameKind.ORGANISATION, NameKind.BODY, NameKind.OTHER, NameKind.ARMED_GROUP})


def _nested(text: str, parse: Parse) -> Iterator[Spot]:
    """States, their adjectives and large places inside the names of bodies and of what the parse cannot tell."""
    for name in parse.names:
        regional = fold(name.span.of(text).split()[0]) in _adjectives()  # "European Sky" is nobody
        if name.kind not in _COMPOSED and not (regional and name.kind is NameKind.PERSON):
            continue
        if sites := known_house_sites(name.span.of(text)):
            yield Spot(name.span, name.span.of(text), sites, PART_OF_NAME, sure=False)
            continue
        parts = list(_parts(name, text))
        yield from parts
        if not parts and len(name.span.of(text).split()) > 1:
            yield Spot(name.span, name.span.of(text), (), PART_OF_NAME, sure=False)


def _told_by_parts(name: Name, text: str) -> tuple[Site, ...]:
    """Where a place lies by the one place in its name: "State of Kerala". Streets are named after places elsewhere."""
    parts = [] if is_street(name.span.of(text)) else list(_parts(name, text))
    sites = parts[0].sites if len(parts) == 1 else ()
    return tuple(replace(s, kind=SITE) for s in sites if s.kind == REGION or (s.kind == CITY and s.weight >= LARGE))


def _parts(name: Name, text: str) -> Iterator[Spot]:
    """The places inside a name, the longest first."""
    words = list(re.finditer(r"\w[\w.'’]*", name.span.of(text)))
    at = 0
    while at < len(words):
        spot = next((s for n in (3, 2, 1) if (s := _part(name, words[at : at + n], text))), None)
        if spot:
            yield spot
        at += len(spot.name.split()) if spot else 1


def _part(name: Name, words: Sequence[re.Match[str]], text: str) -> Spot | None:
    span = Span(words[0].start(), words[-1].end()).shift(name.span.start)
    form = span.of(text).removesuffix("'s").removesuffix("’s")
    if not form[0].isupper() or fold(form) in _words().parts:
        return None
    state = states.by_name(form) or states.by_adjective(form)
    site = country_site(state.key) if state else _adjectives().get(fold(form))
    if (site and span == name.span) or (not site and not form.isupper() and form.casefold() in common_words()):
        return None
    sites = (site,) if site else known_house_sites(form) or gazetteer().sites(form)
    return Spot(Span(span.start, span.start + len(form)), form, sites, PART_OF_NAME, sure=False) if sites else None


def _unnamed(text: str, parse: Parse) -> Iterator[Spot]:
    """A capitalised word that the parse names nothing, where a word like "in" leads and the gazetteer knows it."""
    taken = tuple(name.span for name in parse.names)
    for before, token in pairwise(parse.words):
        if not text[token.start].isupper() or text[before.start : before.end].casefold() not in _words().leads:
            continue
        words = token.span.of(text)
        if (
            fold(words) not in _words().parts
            and words.casefold() not in common_words()
            and not _meets(taken, token.span)
            and (sites := gazetteer().sites(words))
        ):
            yield Spot(token.span, _spelt(words, sites), sites, sure=False)
