from __future__ import annotations

from rapporteur.export.conllu import conllu
from rapporteur.language.parse import Parse, Token
from rapporteur.spans import Span

TEXT = "Oslo waits. It\u2019s late."


def test_what_the_parser_knows_stands_in_its_column_and_the_rest_is_an_underscore() -> None:
    tokens = (
        Token(0, 4, lemma="Oslo", upos="PROPN", head=1, deprel="nsubj"),
        Token(5, 10, lemma="wait", upos="VERB", head=-1, deprel="root"),
        Token(10, 11),
        Token(12, 14),
        Token(14, 16),
        Token(17, 21),
        Token(21, 22),
    )
    parse = Parse(TEXT, (Span(0, 22),), (Span(0, 11), Span(12, 22)), tokens, tokens=tokens)
    assert conllu("d1", parse) == (
        "# newdoc id = d1\n"
        "# sent_id = d1-1\n"
        "# text = Oslo waits.\n"
        "1\tOslo\tOslo\tPROPN\t_\t_\t2\tnsubj\t_\t_\n"
        "2\twaits\twait\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No\n"
        "3\t.\t_\t_\t_\t_\t_\t_\t_\t_\n"
        "\n"
        "# sent_id = d1-2\n"
        "# text = It\u2019s late.\n"
        "1-2\tIt\u2019s\t_\t_\t_\t_\t_\t_\t_\t_\n"
        "1\tIt\t_\t_\t_\t_\t_\t_\t_\t_\n"
        "2\t\u2019s\t_\t_\t_\t_\t_\t_\t_\t_\n"
        "3\tlate\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
        "4\t.\t_\t_\t_\t_\t_\t_\t_\t_\n"
        "\n"
    )
