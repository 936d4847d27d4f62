from __future__ import annotations

import io
import json
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rapporteur
from rapporteur.config import Config
from rapporteur.errors import UsageError
from rapporteur.intake.article import Article
from rapporteur.intake.document import Skipped
from rapporteur.intake.kinds import file_kinds
from rapporteur.intake.sources import SourceFile, discover, open_source, open_stream
from tests.intake import makers as m


def names(paths: list[Path], folder: Path) -> list[str]:
    """What is found, relative to the folder; skipped ones with their reason."""
    return [
        f"{item.source.removeprefix(f'{folder}/')}: {item.reason}"
        if isinstance(item, Skipped)
        else item.source.removeprefix(f"{folder}/")
        for item in discover(paths)
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b.txt",
        "a.html",
        "deep/er/c.pdf",
        "README.md",
        "no_ending",
        ".hidden.txt",
        ".git/d.txt",
        "rapporteur.toml",
        "record.db",
        "record.db-wal",
        "a_files/frame.html",
        "a_files/style.css",
        "script.js",
        "old.doc",
        "sheet.xlsx",
        "__MACOSX/b.txt",
        "Thumbs.db",
        "program.exe",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(m.PROSE, encoding="utf-8")
    return tmp_path


def test_a_folder_gives_its_articles_in_order_and_names_what_it_cannot_read(folder: Path) -> None:
    assert names([folder], folder) == [
        "README.md",
        "a.html",
        "b.txt",
        "no_ending",
        "old.doc: format",
        "program.exe: format",
        "sheet.xlsx: format",
        "deep/er/c.pdf",
    ]


def test_what_is_named_outright_is_not_passed_over(folder: Path) -> None:
    assert names([folder / ".hidden.txt", folder / "record.db"], folder) == [".hidden.txt", "record.db: format"]


def test_an_unread_format_says_what_to_do(folder: Path) -> None:
    (skipped,) = discover([folder / "old.doc"])
    assert isinstance(skipped, Skipped)
    assert ".doc " in skipped.message
    assert ".docx" in skipped.hint


def test_a_file_found_twice_comes_once(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder / "b.txt")
    assert names([folder / "b.txt", folder, folder / "deep" / ".." / "b.txt"], folder).count("b.txt") == 1
    assert len([name for name in names([folder], folder) if name in ("b.txt", "link.txt")]) == 1


def test_a_missing_path_is_an_error_with_a_hint(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nowhere") as caught:
        discover([tmp_path / "nowhere"])
    assert caught.value.hint


def test_what_is_no_file_is_reported(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loose.txt").symlink_to(tmp_path / "gone.txt")
    assert names([tmp_path], tmp_path) == ["loose.txt: unreadable", "pipe.txt: unreadable"]


def test_a_file_that_vanished_is_reported(tmp_path: Path) -> None:
    (item,) = open_source(SourceFile(tmp_path / "gone.txt", None, "gone.txt", 10), Config())
    assert isinstance(item, Skipped)
    assert item.reason == "unreadable"


def test_members_bear_the_archives_name(tmp_path: Path) -> None:
    inner = m.zipped({"monday/a.txt": m.PROSE.encode()})
    (tmp_path / "week.zip").write_bytes(m.zipped({"days.zip": inner, "c.txt": m.FRENCH.encode()}))
    (source,) = discover([tmp_path / "week.zip"])
    assert isinstance(source, SourceFile)
    items = list(open_source(source, Config()))
    assert [(item.file, item.source) for item in items] == [
        ("a.txt", f"{tmp_path}/week.zip!days.zip!monday/a.txt"),
        ("c.txt", f"{tmp_path}/week.zip!c.txt"),
    ]


def test_a_member_can_be_named_as_reports_name_it(tmp_path: Path) -> None:
    (tmp_path / "week.zip").write_bytes(m.zipped({"a.txt": m.PROSE.encode(), "b.txt": m.FRENCH.encode()}))
    (source,) = discover([Path(f"{tmp_path}/week.zip!b.txt")])
    assert isinstance(source, SourceFile)
    assert source.member == "b.txt"
    assert [item.file for item in open_source(source, Config())] == ["b.txt"]
    (missing,) = open_source(SourceFile(source.path, "z.txt", "z.txt", source.size), Config())
    assert isinstance(missing, Skipped)
    assert "no such member" in missing.message


def test_two_files_of_one_name_are_two_articles(tmp_path: Path) -> None:
    for folder, text in (("a", m.PROSE), ("b", m.PROSE + "They parted as friends, aides said.\n")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "story.txt").write_text(text, encoding="utf-8")
    articles = [
        item
        for source in discover([tmp_path])
        if isinstance(source, SourceFile)
        for item in open_source(source, Config())
        if isinstance(item, Article)
    ]
    assert [article.file for article in articles] == ["story.txt", "story.txt"]
    assert len({article.id for article in articles}) == 2


def test_the_same_bytes_give_the_same_articles_wherever_they_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(m.lines({"text": m.PROSE}, {"text": m.FRENCH}, {"text": ""}))
    (source,) = discover([tmp_path])
    assert isinstance(source, SourceFile)
    first = list(open_source(source, Config()))
    assert pickle.loads(pickle.dumps(source)) == source
    assert pickle.loads(pickle.dumps(first)) == first == list(open_source(source, Config()))
    assert [item.language for item in first if isinstance(item, Article)] == ["en", "fr"]


def test_a_stream_is_read_as_a_file_of_its_name() -> None:
    stream = io.BytesIO(m.lines({"text": m.PROSE, "id": "x1"}, {"html": m.page()}))
    items = list(open_stream(stream, "standard input.jsonl", Config()))
    assert [item.source for item in items] == ["standard input.jsonl#1", "standard input.jsonl#2"]


def test_a_long_file_is_read_a_line_at_a_time() -> None:
    class Endless(io.RawIOBase):
        line = m.lines({"text": m.PROSE})

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
            buffer[: len(self.line)] = self.line
            return len(self.line)

    items = open_stream(Endless(), "wire.jsonl", Config())  # type: ignore[arg-type]
    assert [next(items).source for _ in range(3)] == ["wire.jsonl#1", "wire.jsonl#2", "wire.jsonl#3"]


def test_intake_loads_no_heavy_library_before_it_needs_one() -> None:
    heavy = (
        "pypdfium2",
        "docx",
        "feedparser",
        "warcio",
        "py3langid",
        "numpy",
        "charset_normalizer",
        "trafilatura",
        "lxml",
    )
    where = list(rapporteur.__path__)
    bare = f"import sys, types; rapporteur = types.ModuleType('rapporteur'); rapporteur.__path__ = {where}"
    code = f"{bare}; sys.modules['rapporteur'] = rapporteur; import rapporteur.intake.sources"
    code += f"; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


ENDINGS = sorted(file_kinds().read)
STARTS = (
    b"",
    b"%PDF-1.4\n",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\x1f\x8b\x08\0",
    b"WARC/1.0\r\n",
    b'{"text": ',
    b"[{",
    b"<html>",
    b"<?xml version='1.0'?><rss>",
    b"<feed><entry>",
    b"Subject: x\nFrom: ",
    b"MIME-Version: 1.0\nContent-Type: multipart/",
    b"text,title\n",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"<!DOCTYPE rss [<!ENTITY ",
)
WHOLE = (
    m.pdf([m.set_in_lines(m.PROSE)]),
    m.docx(),
    m.mail(attached={"a.zip": m.zipped({"b.txt": b"words"})}),
    m.mhtml(m.page()),
    m.zipped({"a.txt": m.PROSE.encode()}),
    m.gz(m.PROSE.encode()),
    m.feed(m.item(full=m.PROSE)),
    m.lines({"text": m.PROSE}),
    m.warc(("https://courier.example/", "text/html", m.page().encode())),
    m.page().encode(),
)


def never_fails(data: bytes, ending: str) -> None:
    for item in open_stream(io.BytesIO(data), f"any.{ending}", Config()):
        assert isinstance(item, Article) or (item.reason != "failed" and item.message), item


@given(st.sampled_from(STARTS), st.binary(max_size=300), st.sampled_from(ENDINGS))
@settings(max_examples=100, deadline=None)
def test_no_bytes_under_any_name_make_a_reader_fail(start: bytes, rest: bytes, ending: str) -> None:
    never_fails(start + rest, ending)


@given(st.sampled_from(WHOLE), st.data())
@settings(max_examples=100, deadline=None)
def test_no_torn_or_altered_file_makes_a_reader_fail(whole: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(whole)))
    length = data.draw(st.integers(0, 40))
    altered = whole[:at] + data.draw(st.binary(max_size=8)) + whole[at + length :]
    never_fails(
        altered, data.draw(st.sampled_from(["txt", "pdf", "docx", "zip", "eml", "xml", "jsonl", "html", "warc", "gz"]))
    )


def opened(path: Path) -> list[Article | Skipped]:
    sources = [source for source in discover([path]) if isinstance(source, SourceFile)]
    return [item for source in sources for item in open_source(source, Config())]


def test_half_characters_are_replaced_before_an_article_is_made(tmp_path: Path) -> None:
    said = '{"@type": "NewsArticle", "headline": "River \\ud800 talks", "datePublished": "May \\udfff"}'
    page = m.page().replace("<head>", f'<head><script type="application/ld+json">{said}</script>')
    records: list[dict[str, object]] = [
        {"text": f"{m.PROSE} \ud800", "title": "River \udc00 talks", "byline": "Ana \ud800", "date": "May \ud800"},
        {"html": page, "url": "https://lima.example/\ud800"},
    ]
    path = tmp_path / "wire.jsonl"
    path.write_text("\n".join(map(json.dumps, records)), encoding="ascii")
    found = opened(path)
    assert [type(item) for item in found] == [Article, Article]
    for item in found:
        str(item).encode("utf-8")
        assert isinstance(item, Article)
        assert "\ufffd" in (item.title or "")


@pytest.mark.parametrize(("said", "language"), [("es-PE", "es"), ("", "und")])
def test_language_of_a_text_too_short_to_tell(tmp_path: Path, said: str, language: str) -> None:
    path = tmp_path / "short.html"
    path.write_text(f"<html lang='{said}'><body><article><p>A b c d.</p></article></body></html>", encoding="utf-8")
    found = opened(path)
    assert [getattr(item, "language", item) for item in found] == [language]
