"""Phrasings that attribute words by other means than a verb with its subject: "according to X", "X's warning that"."""

from __future__ import annotations

from rapporteur.language.attribution import contents, cues, sources
from rapporteur.language.attribution.clauses import has_clause, last_end
from rapporteur.language.attribution.contents import Content
from rapporteur.language.attribution.drafts import Draft, Draftbook
from rapporteur.language.attribution.frames import Frame
from rapporteur.language.attribution.grammar import DASHES, is_finite, is_in, opens_phrase
from rapporteur.language.attribution.limits import clause_end
from rapporteur.language.attribution.phrases import Phrase, antecedent
from rapporteur.language.attribution.verbs import BE, group_start

_OWNERS = frozenset({"her", "his", "its", "my", "our", "their", "your"})
_LONGEST_LABEL = 8
_LONGEST_DESCRIPTION = 25
_NEAR = 25


def read_according(book: Draftbook, at: int) -> bool:
    """Read "according to X" at ``at``; say whether it was one."""
    frame = book.frame
    if not is_according(frame, at):
        return False
    subject = sources.after(frame, at + 2)
    if subject is not None:
        ahead = contents.left(frame, at, book.floor(at)) if at > 0 else None
        content = ahead or contents.rest(frame, subject.end)
        if content is not None:
            book.add(Draft(subject, ((at, at + 2),), (content,)), done=at + 2)
    return True


def closing_according(frame: Frame, at: int) -> Draft | None:
    """The draft of an "according to X" at ``at`` that closes the sentence and covers all of it."""
    subject = sources.after(frame, at + 2) if is_according(frame, at) else None
    if subject is None or any(a.is_quote or a.low == "," for a in frame.atoms[subject.end :]):
        return None
    ahead = contents.left(frame, at, 0)
    return Draft(subject, ((at, at + 2),), (ahead,)) if ahead else None


def is_according(frame: Frame, at: int) -> bool:
    """Say whether "according to" stands at ``at``."""
    atoms = frame.atoms
    return atoms[at].low == "according" and at + 1 < len(atoms) and atoms[at + 1].low == "to"


def read_noun(book: Draftbook, at: int) -> bool:
    """Read a noun such as "X's warning that ..." at ``at``; say whether it was one."""
    frame, atoms = book.frame, book.frame.atoms
    if atoms[at].low not in cues.nouns() or at + 2 >= len(atoms) or atoms[at + 1].low not in {"that", "to"}:
        return False
    source = _owner(frame, at)
    first = at + 1 + (atoms[at + 1].low == "that")
    stop = last_end(frame)
    if source is None or first >= stop:
        return False
    content = Content(first, clause_end(frame, first, stop), marked=True)
    book.add(Draft(source, ((at, at + 1),), (content,), finite=False), done=at + 1)
    return True


def _owner(frame: Frame, noun: int) -> Phrase | None:
    for at in range(noun - 1, max(-1, noun - 4), -1):
        if frame.atoms[at].low in _OWNERS:
            return Phrase(at, at + 1, at + 1)
        if frame.atoms[at].is_possessive:
            return sources.before(frame, at)
    return None


def read_quoted(book: Draftbook, at: int, end: int) -> bool:
    """Read "quoted X as saying" or "X was quoted as saying", its verb at ``at`` to ``end``; say whether it was one."""
    frame, atoms = book.frame, book.frame.atoms
    joint = next((i for i in range(end, min(len(atoms) - 1, end + _NEAR)) if atoms[i].low == "as"), None)
    if joint is None or not cues.is_gerund(atoms, joint + 1):
        return False
    match = cues.match(atoms, joint + 1)
    start = group_start(frame, at)
    reporter = sources.before(frame, start, book.floor(start))
    is_passive = any(a.low in BE for a in atoms[start:at]) or atoms[end].low in {"as", "by", "in", "on"}
    source = reporter if is_passive else Phrase(end, joint, joint)
    if match is None or source is None:
        return False
    content = contents.right(frame, match[1], match[0].cue)
    if content is None and reporter is not None:
        content = contents.left(frame, reporter.first, book.floor(reporter.first))
    if content is None:
        return False
    book.add(Draft(source, ((start, end), (joint, match[1])), (content,)), done=match[1])
    return True


def read_label(book: Draftbook) -> None:
    """Read a speaker set before a colon or behind a dash: X: “...”; “...” — X."""
    frame, atoms = book.frame, book.frame.atoms
    colon = next((i for i, a in enumerate(atoms[: _LONGEST_DESCRIPTION + 5]) if a.low == ":"), None)
    if colon is not None:
        longest = _LONGEST_DESCRIPTION if any(a.low == "," for a in atoms[:colon]) else _LONGEST_LABEL
        is_label = 0 < sum(a.is_word for a in atoms[:colon]) <= longest and atoms[0].is_capital
        if is_label and colon + 1 < len(atoms) and atoms[colon + 1].is_quote and not has_clause(frame, 0, colon):
            piece = Content(colon + 1, colon + 2, marked=True)
            book.add(Draft(Phrase(0, colon, colon), ((colon, colon + 1),), (piece,)))
        return
    dash = next((i for i, a in enumerate(atoms) if i and a.low in DASHES and atoms[i - 1].is_quote), None)
    end = last_end(frame)
    if dash is None or dash + 1 >= end or not atoms[dash + 1].is_capital or end - dash > _LONGEST_LABEL + 2:
        return
    if not has_clause(frame, dash + 1, end):
        book.add(Draft(Phrase(dash + 1, end, end), ((dash, dash + 1),), (Content(0, dash, marked=True),)))


def read_unclaimed(book: Draftbook) -> None:
    """Give the quotations that no cue claims to the subject of their sentence: X lauded “...”."""
    frame = book.frame
    for index, atom in enumerate(frame.atoms):
        if not atom.is_quote or any(draft.holds(index) for draft in book.drafts):
            continue
        if index and frame.atoms[index - 1].low in cues.words("titles_of_works"):
            continue
        subject = _relative_before(frame, index) or sources.main(frame, index)
        verb = _verb_between(frame, subject.end, index) if subject else None
        if subject is not None and verb is not None:
            book.add(Draft(subject, ((verb, verb + 1),), (Content(index, index + 1, marked=True),)))


def _relative_before(frame: Frame, at: int) -> Phrase | None:
    """Whom the "who" or "which" stands for whose clause the quotation at ``at`` ends: ", which thanked “...”"."""
    for index in range(at - 1, max(0, at - _NEAR), -1):
        if frame.atoms[index].is_quote or frame.atoms[index].low == ",":
            return None
        if frame.atoms[index].low in {"which", "who"}:
            if is_in(frame.atoms[index - 1], "prepositions") or opens_phrase(frame.atoms[index + 1]):
                return None  # "a letter in which he thanked"
            subject = antecedent(frame, index, index, 0)
            return Phrase(subject.first, index, subject.core) if subject and subject.first < index else None
    return None


def _verb_between(frame: Frame, first: int, end: int) -> int | None:
    return next((i for i in range(end - 1, first - 1, -1) if is_finite(frame.atoms[i])), None)


__all__ = [
    "closing_according",
    "is_according",
    "read_according",
    "read_label",
    "read_noun",
    "read_quoted",
    "read_unclaimed",
]
