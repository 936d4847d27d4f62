"""Entries that people add by hand, on the words of an article like every other entry."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rapporteur.intake.article import Article
from rapporteur.language.parse import Manner
from rapporteur.reading.claims import Fulfilment, Realis, Status
from rapporteur.record.codec import Entry
from rapporteur.record.judgements.judgement import Judgement
from rapporteur.record.judgements.values import Names, UnfitValueError, parsed, with_value
from rapporteur.record.model import Commitment, Event, Evidence, Issue, Meeting, Position, Statement, Step, entry_id
from rapporteur.reference.forms import fold
from rapporteur.spans import Span
from rapporteur.when import When

NEEDED: Mapping[str, tuple[str, ...]] = {
    "meetings": ("parties",),
    "statements": ("speaker",),
    "positions": ("party", "stance", "issue"),
    "commitments": ("by",),
    "events": ("type", "actors"),
}
"""The lists to which an entry can be added, and the fields that it cannot do without."""


def made(judgement: Judgement, articles: Mapping[str, Article], names: Names) -> tuple[Entry, Issue | None]:
    """The entry that a judgement adds, and the issue that it brings with it if the record has none of that name.

    Raises:
        UnfitValueError: the article is not in the record, the words do not stand there, or a field is missing or wrong.
    """
    reference, given = judgement.about[0], dict(judgement.given)
    missing = [name for name in NEEDED.get(reference.kind, ()) if name not in given]
    if reference.kind not in NEEDED or missing:
        raise UnfitValueError(
            f"it needs {', '.join(missing)}" if missing else f"nothing can be added to {reference.kind}"
        )
    evidence = _evidence(judgement, articles)
    issue = _new_issue(given["issue"].strip(), names) if reference.kind == "positions" else None
    known = {name: value for name, value in given.items() if not (issue and name == "issue")}
    values = {name: parsed(reference.kind, name, value, names) for name, value in known.items()}
    if issue:
        values["issue"] = issue.id
    entry = _bare(reference.kind, judgement, evidence, articles[evidence.article].published, values)
    for name, value in values.items():
        entry = with_value(entry, name, value, f"set by {judgement.by}")
    return entry, issue


def _evidence(judgement: Judgement, articles: Mapping[str, Article]) -> Evidence:
    anchor = next(iter(judgement.about[0].anchors), None)
    article = articles.get(anchor.article) if anchor else None
    if anchor is None or article is None:
        raise UnfitValueError("its article is not in the record any more")
    if article.text[anchor.start : anchor.end] != judgement.value or not judgement.value.strip():
        raise UnfitValueError("its words do not stand in the article")
    return Evidence.at(article, Span(anchor.start, anchor.end))


def _new_issue(name: str, names: Names) -> Issue | None:
    if not any(char.isalnum() for char in name):
        raise UnfitValueError("its issue has no name")
    return None if fold(name) in names.issues else Issue(entry_id("issue", "", fold(name)), name, (name,))


def _bare(kind: str, judgement: Judgement, evidence: Evidence, day: When, values: Mapping[str, Any]) -> Entry:
    """The entry with what it cannot be made without."""
    name, pieces = entry_id(kind.removesuffix("s"), judgement.id), (evidence,)
    match kind:
        case "meetings":
            return Meeting(name, day, Status.HELD, (), pieces, (evidence.article,))
        case "statements":
            place = evidence.article, evidence.start, evidence.end
            return Statement(name, None, Manner.INDIRECT, evidence.text, *place, pieces, when=day)
        case "positions":
            return Position(name, values["party"], values["issue"], values["stance"], evidence.text, pieces, when=day)
        case "commitments":
            return Commitment(name, (), evidence.text, pieces, when=day, history=(Step(Fulfilment.MADE, day, pieces),))
    return Event(name, values["type"], (), (), Realis.ACTUAL, pieces, (evidence.article,), when=day)


__all__ = ["NEEDED", "made"]
