"""The layout of one page: its lines in reading order, its footnotes, and blocks of running text or table cells.

    cell, cell, next row            the order of the file is kept: a step to the right, then down and back
    left column, right column       kept too: up again, but to the right of everything
    last line, first line, second   up again over the same place: sorted by position

    the grant of £4,000³ was paid.
    ────────
    ³ Minute 12 refers.             the footnote "3"; a small raised figure without such a note is none: "m²"

    1.  Apologies   KC              a row of three cells
        were received
        from Cllr Ash.              the next line of the second cell
    Cllr Ash     Cllr Elm           two columns are one row of two long cells, read one after the other
    Cllr Birch   Cllr Fenn

A block of one cell is running text; `paragraphs` finds where its paragraphs end. `Columns` gives each block the left
and right edge of its lines, measured over the whole document.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from compare.read.pdf.headers_and_footers import SplitPage
from compare.read.pdf.page import (
    BaselineRow,
    PdfPage,
    Ruling,
    TextLine,
    TextRun,
    can_be_list_mark,
    group_into_rows,
    without_start,
)
from compare.read.pdf.paragraphs import Column, TextMetrics, find_column

# In font sizes: a step up that is larger than for a raised character.
_UP = 0.6
# Groups of lines that are sorted as wholes; with more jumps, lines are sorted one by one.
_MOST_GROUPS = 30
# Two columns of running text: the least number of rows with the same gap, and of characters on either side of it.
_COLUMN_ROWS = 5
_COLUMN_LETTERS = 25
_SHORTER = 0.6  # the share of these characters that one line can have
# In font sizes: the narrowest gap between two columns.
_GUTTER = 1.0
# The largest font size of footnotes, times the body's.
_SMALLER = 0.93
_MARK = re.compile(r"\(?(\d{1,3}|[ivx]{1,4}|[*†‡§]{1,3})[).]?\s?")
# The longest ruling above footnotes, as a share of the page's width.
_SHORT = 0.6
# In font sizes. Lines at one height with a narrower gap are one line, which PDFium split at raised characters.
_TOUCH = 0.65
_SPACE = 0.12
_SAME_HEIGHT = 0.35
# Points by which the lines of a cell may begin further left than its first.
_EDGE = 2.5
# In font sizes: the largest step down within a cell; lines further below belong to another row.
_STEP = 2.6
_CLOSE = 1.5
_INDENT = 3.0

# Points by which a centred cell may miss the middle between two lines, and the fewest such cells of a page.
_BETWEEN = 1.0
_FEWEST_CENTRED = 2

Cell = list[TextLine]
# In font sizes: the padding between the words of a cell and the next cell.
_PADDING = 0.8


class _LineGroup(NamedTuple):
    """Consecutive lines of the file in readable order, and the box around them."""

    lines: tuple[TextLine, ...]
    left: float
    bottom: float
    right: float
    top: float


def _order_lines(lines: Sequence[TextLine]) -> list[TextLine]:
    """Sorts lines into reading order. Cost: linear if the order of the file is readable."""
    groups = _split_at_jumps(lines)
    if len(groups) <= 1:
        return _by_place(lines) if _reads_across(lines) else list(lines)
    ordered = _order_groups([_measure_group(group) for group in groups]) if len(groups) <= _MOST_GROUPS else None
    if ordered is None:
        return _by_place(lines)
    return [line for line_group in ordered for line in line_group.lines]


def _reads_across(lines: Sequence[TextLine]) -> bool:
    """Whether the file draws two columns of running text row by row."""
    low = across = 0
    for before, line in pairwise(lines):
        if abs(before.baseline - line.baseline) < _UP * line.size and line.left > before.right + _GUTTER * line.size:
            across += len(before.text) > _COLUMN_LETTERS * _SHORTER
            low += before.text[:1].islower() and line.text[:1].islower()
    return across >= _COLUMN_ROWS and low * 5 >= across


def _split_at_jumps(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    groups: list[list[TextLine]] = []
    for before, line in pairwise((None, *lines)):
        if line is None:
            continue
        if before is None or _jumps(before, line):
            groups.append([])
        groups[-1].append(line)
    return groups


def _jumps(before: TextLine, line: TextLine) -> bool:
    """Whether a line is higher than the line before it, and not to the right of it."""
    is_higher = line.baseline > before.baseline + _UP * max(before.size, line.size)
    return is_higher and line.left < before.right - before.size / 2


def _measure_group(lines: Sequence[TextLine]) -> _LineGroup:
    return _LineGroup(
        tuple(lines),
        min(line.left for line in lines),
        min(line.baseline for line in lines),
        max(line.right for line in lines),
        max(line.baseline + line.size / 2 for line in lines),
    )


def _order_groups(line_groups: Sequence[_LineGroup]) -> list[_LineGroup] | None:
    """Sorts groups from the top down and from left to right; returns None if their boxes overlap."""
    waiting, ordered = list(line_groups), []
    for line_group in line_groups:
        if any(_overlap(line_group, other) for other in line_groups if other is not line_group):
            return None
    while waiting:
        first = next(
            (line_group for line_group in waiting if not any(_is_before(other, line_group) for other in waiting)), None
        )
        if first is None:
            return None
        ordered.append(first)
        waiting.remove(first)
    return ordered


def _overlap(one: _LineGroup, other: _LineGroup) -> bool:
    return one.left < other.right and other.left < one.right and one.bottom < other.top and other.bottom < one.top


def _is_before(one: _LineGroup, other: _LineGroup) -> bool:
    if one is other:
        return False
    if one.left < other.right and other.left < one.right:
        return one.bottom >= other.top
    if one.bottom < other.top and other.bottom < one.top:
        return one.right <= other.left
    return one.bottom >= other.top


def _by_place(lines: Sequence[TextLine]) -> list[TextLine]:
    """Sorts lines row by row, and columns of running text one after the other."""
    ordered: list[TextLine] = []
    columns: list[BaselineRow] = []
    gutter: tuple[float, float] | None = None
    for row in group_into_rows(lines):
        common = _common_gap(row, gutter) if gutter is not None else None
        if common is None:
            ordered.extend(_read_columns(columns, gutter))
            columns, gutter = [row], _widest_gap(row)
        else:
            columns.append(row)
            gutter = common
    ordered.extend(_read_columns(columns, gutter))
    return ordered


def _widest_gap(row: BaselineRow) -> tuple[float, float] | None:
    gaps = [(before.right, after.left) for before, after in pairwise(row.lines)]
    return max(gaps, key=lambda gap: gap[1] - gap[0], default=None)


def _common_gap(row: BaselineRow, gutter: tuple[float, float]) -> tuple[float, float] | None:
    """The part of a column gap that a row leaves free; None if too little is left."""
    for line in row.lines:
        if line.left < gutter[1] and gutter[0] < line.right:
            gutter = (
                (max(gutter[0], line.right), gutter[1])
                if line.left <= gutter[0]
                else (gutter[0], min(gutter[1], line.left))
            )
    return gutter if gutter[1] - gutter[0] > _GUTTER * row.size else None


def _read_columns(rows: Sequence[BaselineRow], gutter: tuple[float, float] | None) -> list[TextLine]:
    lines = [line for row in rows for line in row.lines]
    if gutter is None or len(rows) < _COLUMN_ROWS:
        return lines
    left = [line for line in lines if line.right <= gutter[0]]
    right = [line for line in lines if line.right > gutter[0]]
    if any(sum(len(line.text) for line in side) < _COLUMN_LETTERS * max(len(side), 1) for side in (left, right)):
        return lines
    is_running = sum(line.text[:1].islower() for line in lines) * 3 >= len(lines)
    return left + right if is_running else lines


class Footnote(NamedTuple):
    """The mark of a footnote and its lines, the first without the mark."""

    mark: str
    lines: list[TextLine]


def _split_off_footnotes(
    lines: Sequence[TextLine], font_size: float, rulings: Sequence[Ruling], width: float
) -> tuple[list[TextLine], list[Footnote]]:
    """Separates the lines of a page from its footnotes."""
    first = len(lines)
    while first and lines[first - 1].size < _SMALLER * font_size:
        first -= 1
    raised = {run.text.strip() for line in lines for run in line.runs if run.is_raised}
    while first < len(lines) and not _is_footnote(lines, first, raised, rulings, width):
        first += 1
    return list(lines[:first]), _footnotes(lines[first:], raised)


def _is_footnote(
    lines: Sequence[TextLine], place: int, raised: set[str], rulings: Sequence[Ruling], width: float
) -> bool:
    """Whether a line begins the footnotes: its mark is raised in the text, or a short ruling is above it."""
    line = lines[place]
    match = _MARK.match(line.text)
    if match is None:
        return False
    if line.runs[0].is_raised or match.group(1) in raised:
        return True
    if match.end() == len(match.group(1)):
        return False  # "12 members", "1st"
    over = lines[place - 1].baseline if place else line.baseline + 10 * line.size
    return any(
        line.baseline < ruling.position < over and ruling.end - ruling.start < _SHORT * width for ruling in rulings
    )


def _footnotes(lines: Sequence[TextLine], raised: set[str]) -> list[Footnote]:
    footnotes: list[Footnote] = []
    for line in lines:
        match = _MARK.match(line.text)
        if not footnotes or (match and (line.runs[0].is_raised or match.group(1) in raised)):
            mark = match.group(1) if match else ""
            footnotes.append(Footnote(mark, [without_start(line, match.end() if match else 0)]))
        else:
            footnotes[-1].lines.append(line)
    return footnotes


class PageBlock(NamedTuple):
    """Running text, as one cell, or the cells of a table row."""

    cells: tuple[tuple[TextLine, ...], ...]
    is_ruled: bool = False  # vertical rulings separate its cells
    is_below_ruling: bool = False  # a horizontal ruling is above it


def _build_blocks(lines: Sequence[TextLine], page: PdfPage) -> list[PageBlock]:
    """Builds the blocks of a page from its lines in reading order. Cost: linear in lines, and in rulings a row."""
    touching = _touching(lines, page.verticals)
    builder = _Builder(page, touching)
    for line in touching:
        builder.add(line)
    return [
        PageBlock(tuple(map(tuple, cells)), builder.is_ruled(cells), after)
        for cells, after in zip(builder.blocks, builder.is_below_ruling, strict=True)
    ]


def _touching(lines: Sequence[TextLine], verticals: Sequence[Ruling]) -> list[TextLine]:
    """Joins lines that touch."""
    found: list[TextLine] = []
    for line in lines:
        if (
            found
            and _touch(found[-1], line)
            and not _has_vertical_between(verticals, found[-1].right, line.left, line.baseline)
        ):
            found[-1] = _joined(found[-1], line)
        else:
            found.append(line)
    return found


def _touch(before: TextLine, line: TextLine) -> bool:
    size = max(before.size, line.size)
    if (
        abs(before.baseline - line.baseline) > _SAME_HEIGHT * size
        or before.is_rotated != line.is_rotated
        or line.starts_cell
    ):
        return False
    return -size < line.left - before.right < _TOUCH * size and line.left > before.left


def _joined(before: TextLine, line: TextLine) -> TextLine:
    gap = line.left - before.right > _SPACE * line.size
    space = (TextRun(" ", before.runs[-1].formatting & line.runs[0].formatting),) if gap else ()
    return before._replace(
        text=f"{before.text}{' ' * gap}{line.text}",
        runs=(*before.runs, *space, *line.runs),
        right=max(before.right, line.right),
        hang=before.hang or (line.left if can_be_list_mark(before.text) else 0.0),
        ends_hyphenated=line.ends_hyphenated,
    )


def _has_vertical_between(verticals: Sequence[Ruling], right: float, left: float, height: float) -> bool:
    """Whether a vertical ruling separates text that ends at `right` from text that begins at `left`."""
    return any(
        right - 1 <= vertical.position <= left + 1 and vertical.start <= height <= vertical.end
        for vertical in verticals
    )


def _has_centred_cells(stacks: Sequence[Cell]) -> bool:
    """Whether the rows of a page have cells centred in their height: cells of more and fewer lines have one middle.

    Or a cell stands between the last two lines before it: the first of a row may follow running text.
    """
    found = 0
    for before, cell in pairwise(stacks):
        step = cell[0].baseline - before[-1].baseline
        if step < _SAME_HEIGHT * cell[0].size or cell[0].left <= before[-1].right:
            continue
        is_between = len(before) > 1 and abs(before[-2].baseline - before[-1].baseline - 2 * step) < 2 * _BETWEEN
        found += (is_between and step < _CLOSE * cell[0].size / 2 + 1) or (
            len(before) != len(cell) and abs(_height_of_middle(before) - _height_of_middle(cell)) < _BETWEEN
        )
    return found >= _FEWEST_CENTRED


def _stacks(lines: Sequence[TextLine]) -> list[Cell]:
    """Lines one below the other with one left edge, as those of a cell are."""
    found: list[Cell] = []
    for line in lines:
        last = found[-1][-1] if found else None
        if (
            last is not None
            and abs(line.left - last.left) <= _EDGE
            and 0 < last.baseline - line.baseline <= _STEP * line.size
        ):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _height_of_middle(cell: Cell) -> float:
    return (cell[0].baseline + cell[-1].baseline) / 2


class _Builder:
    """Takes lines in reading order and adds each to the last block or a new one."""

    def __init__(self, page: PdfPage, lines: Sequence[TextLine]) -> None:
        self.blocks: list[list[Cell]] = []
        self.is_below_ruling: list[bool] = []
        self._rulings = sorted(page.rulings)
        self._verticals = page.verticals
        stacks = _stacks(lines)
        self._has_centred_cells = _has_centred_cells(stacks)
        self._middles = {id(stack[0]): _height_of_middle(stack) for stack in stacks} if self._has_centred_cells else {}

    def add(self, line: TextLine) -> None:
        """Adds a line to the last block, or begins the next."""
        if not self.blocks or line.is_rotated or self.blocks[-1][-1][-1].is_rotated:
            self._begin(line, is_below_ruling=False)
            return
        cells = self.blocks[-1]
        if self._is_beside(cells, line):
            self._add_cell(cells, line)
        elif self._is_below_ruling(cells, line):
            self._begin(line, is_below_ruling=True)
        elif _is_next(cells, line):
            cells[-1].append(line)
        else:
            self._begin(line, is_below_ruling=False)

    def is_ruled(self, cells: Sequence[Cell]) -> bool:
        """Whether a vertical ruling separates the first two cells."""
        if len(cells) < 2 or not self._verticals:  # noqa: PLR2004 (side by side)
            return False
        right = max(line.right for line in cells[0])
        return _has_vertical_between(self._verticals, right, min(line.left for line in cells[1]), cells[0][0].baseline)

    def _begin(self, line: TextLine, *, is_below_ruling: bool) -> None:
        self.blocks.append([[line]])
        self.is_below_ruling.append(is_below_ruling)

    def _is_beside(self, cells: Sequence[Cell], line: TextLine) -> bool:
        """Whether a line begins a new cell to the right of the last."""
        floor = line.baseline + _SAME_HEIGHT * line.size
        low = [other for other in cells[-1] if other.baseline <= floor]
        if len(cells) == 1:
            return bool(low) and line.left > max(other.right for other in low) and cells[-1][-1] in low
        bottom = min(other.baseline for cell in cells for other in cell)
        right = max(other.right for other in low or cells[-1])
        return line.baseline >= bottom - _SAME_HEIGHT * line.size and line.left > right

    def _add_cell(self, cells: list[Cell], line: TextLine) -> None:
        """Begins a cell; lines that are higher than it are split off into a block of their own."""
        height = line.baseline + _SAME_HEIGHT * line.size
        is_tabbed = cells[-1][-1].baseline <= height and len(cells[-1]) > 1 and not self._is_parted_off(cells, line)
        if len(cells) == 1 or is_tabbed:
            high = self._lines_above(cells, line)
            if high and len(cells) == 1:
                low = cells[-1][high:]
                del cells[-1][high:]
                self._begin(low[0], is_below_ruling=False)
                self.blocks[-1][-1].extend(low[1:])
                cells = self.blocks[-1]
            elif high and abs(cells[-1][-1].baseline - line.baseline) <= _SAME_HEIGHT * line.size:
                self._begin(cells[-1].pop(), is_below_ruling=False)
                cells = self.blocks[-1]
        cells.append([line])

    def _lines_above(self, cells: Sequence[Cell], line: TextLine) -> int:
        """Counts the lines at the head of the last cell that do not belong to the row of a cell to its right.

        Those are all that are higher; but cells that are centred in the height of their row have one middle.
        """
        cell, reach = cells[-1], _SAME_HEIGHT * line.size
        higher = sum(other.baseline > line.baseline + reach for other in cell)
        if not self._has_centred_cells or cell[-1].baseline >= line.baseline - reach:
            return higher
        middle = self._middles.get(id(line), line.baseline)
        for first in range(higher - 1, -1, -1):
            if cell[first].right >= line.left:
                break
            if abs((cell[first].baseline + cell[-1].baseline) / 2 - middle) <= reach:
                return first
        return higher

    def _is_parted_off(self, cells: Sequence[Cell], line: TextLine) -> bool:
        return _has_vertical_between(self._verticals, max(other.right for other in cells[-1]), line.left, line.baseline)

    def _is_below_ruling(self, cells: Sequence[Cell], line: TextLine) -> bool:
        """Whether a ruling across the line separates it from the last line."""
        if not self._rulings:
            return False
        last = cells[-1][-1]
        top, bottom = last.baseline, line.baseline + line.size / 2
        first = bisect_left(self._rulings, Ruling(bottom, 0.0, 0.0))
        middle = (line.left + min(line.right, line.left + 4 * line.size)) / 2
        for ruling in self._rulings[first:]:
            if ruling.position >= top:
                return False
            if ruling.start <= middle <= ruling.end:
                return True
        return False


def _is_next(cells: Sequence[Cell], line: TextLine) -> bool:
    """Whether a line is the next line of the last cell."""
    cell = cells[-1]
    if line.baseline > cell[-1].baseline - _SAME_HEIGHT * line.size:
        return False
    if len(cells) == 1:
        return True
    step, size = cell[-1].baseline - line.baseline, max(line.size, cell[-1].size)
    outdent = min(other.left for other in cell) - line.left
    if outdent > _EDGE:
        # The second line of a paragraph with an indented first line.
        is_clear = line.left > max(other.right for other in cells[-2])
        return is_clear and len(cell) == 1 and outdent < _INDENT * size and step < _CLOSE * size
    return step <= _STEP * size


class LaidOutPage:
    """A page with its blocks in reading order and its footnotes."""

    def __init__(self, split_page: SplitPage, metrics: TextMetrics) -> None:
        self.split_page = split_page
        page = split_page.page
        lines = _order_lines(split_page.body)
        lines, self.footnotes = _split_off_footnotes(lines, metrics.size, page.rulings, page.width)
        self.blocks = _build_blocks(lines, page)


class Columns:
    """The columns of a document: one of running text for each page width, one of cells for each position."""

    def __init__(self, pages: Sequence[LaidOutPage], metrics: TextMetrics) -> None:
        self._metrics = metrics
        cells: dict[tuple[int, ...], list[Sequence[TextLine]]] = defaultdict(list)
        widest: dict[tuple[int, ...], Column] = {}
        for laid_out in pages:
            page = laid_out.split_page.page
            for block in laid_out.blocks:
                for number, cell in enumerate(block.cells):
                    key = _key(page, block, number)
                    cells[key].append(cell)
                    if key not in widest:
                        widest[key] = _widest(block, number, page, metrics)
        self._columns = {key: find_column(cells[key], widest[key]) for key in cells}

    def text_column(self, page: PdfPage) -> Column:
        """The column of a page's running text."""
        return self._columns.get((round(page.width),)) or _text_column(page, self._metrics)

    def column(self, page: PdfPage, block: PageBlock, number: int) -> Column:
        """The column of a cell, or of running text."""
        return self._columns[_key(page, block, number)]


