from __future__ import annotations

import pytest

from tests.intake import makers as m


@pytest.mark.parametrize("ending", ["txt", "text", "md", "markdown"])
def test_the_text_is_the_file(ending: str) -> None:
    document = m.document(f"story.{ending}", m.PROSE.encode())
    assert (document.content, document.markup, document.file) == (m.PROSE, "text", f"story.{ending}")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("One.\nTwo.\n", "One.\nTwo.\n"),
        ("One.\r\nTwo.\r\n", "One. \nTwo. \n"),
        ("One.\rTwo.\r", "One.\nTwo.\n"),
        ("One.\r\n\r\nTwo.", "One. \n \nTwo."),
    ],
)
def test_line_ends_become_one_kind_and_offsets_hold(written: str, read: str) -> None:
    text = m.document("story.txt", written.encode()).content
    assert text == read
    assert len(text) == len(written)
    assert text.index("Two") == written.index("Two")
