"""Twenty thousand articles with known truth: an invented world's meetings, and what invented outlets report of them.

Nothing is read: the articles hold claims, as reading would give them, with what reports leave out, blur and mix. The
measures are whether reports of one meeting come together, those of two stay apart, and how long it takes.
"""

from __future__ import annotations

import datetime as dt
import random
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.pages import seconds_of_a_page
from rapporteur.intake.article import Article
from rapporteur.language.parse import Manner
from rapporteur.reading.claims import (
    ActorKind,
    CommitmentClaim,
    EventClaim,
    LocalActor,
    MeetingClaim,
    Participant,
    Place,
    PositionClaim,
    Reading,
    Realis,
    Stance,
    StatementClaim,
    Status,
)
from rapporteur.record.reconcile import reconcile
from rapporteur.record.settling import Settling
from rapporteur.record.store import Store
from rapporteur.spans import Span
from rapporteur.when import UNKNOWN, Basis, When, between, on

FIRST = dt.date(2001, 1, 1)
YEARS = 6
STATES, CITIES, OUTLETS = 80, 60, 40
ROLES = ("president", "foreign minister", "defence minister", "envoy")
LEVELS = ("head_of_state", "foreign_minister", "defence_minister", "envoy")
MATTERS = (
    "withdrawal of forces from",
    "exchange of prisoners in",
    "fishing off",
    "the railway to",
    "tolls at",
    "water of",
)
SENTENCE = 60
"""Characters of the sentence on which a claim stands."""

Read = tuple[Article, Reading]


@dataclass(frozen=True, slots=True)
class Truth:
    """A meeting as it was."""

    number: int
    parties: tuple[int, ...]
    level: int
    day: dt.date
    city: int
    round: int | None


@dataclass(frozen=True, slots=True)
class World:
    """Meetings, articles that report them, and which meeting each claim is of, by article and place of the claim."""

    meetings: tuple[Truth, ...]
    reads: tuple[Read, ...]
    told: dict[tuple[str, int], int]


