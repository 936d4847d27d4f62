"""The pieces of which the patterns for time expressions are made, from the words in ``reference/calendar.yaml``.

``reference/time_forms.yaml`` says how patterns are written; the slots are filled here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from rapporteur.reference import load

WORDS: Mapping[str, Any] = load("calendar")
MONTHS: Mapping[str, int] = {name.casefold(): n for n, names in enumerate(WORDS["months"], 1) for name in names}
WEEKDAYS: Mapping[str, int] = {name.casefold(): n for n, names in enumerate(WORDS["weekdays"], 1) for name in names}
NUMBERS: Mapping[str, int] = WORDS["numbers"]
ORDINALS: Mapping[str, int] = WORDS["ordinals"]
UNITS: Mapping[str, str] = WORDS["units"]


def choice(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest first; spaces in them may be any white space."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")"


def _cased(names: Iterable[str]) -> str:
    """A pattern for capitalised names, or names in capitals, never in small letters."""
    return "(?-i:" + choice(form for name in names for form in (name, name.upper())) + ")"


_FULL_DAYS = [names[0] for names in WORDS["weekdays"]]
_SHORT_DAYS = [name for names in WORDS["weekdays"] for name in names[1:]]
_MONTH_NAMES = [name for names in WORDS["months"] for name in names]
_TENS = [word for word, n in NUMBERS.items() if n >= 20]
_ONES = [word for word, n in NUMBERS.items() if 0 < n < 10]
_ORDINAL_ONES = [word for word, n in ORDINALS.items() if n < 10]
_CARDINAL = rf"(?:{choice(_TENS)}[\s-]{choice(_ONES)}|{choice(NUMBERS)})"

_NUMBER = "|".join(
    (
        r"\d+(?:[.,]\d+)*(?:\s1/2)?",
        rf"(?:(?:a|one)\s+)?(?:half[\s-]+)?{choice(WORDS['vague'])}",
        rf"(?:{_CARDINAL}|a)\s+hundred(?:\s+(?:and\s+)?{_CARDINAL})?",
        rf"(?:a\s+|half\s+a\s+|{_CARDINAL}\s+)?dozen",
        _CARDINAL,
        r"an?\b",
    )
)
_UNIT = rf"(?:{choice(name for name in UNITS if name != 'century')}s?|centur(?:y|ies))"
_HOLIDAY = choice(WORDS["holidays"]).replace("'", "['’]")
_REFERENCE = choice([*WORDS["present"], *WORDS["past"], *WORDS["future"]])

SLOTS: Mapping[str, str] = {
    "anyday": rf"(?:{_cased(_FULL_DAYS)}|{_cased(_SHORT_DAYS)}\b\.?)",
    "approx": choice(WORDS["approximate"]),
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?",
    "daynth": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)",
    "daypart": choice(WORDS["dayparts"]),
    "decade": choice(WORDS["decades"]),
    "holiday": _HOLIDAY,
    "month": rf"{_cased(_MONTH_NAMES)}\b\.?",
    "number": rf"(?:{_NUMBER})",
    "occasion": choice(WORDS["occasions"]),
    "ordinal": rf"(?:{choice(_TENS)}-{choice(_ORDINAL_ONES)}|{choice(ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))",
    "part": choice(WORDS["parts"]),
    "recurring": choice(WORDS["recurring"]),
    "reference": _REFERENCE,
    "season": choice(WORDS["seasons"]),
    "turn": choice(WORDS["turns"]),
    "unit": _UNIT,
    "weekday": _cased(_FULL_DAYS),
    "year": r"(?:1\d|20)\d\d",
    "zone": choice(WORDS["zones"]),
}
"""What stands in each slot."""

_SLOT = re.compile(r"(?<!\?P)<([a-z]+)(\d?)>")
_FRAGMENT = re.compile(r"\{([a-z][a-z_0-9]*)\}")
_GAP, _COMMA, _HYPHEN = r"\s+", r"(?:\s*,\s*|\s+)", r"(?:\s*[-‐‑–—]\s*|\s+)"


def pattern(text: str, fragments: Mapping[str, str]) -> re.Pattern[str]:
    """The regular expression of a pattern with slots and fragments; each slot becomes a group of its name."""

    def fill(slot: re.Match[str]) -> str:
        return f"(?P<{slot[1]}{slot[2]}>{SLOTS[slot[1]]})"

    whole = _FRAGMENT.sub(lambda found: fragments[found[1]], text)
    spaced = whole.replace(" ", _GAP).replace("<,>", _COMMA).replace("<->", _HYPHEN)
    return re.compile(rf"(?<![\w.,$€£-])(?<!\d[:/])(?:{_SLOT.sub(fill, spaced)})(?!\w|[.,/]\d)", re.IGNORECASE)


_DAY_WORDS = ("today", "tonight", "yesterday", "tomorrow", "overnight")
_CLOCK = (
    r"\b\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?\s?m\b|o['’]clock|hours\b)",
    r"\b\d\d?:\d\d\b",
    r"\b\d{4}\s?(?:GMT|UTC|hours)\b",
    r"\b(?:noon|midnight)\b",
)
_TRIGGERS = {
    "clock": "|".join(_CLOCK),
    "daypart": rf"\b{choice([*WORDS['dayparts'], *_DAY_WORDS])}s?\b",
    "decade": rf"\b{choice(WORDS['decades'])}\b",
    "figures": r"\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b",
    "holiday": rf"\b{_HOLIDAY}\b",
    "month": rf"\b{_cased(_MONTH_NAMES)}\b",
    "nth": r"\b\d{1,2}(?:st|nd|rd|th)\b",
    "recurring": rf"\b{choice(WORDS['recurring'])}\b",
    "reference": rf"\b{_REFERENCE}\b",
    "season": rf"\b{choice(WORDS['seasons'])}s?\b",
    "unit": rf"\b{_UNIT}\b",
    "weekday": rf"\b{_cased([*_FULL_DAYS, *_SHORT_DAYS])}s?\b",
    "year": r"(?:\b(?:1\d|20)\d\d|['’]\d0)s?\b|\bFY\s?\d\d|\bfiscal\b",
}
_ORDER = (
    "month",
    "weekday",
    "unit",
    "daypart",
    "season",
    "reference",
    "recurring",
    "holiday",
    "clock",
    "figures",
    "year",
    "decade",
    "nth",
)
TRIGGERS = re.compile("|".join(rf"(?P<{name}>{_TRIGGERS[name]})" for name in _ORDER), re.IGNORECASE)
"""One look over a text that tells which kinds of patterns are worth trying; each alternative is a kind."""


@cache
def number(text: str) -> float | None:
    """The number that `text` writes in figures or words; ``None`` for "several" and its like."""
    words = text.casefold().replace("-", " ").split()
    plain = " ".join(words)
    if plain in {*WORDS["vague"], *(f"a {word}" for word in WORDS["vague"])}:
        return 2 if "couple" in plain else None
    figures = re.fullmatch(r"(\d+(?:,\d{3})*(?:\.\d+)?)( 1/2)?", plain)
    if figures:
        return float(figures[1].replace(",", "")) + (0.5 if figures[2] else 0)
    return _in_words(words)


def _in_words(words: list[str]) -> float | None:
    total = 0.0
    for word in words:
        if word in NUMBERS:
            total += NUMBERS[word]
        elif word == "half":
            total += 0.5
        elif word == "hundred":
            total = max(total, 1) * 100
        elif word == "dozen":
            total = (total or 1) * 12
        elif word in {"a", "an"}:
            total = total or (0 if len(words) > 1 else 1)
    return total or None


def ordinal(text: str) -> int:
    """The number that an ordinal writes in figures or words."""
    figures = re.match(r"\d+", text)
    if figures:
        return int(figures[0])
    parts = text.casefold().split("-")
    return sum(NUMBERS.get(part, 0) or ORDINALS.get(part, 0) for part in parts)


def month_number(text: str) -> int:
    """The month that `text` names."""
    return MONTHS[text.rstrip(".").casefold()]


def weekday_number(text: str) -> int:
    """The weekday that `text` names, Monday being 1."""
    return WEEKDAYS[text.rstrip(".").casefold()]


def unit(text: str) -> str:
    """The singular of a unit."""
    word = text.casefold()
    return "century" if word.startswith("centur") else word.removesuffix("s")
