"""Lines of a page at one height, from the top of the page down.

PLANNING COMMITTEE                6 September 2022      one row of two lines
Tuesday, 6 ᵗʰ September                                 a raised or smaller line belongs to the row of its neighbour
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from compare.read.pdf.page_content import Line

# In sizes of the type: lines whose bases are nearer stand in one row.
_SAME_HEIGHT = 0.35
_DIGITS = re.compile(r"\d+")
_NO_WORDS = re.compile(r"[\W_]+")


class Row(NamedTuple):
    """Lines side by side, from left to right."""

    lines: tuple[Line, ...]
    base: float
    size: float

    @property
    def text(self) -> str:
        """Its words."""
        return "\t".join([line.text for line in self.lines])

    @property
    def key(self) -> str:
        """Its words without their figures: what recurs although pages are counted."""
        return _NO_WORDS.sub(" ", _DIGITS.sub("0", self.text.lower())).strip()


def rows_of(lines: Iterable[Line]) -> list[Row]:
    """The rows of a page, from the top down. Cost: n log n."""
    groups: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (-line.base, line.left)):
        if groups and groups[-1][0].base - line.base <= _SAME_HEIGHT * min(groups[-1][0].size, line.size):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_row(group) for group in groups]


def _row(group: list[Line]) -> Row:
    if len(group) == 1:
        return Row((group[0],), group[0].base, group[0].size)
    group.sort(key=_left)
    return Row(tuple(group), group[0].base, max(line.size for line in group))


def _left(line: Line) -> float:
    return line.left
