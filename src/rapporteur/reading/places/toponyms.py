"""Places: the names of places in a text, each resolved to where it lies as far as the context allows."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from rapporteur.config import Config
from rapporteur.language.parse import Parse
from rapporteur.reading.claims import Place, PlaceMention
from rapporteur.reading.places.gazetteer import CITY, COUNTRY, LARGE, REGION, Site, country_site, gazetteer, shortened
from rapporteur.reading.places.spots import DEMONYM, PART_OF_NAME, Spot, find_spots
from rapporteur.reading.places.venues import SITE, is_house, is_street
from rapporteur.reference import states
from rapporteur.reference.forms import fold
from rapporteur.spans import Span, trim


def find_places(text: str, parse: Parse, config: Config) -> tuple[PlaceMention, ...]:
    """Every mention of a place in `parse`, in order.

    Args:
        text: the article's text.
        parse: its parse; what it names a person, an organisation or a body is no place.
        config: the analyst's own places, which go before all others.

    Returns:
        The mentions.  ``name`` is the place as the text has it; a name that is not known or that may mean several
        places keeps its coordinates unknown.  ``kind`` is ``country``, ``city``, ``region``, ``site``..., or one of
        `DEMONYM` and `PART_OF_NAME`, in which nothing takes place; a capital standing for its government is a city
        here too: what it does in the sentence is not for this reader.
    """
    spots = sorted(find_spots(text, parse, config), key=lambda spot: spot.span)
    spots = [_contained(spot, after, text) for spot, after in zip_longest(spots, spots[1:]) if spot]
    spots = _one_sense(spots)
    context = _Context.of(spots, parse)
    every = sorted((*spots, *_shorts(spots, text)), key=lambda spot: spot.span)
    found = [(spot, context.choose(spot)) for spot in every]
    found = [
        (spot, site or _of_city_behind(spot, after, text)) for (spot, site), after in zip_longest(found, found[1:])
    ]
    found = [(spot, site or _of_city_around(spot, found, parse)) for spot, site in found]
    return tuple(_mention(spot, site) for spot, site in found if site or spot.sure)


def city_of(mention: PlaceMention) -> Place | None:
    """The place of a meeting that a mention stands for; ``None`` for a demonym or a part of a body's name."""
    if mention.kind in (DEMONYM, PART_OF_NAME):
        return None
    return Place(mention.name, mention.country, mention.lat, mention.lon)


_STANDS_IN = re.compile(r",?\s+(?:in|near|outside)\s+(?:the\s+)?(?:\w+\s+)?")


def _of_city_behind(spot: Spot, after: tuple[Spot, Site | None] | None, text: str) -> Site | None:
    """Where an unknown place lies by the city named right behind it: "Meir Hospital in Kfar Saba"."""
    if not after or spot.kind or not after[1] or after[1].kind != CITY:
        return None
    between = text[spot.span.end : after[0].span.start]
    stands = _STANDS_IN.fullmatch(between) or (is_house(spot.name) and _BEHIND.fullmatch(between))
    return replace(after[1], kind=SITE) if stands else None


def _of_city_around(spot: Spot, found: Sequence[tuple[Spot, Site | None]], parse: Parse) -> Site | None:
    """Where a street or a house lies that no table knows: in the one city that its paragraph or the article names."""
    if spot.kind == DEMONYM or not (is_house(spot.name) or is_street(spot.name)):
        return None
    cities = [(other, site) for other, site in found if site and site.kind == CITY and not other.kind]
    at = _paragraph(parse, spot.span)
    near = [site for other, site in cities if _paragraph(parse, other.span) == at]
    town = _town(near, 1.0) if near else _town([site for _, site in cities], _MOST)
    return replace(town, kind=SITE) if town else None


def _town(cities: Sequence[Site], share: float) -> Site | None:
    """The first of the cities about which at least a `share` of them lie."""
    about = ((city, sum(_distance(city, other) <= _TOWN for other in cities)) for city in cities)
    return next((city for city, count in about if count >= share * len(cities)), None)


