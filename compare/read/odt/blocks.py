"""Paragraphs, lists, sections and tables of an OpenDocument text, as they stand in its body, a cell, a box, a note.

<text:list-item> with two paragraphs            the first has the number
<text:list-item> with only a list in it         no number of its own
<text:list-header>                              no number
<table:covered-table-cell>                      hidden behind the cell that spans it
<table:table-row … rows-repeated="1048576">     once where it is empty, and never more often than a bound
<text:section text:display="none">              not printed, and counted
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from compare.read.common.document_builder import ExtractedParagraph, ParagraphOrRow, Run, TableRow
from compare.read.common.word_processing import columns_of
from compare.read.odt.list_places import (
    ListAround,
    enter_list,
    list_of_numbered,
    place_of_item,
    place_of_paragraph,
)
from compare.read.odt.names import DRAW, TABLE, TEXT, TEXT_STYLE, Element, is_true, number_of, words_in
from compare.read.odt.shapes import read_shape
from compare.read.odt.styles import HIDDEN
from compare.read.odt.text_part import Place, Story, Words
from compare.read.odt.tracked_changes import END, POINT, START
from compare.read.odt.words import WordReader
from compare.values import SegmentKind

# How often a row or a cell with words in it may say that it is repeated. Writer never says so of one with words.
_MOST_REPEATED = 100
_HEADING = f"{TEXT}h"
_PARAGRAPHS = (f"{TEXT}p", _HEADING)
_LIST, _ITEM, _HEADER = f"{TEXT}list", f"{TEXT}list-item", f"{TEXT}list-header"
_NUMBERED = f"{TEXT}numbered-paragraph"
_BLOCKS = frozenset({*_PARAGRAPHS, _LIST, f"{TABLE}table", f"{TEXT}section"})
_WRAPPERS = frozenset(
    f"{TEXT}{name}"
    for name in (
        *("table-of-content", "alphabetical-index", "illustration-index", "table-index", "object-index", "user-index"),
        *("bibliography", "index-body", "index-title", "section", "numbered-paragraph"),
    )
)
_ROWS = frozenset(f"{TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group"))


@dataclass(slots=True)
class BlockReader:
    """Reads what stands in one container and gives it to `put`, in order."""

    story: Story
    put: Callable[[ParagraphOrRow], None]
    _open: Words | None = None  # of a paragraph that runs into the next
    _around: ListAround | None = None
    _item: Place | None = None  # of the next paragraph, where it is the first of an item
    _is_putting_back: bool = False

    def read(self, container: Element) -> None:
        """All paragraphs and tables of the container."""
        self._read_blocks(container)
        self._close()

    def _read_blocks(self, container: Element) -> None:
        self.story.descend()
        for child in container:
            self._read_block(child)
        self.story.ascend()

    def _read_block(self, block: Element) -> None:
        tag = block.tag
        if tag in _PARAGRAPHS:
            self._read_paragraph(block)
        elif tag == _LIST:
            self._read_list(block)
        elif tag == f"{TABLE}table":
            self._close()
            self._read_table(block)
        elif tag in _WRAPPERS:
            self._read_wrapper(block)
        elif tag in (START, END):
            self.story.changes.pass_mark(block)
        elif tag == POINT:
            self._open = self._put_back(block, self._open or Words(block, None))
            self._close()
        elif str(tag).startswith(DRAW):
            self._read_shape(block)

    def _read_wrapper(self, wrapper: Element) -> None:
        if wrapper.get(f"{TEXT}display") == "none" or is_true(wrapper, f"{TEXT}is-hidden"):
            self.story.left_out.hidden_words += words_in(wrapper)
            return
        if wrapper.tag == _NUMBERED:
            self._item = place_of_item(self.story, wrapper, list_of_numbered(self.story, wrapper), is_numbered=True)
        self._read_blocks(wrapper)

    def _read_shape(self, shape: Element) -> None:
        """A shape that stands on the page, in no paragraph."""
        self._close()
        for found in read_shape(shape, self.story):
            if isinstance(found, str):
                self.put(ExtractedParagraph([Run(found)]))
            else:
                BlockReader(self.story, self.put).read(found)

    def _read_list(self, element: Element) -> None:
        around = self._around
        self._around = inner = enter_list(self.story, element, around)
        for item in element:
            if item.tag in (_ITEM, _HEADER):
                self._item = place_of_item(self.story, item, inner, is_numbered=item.tag == _ITEM)
                self._read_blocks(item)
                self._item = None
            else:
                self._read_block(item)
        self._around = around

    def _read_paragraph(self, paragraph: Element) -> None:
        item, self._item = self._item, None
        words, place = self._open, place_of_paragraph(self.story, paragraph, self._around, item)
        if words is None:
            words = Words(paragraph, place)
        elif not words.has_text:
            words.paragraph, words.place = paragraph, place
        self._open = self._read_words(paragraph, words)
        if not self.story.changes.is_dropping:
            self._close()

    def _read_words(self, paragraph: Element, words: Words) -> Words:
        look = self.story.styles.paragraph(paragraph.get(TEXT_STYLE, "")).look
        if any(is_true(mark, f"{TEXT}is-hidden") for mark in paragraph.iter(f"{TEXT}hidden-paragraph")):
            look = {**look, HIDDEN: True}
        reader = WordReader(self.story, words, self._put_back)
        reader.read(paragraph, look)
        return reader.words

    def _put_back(self, mark: Element, words: Words) -> Words:
        """Reads what was taken out at a place in a paragraph; gives the words to go on with.

        What was taken out is paragraphs, of which the first was the end of the one before, and the last the beginning
        of the one after; a paragraph that was taken out whole is followed by an empty one.
        """
        taken = None if self._is_putting_back else self.story.changes.take_back(mark)
        blocks = [] if taken is None else [block for block in taken if block.tag in _BLOCKS]
        if not blocks:
            return words
        self._is_putting_back = True
        *before, last = blocks
        had_text = words.has_text
        if before and had_text and before[0].tag in _PARAGRAPHS:
            self._open = self._read_words(before.pop(0), words)
        if len(blocks) > 1:
            following = Words(last, None) if had_text else Words(words.paragraph, words.place)
            self._open = words if had_text else None
            self._close()
            for block in before:
                self._read_block(block)
            words = following
        if last.tag in _PARAGRAPHS:
            words = self._read_words(last, words)
        else:
            self._read_block(last)
        self._is_putting_back = False
        return words

    def _close(self) -> None:
        """Puts the paragraph that is open."""
        words, self._open = self._open, None
        if words is None:
            return
        self.story.left_out.hidden_words += len("".join(words.hidden).split())
        entry = self._entry(words)
        if words.has_text:
            self.put(entry)
        for box in words.boxes:
            BlockReader(self.story, self.put).read(box)

    def _entry(self, words: Words) -> ExtractedParagraph:
        place, paragraph = words.place, words.paragraph
        style = self.story.styles.paragraph(paragraph.get(TEXT_STYLE, ""))
        mark = "" if place is None else place.next_mark()
        listed = place.levels[place.level].indent if place is not None and place.level in place.levels else {}
        indent = {**style.indent, **listed, **style.own}
        columns = columns_of(indent.get("left", 0) + indent.get("first", 0))
        heading = style.heading
        if paragraph.tag == _HEADING:
            heading = number_of(paragraph.get(f"{TEXT}outline-level"), 1)
        if heading:
            return ExtractedParagraph(words.runs, SegmentKind.HEADING, mark, heading, columns)
        if mark and place is not None:
            return ExtractedParagraph(words.runs, SegmentKind.LIST_ITEM, mark, place.level + 1, columns)
        return ExtractedParagraph(words.runs, indent=columns)

    def _read_table(self, table: Element) -> None:
        for row in _rows(table):
            cells: list[list[ParagraphOrRow]] = []
            for cell in row.iterchildren(f"{TABLE}table-cell"):
                found: list[ParagraphOrRow] = []
                BlockReader(self.story, found.append).read(cell)
                cells.extend([found] * _repeated(cell, "columns", found))
            if any(cells):
                for _ in range(_repeated(row, "rows", [block for cell in cells for block in cell])):
                    self.put(TableRow(cells))


def _repeated(part: Element, name: str, blocks: Sequence[ParagraphOrRow]) -> int:
    """How often a row or cell with these blocks stands there; one around a table once: six in each other are 10^24."""
    if not blocks or any(isinstance(block, TableRow) for block in blocks):
        return 1
    return min(max(number_of(part.get(f"{TABLE}number-{name}-repeated"), 1), 1), _MOST_REPEATED)


def _rows(table: Element) -> Iterator[Element]:
    for part in table:
        if part.tag == f"{TABLE}table-row":
            yield part
        elif part.tag in _ROWS:
            yield from _rows(part)
