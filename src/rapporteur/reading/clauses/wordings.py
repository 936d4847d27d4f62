"""The words of an issue: where the phrase behind a cue ends, and how it reads without its wrapping."""

from __future__ import annotations

import re

from rapporteur.language.attribution import cues, grammar
from rapporteur.language.attribution.cues import Shape
from rapporteur.reading.clauses.days import is_comma_of_day
from rapporteur.reading.clauses.lines import Line
from rapporteur.reading.clauses.verb_groups import clause_words
from rapporteur.spans import Span

LONGEST = 32
"""The most words in one wording."""

_STOPS = frozenset({".", ";", ":", "?", "!", "(", ")", "—", "–", "--", "...", "…", "[", "]"})
_AND = frozenset({"and", "or"})
_SUBJECTS = frozenset({"he", "i", "it", "she", "they", "we"})
_POINTING = frozenset({"all", "both", "some", "that", "these", "this", "those"})
_CONDITIONS = frozenset({"if", "once", "unless", "until", "when"})
_AS_BEHIND = frozenset(
    {"far", "few", "little", "long", "many", "much", "recognised", "recognized", "soon", "such", "well"}
)
_AS_BEFORE = frozenset({"a", "an", "far", "few", "little", "many", "much", "part", "soon", "well"})
_DOING = frozenset({"did", "do", "does", "doing", "done"})
_INSERTED = 10
"""The most words between the commas of an insertion."""
_SUBJECT = 6
"""The most words of a subject behind "and" before its verb."""
_PARTS = frozenset({"beginning", "end", "eve", "middle", "start"})
_BEFORE_YEARS = frozenset({"before", "by", "in", "since", "until"})
_TRIMMED = " \t,.;:–—-'\"“”‘’«»…"
_GAPS = re.compile(r"\s+")
_MARKS = re.compile(r"``|''|[“”\"«»]|(?<!\w)[‘']|[’'](?!\w)")


def phrase_end(line: Line, first: int, *, verbal: bool = False) -> int:
    """Return the word before which the phrase that begins at ``first`` ends.

    ``verbal``: the phrase is a clause or an infinitive, which "and" with another verb continues.
    """
    inside = line.quoted[first] if first < len(line) else False
    first = _behind_condition(line, first) if verbal else first
    last = min(len(line), first + LONGEST)
    for at in range(first, last):
        word = line.words[at]
        if word in _STOPS or (inside and not line.quoted[at]):
            return at
        if inside and word == '"' and at > first:
            return at
        if word == "," and not _goes_on(line, at) and not _in_apposition(line, at, last):
            return at
        if at > first and line.syntax.ends_subject(at, first):
            return at
        if at > first and (_opens_subordinate(line, at) or (word == "as" and not _compares(line, at))):
            return at
        if (
            at > first
            and word in _AND
            and (line.syntax.joins_before(at, first) or _breaks_off(line, at + 1, verbal=verbal))
        ):
            return at
    return last


def _behind_condition(line: Line, first: int) -> int:
    """The place behind the condition with which a clause opens: "(warned that) if they stay, (it would act)"."""
    if line.word(first) not in _CONDITIONS:
        return first
    for at in range(first + 2, min(len(line) - 1, first + LONGEST)):
        if line.words[at] in _STOPS or line.words[at] == '"':
            break
        if line.words[at] == "," and line.syntax.clause_behind(at):
            return at + 1
    return first


def _opens_subordinate(line: Line, at: int) -> bool:
    """Whether the word at ``at`` opens a subordinate clause; "do so" does not."""
    word = line.words[at]
    if word == "provided":
        return is_proviso(line, at)
    return word in clause_words()["breaks"] and not (word == "so" and line.word(at - 1) in _DOING)


def is_proviso(line: Line, at: int) -> bool:
    """Whether "provided" at ``at`` opens a condition: not "help was provided", "the help provided by"."""
    return line.word(at - 1) not in grammar.group("auxiliaries") and line.word(at + 1) not in ("by", "to", "with")


def _in_apposition(line: Line, comma: int, last: int) -> bool:
    """Whether a comma opens or closes an insertion behind which the clause goes on: "the ship, a tanker, be freed"."""
    for close in range(comma + 2, min(last, comma + _INSERTED)):
        word = line.words[close]
        if word == ",":
            return _opens_noun(line, comma + 1) and _takes_up(line, close + 1)
        if is_finite(line, close) or word in _STOPS or word in _AND:
            break
    for opening in range(comma - 2, max(0, comma - _INSERTED), -1):
        if line.words[opening] == ",":
            return _opens_noun(line, opening + 1) and _takes_up(line, comma + 1)
    return False


def _opens_noun(line: Line, at: int) -> bool:
    return line.words[at] in grammar.group("determiners") or line.held[at] >= 0


