"""The heads of tables that are printed anew on the next page: told before anything is put together over pages.

page 2   No. │ Action              │ Lead        the first row of the table
         120 │ Circulate the dates │ JM          its last row on this page
page 3   No. │ Action              │ Lead        furniture
             │ of the sessions.    │             goes on with the row that the page cut
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.read.pdf.blocks import Block
from compare.read.pdf.page_content import Line, Piece
from compare.read.pdf.page_layout import Composed

# Points by which a column may be elsewhere on the next page.
_DRIFT = 3.0
# Rows that a head can have.
_MOST_ROWS = 3


def part_table_heads(pages: Sequence[Composed]) -> None:
    """Puts the heads of tables that go on over pages into the pages' heads. Cost: linear."""
    table: list[Block] = []  # the rows that the last page ends with, from the head of their table on
    for page in pages:
        count = _repeated(table, page.blocks)
        if count:
            lines = [line for block in page.blocks[:count] for line in _in_one_row(block)]
            page.sheet = page.sheet._replace(head=(*page.sheet.head, *lines))
            page.blocks = page.blocks[count:]
        elif page.blocks:
            table = []
        table = _last_table(table, page.blocks)


def _repeated(table: Sequence[Block], blocks: Sequence[Block]) -> int:
    """How many blocks repeat the first rows of a table."""
    if not table:
        return 0
    count = 0
    for row, block in zip(table[:_MOST_ROWS], blocks, strict=False):
        if len(row.cells) != len(block.cells) or not _is_same(row, block):
            break
        count += 1
    return count if count < max(len(table), 2) else 0


def _is_same(row: Block, block: Block) -> bool:
    return all(
        abs(one.left - other.left) <= _DRIFT and one.text == other.text
        for one, other in zip(_lines(row), _lines(block), strict=False)
    ) and len(_lines(row)) == len(_lines(block))


def _last_table(table: list[Block], blocks: Sequence[Block]) -> list[Block]:
    """The rows at the end of a page: of the table that it began with, or of one that began later."""
    for place, block in enumerate(blocks):
        if len(block.cells) > 1:
            table = [*table, block] if len(table) < _MOST_ROWS else table
        elif table and not _is_in_column(table[0], block, 0 if place == 0 else 1):
            table = []
    return table


def _is_in_column(head: Block, block: Block, first: int) -> bool:
    """Whether all lines of a block stand within one column of a table, as the rest of a cell does.

    In the first column, only the rest of a row that a page cuts stands alone; elsewhere it is text below the table.
    """
    lefts = [min(line.left for line in cell) for cell in head.cells]
    ends = [left - 1 for left in lefts[1:]] + [max(line.right for line in _lines(block))]
    columns = [*zip(lefts, ends, strict=True)][first:]
    return any(all(left - _DRIFT <= line.left and line.right <= end for line in _lines(block)) for left, end in columns)


def _in_one_row(block: Block) -> list[Line]:
    """One line for each cell, at one height."""
    base = block.cells[0][0].base
    return [_joined(cell)._replace(base=base) for cell in block.cells]


def _joined(cell: Sequence[Line]) -> Line:
    pieces = list(cell[0].pieces)
    for line in cell[1:]:
        pieces += [Piece(" "), *line.pieces]
    return cell[0]._replace(text=" ".join(line.text for line in cell), pieces=tuple(pieces))


def _lines(block: Block) -> list[Line]:
    return [line for cell in block.cells for line in cell]
