"""Paragraphs and tables of a Word document, as they stand in its body, a cell, a box, a note or a header.

The Chair¶ (the mark deleted)        one paragraph with the next, where changes are accepted
H (a drop cap, a paragraph of its own)
ello                                 one paragraph: Hello
a cell merged with the one above     its text once, where it begins
a row that was deleted               no row, and none of its numbers counted
a hidden paragraph in a list         no number for it
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from compare.read.common.document_builder import ExtractedParagraph, ParagraphOrRow, Run, TableRow, split_at_page_breaks
from compare.read.common.word_processing import columns_of
from compare.read.docx.left_out import DOCUMENT
from compare.read.docx.names import VAL, Element, M, W, is_on, value_of
from compare.read.docx.numbering import Numbered
from compare.read.docx.runs import RunReader, Words, properties_of
from compare.read.docx.styles import ParagraphStyle, indent_of, look_of, numbered_of, outline_level
from compare.read.docx.text_part import Story
from compare.read.docx.wrappers import contents
from compare.values import SegmentKind

_FORMULA_BLOCKS = frozenset({f"{M}oMath", f"{M}oMathPara"})


@dataclass(slots=True)
class BlockReader:
    """Reads what stands in one container and gives it to `put`, in order."""

    story: Story
    put: Callable[[ParagraphOrRow], None]
    table_style: str | None = None
    _open: Words | None = None  # of a paragraph that runs into the next

    def read(self, container: Element) -> None:
        """All paragraphs and tables of the container."""
        for child, _ in contents(container, self.story.tallies):
            if child.tag == f"{W}p":
                self._read_paragraph(child)
            elif child.tag == f"{W}tbl":
                self._close()
                self._read_table(child)
            elif child.tag == f"{W}altChunk":
                self.story.tallies.things[DOCUMENT] += 1
            elif child.tag in _FORMULA_BLOCKS:
                words = self._open or Words()
                RunReader(self.story, words, None).read((child,))
                self._open = words
                self._close()
        self._close()

    def _read_paragraph(self, paragraph: Element) -> None:
        tracked = self.story.tallies.tracked
        words = self._open or Words()
        had_text = words.has_text
        properties = properties_of(paragraph, "pPr", tracked)
        style = value_of(properties, "pStyle")
        RunReader(self.story, words, style, self.table_style).read(paragraph)
        if not had_text:
            words.properties = properties
        self._open = words
        now = paragraph.find(f"{W}pPr")
        if now is not None and now.find(f"{W}sectPr") is not None:
            self.story.notes.pass_section()
        mark = None if now is None else properties_of(now, "rPr", tracked)
        is_gone = self.story.tallies.pass_mark(None if now is None else now.find(f"{W}rPr"))
        if not is_gone and not self._runs_on(properties, mark, style):
            self._close(is_ended=True)

    def _runs_on(self, properties: Element | None, mark: Element | None, style: str | None) -> bool:
        """Whether the next paragraph is printed on the same line: after a hidden mark, or a drop cap."""
        frame = None if properties is None else properties.find(f"{W}framePr")
        if frame is not None and frame.get(f"{W}dropCap", "none") != "none":
            return True
        return self.story.styles.dress(look_of(mark), value_of(mark, "rStyle"), style, None)[1]

    def _close(self, *, is_ended: bool = False) -> None:
        """Puts the paragraph that is open; `is_ended` when its own end is printed, so that it counts without words."""
        words, self._open = self._open, None
        if words is None:
            return
        self.story.tallies.hidden_words += len("".join(words.hidden).split())
        entry = self._entry(words) if is_ended or words.has_text else ExtractedParagraph(())
        for runs in split_at_page_breaks(words.runs):
            self.put(replace(entry, runs=runs))
            entry = ExtractedParagraph((), indent=entry.indent)
        for box in words.boxes:
            if isinstance(box, str):
                self.put(ExtractedParagraph([Run(box)]))
            else:
                BlockReader(self.story.of_box(), self.put).read(box)

    def _entry(self, words: Words) -> ExtractedParagraph:
        style = self.story.styles.paragraph_style(value_of(words.properties, "pStyle"))
        own = numbered_of(words.properties)
        place = self.story.numbering.place(own, style)
        mark = "" if place is None else self.story.counts.next_mark(place)
        heading = outline_level(words.properties) or style.heading
        indent = self._indent(words.properties, style, place, is_own=own.list_id is not None)
        if heading:
            return ExtractedParagraph(words.runs, SegmentKind.HEADING, mark, heading, indent)
        if mark and place is not None:
            return ExtractedParagraph(words.runs, SegmentKind.LIST_ITEM, mark, place.level + 1, indent)
        return ExtractedParagraph(words.runs, SegmentKind.PARAGRAPH, indent=indent)

    def _indent(
        self, properties: Element | None, style: ParagraphStyle, place: Numbered | None, *, is_own: bool
    ) -> int:
        """How far in the first line stands, in columns."""
        listed = self.story.numbering.indent(place)
        # A list that the paragraph itself names stands over its style; one that the style names, under it.
        below, above = (style.indent, listed) if is_own else (listed, style.indent)
        indent: Mapping[str, int] = {**below, **above, **indent_of(properties)}
        return columns_of(indent.get("left", 0) + indent.get("first", 0))

    def _read_table(self, table: Element) -> None:
        style = value_of(table.find(f"{W}tblPr"), "tblStyle")
        for row in self._parts(table, "tr"):
            cells: list[list[ParagraphOrRow]] = []
            for cell in self._parts(row, "tc"):
                found: list[ParagraphOrRow] = []
                BlockReader(self.story, found.append, style).read(cell)
                cells.append(found)
            if any(cells):
                self.put(TableRow(cells))

    def _parts(self, parent: Element, name: str) -> Iterator[Element]:
        """The rows of a table or the cells of a row that are compared and printed."""
        tallies = self.story.tallies
        for part, _ in contents(parent, tallies):
            if part.tag != W + name:
                continue
            properties = part.find(f"{W}{name}Pr")
            has_change = properties is not None and any(tallies.is_change(child) for child in properties)
            if has_change and tallies.pass_mark(properties):
                continue
            if is_on(properties, "hidden"):
                tallies.hidden_words += sum(len((text.text or "").split()) for text in part.iter(f"{W}t"))
            elif not _goes_on(properties):
                yield part


def _goes_on(cell: Element | None) -> bool:
    """Whether a cell is the further part of one that began above it or to its left."""
    if cell is None:
        return False
    merges = (cell.find(f"{W}vMerge"), cell.find(f"{W}hMerge"))
    return any(merge is not None and merge.get(VAL, "continue") != "restart" for merge in merges)
