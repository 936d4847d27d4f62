"""From the claims of many articles to one record: a pure function, whatever the order of the articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from rapporteur.intake.article import Article
from rapporteur.intake.copies import find_copies
from rapporteur.reading.claims import Reading
from rapporteur.record.casting import with_actors
from rapporteur.record.commitments import gather_commitments
from rapporteur.record.dating.dating import date_articles, redate
from rapporteur.record.events import gather_events
from rapporteur.record.identity.identity import identify
from rapporteur.record.issues import name_issues
from rapporteur.record.meetings.disagreement import find_disagreements
from rapporteur.record.meetings.matching import match_meetings
from rapporteur.record.model import Entries
from rapporteur.record.occasions import set_meetings
from rapporteur.record.processes import find_processes
from rapporteur.record.statements import gather_statements
from rapporteur.record.sticking_points import find_sticking_points
from rapporteur.when import When

Read = tuple[Article, Reading]


def reconcile(articles: Sequence[Read]) -> Entries:
    """Reconcile what ``articles`` say.

    The readings are first brought to the same footing (``level_readings``): copies found, publication days weighed
    against each other, relative dates resolved anew, local actors replaced by the record's.
    """
    reads = sorted(articles, key=lambda pair: pair[0].id)
    copies = find_copies([article for article, _ in reads])
    published = date_articles(reads, copies)
    reads = [dated(article, reading, published[article.id]) for article, reading in reads]
    identity = identify(reads)
    reads = [(article, with_actors(reading, identity)) for article, reading in reads]

    meetings, reports = match_meetings(reads, copies, identity.actors)
    statements = gather_statements(reads)
    issues, positions = name_issues(reads, copies)
    statements, commitments = set_meetings(statements, gather_commitments(reads, copies), reads, meetings, reports)
    return Entries(
        actors=identity.actors,
        meetings=meetings,
        statements=statements,
        positions=positions,
        issues=issues,
        commitments=commitments,
        events=gather_events(reads, copies),
        disagreements=find_disagreements(meetings, reports, identity.actors),
        processes=find_processes(meetings, positions, identity.actors),
        sticking_points=find_sticking_points(positions, issues, identity.actors),
        published=tuple(sorted(published.items())),
        copies=tuple(sorted(copies.items())),
    )


def dated(article: Article, reading: Reading, published: When) -> Read:
    """The article with its weighed publication day, and its claims with the days that follow from it."""
    lists: dict[str, Any] = {
        name: tuple(redate(claim, published) for claim in getattr(reading, name))
        for name in ("times", "meetings", "statements", "positions", "commitments", "outcomes", "events")
    }
    return replace(article, published=published), replace(reading, **lists)
