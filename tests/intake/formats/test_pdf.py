from __future__ import annotations

import pytest

from rapporteur.intake.document import Skipped
from rapporteur.intake.formats.layout import Letter, lines_in_order
from rapporteur.intake.formats.running import without_running_lines
from tests.intake import makers as m

LEFT = (
    "The delegations of Ostland and the Lesser Isles gathered on Monday in the old customs house of Karvan. They were "
    "received by the mayor, who wished them patience.\n\nNobody expected an agreement on the first day. The two sides "
    "had not spoken since the spring, and each brought its own map."
)
RIGHT = (
    "On Tuesday the talks turned to the fishing crews. Minister Maddox asked for their release; Minister Ferle "
    "answered that the courts would decide.\n\nThe ministers will meet again in a month, the hosts announced in the "
    "evening, at a place that is still to be chosen."
)


def text_of(data: bytes) -> str:
    return m.document("story.pdf", data).content


def test_lines_become_paragraphs() -> None:
    assert text_of(m.pdf([m.set_in_lines(m.PROSE)])) == m.PROSE.strip()


def test_first_lines_set_in_begin_paragraphs() -> None:
    placed, foot = [], 720.0
    for paragraph in m.PARAGRAPHS:
        for number, (left, _, size, words) in enumerate(m.set_in_lines(paragraph)):
            placed.append((left + (14 if number == 0 else 0), foot, size, words))
            foot -= 14
    assert text_of(m.pdf([placed])) == m.PROSE.strip()


def test_a_headline_stands_alone() -> None:
    page = [(72, 740, 20, m.TITLE), *m.set_in_lines(m.PROSE)]
    assert text_of(m.pdf([page])).split("\n\n")[:2] == [m.TITLE, m.PARAGRAPHS[0]]


@pytest.mark.parametrize("across", [False, True], ids=["drawn column by column", "drawn line by line"])
def test_columns_are_read_one_after_the_other(across: bool) -> None:
    left, right = m.set_in_lines(LEFT, width=38, left=60), m.set_in_lines(RIGHT, width=38, left=320)
    placed = sorted([*left, *right], key=lambda line: (-line[1], line[0])) if across else [*right, *left]
    page = [(60, 745, 18, "Patience asked for in Karvan"), *placed]
    assert text_of(m.pdf([page])) == f"Patience asked for in Karvan\n\n{LEFT}\n\n{RIGHT}"


def test_a_headline_across_parts_what_stands_above_from_what_stands_below() -> None:
    def half(text: str, left: float, top: float) -> list[m.Placed]:
        return m.set_in_lines(text, width=38, left=left, top=top)

    upper = [*half(LEFT, 60, 700), *half(RIGHT, 320, 700)]
    lower = [*half(m.PARAGRAPHS[1], 60, 380), *half(m.PARAGRAPHS[2], 320, 380)]
    across = (60.0, 420.0, 18.0, "Elsewhere on the northern coast of the Lesser Isles")
    assert text_of(m.pdf([[*upper, across, *lower]])).split("\n\n") == [
        *LEFT.split("\n\n"),
        *RIGHT.split("\n\n"),
        across[3],
        m.PARAGRAPHS[1],
        m.PARAGRAPHS[2],
    ]


def test_a_numbered_list_is_no_pair_of_columns() -> None:
    points = [
        "The crews go home.",
        "The strait is opened.",
        "A commission draws the line.",
        "The ministers meet again.",
    ]
    page = [
        placed
        for number, point in enumerate(points)
        for placed in ((72.0, 700.0 - 28 * number, 11.0, f"{number + 1}."), (110.0, 700.0 - 28 * number, 11.0, point))
    ]
    assert text_of(m.pdf([page])).split("\n\n") == [f"{number + 1}. {point}" for number, point in enumerate(points)]


def test_a_head_set_in_cells_makes_no_columns() -> None:
    cells = [
        (72.0, 750.0, 9.0, "KARVAN WIRE"),
        (250.0, 750.0, 9.0, "FOREIGN SERVICE"),
        (450.0, 750.0, 9.0, "KW-17"),
        (72.0, 738.0, 9.0, "SLUG: STRAIT"),
        (250.0, 738.0, 9.0, "PRIORITY: 2"),
        (450.0, 738.0, 9.0, "WORDS: 90"),
    ]
    feet = [(72.0, 30.0, 9.0, "KARVAN WIRE"), (250.0, 30.0, 9.0, "SHEET 1 OF 1")]
    assert text_of(m.pdf([[*cells, *m.set_in_lines(m.PROSE), *feet]])).split("\n\n")[1:4] == list(m.PARAGRAPHS)


