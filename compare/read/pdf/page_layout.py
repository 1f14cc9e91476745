"""The pages of a document with their lines in reading order and put together, and the columns in which these stand.

running text            one column for each width of page, over the whole document
the second cell         one for each place at which such a cell begins: tables over many pages have one shape
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from compare.read.pdf.blocks import Block, build_blocks
from compare.read.pdf.footnotes import part_notes
from compare.read.pdf.furniture import Sheet
from compare.read.pdf.page_content import Line, Page
from compare.read.pdf.reading_order import order_lines
from compare.read.pdf.usual_measures import Frame, Usual, find_frame

# In sizes of the type: what stands between the words of a cell and the next cell.
_PADDING = 0.8


class Composed:
    """A page: its blocks in reading order, and its notes."""

    def __init__(self, sheet: Sheet, usual: Usual) -> None:
        self.sheet = sheet
        page = sheet.page
        lines = order_lines(sheet.body)
        lines, self.notes = part_notes(lines, usual.size, page.rules, page.width)
        self.blocks = build_blocks(lines, page)


class Frames:
    """The columns of a document: of running text one for each width of page, of cells one for each place."""

    def __init__(self, pages: Sequence[Composed], usual: Usual) -> None:
        self._usual = usual
        columns: dict[tuple[int, ...], list[Sequence[Line]]] = defaultdict(list)
        widest: dict[tuple[int, ...], Frame] = {}
        for composed in pages:
            page = composed.sheet.page
            for block in composed.blocks:
                for number, cell in enumerate(block.cells):
                    key = _key(page, block, number)
                    columns[key].append(cell)
                    if key not in widest:
                        widest[key] = _widest(block, number, page, usual)
        self._frames = {key: find_frame(columns[key], widest[key]) for key in columns}

    def flow(self, page: Page) -> Frame:
        """The column of a page's running text."""
        return self._frames.get((round(page.width),)) or _flow(page, self._usual)

    def frame(self, page: Page, block: Block, number: int) -> Frame:
        """The column of a cell, or of running text."""
        return self._frames[_key(page, block, number)]


def _key(page: Page, block: Block, number: int) -> tuple[int, ...]:
    width = round(page.width)
    if len(block.cells) == 1:
        return (width,)
    lefts = [round(min(line.left for line in cell) / 4) for cell in block.cells[number : number + 2]]
    return (width, len(block.cells), number, *lefts)


def _flow(page: Page, usual: Usual) -> Frame:
    """The column of running text between equal margins."""
    return Frame(usual.left, max(page.width - 0.8 * usual.left, usual.left + 1), is_guess=True)


def _widest(block: Block, number: int, page: Page, usual: Usual) -> Frame:
    """Where a cell begins, and where it ends at the latest: at a wall, or before the next cell."""
    if len(block.cells) == 1:
        return _flow(page, usual)
    cell = block.cells[number]
    left, base, size = min(line.left for line in cell), cell[0].base, cell[0].size
    if number + 1 < len(block.cells):
        right = min(line.left for line in block.cells[number + 1]) - _PADDING * size
    else:
        right = page.width - _PADDING * size
    if block.is_ruled:
        walls = sorted(wall.place for wall in page.walls if wall.start <= base <= wall.end)
        before = max((wall for wall in walls if wall <= left), default=left - _PADDING * size)
        right = min((wall - (left - before) for wall in walls if wall > left + size), default=right)
    return Frame(left, max(right, *(line.right for line in cell)))
