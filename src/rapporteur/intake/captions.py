"""Picture captions and credits, by their manner: who is credited, who stands where, what they do in the present."""

from __future__ import annotations

import re
from functools import cache

from rapporteur.intake.phrases import folded, listed, phrases, unquoted, words_in
from rapporteur.reference import load

_TRAILING = re.compile(r"(?<=[.!?\"'”’\w])\s*[(\[](?P<who>[^()\[\]]{2,100})[)\]][.]?\s*$")
_LABELLED = re.compile(
    r"(?:^|[.!?)\]\"'|]\s*|\s[-–—|]\s)"
    r"(?:Photo(?:graph)?s?|Images?|Pictures?|Pic|Credits?|Photo credit|Image credit|Photographer)"
    r"\s*(?::|\bby\b|\bcourtesy of\b|\bvia\b)\s*(?:[^.!?]|(?<=\b[A-Z])\.){2,90}\.?\s*$",
    re.IGNORECASE,
)
_DATED = re.compile(
    r",?\s(?:on\s)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\s)?"
    r"(?:[A-Z][a-z]{2,8}\.?\s?\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}\.?),?\s(?:1[89]|20)\d\d\W*$"
)
_SIDED = re.compile(
    r",\s(?:(?:second|third|far|front|top|bottom)\s)?(?:left|right|cent(?:re|er)|L|R|C)\s?,|\((?:L|R|C|left|right)\)"
)


def trailing_credit(text: str) -> re.Match[str] | None:
    """The bracket after the end of a sentence that names a source (``... in Oslo. (NTB)``), as a match."""
    match = _TRAILING.search(text)
    if not match or match["who"].rstrip()[-1:] in ".!?":
        return None
    before = text[: match.start()].rstrip()
    apart = before[-1:] in ".!?\"'”’" and match[0].rstrip()[-1] != "."
    return match if (apart and len(match["who"].split()) <= 8) or _names_source(match["who"]) else None


def is_credit(text: str) -> bool:
    """Whether ``text`` is a picture credit and nothing else: ``Ministry of Foreign Affairs via Reuters``."""
    plain = folded(text).strip(" *_()[]")
    if len(plain) > 100 or plain.rstrip()[-1:] in "!?" or len(plain.split()) > 14:
        return False
    return _source_end().search(plain) is not None or _LABELLED.search(plain) is not None


def caption_weight(text: str) -> float:
    """How much ``text``, a sentence or two, is like a caption: 0 not at all, 2 and more quite surely."""
    plain = folded(text).strip(" *_")
    words = words_in(plain)
    weight = 0.0
    credit = trailing_credit(plain)
    told = reports(plain)
    if credit:
        weight += 3.0 if not told else 1.5 if _names_picture(credit["who"]) else 0.0
    elif _LABELLED.search(plain) or _source_end().search(plain):
        weight += 3.0 if not told else 1.0
    if phrases("caption_openings").open(words):
        weight += 2.6
    if phrases("caption_phrases").count(words) or _SIDED.search(plain):
        weight += 1.0
    if not told and _DATED.search(plain[: credit.start()] if credit else plain):
        weight += 1.2
    if not told and phrases("caption_verbs").count(words):
        weight += 0.6
    return weight


def reports(text: str) -> bool:
    """Whether ``text`` tells in the past tense outside quotation marks, or refers back, as captions do not."""
    if not listed("references_back").isdisjoint(words_in(text)[:1]):
        return True
    words = re.findall(r"[a-z]+", unquoted(text))
    if not listed("reporting").isdisjoint(words):
        return True
    return any(word.endswith("ed") for word in words) and not phrases("caption_verbs").count(words_in(text))


def _names_picture(who: str) -> bool:
    return phrases("credits").count(words_in(who)) > 0 or _picture().search(who) is not None


def _names_source(who: str) -> bool:
    return _names_picture(who) or _source_end().search(who) is not None


@cache
def _agencies() -> str:
    return "|".join(
        re.escape(name) for name in sorted(load("boilerplate")["agencies"], key=lambda name: (-len(name), name))
    )


@cache
def _source_end() -> re.Pattern[str]:
    """A slash, ``via`` or ``by`` and an agency at the end: ``Ana Maric / HINA``."""
    before = r"(?:[/|]|\b(?:via|by|for|courtesy of|Photo|Source|Credit)\s|^)\s?(?:the\s)?"
    after = r"(?:\s(?:Photos?|Images?|Pool))?(?:\s?[/,]\s?[\w. ]{2,40})?[.)\]]*$"
    return re.compile(rf"{before}(?:{_agencies()}){after}")


@cache
def credit_run_in() -> re.Pattern[str]:
    """A credit with an agency, inside a line and followed by a capital."""
    label = r"(?:Image source|Photograph|Photo|Image|Picture|Credit)[:,]\s?(?:[\w.’' -]{0,40}/\s?)?"
    return re.compile(rf"(?:{label}|\bvia\s|\w\s?/\s?)(?:{_agencies()})(?=\s+[“\"]?[A-Z])")


@cache
def _picture() -> re.Pattern[str]:
    agency = f"(?:{_agencies()})"
    return re.compile(rf"\b{agency}\s?/|/\s?{agency}\b|\b{agency}\s(?i:photo|images?)")