_TOWN = 60.0
"""Kilometres within which the cities that are named are one town and what belongs to it."""
_MOST = 0.51
"""The share of the cities of an article that makes their town the place of what it tells."""
_NOWHERE = Site("", None, None, None, "", 0.0)
_BEHIND = re.compile(r",\s+(?:(?:north|south|east|west|central)[a-z]*\s+)?|\s*\(")
_SHORT = re.compile(r",\s+((?:[A-Z]\.\s?){1,3}|[A-Z][A-Za-z]{1,5}\b\.?)")
_WORDS = re.compile(r",\s+((?:[A-Z][\w’'-]+\s){0,2}[A-Z][\w’'-]+)")


def _contained(spot: Spot, after: Spot | None, text: str) -> Spot:
    """The spot with the country or division that stands right behind it: "Tripoli, Lebanon", "Paris, Ky."."""
    if spot.kind or any(site.kind == COUNTRY for site in spot.sites):
        return spot
    inside = _containers(spot, after, text)
    fitting = next((place for place in inside if any(_lies_in(site, place) for site in spot.sites)), None)
    if fitting or max(spot.sites, key=lambda site: site.weight, default=_NOWHERE).kind == REGION:
        return replace(spot, inside=fitting)
    # A city that lies in no such place may stand beside it in a list; beside a mere division that is not likely.
    listed = after is not None and any(site.kind == CITY and site.weight >= LARGE for site in after.sites)
    return replace(spot, inside=None if listed else next((place for place in inside if "." in place), None))


def _containers(spot: Spot, after: Spot | None, text: str) -> list[str]:
    """The countries and divisions that the words behind a spot can name, by the ways in which they can be read."""
    sites: list[Site] = []
    if after and not after.kind and _BEHIND.fullmatch(text[spot.span.end : after.span.start]):
        sites += [site for site in after.sites if site.kind in (COUNTRY, REGION)]
    short, words = _SHORT.match(text, spot.span.end), _WORDS.match(text, spot.span.end)
    region = shortened(short[1]) if short else None
    sites += [region] if region else []
    names = words[1].split() if words and not sites else []
    for count in range(len(names), 0, -1):
        state = states.by_name(" ".join(names[:count]))
        country = country_site(state.key) if state else None
        sites += [country] if country else []
        sites += [site for site in gazetteer().sites(" ".join(names[:count])) if _holds(site, spot.sites)]
    return [place for site in sites if (place := site.country if site.kind == COUNTRY else site.region)]


def _holds(container: Site, sites: Sequence[Site]) -> bool:
    return container.kind == REGION and any(site.region == container.region for site in sites)


def _lies_in(site: Site, container: str) -> bool:
    """Whether a site lies in a country or a division; a site that does not tell its division may."""
    if "." not in container:
        return site.country == container and site.kind != COUNTRY
    return site.kind != REGION and (site.region == container or (site.region is None and site.country == container[:2]))


def _shorts(spots: Sequence[Spot], text: str) -> Iterator[Spot]:
    """The shortened divisions behind places that lie in them: the "Ky." of "Paris, Ky."."""
    starts = {spot.span.start for spot in spots}
    for spot in spots:
        short = _SHORT.match(text, spot.span.end)
        region = shortened(short[1]) if short and spot.inside else None
        if short and region and region.region == spot.inside and short.start(1) not in starts:
            yield Spot(trim(Span(*short.span(1)), text), short[1].strip(), (region,))


def _one_sense(spots: Sequence[Spot]) -> list[Spot]:
    """What is said once behind a name holds for the name wherever the article has it."""
    said: dict[str, str] = {}
    for spot in spots:
        if spot.inside:
            said.setdefault(fold(spot.name), spot.inside)
    return [replace(spot, inside=spot.inside or said.get(fold(spot.name))) for spot in spots]


_MARGIN = 0.2
"""By how much the larger of two namesakes must outweigh the other where the article supports neither."""
_SAME = 160.0
"""Kilometres within which two entries of one name are one place."""


_Worth = Mapping[str, float]
"""By the folded name of a mention, how strongly the mentions of that name speak for a country or division."""


