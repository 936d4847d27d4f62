"""The values that several exports share, as plain JSON-ready dictionaries in the contract's key order."""

from __future__ import annotations

from typing import Any

from rapporteur.reading.claims import Place
from rapporteur.spans import Span
from rapporteur.when import When


def when_value(when: When) -> dict[str, Any]:
    """A day or range: ``edtf``, ``earliest``, ``latest``, ``basis``, ``why``."""
    return {
        "edtf": when.edtf,
        "earliest": when.earliest.isoformat() if when.earliest else None,
        "latest": when.latest.isoformat() if when.latest else None,
        "basis": when.basis.value,
        "why": when.why,
    }


def place_value(place: Place | None) -> dict[str, Any] | None:
    """A place: ``name``, ``country``, ``lat``, ``lon``; ``None`` if none is stated."""
    if place is None:
        return None
    return {"name": place.name, "country": place.country, "lat": place.lat, "lon": place.lon}


def span_value(span: Span) -> list[int]:
    """A span as ``[start, end]``."""
    return [span.start, span.end]
