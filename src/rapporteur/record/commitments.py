"""Commitments of all articles: one entry for each, with what later reports say became of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import combinations

from rapporteur.intake.article import Article
from rapporteur.reading.claims import CommitmentClaim, Fulfilment, Reading
from rapporteur.record.copied import Family, claims_of, of_families
from rapporteur.record.grouping import connected
from rapporteur.record.memory import Memory
from rapporteur.record.model import Commitment, Evidence, Step, entry_id
from rapporteur.record.outcomes import Outcome, by_day, gather_outcomes, match_outcomes
from rapporteur.record.topics import content_words
from rapporteur.when import UNKNOWN, Basis, When

_SHARE = 0.6
"""Two reports are of one commitment if they share this much of the shorter one's words."""
_NEAR = 14
"""Days within which two reports of one commitment lie, where the reports do not date it alike."""

_STRETCH = 32
"""Days of a stretch of time; reports are compared that both reach into one."""


@dataclass(frozen=True)
class _Report:
    """One article's report of a commitment."""

    article: Article
    claim: CommitmentClaim
    evidence: tuple[Evidence, ...]
    words: frozenset[str]

    @cached_property
    def when(self) -> When:
        """The day of the commitment, or else of the report."""
        return self.claim.when or self.article.published

    @cached_property
    def order(self) -> tuple[object, ...]:
        """Where the report stands among others of the same commitment."""
        latest = self.article.published.latest
        return latest is None, latest, self.article.id, self.claim.evidence, self.claim.what


def gather_commitments(
    reads: Sequence[tuple[Article, Reading]], copies: Mapping[str, str], memory: Memory | None = None
) -> tuple[Commitment, ...]:
    """The commitments that ``reads`` (with the record's actor ids) report, by id."""
    memory = memory or Memory()
    found = [report for told in of_families("commitments told", reads, copies, _reports, memory) for report in told]
    entries = [
        memory.once("commitment", group, partial(_commitment, group))
        for same in _of_same_parties(found)
        for group in memory.once("reports of commitments", same, partial(_groups, same))
    ]
    became = match_outcomes(entries, gather_outcomes(reads, copies, memory))
    lived = (_lived(entry, became.get(entry.id, ()), memory) for entry in entries)
    return tuple(sorted(lived, key=lambda entry: entry.id))


def _lived(entry: Commitment, outcomes: Sequence[Outcome], memory: Memory) -> Commitment:
    def made() -> Commitment:
        return with_steps(entry, [outcome.step for outcome in outcomes])

    return memory.once("life of a commitment", (entry, *outcomes), made)


def with_steps(commitment: Commitment, steps: Sequence[Step]) -> Commitment:
    """``commitment`` with further turns in its history, and the status and day due that follow from the last ones."""
    made, *told = commitment.history
    own = [step for step in told if not any(_says_more(other, step) for other in steps)]
    turns = sorted([*own, *steps], key=lambda step: (*by_day(step.when), step.evidence, step.status))
    made = _made_by(made, turns)
    history = (made, *_joined(turns))
    put_off = [step for step in history if step.status is Fulfilment.POSTPONED]
    last = history[-1].status
    return replace(
        commitment,
        when=made.when,
        due=put_off[-1].due if put_off else commitment.due,
        status=Fulfilment.MADE if last is Fulfilment.POSTPONED else last,
        history=history,
    )


def _made_by(made: Step, turns: Sequence[Step]) -> Step:
    """The making, which is no later than what came of it, whatever day stands for one that nobody tells."""
    first = min((step.when.latest for step in turns if step.when.latest), default=None)
    if first is None or not made.when.earliest or made.when.earliest <= first:
        return made
    return replace(made, when=When(None, first, Basis.INFERRED, "by the day of its outcome"))


def _says_more(other: Step, step: Step) -> bool:
    """Whether ``other``, which has its own day, is read from the same words as ``step``, which has its article's."""
    return other.status is step.status and bool(set(other.evidence) & set(step.evidence))


def _joined(turns: Sequence[Step]) -> Iterator[Step]:
    """``turns`` with those in one that follow each other, say the same and can be of one day."""
    held: Step | None = None
    for step in turns:
        if held and held.status is step.status and (when := held.when & step.when):
            evidence = tuple(dict.fromkeys((*held.evidence, *step.evidence)))
            held = replace(held, when=when, evidence=evidence, due=held.due or step.due)
            continue
        if held:
            yield held
        held = step
    if held:
        yield held


