from __future__ import annotations

import pytest

from rapporteur.intake.phrases import folded, phrases, unquoted, words_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sign up here!", ("sign", "up", "here")),
        ("12 Comments", ("<n>", "comments")),
        ("One reply on “A bridge”", ("<n>", "reply", "on", "a", "bridge")),
        ("Editor’s note:", ("editor's", "note", ":")),
        ("1-MIN READ", ("<n>", "min", "read")),
        ("$5.50 a month", ("<n>", "a", "month")),
        ("the 2nd e-mail", ("the", "2nd", "e-mail")),
        ("***", ()),
    ],
)
def test_words(text: str, words: tuple[str, ...]) -> None:
    assert words_in(text) == words


def test_found_by_whole_words() -> None:
    listed = phrases("comments")
    assert listed.are(words_in("Leave a Reply"))
    assert listed.are(words_in("Leave a comment:"))
    assert not listed.are(words_in("Leave a reply to Ana"))
    assert listed.open(words_in("3 responses to “A bridge too far”"))
    assert not listed.open(words_in(""))
    assert listed.count(words_in("Please leave a reply, then post a comment.")) == 2
    assert listed.count(words_in("They will leave a replyable note.")) == 0


def test_quotations_are_set_aside() -> None:
    assert unquoted("He said: “Sign up for it.” Then he left.").split() == ["He", "said:", "Then", "he", "left."]
    assert len(folded("“a” ‘b’ _c_")) == len("“a” ‘b’ _c_")
