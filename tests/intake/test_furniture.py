from __future__ import annotations

from collections.abc import Callable

import pytest

from rapporteur.intake import furniture
from rapporteur.reference import load

CASES: list[tuple[Callable[[str], bool | int], list[str], list[str]]] = [
    (
        furniture.is_line,
        [
            "Share",
            "SHARE THIS ARTICLE",
            "Read more:",
            "Advertisement",
            "* Skip to content",
            "Sign up",
            "1 of 14 DOCUMENTS",
        ],
        ["Share of the vote", "The talks resume.", "Read more widely, she told him.", ""],
    ),
    (
        furniture.ends_article,
        [
            "Related Articles",
            "More on this story:",
            "12 Comments",
            "Leave a Reply",
            "Copyright 2004 The Lima Post",
            "Tagged with: water",
        ],
        ["More on this story was told by the envoy on Monday.", "The most read minister.", "Comments were few."],
    ),
    (
        furniture.opens_comments,
        ["One reply on “A bridge too far”", "3 responses to “A bridge too far”", "Leave a comment", "Comments (12)"],
        ["12 comments", "Most read", "He left a comment on the wall"],
    ),
    (furniture.starts_article, ["BODY:", "Full text", "LP"], ["Body of water", "The body:  the river"]),
    (
        furniture.has_opening,
        ["Sign up for the morning letter", "Photo: Ana Prat", "Subscribe to the morning letter", "Crawled at: noon"],
        ["Signs of progress", "A photo of the bridge"],
    ),
    (
        furniture.is_note,
        [
            "Ana Prat contributed to this report from Lima.",
            "Reporting by Ana Prat; Editing by Jo Ruiz",
            "All rights reserved.",
        ],
        ["“This story was a lie,” he said.", "The talks were held in Lima."],
    ),
    (
        furniture.is_field,
        ["LENGTH: 532 words", "BYLINE: Ana Prat", "**Source:** a book", "WC  532 words", "Load-Date: May 4, 1990"],
        ["QUESTION: Why?", "AN old bridge fell", "SECRETARY OTTEN: We met.", "He said: no.", "the river"],
    ),
    (
        furniture.is_stamp,
        [
            "May 3, 1990",
            "Tue 14 Mar 2017 18.42 GMT",
            "Published: 22:14, 7 July 2017 | Updated: 09:31, 8 July 2017",
            "2 hours ago",
            "3 min read",
        ],
        ["May 3, 1990 was a Thursday in Lima", "1", "May", "The 3rd of May"],
    ),
    (
        furniture.is_byline,
        [
            "By Ana Prat",
            "BY ANA PRAT",
            "By Ana Prat in Lima",
            "From our correspondent in Lima",
            "By Ana Prat, Foreign Affairs Reporter",
        ],
        [
            "By Monday the river had risen.",
            "From there they drove to Lima.",
            "By the time he left, nobody cared.",
            "Ana Prat",
        ],
    ),
    (
        furniture.leftovers,
        ["Your email address will not be published.", "Enter your e-mail and you agree to our terms of use."],
        ["He asked for her e-mail address.", "“Sign up for the army,” he said."],
    ),
    (furniture.names_itself, ["This article reflects nobody's view."], ["The article was void."]),
]


@pytest.mark.parametrize(("judge", "text"), [(judge, text) for judge, yes, _ in CASES for text in yes])
def test_is(judge: Callable[[str], bool | int], text: str) -> None:
    assert judge(text)


@pytest.mark.parametrize(("judge", "text"), [(judge, text) for judge, _, no in CASES for text in no])
def test_is_not(judge: Callable[[str], bool | int], text: str) -> None:
    assert not judge(text)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("https://lima.example/1", 1, 1),
        ("[Read](https://lima.example/1)", 1, 1),
        ("Write to ana@lima.example", 0.4, 0.8),
        ("The talks resumed.", 0, 0),
        ("", 0, 0),
    ],
)
def test_link_share(text: str, low: float, high: float) -> None:
    assert low <= furniture.link_share(text) <= high


def test_the_table_is_in_order() -> None:
    for section, entries in load("boilerplate").items():
        assert all(isinstance(entry, str) for entry in entries), section
        assert len(set(entries)) == len(entries), section
        if section not in ("agencies", "codes"):
            assert entries == sorted(entries), section
            assert all(entry == entry.lower() for entry in entries), section
