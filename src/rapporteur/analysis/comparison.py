"""One meeting as each article tells it: which fact differs, what one alone has, whom each quotes and how it names.

Differences are described, not judged.  A copy of another's text is no voice of its own: it stands with its original.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from rapporteur.intake.article import Article
from rapporteur.reading.claims import LocalActor, MeetingClaim, Participant, Reading, Stance
from rapporteur.record.model import Actor, Evidence, Meeting
from rapporteur.record.record import Record
from rapporteur.reference import load
from rapporteur.reference.forms import fold
from rapporteur.spans import Span


class Standing(StrEnum):
    """What the accounts of a field come to: one fact, several, a list to which each adds, or words for one thing."""

    AGREED = "agreed"
    DIFFERS = "differs"
    TOLD = "told"
    WORDING = "wording"


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing that accounts say, with the articles that say it and, where they can be shown, their words.

    It is ``alone`` where of several articles, copies not counted, only one says it.
    """

    value: str
    articles: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A field with all that is said of it, what most say first."""

    field: str
    standing: Standing
    sayings: tuple[Saying, ...]


@dataclass(frozen=True)
class _Account:
    """One article's claims about the meeting."""

    article: Article
    reading: Reading
    claims: tuple[MeetingClaim, ...]
    names: Mapping[str, str]

    def name(self, local: str | None) -> str:
        return self.names.get(local or "", "")

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        return tuple(Evidence.at(self.article, span) for claim in self.claims for span in claim.evidence)


def compare(record: Record, meeting: Meeting) -> tuple[Row, ...]:
    """The accounts of ``meeting`` side by side, field by field.

    Args:
        record: the record.
        meeting: one of its meetings.

    Returns:
        The facts first, in the order of the contract, then who is quoted, and how each names parties and deeds.  Fields
        of which no account says anything are left out.
    """
    accounts = [_account(record, meeting, article) for article in meeting.reports]
    voices = {account.article.id: record.copies().get(account.article.id, account.article.id) for account in accounts}
    differing = {found.field for found in record.disagreements if found.about == meeting.id}
    rows = [_fact(field, value, accounts, voices, differing) for field, value in _FACTS.items()]
    rows += [_listed(field, values, accounts, voices) for field, values in _LISTS.items()]
    rows += _offices(record, meeting)
    rows += [row for row in (*_namings(record, meeting, accounts, voices), _loaded(accounts, voices)) if row]
    return tuple(row for row in rows if row and row.sayings)


def _account(record: Record, meeting: Meeting, name: str) -> _Account:
    article, reading = record.account(name)
    told = {(piece.start, piece.end) for piece in meeting.evidence if piece.article == name}
    claims = [claim for claim in reading.meetings if any((span.start, span.end) in told for span in claim.evidence)]
    known = _by_form(record, meeting)
    names = {
        actor.id: next((known[form] for form in _forms(actor) if form in known), actor.name) for actor in reading.actors
    }
    return _Account(article, reading, tuple(claims), names)


def _by_form(record: Record, meeting: Meeting) -> Mapping[str, str]:
    """What the record calls those of a meeting, by their keys and by all forms of their names."""
    people = {person.actor for person in meeting.participants}
    ids = {*meeting.parties, *people, *meeting.facilitators, *filter(None, (meeting.host,))}
    found = [actor for actor in record.actors if actor.id in ids]
    return {form: actor.name for actor in found for form in _forms(actor)}


def _forms(actor: Actor | LocalActor) -> Iterator[str]:
    if actor.key:
        yield actor.key
    yield from map(fold, (actor.name, *actor.aliases))


_Value = Callable[[MeetingClaim], str]

_FACTS: Mapping[str, _Value] = {
    "day": lambda claim: claim.when.edtf or "",
    "status": lambda claim: claim.status.value,
    "place": lambda claim: claim.place.name if claim.place else "",
    "venue": lambda claim: claim.venue or "",
    "level": lambda claim: (claim.level or "").replace("_", " "),
    "format": lambda claim: claim.format or "",
    "named format": lambda claim: claim.named_format or "",
    "round": lambda claim: str(claim.round or ""),
}
"""Fields of which an account says one thing."""


def _fact(
    field: str, value: _Value, accounts: Sequence[_Account], voices: Mapping[str, str], differing: AbstractSet[str]
) -> Row | None:
    said = ((account, value(claim)) for account in accounts for claim in account.claims)
    sayings = _sayings(((account, words, account.evidence) for account, words in said if words), voices)
    if not sayings:
        return None
    single = len(sayings) == 1 and sayings[0].alone
    return Row(field, Standing.DIFFERS if field in differing else Standing.TOLD if single else Standing.AGREED, sayings)


