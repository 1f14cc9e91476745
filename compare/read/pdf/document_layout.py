"""The layout of a whole document: runs the page stages and joins paragraphs and table rows across pages.

page 3   … asked to                 a paragraph that continues on the next page is one;
         23D                        what the pages print between its lines comes after it
page 4   SELECT COMMITTEE
         attend.

1. │ Apologies │ KC                 a table row; its cells can continue on the next page as well
Name │ Ward                         a table head, repeated on each page: furniture
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce

from compare.read.pdf.headers_and_footers import SplitPage, split_headers_and_footers
from compare.read.pdf.page import ListMark, PdfPage, TextLine, TextRun, can_be_list_mark, group_into_rows, join_lines
from compare.read.pdf.page_layout import Columns, Footnote, LaidOutPage, PageBlock
from compare.read.pdf.paragraphs import (
    Column,
    ParagraphLines,
    TextMetrics,
    continues_paragraph,
    ends_clause,
    group_into_paragraphs,
    measure_text,
    start_paragraph,
)
from compare.read.pdf.table_rows import Extent, PdfTableRow, column_edges, keep_empty_cells
from compare.style.business import Business
from compare.text.leaders import has_leader

# The most rows of a table head.
_MOST_ROWS = 3
# Characters of a label before a tab and its text: "Apologies for absence:".
_LABEL = 40
# Characters: the longest mark of a vote.
_LONGEST_MARK = 3
_FIGURE = re.compile(r"\d")
# Columns of running text: the fewest lines of one, and characters of a line; one line in so many begins in lower case.
_COLUMN_ROWS = 5
_COLUMN_LETTERS = 18
_FEWEST_RUNNING = 4
# Points by which the same column may move on the next page.
_SAME_COLUMN = 3.0


def _move_repeated_table_heads(pages: Sequence[LaidOutPage], business: Business) -> None:
    """Moves repeated table heads into the headers of their pages. Cost: linear."""
    table: list[PageBlock] = []  # the rows at the end of the last page, from their table head on
    for page in pages:
        count = _repeated(table, page.blocks, business)
        if count:
            lines = [line for block in page.blocks[:count] for line in _in_one_row(block)]
            page.split_page = page.split_page._replace(header=(*page.split_page.header, *lines))
            page.blocks = page.blocks[count:]
        elif page.blocks:
            table = []
        table = _last_table(table, page.blocks)


def _repeated(table: Sequence[PageBlock], blocks: Sequence[PageBlock], business: Business) -> int:
    """Counts the blocks that repeat the head of a table."""
    rows = [_lines(block) for block in table]
    count = 0
    for place, (row, block) in enumerate(zip(table[:_MOST_ROWS], blocks, strict=False)):
        is_equal = len(row.cells) == len(block.cells) and _is_same(row, block)
        if not is_equal or not _is_head(rows[place], rows[place + 1 :], business):
            break
        count += 1
    return count if count < len(rows) else 0


def _is_head(lines: Sequence[TextLine], below: Sequence[Sequence[TextLine]], business: Business) -> bool:
    """Whether the first row of a table names its columns, and is no row of data that a later page happens to repeat.

    It is printed apart from the rows below it, or has neither figures nor words of business in any of its cells.
    """
    if any(business.is_decision(line.text) for line in lines):
        return False
    if all(line.is_bold for line in lines) and any(not line.is_bold for row in below for line in row):
        return True
    return not any(_FIGURE.search(line.text) or business.is_in(line.text) for line in lines)


def _is_same(row: PageBlock, block: PageBlock) -> bool:
    return all(
        abs(one.left - other.left) <= _SAME_COLUMN and one.text == other.text
        for one, other in zip(_lines(row), _lines(block), strict=False)
    ) and len(_lines(row)) == len(_lines(block))


def _last_table(table: list[PageBlock], blocks: Sequence[PageBlock]) -> list[PageBlock]:
    """The rows of the table at the end of a page, which may have begun on an earlier page."""
    for place, block in enumerate(blocks):
        if len(block.cells) > 1:
            table = [*table, block] if len(table) < _MOST_ROWS else table
        elif table and not _is_in_column(table[0], block, 0 if place == 0 else 1):
            table = []
    return table


def _is_in_column(header: PageBlock, block: PageBlock, first: int) -> bool:
    """Whether all lines of a block stand within one column of a table, save for numbers: a row, or the rest of one.

    In the first column, this counts only for the first block of a page; later it is text below the table.
    """
    lefts = [min(line.left for line in cell) for cell in header.cells]
    ends = [left - 1 for left in lefts[1:]] + [max(line.right for line in _lines(block))]
    columns = [*zip(lefts, ends, strict=True)][first:]
    return any(
        all(left - _SAME_COLUMN <= (line.hang or line.left) and line.right <= end for line in _lines(block))
        for left, end in columns
    )


def _in_one_row(block: PageBlock) -> list[TextLine]:
    """Joins each cell into one line, all at one height."""
    baseline = block.cells[0][0].baseline
    return [reduce(join_lines, cell)._replace(baseline=baseline) for cell in block.cells]


def _lines(block: PageBlock) -> list[TextLine]:
    return [line for cell in block.cells for line in cell]


@dataclass(slots=True)
class FurnitureRow:
    """A row of a page's header or footer."""

    lines: tuple[TextLine, ...]


