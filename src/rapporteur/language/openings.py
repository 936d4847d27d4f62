"""Datelines in front of a sentence are no part of its grammar: they are analysed by themselves and hung on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapporteur.intake.datelines import opening_dateline
from rapporteur.language.parse import Token
from rapporteur.spans import Span, trim


def cut(text: str, sentences: Sequence[Span], paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """``sentences`` with the datelines that open paragraphs as pieces of their own."""
    opens = {paragraph.start for paragraph in paragraphs}
    pieces: list[Span] = []
    for sentence in sentences:
        dateline = opening_dateline(text, sentence) if sentence.start in opens else None
        ahead = trim(dateline.span, text) if dateline else Span(0, 0)
        rest = trim(Span(max(sentence.start, ahead.end), sentence.end), text)
        pieces += [ahead, rest] if ahead and rest and ahead.end < sentence.end else [sentence]
    return tuple(pieces)


def joined(tokens: Sequence[Token], sentences: Sequence[Span]) -> tuple[Token, ...]:
    """``tokens`` in which every sentence has one root: the roots of its datelines hang on the last one."""
    found = list(tokens)
    at = 0
    for sentence in sentences:
        roots = []
        while at < len(found) and found[at].start < sentence.end:
            if found[at].head == -1:
                roots.append(at)
            at += 1
        for root in roots[:-1]:
            found[root] = replace(found[root], head=roots[-1], deprel="parataxis")
    return tuple(found)


__all__ = ["cut", "joined"]
