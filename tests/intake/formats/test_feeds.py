from __future__ import annotations

import pytest

from rapporteur.intake.document import Document, Skipped
from tests.intake import makers as m

ATOM = f"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Isles Daily</title>
<entry><title>{m.TITLE}</title><link href="https://isles.example/1"/><id>tag:isles.example,2019:1</id>
<updated>2019-02-12T18:30:00Z</updated><author><name>J. Bek</name></author>
<content type="html">&lt;p&gt;{m.PARAGRAPHS[0]}&lt;/p&gt;</content></entry></feed>"""


def test_the_whole_text_is_taken_before_the_teaser() -> None:
    document = m.document("wire.rss", m.feed(m.item(full=f"<p>{m.PARAGRAPHS[0]}</p>", summary="In short.")))
    assert (document.markup, document.content) == ("html", f"<p>{m.PARAGRAPHS[0]}</p>")
    assert dict(document.fields) == {
        "title": m.TITLE,
        "published": "2019-02-12T18:30:00+02:00",
        "url": "https://courier.example/strait",
        "outlet": "The Karvan Courier",
        "byline": "Hanne Øster",
    }


def test_a_teaser_alone_is_taken_and_marked() -> None:
    document = m.document("wire.rss", m.feed(m.item(summary=m.PARAGRAPHS[0])))
    assert (document.markup, document.content, document.fields["teaser"]) == ("text", m.PARAGRAPHS[0], "yes")


@pytest.mark.parametrize("name", ["feed.atom", "feed.xml", "feed.rss", "feed.txt"])
def test_atom_is_read_under_any_name(name: str) -> None:
    document = m.document(name, ATOM.encode())
    assert document.content == f"<p>{m.PARAGRAPHS[0]}</p>"
    assert dict(document.fields) == {
        "title": m.TITLE,
        "published": "2019-02-12T18:30:00Z",
        "url": "https://isles.example/1",
        "outlet": "Isles Daily",
        "byline": "J. Bek",
        "id": "tag:isles.example,2019:1",
    }


def test_each_entry_is_an_article_and_an_empty_one_is_named() -> None:
    data = m.feed(m.item(summary=m.PARAGRAPHS[0]) + m.item(summary="") + m.item(summary=m.PARAGRAPHS[1]))
    assert [(item.source, type(item)) for item in m.documents("wire.rss", data)] == [
        ("wire.rss#1", Document),
        ("wire.rss#2", Skipped),
        ("wire.rss#3", Document),
    ]


def test_a_feed_in_another_encoding_is_read_as_it_declares() -> None:
    data = m.feed(m.item(summary=m.RUSSIAN)).decode().replace("utf-8", "windows-1251").replace("Øster", "Oster")
    assert m.document("wire.rss", data.encode("cp1251")).content.strip() == m.RUSSIAN.strip()


def test_bytes_are_never_taken_for_the_name_of_a_file() -> None:
    (skipped,) = m.documents("wire.rss", b"/etc/hostname")
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "no articles"
