"""Zip, gz, web archives and Word documents that hold what they should."""

from __future__ import annotations

import zipfile

import pytest

from rapporteur.intake.document import Document
from tests.intake import makers as m

PROSE = m.PROSE.encode()


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_members_are_read_in_every_packing(method: int) -> None:
    found = m.documents("week.zip", m.zipped({"a/b.txt": PROSE, "c.html": m.page().encode()}, method=method))
    assert [(item.file, item.source) for item in found] == [
        ("b.txt", "week.zip!a/b.txt"),
        ("c.html", "week.zip!c.html"),
    ]


def test_what_lies_beside_articles_is_passed_over() -> None:
    members = {
        "a.txt": PROSE,
        "__MACOSX/._a.txt": b"x",
        ".DS_Store": b"x",
        "rapporteur.toml": b"",
        "a_files/x.html": b"x",
    }
    assert [item.source for item in m.documents("week.zip", m.zipped(members))] == ["week.zip!a.txt"]


@pytest.mark.parametrize("name", ["story.txt.gz", "story.gz", "STORY.TXT.GZ"])
def test_a_packed_file_is_read_under_its_own_name(name: str) -> None:
    document = m.document(name, m.gz(PROSE))
    assert (document.content, document.file, document.source) == (m.PROSE, name[:-3], name)


def test_packed_lines_and_web_archives_are_streams() -> None:
    assert len(m.documents("wire.jsonl.gz", m.gz(m.lines(*[{"text": m.PROSE}] * 3)))) == 3
    warc = m.warc(
        ("https://a.example/1", "text/html", m.page().encode()), ("https://a.example/2", "text/html", m.page().encode())
    )
    assert len(m.documents("crawl.warc.gz", m.gz(warc))) == 2


def test_a_web_archive_gives_its_pages_with_address_and_day() -> None:
    crawl = m.warc(
        ("https://a.example/style.css", "text/css", b"p {}"),
        (
            "https://a.example/1",
            "text/html; charset=windows-1251",
            f"<html><body>{m.RUSSIAN}</body></html>".encode("cp1251"),
        ),
        ("https://a.example/2", "application/xhtml+xml", m.page().encode()),
    )
    first, second = m.documents("crawl.warc", crawl)
    assert isinstance(first, Document)
    assert m.RUSSIAN in first.content
    assert dict(first.fields) == {"url": "https://a.example/1", "saved": "2019-02-13T09:00:00Z"}
    assert (first.markup, first.source, second.source) == ("html", "crawl.warc#3", "crawl.warc#4")


def test_a_web_archive_leaves_out_what_the_server_refused() -> None:
    good = m.warc(("https://a.example/1", "text/html", m.page().encode()))
    gone = m.warc(("https://a.example/2", "text/html", m.page().encode())).replace(b"200 OK", b"404 No")
    assert [item.source for item in m.documents("crawl.warc", gone + good)] == ["crawl.warc#4"]


def test_a_word_document_has_its_paragraphs_and_properties() -> None:
    document = m.document("story.docx", m.docx())
    assert document.content == "\n\n".join(m.PARAGRAPHS)
    assert dict(document.fields) == {"title": m.TITLE, "author": "Hanne Øster", "saved": "2019-02-13"}


def run(words: str, wrap: str = "{}") -> str:
    """A run of words inside some element."""
    return wrap.format(f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>')


BODIES = [
    (f"<w:p>{run('The talks ')}{run('resumed')}{run('.')}</w:p>", "The talks resumed."),
    (
        f"<w:p>{run('The talks ')}{run('resumed', '<w:ins>{}</w:ins>')}{run('ended', '<w:del>{}</w:del>')}</w:p>",
        "The talks resumed",
    ),
    (f"<w:p>{run('a link', '<w:hyperlink>{}</w:hyperlink>')}</w:p>", "a link"),
    (f"<w:sdt><w:sdtContent><w:p>{run('In a control.')}</w:p></w:sdtContent></w:sdt>", "In a control."),
    ("<w:p><w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r></w:p>", "One\ttwo\nthree"),
    (
        (
            f"<w:tbl><w:tr><w:tc><w:p>{run('Day')}</w:p></w:tc><w:tc><w:p>{run('Place')}</w:p></w:tc></w:tr>"
            f"<w:tr><w:tc><w:p>{run('12 Feb')}</w:p></w:tc><w:tc><w:p>{run('Karvan')}</w:p></w:tc></w:tr></w:tbl>"
        ),
        "Day\tPlace\n\n12 Feb\tKarvan",
    ),
    (
        (
            f"<w:tbl><w:tr><w:tc><w:p>{run('First.')}</w:p><w:p>{run('Second.')}</w:p></w:tc><w:tc><w:p>{run('Beside.')}</w:p></w:tc>"
            "</w:tr></w:tbl>"
        ),
        "First.\n\nSecond.\n\nBeside.",
    ),
]


@pytest.mark.parametrize(("body", "text"), BODIES)
def test_a_word_document_is_read_as_it_shows(body: str, text: str) -> None:
    assert m.document("story.docx", m.docx([], body=body)).content == text
