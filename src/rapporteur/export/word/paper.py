"""A Word document with headings, lines that rest on footnotes, and tables.  The same content gives the same bytes."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Sequence

import docx
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from rapporteur.export.characters import holdable
from rapporteur.export.sections.words import one_line
from rapporteur.export.word.footnotes import Footnotes

_INK = RGBColor(0x1F, 0x1C, 0x18)
_SIZES = {"Title": 24, "Heading 1": 17, "Heading 2": 12.5}
_ZIPPED = (1980, 1, 1, 0, 0, 0)
"""The day of every file in the package; the day on which it is written would make each one different."""


class Paper:
    """A document in the making.

    Args:
        title: its heading.
        made: the moment that the file names as that of its making.
    """

    def __init__(self, title: str, made: dt.datetime) -> None:
        self._document = docx.Document()
        self._notes = Footnotes(self._document)
        self._set_up(title, made)
        self._document.add_paragraph(_clean(title), style="Title")

    def heading(self, words: str, level: int = 1) -> None:
        """A heading; 1 is a section's."""
        self._document.add_heading(_clean(words), level)

    def line(self, words: str, notes: Sequence[str] = (), *, strong: str = "", item: bool = False) -> None:
        """A paragraph.

        Args:
            words: its text.
            notes: the paragraphs of its footnote; without any it has none.
            strong: what stands before the text in bold.
            item: whether it is an item of a list.
        """
        self._end(self._opened(strong, words, item=item), notes)

    def facts(self, facts: Iterable[tuple[str, str]], notes: Sequence[str]) -> None:
        """Facts, one under the other: their names in bold, with what they are; all on one footnote."""
        paragraph = self._document.add_paragraph()
        for number, (name, value) in enumerate(facts):
            if number:
                paragraph.add_run().add_break()
            paragraph.add_run(f"{_clean(name)}: ").bold = True
            paragraph.add_run(_clean(value))
        self._end(paragraph, notes)

    def table(self, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """A table with a head."""
        table = self._document.add_table(rows=1, cols=len(head), style="Light List")
        for cell, words in zip(table.rows[0].cells, head, strict=True):
            cell.text = _clean(words)
        for row in rows:
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = _clean(words)

    def written(self) -> bytes:
        """The file."""
        first, packed = io.BytesIO(), io.BytesIO()
        self._document.save(first)
        with zipfile.ZipFile(first) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                new.writestr(zipfile.ZipInfo(name, _ZIPPED), old.read(name), zipfile.ZIP_DEFLATED)
        return packed.getvalue()

    def _opened(self, strong: str, words: str, *, item: bool) -> Paragraph:
        paragraph = self._document.add_paragraph(style="List Bullet" if item else None)
        if strong:
            paragraph.add_run(f"{_clean(strong)} ").bold = True
        paragraph.add_run(_clean(words))
        return paragraph

    def _end(self, paragraph: Paragraph, notes: Sequence[str]) -> None:
        if notes:
            self._notes.add(paragraph, [_clean(note) for note in notes])

    def _set_up(self, title: str, made: dt.datetime) -> None:
        properties = self._document.core_properties
        properties.title, properties.author, properties.comments = _clean(title)[:255], "Rapporteur", ""
        properties.created = properties.modified = made.astimezone(dt.UTC).replace(tzinfo=None)
        properties.last_modified_by = "Rapporteur"
        for section in self._document.sections:
            section.page_width, section.page_height = Mm(210), Mm(297)
            section.left_margin = section.right_margin = Mm(25)
        for name, size in _SIZES.items():
            style = self._document.styles[name]
            if isinstance(style, ParagraphStyle):
                style.font.size, style.font.color.rgb = Pt(size), _INK


def _clean(text: str) -> str:
    return one_line(holdable(text))


__all__ = ["Paper"]
