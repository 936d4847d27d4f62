"""Contents: the words that a cue attributes, before or behind it."""

from __future__ import annotations

from dataclasses import dataclass

from rapporteur.language import quotations
from rapporteur.language.attribution import cues
from rapporteur.language.attribution.clauses import clause_start, has_clause, has_verb, last_end, opens_clause
from rapporteur.language.attribution.cues import CueVerb, Takes, is_gerund
from rapporteur.language.attribution.frames import Atom, Frame
from rapporteur.language.attribution.grammar import DASHES, group, is_adverb, is_in, is_time, is_time_at
from rapporteur.language.attribution.limits import clause_end, object_end
from rapporteur.language.attribution.phrases import REACH, end_of
from rapporteur.language.parse import Manner
from rapporteur.spans import Span, trim

_BEFORE_TIME = frozenset({"earlier", "early", "late", "that", "the", "this"})
_OF_WHAT_FOLLOWS = frozenset({"just", "only", "there"})
_LONG_QUOTATION = 25


@dataclass(frozen=True, slots=True)
class Content:
    """Atoms ``first`` to ``end``.  ``marked`` says that a mark, "that", or a quotation shows where it begins."""

    first: int
    end: int
    marked: bool

    def has_quote(self, frame: Frame) -> bool:
        """Whether a quotation is part of it."""
        return any(a.is_quote for a in frame.atoms[self.first : self.end])


def right(frame: Frame, at: int, cue: CueVerb, *, insertions: bool = True) -> Content | None:
    """Return what stands behind a cue that ends at ``at``, as far as its syntax allows; None if nothing does.

    With ``insertions``, a phrase between commas may come first: "said, speaking in Rome, that ...".
    """
    stop, index, is_told = last_end(frame), at, False
    while index < stop:
        atom = frame.atoms[index]
        found = _marked(frame, index, stop, cue)
        if found is not None:
            return found
        if atom.low == ",":
            index = _behind_insertion(frame, index, stop) if insertions else stop
        elif width := _adjunct_width(frame, index, stop, at):
            index += width
        elif opens_clause(frame, index, stop) or not atom.is_word:
            return None
        elif _opens_adjunct(frame, index, stop) and not (atom.low == "as" and cue.may_take(Takes.COMPLEMENT)):
            index = _behind_participle(frame, end_of(frame, index + 1, stop), stop)
        elif cue.may_take(Takes.PERSON) and not is_told and _infinitive(frame, index, stop, cue) is None:
            is_told, index = True, end_of(frame, index, stop)
        else:
            return _bare(frame, index, stop, cue)
    return None


def left(frame: Frame, end: int, floor: int) -> Content | None:
    """Return what stands before a cue and its source, which begin at ``end``; None if it is no clause."""
    first = max(floor, clause_start(frame))
    while end > first and frame.atoms[end - 1].low in {",", "that"} | DASHES:
        end -= 1
    if end <= first or not has_clause(frame, first, end):
        return None
    opening = next((i for i in range(end - 1, first, -1) if not frame.atoms[i].is_quote), first)
    if frame.atoms[opening].low == ":" and opening < end - 1:
        first = opening + 1  # "She scolded him: “...,” she said": the words before the colon are the reporter's
    return Content(first, end, frame.atoms[end - 1].is_quote)


def rest(frame: Frame, at: int) -> Content | None:
    """Return what is left of the frame behind an insertion that ends at ``at``: ", he said, ..."."""
    stop = last_end(frame)
    if at < stop and frame.atoms[at].low in {","} | DASHES:
        at += 1
    if at >= stop or is_gerund(frame.atoms, at) or frame.atoms[at].low in group("resuming") - {"and", "but"}:
        return None
    return Content(at, clause_end(frame, at, stop), marked=False)


def manner_and_spans(text: str, frame: Frame, content: Content) -> tuple[Manner, tuple[Span, ...]]:
    """Return how the content is reported and its spans: of a direct quotation, the words between the marks."""
    atoms = frame.atoms[content.first : content.end]
    quotes = [a for a in atoms if a.is_quote]
    if not any(a.is_word for a in atoms):
        spans = (quotations.words(text, a.span) for a in quotes)
        manner = Manner.MIXED if _is_built_in(frame, content.first) else Manner.DIRECT
        return manner, tuple(span for span in spans if span)
    span = trim(frame.span(content.first, content.end), text, also=",;:")
    return (Manner.MIXED if quotes else Manner.INDIRECT), (span,) if span else ()


def _is_built_in(frame: Frame, at: int) -> bool:
    """Whether the quotation at ``at`` is part of the reporter's own sentence: said that “the talks ...”."""
    atom = frame.atoms[at]
    return at > 0 and atom.is_quote and not atom.is_capital and frame.atoms[at - 1].is_word


