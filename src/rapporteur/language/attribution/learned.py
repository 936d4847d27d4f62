"""Attributions from the spans that the model found: sources, cues and contents, put together sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapporteur.language.model.analysis import Analysis, Labelled
from rapporteur.language.parse import Attribution, Manner, Parse
from rapporteur.language.trees import Tree
from rapporteur.spans import Span, trim

_MARKS = "“”‘’\"'«»„,;: "


@dataclass(slots=True)
class _Draft:
    """An attribution in the making."""

    cue: Span | None
    source: Span | None = None
    content: list[Span] = field(default_factory=list)

    @property
    def anchor(self) -> Span | None:
        """Where contents are sought: the cue and the source beside it."""
        return self.cue or self.source


def find(parse: Parse, analysis: Analysis) -> tuple[Attribution, ...]:
    """Return the attributions that the model's spans tell, in order."""
    drafts: list[_Draft] = []
    last: _Draft | None = None
    for sentence in parse.sentences:
        roles = [one for one in _touching(analysis.roles, sentence) if one.span in sentence]
        cues = [one.span for one in roles if one.kind == "cue"]
        sources = [one.span for one in roles if one.kind == "src"]
        held = _touching(analysis.contents, sentence)
        contents = [piece for one in held if (piece := _common(one.span, sentence))]
        here = _paired(Tree.of(parse, sentence), cues, sources)
        outer = [d for d in here if d.anchor and not any(d.anchor in c for c in contents)]
        inner = [d for d in here if d.anchor and d not in outer]
        for content in contents:
            holder = _nearest(outer, content, cues) or (last if not outer else None)
            if holder:
                holder.content.append(content)
        for draft in inner:
            content = next(c for c in contents if draft.anchor and draft.anchor in c)
            draft.content += _rest(parse.text, content, draft)
        drafts += here
        last = next((d for d in reversed(outer) if d.content), last if not outer and contents else None)
    done = [made for draft in drafts if draft.content and (made := _made(parse, draft))]
    return tuple(sorted(done, key=lambda a: min(s.start for s in (*a.source, *a.cue, *a.content))))


def _touching(ones: Sequence[Labelled], sentence: Span) -> Sequence[Labelled]:
    """Those that share characters with a sentence; ``ones`` are in order and apart."""
    first = bisect_right(ones, sentence.start, key=lambda one: one.span.end)
    return ones[first : bisect_left(ones, sentence.end, lo=first, key=lambda one: one.span.start)]


def _common(one: Span, other: Span) -> Span | None:
    start, end = max(one.start, other.start), min(one.end, other.end)
    return Span(start, end) if start < end else None


def _paired(tree: Tree, cues: Sequence[Span], sources: Sequence[Span]) -> list[_Draft]:
    """One draft a cue, with the source that is its subject or stands nearest; one a source that no cue takes."""
    drafts = [_Draft(cue) for cue in cues]
    pairs = sorted(
        (_distance(tree, cue, source), i, j) for i, cue in enumerate(cues) for j, source in enumerate(sources)
    )
    taken: set[int] = set()
    for _, i, j in pairs:
        if drafts[i].source is None and j not in taken:
            drafts[i].source = sources[j]
            taken.add(j)
    return [*drafts, *(_Draft(None, source) for j, source in enumerate(sources) if j not in taken)]


def _distance(tree: Tree, cue: Span, source: Span) -> int:
    """How far a source is from a cue in characters; less where it is the cue's subject."""
    heads = [at for at, token in enumerate(tree.tokens) if cue.start <= token.start < cue.end]
    subjects = [c for at in heads for c in tree.children(at, "nsubj", "obl", "nmod")]
    is_subject = any(source.start <= tree.tokens[c].start < source.end for c in subjects)
    gap = max(source.start - cue.end, cue.start - source.end, 0)
    return gap - 1000 if is_subject else gap


def _nearest(drafts: Sequence[_Draft], content: Span, cues: Sequence[Span]) -> _Draft | None:
    """The draft whose cue stands nearest to ``content``, with no other cue in between."""

    def rank(draft: _Draft) -> tuple[int, int]:
        place = draft.anchor
        assert place is not None  # noqa: S101 - a draft has a cue or a source
        gap = max(content.start - place.end, place.start - content.end, 0)
        low, high = min(content.end, place.end), max(content.start, place.start)
        between = sum(low <= cue.start and cue.end <= high and cue != place for cue in cues)
        return between, gap

    return min(drafts, key=rank, default=None)


def _rest(text: str, content: Span, draft: _Draft) -> Iterator[Span]:
    """What an attribution inside a content reports: what follows it there, or what stands before it at the end."""
    pieces = [s for s in (draft.cue, draft.source) if s]
    first, last = min(s.start for s in pieces), max(s.end for s in pieces)
    after = trim(Span(last, max(last, content.end)), text, also=_MARKS)
    before = trim(Span(content.start, max(content.start, first)), text, also=_MARKS)
    if len(after) > 12:
        word = text[after.start : after.start + 5]
        yield Span(after.start + 5, after.end) if word == "that " else after
    elif before:
        yield before


def _made(parse: Parse, draft: _Draft) -> Attribution | None:
    pieces = sorted(draft.content)
    words = [cut for piece in pieces if (cut := trim(piece, parse.text, also=_MARKS))]
    spans = [(span, _is_quoted(parse, span)) for span in words]
    if not spans:
        return None
    manners = {Manner.DIRECT if quoted else Manner.INDIRECT for _, quoted in spans}
    mixed = len(manners) > 1 or (manners == {Manner.INDIRECT} and any(_holds_quotation(parse, s) for s, _ in spans))
    manner = Manner.MIXED if mixed else manners.pop()
    source = (draft.source,) if draft.source else ()
    return Attribution(source, (draft.cue,) if draft.cue else (), tuple(span for span, _ in spans), manner)


def _quotation_at(parse: Parse, offset: int) -> Span | None:
    at = bisect_right(parse.quotations, offset, key=lambda q: q.start) - 1
    return parse.quotations[at] if at >= 0 and offset < parse.quotations[at].end else None


def _is_quoted(parse: Parse, span: Span) -> bool:
    held = _quotation_at(parse, span.start)
    return held is not None and span.end <= held.end


def _holds_quotation(parse: Parse, span: Span) -> bool:
    at = bisect_left(parse.quotations, span.start, key=lambda q: q.start)
    return at < len(parse.quotations) and parse.quotations[at].start < span.end


__all__ = ["find"]
