"""A parse in CoNLL-U: tokens, tags and dependencies; an underscore where the parser does not know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapporteur.language.parse import Parse, Token
from rapporteur.spans import Span


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
    for number, token in enumerate(tokens, 1):
        columns = (
            str(number),
            _one_line(token.span.of(parse.text)) or "_",
            token.lemma or "_",
            token.upos or "_",
            token.xpos or "_",
            token.feats or "_",
            _head(token, parse, tokens),
            token.deprel or "_",
            "_",
            _misc(tokens, number),
        )
        yield "\t".join(columns)


def _head(token: Token, parse: Parse, tokens: Sequence[Token]) -> str:
    """The number of the head in its sentence, 0 for the root."""
    if token.head is None:
        return "_"
    return "0" if token.head < 0 else str(tokens.index(parse.tokens[token.head]) + 1)


def _misc(tokens: Sequence[Token], number: int) -> str:
    """``SpaceAfter=No`` where the next token follows at once."""
    glued = number < len(tokens) and tokens[number - 1].end == tokens[number].start
    return "SpaceAfter=No" if glued else "_"
