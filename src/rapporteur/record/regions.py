"""Whether one place that an issue names lies in another: Sinai in Egypt."""

from __future__ import annotations

from functools import cache

from rapporteur.reading.places.gazetteer import Site, gazetteer
from rapporteur.reference import states


def is_part(place: str, state: str) -> bool:
    """Return whether ``place`` (a folded name) lies in the state with this key."""
    known = states.states()
    if state not in known or place in known:
        return False
    return known[state].iso2 is not None and _country(place) == known[state].iso2


@cache
def _country(place: str) -> str | None:
    """The country of a listed region; of one in dispute, that of the division whose middle is nearest."""
    listed = next((site for site in gazetteer().sites(place) if site.goes_first), None)
    if listed is None or listed.country:
        return listed.country if listed else None
    return _nearest(listed)


def _nearest(site: Site) -> str | None:
    if site.lat is None or site.lon is None:
        return None
    lat, lon = site.lat, site.lon
    placed = [
        ((one.lat - lat) ** 2 + (one.lon - lon) ** 2, key, one.country)
        for key, one in gazetteer().divisions.items()
        if one.lat is not None and one.lon is not None
    ]
    return min(placed)[2] if placed else None


__all__ = ["is_part"]
