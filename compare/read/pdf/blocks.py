"""Lines put together to what stands on its own: running text, and cells side by side.

    1.  Apologies   KC         a row of three cells
        were received
        from Cllr Ash.         the next line of the second cell
    Cllr Ash     Cllr Elm      two columns are one row of two long cells: read one after the other
    Cllr Birch   Cllr Fenn

A block of one cell is running text; where its paragraphs end is not said here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from compare.read.pdf.marks import can_be_mark
from compare.read.pdf.page_content import Line, Page, Piece, Rule

# In sizes of the type. Lines of one height with a narrower gap are one: PDFium parts them at raised letters.
_TOUCH = 0.65
_BLANK = 0.12
_SAME_HEIGHT = 0.35
# Points by which the lines of a cell may begin further left than its first.
_EDGE = 2.5
# In sizes of the type: the largest step down within a cell; what is further below is a cell of another row.
_STEP = 2.6
_CLOSE = 1.5
_INDENT = 3.0

Cell = list[Line]


class Block(NamedTuple):
    """Running text, as one cell, or the cells of a row."""

    cells: tuple[tuple[Line, ...], ...]
    is_ruled: bool = False  # walls stand between its cells
    after_rule: bool = False  # a rule stands over it


def build_blocks(lines: Sequence[Line], page: Page) -> list[Block]:
    """The blocks of a page, from its lines in reading order. Cost: linear in the lines, and in rules a row."""
    builder = _Builder(page)
    for line in _touching(lines, page.walls):
        builder.add(line)
    return [
        Block(tuple(map(tuple, cells)), builder.is_walled(cells), after)
        for cells, after in zip(builder.blocks, builder.after_rule, strict=True)
    ]


def _touching(lines: Sequence[Line], walls: Sequence[Rule]) -> list[Line]:
    """The lines, with those that touch put together."""
    found: list[Line] = []
    for line in lines:
        if found and _touch(found[-1], line) and not has_wall(walls, found[-1].right, line.left, line.base):
            found[-1] = _joined(found[-1], line)
        else:
            found.append(line)
    return found


def _touch(before: Line, line: Line) -> bool:
    size = max(before.size, line.size)
    if abs(before.base - line.base) > _SAME_HEIGHT * size or before.is_turned != line.is_turned or line.is_apart:
        return False
    return -size < line.left - before.right < _TOUCH * size and line.left > before.left


def _joined(before: Line, line: Line) -> Line:
    gap = line.left - before.right > _BLANK * line.size
    blank = (Piece(" ", before.pieces[-1].dress & line.pieces[0].dress),) if gap else ()
    return before._replace(
        text=f"{before.text}{' ' * gap}{line.text}",
        pieces=(*before.pieces, *blank, *line.pieces),
        right=max(before.right, line.right),
        hang=before.hang or (line.left if can_be_mark(before.text) else 0.0),
        is_divided=line.is_divided,
    )


def has_wall(walls: Sequence[Rule], right: float, left: float, height: float) -> bool:
    """Whether a wall stands between what ends at `right` and what begins at `left`."""
    return any(right - 1 <= wall.place <= left + 1 and wall.start <= height <= wall.end for wall in walls)


class _Builder:
    """Takes lines in reading order and puts each where it belongs."""

    def __init__(self, page: Page) -> None:
        self.blocks: list[list[Cell]] = []
        self.after_rule: list[bool] = []
        self._rules = sorted(page.rules)
        self._walls = page.walls

    def add(self, line: Line) -> None:
        """Puts a line into the last block, or begins the next."""
        if not self.blocks or line.is_turned or self.blocks[-1][-1][-1].is_turned:
            self._begin(line, after_rule=False)
            return
        cells = self.blocks[-1]
        if self._is_beside(cells, line):
            self._add_cell(cells, line)
        elif self._is_under_rule(cells, line):
            self._begin(line, after_rule=True)
        elif _is_next(cells, line):
            cells[-1].append(line)
        else:
            self._begin(line, after_rule=False)

    def is_walled(self, cells: Sequence[Cell]) -> bool:
        """Whether a wall stands between the first two cells."""
        if len(cells) < 2 or not self._walls:  # noqa: PLR2004 (side by side)
            return False
        right = max(line.right for line in cells[0])
        return has_wall(self._walls, right, min(line.left for line in cells[1]), cells[0][0].base)

    def _begin(self, line: Line, *, after_rule: bool) -> None:
        self.blocks.append([[line]])
        self.after_rule.append(after_rule)

    def _is_beside(self, cells: Sequence[Cell], line: Line) -> bool:
        """Whether a line begins a new cell at the right of the last."""
        floor = line.base + _SAME_HEIGHT * line.size
        low = [other for other in cells[-1] if other.base <= floor]
        if len(cells) == 1:
            return bool(low) and line.left > max(other.right for other in low) and cells[-1][-1] in low
        bottom = min(other.base for cell in cells for other in cell)
        right = max(other.right for other in low or cells[-1])
        return line.base >= bottom - _SAME_HEIGHT * line.size and line.left > right

    def _add_cell(self, cells: list[Cell], line: Line) -> None:
        """Begins a cell; lines that stand higher than it belong to no row with it."""
        height = line.base + _SAME_HEIGHT * line.size
        is_tabbed = cells[-1][-1].base <= height and len(cells[-1]) > 1 and not self._is_walled_off(cells, line)
        if len(cells) == 1 or is_tabbed:
            high = [other for other in cells[-1] if other.base > height]
            if high and len(cells) == 1:
                low = cells[-1][len(high) :]
                cells[-1] = high
                self._begin(low[0], after_rule=False)
                self.blocks[-1][-1].extend(low[1:])
                cells = self.blocks[-1]
            elif high and abs(cells[-1][-1].base - line.base) <= _SAME_HEIGHT * line.size:
                self._begin(cells[-1].pop(), after_rule=False)
                cells = self.blocks[-1]
        cells.append([line])

    def _is_walled_off(self, cells: Sequence[Cell], line: Line) -> bool:
        return has_wall(self._walls, max(other.right for other in cells[-1]), line.left, line.base)

    def _is_under_rule(self, cells: Sequence[Cell], line: Line) -> bool:
        """Whether a rule parts a line from the last one, right across it."""
        if not self._rules:
            return False
        last = cells[-1][-1]
        top, bottom = last.base, line.base + line.size / 2
        first = bisect_left(self._rules, Rule(bottom, 0.0, 0.0))
        middle = (line.left + min(line.right, line.left + 4 * line.size)) / 2
        for rule in self._rules[first:]:
            if rule.place >= top:
                return False
            if rule.start <= middle <= rule.end:
                return True
        return False


def _is_next(cells: Sequence[Cell], line: Line) -> bool:
    """Whether a line stands below the last one, in the same cell."""
    cell = cells[-1]
    if line.base > cell[-1].base - _SAME_HEIGHT * line.size:
        return False
    if len(cells) == 1:
        return True
    step, size = cell[-1].base - line.base, max(line.size, cell[-1].size)
    outdent = min(other.left for other in cell) - line.left
    if outdent > _EDGE:
        # The second line of a paragraph whose first is set in.
        is_clear = line.left > max(other.right for other in cells[-2])
        return is_clear and len(cell) == 1 and outdent < _INDENT * size and step < _CLOSE * size
    return step <= _STEP * size
