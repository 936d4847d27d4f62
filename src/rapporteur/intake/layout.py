"""The sentences of a text, weighed by their words and by the place of their block among the others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rapporteur.intake import furniture
from rapporteur.intake.captions import caption_weight, is_credit, reports
from rapporteur.intake.datelines import opening_dateline
from rapporteur.intake.lines import Block
from rapporteur.intake.phrases import folded
from rapporteur.intake.prose import ENDS_POINT, FINAL, sentence_weight, speaks
from rapporteur.reference import load
from rapporteur.spans import Span

_CUT_SHORT = re.compile(r"\w(?:\.\.\.|…|\s?\[(?:…|\.\.\.)\])$")
# A headline run into the opening of its story, as lists of other stories have them: "Talks Resume In GenevaThe sides".
_RUN_IN = re.compile(r"(?P<title>(?:\S+ ){3,20}?\S*[a-z]{2})(?P<word>[A-Z][a-z]*(?:-[a-z]+)?) [a-z]")
_HEADING = re.compile(r"[ \t]*#{1,6}\s")
_BULLET = re.compile(r"[ \t]*(?:[*•▪●·+-]|\d{1,2}[.)])\s")
_DIVIDER = re.compile(r"\s[|–—-]\s|\s::?\s")
# How many blocks from the top a headline may stand of which a second one marks the beginning of the article.
_TOP = 12


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its ``weight``, and whether it opens its block.

    ``opening`` says how likely an article begins here: a dateline, a database's mark, the headline repeated before.
    ``barrier`` says how hard it is to believe that one article lies on both sides of it: the heading of other stories,
    a date, a byline, an address or a foot-note alone.  Comments follow where ``closes`` is set.
    """

    span: Span
    weight: float
    opens_block: bool = True
    opening: float = 0.0
    barrier: float = 0.0
    closes: bool = False


def weigh(text: str, blocks: Sequence[Block]) -> tuple[Sentence, ...]:
    """Every sentence of ``blocks`` with its weight, in order: above 0 it is like an article's prose."""
    surroundings = _surroundings(text, blocks)
    openings = _openings(text, blocks)
    found: list[Sentence] = []
    for block, around, opening in zip(blocks, surroundings, openings, strict=True):
        found.extend(_sentences(text, block, around, opening))
    return tuple(found)


def _sentences(text: str, block: Block, around: float, opening: float) -> Iterator[Sentence]:
    own = block.span.of(text)
    weights = [sentence_weight(span.of(text), alone=len(block.sentences) == 1) for span in block.sentences]
    said = [span.of(text) for span in block.sentences]
    offers = len(said) <= 3 and any(furniture.has_opening(one) or furniture.leftovers(one) for one in said)
    if offers:  # beside a plain leftover in one short block, what speaks to the reader is one too
        weights = [weight - 1.5 * (one.endswith("?") or speaks(one)) for one, weight in zip(said, weights, strict=True)]
    for at, (span, weight) in enumerate(zip(block.sentences, weights, strict=True)):
        yield Sentence(
            span,
            weight + around,
            opens_block=at == 0,
            opening=3.0 if opening_dateline(text, span) else opening * (at == 0),
            barrier=_barrier(own) * (at == 0),
            closes=at == 0 and furniture.opens_comments(own),
        )


def _barrier(block: str) -> float:
    if furniture.ends_article(block):
        return 5.0
    address = furniture.link_share(block) > 0.95 and "](" not in block
    apart = furniture.is_byline(block) or furniture.is_stamp(block) or furniture.is_note(block)
    return 2.0 if apart or address else 0.0


def _openings(text: str, blocks: Sequence[Block]) -> list[float]:
    """For each block, how much the one before it says that the article begins here."""
    plain = _plain(text, blocks)
    titles: set[str] = set()
    found = [0.0]
    for at, block in enumerate(blocks):
        found.append(3.0 if furniture.starts_article(block.span.of(text)) else 1.5 if plain[at] in titles else 0.0)
        if at < _TOP and caption_weight(block.span.of(text)) < 1:
            titles |= _titles(plain[at], first=at == 0)
    return found[: len(blocks)]


def _titles(line: str, *, first: bool) -> set[str]:
    """What ``line`` says if it is a headline; the first line of a text may name a section and an outlet as well."""
    if FINAL.search(line):
        return set()
    parts = (line, *_DIVIDER.split(line)) if first else (line,)
    return {part.strip() for part in parts if len(part.split()) >= 5}


def _surroundings(text: str, blocks: Sequence[Block]) -> list[float]:
    """What each block as a whole, its place and its neighbours add to the weight of its sentences."""
    plain = _plain(text, blocks)
    copies = Counter(plain)
    digest = False
    found = []
    for at, block in enumerate(blocks):
        own, line = block.span.of(text), _line(text, block)
        weight = _form(own, line, sentences=len(block.sentences))
        if at == 0 < len(blocks) - 1 and len(own.split()) < 20 and own[-1] in "!?":
            weight -= 1.0
        if at and furniture.opens_caption(blocks[at - 1].span.of(text)):
            weight -= 2.0
        if at + 1 < len(blocks) and _is_credited(text, block, blocks[at + 1]):
            weight -= 2.0
        digest = (digest and _BULLET.match(line) is not None) or furniture.opens_digest(own)
        found.append(weight - 2.0 * digest - _repeated(plain, copies, at))
    return found


def _plain(text: str, blocks: Sequence[Block]) -> list[str]:
    return [" ".join(folded(block.span.of(text)).casefold().split()) for block in blocks]


def _line(text: str, block: Block) -> str:
    """A block with the marks that stand before it in its line."""
    return text[text.rfind("\n", 0, block.span.start) + 1 : block.span.end]


def _form(block: str, line: str, *, sentences: int) -> float:
    weight = -3.0 if _is_leftover(block) else 0.0
    if _HEADING.match(line):
        weight -= 2.5
    elif _BULLET.match(line) and not FINAL.search(block) and not ENDS_POINT.search(block):
        weight -= 0.5
    if _CUT_SHORT.search(block):
        weight -= 1.5
    if sentences <= 2 and _has_run_in(block):
        weight -= 1.8
    return weight


def _has_run_in(block: str) -> bool:
    """Whether a headline was run into the block, and no name is merely written so ("DaimlerChrysler")."""
    match = _RUN_IN.match(block)
    if not match:
        return False
    words = match["title"].split()
    return match["word"] in _starters() or sum(not word[0].islower() for word in words) > 0.7 * len(words)


@cache
def _starters() -> frozenset[str]:
    return frozenset(load("abbreviations")["starters"])


def _is_leftover(block: str) -> bool:
    return (
        furniture.is_line(block)
        or furniture.ends_article(block)
        or furniture.starts_article(block)
        or furniture.is_field(block)
        or furniture.is_stamp(block)
        or furniture.is_byline(block)
        or furniture.opens_rights(block)
        or is_credit(block)
    )


def _is_credited(text: str, block: Block, following: Block) -> bool:
    """Whether ``block`` is a caption whose credit stands on the next line."""
    return len(block.sentences) <= 2 and is_credit(following.span.of(text)) and not reports(block.span.of(text))


def _repeated(plain: Sequence[str], copies: Counter[str], at: int) -> float:
    """A line that stands twice close together, or often, is a caption or a menu; a paragraph that reports may."""
    if copies[plain[at]] == 1:
        return 0.0
    near = (*plain[max(0, at - 2) : at], *plain[at + 1 : at + 3])
    return 2.0 if copies[plain[at]] > 2 or (plain[at] in near and not reports(plain[at])) else 0.0
