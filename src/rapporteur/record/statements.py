"""Statements of all articles, with the renderings of one utterance brought together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from rapporteur.intake.article import Article
from rapporteur.reading.claims import Reading, StatementClaim
from rapporteur.record.judgements.constraints import constrained
from rapporteur.record.judgements.decisions import Decisions, index_of
from rapporteur.record.memory import Memory
from rapporteur.record.model import Evidence, Statement, entry_id
from rapporteur.record.renderings import group_renderings


def gather_statements(
    reads: Sequence[tuple[Article, Reading]], decisions: Decisions | None = None, memory: Memory | None = None
) -> tuple[Statement, ...]:
    """The statements that ``reads`` (with the record's actor ids) report, by id; ``decisions`` are those of people."""
    memory = memory or Memory()
    found = [statement for told in memory.each("statements", reads, _statements) for statement in told]
    found.sort(key=lambda statement: statement.id)
    groups = _as_judged(found, group_renderings(found, memory), decisions or Decisions(()))
    rendered = partial(_rendered, groups)
    return tuple(memory.each("renderings", found, rendered, [groups.get(statement.id) for statement in found]))


def _rendered(groups: Mapping[str, str], statement: Statement) -> Statement:
    group = groups.get(statement.id)
    return statement if group is None else replace(statement, same_as=group)


def _as_judged(found: Sequence[Statement], groups: Mapping[str, str], decisions: Decisions) -> Mapping[str, str]:
    if not decisions.concern("statements"):
        return groups
    wanted = decisions.constraints("statements", index_of(found))
    members: dict[str, list[str]] = defaultdict(list)
    for statement in sorted(found, key=lambda statement: statement.id):
        members[groups.get(statement.id, statement.id)].append(statement.id)
    parts = (part for part in constrained(list(members.values()), wanted) if len(part) > 1)
    return {name: entry_id("utterance", min(part)) for part in parts for name in part}


def _statements(read: tuple[Article, Reading]) -> tuple[Statement, ...]:
    article, reading = read
    return tuple(_statement(article, claim) for claim in reading.statements)


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
