from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import Any

import docx
import pytest
from docx.document import Document
from lxml import etree

from rapporteur.export.dossier_docx import dossier_docx
from rapporteur.export.word.footnotes import NAME, TYPE
from tests.export.records_made import BREAKOUT, COPY, HOSTILE, MADE, empty, made

W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


@pytest.fixture(scope="module")
def written() -> bytes:
    return dossier_docx(made())


@pytest.fixture(scope="module")
def paper(written: bytes) -> Document:
    return docx.Document(io.BytesIO(written))


@pytest.fixture(scope="module")
def linked() -> bytes:
    """The dossier with one more statement that was made at a meeting."""
    statements = tuple(replace(s, meeting="meeting-held") if s.id == "statement-mixed" else s for s in MADE.statements)
    return dossier_docx(made(replace(MADE, statements=statements)))


def part(written: bytes, name: str) -> Any:
    """A part of the package, parsed."""
    with zipfile.ZipFile(io.BytesIO(written)) as package:
        return etree.fromstring(package.read(name))


def notes(written: bytes) -> dict[str, str]:
    """The text of every footnote by its id."""
    found = part(written, NAME[1:]).xpath("w:footnote[not(@w:type)]", namespaces=W)
    return {note.get(f"{{{W['w']}}}id"): "\n".join(map(_text, note.xpath("w:p", namespaces=W))) for note in found}


def _text(element: Any) -> str:
    return "".join(element.xpath(".//w:t/text()", namespaces=W)).strip()


def note_of(written: bytes, words: str) -> str:
    """The footnote of the first paragraph that holds some words."""
    paragraphs = part(written, "word/document.xml").xpath("//w:p", namespaces=W)
    held = next(p for p in paragraphs if words in _text(p))
    (name,) = held.xpath(".//w:footnoteReference/@w:id", namespaces=W)
    return notes(written)[name]


def test_sections_stand_in_order(paper: Document) -> None:
    assert [p.text for p in paper.paragraphs if p.style and p.style.name == "Heading 1"] == [
        "What was read",
        "Meetings",
        "Positions",
        "Sticking points",
        "Commitments",
        "Disagreements",
    ]
    assert paper.paragraphs[0].text == f"Cordal–Velia {HOSTILE}"
    assert [[cell.text for cell in row.cells][:2] for row in paper.tables[0].rows][:2] == [
        ["Outlet", "Articles"],
        ["Harbour Wire", "1"],
    ]


def test_every_reference_has_its_footnote_and_every_footnote_its_reference(written: bytes) -> None:
    referred = part(written, "word/document.xml").xpath("//w:footnoteReference/@w:id", namespaces=W)
    assert referred == list(notes(written)) == [str(number) for number in range(1, len(referred) + 1)]
    assert all(notes(written).values())


def test_the_package_declares_its_footnotes(written: bytes) -> None:
    types = part(written, "[Content_Types].xml")
    assert types.xpath("//*[@PartName=$name]/@ContentType", name=NAME) == [TYPE]
    related = part(written, "word/_rels/document.xml.rels").xpath("//*[contains(@Type, '/footnotes')]/@Target")
    assert related == ["footnotes.xml"]
    separators = part(written, NAME[1:]).xpath("w:footnote[@w:type]/@w:id", namespaces=W)
    declared = part(written, "word/settings.xml").xpath("w:footnotePr/w:footnote/@w:id", namespaces=W)
    assert separators == declared == ["-1", "0"]
    styles = part(written, "word/styles.xml").xpath("//w:style/@w:styleId", namespaces=W)
    used = part(written, NAME[1:]).xpath("//w:pStyle/@w:val | //w:rStyle/@w:val", namespaces=W)
    assert set(used) <= set(styles)


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("Customs House", f"The Cordal Herald, “Ministers meet at Port Lorne”, 11 March 1931, herald.txt: “{COPY}”"),
        ("Customs House", "https://harbour.example/1 (a copy): “"),
        ("precondition (10 Mar 1931, Ada Brehm): no treaty", '11 March 1931, herald.txt: “"We will not sign before'),
        ("Tomas Idris: The dredgers would leave", '“The dredgers would leave "not one day"'),
        ("offers: ", "12 March 1931, post.html: “Velia offered to pay for it”"),
        ("open the ledger of tolls (", "“the dredgers were there by right. Both sides agreed to open the ledger"),
        ("postponed, 2 Apr 1931, to 1 May 1931", "“Velia offered to pay for it”"),
        ("Reports differ on day: 11 March 1931", "Velia's minister Idris saw Ada Brehm"),
    ],
)
def test_a_line_rests_on_the_words_in_its_footnote(linked: bytes, line: str, note: str) -> None:
    assert note in note_of(linked, line)


def test_what_an_article_says_stays_text(written: bytes, paper: Document) -> None:
    text = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    assert HOSTILE in text
    assert BREAKOUT in text
    with zipfile.ZipFile(io.BytesIO(written)) as package:
        related = b"".join(package.read(name) for name in package.namelist() if name.endswith(".rels"))
    assert b"TargetMode" not in related  # nothing leads out of the file
    allowed = {"document", "body", "p", "pPr", "pStyle", "r", "rPr", "b", "t", "br", "rStyle", "footnoteReference"}
    allowed |= {
        "tbl",
        "tblPr",
        "tblStyle",
        "tblW",
        "tblLook",
        "tblGrid",
        "gridCol",
        "tr",
        "tc",
        "tcPr",
        "tcW",
        "sectPr",
    }
    allowed |= {"pgSz", "pgMar", "cols", "docGrid"}
    assert {etree.QName(element).localname for element in part(written, "word/document.xml").iter()} <= allowed


def test_the_same_record_gives_the_same_bytes() -> None:
    record = made()
    assert dossier_docx(record) == dossier_docx(record)


def test_an_empty_record_says_so_and_a_title_can_be_given() -> None:
    found = docx.Document(io.BytesIO(dossier_docx(empty(), title="Bell \x07\nand ring")))
    assert found.paragraphs[0].text == "Bell \ufffd and ring"
    assert [p.text for p in found.paragraphs].count("None.") == 5
    assert notes(dossier_docx(empty())) == {}
