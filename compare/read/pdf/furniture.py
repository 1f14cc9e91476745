"""The pages with their heads and feet told apart from the minutes.

PLANNING COMMITTEE - 06/09/22          head
…                                      body, in the order of the file
Page 3 of 9                            foot
DRAFT, across the page                 foot as well: it stands in no paragraph
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from compare.read.pdf.margins import deepen, join_wrapped
from compare.read.pdf.page_content import Line, Page
from compare.read.pdf.rows import Row, rows_of
from compare.read.pdf.running_heads import DEEPEST, Edges, Side

# The share of the page's height from its edge that is looked at: the next row within tells whether one stands apart.
_ZONE = 0.32
# How much larger than the usual type a word across the page is.
_LARGE = 1.8


class Sheet(NamedTuple):
    """A page whose furniture is told apart."""

    page: Page
    head: tuple[Line, ...]
    body: tuple[Line, ...]  # in the order of the file
    foot: tuple[Line, ...]


def part_furniture(pages: Sequence[Page]) -> list[Sheet]:
    """The pages, each with its head, body and foot. Cost: n log n in the lines."""
    usual = _usual_size(pages)
    tops = [_side(page, page.lines, is_top=True) for page in pages]
    heads = deepen(tops, Edges(tops, usual).depths(), usual)
    taken = [
        {id(line) for row in side.rows[:depth] for line in row.lines} for side, depth in zip(tops, heads, strict=True)
    ]
    ends = [
        _side(page, [line for line in page.lines if id(line) not in gone], is_top=False)
        for page, gone in zip(pages, taken, strict=True)
    ]
    feet = deepen(ends, Edges(ends, usual).depths(), usual)
    margin = max((line.right for page in pages for line in page.lines if not line.is_turned), default=0.0)
    return [
        _sheet(page, tops[place].rows[: heads[place]], ends[place].rows[: feet[place]][::-1], usual, margin)
        for place, page in enumerate(pages)
    ]


def _usual_size(pages: Sequence[Page]) -> float:
    """The size of type in which most letters are."""
    letters: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            letters[round(line.size)] += len(line.text)
    return max(letters, key=lambda size: (letters[size], -size), default=1.0)


def _side(page: Page, lines: Iterable[Line], *, is_top: bool) -> Side:
    """The rows near one edge of a page, from the edge inwards."""
    zone = _ZONE * page.height
    near = [line for line in lines if not line.is_turned and (page.height - line.base if is_top else line.base) <= zone]
    rows = rows_of(near)
    return Side(page, tuple(rows[: DEEPEST + 1] if is_top else rows[: -DEEPEST - 2 : -1]), is_top)


def _sheet(page: Page, head: Sequence[Row], foot: Sequence[Row], usual: float, margin: float) -> Sheet:
    taken = {id(line) for row in (*head, *foot) for line in row.lines}
    across = [line for line in page.lines if line.is_turned and (line.size > _LARGE * usual or line.is_artifact)]
    taken.update(map(id, across))
    body = tuple(line for line in page.lines if id(line) not in taken)
    return Sheet(page, join_wrapped(head, margin), body, (*join_wrapped(foot, margin), *across))