_Values = Callable[[_Account], Iterator[tuple[str, Iterable[Span]]]]


def _people(account: _Account) -> Iterator[tuple[str, Iterable[Span]]]:
    for claim in account.claims:
        for person in claim.participants:
            yield _with_role(account, person), claim.evidence


def _with_role(account: _Account, person: Participant) -> str:
    role = f" ({person.role.replace('_', ' ')})" if person.role and person.role != "other" else ""
    return f"{account.name(person.actor)}{role}"


def _agreed(account: _Account) -> Iterator[tuple[str, Iterable[Span]]]:
    for claim in account.claims:
        yield from ((outcome, claim.evidence) for outcome in claim.outcomes)


def _proposed(account: _Account) -> Iterator[tuple[str, Iterable[Span]]]:
    for claim in account.reading.positions:
        if claim.stance in (Stance.PROPOSES, Stance.OFFERS):
            yield f"{account.name(claim.party)}: {claim.issue}", claim.evidence


def _quoted(account: _Account) -> Iterator[tuple[str, Iterable[Span]]]:
    for claim in account.reading.statements:
        if claim.speaker:
            yield account.name(claim.speaker), claim.evidence


_LISTS: Mapping[str, _Values] = {
    "who was there": _people,
    "what was agreed": _agreed,
    "who proposed": _proposed,
    "who is quoted": _quoted,
}
"""Fields of which an account says many things, or none."""


def _listed(field: str, values: _Values, accounts: Sequence[_Account], voices: Mapping[str, str]) -> Row | None:
    said = (
        (account, value, tuple(Evidence.at(account.article, span) for span in spans))
        for account in accounts
        for value, spans in values(account)
    )
    sayings = _sayings(said, voices)
    return Row(field, Standing.TOLD, sayings) if sayings else None


def _offices(record: Record, meeting: Meeting) -> Iterator[Row]:
    """What the record holds to be disagreements on who held an office there, or how many of something there were."""
    for found in record.disagreements:
        if found.about == meeting.id and " of " in found.field:
            sayings = tuple(Saying(v.value, v.articles, v.evidence) for v in found.versions)
            yield Row(found.field, Standing.DIFFERS, sayings)


def _namings(
    record: Record, meeting: Meeting, accounts: Sequence[_Account], voices: Mapping[str, str]
) -> Iterator[Row]:
    """How the accounts call each party, where they do not call it alike."""
    for party in meeting.parties:
        name = record.name_of(party)
        said = [
            (account, form, ())
            for account in accounts
            for actor in account.reading.actors
            if account.name(actor.id) == name
            for form in actor.aliases or (actor.name,)
        ]
        sayings = _sayings(said, voices)
        using = {account.article.id for account, _, _ in said}
        if len({voices[one] for one in using}) > 1 and any(set(s.articles) != using for s in sayings):
            yield Row(f"{name} is called", Standing.WORDING, sayings)


def _loaded(accounts: Sequence[_Account], voices: Mapping[str, str]) -> Row | None:
    said = (
        (account, match[0].lower(), (Evidence.at(account.article, Span(*match.span())),))
        for account in accounts
        for span in account.article.body
        for match in _loaded_words().finditer(account.article.text, span.start, span.end)
    )
    sayings = _sayings(said, voices)
    return Row("loaded words", Standing.WORDING, sayings) if sayings else None


@cache
def _loaded_words() -> re.Pattern[str]:
    words = (word for listed in load("loaded_words").values() for word in listed)
    forms = (re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "") for word in words)
    return re.compile(rf"\b(?:{'|'.join(sorted(forms, key=lambda form: (-len(form), form)))})\b", re.IGNORECASE)


def _sayings(said: Iterable[tuple[_Account, str, Iterable[Evidence]]], voices: Mapping[str, str]) -> tuple[Saying, ...]:
    """What is said, each once however it is spelt; what most say stands first."""
    spelt: dict[str, str] = {}
    articles: dict[str, list[str]] = defaultdict(list)
    evidence: dict[str, list[Evidence]] = defaultdict(list)
    for account, value, pieces in said:
        key = fold(value)
        spelt.setdefault(key, value)
        articles[key].append(account.article.id)
        evidence[key].extend(pieces)
    telling = {key: {voices[article] for article in told} for key, told in articles.items()}
    several = len(set(voices.values())) > 1
    return tuple(
        Saying(
            spelt[key],
            tuple(dict.fromkeys(articles[key])),
            tuple(dict.fromkeys(evidence[key])),
            alone=several and len(telling[key]) == 1,
        )
        for key in sorted(spelt, key=lambda key: -len(telling[key]))
    )


__all__ = ["Row", "Saying", "Standing", "compare"]
