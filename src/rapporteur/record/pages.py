"""Articles as pages on which statements stand: the sentences around them, and the meetings told of beside them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from rapporteur.intake.article import Article
from rapporteur.language.sentences import paragraphs
from rapporteur.reading.claims import MeetingClaim, Mention, Reading
from rapporteur.record.company import Company, company_in
from rapporteur.record.meetings.report import AFTER, MeetingReport
from rapporteur.record.memory import Memory
from rapporteur.record.model import Meeting, Statement
from rapporteur.reference import load
from rapporteur.reference.forms import fold
from rapporteur.spans import Span

_WORD = re.compile(r"[^\W_]+")
Told = tuple[Meeting, MeetingReport]
"""A meeting and the report of it in an article."""


@dataclass(frozen=True)
class Held:
    """A meeting that took place, as one article tells of it."""

    meeting: Meeting
    claim: MeetingClaim

    @cached_property
    def people(self) -> frozenset[str]:
        """Those who were there."""
        return frozenset(person.actor for person in self.claim.participants)

    @cached_property
    def parties(self) -> frozenset[str]:
        """Those for whom they were there."""
        return frozenset({*self.claim.parties, *(p.party for p in self.claim.participants if p.party)})

    def has(self, company: Company | None, sides: Mapping[str, str | None]) -> bool:
        """Whether those with whom an article says it was were there, as far as any report tells."""
        everybody = self.people | {person.actor for person in self.meeting.participants}
        return company is None or company.was_at(everybody, self.parties | {*self.meeting.parties}, sides)


@dataclass(frozen=True)
class Page:
    """One article with the meetings that it reports as held."""

    article: Article
    reading: Reading
    held: tuple[Held, ...]
    statements: tuple[Statement, ...]
    sides: Mapping[str, str | None]

    @property
    def sentences(self) -> tuple[Span, ...]:
        """The article's sentences."""
        return self.reading.sentences

    @property
    def mentions(self) -> Sequence[Mention]:
        """Where the record's actors are meant."""
        return self.reading.mentions

    @cached_property
    def said(self) -> Sequence[Span]:
        """The words of its statements."""
        return [Span(statement.start, statement.end) for statement in self.statements]

    @cached_property
    def _paragraphs(self) -> Sequence[Span]:
        return paragraphs(self.article.text, self.article.body)

    def around(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """The sentences of ``spans``."""
        found = tuple(spans)
        return tuple(sentence for sentence in self.sentences if any(sentence.overlaps(span) for span in found))

    def with_remark(self, sentences: tuple[Span, ...]) -> tuple[Span, ...]:
        """``sentences`` with the one behind them that says when it was said: "He was speaking after the talks"."""
        at = self.sentences.index(sentences[-1]) + 1 if sentences else 0
        behind = self.sentences[at : at + 1] if sentences else ()
        words = self.beside(behind, self.said)
        return (*sentences, *behind) if any(f" {phrase} " in words for phrase in phrases("speaking")) else sentences

    def before(self, sentences: Sequence[Span]) -> tuple[Span, ...]:
        """The sentence before the first of ``sentences``, where it stands in the same paragraph."""
        at = self.sentences.index(sentences[0]) - 1 if sentences else -1
        return self.sentences[at : at + 1] if at >= 0 and self._is_joined(self.sentences[at], sentences[0]) else ()

    def is_one_passage(self, one: Sequence[Span], two: Sequence[Span]) -> bool:
        """Whether two groups of sentences, the first before, stand in one paragraph, or with none between."""
        if not one or not two:
            return False
        apart = self.sentences.index(two[0]) - self.sentences.index(one[-1])
        return apart <= 1 or self._is_joined(one[-1], two[0])

    def _is_joined(self, one: Span, two: Span) -> bool:
        return any(one.overlaps(paragraph) and two.overlaps(paragraph) for paragraph in self._paragraphs)

    def beside(self, sentences: Sequence[Span], content: Sequence[Span]) -> str:
        """The words of ``sentences`` without what is said in them, folded, with spaces around."""
        pieces = self._pieces(sentences, content)
        return f" {_words(' '.join(self.article.text[span.start : span.end] for span in pieces))} "

    def company(self, sentences: Sequence[Span], content: Sequence[Span], actors: Iterable[str]) -> Company | None:
        """With whom the meeting was that the words beside what ``actors`` said or promised name."""
        own = {party for actor in actors for party in (actor, self.sides.get(actor)) if party}
        pieces = self._pieces(sentences, content)
        return company_in(self.article.text, pieces, self.mentions, frozenset(own))

    def _pieces(self, sentences: Sequence[Span], content: Sequence[Span]) -> list[Span]:
        """``sentences`` without what is said in them."""
        kept: list[Span] = []
        for sentence in sentences:
            at = sentence.start
            for span in sorted(span for span in content if span.overlaps(sentence)):
                kept.append(Span(at, max(at, span.start)))
                at = max(at, span.end)
            kept.append(Span(at, max(at, sentence.end)))
        return kept

    def places_of(self, words: str, sentences: Sequence[Span]) -> tuple[Span, ...]:
        """Where ``words`` stand in ``sentences``, as far as they stand there unchanged."""
        found = (
            (sentence, words_at.find(words)) for sentence in sentences if (words_at := sentence.of(self.article.text))
        )
        return tuple(Span(s.start + at, s.start + at + len(words)) for s, at in found if at >= 0)

    def told(self, held: Held) -> tuple[Span, ...]:
        """The sentences in which the reporter, and nobody's statement, tells of a meeting."""
        return tuple(span for span in held.claim.evidence if not any(_is_mostly(span, words) for words in self.said))


def pages_of(
    reads: Sequence[tuple[Article, Reading]],
    meetings: Sequence[Meeting],
    reports: Mapping[str, tuple[MeetingReport, ...]],
    statements: Sequence[Statement],
    sides: Mapping[str, str | None],
    memory: Memory,
) -> Mapping[str, Page]:
    """The articles as pages, by id.

    Args:
        reads: articles with their readings, in the record's terms.
        meetings: the record's meetings.
        reports: for the id of each the reports that it was made from.
        statements: the record's.
        sides: for the record's actors the party for which they speak.
        memory: what was made of readings before.
    """
    held: dict[str, list[Told]] = defaultdict(list)
    for meeting in meetings:
        for report in reports.get(meeting.id, ()):  # one that a person added has none
            if report.claim.status in AFTER:
                held[report.article.id].append((meeting, report))
    said: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        said[statement.article].append(statement)
    names = [article.id for article, _ in reads]
    there = ((held[name], _people(held[name], sides)) if name in held else _NOBODY for name in names)
    given = [(*one, said.get(name)) for name, one in zip(names, there, strict=True)]
    pages = memory.each("pages", reads, lambda read: _page(read, held, said, sides), given)
    return {page.article.id: page for page in pages}


_NOBODY: tuple[list[Told], tuple[str | None, ...]] = ([], ())
"""What rests on meetings in an article that tells of none."""


def _people(held: Iterable[Told], sides: Mapping[str, str | None]) -> tuple[str | None, ...]:
    """For whom those speak who were at the meetings."""
    return tuple(sides.get(person.actor) for meeting, _ in held for person in meeting.participants)


def _page(
    read: tuple[Article, Reading],
    held: Mapping[str, Sequence[Told]],
    said: Mapping[str, Sequence[Statement]],
    sides: Mapping[str, str | None],
) -> Page:
    name = read[0].id
    there = tuple(Held(meeting, report.claim) for meeting, report in held.get(name, ()))
    return Page(*read, there, tuple(said.get(name, ())), sides)


def _is_mostly(span: Span, words: Span) -> bool:
    """Whether most of ``span`` lies in ``words``."""
    return 2 * (min(span.end, words.end) - max(span.start, words.start)) > len(span)


def _words(text: str) -> str:
    """The words of ``text``, folded, with one space between them."""
    return " ".join(_WORD.findall(fold(text)))


@cache
def phrases(name: str) -> tuple[str, ...]:
    """One of the lists of ``occasions.yaml``, written as `beside` is."""
    return tuple(map(_words, load("occasions")[name]))


__all__ = ["Held", "Page", "pages_of", "phrases"]
