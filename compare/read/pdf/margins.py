"""The bands over and under the body, told by their place: running heads and feet that do not recur.

PDI/BD/2026/03                                         the foot of the first page
PDI/BD/2026/03                                    2    another foot, at the same height

Lurgan Community Council                               the head of the first page, of two rows,
      4 March 2026                                     above a body that begins at the height
                                                       at which it begins on every page
Minute of Meeting       Lurgan Community               another head: a tab, and the rest of it below
Council

A row of the body stands within the margins; what is taken here begins outside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from compare.read.pdf.page_content import Line, Piece
from compare.read.pdf.rows import Row
from compare.read.pdf.running_heads import Side

# The share of the left margin within which a band begins, its most rows, and the most letters of one.
_IN_MARGIN = 0.75
_MOST_ROWS = 3
_SHORT = 90
# Times the usual size: larger type is a title.
_SAME_SIZE = 1.1
# Points by which the same band, and the same body under larger or smaller type, may be elsewhere on another page.
_DRIFT = 2.0
_BODY_DRIFT = 8.0
# In sizes of the type: gaps between paragraphs are wider; a foot under the end of the minutes is far from them.
_LEADING = 1.4
_FAR_APART = 2.7
# Points: a row that ends so near to the margin was set to end there; and a blank, in sizes of the type.
_FLUSH = 1.0
_BLANK = 0.25


def deepen(sides: Sequence[Side], depths: Sequence[int], usual: float) -> list[int]:
    """How many rows of each page are furniture, with those that stand where furniture stands."""
    margin = min((line.left for side in sides for line in side.page.lines if not line.is_turned), default=0.0)
    bands = [_band(side, _IN_MARGIN * margin, usual) for side in sides]
    found = [*depths]
    if len(sides) > 1 and all(bands) and _above_one_body(sides, bands):
        found = [max(depth, band) for depth, band in zip(depths, bands, strict=True)]
    known = [side.place(side.rows[0]) for side, depth in zip(sides, found, strict=True) if depth]
    for number, (side, band) in enumerate(zip(sides, bands, strict=True)):
        if not found[number] and band and _is_far(side, band):
            here = side.place(side.rows[0])
            if any(abs(place - here) <= _DRIFT for place in known):
                found[number] = band
    return found


def _band(side: Side, edge: float, usual: float) -> int:
    """The rows in a page's margin, up to the first gap; none when they could be lines of the body."""
    if not side.rows or side.place(side.rows[0]) > edge:
        return 0
    for depth, row in enumerate(side.rows[:_MOST_ROWS], 1):
        if len(row.text) >= _SHORT or row.text[-1] in ".;:," or row.size > _SAME_SIZE * usual:
            return 0
        if depth == len(side.rows) or side.is_apart(depth - 1):
            return depth
    return 0


def _above_one_body(sides: Sequence[Side], bands: Sequence[int]) -> bool:
    """Whether bands begin at one height, and bodies at another, with more room between than between paragraphs."""
    if any(band == len(side.rows) for side, band in zip(sides, bands, strict=True)):
        return False
    edges = [side.place(side.rows[0]) for side in sides]
    bodies = [side.place(side.rows[band]) for side, band in zip(sides, bands, strict=True)]
    gaps = [abs(side.rows[band - 1].base - side.rows[band].base) for side, band in zip(sides, bands, strict=True)]
    is_level = max(edges) - min(edges) <= _DRIFT and max(bodies) - min(bodies) <= _BODY_DRIFT
    return is_level and min(gaps) > median(_paragraph_gaps(sides))


def _paragraph_gaps(sides: Iterable[Side]) -> list[float]:
    """The gaps between paragraphs at this side of the body."""
    gaps = [
        abs(row.base - inner.base)
        for side in sides
        for row, inner in pairwise(side.rows[_MOST_ROWS:])
        if abs(row.base - inner.base) > _LEADING * row.size
    ]
    return gaps or [0.0]


def _is_far(side: Side, band: int) -> bool:
    if band == len(side.rows):
        return True
    row, inner = side.rows[band - 1], side.rows[band]
    return abs(row.base - inner.base) > _FAR_APART * max(row.size, inner.size)


def join_wrapped(rows: Sequence[Row], margin: float) -> tuple[Line, ...]:
    """The lines of a head or foot; those that go on below since they did not fit are one."""
    lines: list[Line] = []
    for before, row in pairwise((None, *rows)):
        if row is None:
            continue
        if before is not None and _wraps(before, row, margin):
            lines[-1] = _joined(lines[-1], row.lines[0])
        else:
            lines += row.lines
    return tuple(lines)


def _wraps(before: Row, row: Row, margin: float) -> bool:
    """Whether the first word of a row did not fit into the one before, which has a tab and was not set flush right."""
    if len(before.lines) < 2 or len(row.lines) > 1 or before.base - row.base > _LEADING * row.size:  # noqa: PLR2004
        return False
    right, line = before.lines[-1].right, row.lines[0]
    begins_left = abs(line.left - before.lines[0].left) < _FLUSH
    return begins_left and margin - line.first_word - _BLANK * line.size < right < margin - _FLUSH


def _joined(line: Line, below: Line) -> Line:
    blank = Piece(" ", line.pieces[-1].dress & below.pieces[0].dress)
    return line._replace(text=f"{line.text} {below.text}", pieces=(*line.pieces, blank, *below.pieces))
