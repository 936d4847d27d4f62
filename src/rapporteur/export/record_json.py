"""The record as JSON, the contract's first output: the same record gives the same bytes, always."""

from __future__ import annotations

import json
from dataclasses import fields
from enum import StrEnum
from typing import Any

from rapporteur.export.values import place_value, span_value, when_value
from rapporteur.intake.article import Article
from rapporteur.reading.claims import Place
from rapporteur.record.codec import KINDS
from rapporteur.record.model import Attendee, Evidence, Move, Office, Stage, Step, Version
from rapporteur.record.record import Record
from rapporteur.when import When

SCHEMA = "rapporteur-record/1"


def record_json(record: Record) -> str:
    """The whole record as JSON text, keys in the contract's order, lists by id, with a final line break."""
    return json.dumps(record_value(record), ensure_ascii=False, indent=1) + "\n"


def record_value(record: Record) -> dict[str, Any]:
    """The whole record as a JSON-ready dictionary."""
    copies = record.copies()
    lists = {kind: [entry_value(entry) for entry in getattr(record, kind)] for kind in KINDS}
    articles = [article_value(article, copies.get(article.id)) for article in record.articles]
    return {"schema": SCHEMA, "articles": articles, **lists, "judgements": judgement_values(record)}


def judgement_values(record: Record) -> list[dict[str, Any]]:
    """What people decided, in their order: with the entries that it is about now, and whether it holds."""
    return [
        {
            "id": judgement.id,
            "verdict": judgement.verdict.value,
            "about": list(judged.entries) if (judged := record.judged(judgement.id)) else [],
            "field": judgement.field or None,
            "value": judgement.value or None,
            "was": judgement.was or None,
            "given": dict(judgement.given),
            "undoes": judgement.undoes or None,
            "reason": judgement.reason or None,
            "by": judgement.by,
            "on": judgement.on,
            "holds": judged is not None,
            "remark": judged.remark or None if judged else None,
        }
        for judgement in record.judgements
    ]


def article_value(article: Article, copy_of: str | None) -> dict[str, Any]:
    """One article with its text."""
    return {
        "id": article.id,
        "file": article.file,
        "source": article.source,
        "url": article.url,
        "outlet": article.outlet,
        "title": article.title,
        "byline": article.byline,
        "published": when_value(article.published),
        "language": article.language,
        "text": article.text,
        "body": [span_value(span) for span in article.body],
        "copy_of": copy_of,
        "provenance": dict(sorted(article.provenance.items())),
    }


def entry_value(entry: Any) -> dict[str, Any]:
    """An entry of any list: its fields, in the order in which the model declares them."""
    return {field.name: _value(getattr(entry, field.name), field.name) for field in fields(entry)}


def _value(value: Any, name: str = "") -> Any:
    match value:
        case When() if name == "due" and not value:
            return None
        case When():
            return when_value(value)
        case Place():
            return place_value(value)
        case StrEnum():
            return value.value
        case Office() | Attendee() | Evidence() | Move() | Stage() | Step() | Version():
            return entry_value(value)
        case tuple():
            return [_value(item) for item in value]
    return value
