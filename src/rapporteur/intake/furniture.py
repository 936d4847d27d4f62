"""What stands around articles and is none of their prose, by its words."""

from __future__ import annotations

import re
from functools import cache

from rapporteur.intake.calendar_dates import calendar_dates
from rapporteur.intake.phrases import folded, listed, phrases, unquoted, words_in
from rapporteur.reference import load

_LINE = 200
"""Characters beyond which nothing is a heading, a label or a stamp."""

_LINK = re.compile(
    r"!?\[[^\]\[\n]{0,500}\]\([^)\s]*\)|<?(?:https?://|www\.)[^\s>]+>?|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"
)
_FIELD = re.compile(r"[A-Z][A-Za-z -]{1,30}(?=:)")
_CODE = re.compile(r"([A-Z]{2,3})(?:\s{2}|\s*$)")
_STAMP_WORD = re.compile(r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?|\d{1,2}(?=am|pm)|\d{1,2}|[^\W\d_]+(?:\.[^\W\d_]+)*")
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright)[\s©(c)]*(?:19|20)\d\d", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?|\d{1,2}")


def is_line(text: str) -> bool:
    """Whether ``text`` is a leftover as a whole: ``Share this article``."""
    return _is("lines", "sections", "digests", text=text)


def ends_article(text: str) -> bool:
    """Whether ``text`` opens what follows an article: comments, notes, other stories."""
    return _heads("endings", text) or opens_comments(text)


def opens_comments(text: str) -> bool:
    """Whether ``text`` is the heading of a comment section."""
    return _heads("comments", text)


def starts_article(text: str) -> bool:
    """Whether ``text`` is the mark after which a database puts the text of an article."""
    return _is("starts", text=text)


def opens_digest(text: str) -> bool:
    """Whether ``text`` is the heading over a list that sums an article up: ``Key points``."""
    return _is("digests", text=text)


def opens_caption(text: str) -> bool:
    """Whether ``text`` is the label after which a caption follows: ``Image caption,``."""
    return _is("caption_labels", text=text)


def has_opening(text: str) -> bool:
    """Whether ``text`` opens as a leftover does: ``Sign up for``."""
    return phrases("openings").open(words_in(text[:_LINE]))


def leftovers(text: str) -> int:
    """How many phrases of leftovers ``text`` holds outside quotation marks."""
    return phrases("phrases", "notes").count(words_in(unquoted(text)))


def is_note(text: str) -> bool:
    """Whether ``text`` says what stands at the foot of an article: who helped, whose rights these are, who wrote it."""
    return phrases("notes").count(words_in(unquoted(text))) > 0


def opens_rights(text: str) -> bool:
    """Whether ``text`` begins as a notice of rights does, with all that follows in it: ``Copyright (c) 1999``."""
    return _RIGHTS.match(text) is not None


def names_itself(text: str) -> bool:
    """Whether ``text`` speaks of the page or article on which it stands, outside quotation marks."""
    return phrases("own_voice").count(words_in(unquoted(text))) > 0


def is_field(text: str) -> bool:
    """Whether ``text`` is a labelled header line: ``LENGTH: 532 words``, ``WC  532 words``."""
    if len(text) > _LINE:
        return False
    plain = folded(text).lstrip("# ")
    label = _FIELD.match(plain)
    if label and label[0].casefold().strip() in listed("fields"):
        return True
    code = _CODE.match(plain)
    return code is not None and code[1] in load("boilerplate")["codes"]


def is_stamp(text: str) -> bool:
    """Whether ``text`` is nothing but a date or time, as printed at the head of an article."""
    if len(text) > _LINE:
        return False
    dates = calendar_dates(text)
    rest = folded(text)
    for span, _ in reversed(dates):
        rest = f"{rest[: span.start]} {rest[span.end :]}"
    words = [match[0].casefold() for match in _STAMP_WORD.finditer(rest)]
    times = [word for word in words if ":" in word or (word in listed("stamp_words") and any(map(str.isdigit, rest)))]
    return bool(dates or times) and all(word in listed("stamp_words") or _CLOCK.fullmatch(word) for word in words)


def is_byline(text: str) -> bool:
    """Whether ``text`` names a writer and nothing else: ``By Ana Maric in Vienna``."""
    return len(text) <= _LINE and _byline().fullmatch(folded(text)) is not None


def link_share(text: str) -> float:
    """How much of ``text`` is addresses and mark-up of links, from 0 to 1."""
    return sum(len(match[0]) for match in _LINK.finditer(text)) / max(1, len(text))


def _is(*sections: str, text: str) -> bool:
    return len(text) <= _LINE and phrases(*sections).are(words_in(text))


def _heads(section: str, text: str) -> bool:
    """Whether ``text`` is, or begins with, a phrase of ``section``, and is no sentence."""
    if len(text) > _LINE:
        return False
    words = words_in(text)
    return phrases(section).are(words) or (phrases(section).open(words) and text.rstrip()[-1] not in ".,")


@cache
def _byline() -> re.Pattern[str]:
    name = r"[A-ZÀ-Þ][\w.'-]*"
    small = "|".join(sorted(listed("byline_words")))
    by = r"(?i:by|from|reporting by|written by|interview by|story by|text by|author:?)"
    return re.compile(rf"{by}\s+(?:{name}|our|a|staff)(?:[\s,/|&-]+(?:{name}|{small})(?![\w.'-]))*\W*")
