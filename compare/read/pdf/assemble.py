"""The parts of a document from the blocks of its pages: what goes on over a page, and what pages print between.

page 3   … asked to                 a paragraph that goes on over a page is one;
         23D                        what the pages print between its halves comes after it
page 4   SELECT COMMITTEE
         attend.

1. │ Apologies │ KC                 a row, as `Extract.add_row` takes it; its cells can go on over a page as well
Name │ Ward                         the head of a table, printed anew on each page: furniture
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from compare.read.pdf.blocks import Block
from compare.read.pdf.footnotes import Note
from compare.read.pdf.page_content import Line, Page, Piece
from compare.read.pdf.page_layout import Composed, Frames
from compare.read.pdf.paragraphs import Passage, goes_on, passages_of, start_passage
from compare.read.pdf.rows import rows_of
from compare.read.pdf.usual_measures import Frame, Usual

# Letters of a label that a tab sets apart from its text: "Apologies for absence:".
_LABEL = 40
# Points by which the same column may be elsewhere on the next page.
_SAME_COLUMN = 3.0


@dataclass(slots=True)
class Furniture:
    """A row of a page's head or foot."""

    lines: tuple[Line, ...]


@dataclass(slots=True)
class CellRow:
    """The cells of a row, each with its paragraphs, and where each begins."""

    cells: list[list[Passage]]
    lefts: list[float]

    @property
    def text(self) -> str:
        """Its words, to tell the head of a table that is printed anew."""
        return "\t".join(line.text for cell in self.cells for passage in cell for line in passage.lines)


class PageStart:
    """Here the next page begins."""


Part = Passage | CellRow | Furniture | Note | PageStart


@dataclass(slots=True)
class Writer:
    """Takes pages in order and leaves parts behind."""

    usual: Usual
    frames: Frames
    parts: list[Part] = field(default_factory=list)
    _open: Passage | None = None
    _table: list[CellRow] = field(default_factory=list)  # the rows that stand last, without anything between them
    _waiting: list[Part] = field(default_factory=list)  # what pages print within the open paragraph
    _foot: list[Part] = field(default_factory=list)  # of the page before

    def add_page(self, composed: Composed) -> None:
        """Adds a page after the last."""
        sheet, blocks = composed.sheet, list(composed.blocks)
        head = _furniture(sheet.head)
        if blocks and self._goes_over(blocks[0]):
            self._waiting += [*self._foot, *head]
        else:
            self._close()
            if self._table:
                blocks = self._go_on_with_row(blocks)
            self.parts += [*self._foot, PageStart(), *head]
            blocks = self._skip_heads(blocks)
        self._foot = _furniture(sheet.foot)
        for block in blocks:
            self._add_block(block, sheet.page)

    def finish(self, notes: Sequence[Note]) -> None:
        """Adds what comes after the last page."""
        self._close()
        self.parts += [*notes, *self._foot]

    def _goes_over(self, block: Block) -> bool:
        """Whether the open paragraph goes on with a page's first block."""
        if self._open is None or len(block.cells) > 1:
            return False
        if not goes_on(self._open, *_first_two(block.cells[0]), self.usual, is_over_page=True):
            return False
        self._open.breaks.append(len(self._open.lines))
        return True

    def _go_on_with_row(self, blocks: list[Block]) -> list[Block]:
        """Puts the rest of a row into its cells, when a page cuts it; gives the blocks after it."""
        if not blocks:
            return blocks
        row, block = self._table[-1], blocks[0]
        places = [_column(row, cell[0].left) for cell in block.cells]
        if None in places or len(set(places)) < len(places) or (len(places) == len(row.cells) and _is_low(row)):
            return blocks
        going = [
            _is_at_end(row, place)
            and cell[0].right <= row.cells[place][-1].frame.right + _SAME_COLUMN
            and goes_on(row.cells[place][-1], *_first_two(cell), self.usual, is_over_page=True)
            for place, cell in zip(places, block.cells, strict=True)
            if place is not None
        ]
        if not any(going) or (places[0] == 0 and not going[0]):
            return blocks
        rest: list[Line] = []
        for place, cell, goes in zip(places, block.cells, going, strict=True):
            lines, rest = _in_column(cell, row.lefts[place or 0]) if len(block.cells) == 1 else (list(cell), [])
            into = row.cells[place or 0]
            passages = passages_of(lines, into[-1].frame, self.usual)
            if goes:
                into[-1].lines += passages.pop(0).lines
            into += passages
        return [*([Block((tuple(rest),))] if rest else []), *blocks[1:]]

    def _skip_heads(self, blocks: list[Block]) -> list[Block]:
        """Takes the rows that a table prints anew on each page for furniture; gives the blocks after them."""
        for row, block in zip(self._table, list(blocks), strict=False):
            lines = [line for cell in block.cells for line in cell]
            if len(self._table) < 2 or row.text != "\t".join(line.text for line in lines):  # noqa: PLR2004
                break
            self.parts.append(Furniture(tuple(lines)))
            blocks = blocks[1:]
        return blocks

    def _close(self) -> None:
        if self._open is not None:
            self.parts.append(self._open)
            self._open = None
        self.parts += self._waiting
        self._waiting = []

    def _add_block(self, block: Block, page: Page) -> None:
        if len(block.cells) == 1:
            self._add_lines(block.cells[0], self.frames.frame(page, block, 0), is_new=block.after_rule)
            return
        label = None if block.is_ruled else _label(block)
        if label is not None:
            tabbed = _tabbed(label, block.cells[1][0])
            if self._open is not None and len(block.cells[1]) == 1 and goes_on(self._open, tabbed, None, self.usual):
                self._open.lines.append(tabbed)
            else:
                self._add_lines(block.cells[1], self.frames.flow(page), is_new=True, label=label)
            return
        self._close()
        cells = [
            passages_of(cell, self.frames.frame(page, block, number), self.usual)
            for number, cell in enumerate(block.cells)
        ]
        row = CellRow(cells, [min(line.left for line in cell) for cell in block.cells])
        self._table.append(row)
        self.parts.append(row)

    def _add_lines(self, lines: Sequence[Line], frame: Frame, *, is_new: bool, label: Line | None = None) -> None:
        self._table.clear()
        for place, line in enumerate(lines):
            after = lines[place + 1] if place + 1 < len(lines) else None
            if self._open is not None and (
                self._open.breaks[-1:] == [len(self._open.lines)]  # known to go on over the page
                or (not (is_new and place == 0) and goes_on(self._open, line, after, self.usual))
            ):
                self._open.lines.append(line)
                continue
            self._close()
            self._open = start_passage(line, after, frame, self.usual)
            if label is not None and place == 0:
                _put_label(self._open, label)


