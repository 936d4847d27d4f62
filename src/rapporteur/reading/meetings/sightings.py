"""Sightings: every place in a text where a meeting is told of."""

from __future__ import annotations

from collections.abc import Iterator

from rapporteur.config import Config
from rapporteur.reading.meetings.cues import Kind, triggers
from rapporteur.reading.meetings.passages import Passage
from rapporteur.reading.meetings.sighting import Sighting
from rapporteur.reading.meetings.sightings_by_noun import by_noun
from rapporteur.reading.meetings.sightings_by_verb import by_appearance, by_verb

_NOUNS = frozenset({Kind.OCCASION, Kind.TALKS, Kind.REMOTE, Kind.APPEARANCE})
_JOURNEYS = frozenset({Kind.VISIT, Kind.TRAVEL})  # see visits.py


def sightings(passage: Passage, config: Config) -> Iterator[Sighting]:
    """Yield what a sentence tells of meetings, in order."""
    for trigger in triggers(passage.line):
        if trigger.cue.kind in _NOUNS:
            yield from by_noun(passage, trigger, config)
        elif trigger.cue.kind is Kind.ALONGSIDE:
            yield from by_appearance(passage, trigger)
        elif trigger.cue.kind not in _JOURNEYS:
            yield from by_verb(passage, trigger)


__all__ = ["sightings"]