@dataclass(frozen=True)
class _Context:
    """What else the article speaks of: the names that speak for each country and division, by paragraph and in all."""

    article: Mapping[str, _Worth]
    paragraphs: Mapping[tuple[int, str], _Worth]
    named: frozenset[str]
    parse: Parse

    @classmethod
    def of(cls, spots: Sequence[Spot], parse: Parse) -> _Context:
        article: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
        paragraphs: defaultdict[tuple[int, str], defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
        for spot in spots:
            at, name = _paragraph(parse, spot.span), fold(spot.name)
            for place, worth in _told_by(spot):
                article[place][name] += worth
                paragraphs[at, place][name] += worth
        named = frozenset(fold(spot.name) for spot in spots if spot.sure and spot.kind is None)
        return cls(article, paragraphs, named, parse)

    def choose(self, spot: Spot) -> Site | None:
        """The most likely site; ``None`` where none stands out."""
        sites = spot.sites
        if spot.kind == PART_OF_NAME and fold(spot.name) not in self.named:
            # Firms and clubs are named after small places, and after people who are; a large one is meant by itself.
            sites = tuple(site for site in sites if site.weight >= LARGE or site.kind == COUNTRY)
        if spot.inside:
            sites = tuple(site for site in sites if _lies_in(site, spot.inside))
        if not sites:
            return None
        if not spot.inside and sites[0].goes_first:
            return sites[0]
        if not spot.inside and any(site.kind == COUNTRY for site in sites):
            sites = tuple(site for site in sites if site.kind in (COUNTRY, REGION))
        at, name = _paragraph(self.parse, spot.span), fold(spot.name)
        support = [self._support(site, at, name) for site in sites]
        ranked = sorted(range(len(sites)), key=lambda k: (-sites[k].weight - support[k], k))
        best = sites[ranked[0]]
        if spot.inside or support[ranked[0]] > 0:
            return best
        if not spot.sure and (best.weight < LARGE or best.kind == REGION):
            return None
        return None if self._has_rival(best, [sites[k] for k in ranked[1:]]) else best

    @staticmethod
    def _has_rival(best: Site, others: Sequence[Site]) -> bool:
        return best.weight < LARGE and any(
            best.weight - other.weight < _MARGIN and _distance(best, other) > _SAME for other in others
        )

    def _support(self, site: Site, at: int, name: str) -> float:
        """How much the article speaks for a site: other names of its country and division, the nearer the better.

        What bears the same name does not count: a name said ten times is no evidence of which of its places is meant.
        """
        score = 0.0
        for place, worth in ((site.country, 1.2), (site.region, 1.6)):
            if place is None:
                continue
            told = self.article.get(place, {})
            named = sum(told.values()) - told.get(name, 0.0)
            near = any(other != name for other in self.paragraphs.get((at, place), ()))
            score += worth * (min(1.0, named / 2) + (0.5 if named >= 4 else 0.0) + (1.0 if near else 0.0))
        return score


def _told_by(spot: Spot) -> Iterator[tuple[str, float]]:
    """The country and division that a mention makes likely for others, and how strongly."""
    if spot.inside:
        yield spot.inside, 2.0
        if "." in spot.inside:
            yield spot.inside[:2], 1.0
        return
    if not spot.sites:
        return
    first = max(spot.sites, key=lambda site: site.weight)
    rivals = [site for site in spot.sites if site is not first and site.country != first.country]
    if any(first.weight - site.weight < 1.0 for site in rivals) or not first.country:
        return
    yield first.country, 1.0 if first.kind == COUNTRY else 0.5
    if first.region:
        yield first.region, 1.0 if first.kind == REGION else 0.5


def _distance(one: Site, other: Site) -> float:
    """Kilometres between two sites, near enough; none where one is nowhere."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return 0.0
    east = (one.lon - other.lon) * math.cos(math.radians((one.lat + other.lat) / 2))
    return 111.2 * math.hypot(one.lat - other.lat, east)


def _paragraph(parse: Parse, span: Span) -> int:
    paragraph = parse.paragraph_at(span.start)
    return paragraph.start if paragraph else -1


def _mention(spot: Spot, site: Site | None) -> PlaceMention:
    if site is None:
        return PlaceMention(spot.span, spot.name, kind=spot.kind or "place")
    return PlaceMention(spot.span, spot.name, site.country, site.lat, site.lon, spot.kind or site.kind)