def _first_two(lines: Sequence[Line]) -> tuple[Line, Line | None]:
    return lines[0], lines[1] if len(lines) > 1 else None


def _is_at_end(row: CellRow, place: int) -> bool:
    """Whether a cell reaches as far down as its row: only there can a page cut it."""
    last = row.cells[place][-1].lines[-1]
    return last.base - min(cell[-1].lines[-1].base for cell in row.cells) < last.size / 2


def _is_low(row: CellRow) -> bool:
    """Whether no cell of a row has a second line: whole rows under it are rows of their own."""
    return all(len(cell) == 1 and len(cell[0].lines) == 1 for cell in row.cells)


def _column(row: CellRow, left: float) -> int | None:
    """The cell of a row that begins where a line does."""
    return next((place for place, at in enumerate(row.lefts) if abs(at - left) <= _SAME_COLUMN), None)


def _in_column(lines: Sequence[Line], left: float) -> tuple[list[Line], list[Line]]:
    """The lines that stand in a column, and those after them."""
    count = next((place for place, line in enumerate(lines) if line.left < left - _SAME_COLUMN), len(lines))
    return list(lines[:count]), list(lines[count:])


def _label(block: Block) -> Line | None:
    """The label that a tab sets apart from its text, in a block that is no table."""
    if len(block.cells) != 2 or len(block.cells[0]) != 1:  # noqa: PLR2004 (label and text)
        return None
    label = block.cells[0][0]
    is_level = abs(label.base - block.cells[1][0].base) < 1
    return label if is_level and len(label.text) <= _LABEL else None


def _put_label(passage: Passage, label: Line) -> None:
    passage.hang = passage.lines[0].left
    passage.lines[0] = _tabbed(label, passage.lines[0])


def _tabbed(label: Line, line: Line) -> Line:
    """A label and the words that a tab sets apart from it, as one line."""
    return line._replace(
        text=f"{label.text}\t{line.text}",
        pieces=(*label.pieces, Piece("\t"), *line.pieces),
        left=label.left,
        first_word=label.first_word,
    )


def _furniture(lines: Iterable[Line]) -> list[Part]:
    level: list[Line] = []
    turned: list[Line] = []
    for line in lines:
        (turned if line.is_turned else level).append(line)
    return [*(Furniture(row.lines) for row in rows_of(level)), *(Furniture((line,)) for line in turned)]
