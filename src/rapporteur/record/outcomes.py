"""Which commitment a report of an outcome is about: "the exchange took place" tells of no promise, but of one.

An outcome goes to the one commitment that shares its words and its parties and was made before it; where it is open
which of several is meant, it goes to none.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from rapporteur.intake.article import Article
from rapporteur.reading.claims import Fulfilment, OutcomeClaim, Reading
from rapporteur.record.copied import Family, claims_of, of_families
from rapporteur.record.memory import Memory
from rapporteur.record.model import Commitment, Evidence, Step
from rapporteur.record.topics import content_words, stem
from rapporteur.reference import load
from rapporteur.reference.forms import fold
from rapporteur.when import Basis, When

_SHARE = 0.75
"""How much of the shorter one's words an outcome and its commitment share."""
_LONGEST = 400
"""Days after a commitment was made, or was due, in which a report can still be about it."""
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")

CLOSED = frozenset({Fulfilment.REPORTED_DONE, Fulfilment.LAPSED, Fulfilment.SUPERSEDED})


@dataclass(frozen=True)
class Outcome:
    """One article's report of an outcome."""

    article: Article
    claim: OutcomeClaim
    evidence: tuple[Evidence, ...]

    @cached_property
    def when(self) -> When:
        """The days on which it came about: by the day of the report, which stands for a day that nobody tells."""
        published = self.article.published
        if not self.claim.when:
            return published
        return self.claim.when & When(None, published.latest, Basis.INFERRED) or self.claim.when

    @cached_property
    def words(self) -> frozenset[str]:
        """What it is about."""
        return deed_words(f"{self.claim.deed or ''} {self.claim.what}")

    @cached_property
    def is_of_agreement(self) -> bool:
        """Whether it is told of an agreement by its name: "the border accord", not "its promise to withdraw"."""
        words = fold(self.claim.what).split()
        return "to" not in words and not _roots("pointers").isdisjoint(map(_root, words))

    @cached_property
    def deed(self) -> frozenset[str]:
        """The word for the deed itself, where it was told by a verb."""
        return deed_words(self.claim.deed or "")

    @cached_property
    def order(self) -> tuple[object, ...]:
        """Its place in time; of one day by the day of its report, and then by article and place."""
        return (
            *by_day(self.when),
            *by_day(self.article.published),
            self.article.id,
            self.claim.evidence,
            self.claim.what,
        )

    @property
    def step(self) -> Step:
        """The turn that it means for its commitment."""
        return Step(self.claim.status, self.when, self.evidence, due=self.claim.due)


def gather_outcomes(
    reads: Sequence[tuple[Article, Reading]], copies: Mapping[str, str], memory: Memory | None = None
) -> tuple[Outcome, ...]:
    """The outcomes that ``reads`` (with the record's actor ids) report, by day."""
    memory = memory or Memory()
    found = (outcome for told in of_families("outcomes", reads, copies, _outcomes, memory) for outcome in told)
    return tuple(sorted(found, key=lambda outcome: outcome.order))


def _outcomes(family: Family) -> tuple[Outcome, ...]:
    return tuple(Outcome(*told) for told in claims_of(family, _claims, _same))


def match_outcomes(commitments: Sequence[Commitment], outcomes: Sequence[Outcome]) -> Mapping[str, tuple[Outcome, ...]]:
    """Find what became of ``commitments``.

    Args:
        commitments: those of the record, each with the history that its own reports tell.
        outcomes: all that are reported, by day.

    Returns:
        For the id of a commitment the outcomes that are about it, by day.
    """
    words = {commitment.id: deed_words(commitment.what) for commitment in commitments}
    holders: dict[str, list[Commitment]] = defaultdict(list)
    for commitment in sorted(commitments, key=lambda c: c.id):
        for word in words[commitment.id]:
            holders[word].append(commitment)
    closed: dict[str, dt.date] = {c.id: day for c in commitments for step in c.history if (day := _closing(step))}
    found: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        near = {commitment.id: commitment for word in sorted(outcome.words) for commitment in holders[word]}
        fitting = [c for c in near.values() if _fits(c, words[c.id], outcome)]
        meant = _meant([c for c in fitting if not _is_over(c, fitting, closed)], words, outcome)
        if meant:
            found[meant.id].append(outcome)
            if day := _closing(outcome.step):
                closed.setdefault(meant.id, day)
    return {commitment: tuple(of) for commitment, of in found.items()}


@lru_cache(maxsize=1 << 16)
def deed_words(text: str) -> frozenset[str]:
    """The words of ``text`` that carry its meaning, words for one thing as one, and without "agreement", "promise"."""
    plain = f" {_THOUSANDS.sub('', fold(text))} "
    for phrase, word in _phrases():
        plain = plain.replace(f" {phrase} ", f" {word} ")
    words = (_root(word) for word in content_words(plain))
    return frozenset(_alike().get(word, word) for word in words) - _roots("pointers") - _roots("light")


def _root(word: str) -> str:
    """``word`` without all its endings: "delivery" and "deliver" are one."""
    while (shorter := stem(word)) != word:
        word = shorter
    return word


