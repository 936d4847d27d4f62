"""Labels: who or what is named before a colon, as headlines and transcripts have it: "Poll: ...", "Moreno: ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapporteur.language.parse import Attribution, Manner, NameKind, Parse
from rapporteur.reference import load
from rapporteur.spans import Span, trim

_LABEL = re.compile(r"\s*([^\W\d_][^:“”\"\n]{1,50}):\s+(?=[^\s“\"„«‘'])")
_FEWEST = 2
_PEOPLE = frozenset({NameKind.PERSON, NameKind.TITLE})


def find(parse: Parse) -> tuple[Attribution, ...]:
    """Return what stands behind labels: each up to the next one, or to the end of its paragraph."""
    return tuple(made for paragraph in parse.paragraphs for made in _in_paragraph(parse, paragraph))


def _in_paragraph(parse: Parse, paragraph: Span) -> Iterator[Attribution]:
    end = paragraph.end
    for sentence in reversed(parse.sentences_in(paragraph)):
        match = _LABEL.match(parse.text, sentence.start, end)
        if match is None or not _may_speak(parse, Span(*match.span(1))):
            continue
        content = trim(Span(match.end(), end), parse.text)
        manner = Manner.MIXED if any(q.overlaps(content) for q in parse.quotations) else Manner.INDIRECT
        if len(parse.words_in(content)) > _FEWEST:
            yield Attribution(
                (Span(*match.span(1)),), (Span(match.end(1), match.end(1) + 1),), (content,), manner, told=False
            )
        end = sentence.start


def _may_speak(parse: Parse, label: Span) -> bool:
    """Whether a label is a person's name, or a noun for somebody or something that tells."""
    if label.of(parse.text).lower() in load("attitudes")["labels"]:
        return True
    names = [name for name in parse.names_in(label) if name.kind in _PEOPLE]
    is_person = any(name.kind is NameKind.PERSON and name.span.end == label.end for name in names)
    return is_person and names[0].span.start == label.start and sum(len(name.span) for name in names) > len(label) - 3


__all__ = ["find"]
