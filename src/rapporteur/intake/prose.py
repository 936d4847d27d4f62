"""How much a sentence is like the prose of an article, by its own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapporteur.intake import furniture
from rapporteur.intake.captions import caption_weight, reports, trailing_credit
from rapporteur.intake.phrases import listed, unquoted

FINAL = re.compile(r"[.!?…。！？؟।][\"'”’»)\]*_]*$|[.!?,…]\s?[\"”’]+[*_]*$")
"""The end of a sentence that is one."""

ENDS_POINT = re.compile(r"(?:;|[;,]\s?(?:and|or))$")
"""The end of a point in a list of which the last one ends the sentence: ``(a) to open the gates; and``."""

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SPEAKER = re.compile(r"(?:Q|A|QUESTION|ANSWER|Question|Answer|(?:[A-Z][A-Z.'’-]+ ?){2,5})(?:: |\s{1,3}(?=[A-Z]))")


def sentence_weight(sentence: str, *, alone: bool) -> float:
    """The weight of a sentence by its own words; ``alone`` if it is a whole block."""
    words = [word.casefold() for word in _WORD.findall(sentence)]
    if not words:
        return -1.5
    credit = trailing_credit(sentence)
    weight = _shape(sentence[: credit.start()] if credit else sentence, words, alone=alone)
    if furniture.has_opening(sentence):
        weight -= 2.5
    found = furniture.leftovers(sentence)
    weight -= min(found, 1) * 2.5 + min(max(found - 1, 0), 3)
    weight -= 1.2 * caption_weight(sentence)
    weight -= 4.0 * furniture.link_share(sentence)
    return weight - _address(sentence)


def _shape(sentence: str, words: Sequence[str], *, alone: bool) -> float:
    """Length, final stop, small words and capitals."""
    small = sum(word in listed("prose") for word in words) / len(words)
    stripped = sentence.rstrip(" *_")
    if (
        not FINAL.search(stripped)
        and not ENDS_POINT.search(stripped)
        and not (stripped.endswith(":") and reports(stripped) and len(words) >= 4)
    ):
        if len(words) >= 25 and small >= 0.3:
            return 0.3
        return -1.2 if small >= 0.2 else -1.7
    weight = 0.2 + 1.6 * min(len(words), 24) / 24
    if len(words) >= 8 and small < 0.15:
        weight -= 1.0
    if alone and stripped[-1] in "!?" and len(words) < 15:
        weight -= 0.6
    return weight


def speaks(sentence: str) -> bool:
    """Whether a sentence speaks to its reader, or as the page on which it stands."""
    return _address(sentence) > 0


def _address(sentence: str) -> float:
    """What is taken off where a page speaks to its reader or of itself; a speaker named in a transcript may do so."""
    if _SPEAKER.match(sentence) and FINAL.search(sentence):
        return -0.5
    own = _WORD.findall(unquoted(sentence).casefold())
    off = 0.0
    if own[:1] and own[0] in listed("imperatives") and own[1:2] not in (["for"], ["from"], ["of"]):
        off += 1.2
    if not {"we", "our", "us"}.isdisjoint(own):
        off += 0.4
    if not {"you", "your", "yours"}.isdisjoint(own):
        off += 0.6
    if furniture.names_itself(sentence):
        off += 1.2
    return off