def by_day(when: When) -> tuple[dt.date, dt.date]:
    """A key that sorts days by the last that is possible, those without any behind all others."""
    last = when.latest or when.earliest or dt.date.max
    return last, when.earliest or dt.date.min


def _claims(reading: Reading) -> Sequence[OutcomeClaim]:
    return reading.outcomes


def _same(claim: OutcomeClaim) -> tuple[object, ...]:
    return tuple(sorted(claim.parties)), claim.status, claim.deed, content_words(claim.what)


def _fits(commitment: Commitment, words: frozenset[str], outcome: Outcome) -> bool:
    """Whether an outcome can be that of a commitment: its words, its parties and its day."""
    if not _shares(words, outcome) or not _concerns(commitment, outcome.claim.parties):
        return False
    return _follows(commitment, outcome) or _is_told_with(commitment, outcome)


def _shares(words: frozenset[str], outcome: Outcome) -> bool:
    """Whether the words are of one thing: more than a deed or the matter of an agreement, and no two figures."""
    told = frozenset(word for word in outcome.words if not word.isdigit())
    promised = frozenset(word for word in words if not word.isdigit())
    figures = outcome.words - told, words - promised
    shared = told & promised
    if not shared or shared == outcome.deed or not outcome.deed <= promised:
        return False
    if all(figures) and not figures[0] & figures[1]:
        return False
    if outcome.is_of_agreement and len(shared) == 1 and promised != told:
        return False
    return len(shared) >= _SHARE * min(len(told), len(promised))


def _concerns(commitment: Commitment, parties: Sequence[str]) -> bool:
    """Whether the parties of an outcome are those of the commitment: two of them, where both name several."""
    own = {*commitment.by, *commitment.to}
    return not parties or len(own & set(parties)) >= min(2, len(own), len(set(parties)))


def _follows(commitment: Commitment, outcome: Outcome) -> bool:
    """Whether an outcome is later than its commitment, and not so late that it must be another's."""
    made, came = commitment.when, outcome.when
    if not made.earliest or not came.latest or came.latest < made.earliest:
        return False
    told = outcome.claim.when
    if not told and not (made.latest and came.earliest and came.earliest > made.latest):
        return _stands_behind(commitment, outcome)
    reach = max(day for day in (made.latest, made.earliest, commitment.due.latest) if day)
    return not came.earliest or (came.earliest - reach).days <= _LONGEST


def _stands_behind(commitment: Commitment, outcome: Outcome) -> bool:
    """Whether an outcome without a day of its own is told behind its commitment, in the same article."""
    own = [one for one in commitment.history[0].evidence if one.article == outcome.article.id]
    return bool(own) and max(one.end for one in own) <= outcome.claim.evidence[0].start


def _is_told_with(commitment: Commitment, outcome: Outcome) -> bool:
    """Whether one sentence tells of the promise and of the outcome."""
    return bool(set(outcome.evidence) & set(commitment.history[0].evidence))


def _is_over(commitment: Commitment, others: Sequence[Commitment], closed: Mapping[str, dt.date]) -> bool:
    """Whether a commitment was reported done before another was made that fits as well."""
    day = closed.get(commitment.id)
    return day is not None and any(
        other.when.earliest and other.when.earliest >= day for other in others if other is not commitment
    )


def _closing(step: Step) -> dt.date | None:
    return step.when.latest if step.status in CLOSED else None


def _meant(fitting: Sequence[Commitment], words: Mapping[str, frozenset[str]], outcome: Outcome) -> Commitment | None:
    """The one commitment that shares most; none where two share as much.

    What a sentence tells of its own promise is its outcome ("agreed to a swap, and the swap took place"), unless it is
    a deed: "signed a deal to sign" tells how the promise was made.
    """
    ranked = sorted(fitting, key=lambda c: _likeness(c, words, outcome), reverse=True)
    if not ranked or (ranked[1:] and len({_likeness(one, words, outcome) for one in ranked[:2]}) == 1):
        return None
    return None if outcome.deed and _is_told_with(ranked[0], outcome) else ranked[0]


def _likeness(commitment: Commitment, words: Mapping[str, frozenset[str]], outcome: Outcome) -> tuple[bool, bool, int]:
    """Whether one sentence tells of both, whether the parties are the very same, and how many words they share."""
    same = set(outcome.claim.parties) == set(commitment.by)
    return _is_told_with(commitment, outcome), same, len(words[commitment.id] & outcome.words)


@cache
def _alike() -> Mapping[str, str]:
    """For the stem of a word the stem of the one that stands for it."""
    return {
        _root(word): _root(fold(first)) for first, *others in load("outcomes")["alike"] for word in map(fold, others)
    }


@cache
def _phrases() -> Sequence[tuple[str, str]]:
    """Words for one thing that are several, the longest first."""
    found = ((fold(one), fold(first)) for first, *others in load("outcomes")["alike"] for one in others)
    return sorted((pair for pair in found if " " in pair[0]), key=lambda pair: (-len(pair[0]), pair))


@cache
def _roots(name: str) -> frozenset[str]:
    """One of the plain lists of ``outcomes.yaml``, without endings."""
    return frozenset(_root(word) for word in load("outcomes")[name])


__all__ = ["CLOSED", "Outcome", "by_day", "deed_words", "gather_outcomes", "match_outcomes"]
