"""A source as a Word document: real styles, real numberings, running heads with fields, tables, notes and boxes."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm

from .source import Block, Box, Cell, Columns, Control, Para, Source, Table
from .wordstyles import count_headings, set_page, set_styles, take_out_extras
from .wordxml import (
    add_footnotes,
    box_xml,
    control_xml,
    elements,
    field_xml,
    note_xml,
    numbering_xml,
    restart_xml,
    run_xml,
)

_ALIGNED = {
    "title": WD_ALIGN_PARAGRAPH.CENTER,
    "centre": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}
_STYLES = {
    "title": "Title",
    "head1": "Heading 1",
    "head2": "Heading 2",
    "item": "List Paragraph",
    "header": "Header",
    "footer": "Footer",
}
# Where the words after the first tab of a "hang" paragraph stand, in cm.
_HANGING = 3.2
_FIELDS = {"page": "PAGE", "pages": "NUMPAGES", "date": 'CREATEDATE \\@ "d MMMM yyyy"'}


def write_word(source: Source, path: Path) -> None:
    """Saves the minutes as a .docx."""
    _Word(source).write(path)


class _Word:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.document: Any = docx.Document()
        xml, self.lists = numbering_xml(source)
        numbering = self.document.part.numbering_part.element
        for child in list(numbering):
            numbering.remove(child)
        numbering.extend(parse_xml(xml))
        self.numbering = numbering
        take_out_extras(self.document)
        self.restarts: dict[str, int] = {}
        self.notes: list[str] = []

    def write(self, path: Path) -> None:
        set_styles(self.document, self.source)
        count_headings(self.document, self.source, self.lists)
        set_page(self.document.sections[0], self.source.page)
        for block in self.source.blocks:
            self._add(block)
        self._running_heads()
        if self.notes:
            add_footnotes(self.document, self.notes)
        self._properties()
        self.document.save(str(path))

    def _add(self, block: Block) -> None:
        match block:
            case Para():
                self._fill(self.document.add_paragraph(), block)
            case Table():
                self._table(block)
            case Columns():
                section = self.document.add_section(WD_SECTION.CONTINUOUS)
                columns = section._sectPr.find(qn("w:cols"))
                if columns is None:
                    columns = section._sectPr.makeelement(qn("w:cols"))
                    section._sectPr.append(columns)
                columns.set(qn("w:num"), str(block.count))
                columns.set(qn("w:space"), "567")
            case Box():
                inner = "".join(self._paragraph_xml(para) for para in block.paras)
                self.document.paragraphs[-1]._p.extend(elements(box_xml(inner)))
            case Control():
                inner = "".join(self._paragraph_xml(para) for para in block.paras)
                (control,) = elements(control_xml(inner, "Summary"), "w:body")
                self.document.element.body.insert(-1, control)

    def _paragraph_xml(self, para: Para) -> str:
        return f"<w:p>{self._runs(para)}</w:p>"

    def _fill(self, paragraph: Any, para: Para) -> None:  # noqa: ANN401
        is_linked = para.list == self.source.clauses and para.level <= self.source.linked and bool(para.list)
        style = f"Heading {para.level}" if is_linked else _STYLES.get(para.kind, "Normal")
        paragraph.style = self.document.styles[style]
        if para.kind in _ALIGNED:
            paragraph.alignment = _ALIGNED[para.kind]
        elif self.source.page.get("justified") and para.kind in ("para", "item"):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        if para.kind == "hang":
            paragraph.paragraph_format.left_indent = Cm(_HANGING)
            paragraph.paragraph_format.first_line_indent = Cm(-_HANGING)
        if para.list and not is_linked:
            self._number(paragraph, para)
        for element in elements(self._runs(para)):
            paragraph._p.append(element)

    def _number(self, paragraph: Any, para: Para) -> None:  # noqa: ANN401
        instance = self.restarts.get(para.list, self.lists[para.list])
        if para.is_restart:
            instance = 1 + max((*self.lists.values(), *self.restarts.values()))
            self.numbering.append(parse_xml(restart_xml(self.lists[para.list], instance, para.level)))
            self.restarts[para.list] = instance
        props = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        props.get_or_add_ilvl().val = para.level - 1
        props.get_or_add_numId().val = instance

    def _runs(self, para: Para) -> str:
        xml = ""
        for words in para.words:
            if words.role == "note":
                self.notes.append(words.text)
                xml += note_xml(len(self.notes))
            elif words.role in _FIELDS:
                xml += field_xml(_FIELDS[words.role], words if words.text else words._replace(text="1"))
            elif words.role == "column":
                xml += '<w:r><w:br w:type="column"/></w:r>'
            elif words.role == "control":
                xml += control_xml(run_xml(words), "Field")
            else:
                xml += run_xml(words)
        return xml

    def _table(self, table: Table) -> None:
        grid = self.document.add_table(0, len(table.widths))
        grid.style = self.document.styles["Table Grid" if table.is_ruled else "Normal Table"]
        grid.autofit = False
        for place, row in enumerate(table.rows):
            self._row(grid, table, row)
            if place == 0 and table.has_head:
                props = grid.rows[0]._tr.get_or_add_trPr()
                props.append(OxmlElement("w:tblHeader"))
            if table.is_whole:
                grid.rows[place]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for column, width in zip(grid.columns, table.widths, strict=True):
            column.width = Cm(width)
        if not isinstance(self.source.blocks[-1], Table) or self.source.blocks[-1] is not table:
            return
        self.document.add_paragraph()

    def _row(self, grid: Any, table: Table, row: tuple[Cell, ...]) -> None:  # noqa: ANN401
        added = grid.add_row()
        for cell, width in zip(added.cells, table.widths, strict=True):
            cell.width = Cm(width)
        place = 0
        for cell in row:
            target = added.cells[place]
            if cell.goes_on:
                grid.cell(len(grid.rows) - 2, place).merge(target)
            elif cell.span > 1:
                target = target.merge(added.cells[place + cell.span - 1])
            for number, para in enumerate(cell.paras):
                self._fill(target.paragraphs[0] if number == 0 else target.add_paragraph(), para)
            place += cell.span
        if place != len(table.widths):
            raise ValueError(f"a row of {place} cells in a table of {len(table.widths)}: {row[0].paras}")

    def _running_heads(self) -> None:
        first, page = self.document.sections[0], self.source.page
        first.different_first_page_header_footer = any(key.startswith("first ") for key in page)
        self.document.settings.odd_and_even_pages_header_footer = any(key.startswith("even ") for key in page)
        for key, place in (
            ("header", first.header),
            ("footer", first.footer),
            ("first header", first.first_page_header),
            ("first footer", first.first_page_footer),
            ("even header", first.even_page_header),
            ("even footer", first.even_page_footer),
        ):
            if key in page:
                self._fill(place.paragraphs[0], self.source.running_head(key))
        for section in self.document.sections[1:]:  # a page that begins in another section is no first page
            section.different_first_page_header_footer = False

    def _properties(self) -> None:
        core = self.document.core_properties
        saved = dt.datetime.fromisoformat(self.source.page["saved"])
        core.created = core.modified = core.last_printed = saved
        core.title, core.author, core.last_modified_by, core.comments = self.source.page["about"], "Clerk", "Clerk", ""
