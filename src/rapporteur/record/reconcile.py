"""From the claims of many articles to one record: a pure function, whatever the order of the articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from rapporteur.intake.article import Article
from rapporteur.intake.copies import Passages, find_copies
from rapporteur.reading.claims import Reading
from rapporteur.record.casting import seen_as, with_actors
from rapporteur.record.commitments import gather_commitments
from rapporteur.record.dating.dating import date_articles, redate
from rapporteur.record.events import gather_events
from rapporteur.record.identity.identity import Identity, identify
from rapporteur.record.issues import name_issues
from rapporteur.record.judgements.decisions import Decisions
from rapporteur.record.judgements.judgement import Anchor, Judgement
from rapporteur.record.judgements.revision import Revision
from rapporteur.record.meetings.disagreement import find_disagreements
from rapporteur.record.meetings.matching import match_meetings
from rapporteur.record.memory import Memory
from rapporteur.record.model import Entries
from rapporteur.record.occasions import set_meetings
from rapporteur.record.processes import find_processes
from rapporteur.record.statements import gather_statements
from rapporteur.record.sticking_points import find_sticking_points
from rapporteur.record.turns import with_turns
from rapporteur.when import When

Read = tuple[Article, Reading]


def reconcile(articles: Sequence[Read], judgements: Sequence[Judgement] = (), memory: Memory | None = None) -> Entries:
    """Reconcile what ``articles`` say, as people judged.

    The readings are first brought to the same footing: copies found, publication days weighed against each other,
    relative dates resolved anew, local actors replaced by the record's. What people judged to be one thing or two is
    heard where things are joined, what they judged right, wrong or otherwise where the entries stand; processes and
    sticking points follow from what is left.

    Args:
        articles: articles with their readings.
        judgements: what people decided.
        memory: what an earlier call made, which this one takes up: with the very same articles and readings, but for
            a few, it needs a fraction of the time.  The outcome is the same.
    """
    memory = memory or Memory()
    memory.begin()
    reads = sorted(articles, key=lambda pair: pair[0].id)
    decisions = Decisions(judgements)
    copies = find_copies([article for article, _ in reads], memory.once("passages", (), Passages))
    published = date_articles(reads, copies, memory)
    reads = memory.each("dated", reads, partial(_dated, published), [published[article.id] for article, _ in reads])
    identity = identify(reads, decisions, memory)
    revision = Revision(
        decisions, [article for article, _ in reads], identity.actors, partial(sightings, reads, identity)
    )
    identity = replace(identity, actors=revision.actors)
    reads = memory.each("cast", reads, partial(_cast, identity), [seen_as(reading, identity) for _, reading in reads])

    meetings, reports = match_meetings(reads, copies, identity.actors, decisions, memory)
    issues, positions = name_issues(reads, copies, decisions, identity.actors, memory)
    issues = revision.issues(issues)
    positions = with_turns(revision.positions(positions), memory)
    meetings = revision.meetings(meetings)
    left = {meeting.id for meeting in meetings}
    reports = {name: told for name, told in reports.items() if name in left}
    statements, commitments = set_meetings(
        gather_statements(reads, decisions, memory),
        gather_commitments(reads, copies, memory),
        reads,
        meetings,
        reports,
        {actor.id: actor.party for actor in identity.actors},
        memory,
    )
    return Entries(
        actors=revision.left,
        meetings=meetings,
        statements=revision.statements(statements),
        positions=positions,
        issues=issues,
        commitments=revision.commitments(commitments),
        events=revision.events(gather_events(reads, copies, memory)),
        disagreements=revision.others(
            "disagreements",
            find_disagreements([m for m in meetings if m.id in reports], reports, identity.actors, memory),
        ),
        processes=revision.others("processes", find_processes(meetings, positions, identity.actors, issues)),
        sticking_points=revision.others(
            "sticking_points", find_sticking_points(positions, issues, identity.actors, commitments, memory)
        ),
        published=tuple(sorted(published.items())),
        copies=tuple(sorted(copies.items())),
        judged=decisions.judged(),
    )


def _dated(published: Mapping[str, When], read: Read) -> Read:
    return dated(*read, published[read[0].id])


def _cast(identity: Identity, read: Read) -> Read:
    return read[0], with_actors(read[1], identity)


def sightings(reads: Sequence[Read], identity: Identity) -> Mapping[str, Sequence[Anchor]]:
    """For each of the record's actors, what each article calls it."""
    found: dict[str, list[Anchor]] = defaultdict(list)
    for article, reading in reads:
        for actor in reading.actors:
            found[identity.of(article.id, actor.id)].append(Anchor(article.id, name=actor.name))
    return found


def dated(article: Article, reading: Reading, published: When) -> Read:
    """The article with its weighed publication day, and its claims with the days that follow from it."""
    lists: dict[str, Any] = {
        name: tuple(redate(claim, published) for claim in getattr(reading, name))
        for name in ("times", "meetings", "statements", "positions", "commitments", "outcomes", "events")
    }
    return replace(article, published=published), replace(reading, **lists)