class PageStart:
    """The start of the next page."""


LayoutElement = ParagraphLines | PdfTableRow | FurnitureRow | Footnote | PageStart


@dataclass(slots=True)
class PageJoiner:
    """Joins pages in order into the elements of one document."""

    metrics: TextMetrics
    columns: Columns
    business: Business
    elements: list[LayoutElement] = field(default_factory=list)
    _open: ParagraphLines | None = None
    _table: list[PdfTableRow] = field(default_factory=list)  # the last elements, if they are consecutive rows
    _lefts: list[float] = field(default_factory=list)  # where the cells of the last table begin, until other text
    _waiting: list[LayoutElement] = field(default_factory=list)  # furniture between the lines of the open paragraph
    _footer: list[LayoutElement] = field(default_factory=list)  # of the last page

    def add_page(self, laid_out: LaidOutPage) -> None:
        """Adds the next page."""
        split_page, blocks = laid_out.split_page, list(laid_out.blocks)
        header = _furniture(split_page.header)
        if blocks and self._goes_over(blocks[0]):
            self._waiting += [*self._footer, *header]
        else:
            self._close()
            if self._table:
                blocks = self._go_on_with_row(blocks)
            self.elements += [*self._footer, PageStart(), *header]
            blocks = self._skip_heads(blocks)
        self._footer = _furniture(split_page.footer)
        for block in blocks:
            self._add_block(block, split_page.page)

    def finish(self, footnotes: Sequence[Footnote]) -> None:
        """Adds the footnotes and the last footer."""
        self._close()
        self.elements += [*footnotes, *self._footer]
        keep_empty_cells(_tables(self.elements))

    def _goes_over(self, block: PageBlock) -> bool:
        """Whether the open paragraph continues with a page's first block."""
        if self._open is None or _is_to_sign(self._open.lines[-1]):
            return False
        if len(block.cells) > 1 and not _are_columns(block):
            return False
        if not continues_paragraph(self._open, *_first_two(block.cells[0]), self.metrics, is_over_page=True):
            return False
        self._open.breaks.append(len(self._open.lines))
        return True

    def _go_on_with_row(self, blocks: list[PageBlock]) -> list[PageBlock]:
        """Adds the rest of a row that a page break cuts to its cells; returns the remaining blocks."""
        if not blocks or any(_is_to_sign(cell[-1].lines[-1]) for cell in self._table[-1].cells):
            return blocks
        row, block = self._table[-1], blocks[0]
        places = [_column_at(row.lefts, cell[0].left) for cell in block.cells]
        if None in places or len(set(places)) < len(places) or (len(places) == len(row.cells) and _is_low(row)):
            return blocks
        is_only_one = len(places) == 1 and (places[0] or 0) > 0 and _is_numbered(row)
        going = [
            _is_at_end(row, place)
            and cell[0].right <= row.cells[place][-1].column.right + _SAME_COLUMN
            and continues_paragraph(row.cells[place][-1], *_first_two(cell), self.metrics, is_over_page=True)
            for place, cell in zip(places, block.cells, strict=True)
            if place is not None
        ]
        if not any(going) and not (is_only_one and _is_at_end(row, places[0] or 0)):
            return blocks
        if places[0] == 0 and not going[0]:
            return blocks
        if len(places) == len(row.cells) and ends_clause(row.cells[0][-1].lines[-1]):
            return blocks  # every cell is filled again: the next row
        rest: list[TextLine] = []
        for place, cell, goes in zip(places, block.cells, going, strict=True):
            lines, rest = _split_at_column(cell, row.lefts[place or 0]) if len(block.cells) == 1 else (list(cell), [])
            into = row.cells[place or 0]
            if goes:
                lines = self._go_on_with_paragraph(into[-1], lines)
            into += group_into_paragraphs(lines, into[-1].column, self.metrics)
        return [*([PageBlock((tuple(rest),))] if rest else []), *blocks[1:]]

    def _go_on_with_paragraph(self, paragraph: ParagraphLines, lines: list[TextLine]) -> list[TextLine]:
        """Adds lines to a paragraph, the first of them in any case; returns those that do not continue it."""
        paragraph.lines.append(lines[0])
        count = 1
        while count < len(lines):
            after = lines[count + 1] if count + 1 < len(lines) else None
            if not continues_paragraph(paragraph, lines[count], after, self.metrics):
                break
            paragraph.lines.append(lines[count])
            count += 1
        return lines[count:]

    def _skip_heads(self, blocks: list[PageBlock]) -> list[PageBlock]:
        """Adds repeated table heads as furniture; returns the remaining blocks."""
        rows = [
            [line for cell in row.cells for paragraph in cell for line in paragraph.lines]
            for row in self._table[: _MOST_ROWS + 1]
        ]
        for place, (row, block) in enumerate(zip(rows[:-1], blocks, strict=False)):
            lines = _lines(block)
            is_equal = [line.text for line in row] == [line.text for line in lines]
            if not is_equal or not _is_head(row, rows[place + 1 :], self.business):
                return blocks[place:]
            self.elements.append(FurnitureRow(tuple(lines)))
        return blocks[max(len(rows) - 1, 0) :]

    def _close(self) -> None:
        if self._open is not None:
            self.elements.append(self._open)
            self._open = None
        self.elements += self._waiting
        self._waiting = []

    def _add_block(self, block: PageBlock, page: PdfPage) -> None:
        if len(block.cells) == 1:
            self._add_lines(block.cells[0], self.columns.column(page, block, 0), is_new=block.is_below_ruling)
            return
        if _are_columns(block):
            self._add_columns(block, self.columns.column(page, block, 0))
            return
        label = None if block.is_ruled or self._is_row_of_table(block) else _label(block)
        if label is not None:
            tabbed = _tabbed(label, block.cells[1][0])
            if (
                self._open is not None
                and len(block.cells[1]) == 1
                and continues_paragraph(self._open, tabbed, None, self.metrics)
            ):
                self._open.lines.append(tabbed)
            else:
                self._add_lines(block.cells[1], self.columns.text_column(page), is_new=True, label=label)
            return
        self._close()
        cells = [
            group_into_paragraphs(cell, self.columns.column(page, block, number), self.metrics)
            for number, cell in enumerate(block.cells)
        ]
        edges = column_edges(page.verticals, block.cells[0][0].baseline)
        row = _with_number_apart(PdfTableRow(cells, [min(line.left for line in cell) for cell in block.cells], edges))
        self._table.append(row)
        if not self._lefts or any(_column_at(self._lefts, left) is None for left in row.lefts):
            self._lefts = row.lefts  # else it has empty cells: the table keeps its columns
        self.elements.append(row)

    def _add_columns(self, block: PageBlock, column: Column) -> None:
        """Adds columns of running text, one after the other, as if each stood below the one before it."""
        first = _left(block.cells[0])
        for place, cell in enumerate(block.cells):
            lines = [_moved_left(line, _left(cell) - first) for line in cell]
            if (
                place
                and self._open is not None
                and not ends_clause(self._open.lines[-1])
                and continues_paragraph(self._open, *_first_two(lines), self.metrics, is_over_page=True)
            ):
                self._open.lines.append(lines.pop(0))
                is_new = False
            else:
                is_new = place > 0 or block.is_below_ruling
            if lines:
                self._add_lines(lines, column, is_new=is_new)

    def _is_row_of_table(self, block: PageBlock) -> bool:
        """Whether the cells of a block stand in the columns of the table above."""
        if not self._lefts:
            return False
        heads = self._table[0].extents() if self._table else []
        return all(
            _column_at(self._lefts, _left(cell)) is not None or (number > 0 and _is_mark_below(cell, heads))
            for number, cell in enumerate(block.cells)
        )

    def _add_lines(
        self, lines: Sequence[TextLine], column: Column, *, is_new: bool, label: TextLine | None = None
    ) -> None:
        self._table.clear()
        if not _stand_in_one_column(lines, self._lefts):
            self._lefts = []
        for place, line in enumerate(lines):
            after = lines[place + 1] if place + 1 < len(lines) else None
            if self._open is not None and (
                self._open.breaks[-1:] == [len(self._open.lines)]  # known to continue on this page
                or (not (is_new and place == 0) and continues_paragraph(self._open, line, after, self.metrics))
            ):
                self._open.lines.append(line)
                continue
            self._close()
            self._open = start_paragraph(line, after, column, self.metrics)
            if label is not None and place == 0:
                _put_label(self._open, label)


