from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.intake.body import find_body
from rapporteur.spans import Span
from tests.intake import layouts

PROSE = "The ministers met in Lima on Monday and agreed to meet again before the end of the year."
MORE = "They discussed the river, the bridge and the tariff, and said that nothing had been signed."


def words(text: str) -> list[str]:
    return [span.of(text) for span in find_body(text)]


@pytest.mark.parametrize("name", layouts.NAMES)
def test_layout(name: str) -> None:
    text = layouts.text_of(name)
    got = {at for span in find_body(text) for at in range(span.start, span.end) if text[at].isalnum()}
    want = layouts.prose_of(name)

    def shown(offsets: set[int]) -> str:
        return "".join(char if at in offsets else "·" for at, char in enumerate(text) if at in offsets or char == " ")

    assert want, "the layout marks no prose"
    assert shown(want - got).strip(" ·") == ""
    assert shown(got - want).strip(" ·") == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "Above all, the ministers were told, the river must not be closed again before the harvest.",
        "The government reserves the right to answer, a spokesman in Lima told reporters on Friday.",
        "Inspectors demanded unlimited access to the upper dam and were refused it for a second time.",
        "The island hopes to become a member of the river commission in the spring of next year.",
        "Support for the accord has fallen since the flood, according to two polls taken in March.",
        "He was the first to visit the province, and said that he had done so without permission.",
        "“You must subscribe to our plan,” the envoy told them, “or you will receive nothing from us.”",
        "Share prices in Lima fell after the talks, and the bank was asked to help.",
        "The newspaper’s office was searched without a warrant, its editor said in a letter to readers.",
        "From there the delegation drove to the dam, where the prime minister was waiting.",
        "By Monday the water had reached the bridge, and by Tuesday it had carried it away.",
        "The accord was signed in the library on May 3, 1990.",
        "Asked whether he would sign, he said: “Read more than the headlines.”",
    ],
)
def test_prose_that_sounds_like_a_leftover(sentence: str) -> None:
    assert words("\n\n".join([PROSE, sentence, MORE, PROSE + " " + MORE]))[1] == sentence


def test_enough_layouts() -> None:
    assert len(layouts.NAMES) >= 25


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (PROSE, [PROSE]),
        (f"{PROSE}\n\n{MORE}", [PROSE, MORE]),
        (f"{PROSE}\r\n{MORE}\r\n", [PROSE, MORE]),
        ("", []),
        ("\n \n\t\n", []),
        ("Home\nNews\nSport\nLogin", []),
        ("Talks resume in Lima", []),
        (f"Talks resume in Lima\n\n{PROSE}", [PROSE]),
        (f"**{PROSE}**", [PROSE]),
        (f"> {PROSE}", [PROSE]),
        (f"{PROSE} (LUSA)", [PROSE]),
        (f"{PROSE}\n\nA bridge too far\n\n{MORE}", [PROSE, MORE]),
        (f"{PROSE}\n\n(Photo: Ana Prat/EFE)\n\n{MORE}", [PROSE, MORE]),
        (f"{PROSE}\n\nAdvertisement\n\n{MORE}", [PROSE, MORE]),
        (
            f"{PROSE}\n\n{MORE}\n\nCopyright (c) 1990 Lima Post. For the terms on which it may be read, ask in Lima.",
            [PROSE, MORE],
        ),
        (f"{PROSE} mprat@andes.example (END)", [PROSE]),
        (
            f"{PROSE}\n\n{MORE}\n\n3 comments\n\nAna says:\nI was there and saw nothing of the kind at all.",
            [PROSE, MORE],
        ),
    ],
)
def test_plain(text: str, body: list[str]) -> None:
    assert words(text) == body


@pytest.mark.parametrize(
    "mark",
    [
        " EFE",
        "\nEFE",
        " (EFE)",
        "\n(EFE)",
        " - EFE",
        " END",
        "\nENDS",
        " /ap",
        "\nWith a report from Agence France-Presse",
    ],
)
@pytest.mark.parametrize("last", [MORE, "It left the question of the upper dam for another day."])
@pytest.mark.parametrize("after", ["", "\n\nShare\nRelated stories\nBridge falls"])
def test_mark_at_the_end_costs_no_paragraph(mark: str, last: str, after: str) -> None:
    assert words(f"{PROSE}\n\n{last}{mark}{after}") == [PROSE, last]


@pytest.mark.parametrize("label", ["{n}. ", "{n}) ", "({n}) ", "({a}) ", "{a}) ", "{a}. ", "- ", "• ", "* "])
@pytest.mark.parametrize(
    "points",
    [
        [
            "To set up a river panel, to be led by a member of a third country, which shall report in June;",
            "To hold the second meeting in Quito on 27 May 1990; and",
            "To open a direct line between the two dams.",
        ],
        [
            "The two sides will set up a river panel within thirty days.",
            "The panel will hold its first meeting in Quito in May.",
            "Each side will bear its own costs.",
        ],
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\n\n"])
def test_points_of_a_communique(label: str, points: list[str], newline: str) -> None:
    labelled = [label.format(n=at, a="abc"[at - 1]) + point for at, point in enumerate(points, 1)]
    agreed = "The ministers agreed on the following:"
    text = newline.join(["RIVER MINISTERS MEET", PROSE, agreed, *labelled, MORE, PROSE])
    assert words(text) == [PROSE, agreed, *(point.lstrip("•* ") for point in labelled), MORE, PROSE]


def test_paragraph_that_stands_twice_is_body_both_times() -> None:
    text = "\n\n".join([PROSE, MORE, "A third paragraph says what the second did not say of the river.", MORE])
    assert words(text).count(MORE) == 2


def test_line_that_stands_twice_together_is_a_caption() -> None:
    caption = "The two delegations at the long table in the old mint of Lima."
    assert words("\n".join([caption, caption, PROSE, MORE])) == [PROSE, MORE]


def test_wrapped_paragraph_is_one_span() -> None:
    lines = (
        "The ministers of the three river states met in Lima on Monday, the first\n"
        "time since the flood, and agreed to open the gates of the upper dam for\n"
        "nine days in every month until the reservoir is full again. Nobody\n"
        "signed anything."
    )
    text = f"LIMA ACCORD\n\n{lines}\n\n{MORE}\n"
    assert words(text) == [lines, MORE]


def test_page_of_another_language_has_a_body() -> None:
    prose = "Os ministros reuniram-se em Lima na segunda-feira e decidiram voltar a encontrar-se em maio."
    assert words(f"Reunião em Lima\n\n{prose}\n") == [prose]


LINES = st.lists(
    st.one_of(
        st.text(max_size=80),
        st.sampled_from(
            [PROSE, MORE, "Share", "By Ana Prat", "Leave a Reply", "* * *", "GENEVA, May 3 (AP) —", "(END)", ""]
        ),
    ),
    max_size=14,
)


@settings(max_examples=100, deadline=None)
@given(LINES, st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_spans_are_in_order_and_trimmed(lines: list[str], newline: str) -> None:
    text = newline.join(lines)
    spans = find_body(text)
    assert list(spans) == sorted(spans)
    assert not any(one.overlaps(other) for one, other in pairwise(spans))
    for span in spans:
        assert span in Span(0, len(text))
        assert span.of(text) == span.of(text).strip() != ""
    assert find_body(text) == spans


@pytest.mark.parametrize(
    "unit", ["a", "* ", '"', "1", "By A ", "a | ", "http://a.b/", "(", "Ab, ", ".", "Photo: ", "_", "A. "]
)
def test_no_text_takes_long(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    assert all(span in Span(0, len(text)) for span in find_body(text))
