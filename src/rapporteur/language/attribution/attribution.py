"""Attributions: who is said to have said what, by rule, in PARC's terms of source, cue and content.

Sentences are read one at a time, each quotation in them as one piece.  A cue's subject is looked for on the side where
its form and the words beside it allow one; the content is what is left for it by its syntax.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from rapporteur.language import quotations
from rapporteur.language.attribution import contents, cues, phrasings, sources
from rapporteur.language.attribution.clauses import clause_start, has_clause, is_fronted
from rapporteur.language.attribution.contents import Content
from rapporteur.language.attribution.cues import Form, Shape, Strength
from rapporteur.language.attribution.drafts import SPEECH, Draft, Draftbook
from rapporteur.language.attribution.frames import Frame, frames
from rapporteur.language.attribution.grammar import DASHES, is_finite, is_in
from rapporteur.language.attribution.phrases import Phrase
from rapporteur.language.attribution.verbs import group_start, is_telling
from rapporteur.language.parse import Attribution, Manner, Parse
from rapporteur.spans import Span

_LAST = 60
"""How many atoms from its end the closing attribution of a sentence is looked for."""

_NEAR = 25


@dataclass(slots=True)
class _Found:
    """An attribution whose content may still grow by the next quotation of the paragraph."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: list[Span]
    manner: Manner


def find(parse: Parse) -> tuple[Attribution, ...]:
    """Return the attributions of a text, in order; of nested ones ("X said that Y had warned that ...") each stands."""
    found: list[_Found] = []
    waiting: Frame | None = None  # quotations alone, whose speaker is still to come
    open_end: _Found | None = None  # whose words the next quotation alone is
    paragraph = -1
    for frame in frames(parse):
        new_paragraph, paragraph = frame.paragraph != paragraph, frame.paragraph
        if new_paragraph and open_end is not None and open_end.content:
            open_end = None  # the reading of statements decides whether a quotation goes on over a paragraph's end
        if frame.is_quotation:
            if open_end is not None:
                open_end.content.extend(_words(parse.text, frame))
            else:
                waiting = frame
            continue
        new = _read(parse.text, frame, waiting if waiting and waiting.paragraph == paragraph else None)
        if open_end is not None and not new and frame.atoms[0].is_quote:
            open_end.content.extend(islice(_words(parse.text, frame), 1))
            continue
        found.extend(new)
        waiting = None
        open_end = next(
            (item for item in reversed(new) if item.manner is not Manner.INDIRECT), new[-1] if new else None
        )
    done = [Attribution(f.source, f.cue, tuple(f.content), f.manner) for f in found if f.content]
    return tuple(sorted(done, key=lambda a: min(s.start for s in (*a.source, *a.cue, *a.content))))


def _words(text: str, frame: Frame) -> Iterator[Span]:
    spans = (quotations.words(text, atom.span) for atom in frame.atoms if atom.is_quote)
    yield from (span for span in spans if span)


def _read(text: str, frame: Frame, waiting: Frame | None) -> list[_Found]:
    """The attributions of one frame; quotations ``waiting`` before it belong to a verb that has no other content."""
    book = Draftbook(frame)
    closing = _closing(frame)
    if closing is None:
        _read_range(book, 0, len(frame.atoms))
    else:
        start, end = closing.cue[0]
        first = min(start, closing.source.first)
        book.frame = Frame(frame.atoms[:first], frame.paragraph)
        _read_range(book, 0, first)
        book.frame = frame
        book.add(closing)
        _read_range(book, max(end, closing.source.end), len(frame.atoms))
    if not book.drafts:
        phrasings.read_label(book)
    phrasings.read_unclaimed(book)
    found = [_finished(text, frame, draft) for draft in book.drafts]
    if waiting is not None and book.bare:
        empty = _finished(text, frame, book.bare[0])
        found.insert(0, _Found(empty.source, empty.cue, list(_words(text, waiting)), Manner.DIRECT))
    elif book.bare and frame.atoms[-1].low in {":", ","}:
        found.append(_finished(text, frame, book.bare[-1]))  # "He said:", and the quotation has a paragraph of its own
    return found


def _finished(text: str, frame: Frame, draft: Draft) -> _Found:
    pieces = [contents.manner_and_spans(text, frame, piece) for piece in draft.pieces]
    manners = {manner for manner, _ in pieces}
    return _Found(
        source=(frame.span(draft.source.first, draft.source.end),),
        cue=tuple(frame.span(first, end) for first, end in draft.cue),
        content=[span for _, spans in pieces for span in spans],
        manner=manners.pop() if len(manners) == 1 else Manner.MIXED if manners else Manner.DIRECT,
    )


def _closing(frame: Frame) -> Draft | None:
    """The attribution that closes a sentence and covers all of it: "..., X said on Monday", "..., said X"."""
    atoms = frame.atoms
    for at in range(len(atoms) - 1, max(0, len(atoms) - _LAST), -1):
        if phrasings.is_according(frame, at):
            return phrasings.closing_according(frame, at)
        match = cues.match(atoms, at)
        if match is None or match[0].shape in {Shape.GERUND, Shape.PARTICIPLE}:
            continue
        form, end = match
        if form.cue.verb == "quote":
            return None
        start = group_start(frame, at)
        if form.cue.may_take(*SPEECH) and is_telling(frame, start, at, end, form):
            draft = _draft(Draftbook(frame), start, at, end, form)
            is_all = draft is not None and draft.pieces and draft.pieces[0].end <= min(start, draft.source.first)
            return draft if is_all else None
    return None


def _read_range(book: Draftbook, first: int, end: int) -> None:
    for at in range(first, end):
        if at >= book.done and not phrasings.read_according(book, at) and not phrasings.read_noun(book, at):
            _read_verb(book, at)


