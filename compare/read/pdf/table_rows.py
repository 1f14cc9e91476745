"""The rows of a table, with its empty cells kept in their places: a tick says what it does by its column.

    Member     For  Against  Abstained      three columns, by the cells of all rows
    Cllr Ash    x                           "Cllr Ash", "x", "", ""
    Cllr Elm           x                    "Cllr Elm", "", "x", ""

    │ Cllr Ash │ x │   │   │                vertical rulings tell the columns, even of one row

Cost: n log n in the cells of a table.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from compare.read.pdf.page import Ruling
from compare.read.pdf.paragraphs import ParagraphLines

# Points: rulings that are closer are the sides of two boxes, or one double rule.
_ONE_RULE = 4.0
# Points by which the words of a cell may begin before its ruling.
_WITHIN = 1.0


class Extent(NamedTuple):
    """Where the words of a cell or a column begin and end."""

    left: float
    right: float


@dataclass(slots=True)
class PdfTableRow:
    """The cells of a table row, each with its paragraphs and its left edge, and the rulings between them."""

    cells: list[list[ParagraphLines]]
    lefts: list[float]
    edges: tuple[float, ...] = ()

    def extents(self) -> list[Extent]:
        """Where the words of each cell begin and end; a list mark stands to the left of its words."""
        lines = [[line for paragraph in cell for line in paragraph.lines] for cell in self.cells]
        marks = [[paragraph.mark_left for paragraph in cell if paragraph.mark] for cell in self.cells]
        return [
            Extent(min([*own, *(line.left for line in cell)]), max(line.right for line in cell))
            for cell, own in zip(lines, marks, strict=True)
        ]


def column_edges(verticals: Iterable[Ruling], height: float) -> tuple[float, ...]:
    """The positions of the vertical rulings at a height, from left to right."""
    edges: list[float] = []
    for position in sorted(ruling.position for ruling in verticals if ruling.start <= height <= ruling.end):
        if not edges or position - edges[-1] > _ONE_RULE:
            edges.append(position)
    return tuple(edges)


def keep_empty_cells(tables: Iterable[Sequence[PdfTableRow]]) -> None:
    """Adds the empty cells of each table to its rows."""
    for table in tables:
        alike: dict[int, list[PdfTableRow]] = defaultdict(list)  # by their rulings: a merged cell has fewer
        for row in table:
            alike[len(row.edges)].append(row)
        for edges, rows in alike.items():
            columns = [] if edges else _columns([extent for row in rows for extent in row.extents()])
            places = [_ruled_places(row) if edges else _places(row, columns) for row in rows]
            used = [place for found in places for place in found]
            for row, found in zip(rows, places, strict=True):
                if found:
                    _fill(row, found, range(min(used), max(used) + 1))


def _ruled_places(row: PdfTableRow) -> list[int]:
    """The columns of the cells, as the rulings at their height count them."""
    return [bisect_right(row.edges, extent.left + _WITHIN) for extent in row.extents()]


def _columns(extents: Iterable[Extent]) -> list[Extent]:
    """The columns that cells without rulings form, from left to right; a cell over several of them forms none."""
    columns: list[Extent] = []
    for extent in sorted(extents, key=lambda extent: extent.right - extent.left):
        first, last = _touched(columns, extent)
        if last - first <= 1:
            own = columns[first:last]
            columns[first:last] = [
                Extent(min([extent.left, *(one.left for one in own)]), max([extent.right, *(one.right for one in own)]))
            ]
    return columns


def _touched(columns: Sequence[Extent], extent: Extent) -> tuple[int, int]:
    """The first column that a cell overlaps, and the one after the last."""
    first = bisect_right(columns, extent.left, key=lambda column: column.right)
    return first, max(first, bisect_left(columns, extent.right, key=lambda column: column.left))


def _places(row: PdfTableRow, columns: Sequence[Extent]) -> list[int]:
    """The columns of the cells; none if one lies over several, or two in one."""
    touched = [_touched(columns, extent) for extent in row.extents()]
    places = [first for first, last in touched if last - first == 1]
    return places if len(places) == len(touched) == len(set(places)) else []


def _fill(row: PdfTableRow, places: Sequence[int], columns: Iterable[int]) -> None:
    """Puts the cells of a row into these columns, and an empty one into each that has none."""
    own: dict[int, list[list[ParagraphLines]]] = defaultdict(list)
    for place, cell in zip(places, row.cells, strict=True):
        own[place].append(cell)
    row.cells = [cell for column in columns for cell in own.get(column, [[]])]
