from __future__ import annotations

import pytest

from rapporteur.intake.formats.pages import decode_page
from tests.intake import makers as m


@pytest.mark.parametrize("ending", ["html", "htm", "xhtml", "shtml"])
def test_a_page_comes_with_its_mark_up(ending: str) -> None:
    document = m.document(f"story.{ending}", m.page().encode())
    assert (document.markup, document.content) == ("html", m.page())


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ("<meta charset=koi8-r>", "koi8-r"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "cp1251"),
        ('<meta charset="iso-8859-1">', "utf-8"),
        ("", "utf-8"),
    ],
)
def test_the_declared_encoding_is_used_unless_the_bytes_belie_it(head: str, encoding: str) -> None:
    source = f"<html><head>{head}</head><body><p>{m.RUSSIAN}</p></body></html>"
    assert m.document("story.html", source.encode(encoding)).content == source


def test_what_the_carrier_declares_comes_before_what_the_page_does() -> None:
    source = f'<html><head><meta charset="koi8-r"></head><body>{m.RUSSIAN}</body></html>'
    assert decode_page(source.encode("cp1251"), declared="windows-1251") == source


def test_an_xml_declaration_goes_since_the_page_is_no_longer_bytes() -> None:
    source = '<?xml version="1.0" encoding="iso-8859-1"?>\n<!DOCTYPE html>\n<html><body>Café.</body></html>'
    assert (
        m.document("story.xhtml", source.encode("latin-1"))
        .content.strip()
        .startswith("<!DOCTYPE html>\n<html><body>Café")
    )


def test_the_data_of_inlined_pictures_is_left_out() -> None:
    source = '<html><body><img src="data:image/png;base64,' + "QUFB" * 5000 + '" alt="Karvan">Words.</body></html>'
    content = m.document("story.html", source.encode()).content
    assert content == '<html><body><img src="data:image/png;base64," alt="Karvan">Words.</body></html>'