def _tables(elements: Iterable[LayoutElement]) -> Iterator[list[PdfTableRow]]:
    """Yields the rows of each table; it can go on over a page."""
    rows: list[PdfTableRow] = []
    for element in elements:
        if isinstance(element, PdfTableRow):
            rows.append(element)
        elif rows and not isinstance(element, PageStart | FurnitureRow):
            yield rows
            rows = []
    if rows:
        yield rows


def _is_mark_below(cell: Sequence[TextLine], heads: Sequence[Extent]) -> bool:
    """Whether a cell is a mark of a vote or a figure that stands below one word of the table's head."""
    line = cell[0]
    return (
        len(cell) == 1
        and len(line.text) <= _LONGEST_MARK
        and any(head.left < line.right and line.left < head.right for head in heads[1:])
    )


def _first_two(lines: Sequence[TextLine]) -> tuple[TextLine, TextLine | None]:
    return lines[0], lines[1] if len(lines) > 1 else None


def _is_to_sign(line: TextLine) -> bool:
    """Whether a line is one to write on, a signature or a date: nothing on the next page continues it."""
    return has_leader(line.text)


def _is_at_end(row: PdfTableRow, place: int) -> bool:
    """Whether a cell reaches as far down as its row: only then can a page break cut it."""
    last = row.cells[place][-1].lines[-1]
    return last.baseline - min(cell[-1].lines[-1].baseline for cell in row.cells) < last.size / 2