def _read_verb(book: Draftbook, at: int) -> None:
    match = cues.match(book.frame.atoms, at)
    if match is None:
        return
    form, end = match
    if form.cue.verb == "quote" and phrasings.read_quoted(book, at, end):
        return
    start = group_start(book.frame, at)
    draft = _draft(book, start, at, end, form) if is_telling(book.frame, start, at, end, form) else None
    if draft is not None:
        book.add(draft)


def _draft(book: Draftbook, start: int, at: int, end: int, form: Form) -> Draft | None:
    """The draft of a verb whose group is ``start`` to ``end``; without pieces if nothing is said in the frame."""
    inverted = _inverted(book.frame, start, end, form)
    if inverted is not None:
        pieces = (contents.left(book.frame, start, book.floor(start)), _second_piece(book.frame, inverted.end))
        said = tuple(piece for piece in pieces if piece)
        return Draft(inverted, ((at, end),), said) if said else None
    subject = _subject(book, start, form)
    if subject is None:
        return None
    finite = form.shape is not Shape.GERUND or start < at
    return Draft(subject, ((start, end),), _pieces(book, subject, start, end, form), finite)


def _inverted(frame: Frame, start: int, end: int, form: Form) -> Phrase | None:
    """The subject behind its verb: “...,” said X; ..., said X; Said X: “...”."""
    if form.shape is Shape.GERUND or not form.cue.may_take(*SPEECH):
        return None
    if start == 0:
        subject = sources.after(frame, end)
        return subject if subject and _second_piece(frame, subject.end) else None
    previous = frame.atoms[start - 1]
    if previous.is_quote:
        subject = sources.after(frame, end)
        return subject if subject and (previous.is_taken_up or not _is_verb(frame, subject.end)) else None
    if previous.low != "," and previous.low not in DASHES:
        return None
    subject = sources.after(frame, end)
    if subject is None or sources.before(frame, start) is not None:
        return None
    return subject if has_clause(frame, 0, start) or _second_piece(frame, subject.end) else None


def _is_verb(frame: Frame, at: int) -> bool:
    return at < len(frame.atoms) and is_finite(frame.atoms[at])


def _subject(book: Draftbook, start: int, form: Form) -> Phrase | None:
    """The subject before its verb, or the one that it shares with the verb before: "..., adding", "and added"."""
    if start == 0:
        return None
    previous = book.frame.atoms[start - 1]
    if is_in(previous, "conjunctions"):
        return book.shared_subject(start)
    if form.shape is not Shape.GERUND:
        return sources.before(book.frame, start, book.floor(start))
    if not previous.is_word or is_in(previous, "prepositions", "subordinators"):
        return book.shared_subject(start)
    return sources.before(book.frame, start, book.floor(start)) or book.shared_subject(start)


def _pieces(book: Draftbook, subject: Phrase, start: int, end: int, form: Form) -> tuple[Content, ...]:
    """What is said: behind the verb if anything there can be, else before its subject."""
    frame = book.frame
    behind = contents.right(frame, end, form.cue, insertions=form.shape is not Shape.GERUND)
    first = min(subject.first, start)
    may_follow = form.shape is not Shape.GERUND and form.cue.may_take(*SPEECH) and start - 1 <= subject.end <= start
    ahead = contents.left(frame, first, book.floor(first)) if may_follow and _is_joined(frame, first) else None
    if ahead is not None and ahead.marked and not (behind and form.cue.strength is Strength.WEAK):
        second = _second_piece(frame, end) or (behind if behind and behind.marked and behind.has_quote(frame) else None)
        return (ahead, second) if second else (ahead,)
    if behind is not None:
        return (behind,)
    halves = _halves(book, first, end) if may_follow and _is_joined(frame, first) else ()
    if ahead is None or (halves and _is_one_clause(frame, ahead, halves[1])):
        return halves
    return (ahead,)


def _is_one_clause(frame: Frame, ahead: Content, second: Content) -> bool:
    """Whether what stands behind an insertion goes on with what is ahead of it: "The lorries, he said, by “...”"."""
    opener = frame.atoms[second.first]
    goes_on = second.has_quote(frame) and (
        is_in(opener, "prepositions", "conjunctions") or opener.low in {"that", "to"}
    )
    return is_fronted(frame.atoms[ahead.first]) or goes_on


def _is_joined(frame: Frame, first: int) -> bool:
    """Whether a comma, a dash or a quotation stands before the subject at ``first``."""
    previous = frame.atoms[first - 1] if first > 0 else None
    return previous is not None and (previous.low == "," or previous.is_quote or previous.low in DASHES)


def _second_piece(frame: Frame, at: int) -> Content | None:
    """The second part of a quotation split by its attribution: “...,” X said, “...”."""
    atoms = frame.atoms
    for index in range(at, min(len(atoms), at + _NEAR)):
        if atoms[index].is_quote:
            is_set_off = atoms[index - 1].low in {",", ":"} | DASHES
            return Content(index, index + 1, marked=True) if is_set_off else None
        if cues.match(atoms, index) is not None:
            return None
    return None


def _halves(book: Draftbook, first: int, end: int) -> tuple[Content, ...]:
    """The two halves of a clause that "he said" interrupts: "The partners, he said, must do more"."""
    frame = book.frame
    if end >= len(frame.atoms) or frame.atoms[end].low not in {","} | DASHES:
        return ()
    floor = max(book.floor(first), clause_start(frame))
    second = contents.rest(frame, end)
    if second is None or first - 1 <= floor or not has_clause(frame, second.first, second.end):
        return ()
    return Content(floor, first - 1, marked=False), second


__all__ = ["find"]
