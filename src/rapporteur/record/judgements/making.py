"""Making judgements: checked against the record as it is, so that what cannot be applied is not taken in."""

from __future__ import annotations

import datetime as dt
import getpass
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from rapporteur.errors import UsageError
from rapporteur.intake.article import Article
from rapporteur.record.codec import Entry
from rapporteur.record.judgements.additions import NEEDED, made
from rapporteur.record.judgements.judgement import Anchor, Judgement, Reference, Verdict
from rapporteur.record.judgements.references import kept
from rapporteur.record.judgements.values import FIELDS, Names, UnfitValueError, parsed, written
from rapporteur.record.rows import evidence_of

JOINED = ("actors", "meetings", "statements", "issues")
"""The lists whose entries can be judged the same, or not."""


def pair(verdict: Verdict, one: Reference, other: Reference, *, by: str, reason: str = "") -> Judgement:
    """That two entries are the same, or that they are not.

    Raises:
        UsageError: they are of different lists, of one that is not joined, or the same entry.
    """
    if one.kind != other.kind or one.kind not in JOINED:
        raise UsageError(
            f"{one.id} and {other.id} cannot be judged the same or not.",
            hint=f"Name two of one list: {', '.join(JOINED)}.",
        )
    if one.id == other.id:
        raise UsageError(f"{one.id} is one entry.", hint="To part it, name the articles that speak of the other: --in.")
    return Judgement(verdict, (kept(one), kept(other)), by, now(), reason)


def parted(whole: Reference, articles: Collection[str], *, by: str, reason: str = "") -> Judgement:
    """That what some articles report as one entry is another.

    Raises:
        UsageError: the entry is of a list that is not joined, or the articles do not divide it.
    """
    there = tuple(anchor for anchor in whole.anchors if anchor.article in articles)
    rest = tuple(anchor for anchor in whole.anchors if anchor.article not in articles)
    if whole.kind not in JOINED or whole.kind == "issues" or not there or not rest:
        raise UsageError(f"{whole.id} cannot be parted so.", hint="Name some of the articles that report it, not all.")
    return Judgement(Verdict.NOT_SAME, (replace(whole, anchors=rest), replace(whole, anchors=there)), by, now(), reason)


def verdict_on(verdict: Verdict, reference: Reference, entry: Entry, *, by: str, reason: str = "") -> Judgement:
    """That an entry is right, or wrong."""
    reports = str(len({piece.article for piece in evidence_of(entry)})) if verdict is Verdict.WRONG else ""
    return Judgement(verdict, (kept(reference),), by, now(), reason, was=reports)


def value_of(
    reference: Reference, entry: Entry, field: str, value: str, names: Names, *, by: str, reason: str = ""
) -> Judgement:
    """That a field of an entry has another value.

    Raises:
        UsageError: the field cannot be set, or not to this.
    """
    try:
        wanted = parsed(reference.kind, field, value, names)
        set_to = _readable(reference.kind, field, value, wanted, names)
    except UnfitValueError as fault:
        raise UsageError(f"{field} of {reference.id} cannot be {value!r}: {fault}.", hint=_fields(reference)) from fault
    was = written(getattr(entry, field), names.names)
    return Judgement(Verdict.VALUE, (kept(reference),), by, now(), reason, field=field, value=set_to, was=was)


def _readable(kind: str, field: str, value: str, wanted: Any, names: Names) -> str:
    """A value by names, as a reader wants it; as it was given, by ids perhaps, where a name could mean another."""
    text = written(wanted, names.names)
    try:
        return text if parsed(kind, field, text, names) == wanted else value.strip()
    except UnfitValueError:
        return value.strip()


def _fields(reference: Reference) -> str:
    return f"Fields that can be set: {', '.join(FIELDS.get(reference.kind, ())) or 'none'}. Several names: divide by ;"


def addition(
    kind: str, article: Article, words: str, given: Mapping[str, str], names: Names, *, by: str, reason: str = ""
) -> Judgement:
    """That an article's words tell of an entry that the record lacks.

    Raises:
        UsageError: nothing can be added to that list, a field is missing or wrong, or the words do not stand in the
            article just once.
    """
    if kind not in NEEDED:
        raise UsageError(f"Nothing can be added to {kind!r}.", hint=f"There are: {', '.join(NEEDED)}.")
    at = article.text.find(words) if words.strip() else -1
    if at < 0 or article.text.find(words, at + 1) >= 0:
        times = "do not stand" if at < 0 else "stand more than once"
        raise UsageError(f"The words {times} in {article.file}.", hint="Give them exactly, and enough of them.")
    reference = Reference(kind, "", words[:80], (Anchor(article.id, at, at + len(words)),))
    judgement = Judgement(
        Verdict.ADDED, (reference,), by, now(), reason, value=words, given=tuple(sorted(given.items()))
    )
    try:
        made(judgement, {article.id: article}, names)
    except UnfitValueError as fault:
        hint = f"Fields: {', '.join(FIELDS[kind])}; needed: {', '.join(NEEDED[kind])}."
        raise UsageError(f"This cannot be added: {fault}.", hint=hint) from fault
    return judgement


def undoing(judgement: Judgement, *, by: str, reason: str = "") -> Judgement:
    """That a judgement does not hold."""
    return Judgement(Verdict.UNDONE, (), by, now(), reason, undoes=judgement.id)


def now() -> str:
    """The moment, in UTC."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def somebody() -> str:
    """Who judges, where nobody is named: the name of the account."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"


def called(judgements: Sequence[Judgement], name: str) -> Judgement:
    """The judgement of an id, or of the beginning of one.

    Raises:
        UsageError: there is none, or more than one.
    """
    found = [one for one in judgements if name and name in (one.id[: len(name)], one.id[10 : 10 + len(name)])]
    if len(found) != 1:
        raise UsageError(
            f"There is {'more than one' if found else 'no'} judgement {name!r}.",
            hint="`rapporteur judgements RECORD` lists them.",
        )
    return found[0]


__all__ = ["JOINED", "addition", "called", "pair", "parted", "somebody", "undoing", "value_of", "verdict_on"]
