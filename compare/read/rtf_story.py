r"""A text in the making: the body, a note, a header, a text box. Its runs become paragraphs, its cells rows.

\intbl Ashby\cell Present\cell\row              a row of two cells
\intbl\par … \itap2 x\nestcell … \nestrow       a table in a cell: its paragraphs are the cell's
{\deleted \par }                                a paragraph mark that is gone: two paragraphs are one
… {\shp …{\shptxt Draft}} …                     a text box stands after the paragraph that holds it
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from compare.read.extract import Entry, Run

Cells = Sequence[Sequence[Entry]]
# Tables in tables; what claims to be deeper stands in the deepest.
_DEEPEST = 30


class Sink(Protocol):
    """What takes paragraphs and rows, in order."""

    def add(self, entry: Entry) -> None:
        """Takes a paragraph."""

    def add_row(self, cells: Cells) -> None:
        """Takes a row of a table."""


@dataclass(slots=True)
class Kept:
    """Paragraphs and rows that are kept until their place comes."""

    parts: list[Entry | Cells] = field(default_factory=list)

    def add(self, entry: Entry) -> None:
        """Keeps a paragraph."""
        self.parts.append(entry)

    def add_row(self, cells: Cells) -> None:
        """Keeps a row of a table."""
        self.parts.append(cells)

    def entries(self) -> list[Entry]:
        """All paragraphs, those of cells too."""
        return [entry for part in self.parts for entry in _paragraphs(part)]


def _paragraphs(part: Entry | Cells) -> list[Entry]:
    return [part] if isinstance(part, Entry) else [entry for cell in part for entry in cell]


@dataclass(slots=True)
class _Table:
    cells: list[list[Entry]] = field(default_factory=list)
    cell: list[Entry] = field(default_factory=list)


@dataclass(slots=True)
class Story:
    """A text in the making. `mark` is the number of the paragraph as the file prints it."""

    sink: Sink
    runs: list[Run] = field(default_factory=list)
    mark: str = ""
    is_row_open: bool = False
    inserter: int | None = None  # whose tracked change the last piece of text was
    deleter: int | None = None
    is_hiding: bool = False
    is_note_announced: bool = False  # the reference stands here, and counts
    _boxes: list[Entry | Cells] = field(default_factory=list)
    _tables: list[_Table] = field(default_factory=list)

    def add_box(self, box: Kept) -> None:
        """Puts a text box after the paragraph that is being made."""
        self._boxes.extend(box.parts)

    def add(self, entry: Entry, depth: int) -> None:
        """Ends a paragraph: of the text, or of a cell in a table `depth` tables deep."""
        self._fit(depth)
        boxes, self._boxes = self._boxes, []
        for part in (entry, *boxes):
            if self._tables:
                self._tables[-1].cell.extend(_paragraphs(part))
            elif isinstance(part, Entry):
                self.sink.add(part)
            else:
                self.sink.add_row(part)

    def end_cell(self, depth: int) -> None:
        """Ends a cell, after its last paragraph."""
        self._fit(depth)
        table = self._tables[-1]
        table.cells.append(table.cell)
        table.cell = []

    def end_row(self, depth: int) -> None:
        """Ends a row, with what is left of a cell in it."""
        self._fit(depth)
        self._fit(len(self._tables) - 1)

    def end(self) -> None:
        """Ends the text, with rows that were not ended."""
        self._fit(0)

    def _fit(self, depth: int) -> None:
        """Opens or closes tables until they are `depth` deep; a row that was not ended ends with its table."""
        depth = min(depth, _DEEPEST)
        while len(self._tables) > depth:
            table = self._tables.pop()
            cells = [*table.cells, table.cell] if table.cell else table.cells
            if self._tables:
                self._tables[-1].cell.extend(entry for cell in cells for entry in cell)
            elif cells:
                self.sink.add_row(cells)
        while len(self._tables) < depth:
            self._tables.append(_Table())