def _marked(frame: Frame, index: int, stop: int, cue: CueVerb) -> Content | None:
    """The content that a mark or a conjunction at ``index`` opens."""
    atoms = frame.atoms
    low = atoms[index].low
    quoted_next = index + 1 < stop and atoms[index + 1].is_quote
    if low == ":" and index + 1 < stop and not quoted_next:
        return Content(index + 1, stop, marked=True)
    if atoms[index].is_quote or (quoted_next and low in {":", ","} | DASHES):
        first = index + (not atoms[index].is_quote)
        return Content(first, clause_end(frame, first, stop), marked=True)
    if low == "that" and index + 1 < stop and cue.takes - {Takes.QUOTATION, Takes.COMPLEMENT, Takes.INFINITIVE}:
        return Content(index + 1, clause_end(frame, index + 1, stop, embedded=True), marked=True)
    is_question = low in group("questions") and cue.may_take(Takes.CLAUSE, Takes.PERSON, Takes.QUESTION)
    if is_question or (low == "to" and cue.may_take(Takes.INFINITIVE)):
        return Content(index, clause_end(frame, index, stop), marked=True)
    return None


def _bare(frame: Frame, index: int, stop: int, cue: CueVerb) -> Content | None:
    """The content that begins at ``index`` without a mark."""
    infinitive = _infinitive(frame, index, stop, cue)
    if infinitive is not None:
        return Content(index, clause_end(frame, infinitive, stop), marked=True)
    if cue.may_take(Takes.COMPLEMENT):
        return Content(index, object_end(frame, index, stop), marked=True)
    if cue.may_take(Takes.CLAUSE, Takes.PERSON) and _may_be_clause(frame, index, stop):
        return Content(index, clause_end(frame, index, stop), marked=False)
    if cue.may_take(Takes.OBJECT):
        return Content(index, object_end(frame, index, stop), marked=False)
    return None


def _may_be_clause(frame: Frame, index: int, stop: int) -> bool:
    """Whether a verb follows, or a quotation long enough to hold it: said Peru “has no claim on the lake”."""
    following = frame.atoms[index + 1] if index + 1 < stop else None
    if is_in(frame.atoms[index], "objects") and (following is None or is_in(following, "prepositions", "adverbs")):
        return False  # "explained it on Monday"
    quotes = (a for a in frame.atoms[index:stop] if a.is_quote)
    return has_verb(frame, index, stop) or any(len(a.span) > _LONG_QUOTATION for a in quotes)


def _infinitive(frame: Frame, index: int, stop: int, cue: CueVerb) -> int | None:
    """Where the infinitive of "urged both sides to stop" begins, if ``cue`` takes one."""
    if not cue.may_take(Takes.PERSON_INFINITIVE):
        return None
    for at in range(index + 1, min(stop, index + 16)):
        atom = frame.atoms[at]
        if atom.low == "to" and at + 1 < stop and not frame.atoms[at + 1].is_capital:
            return None if is_in(frame.atoms[at + 1], "determiners", "objects") else at
        if atom.is_quote or atom.low in {",", ":", ";", "that"}:
            return None
    return None


def _behind_insertion(frame: Frame, comma: int, stop: int) -> int:
    """Behind ", speaking in Rome,": the atom after the second comma, or the quotation; ``stop`` if there is none."""
    atoms = frame.atoms
    if comma + 1 >= stop or (is_gerund(atoms, comma + 1) and not is_in(atoms[comma + 1], "fronting")):
        return stop
    for index in range(comma + 1, min(stop, comma + REACH)):
        if atoms[index].is_quote:
            return index if atoms[index - 1].low in {",", ":"} else stop
        if atoms[index].low == ",":
            return index + 1
    return stop


def _behind_participle(frame: Frame, at: int, stop: int) -> int:
    """Behind the participle of a document just named: "in a letter | dated 4 May"."""
    if at >= stop or frame.atoms[at - 1].low not in cues.words("documents"):
        return at
    return at + 1 if frame.atoms[at].low in cues.words("of_documents") else at


def _adjunct_width(frame: Frame, at: int, stop: int, cue_end: int) -> int:
    """How many words at ``at`` tell when or how it was said: one for "Monday", two for "this week", none for others."""
    atoms = frame.atoms
    if is_time_at(atoms, at):
        return 1
    following = atoms[at + 1] if at + 1 < stop else None
    if atoms[at].low in _BEFORE_TIME and following is not None and is_time(following):
        return 0 if at + 2 < stop and atoms[at + 2].is_possessive else 2
    return int(is_adverb(atoms[at]) and (_is_manner(atoms[at], at, cue_end) or _is_loose(atoms[at], following)))


def _is_manner(atom: Atom, at: int, cue_end: int) -> bool:
    """Whether an adverb right behind the cue tells how or when it was said: "said repeatedly"."""
    return at == cue_end and (atom.low.endswith("ly") or atom.low in {"again", "once"})


def _is_loose(atom: Atom, following: Atom | None) -> bool:
    """Whether an adverb belongs to the cue, not to what is said: "said later that", not "said only three"."""
    if following is None:
        return True
    if atom.low in _OF_WHAT_FOLLOWS:
        return False
    if following.is_quote or following.low in {"that", ":", ","}:
        return True
    return is_in(following, "prepositions", "adverbs", "times")


def _opens_adjunct(frame: Frame, at: int, stop: int) -> bool:
    """Whether a prepositional phrase begins that is no part of what is said: "in Rome", not "at least two"."""
    if not is_in(frame.atoms[at], "prepositions"):
        return False
    following = frame.atoms[at + 1] if at + 1 < stop else None
    is_number = following is not None and following.low[:1].isdigit() and not is_time_at(frame.atoms, at + 1)
    return following is None or not (is_number or following.low in {"least", "most"})


__all__ = ["Content", "left", "manner_and_spans", "rest", "right"]
