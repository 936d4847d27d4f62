"""Statements of all articles, with the renderings of one utterance brought together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rapporteur.intake.article import Article
from rapporteur.reading.claims import Reading, StatementClaim
from rapporteur.record.judgements.constraints import constrained
from rapporteur.record.judgements.decisions import Decisions, index_of
from rapporteur.record.model import Evidence, Statement, entry_id
from rapporteur.record.renderings import group_renderings


def gather_statements(
    reads: Sequence[tuple[Article, Reading]], decisions: Decisions | None = None
) -> tuple[Statement, ...]:
    """The statements that ``reads`` (with the record's actor ids) report, by id; ``decisions`` are those of people."""
    found = [_statement(article, claim) for article, reading in reads for claim in reading.statements]
    groups = _as_judged(found, group_renderings(found), decisions or Decisions(()))
    return tuple(sorted((replace(s, same_as=groups.get(s.id)) for s in found), key=lambda s: s.id))


def _as_judged(found: Sequence[Statement], groups: Mapping[str, str], decisions: Decisions) -> Mapping[str, str]:
    wanted = decisions.constraints("statements", index_of(found))
    if not wanted:
        return groups
    members: dict[str, list[str]] = defaultdict(list)
    for statement in sorted(found, key=lambda statement: statement.id):
        members[groups.get(statement.id, statement.id)].append(statement.id)
    parts = (part for part in constrained(list(members.values()), wanted) if len(part) > 1)
    return {name: entry_id("utterance", min(part)) for part in parts for name in part}


def _statement(article: Article, claim: StatementClaim) -> Statement:
    return Statement(
        id=entry_id("statement", article.id, claim.span.start, claim.span.end),
        speaker=claim.speaker,
        kind=claim.manner,
        text=claim.span.of(article.text),
        article=article.id,
        start=claim.span.start,
        end=claim.span.end,
        evidence=tuple(Evidence.at(article, span) for span in claim.evidence),
        addressee=claim.addressee,
        topics=claim.topics,
        when=claim.when or article.published,
        doubtful=claim.doubtful,
    )