def test_a_paragraph_goes_on_over_the_page() -> None:
    lines = m.set_in_lines(m.PARAGRAPHS[2])
    first, second = lines[:1], [(left, 720.0, size, words) for left, _, size, words in lines[1:2]]
    rest = [(left, 706.0, size, words) for left, _, size, words in lines[2:]]
    assert text_of(m.pdf([first, second + rest])) == m.PARAGRAPHS[2]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("The envoys spoke of a cease-", "fire in the strait.", "The envoys spoke of a ceasefire in the strait."),
        ("The negoti-", "ations went on.", "The negotiations went on."),
        ("The Anglo-", "Ostish treaty stands.", "The Anglo-Ostish treaty stands."),
        (
            "Their two-day cease-fire held; a new cease-",
            "fire is due.",
            "Their two-day cease-fire held; a new cease-fire is due.",
        ),
        ("They met in 1978-", "79 and after.", "They met in 1978- 79 and after."),
    ],
)
def test_broken_words_are_whole_again(first: str, second: str, joined: str) -> None:
    width = [(72.0, 720.0, 11.0, first), (72.0, 706.0, 11.0, second)]
    assert text_of(m.pdf([width])) == joined


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages = [
        [
            (72, 765, 9, "The Karvan Courier"),
            (450, 765, 9, "Tuesday, 12 February"),
            *m.set_in_lines(paragraph),
            (300, 30, 9, str(number)),
        ]
        for number, paragraph in enumerate(m.PARAGRAPHS, start=14)
    ]
    assert text_of(m.pdf(pages)) == m.PROSE.strip()


def test_heads_that_alternate_and_numbered_feet_are_left_out() -> None:
    heads = ["The Karvan Courier", "World news"] * 3
    texts = [*m.PARAGRAPHS, *LEFT.split("\n\n"), RIGHT.split("\n\n", maxsplit=1)[0]]
    pages = [
        [(72, 765, 9, head), *m.set_in_lines(text), (280, 30, 9, f"Edition 7, page {number} of 6")]
        for number, (head, text) in enumerate(zip(heads, texts, strict=True), start=1)
    ]
    assert text_of(m.pdf(pages)).split("\n\n") == texts


def test_numbered_headings_at_the_head_of_pages_stay() -> None:
    pages = [[(72, 740, 14, f"Round {number}"), *m.set_in_lines(text)] for number, text in ((3, LEFT), (9, RIGHT))]
    assert "Round 3" in text_of(m.pdf(pages))
    assert "Round 9" in text_of(m.pdf(pages))


def test_a_browsers_print_marks_give_the_address() -> None:
    page = [
        (20, 770, 8, "2/13/19, 9:04 AM"),
        (250, 770, 8, m.TITLE),
        *m.set_in_lines(m.PROSE),
        (20, 15, 8, "https://courier.example/strait?id=7"),
        (560, 15, 8, "1/1"),
    ]
    document = m.document("story.pdf", m.pdf([page]))
    assert document.content == m.PROSE.strip()
    assert document.fields["url"] == "https://courier.example/strait?id=7"


@pytest.mark.parametrize(
    ("info", "fields"),
    [
        ({"Title": m.TITLE, "Author": "H. Bek"}, {"title": m.TITLE, "author": "H. Bek"}),
        ({"CreationDate": "D:20190213093000+02'00'", "ModDate": "D:20190301"}, {"saved": "2019-03-01"}),
        ({"Title": "Microsoft Word - draft 3.doc"}, {}),
        ({"Title": "page_12.indd", "CreationDate": "yesterday"}, {}),
    ],
)
def test_properties_become_fields(info: dict[str, str], fields: dict[str, str]) -> None:
    assert dict(m.document("story.pdf", m.pdf([m.set_in_lines(m.PROSE)], info=info)).fields) == fields


def test_a_locked_pdf_says_so() -> None:
    (skipped,) = m.documents("story.pdf", m.pdf([m.set_in_lines(m.PROSE)], password="strait"))
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "encrypted"
    assert text_of(m.pdf([m.set_in_lines(m.PROSE)], password="", owner="courier")) == m.PROSE.strip()


def test_letters_that_run_leftwards_keep_their_order() -> None:
    letters = [Letter(char, 500 - 8 * at, 508 - 8 * at, 700, 712) for at, char in enumerate("שלום")]
    assert [line.text for line in lines_in_order(letters)] == ["שלום"]


def test_an_empty_page_has_no_lines() -> None:
    assert lines_in_order([]) == []
    assert without_running_lines([[], []]) == ([[], []], [])