def _key(page: PdfPage, block: PageBlock, number: int) -> tuple[int, ...]:
    width = round(page.width)
    if len(block.cells) == 1:
        return (width,)
    lefts = [round(min(line.left for line in cell) / 4) for cell in block.cells[number : number + 2]]
    return (width, len(block.cells), number, *lefts)


def _text_column(page: PdfPage, metrics: TextMetrics) -> Column:
    """A column of running text between equal margins."""
    return Column(metrics.left, max(page.width - 0.8 * metrics.left, metrics.left + 1), is_guess=True)


def _widest(block: PageBlock, number: int, page: PdfPage, metrics: TextMetrics) -> Column:
    """The widest column of a cell: up to a vertical ruling, or to the next cell."""
    if len(block.cells) == 1:
        return _text_column(page, metrics)
    cell = block.cells[number]
    left, baseline, size = min(line.left for line in cell), cell[0].baseline, cell[0].size
    if number + 1 < len(block.cells):
        right = min(line.left for line in block.cells[number + 1]) - _PADDING * size
    else:
        right = page.width - _PADDING * size
    if block.is_ruled:
        verticals = sorted(
            vertical.position for vertical in page.verticals if vertical.start <= baseline <= vertical.end
        )
        before = max((vertical for vertical in verticals if vertical <= left), default=left - _PADDING * size)
        right = min((vertical - (left - before) for vertical in verticals if vertical > left + size), default=right)
    return Column(left, max(right, *(line.right for line in cell)))
