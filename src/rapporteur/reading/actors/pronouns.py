"""Pronouns, with precision first: only where the sentence, or the one before it, decides."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Sequence
from functools import cache

from rapporteur.language.names.lexicon import names
from rapporteur.language.names.words import Piece
from rapporteur.reading.actors.figures import Figure, Stage
from rapporteur.reading.claims import ActorKind, Form
from rapporteur.reference import load
from rapporteur.reference.forms import fold
from rapporteur.spans import Span

Meant = tuple[int, int, Figure]
"""Where a figure is meant: the first word, the word behind, and the figure."""

_PARTIES = (ActorKind.STATE, ActorKind.BODY, ActorKind.ORGANISATION, ActorKind.ARMED_GROUP)
_BACK = 3
"""How many sentences back the bearer of "he" or "she" may stand."""


@cache
def pronouns(group: str) -> frozenset[str]:
    """The words of one group of ``pronouns.yaml``."""
    return frozenset(load("pronouns")[group])


def gender_before(stage: Stage, piece: Piece) -> str | None:
    """The gender that the words before a name, or its first, tell: "he" or "she"."""
    for word in reversed(stage.row.words[max(0, piece.start - 3) : piece.start + 1]):
        for gender in ("he", "she"):
            if fold(word).rstrip(".") in pronouns(f"{gender}_titles"):
                return gender
    return None


def settle_pronouns(stage: Stage) -> None:
    """Settle third-person pronouns outside quotations, sentence by sentence."""
    meant = _by_sentence(stage)
    for number, (start, end) in enumerate(stage.row.sentences):
        for at in range(start, end):
            word = stage.row.words[at].lower()
            if word in _all() and not _is_quoted(stage, stage.span(at, at + 1)):
                bearers = _bearers(stage, meant, number, at, word)
                for figure in bearers:
                    figure.mention(stage.span(at, at + 1), Form.PRONOUN)
                if len(bearers) == 1:
                    insort(meant[number], (at, at + 1, bearers[0]), key=lambda one: one[0])


@cache
def _all() -> frozenset[str]:
    return pronouns("he") | pronouns("she") | pronouns("it") | pronouns("they")


def _bearers(stage: Stage, meant: list[list[Meant]], number: int, at: int, word: str) -> Sequence[Figure]:
    for gender in ("he", "she"):
        if word in pronouns(gender):
            figure = _person(stage, meant, number, at, gender)
            if figure:
                figure.gender = gender
            return (figure,) if figure else ()
    if word in pronouns("it"):
        figure = _party(stage, meant, number, at, word)
        return (figure,) if figure else ()
    return _group(stage, meant, number, at)


def _person(stage: Stage, meant: list[list[Meant]], number: int, at: int, gender: str) -> Figure | None:
    """The last subject before ``at`` in this sentence, or the first person of the nearest sentence before."""
    here = [one for one in _single(meant[number]) if one[1] <= at and _can_be(one[2], gender)]
    if _is_object(stage, at):
        here = [one for one in here if one[2] is not _subject(stage, here)] if here else []
        return here[-1][2] if here and len({one[2] for one in here}) == 1 else _before(stage, meant, number, gender)
    if here:
        return _subject(stage, here)
    return _before(stage, meant, number, gender)


def _before(stage: Stage, meant: list[list[Meant]], number: int, gender: str) -> Figure | None:
    for back in range(1, _BACK + 1):
        if number < back:
            return None
        there = [one for one in _single(meant[number - back]) if _can_be(one[2], gender)]
        outside = [one for one in there if not _is_quoted(stage, stage.span(one[0], one[1]))]
        if outside:
            figure = _subject(stage, outside, last=False)
            return None if _is_joined_subject(stage, outside, figure) else figure
    return None


def _single(meant: Sequence[Meant]) -> list[Meant]:
    """The mentions of one figure each: "the two ministers" are nobody that "he" could mean."""
    several = Counter(one[:2] for one in meant)
    return [one for one in meant if several[one[:2]] == 1]


def _subject(stage: Stage, meant: list[Meant], *, last: bool = True) -> Figure:
    """Of persons in one sentence the (last or first) one that a verb follows; else the first."""
    subjects = [one for one in meant if _is_subject(stage, one)]
    if not subjects:
        return meant[0][2]
    return (subjects[-1] if last else subjects[0])[2]


def _is_joined_subject(stage: Stage, meant: list[Meant], figure: Figure) -> bool:
    """Whether another person shares the subject: then "he" is neither."""
    at = next(number for number, one in enumerate(meant) if one[2] is figure)
    pairs = [(meant[n], meant[n + 1]) for n in (at - 1, at) if 0 <= n < len(meant) - 1]
    return any(left[2] is not right[2] and _is_joined(stage, left[1], right[0]) for left, right in pairs)


def _is_subject(stage: Stage, one: Meant) -> bool:
    words = stage.row.words
    after = words[one[1]] if one[1] < len(words) else ""
    before = words[one[0] - 1] if one[0] else ""
    speaks = before in names("reporting")
    return speaks or after in names("reporting") or after in names("doing") or after in ("also", "who", "then", "later")


def _is_object(stage: Stage, at: int) -> bool:
    """Whether the pronoun is no subject and no owner: "told him", "met her on Monday"."""
    word = stage.row.words[at].lower()
    if word == "him":
        return True
    following = stage.row.words[at + 1] if at + 1 < len(stage.row.words) else "."
    return word == "her" and not (following[:1].isalpha() and following not in names("after_noun"))


def _can_be(figure: Figure, gender: str) -> bool:
    return figure.kind is ActorKind.PERSON and figure.gender in (None, gender)


def _party(stage: Stage, meant: list[list[Meant]], number: int, at: int, word: str) -> Figure | None:
    """The only party before ``at`` in the sentence, if it is a subject; for "it said" else that of the one before."""
    if word == "it" and (said := _sayer(stage, meant[number], at)):
        return said
    speaks = word == "it" and at + 1 < len(stage.row.words) and stage.row.words[at + 1] in names("reporting")
    if word == "it" and not speaks:
        return None
    here = [one for one in meant[number] if one[1] <= at and one[2].kind in _PARTIES]
    if len({one[2] for one in here}) == 1 and any(_is_subject(stage, one) for one in here):
        return here[0][2]
    if here or not speaks or not number:
        return None
    there = [one for one in meant[number - 1] if one[2].kind in _PARTIES and _is_subject(stage, one)]
    return there[-1][2] if there and len({one[2] for one in there}) == 1 else None


def _sayer(stage: Stage, meant: list[Meant], at: int) -> Figure | None:
    """The party that says something of itself: "the Junta said it"."""
    words = stage.row.words
    verb = at - 1 - (words[at - 1] == "that") if at > 1 else at
    if words[verb] not in names("reporting"):
        return None
    return next((one[2] for one in meant if one[1] == verb and one[2].kind in _PARTIES), None)


def _group(stage: Stage, meant: list[list[Meant]], number: int, at: int) -> Sequence[Figure]:
    """Whom "they" means: the pair or the row of names that opens this sentence or the one before."""
    here = [one for one in meant[number] if one[1] <= at]
    there = meant[number - 1] if number else []
    for found in (here, there):
        group = _opening_group(stage, found)
        if len(group) > 1:
            return group
        if found is here and group:
            return ()
    return ()


def _opening_group(stage: Stage, meant: list[Meant]) -> list[Figure]:
    """The figures that open a sentence side by side ("A and B", "the two ministers"), of one sort."""
    group: list[Figure] = []
    last: Meant | None = None
    for one in meant:
        if last and one[:2] != last[:2] and not _is_joined(stage, last[1], one[0]):
            break
        if not group or (one[2].kind is ActorKind.PERSON) == (group[0].kind is ActorKind.PERSON):
            group.append(one[2])
            last = one
    return list(dict.fromkeys(group))


def _is_joined(stage: Stage, start: int, end: int) -> bool:
    return 0 < end - start <= 2 and all(word in (",", "and", "&") for word in stage.row.words[start:end])


def _is_quoted(stage: Stage, span: Span) -> bool:
    quotations = stage.parse.quotations
    at = bisect_left(quotations, span.end, key=lambda quotation: quotation.end)
    return at < len(quotations) and span in quotations[at]


def _by_sentence(stage: Stage) -> list[list[Meant]]:
    """Where figures are meant, by sentence, in order; of nested mentions the outer one."""
    row = stage.row
    starts = [token.start for token in row.tokens]
    firsts = [start for start, _ in row.sentences]
    found: list[list[Meant]] = [[] for _ in row.sentences]
    mentions = sorted(
        ((span, figure) for figure in stage.figures for span, _ in figure.mentions),
        key=lambda pair: (pair[0].start, -pair[0].end, pair[1].first),
    )
    covered = Span(0, 0)
    for span, figure in mentions:
        if span != covered and span in covered:
            continue
        covered = span
        first, stop = bisect_left(starts, span.start), bisect_left(starts, span.end)
        found[bisect_left(firsts, first + 1) - 1].append((first, stop, figure))
    return found