def _is_numbered(row: PdfTableRow) -> bool:
    """Whether a row begins with its number: what stands on the next page without one belongs to it."""
    first = row.cells[0][0]
    return len(row.cells[0]) == 1 and len(first.lines) == 1 and can_be_list_mark(first.lines[0].text)


def _is_low(row: PdfTableRow) -> bool:
    """Whether no cell of a row has a second line: complete rows below it are rows of their own."""
    return all(len(cell) == 1 and len(cell[0].lines) == 1 for cell in row.cells)


def _column_at(lefts: Sequence[float], left: float) -> int | None:
    """The index of the column with this left edge."""
    return next((place for place, at in enumerate(lefts) if abs(at - left) <= _SAME_COLUMN), None)


def _are_columns(block: PageBlock) -> bool:
    """Whether the cells of a block are columns of running text: side by side from the top, of many whole lines."""
    if block.is_ruled or len({round(cell[0].baseline) for cell in block.cells}) > 1:
        return False
    lines = _lines(block)
    if any(len(cell) < _COLUMN_ROWS for cell in block.cells[:-1]) or len(lines) < 2 * _COLUMN_ROWS:
        return False
    is_running = sum(line.text[:1].islower() for line in lines) * _FEWEST_RUNNING >= len(lines)
    return is_running and sum(len(line.text) for line in lines) >= _COLUMN_LETTERS * len(lines)


