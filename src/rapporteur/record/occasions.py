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
from dataclasses import replace
from enum import Enum
from functools import cache, partial
from typing import TypeVar

from rapporteur.intake.article import Article
from rapporteur.reading.claims import Reading
from rapporteur.record.company import Company
from rapporteur.record.meetings.report import MeetingReport
from rapporteur.record.memory import Memory
from rapporteur.record.model import Commitment, Evidence, Meeting, Statement
from rapporteur.record.pages import Held, Page, pages_of, phrases
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


class Cue(Enum):
    """What the words beside a statement say of its occasion; ``OTHERS``: a meeting that the record does not have."""

    NONE = "none"
    MEETING = "meeting"
    ELSEWHERE = "elsewhere"
    OTHERS = "others"
    GOING_ON = "going on"


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
    pages = pages_of(reads, meetings, reports, statements, sides, memory)
    made: dict[str, str | None] = {}
    for said in memory.each("said at", list(pages.values()), _of_statements):
        made.update(said)
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
    pages: Mapping[str, Page],
    spoken: Mapping[str, str],
    elsewhere: frozenset[str],
    memory: Memory,
) -> str | None:
    own = [pages[name] for name in dict.fromkeys(piece.article for piece in commitment.history[0].evidence)]
    said = tuple((spoken.get(one.id), one.id in elsewhere) for page in own for one in page.statements)
    make = partial(_of_commitment, commitment, pages, spoken, elsewhere)
    return memory.once("promised at", (commitment, *own), make, said)


def _of_statements(page: Page) -> Mapping[str, str | None]:
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
    statement: Statement, speaker: str, page: Page, sentences: Sequence[Span], cue: Cue, company: Company | None
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
    commitment: Commitment, pages: Mapping[str, Page], spoken: Mapping[str, str], elsewhere: frozenset[str]
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


def _told_in(commitment: Commitment, evidence: Sequence[Evidence], page: Page) -> str | None:
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
    if any(f" {phrase} " in beside for phrase in phrases("elsewhere")):
        return Cue.ELSEWHERE
    if _of_meetings().search(beside):
        return Cue.MEETING
    if any(f" {phrase} " in beside for phrase in phrases("going_on")):
        return Cue.GOING_ON
    return Cue.NONE


def _is_near(held: Held, when: When, article: Article, *, named: bool) -> bool:
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


def _with_evidence(held: Iterable[Held], spans: Sequence[Span]) -> list[Held]:
    """Those of which the text tells at ``spans``."""
    return [h for h in held if any(one.overlaps(span) for one in h.claim.evidence for span in spans)]


def _only(held: Iterable[Held]) -> str | None:
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


@cache
def _of_meetings() -> re.Pattern[str]:
    """As in "after the three hour talks", "at a joint news conference"."""
    leading, meetings, together, press = ("|".join(phrases(n)) for n in ("leading", "meetings", "together", "press"))
    gap = rf"(?:[^ ]+ ){{0,{_BETWEEN}}}?"
    return re.compile(rf" (?:{leading}) (?:{gap}(?:{meetings})|{gap}(?:{together}) {gap}(?:{press})) ")


__all__ = ["Cue", "cue_in", "set_meetings"]
