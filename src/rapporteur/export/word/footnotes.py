"""Footnotes of a Word file: the part that holds them (ECMA-376, 17.11), which python-docx does not make."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from lxml.etree import _Element as Element

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
NAME = "/word/footnotes.xml"
_SEPARATORS = (("-1", "separator"), ("0", "continuationSeparator"))
"""What stands between text and footnotes has a place among the footnotes, and these ids."""
_AFTER = ("w:endnotePr", "w:compat", "w:rsids")
"""Of the settings in a file, those before which the one for footnotes has to stand."""


class Footnotes:
    """The footnotes of a document, numbered from 1.

    Args:
        document: has none yet.
    """

    def __init__(self, document: Document) -> None:
        self._root = parse_xml(f"<w:footnotes {nsdecls('w')}/>")
        self._number = 0
        for name, kind in _SEPARATORS:
            self._note(name, [_paragraph(_run(_empty(kind)))]).set(qn("w:type"), kind)
        part = XmlPart(PackURI(NAME), TYPE, self._root, document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        _declare(document)
        self._text, self._mark = _styles(document)

    def add(self, paragraph: Paragraph, lines: Sequence[str]) -> None:
        """Put a footnote at the end of a paragraph.

        Args:
            paragraph: in the document.
            lines: each becomes a paragraph of the note.
        """
        self._number += 1
        name = str(self._number)
        first, *others = (_paragraph(_run(_words(line)), style=self._text) for line in lines or ("",))
        mark = _run(_empty("footnoteRef"), style=self._mark)
        first.insert(1, mark)
        mark.addnext(_run(_words(" ")))
        self._note(name, [first, *others])
        reference = _empty("footnoteReference")
        reference.set(qn("w:id"), name)
        paragraph._p.append(_run(reference, style=self._mark))  # python-docx has no other door

    def _note(self, name: str, content: Sequence[Element]) -> Element:
        note = _empty("footnote")
        note.set(qn("w:id"), name)
        note.extend(content)
        self._root.append(note)
        return note


def _declare(document: Document) -> None:
    """Name the separators in the document's settings, where these list them."""
    settings = document.settings.element
    held = _empty("footnotePr")
    for name, _ in _SEPARATORS:
        note = _empty("footnote")
        note.set(qn("w:id"), name)
        held.append(note)
    after = next((found for tag in _AFTER if (found := settings.find(qn(tag))) is not None), None)
    if after is None:
        settings.append(held)
    else:
        after.addprevious(held)


def _styles(document: Document) -> tuple[str, str]:
    """The ids of the styles of a note's text and of its mark."""
    text = document.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    text.base_style = document.styles["Normal"]
    text.font.size = Pt(9)
    text.paragraph_format.space_after = Pt(2)
    mark = document.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER, builtin=True)
    mark.font.superscript = True
    return str(text.style_id), str(mark.style_id)


def _paragraph(*runs: Element, style: str = "") -> Element:
    paragraph, properties = _empty("p"), _empty("pPr")
    if style:
        named = _empty("pStyle")
        named.set(qn("w:val"), style)
        properties.append(named)
    paragraph.extend([properties, *runs])
    return paragraph


def _run(content: Element, *, style: str = "") -> Element:
    run = _empty("r")
    if style:
        properties, named = _empty("rPr"), _empty("rStyle")
        named.set(qn("w:val"), style)
        properties.append(named)
        run.append(properties)
    run.append(content)
    return run


def _words(text: str) -> Element:
    words: Element = _empty("t")
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return words


def _empty(name: str) -> Element:
    made: Element = OxmlElement(f"w:{name}")
    return made


__all__ = ["NAME", "TYPE", "Footnotes"]
