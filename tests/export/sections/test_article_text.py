from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.export.sections.article_text import Mark, Paragraph, Token, nested, passages
from rapporteur.export.sections.citations import Place
from rapporteur.intake.article import Article
from rapporteur.spans import Span

TEXT = "The envoy came. He said “no”, and left.\n\nNobody met him\tat the pier."


def _places(*spans: Span) -> tuple[Place, ...]:
    return tuple(Place(span, f"w1-{n}", f"1.{n}", ()) for n, span in enumerate(sorted(set(spans)), 1))


def _written(paragraph: Paragraph) -> str:
    """A paragraph as a line that tests can compare: ``[`` and ``]`` around places, numbers after them."""
    return "".join(map(_written_token, paragraph))


def _written_token(token: Token) -> str:
    if token.mark is Mark.OPEN:
        return "[" if token.anchor else "("
    if token.mark is Mark.LABEL:
        return "^" + ",".join(place.number for place in token.places)
    return "]" if token.mark is Mark.CLOSE else token.text


def test_a_place_inside_another_is_nested() -> None:
    places = _places(Span(0, 15), Span(4, 9))
    assert _written(nested(TEXT, Span(0, 15), places)) == "[The [envoy]^1.2 came.]^1.1"


def test_a_place_that_crosses_anothers_end_is_cut_there() -> None:
    places = _places(Span(0, 9), Span(4, 15))
    assert _written(nested(TEXT, Span(0, 15), places)) == "[The [envoy]](^1.1 came.]^1.2"


def test_the_number_stands_behind_the_stop_and_the_quotation_mark() -> None:
    places = _places(Span(25, 27))
    assert _written(nested(TEXT, Span(16, 39), places)) == "He said “[no]”,^1.1 and left."


def test_a_place_over_two_paragraphs_begins_once_and_ends_once() -> None:
    article = Article("a", "a.txt", "a.txt", TEXT, (Span(0, 39), Span(41, len(TEXT))))
    (passage,) = passages(article, _places(Span(33, 47)))
    assert [_written(p) for p in passage.paragraphs] == [
        "The envoy came. He said “no”, and [left.]",
        "(Nobody]^1.1 met him\tat the pier.",
    ]


def test_what_stands_around_the_body_is_kept_apart() -> None:
    text = "Home | Harbour\nLatest\n\nThe envoy came.\n\nShare this"
    start = text.index("The")
    found = passages(Article("a", "a.txt", "a.txt", text, (Span(start, start + 15),)), _places(Span(0, 4)))
    assert [(p.leftover, p.cited, len(p.paragraphs)) for p in found] == [
        (True, True, 2),
        (False, False, 1),
        (True, False, 1),
    ]


SPANS = st.lists(
    st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
    .map(lambda ends: Span(min(ends), max(ends)))
    .filter(lambda span: bool(span.of(TEXT).strip())),
    max_size=8,
)


@given(cited=SPANS, body=SPANS)
@settings(max_examples=100, deadline=None)
def test_every_place_is_opened_once_closed_once_and_nothing_is_lost(cited: list[Span], body: list[Span]) -> None:
    apart = [span for at, span in enumerate(sorted(body)) if all(not span.overlaps(b) for b in sorted(body)[:at])]
    places = _places(*cited)
    found = passages(Article("a", "a.txt", "a.txt", TEXT, tuple(apart)), places)
    tokens = [token for passage in found for paragraph in passage.paragraphs for token in paragraph]
    words = "".join(token.text for token in tokens)
    assert "".join(words.split()) == "".join(TEXT.split())
    assert sorted(t.anchor for t in tokens if t.anchor) == sorted(place.anchor for place in places)
    labelled = [place.anchor for token in tokens for place in token.places]
    assert sorted(labelled) == sorted(place.anchor for place in places)
    for passage in found:
        for paragraph in passage.paragraphs:
            assert _balanced(paragraph)


def _balanced(paragraph: Paragraph) -> bool:
    depth = 0
    for token in paragraph:
        depth += (token.mark is Mark.OPEN) - (token.mark is Mark.CLOSE)
        if depth < 0:
            return False
    return depth == 0
