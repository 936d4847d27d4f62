"""Whatever lies in the folder: each file gives exactly the outcomes that its row names, and nothing is ever raised."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from rapporteur.config import Config
from rapporteur.intake.article import Article
from rapporteur.intake.document import Skipped
from rapporteur.intake.sources import discover, open_source
from tests.intake import makers as m

PROSE = m.PROSE.encode()
PDF = m.pdf([m.set_in_lines(m.PROSE)])
DOCX = m.docx()
ZIP = m.zipped({"a.txt": PROSE, "b.txt": PROSE * 2})
WARC = m.warc(("https://courier.example/", "text/html", m.page().encode()))
QUOTED = '"' + m.PROSE.replace('"', '""') + '"'
ENTITY_BOMB = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "words words words">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><rss><channel><item><title>&i;</title></item></channel></rss>"
).encode()


def nested(levels: int, content: bytes = PROSE) -> bytes:
    """Zips in a zip: ``levels`` archives around a text."""
    data, name = content, "a.txt"
    for level in range(levels):
        data, name = m.zipped({name: data}), f"inner{level}.zip"
    return data


def one(name: str) -> bytes:
    """A zip with a good article and a member of a wicked name."""
    return m.zipped([("good.txt", PROSE), (name, PROSE)])


# Name of the file, its bytes (or what makes them), and what comes of it: "article" or the reason of a skip, in order.
FILES: list[tuple[str, bytes | Callable[[], bytes], list[str]]] = [
    # Nothing, or nothing that is text
    ("empty.txt", b"", ["empty"]),
    ("empty.html", b"", ["empty"]),
    ("empty.pdf", b"", ["empty"]),
    ("empty.json", b"", ["empty"]),
    ("empty.zip", b"", ["empty"]),
    ("blank.txt", b" \n\t\n  \r\n", ["empty"]),
    ("blank.html", b"   \n", ["empty"]),
    ("blank.csv", b"\n\n\n", ["empty"]),
    ("blank.jsonl", b"\n\n", ["empty"]),
    ("blank.xml", b"\xef\xbb\xbf  \n", ["empty"]),
    ("mark_only.txt", b"\xef\xbb\xbf", ["empty"]),
    ("binary.txt", bytes(range(256)) * 40, ["binary"]),
    ("binary.html", b"<html>" + bytes(range(256)) * 40, ["binary"]),
    ("nul.txt", b"\0" * 5000, ["binary"]),
    ("executable.txt", b"\x7fELF\x02\x01\x01" + b"\0\x03\x10" * 900, ["binary"]),
    ("picture.txt", b"\x89PNG\r\n\x1a\n" + b"\0" * 200, ["format"]),
    ("old_word.txt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ["format"]),
    ("rich_text.txt", b"{\\rtf1 The ministers met in Karvan on Tuesday.}", ["format"]),
    ("packed.txt", b"BZh91AY&SY" + b"\1" * 50, ["format"]),
    # Encodings
    ("utf8_mark.txt", b"\xef\xbb\xbf" + PROSE, ["article"]),
    ("utf16.txt", m.PROSE.encode("utf-16"), ["article"]),
    ("utf16_big.txt", b"\xfe\xff" + m.PROSE.encode("utf-16-be"), ["article"]),
    ("utf16_unmarked.txt", m.PROSE.encode("utf-16-le"), ["article"]),
    ("utf32.txt", m.PROSE.encode("utf-32"), ["article"]),
    ("utf16_page.html", m.page().encode("utf-16"), ["article"]),
    ("windows.txt", m.PROSE.encode("cp1252"), ["article"]),
    ("mixed.txt", PROSE + "“Naïve,” he said of the plan.\n".encode("cp1252"), ["article"]),
    ("cut_character.txt", (m.PROSE + "“").encode()[:-1], ["article"]),
    ("wrongly_utf8.html", m.page().encode("cp1252"), ["article"]),
    ("wrongly_latin.html", m.page().replace("utf-8", "iso-8859-1").encode(), ["article"]),
    ("unknown_charset.html", m.page().replace("utf-8", "x-klingon").encode(), ["article"]),
    ("escaping_charset.html", m.page().replace("utf-8", "unicode_escape").encode(), ["article"]),
    ("packing_charset.html", m.page().replace("utf-8", "zlib").encode(), ["article"]),
    ("stray_nul.txt", PROSE.replace(b"four hours", b"four\0hours"), ["article"]),
    ("stray_nul.html", m.page().encode().replace(b"four hours", b"four\0 hours"), ["article"]),
    (
        "surrogate.jsonl",
        b'{"text": "' + b"The envoy\\ud800 met the ministers in Karvan on Tuesday." + b'"}',
        ["article"],
    ),
    ("windows_table.csv", ("text\n" + QUOTED).encode("cp1252"), ["article"]),
    ("utf16_table.csv", ("text\n" + QUOTED).encode("utf-16"), ["article"]),
    ("utf16_lines.jsonl", m.lines({"text": m.PROSE}).decode().encode("utf-16"), ["article"]),
    # Too much
    ("long_line.txt", lambda: b"word " * 10_000_000, ["too large"]),
    ("long_line.html", lambda: b"<html><p>" + b"word " * 10_000_000, ["too large"]),
    (
        "long_line.jsonl",
        lambda: b'{"text": "' + b"word " * 10_000_000 + b'"}\n' + m.lines({"text": m.PROSE}),
        ["too large", "article"],
    ),
    ("long_line.csv", lambda: b"text\n" + b"word " * 10_000_000, ["too large"]),
    ("one_paragraph.txt", b"word " * 60_000, ["too large"]),
    (
        "long_field.csv",
        b"text\n" + b'"' + (b"word " * 100 + b"\n") * 6_000 + b'"\n' + QUOTED.encode(),
        ["too large", "article"],
    ),
    ("field_of_200_kb.csv", f'text\n"{m.PROSE * 250}"\n'.encode(), ["article"]),
    ("open_quotation.csv", lambda: b'text\n"' + (b"word " * 400 + b"\n") * 11_000, ["too large"]),
    ("many_pages.pdf", lambda: m.pdf([[]] * 501), ["too large"]),
    ("deep.html", ("<html><body>" + "<div>" * 2000 + "Words." + "</div>" * 2000 + m.page()).encode(), ["too deep"]),
    ("rather_deep.html", ("<div>" * 400 + "</p></q>" * 900 + m.page() + "</div>" * 400).encode(), ["article"]),
    ("deeper.html", ("<html><body>" + "<div>" * 100_000).encode(), ["too deep"]),
    ("unclosed_but_flat.html", m.page(["<p>".join(m.PARAGRAPHS * 120)]).encode(), ["article"]),
    ("deep.jsonl", m.lines({"text": m.PROSE, "html": "<b>" * 1400 + m.PARAGRAPHS[0]}), ["too deep"]),
    ("deep.json", b"[" * 200_000, ["too deep"]),
    ("deep_object.json", b'{"data":' * 50_000 + b"1" + b"}" * 50_000, ["too deep"]),
    ("deep_line.jsonl", b'{"text": ' + b"[" * 200_000 + b"\n" + m.lines({"text": m.PROSE}), ["too deep", "article"]),
    (
        "inlined_picture.html",
        m.page([*m.PARAGRAPHS, '<img src="data:image/png;base64,' + "QUFB" * 3_000_000 + '">']).encode(),
        ["article"],
    ),
    # Torn and faulty
    ("torn.pdf", PDF[:200], ["damaged"]),
    ("no_trailer.pdf", PDF[: PDF.index(b"xref")], ["damaged"]),
    ("header_only.pdf", b"%PDF-1.7\n", ["damaged"]),
    ("not_a.pdf", b"\x01\x02\x03 no pdf at all", ["damaged"]),
    ("pictures_only.pdf", m.pdf([[], []]), ["no text"]),
    ("torn.docx", DOCX[: len(DOCX) // 2], ["damaged"]),
    ("not_a.docx", b"no document at all", ["damaged"]),
    ("no_body.docx", m.zipped({"word/document.xml": b"<w/>"}), ["damaged"]),
    ("faulty_xml.docx", m.docx(body="<w:p><w:r>"), ["damaged"]),
    ("no_words.docx", m.docx([]), ["empty"]),
    ("torn.zip", ZIP[: len(ZIP) // 2], ["damaged"]),
    ("no_directory.zip", ZIP[: ZIP.index(b"PK\x01\x02")], ["damaged"]),
    ("not_a.zip", b"no archive at all", ["damaged"]),
    (
        "bad_sum.zip",
        ZIP.replace(struct.pack("<L", 0), b"\0\0\0\0")[:60] + b"\xff\xff" + ZIP[62:],
        ["damaged", "article"],
    ),
    ("torn.txt.gz", m.gz(PROSE * 50)[:-60], ["damaged"]),
    ("not_a.txt.gz", b"no archive at all", ["damaged"]),
    ("torn.warc", WARC[: len(WARC) - 300], ["damaged"]),
    ("torn.warc.gz", m.gz(WARC)[:-80], ["damaged"]),
    ("not_a.warc", b"no archive at all", ["damaged"]),
    ("headers_only.warc", b"WARC/1.0\r\nWARC-Type: response\r\n", ["damaged"]),
    ("endless.warc", lambda: WARC + b"\0" * 40_000_000, ["article", "damaged"]),
    ("torn.json", m.json_bytes([{"text": m.PROSE}])[:-40], ["damaged"]),
    ("torn_last.jsonl", m.lines({"text": m.PROSE}, {"text": m.PROSE})[:-40], ["article", "damaged"]),
    ("torn_first.jsonl", b'{"text": "The\n' + m.lines({"text": m.PROSE}), ["damaged", "article"]),
    ("not_json.jsonl", b"no json at all\nnone here\n", ["damaged"]),
    ("huge_number.json", b'{"text": ' + b"9" * 6000 + b"}", ["damaged"]),
    ("no_headers.eml", b"\n\nJust words that somebody saved under this name.", ["damaged"]),
    (
        "faulty_headers.eml",
        b"From: =?utf-8?q?=ZZ\x80?= <@>\nDate: 99 Foo 0000\nSubject: =?x?y?z?=\n\n" + PROSE,
        ["article"],
    ),
    ("unknown_charset.eml", b"Subject: x\nContent-Type: text/plain; charset=x-none\n\n" + PROSE, ["article"]),
    ("no_boundary.eml", b"Subject: x\nContent-Type: multipart/mixed\n\n" + PROSE, ["empty"]),
    ("no_words.eml", b"Subject: x\nFrom: a@b.example\n\n \n", ["empty"]),
    (
        "no_page.mhtml",
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n\nwords\n--x--\n",
        ["damaged"],
    ),
    ("unclosed.xml", m.feed(m.item(summary=m.PARAGRAPHS[0]))[:-16], ["article"]),
    # Locked
    ("locked.pdf", m.pdf([m.set_in_lines(m.PROSE)], password="strait"), ["encrypted"]),
    ("owned.pdf", m.pdf([m.set_in_lines(m.PROSE)], password="", owner="courier"), ["article"]),
    (
        "locked.docx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 900 + "EncryptedPackage".encode("utf-16-le"),
        ["encrypted"],
    ),
    ("locked.zip", m.locked_zip("a.txt", PROSE), ["encrypted"]),
    # Bombs
    ("bomb.zip", m.zipped({"a.txt": b"0" * 2_000_000}), ["bomb"]),
    ("bomb_beside.zip", m.zipped({"a.txt": PROSE, "b.txt": b"0" * 2_000_000}), ["bomb", "article"]),
    ("bomb.txt.gz", m.gz(b"0" * 2_000_000), ["bomb"]),
    ("bomb.jsonl.gz", m.gz(b" " * 20_000_000), ["bomb"]),
    ("bomb.warc.gz", m.gz(WARC + b"\0" * 9_000_000), ["bomb"]),
    ("bomb.docx", m.docx(body="<w:p/>" * 900_000), ["bomb"]),
    ("bomb_in_zip.zip", m.zipped({"in.zip": m.zipped({"a.txt": b"0" * 9_000_000})}), ["bomb"]),
    ("bomb_in_mail.eml", m.mail(attached={"in.zip": m.zipped({"a.txt": b"0" * 9_000_000})}), ["article", "bomb"]),
    ("bomb_by_gz.zip", m.zipped({"a.txt.gz": m.gz(b"0" * 9_000_000)}), ["bomb"]),
    ("lying.zip", m.lying_zip("a.txt", PROSE * 100, 200), ["damaged"]),
    ("entity_bomb.xml", ENTITY_BOMB, ["bomb"]),
    (
        "outside_entity.rss",
        b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss><channel/></rss>',
        ["bomb"],
    ),
    (
        "named_entity.rss",
        m.feed(m.item(summary=m.PARAGRAPHS[0])).replace(b"<rss ", b'<!DOCTYPE rss [<!ENTITY nbsp "&#160;">]><rss '),
        ["article"],
    ),
    # Archives in archives
    ("nested_once.zip", nested(2), ["article"]),
    ("nested_twice.zip", nested(3), ["too deep"]),
    ("nested_ten_times.zip", nested(10), ["too deep"]),
    ("gz_gz_gz.txt.gz.gz.gz", m.gz(m.gz(m.gz(PROSE))), ["too deep"]),
    ("zip_in_mail_in_zip.zip", m.zipped({"a.eml": m.mail(attached={"b.zip": ZIP})}), ["article", "too deep"]),
    # Members that climb out
    ("parent.zip", one("../escape.txt"), ["unsafe path", "article"]),
    ("parent_within.zip", one("a/../../escape.txt"), ["unsafe path", "article"]),
    ("absolute.zip", one("/etc/escape.txt"), ["unsafe path", "article"]),
    ("drive.zip", one("C:\\escape.txt"), ["unsafe path", "article"]),
    ("drive_relative.zip", one("C:escape.txt"), ["unsafe path", "article"]),
    ("share.zip", one("\\\\server\\share\\escape.txt"), ["unsafe path", "article"]),
    ("backslashes.zip", one("..\\..\\escape.txt"), ["unsafe path", "article"]),
    ("nul_in_name.zip", one("good.txt\0.exe"), ["unsafe path", "article"]),
    ("long_name.zip", one("n" * 5000 + ".txt"), ["unsafe path", "article"]),
    ("link.zip", m.zip_with_link("link.txt", "/etc/hostname"), ["unsafe path"]),
    ("dots_in_name.zip", one("wait... what.txt"), ["article", "article"]),
    ("attachment_climbs.eml", m.mail(attached={"../../escape.txt": PROSE}), ["article", "article"]),
    # Archives without articles
    ("no_members.zip", m.zipped({}), ["no articles"]),
    ("pictures.zip", m.zipped({"a.gif": b"GIF89a", "b.jpg": b"\xff\xd8\xff"}), ["format"]),
    ("sheet.zip", m.zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}), ["format"]),
    ("empty_member.zip", m.zipped({"a.txt": b"", "b.txt": PROSE}), ["empty", "article"]),
    ("same_names.zip", m.zipped([("a.txt", PROSE), ("a.txt", m.FRENCH.encode())]), ["article", "article"]),
    ("pictures.warc", m.warc(("https://courier.example/a.png", "image/png", b"\x89PNG")), ["no articles"]),
    # Data that holds no article
    (
        "settings.json",
        m.json_bytes({"name": "desk", "description": "Settings of the desk.", "version": 3}),
        ["no articles"],
    ),
    (
        "gold.json",
        m.json_bytes({"articles": [{"file": "a.txt", "title": "T"}], "quotes": [{"text": m.PARAGRAPHS[1]}]}),
        ["no articles"],
    ),
    ("strings.json", m.json_bytes(["The ministers met in Karvan on Tuesday.", "They parted."]), ["no articles"]),
    ("number.json", b"42", ["no articles"]),
    ("null.jsonl", b"null\nnull\n", ["no articles"]),
    ("no_rows.json", b"[]", ["empty"]),
    ("empty_text.json", m.json_bytes({"title": "T", "text": " "}), ["empty"]),
    ("some_empty.jsonl", m.lines({"text": ""}, {"text": m.PROSE}, {"title": "T"}), ["empty", "article", "no articles"]),
    ("numbers.csv", b"year;value\n1979;3\n1980;4\n", ["no articles"]),
    ("header_only.csv", b"title;text\n", ["empty"]),
    ("no_header.tsv", b"1979\tThe ministers met.\n", ["no articles"]),
    (
        "map.xml",
        b'<?xml version="1.0"?><urlset><url><loc>https://courier.example/</loc></url></urlset>',
        ["no articles"],
    ),
    ("no_items.rss", m.feed(""), ["no articles"]),
    ("empty_item.rss", m.feed(m.item(summary="<br>")), ["empty"]),
    # No sentence
    ("headlines.txt", b"Home\nWorld\nSport\n\nSubscribe now\n", ["no sentence"]),
    ("numbers.txt", b"1979 1980 1981\n3.5 4.6 7.8\n", ["no sentence"]),
    ("one_word.txt", b"Strait.", ["no sentence"]),
    ("navigation.html", b"<html><body><ul><li><a href='/'>Home</a></li></ul></body></html>", ["no sentence"]),
    # Dates at the ends of the calendar
    ("year_1.jsonl", m.lines({"text": m.PROSE, "date": "0001-01-01"}), ["article"]),
    ("year_9999.jsonl", m.lines({"text": m.PROSE, "date": "9999-12-31T23:59:59Z"}), ["article"]),
    ("year_0.jsonl", m.lines({"text": m.PROSE, "date": "0000-00-00"}), ["article"]),
    ("no_date.jsonl", m.lines({"text": m.PROSE, "date": "soon"}), ["article"]),
    ("huge_time.jsonl", m.lines({"text": m.PROSE, "date": 10**30}), ["article"]),
    ("infinite_time.jsonl", b'{"date": Infinity, "text": ' + m.json_bytes(m.PROSE) + b"}\n", ["article"]),
    ("year_1.rss", m.feed(m.item(summary=m.PARAGRAPHS[0], date="Mon, 01 Jan 0001 00:00:00 GMT")), ["article"]),
    ("year_9999.rss", m.feed(m.item(summary=m.PARAGRAPHS[0], date="Fri, 31 Dec 9999 23:59:59 -1200")), ["article"]),
    ("year_9999.eml", b"Subject: x\nDate: Fri, 31 Dec 9999 23:59:59 -1200\n\n" + PROSE, ["article"]),
    ("year_0.pdf", m.pdf([m.set_in_lines(m.PROSE)], info={"CreationDate": "D:00000000000000"}), ["article"]),
    # The name lies
    ("really_pdf.txt", PDF, ["article"]),
    ("really_pdf.html", PDF, ["article"]),
    ("really_page.txt", m.page().encode(), ["article"]),
    ("really_page.pdf", m.page().encode(), ["article"]),
    ("really_page.json", m.page().encode(), ["article"]),
    ("really_text.html", PROSE, ["article"]),
    ("really_docx.txt", DOCX, ["article"]),
    ("really_docx.zip", DOCX, ["article"]),
    ("really_zip.docx", ZIP, ["article", "article"]),
    ("really_gz.txt", m.gz(PROSE), ["article"]),
    ("really_lines.txt", m.lines({"text": m.PROSE}, {"text": m.FRENCH}), ["article", "article"]),
    ("really_lines.json", m.lines({"text": m.PROSE}, {"text": m.FRENCH}), ["article", "article"]),
    ("really_list.jsonl", m.json_bytes([{"text": m.PROSE}, {"text": m.FRENCH}]), ["article", "article"]),
    ("really_feed.txt", m.feed(m.item(summary=m.PARAGRAPHS[0])), ["article"]),
    ("really_mail.txt", m.mail(attached={"a.zip": ZIP}), ["article", "article", "article"]),
    ("really_mhtml.html", m.mhtml(m.page()), ["article"]),
    ("no_ending", PROSE, ["article"]),
]


def outcomes(path: Path) -> list[str]:
    """What comes of a file: "article" or the reason of a skip."""
    (source,) = discover([path])
    items = [source] if isinstance(source, Skipped) else list(open_source(source, Config()))
    for item in items:
        assert isinstance(item, Article) or (item.message and item.message.count("\n") == 0), item
    return ["article" if isinstance(item, Article) else item.reason for item in items]


@pytest.mark.parametrize(("name", "content", "expected"), FILES, ids=[row[0] for row in FILES])
def test_every_file_has_its_outcome(
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    name: str,
    content: bytes | Callable[[], bytes],
    expected: list[str],
) -> None:
    (tmp_path / name).write_bytes(content() if callable(content) else content)
    assert outcomes(tmp_path / name) == expected
    assert capfd.readouterr() == ("", ""), "a library wrote to the terminal"


def test_names_are_unique() -> None:
    names = [row[0] for row in FILES]
    assert len(set(names)) == len(names) >= 60


def test_one_bad_file_costs_no_other(tmp_path: Path) -> None:
    for name, content, _ in FILES:
        if not callable(content):
            (tmp_path / name).write_bytes(content)
    (tmp_path / "zz_last.txt").write_bytes(PROSE)
    found = discover([tmp_path])
    last = found[-1]
    assert not isinstance(last, Skipped)
    assert [type(item) for item in open_source(last, Config())] == [Article]
