r"""A text in the making: the body, a note, a header, a text box. Its paragraphs go to their place, its cells to rows.

\intbl Ashby\cell Present\cell\row              a row of two cells
\intbl\par … \itap2 x\nestcell … \nestrow       a row in a cell: a row of its own, between the paragraphs of the cell
… {\shp …{\shptxt Draft}} …                     a text box stands after the paragraph that holds it
a row that never ends                           ends with the text
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from compare.read.common.extract import Entry, Extract, Run

# Where a page or a column ends within a paragraph; what follows is printed as a paragraph of its own.
BREAK = "\f"
# Tables in tables; what claims to be deeper stands in the deepest.
_DEEPEST = 30
# Cells of a row, and paragraphs of a cell, that are waited for: what is larger is a row that never ends. Word allows
# 63 cells; the minutes of a meeting that stand in one cell have some hundred paragraphs.
_MOST_CELLS, _MOST_IN_CELL = 1_000, 5_000


class Row(NamedTuple):
    """A row of a table: what stands in each of its cells."""

    cells: Sequence[Sequence[Entry | Row]]


Block = Entry | Row


def put_block(block: Block, extract: Extract) -> None:
    """Adds a paragraph or a row to the extract. A row that holds rows is laid out, not tabulated."""
    if isinstance(block, Entry):
        extract.add(block)
    elif any(isinstance(inner, Row) for cell in block.cells for inner in cell):
        for cell in block.cells:
            for inner in cell:
                put_block(inner, extract)
    else:
        extract.add_row([[inner for inner in cell if isinstance(inner, Entry)] for cell in block.cells])


def lines_of(block: Block) -> Iterator[tuple[list[Run], str]]:
    """The runs and the mark of a paragraph; those of a row on one line."""
    if isinstance(block, Entry):
        yield list(block.runs), block.mark
        return
    runs: list[Run] = []
    for cell in block.cells:
        for inner in cell:
            for line, mark in lines_of(inner):
                runs += [*([Run("\t")] if runs else []), *([Run(f"{mark} ")] if mark else []), *line]
    yield runs, ""


def part_at_breaks(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """The runs of a paragraph between breaks of pages, where there are words between them."""
    part: list[Run] = []
    has_words = False
    for run in runs:
        for place, text in enumerate(run.text.split(BREAK)):
            if place and has_words:
                yield part
                part, has_words = [], False
            if text:
                part.append(Run(text, run.dress))
                has_words = has_words or not text.isspace()
    if has_words:
        yield part


@dataclass(slots=True)
class _Table:
    cells: list[list[Block]] = field(default_factory=list)
    cell: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Tables:
    """Takes paragraphs and gives them, or the rows that they make, to `put`, in order."""

    put: Callable[[Block], None]
    _open: list[_Table] = field(default_factory=list)

    def add(self, blocks: Sequence[Block], depth: int) -> None:
        """Takes paragraphs that stand in a cell `depth` tables deep, or in none."""
        self._fit(depth)
        if self._open:
            self._open[-1].cell.extend(blocks)
            if len(self._open[-1].cell) >= _MOST_IN_CELL:
                self.end()
            return
        for block in blocks:
            self.put(block)

    def end_cell(self, depth: int) -> None:
        """Ends a cell, after its last paragraph."""
        self._fit(depth)
        table = self._open[-1]
        table.cells.append(table.cell)
        table.cell = []
        if len(table.cells) >= _MOST_CELLS:
            self.end()

    def end_row(self, depth: int) -> None:
        """Ends a row, with what is left of a cell in it."""
        self._fit(depth)
        self._fit(len(self._open) - 1)

    def end(self) -> None:
        """Ends the text, with rows that were not ended."""
        self._fit(0)

    def _fit(self, depth: int) -> None:
        """Opens or closes tables until they are `depth` deep; a row that was not ended ends with its table."""
        depth = min(depth, _DEEPEST)
        while len(self._open) > depth:
            table = self._open.pop()
            row = Row([*table.cells, table.cell] if table.cell else table.cells)
            if any(row.cells):
                (self._open[-1].cell.append if self._open else self.put)(row)
        while len(self._open) < depth:
            self._open.append(_Table())
