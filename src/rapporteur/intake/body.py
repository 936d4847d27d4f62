"""Which parts of a plain text are the article's own prose.

Every sentence gets a weight (`layout.weigh`): above 0 it is like the prose of an article, below 0 like what stands
around one.  The best path through the sentences then says where the article begins, ends and is interrupted.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from rapporteur.intake.captions import trailing_credit
from rapporteur.intake.layout import Sentence, weigh
from rapporteur.intake.lines import MARKS, Block, blocks
from rapporteur.spans import Span, trim


class _Part(IntEnum):
    """Where in a text a sentence stands; a path goes from the first to the last, to and fro between the middle two."""

    BEFORE = 0
    BODY = 1
    HOLE = 2
    AFTER = 3


_STEPS = {
    _Part.BEFORE: (_Part.BEFORE,),
    _Part.BODY: (_Part.BEFORE, _Part.BODY, _Part.HOLE),
    _Part.HOLE: (_Part.BODY, _Part.HOLE),
    _Part.AFTER: (_Part.AFTER, _Part.BODY, _Part.BEFORE),
}

# What a path pays.  An interruption (a list of headlines) costs two turns and a little for each of its lines, so that
# prose after a long foreign stretch is no part of the article; plain leftovers (a caption, a newsletter's offer) may
# stand in any article and cost hardly more.  An interruption inside a paragraph must be plain to see.
TURN = 0.3
TURN_INSIDE = 0.9
STAY = 0.25
PLAIN = -2.4
STAY_PLAIN = 0.1
# The prose of three sentences; and the share of the richest stretch that is more than the words of a cookie notice.
ENOUGH = 4.0
SCRAP = 0.3


def find_body(text: str) -> tuple[Span, ...]:
    """The spans of ``text`` that are the article's own prose, in order; none runs over the end of a paragraph."""
    found = blocks(text)
    parts = iter(_parts(weigh(text, found)))
    spans: list[Span] = []
    for block in found:
        spans.extend(_prose(text, block, [next(parts) for _ in block.sentences]))
    return tuple(spans)


def _parts(sentences: Sequence[Sentence]) -> list[_Part]:
    """The part to which each sentence belongs.

    The richest stretch of prose is not always the article: comments and the openings of other stories may be longer.
    An article comes first, so it begins with an earlier stretch if that is no mere scrap beside the richest.
    """
    path, total = _best_path(sentences, _Part.BEFORE)
    start = _start(path)
    while start:
        earlier, sum_before = _best_path(sentences[:start], _Part.BEFORE)
        first = _start(earlier)
        scrap = sum_before < max(ENOUGH, SCRAP * total)
        if scrap or (sentences[start].opening and not sentences[first].opening):
            break
        path = earlier[:first] + _best_path(sentences[first:], _Part.BODY)[0]
        start = first
    return path


def _start(path: Sequence[_Part]) -> int:
    """Where the body begins; 0 if there is none."""
    return path.index(_Part.BODY) if _Part.BODY in path else 0


def _best_path(sentences: Sequence[Sentence], part: _Part) -> tuple[list[_Part], float]:
    """The path of the greatest sum from ``part`` on (Viterbi), and that sum; comments end what is an article."""
    sums = {part: 0.0}
    came: list[dict[_Part, _Part]] = []
    for sentence in sentences:
        if sentence.closes and max(sums.values()) >= ENOUGH:
            break
        reached: dict[_Part, float] = {}
        back: dict[_Part, _Part] = {}
        for target, sources in _STEPS.items():
            ways = [(sums[source] + _step(source, target, sentence), source) for source in sources if source in sums]
            if ways:
                total, back[target] = max(ways)
                reached[target] = total + _stay(target, sentence)
        sums = reached
        came.append(back)
    total, part = max((total, target) for target, total in sums.items())
    path = [_Part.AFTER] * (len(sentences) - len(came))
    for back in reversed(came):
        path.append(part)
        part = back[part]
    return path[::-1], total


def _step(source: _Part, part: _Part, sentence: Sentence) -> float:
    if source is part or (source, part) == (_Part.BEFORE, _Part.AFTER):
        return 0.0
    if source is _Part.BEFORE:
        return sentence.opening or (0.0 if sentence.opens_block else -TURN_INSIDE)
    plain = sentence.weight < PLAIN and part is not _Part.BODY
    if part is _Part.AFTER:
        return 0.0 if sentence.opens_block else -TURN if plain else -TURN_INSIDE
    return -TURN if sentence.opens_block or plain else -TURN_INSIDE


def _stay(part: _Part, sentence: Sentence) -> float:
    if part is _Part.BODY:
        return sentence.weight - sentence.barrier
    if part is _Part.HOLE:
        return -(STAY if sentence.weight > PLAIN else STAY_PLAIN) * sentence.opens_block - sentence.barrier
    return 0.0


def _prose(text: str, block: Block, parts: Sequence[_Part]) -> list[Span]:
    """The runs of body sentences of a block, without mark-up at their ends or a source in brackets after the last."""
    runs: list[Span] = []
    last: _Part | None = None
    for sentence, part in zip(block.sentences, parts, strict=True):
        if part is _Part.BODY:
            own = _without_credit(text, sentence)
            if last is _Part.BODY and runs[-1].end >= sentence.start - 8 and not text[runs[-1].end : own.start].strip():
                runs[-1] = runs[-1].to(own)
            else:
                runs.append(own)
        last = part
    return [span for span in (trim(run, text, also=MARKS) for run in runs) if span]


def _without_credit(text: str, sentence: Span) -> Span:
    credit = trailing_credit(sentence.of(text))
    return Span(sentence.start, sentence.start + credit.start()) if credit else sentence