def _takes_up(line: Line, at: int) -> bool:
    """Whether the predicate of what stood before an insertion begins: "be freed", "to be freed"."""
    return line.word(at) == "be" or (line.word(at) == "to" and line.syntax.may_be_infinitive(at + 1))


def before_verb(line: Line, first: int, end: int) -> int:
    """Return the word before ``end`` at which a finite verb begins that is no part of the phrase from ``first``."""
    for at in range(first + 1, end):
        if line.words[at] in ("who", "which", "that", "what", "how"):
            return end
        if is_finite(line, at) and line.words[at - 1] not in _AND:
            return at
    return end


def noun_phrase_end(line: Line, first: int) -> int:
    """Return the word before which a noun phrase that begins at ``first`` ends: the next verb ends it too."""
    end = phrase_end(line, first)
    for at in range(first + 1, end):
        if line.words[at] in ("to", "that", "who", "which", "where", "when"):
            return at
        if is_finite(line, at) and line.words[at - 1] not in _AND:
            return at
    return end


def noun_phrase_start(line: Line, end: int) -> int:
    """Return the first word of the noun phrase that ends before ``end``: after the last verb, mark or conjunction."""
    for at in range(end - 1, max(-1, end - LONGEST), -1):
        word = line.words[at]
        if word in _STOPS or word in (",", '"', "that", "who", "which") or word in clause_words()["breaks"]:
            return at + 1
        if is_finite(line, at) or (cues.forms().get(word, ()) and line.held[at] < 0 and _is_plain_verb(line, at)):
            return at + 1
        if word in ("but", "yet") and at < end - 1:
            return at + 1
    return max(0, end - LONGEST + 1)


def wording(line: Line, first: int, end: int) -> str:
    """Return the words from ``first`` to ``end`` as an issue: no article in front, no marks, no time behind."""
    first, end = _core(line, first, end)
    if first >= end or all(line.words[at] in clause_words()["weak"] for at in range(first, end)):
        return ""
    return clean(line.span(first, end).of(line.text))


def clean(text: str) -> str:
    """Return ``text`` on one line without quotation marks and marks at its ends."""
    return _GAPS.sub(" ", _MARKS.sub("", text)).strip(_TRIMMED)


def one_line(span: Span, text: str) -> str:
    """Return the words at ``span`` as they are written, on one line."""
    return _GAPS.sub(" ", span.of(text)).strip()


def _core(line: Line, first: int, end: int) -> tuple[int, int]:
    while first < end and (is_opener(line, first) or _is_mark(line.words[first])):
        first += 1
    while end > first:
        shorter = _cut(line, first, end)
        if shorter == end:
            return first, end
        end = shorter
    return first, end


def is_opener(line: Line, at: int) -> bool:
    """Whether the word at ``at`` may be left out in front: no pronoun ("this is unfair"), nor "some of the gas"."""
    following = at + 1
    return (
        line.words[at] in clause_words()["openers"]
        and line.word(following) not in ("of", "who")
        and not (line.words[at] in _POINTING and is_finite(line, following))
    )


def _cut(line: Line, first: int, end: int) -> int:
    """``end`` without the mark, time, adverb or occasion that stands last."""
    last = line.words[end - 1]
    if is_comma_of_day(line, end - 2) and end - 3 > first:
        return _before_phrase(line, first, end - 2)
    if _is_mark(last) or last in ("and", "or", "but", "not", "n't"):
        return end - 1
    if last in grammar.group("times") or (last.isdigit() and line.word(end - 2) in grammar.group("times")):
        return _before_phrase(line, first, end)
    if (last in _PARTS and line.word(end) == "of") or (last.isdigit() and line.word(end - 2) in _BEFORE_YEARS):
        return _before_phrase(line, first, end)
    if last in clause_words()["occasions"]:
        cut = _before_phrase(line, first, end)
        return cut if line.words[cut : cut + 1] and line.words[cut] in ("in", "at", "during", "after", "to") else end
    if last in ("also", "however", "too", "yet", "again", "instead") or (
        last in grammar.group("prepositions") and last not in ("out", "off", "down", "up", "over")
    ):
        return end - 1
    return end


def _before_phrase(line: Line, first: int, end: int) -> int:
    """The place of the preposition that opens the last phrase before ``end``, at most five words back."""
    at = end - 1
    while at > first and end - at < 6:
        if line.words[at] in grammar.group("prepositions"):
            return at
        at -= 1
    plain = end - 1
    while plain > first and (
        line.words[plain - 1] in grammar.group("times") or line.words[plain - 1] in ("this", "the")
    ):
        plain -= 1
    return plain


