"""Bullets that are drawn as small shapes, not written: so browsers print the items of a list.

●  bread           a disc a little before the line, as high as its small letters: "• bread"
Item ▪▪▪▪▪▪ 5      many beside each other: leaders
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from compare.read.pdf.drawing import Dot
from compare.read.pdf.page_content import Line, Piece

_BULLET = "•"
# In sizes of the type: how far before the line a bullet stands, and how far over its base.
_BEFORE = 2.2
_LOW, _HIGH = 0.0, 0.7


def add_bullets(lines: Sequence[Line], dots: Sequence[Dot]) -> list[Line]:
    """The lines, those with a drawn bullet before them written so. Cost: n log n in the dots."""
    if not dots:
        return list(lines)
    by_height = sorted(dots, key=lambda dot: dot.base)
    heights = [dot.base for dot in by_height]
    return [_with_bullet(line, by_height, heights) for line in lines]


def _with_bullet(line: Line, dots: Sequence[Dot], heights: Sequence[float]) -> Line:
    low = bisect_left(heights, line.base + _LOW * line.size)
    high = bisect_left(heights, line.base + _HIGH * line.size)
    near = [dot for dot in dots[low:high] if dot.right < line.left < dot.right + _BEFORE * line.size]
    if len(near) != 1 or line.is_turned:
        return line
    dot = near[0]
    return line._replace(
        text=f"{_BULLET} {line.text}",
        pieces=(Piece(f"{_BULLET} "), *line.pieces),
        left=dot.left,
        first_word=dot.right - dot.left,
        hang=line.left,
    )
