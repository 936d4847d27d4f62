"""Signs around a time expression: on which side of the publication day it lies, and whether it is one at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rapporteur.language.parse import NameKind, Parse
from rapporteur.reading.dates.grammar import WORDS, choice
from rapporteur.reference import load
from rapporteur.spans import Span

_TENSE = WORDS["tense"]
_SIDES = {"future": "future", "past": "past", "present": "near", "ed": "past", "behind": "past"}
_IRREGULAR = {forms.split()[0] for verb, forms in load("inflection")["irregular"].items() if forms.split()[0] != verb}
_SIGNS = {**_TENSE, "past": {*_TENSE["past"], *_IRREGULAR.difference(_TENSE["no_past"])}}
_CUES = re.compile(
    "|".join(rf"(?P<{name}>(?<!\w){choice(_SIGNS[name])}\b)" for name in ("future", "past", "present", "behind"))
    + rf"|(?P<ed>(?<![\w-])(?-i:(?!{choice(_TENSE['no_past'])}\b)[a-z]{{3,}}ed\b(?!-)))",
    re.IGNORECASE,
)
_LEADING = {
    name: re.compile(rf"(?<!\w){choice(_TENSE[f'leading_{name}'])}\s+(?:the\s+)?$", re.IGNORECASE)
    for name in ("future", "past")
}
_TRAILING = re.compile(rf"['’]?s?\s+{choice(_TENSE['trailing_future'])}\b", re.IGNORECASE)
_INFINITIVE = re.compile(r"\b(?:to|not|can|could|must|should|might)\s+(?:be\s+)?$", re.IGNORECASE)
_DETERMINER = re.compile(r"\b(?:the|an?|his|her|its|their|this|that|these|those)\s+$", re.IGNORECASE)
_IS = re.compile(r"\b(?:is|are|be|being)\s+(?:not\s+|\w+ly\s+)?$", re.IGNORECASE)
_WAS = re.compile(r"\b(?:had\s+been|had|was|were)\s+$", re.IGNORECASE)


def side(sentence: str, start: int, end: int) -> str:
    """On which side of the publication day the words ``sentence[start:end]`` lie: ``past``, ``future`` or ``near``.

    A sign right beside them decides, then the last one before them, then the first after; empty where there is none.
    """
    lead = sentence[max(0, start - 24) : start]
    signs = cues(sentence)
    before = [name for _, to, name in signs if to <= start]
    if _TRAILING.match(sentence, end):
        return "future"
    if _LEADING["future"].search(lead) and (not before or before[-1] != "past"):
        return "future"
    if _LEADING["past"].search(lead):
        return "past"
    return before[-1] if before else next((name for at, _, name in signs if at >= end), "")


@lru_cache(maxsize=64)
def cues(sentence: str) -> tuple[tuple[int, int, str], ...]:
    """Every sign of tense in a sentence: where it stands, and the side that it tells."""
    found: list[tuple[int, int, str]] = []
    for match in _CUES.finditer(sentence):
        kind, before = str(match.lastgroup), sentence[max(0, match.start() - 16) : match.start()]
        side, governor = _SIDES[kind], found[-1] if found else None
        if kind == "behind":
            side = "near" if governor and governor[2] == "future" else "past"
        elif side != "future" and governor and governor[2] == "future" and match.start() - governor[1] <= 4:
            continue  # "will be invited", "set to resume": the sign before governs
        elif kind == "ed" and _DETERMINER.search(before):
            continue  # "the reduced price": an adjective
        elif side != "future" and _INFINITIVE.search(before):
            continue
        elif kind == "present" and governor and governor[2] == "future" and not match[0].endswith("s"):
            side = "future"  # "will come and leave"
        elif side == "past" and _IS.search(before):
            side = "near"  # "when the case is heard": on either side
        elif side == "future" and _WAS.search(before):
            side = "near"  # "was due to meet": on either side
        found.append((match.start(), match.end(), side))
    return tuple(found)


_NOT_MONTH = WORDS["not_months"]
_BEFORE_MONTH = re.compile(rf"{choice(_NOT_MONTH['before'])}\s+$")
_AFTER_MONTH = re.compile(rf"\s+{choice(_NOT_MONTH['after'])}\b")
_NAMES_TOO = re.compile(r"(?:May|March|Mar|Jan|June|April|August|MAY|MARCH)\.?")
_MONTH_LEADS = re.compile(
    r"(?:\b(?:in|by|since|until|till|of|during|for|from|to|and|or|before|after|through|between|last|next|this|early|late|mid|each|every|the|"
    r"on|as|around|about|late|ending|ended|beginning|starting|its|a|an)|[-–—,/(])\s*$",
    re.IGNORECASE,
)


def is_month(sentence: str, start: int, end: int) -> bool:
    """Whether the bare month name at these places means the month, for the names that are words or people too."""
    if not _NAMES_TOO.fullmatch(sentence[start:end]):
        return True
    before, after = sentence[:start], sentence[end:]
    if _BEFORE_MONTH.search(before) or _AFTER_MONTH.match(after):
        return False
    if re.match(r"\s+[A-Z][a-z]", after) and not re.match(r"\s+(?:Day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)", after):
        return bool(_MONTH_LEADS.search(before)) and not re.search(
            r"[-–—,/(]\s*$|\b(?:and|to|for|from|as|of)\s*$", before
        )
    return bool(_MONTH_LEADS.search(before))


_COUNTED = re.compile(rf"\s+(?:\w+\s+)?{choice(WORDS['counted'])}\b", re.IGNORECASE)
_YEAR_LEADS = re.compile(
    r"\b(?:in|since|by|until|till|of|during|for|from|to|and|or|before|after|through|between|early|late|mid|the|a|an|his|her|its|their|this|"
    r"year|around|about|circa|throughout|both|beyond|at|as|on|with|late|previous|original|under|ended|ending|january|february|march|"
    r"april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter)[\s-]+$|[(,;:–—/-]\s*$|['’]s\s+$|^\W*$",
    re.IGNORECASE,
)
_NO_YEAR = re.compile(
    r"(?:\b(?:no\.?|number|room|flight|page|resolution|resolutions|article|section|chapter|highway|route|level|points?|than|least|nearly|"
    r"almost|some|over|roughly|approximately|another|killed|wounded|total of|as many as|up to|only|about)\s+|[#$€£¥])$",
    re.IGNORECASE,
)


def is_year(sentence: str, start: int, end: int) -> bool:
    """Whether the four figures at these places are a year and no number of something."""
    before, after = sentence[:start], sentence[end:]
    if (
        _NO_YEAR.search(before)
        or _COUNTED.match(after)
        or re.match(r"\s?(?:%|per\s?cent|bn\b|million|billion|-?(?:page|foot|mile|km)\b)", after)
    ):
        return False
    return bool(_YEAR_LEADS.search(before)) or bool(re.match(r"\s*(?:[.,;:)]|$)|\s[A-Za-z]", after))


def taken(parse: Parse, kinds: Iterable[NameKind]) -> tuple[Span, ...]:
    """Where the parse found names of these kinds."""
    wanted = frozenset(kinds)
    return tuple(name.span for name in parse.names if name.kind in wanted)


_RECORD = re.compile(rf"\b{choice(WORDS['records'])}\b[^,;]*$", re.IGNORECASE)


def is_record(sentence: str, start: int) -> bool:
    """Whether the clause before `start` speaks of a first, a last or a worst."""
    return bool(_RECORD.search(sentence, 0, start))


_TELLS = re.compile(rf"\b{choice(WORDS['tense']['reporting'])}\b", re.IGNORECASE)
_SAME_TIME = re.compile(rf"\s*,?\s+(?!as\s+well\b){choice(WORDS['same_time'])}\s+[^;:.“”\"]*$", re.IGNORECASE)


def is_same_time(words: str) -> bool:
    """Whether `words`, between two times, say that the later clause happens in the time of the one before.

    "Last year, when they met on": the same time; "last year, as the minister said on" is another's.
    """
    return bool(_SAME_TIME.match(words)) and not _TELLS.search(words)


_NEAR, _BESIDE = 60, 6
"""Characters: how far a sign of tense reaches surely, and how far a verb of speech does."""


def firm_side(sentence: str, start: int) -> str:
    """As `side` for the words from `start` on, but empty unless the sign is near, and no mere verb of speech."""
    before = [sign for sign in cues(sentence) if sign[1] <= start]
    if not before:
        return ""
    at, to, name = before[-1]
    reach = _BESIDE if _TELLS.fullmatch(sentence[at:to]) else _NEAR
    return name if start - to <= reach and name in ("past", "future") else ""


def is_past_throughout(sentence: str, start: int) -> bool:
    """Whether a time at `start` opens a sentence whose verbs all tell of the past, the first no mere verb of speech."""
    signs = cues(sentence)
    if not signs or signs[0][0] < start or any(name != "past" for *_, name in signs):
        return False
    return not _TELLS.fullmatch(sentence[signs[0][0] : signs[0][1]])
