"""At which meeting something was said or promised, where an article ties the two.

An article does so by naming the occasion beside the words ("after the talks"), by telling of the meeting just before,
or by having one who met another speak to that other.  Where two meetings fit, or none, the meeting is not known; nor
where the days are too far apart, or the article names others with whom it was.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache, cached_property, partial
from typing import TypeVar

from rapporteur.intake.article import Article
from rapporteur.language.sentences import paragraphs
from rapporteur.reading.claims import MeetingClaim, Mention, Reading
from rapporteur.record.company import Company, company_in
from rapporteur.record.meetings.report import AFTER, MeetingReport
from rapporteur.record.memory import Memory
from rapporteur.record.model import Commitment, Evidence, Meeting, Statement
from rapporteur.reference import load
from rapporteur.reference.forms import fold
from rapporteur.spans import Span
from rapporteur.when import When

Placed = TypeVar("Placed", Statement, Commitment)

_SPOKEN = 1
"""Days behind a meeting on which somebody still speaks of it as from it."""
_REPORTED = 3
"""Days behind a meeting in which its report appears, as far as the report says no day for the words."""
_NAMED = 14
"""Days behind a meeting in which a report can still mean it by "the talks" alone."""
_BETWEEN = 5
"""How many words may stand between "after" and "talks"."""
_WORD = re.compile(r"[^\W_]+")


_Told = tuple[Meeting, MeetingReport]


class Cue(Enum):
    """What the words beside a statement say of its occasion; ``OTHERS``: a meeting that the record does not have."""

    NONE = "none"
    MEETING = "meeting"
    ELSEWHERE = "elsewhere"
    OTHERS = "others"
    GOING_ON = "going on"


@dataclass(frozen=True)
class _Held:
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
class _Page:
    """One article with the meetings that it reports as held."""

    article: Article
    reading: Reading
    held: tuple[_Held, ...]
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
    def said_at(self) -> Mapping[str, str | None]:
        """The meeting at which each of its statements was made, by the id of the statement; None: elsewhere."""
        return _of_statements(self)

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
        return (*sentences, *behind) if any(f" {phrase} " in words for phrase in _phrases("speaking")) else sentences

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

    def told(self, held: _Held) -> tuple[Span, ...]:
        """The sentences in which the reporter, and nobody's statement, tells of a meeting."""
        return tuple(span for span in held.claim.evidence if not any(_is_mostly(span, words) for words in self.said))


def set_meetings(
    statements: Sequence[Statement],
    commitments: Sequence[Commitment],
    reads: Sequence[tuple[Article, Reading]],
    meetings: Sequence[Meeting],
    reports: Mapping[str, tuple[MeetingReport, ...]],
    sides: Mapping[str, str | None],
    memory: Memory | None = None,
) -> tuple[tuple[Statement, ...], tuple[Commitment, ...]]:
    """Say at which of ``meetings`` each statement and each commitment was made, where an article does.

    Args:
        statements: the record's, by id; renderings of one utterance were made at one meeting.
        commitments: the record's, by id.
        reads: articles with their readings, in the record's terms.
        meetings: the record's meetings.
        reports: for the id of each the reports that it was made from.
        sides: for the record's actors the party for which they speak.
        memory: what was made of readings before.
    """
    memory = memory or Memory()
    pages = _pages(reads, meetings, reports, statements, sides, memory)
    made: dict[str, str | None] = {}
    for page in pages.values():
        made.update(page.said_at)
    spoken = _shared_by_renderings(statements, made)
    elsewhere = frozenset(statement for statement, meeting in made.items() if meeting is None)
    promised = {one.id: _promised_at(one, pages, spoken, elsewhere, memory) for one in commitments}
    return _placed("statements", statements, spoken, memory), _placed("commitments", commitments, promised, memory)


def _placed(
    kind: str, entries: Sequence[Placed], meetings: Mapping[str, str | None], memory: Memory
) -> tuple[Placed, ...]:
    given = [meetings.get(entry.id) for entry in entries]
    return tuple(memory.each(f"{kind} at meetings", entries, partial(_at, meetings), given))


def _at(meetings: Mapping[str, str | None], entry: Placed) -> Placed:
    meeting = meetings.get(entry.id)
    return entry if entry.meeting == meeting else replace(entry, meeting=meeting)


def _promised_at(
    commitment: Commitment,
    pages: Mapping[str, _Page],
    spoken: Mapping[str, str],
    elsewhere: frozenset[str],
    memory: Memory,
) -> str | None:
    own = [pages[name] for name in dict.fromkeys(piece.article for piece in commitment.history[0].evidence)]
    said = tuple((spoken.get(one.id), one.id in elsewhere) for page in own for one in page.statements)
    make = partial(_of_commitment, commitment, pages, spoken, elsewhere)
    return memory.once("promised at", (commitment, *own), make, said)