def _moved_left(line: TextLine, distance: float) -> TextLine:
    hang = line.hang - distance if line.hang else 0.0
    return line._replace(left=line.left - distance, right=line.right - distance, hang=hang)


def _left(lines: Sequence[TextLine]) -> float:
    return min(line.left for line in lines)


def _stand_in_one_column(lines: Sequence[TextLine], lefts: Sequence[float]) -> bool:
    """Whether lines keep to one column of a table, save for a number: a row in which no other cell is filled."""
    left, right = min(line.hang or line.left for line in lines), max(line.right for line in lines)
    ends = [*lefts[1:], right][: len(lefts)]
    return any(at - _SAME_COLUMN <= left and right <= end for at, end in zip(lefts, ends, strict=True))


def _with_number_apart(row: PdfTableRow) -> PdfTableRow:
    """Makes the number with which a row begins a cell of its own, as it is in a table of numbers, text and actions."""
    first = row.cells[0][0]
    if first.mark is None or not any(map(str.isalnum, first.mark.text)):
        return row
    words = [replace(first, mark=None, mark_left=0.0), *row.cells[0][1:]]
    number = ParagraphLines([_number_line(first, first.mark)], first.column)
    return replace(
        row, cells=[[number], words, *row.cells[1:]], lefts=[first.mark_left, first.mark.hang, *row.lefts[1:]]
    )


def _number_line(paragraph: ParagraphLines, mark: ListMark) -> TextLine:
    """The list mark of a paragraph as a line."""
    first = paragraph.lines[0]
    return first._replace(
        text=mark.text,
        runs=(TextRun(mark.text, first.runs[0].formatting),),
        left=paragraph.mark_left,
        right=mark.hang,
        hang=0.0,
        ends_hyphenated=False,
    )


def _split_at_column(lines: Sequence[TextLine], left: float) -> tuple[list[TextLine], list[TextLine]]:
    """Splits lines into those of a column and those after it."""
    count = next((place for place, line in enumerate(lines) if line.left < left - _SAME_COLUMN), len(lines))
    return list(lines[:count]), list(lines[count:])


def _label(block: PageBlock) -> TextLine | None:
    """The label before a tab and its text, in a block that is not a table."""
    if len(block.cells) != 2 or len(block.cells[0]) != 1:  # noqa: PLR2004 (label and text)
        return None
    label = block.cells[0][0]
    is_level = abs(label.baseline - block.cells[1][0].baseline) < 1
    return label if is_level and len(label.text) <= _LABEL else None


def _put_label(paragraph: ParagraphLines, label: TextLine) -> None:
    paragraph.hang = paragraph.lines[0].left
    paragraph.lines[0] = _tabbed(label, paragraph.lines[0])


def _tabbed(label: TextLine, line: TextLine) -> TextLine:
    """Joins a label and its text with a tab."""
    return line._replace(
        text=f"{label.text}\t{line.text}",
        runs=(*label.runs, TextRun("\t"), *line.runs),
        left=label.left,
        first_word=label.first_word,
    )


def _furniture(lines: Iterable[TextLine]) -> list[LayoutElement]:
    level: list[TextLine] = []
    rotated: list[TextLine] = []
    for line in lines:
        (rotated if line.is_rotated else level).append(line)
    return [*(FurnitureRow(row.lines) for row in group_into_rows(level)), *(FurnitureRow((line,)) for line in rotated)]


@dataclass(slots=True)
class DocumentLayout:
    """The elements of a document in reading order, and its typical measures."""

    elements: list[LayoutElement]
    metrics: TextMetrics
    split_pages: list[SplitPage]


def lay_out_document(pages: Sequence[PdfPage], business: Business) -> DocumentLayout:
    """Lays out the pages of a document. Cost: n log n in its lines."""
    split_pages = split_headers_and_footers(pages, business)
    metrics = measure_text(line for split_page in split_pages for line in split_page.body)
    laid_out = [LaidOutPage(split_page, metrics) for split_page in split_pages]
    _move_repeated_table_heads(laid_out, business)
    joiner = PageJoiner(metrics, Columns(laid_out, metrics), business)
    for page in laid_out:
        joiner.add_page(page)
    joiner.finish([note for page in laid_out for note in page.footnotes])
    return DocumentLayout(joiner.elements, metrics, split_pages)