def _claims(reading: Reading) -> Sequence[CommitmentClaim]:
    return reading.commitments


def _same(claim: CommitmentClaim) -> tuple[object, ...]:
    return tuple(sorted(claim.by)), content_words(claim.what)


def _reports(family: Family) -> tuple[_Report, ...]:
    return tuple(
        _Report(article, claim, evidence, content_words(claim.what))
        for article, claim, evidence in claims_of(family, _claims, _same)
    )


def _of_same_parties(reports: Iterable[_Report]) -> Iterable[Sequence[_Report]]:
    """The reports in the order in which they were made, those by the same parties together."""
    found: dict[tuple[str, ...], list[_Report]] = defaultdict(list)
    for report in sorted(reports, key=lambda report: report.order):
        found[tuple(sorted(report.claim.by))].append(report)
    return found.values()


def _groups(reports: Sequence[_Report]) -> tuple[tuple[_Report, ...], ...]:
    """The reports of one commitment each, of those by the same parties."""
    near: set[tuple[int, int]] = set()
    for places, boundless in _blocks(reports):
        near.update(combinations(places, 2))
        near.update((min(one, two), max(one, two)) for one in boundless for two in places)
        near.update(combinations(boundless, 2))
    same = [(one, two) for one, two in sorted(near) if _are_one(reports[one], reports[two])]
    return tuple(tuple(reports[place] for place in group) for group in connected(range(len(reports)), same))


def _blocks(reports: Sequence[_Report]) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """The places of reports that share a word and a stretch of time, each with those that share it on no known days."""
    boundless: dict[str, list[int]] = defaultdict(list)
    holding: dict[tuple[str, int], list[int]] = defaultdict(list)
    for place, report in enumerate(reports):
        low, high = report.when.earliest, report.when.latest
        for word in report.words:
            if not low or not high or (high - low).days > _STRETCH:
                boundless[word].append(place)
                continue
            for part in range(low.toordinal() // _STRETCH, (high.toordinal() + _NEAR) // _STRETCH + 1):
                holding[word, part].append(place)
    for (word, _), places in holding.items():
        yield places, boundless.get(word, ())
    dated = {word for word, _ in holding}
    yield from (((), places) for word, places in boundless.items() if word not in dated)


def _are_one(one: _Report, two: _Report) -> bool:
    shared = len(one.words & two.words)
    if not shared or shared < _SHARE * min(len(one.words), len(two.words)) or (shared < 2 and one.words != two.words):
        return False
    return _near(one.when, two.when)


def _near(one: When, two: When) -> bool:
    if one.meets(two):
        return True
    early, late = (one, two) if one.latest and two.earliest and one.latest < two.earliest else (two, one)
    if not early.latest or not late.earliest:
        return False
    return (late.earliest - early.latest).days <= _NEAR


def _commitment(reports: Sequence[_Report]) -> Commitment:
    """One commitment from its reports alone; those that say no more than that it was made tell its first step."""
    first = reports[0]
    when = next((report.claim.when for report in reports if report.claim.when), first.when)
    made = [report for report in reports if report.claim.status is Fulfilment.MADE] or [first]
    told = [report for report in reports if report.claim.status is not Fulfilment.MADE]
    entry = Commitment(
        id=entry_id(
            "commitment", first.article.id, first.claim.evidence[0].start, first.claim.evidence[0].end, first.claim.what
        ),
        by=first.claim.by,
        what=first.claim.what,
        evidence=tuple(dict.fromkeys(one for report in reports for one in report.evidence)),
        to=tuple(dict.fromkeys(actor for report in reports for actor in report.claim.to)),
        due=next((report.claim.due for report in reports if report.claim.due), UNKNOWN),
        when=when,
        history=(Step(Fulfilment.MADE, when, tuple(dict.fromkeys(one for report in made for one in report.evidence))),),
    )
    return with_steps(entry, [Step(report.claim.status, report.article.published, report.evidence) for report in told])


__all__ = ["gather_commitments", "with_steps"]