def _pages(
    reads: Sequence[tuple[Article, Reading]],
    meetings: Sequence[Meeting],
    reports: Mapping[str, tuple[MeetingReport, ...]],
    statements: Sequence[Statement],
    sides: Mapping[str, str | None],
    memory: Memory,
) -> Mapping[str, _Page]:
    held: dict[str, list[_Told]] = defaultdict(list)
    for meeting in meetings:
        for report in reports.get(meeting.id, ()):  # one that a person added has none
            if report.claim.status in AFTER:
                held[report.article.id].append((meeting, report))
    said: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        said[statement.article].append(statement)
    given = [
        (tuple(held.get(article.id, ())), tuple(said.get(article.id, ())), _people(held.get(article.id, ()), sides))
        for article, _ in reads
    ]
    pages = memory.each("pages", reads, lambda read: _page(read, held, said, sides), given)
    return {page.article.id: page for page in pages}


def _people(held: Iterable[_Told], sides: Mapping[str, str | None]) -> tuple[str | None, ...]:
    """For whom those speak who were at the meetings."""
    return tuple(sides.get(person.actor) for meeting, _ in held for person in meeting.participants)


def _page(
    read: tuple[Article, Reading],
    held: Mapping[str, Sequence[_Told]],
    said: Mapping[str, Sequence[Statement]],
    sides: Mapping[str, str | None],
) -> _Page:
    name = read[0].id
    there = tuple(_Held(meeting, report.claim) for meeting, report in held.get(name, ()))
    return _Page(*read, there, tuple(said.get(name, ())), sides)


def _of_statements(page: _Page) -> Mapping[str, str | None]:
    """The meeting of the statements of a page by their id, from the top; None for what was said elsewhere."""
    found: dict[str, str | None] = {}
    last: dict[str, tuple[Sequence[Span], Cue, str | None]] = {}
    for statement in sorted(page.statements, key=lambda s: (s.start, s.end, s.id)):
        if statement.speaker is None:
            continue
        spans = [Span(statement.start, statement.end), *(Span(e.start, e.end) for e in statement.evidence)]
        sentences = page.with_remark(page.around(spans))
        cue = cue_in(page.beside(sentences, page.said))
        before, told, meeting = last.get(statement.speaker, ((), Cue.NONE, None))
        on = cue is Cue.GOING_ON or (
            cue is Cue.NONE and told is not Cue.NONE and page.is_one_passage(before, sentences)
        )
        company = page.company(sentences, page.said, [statement.speaker]) if cue is Cue.MEETING else None
        if cue is Cue.MEETING and company is None and told is Cue.OTHERS:
            on = page.is_one_passage(before, sentences)
        elif company and not any(h.has(company, page.sides) for h in page.held):
            cue, meeting = Cue.OTHERS, None
        if on:
            cue = told
        elif cue is not Cue.OTHERS:
            meeting = _of_statement(statement, statement.speaker, page, sentences, cue, company)
        last[statement.speaker] = sentences, cue, meeting
        if meeting or cue in (Cue.ELSEWHERE, Cue.OTHERS):
            found[statement.id] = meeting
    return found


def _of_statement(
    statement: Statement, speaker: str, page: _Page, sentences: Sequence[Span], cue: Cue, company: Company | None
) -> str | None:
    named = cue is Cue.MEETING
    near = [h for h in page.held if speaker in h.people and _is_near(h, statement.when, page.article, named=named)]
    there = [h for h in near if h.has(company, page.sides)]
    if cue is Cue.ELSEWHERE:
        return None
    if named:
        return _only(_with_evidence(there, sentences) or _with_evidence(there, page.before(sentences)) or there)
    if statement.addressee and (facing := [h for h in there if statement.addressee in h.people]):
        return _only(facing)
    return _only([h for h in there if any(one in page.before(sentences) for one in page.told(h))])


def _of_commitment(
    commitment: Commitment, pages: Mapping[str, _Page], spoken: Mapping[str, str], elsewhere: frozenset[str]
) -> str | None:
    """The one meeting at which the reports of a commitment say that it was made."""
    pieces: dict[str, list[Evidence]] = defaultdict(list)
    for piece in commitment.history[0].evidence:
        pieces[piece.article].append(piece)
    found = {
        meeting
        for page, evidence in ((pages[article], evidence) for article, evidence in pieces.items())
        if not any(one.id in elsewhere for one in _within(evidence, page.statements))
        and (meeting := _in_statement(evidence, page.statements, spoken) or _told_in(commitment, evidence, page))
    }
    return found.pop() if len(found) == 1 else None


def _in_statement(
    evidence: Sequence[Evidence], statements: Sequence[Statement], spoken: Mapping[str, str]
) -> str | None:
    """The meeting of the statements that hold the words of a commitment."""
    found = {spoken.get(statement.id) for statement in _within(evidence, statements)}
    return found.pop() if len(found) == 1 else None