def world(articles: int, seed: int = 1) -> World:
    """An invented world that so many articles report."""
    chance = random.Random(seed)  # noqa: S311 - an invented world, no secret
    meetings = tuple(_meetings(chance, articles * 2 // 5))
    reads: list[Read] = []
    told: dict[tuple[str, int], int] = {}
    for number in range(articles):
        main = meetings[chance.randrange(len(meetings))]
        near = [one for one in _near(meetings, main) if one is not main]
        reported = [main, *chance.sample(near, min(len(near), chance.choice((0, 0, 0, 1, 2))))]
        reads.append(_read(chance, number, reported, told))
    return World(meetings, tuple(reads), told)


def _meetings(chance: random.Random, count: int) -> Iterator[Truth]:
    """Meetings in the order of their days, with series: rounds, and visits on which several levels meet."""
    found: list[tuple[tuple[int, ...], int, dt.date, int, int | None]] = []
    while len(found) < count:
        size = chance.choice((2, 2, 2, 2, 3, 4))
        parties = tuple(sorted(chance.sample(range(STATES), size)))
        day = FIRST + dt.timedelta(chance.randrange(365 * YEARS))
        level, city = chance.randrange(len(LEVELS)), chance.randrange(CITIES)
        rounds = chance.choice((1, 1, 1, 1, 2, 4))
        for number in range(rounds):
            found.append((parties, level, day, city, number + 1 if rounds > 1 else None))
            day += dt.timedelta(chance.randrange(5, 40))
    found.sort(key=lambda one: (one[2], one[0], one[1]))
    for number, (parties, level, day, city, round_) in enumerate(found[:count]):
        yield Truth(number, parties, level, day, city, round_)


def _near(meetings: Sequence[Truth], main: Truth) -> Sequence[Truth]:
    """Others of about those days, of which a report may speak too."""
    return meetings[max(0, main.number - 12) : main.number + 3]


def _read(chance: random.Random, number: int, reported: Sequence[Truth], told: dict[tuple[str, int], int]) -> Read:
    main = reported[0]
    before = chance.random() < 0.2
    away = -chance.randrange(1, 6) if before else chance.choice((0, 0, 0, 1, 1, 2, 4))
    published = main.day + dt.timedelta(away)
    name = f"a-{number:012x}"
    text = ("." * (SENTENCE - 1) + " ") * len(reported)
    article = Article(
        name,
        f"{name}.txt",
        name,
        text,
        (Span(0, len(text)),),
        outlet=f"Outlet {number % OUTLETS}",
        published=on(published, Basis.METADATA),
        provenance={"published": "metadata"},
    )
    cast: dict[str, LocalActor] = {}
    claims = []
    for place, meeting in enumerate(reported):
        told[name, place * SENTENCE] = meeting.number
        claims.append(_claim(chance, meeting, place, published, cast))
    sentences = tuple(Span(at * SENTENCE, (at + 1) * SENTENCE) for at in range(len(reported)))
    said = _said(chance, main, cast, on(published))
    return article, Reading(name, sentences, actors=tuple(cast.values()), meetings=tuple(claims), **said)


def _said(chance: random.Random, main: Truth, cast: dict[str, LocalActor], when: When) -> dict[str, Any]:
    """Statements, positions, commitments and events beside the meetings: not measured, but reconciled with them."""
    people = [actor.id for actor in cast.values() if actor.kind is ActorKind.PERSON]
    one, other = (f"s{party}" for party in main.parties[:2])
    span = Span(0, SENTENCE - 1)
    subject = f"{chance.choice(MATTERS)} {_last(main.city, 0)}"
    statements = [
        StatementClaim(chance.choice(people), Manner.INDIRECT, Span(at, SENTENCE - 1), (span,), when=when)
        for at in range(3 if people else 0)
    ]
    event = EventClaim("CONSULT", span, span, "1", (one,), (other,), (), (), Realis.ACTUAL, 0.9, when=when)
    return {
        "statements": tuple(statements),
        "positions": tuple(
            PositionClaim(party, chance.choice(list(Stance)), subject, subject, (span,), when=when)
            for party in (one, other)
        ),
        "commitments": (
            CommitmentClaim((one,), f"send {chance.randrange(900)} tons of {subject}", (span,), when=when),
        ),
        "events": (event,),
    }


def _claim(
    chance: random.Random, meeting: Truth, place: int, published: dt.date, cast: dict[str, LocalActor]
) -> MeetingClaim:
    """What one report says of a meeting: some of it left out, its day more or less exact."""
    for party in meeting.parties:
        cast.setdefault(f"s{party}", LocalActor(f"s{party}", f"Statia {party}", ActorKind.STATE))
    people = []
    for party in meeting.parties:
        if chance.random() < 0.75:
            person = f"p{party}-{meeting.level}"
            full = f"{_first(party)} {_last(party, meeting.level)}"
            cast.setdefault(person, LocalActor(person, full, ActorKind.PERSON, party=f"s{party}"))
            people.append(Participant(person, ROLES[meeting.level], f"s{party}"))
    held = meeting.day <= published
    return MeetingClaim(
        Status.HELD if held else Status.PLANNED,
        tuple(f"s{party}" for party in meeting.parties),
        (Span(place * SENTENCE, (place + 1) * SENTENCE - 1),),
        when=_when(chance, meeting.day),
        place=Place(f"City {meeting.city}", "XX", 1.0, 1.0) if chance.random() < 0.8 else None,
        level=LEVELS[meeting.level] if chance.random() < 0.85 else None,
        participants=tuple(people),
        round=meeting.round if meeting.round and chance.random() < 0.6 else None,
    )


def _when(chance: random.Random, day: dt.date) -> When:
    """The day as a report gives it: exact mostly, a few days or a week sometimes, not at all now and then."""
    blur = chance.choice((0, 0, 0, 0, 0, 0, 1, 6, None))
    if blur is None:
        return UNKNOWN
    first = day - dt.timedelta(chance.randrange(blur + 1))
    return between(first, first + dt.timedelta(blur))


def _first(party: int) -> str:
    return "ABCDEFGHIJKLMNOPQRST"[party % 20] + "oryn"


def _last(party: int, level: int) -> str:
    syllables = ("ba", "ke", "lo", "mi", "nu", "ra", "se", "to", "vi", "zu")
    number = party * len(LEVELS) + level
    return "".join(syllables[number // 10**power % 10] for power in (2, 1, 0)).title() + "n"


def pairs(found: World) -> tuple[float, float, float]:
    """Pairwise precision and recall of the reports that were joined, and the seconds that reconciling took."""
    started = time.monotonic()
    entries = reconcile(found.reads)
    seconds = time.monotonic() - started
    right = together = 0
    for meeting in entries.meetings:
        truths = [found.told[piece.article, piece.start] for piece in meeting.evidence]
        together += len(list(combinations(truths, 2)))
        right += sum(count * (count - 1) // 2 for count in Counter(truths).values())
    reports: defaultdict[int, int] = defaultdict(int)
    for number in found.told.values():
        reports[number] += 1
    wanted = sum(count * (count - 1) // 2 for count in reports.values())
    return right / max(1, together), right / max(1, wanted), seconds


def at_work(found: World, articles: int = 5) -> tuple[float, float]:
    """A record on disk at work.

    Returns:
        The seconds that it, open and holding all but some articles, takes for each of these, stored and settled; and
        those within which 19 of 20 pages of the desk are answered.
    """
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "record.db", create=True)
        for article, reading in found.reads[:-articles]:
            store.add(article, reading, "synthetic")
        settling = Settling(store)
        settling.settle()
        started = time.monotonic()
        for article, reading in found.reads[-articles:]:
            store.add(article, reading, "synthetic")
            settling.settle()
        seconds = (time.monotonic() - started) / articles
        store.close()
        return seconds, seconds_of_a_page(Path(folder) / "record.db")
