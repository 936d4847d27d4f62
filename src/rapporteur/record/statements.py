"""Statements of all articles, with the renderings of one utterance brought together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapporteur.intake.article import Article
from rapporteur.reading.claims import Reading, StatementClaim
from rapporteur.record.model import Evidence, Statement, entry_id
from rapporteur.record.renderings import group_renderings


def gather_statements(reads: Sequence[tuple[Article, Reading]]) -> tuple[Statement, ...]:
    """The statements that ``reads`` (with the record's actor ids) report, by id."""
    found = [_statement(article, claim) for article, reading in reads for claim in reading.statements]
    groups = group_renderings(found)
    return tuple(sorted((replace(s, same_as=groups.get(s.id)) for s in found), key=lambda s: s.id))


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
