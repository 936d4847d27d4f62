"""The offices of one actor over all articles, with the days on which the reports show them held."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rapporteur.reading.actors.nouns import nouns
from rapporteur.reading.claims import OfficeSeen, Tenure
from rapporteur.record.identity.namesakes import Sighting
from rapporteur.record.model import Evidence, Office
from rapporteur.when import When

_RECENT = dt.timedelta(days=60)
"""How far back a report tells of the holder of an office under the title of the day."""

_Seen = tuple[Sighting, OfficeSeen]


def gather_offices(
    group: Sequence[Sighting], ids: Mapping[tuple[str, str], str], party: str | None
) -> tuple[Office, ...]:
    """The offices in which ``group`` is seen: one for each role, party and tenure (held, once held, to be held).

    A sighting that says no party counts for the only party that others say of its role, if there is one; where none is
    said, an office of state counts for ``party``, the actor's.
    """
    seen = [(sighting, office) for sighting in group for office in sighting.actor.offices]
    parties: dict[str, set[str]] = defaultdict(set)
    for sighting, office in seen:
        if office.party and not sighting.actor.inferred:
            parties[office.role].add(ids[sighting.article.id, office.party])
    offices: dict[tuple[str, str, str], list[_Seen]] = defaultdict(list)
    for sighting, office in seen:
        own = ids[sighting.article.id, office.party] if office.party else None
        known = parties[office.role]
        if own not in known:
            own = _only(known) if known or office.role not in nouns("state_roles") else party
        offices[office.role, own or "", _tense(office.tenure)].append((sighting, office))
    return tuple(_office(role, whose or None, tense, found) for (role, whose, tense), found in sorted(offices.items()))


def _only(found: set[str]) -> str | None:
    return next(iter(found)) if len(found) == 1 else None


def _tense(tenure: Tenure) -> str:
    return "held" if tenure in (Tenure.CURRENT, Tenure.ACTING) else tenure.value


def _office(role: str, party: str | None, tense: str, found: Sequence[_Seen]) -> Office:
    titles = Counter(office.title for _, office in found)
    title = min(titles, key=lambda form: (-titles[form], -len(form), form))
    earliest, latest = _days(found)
    return Office(
        title=_once(title) if tense == "former" else title,
        role=role,
        party=party,
        earliest=None if tense == "former" else earliest,
        latest=None if tense == "designate" else latest,
        evidence=tuple(sorted({Evidence.at(sighting.article, office.span) for sighting, office in found})),
    )


def _once(title: str) -> str:
    """A title that is no longer held, with a word that says so."""
    if title.lower().startswith(("former ", "ex", "late ", "onetime ", "one-time ")):
        return title
    return f"former {title.removeprefix('then-').removeprefix('then ').removeprefix('Then-').removeprefix('Then ')}"


def _days(found: Sequence[_Seen]) -> tuple[str | None, str | None]:
    """The first and the last day on which an article shows the office held, as far as the days are known.

    Of an article with one bound only, that bound is the nearest day that may be meant.
    """
    days = [when for sighting, office in found for when in (sighting.article.published, *_told(sighting, office))]
    low = min((day for when in days if (day := when.earliest or when.latest)), default=None)
    high = max((day for when in days if (day := when.latest or when.earliest)), default=None)
    return _iso(low), _iso(high)


def _told(sighting: Sighting, office: OfficeSeen) -> Iterator[When]:
    """The days shortly before publication of which the sentence with the office speaks."""
    published = sighting.article.published
    sentence = next((span for span in sighting.reading.sentences if office.span in span), None)
    if sentence is None or published.earliest is None or office.tenure is Tenure.FORMER:
        return
    for time in sighting.reading.times:
        day = time.when.day if time.span in sentence else None
        if day and dt.timedelta(0) <= published.earliest - day <= _RECENT:
            yield time.when


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