def _within(evidence: Sequence[Evidence], statements: Sequence[Statement]) -> list[Statement]:
    """The statements that stand in the evidence of a commitment."""
    return [s for s in statements if any(piece.start <= s.start and s.end <= piece.end for piece in evidence)]


def _told_in(commitment: Commitment, evidence: Sequence[Evidence], page: _Page) -> str | None:
    sentences = page.around(Span(piece.start, piece.end) for piece in evidence)
    content = page.places_of(commitment.what, sentences)
    cue = cue_in(page.beside(sentences, content))
    if cue is Cue.ELSEWHERE:
        return None
    by = set(commitment.by)
    company = page.company(sentences, content, commitment.by) if cue is Cue.MEETING else None
    near_enough = (h for h in page.held if _is_near(h, commitment.when, page.article, named=cue is Cue.MEETING))
    there = [h for h in near_enough if by <= h.parties and h.has(company, page.sides)]
    if len(by) < 2 and cue is not Cue.MEETING:
        return None
    told = not any(sentence.overlaps(words) for sentence in sentences for words in page.said)
    near = page.before(sentences) if told or cue is Cue.MEETING else ()
    beside = _with_evidence(there, sentences) or _with_evidence(there, near)
    return _only(beside or (there if cue is Cue.MEETING else ()))


def cue_in(beside: str) -> Cue:
    """What the words beside something said or agreed tell of its occasion.

    Args:
        beside: the folded words, with one space between them and around.
    """
    if any(f" {phrase} " in beside for phrase in _phrases("elsewhere")):
        return Cue.ELSEWHERE
    if _of_meetings().search(beside):
        return Cue.MEETING
    if any(f" {phrase} " in beside for phrase in _phrases("going_on")):
        return Cue.GOING_ON
    return Cue.NONE


def _is_near(held: _Held, when: When, article: Article, *, named: bool) -> bool:
    """Whether the days of a meeting and of words can go together; where a report ``named`` it, an open day can."""
    met, published = held.meeting.when or held.claim.when, article.published
    if when == published or not when:
        if not met.latest or not published.latest:
            return named and not _is_later(met, published)
        behind = (published.earliest or published.latest) - met.latest
        return (
            (named or behind.days >= 0)
            and behind.days <= (_NAMED if named else _REPORTED)
            and not _is_later(met, published)
        )
    spoken = When(when.earliest - dt.timedelta(_SPOKEN), when.latest) if when.earliest else when
    return (named or bool(met)) and met.meets(spoken)


def _is_later(met: When, published: When) -> bool:
    """Whether a meeting can only have been after the report."""
    return bool(met.earliest and published.latest and met.earliest > published.latest)


def _with_evidence(held: Iterable[_Held], spans: Sequence[Span]) -> list[_Held]:
    """Those of which the text tells at ``spans``."""
    return [h for h in held if any(one.overlaps(span) for one in h.claim.evidence for span in spans)]


def _only(held: Iterable[_Held]) -> str | None:
    """The one meeting of all; None where they are several, or none."""
    found = {h.meeting.id for h in held}
    return found.pop() if len(found) == 1 else None


def _shared_by_renderings(statements: Sequence[Statement], made: Mapping[str, str | None]) -> Mapping[str, str]:
    """``made`` with the one meeting of an utterance for all its renderings; none where they differ."""
    groups: dict[str, set[str | None]] = defaultdict(set)
    for statement in statements:
        if statement.id in made:
            groups[statement.same_as or statement.id].add(made[statement.id])
    of = {group: next(iter(found)) for group, found in groups.items() if len(found) == 1}
    return {s.id: meeting for s in statements if (meeting := of.get(s.same_as or s.id))}


def _is_mostly(span: Span, words: Span) -> bool:
    """Whether most of ``span`` lies in ``words``."""
    return 2 * (min(span.end, words.end) - max(span.start, words.start)) > len(span)


def _words(text: str) -> str:
    """The words of ``text``, folded, with one space between them."""
    return " ".join(_WORD.findall(fold(text)))


@cache
def _phrases(name: str) -> tuple[str, ...]:
    """One of the lists of ``occasions.yaml``, written as `beside` is."""
    return tuple(map(_words, load("occasions")[name]))


@cache
def _of_meetings() -> re.Pattern[str]:
    """As in "after the three hour talks", "at a joint news conference"."""
    leading, meetings, together, press = ("|".join(_phrases(n)) for n in ("leading", "meetings", "together", "press"))
    gap = rf"(?:[^ ]+ ){{0,{_BETWEEN}}}?"
    return re.compile(rf" (?:{leading}) (?:{gap}(?:{meetings})|{gap}(?:{together}) {gap}(?:{press})) ")


__all__ = ["Cue", "cue_in", "set_meetings"]