def _breaks_off(line: Line, at: int, *, verbal: bool) -> bool:
    """Whether a new verb of the same subject begins behind "and", so that the phrase ends."""
    if is_finite(line, at) and not (verbal and _goes_on_with(line, at)):
        return True
    if not verbal and line.syntax.opens_clause(at - 1):
        return True
    word, following = line.word(at), line.word(at + 1)
    who = line.who_from(at)
    if who and (is_finite(line, who.end) or line.word(who.end).endswith("ed")):
        return True
    if word in _SUBJECTS and following:
        return True
    if not verbal and word in grammar.group("determiners") and _is_clause(line, at + 1):
        return True
    if at >= len(line) or line.held[at] >= 0 or not following:
        return False
    form = next(iter(cues.forms().get(word, ())), None)
    if form and not form.cue.noun and form.shape in (Shape.THIRD, Shape.GERUND):
        return True
    opens = following in grammar.group("determiners") or line.held[at + 1] >= 0 or following in ("that", "to")
    return word.endswith("ed") and len(word) > 4 and opens


def _goes_on_with(line: Line, at: int) -> bool:
    """Whether a form of "be", "have" or "do" at ``at`` may be an infinitive: not "and have already left"."""
    if line.word(at) == "have":
        after = at + 1 + (line.word(at + 1) in grammar.group("adverbs"))
        return line.syntax.tag(after) != "VBN"
    return line.word(at) in ("be", "do", "been")


def _is_clause(line: Line, first: int) -> bool:
    """Whether the noun phrase that goes on at ``first`` is the subject of a verb: "and the ministers refused"."""
    for at in range(first, min(len(line), first + _SUBJECT)):
        word = line.words[at]
        if word in grammar.group("prepositions") or word in grammar.group("relatives") or _is_mark(word):
            return False
        if at > first and is_finite(line, at):
            return True
    return False


def _is_mark(word: str) -> bool:
    return not any(letter.isalnum() or letter in "$€£¥" for letter in word)


def _goes_on(line: Line, comma: int) -> bool:
    """Whether the phrase goes on behind a comma: in a list, before "including", between adjectives."""
    following = line.word(comma + 1)
    if is_comma_of_day(line, comma):
        return True
    if following in ("including", "particularly", "especially", "even"):
        return line.word(comma + 2) not in clause_words()["breaks"]
    if line.syntax.clause_behind(comma):
        return False
    between_adjectives = line.syntax.is_attribute(comma - 1) and line.syntax.heads[comma - 1] > comma
    return between_adjectives or _is_listed(line, comma)


def _is_listed(line: Line, comma: int) -> bool:
    """Whether a list goes on behind a comma."""
    following = line.word(comma + 1)
    start = comma + 2 if following in _AND else comma + 1
    if start >= len(line) or line.words[start] in _not_in_lists() or _is_mark(line.words[start]):
        return False
    for at in range(start, min(len(line), start + 6)):
        word = line.words[at]
        if is_finite(line, at) or word in ("who", "which", "that", "said", "says") or word.endswith("ing"):
            return False
        if at > start and word.endswith("ed") and line.held[at - 1] >= 0:
            return False
        if following in _AND and (word in _STOPS or word == ","):
            return True
        if word in _AND:
            return not is_finite(line, at + 1) and at > start
        if word == "," and at > start:
            return _goes_on(line, at)
        if word in _STOPS or word == ",":
            return False
    return following in _AND


def _not_in_lists() -> frozenset[str]:
    return (
        grammar.group("pronouns")
        | clause_words()["breaks"]
        | frozenset({"but", "which", "who", "as", "after", "before"})
    )


def _compares(line: Line, at: int) -> bool:
    """Whether "as" belongs to the phrase: "as soon as", "such as", "as part of", "recognised as"."""
    near = (line.word(at - 1), line.word(at + 1), line.word(at + 2))
    return near[0] in _AS_BEHIND or near[1] in _AS_BEFORE


def is_finite(line: Line, at: int) -> bool:
    """Return whether the word at ``at``, adverbs skipped, is a finite verb as far as its form shows."""
    while line.word(at) in ("also", "then", "not", "never") or line.word(at).endswith("ly"):
        at += 1
    if at >= len(line) or line.held[at] >= 0:
        return False
    word = line.words[at]
    if word in grammar.group("modals") or word in grammar.group("auxiliaries") - {"'s", "being", "having", "be"}:
        return True
    form = next(iter(cues.forms().get(word, ())), None)
    if form and form.shape is Shape.PAST and line.word(at - 1) not in grammar.group("determiners"):
        return line.word(at + 1) != "by"
    return word in grammar.group("verbs") and word not in ("cut", "hit", "set", "lead", "left", "spread", "ground")


def _is_plain_verb(line: Line, at: int) -> bool:
    form = cues.forms()[line.words[at]][0]
    return form.shape in (Shape.THIRD, Shape.PAST) and not form.cue.noun


__all__ = [
    "LONGEST",
    "before_verb",
    "clean",
    "is_finite",
    "is_opener",
    "is_proviso",
    "noun_phrase_end",
    "noun_phrase_start",
    "one_line",
    "phrase_end",
    "wording",
]
