"""A parse in CoNLL-U: tokens, tags and dependencies; an underscore where the parser does not know."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from rapporteur.language.parse import Parse, Token
from rapporteur.spans import Span

_CLITIC = re.compile(r"n['’]t|['’](?:s|re|ve|ll|d|m)?", re.IGNORECASE)


def conllu(identifier: str, parse: Parse) -> str:
    """One document in CoNLL-U, ending in an empty line."""
    lines = [f"# newdoc id = {identifier}"]
    for number, sentence in enumerate(parse.sentences, 1):
        lines += [f"# sent_id = {identifier}-{number}", f"# text = {_one_line(sentence.of(parse.text))}"]
        lines += [*_rows(parse, sentence), ""]
    return "\n".join(lines) + "\n"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _rows(parse: Parse, sentence: Span) -> Iterator[str]:
    tokens = parse.tokens_in(sentence)
    first = bisect_left(parse.tokens, tokens[0].start, key=lambda token: token.start) if tokens else 0
    inside: frozenset[int] = frozenset()
    for number, token in enumerate(tokens, 1):
        if number not in inside:
            contracted = _contraction(parse.text, tokens, number)
            inside = frozenset(range(number, number + len(contracted)))
            if len(contracted) > 1:
                yield _range(parse.text, tokens, contracted, number)
        columns = (
            str(number),
            _one_line(token.span.of(parse.text)) or "_",
            token.lemma or "_",
            token.upos or "_",
            token.xpos or "_",
            token.feats or "_",
            _head(token, first),
            token.deprel or "_",
            "_",
            "_" if number in inside and len(inside) > 1 else _misc(tokens, number),
        )
        yield "\t".join(columns)


def _contraction(text: str, tokens: Sequence[Token], number: int) -> Sequence[Token]:
    """The tokens from ``number`` on that are written as one word: "did" and "n't"."""
    end = number
    while (
        end < len(tokens) and tokens[end].start == tokens[end - 1].end and _CLITIC.fullmatch(_form(text, tokens[end]))
    ):
        end += 1
    return tokens[number - 1 : end] if _form(text, tokens[number - 1])[-1:].isalnum() else tokens[number - 1 : number]


def _form(text: str, token: Token) -> str:
    return text[token.start : token.end]


def _range(text: str, tokens: Sequence[Token], contracted: Sequence[Token], number: int) -> str:
    """The line of a contracted word, before those of its parts."""
    last = number + len(contracted) - 1
    word = text[contracted[0].start : contracted[-1].end]
    return "\t".join((f"{number}-{last}", word, *["_"] * 7, _misc(tokens, last)))


def _head(token: Token, first: int) -> str:
    """The number of the head in its sentence, 0 for the root."""
    if token.head is None:
        return "_"
    return "0" if token.head < 0 else str(token.head - first + 1)


def _misc(tokens: Sequence[Token], number: int) -> str:
    """``SpaceAfter=No`` where the next token follows at once."""
    glued = number < len(tokens) and tokens[number - 1].end == tokens[number].start
    return "SpaceAfter=No" if glued else "_"
