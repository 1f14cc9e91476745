"""The order in which the lines of a page are read: that of the file, where it makes sense.

    cell, cell, next row            as the file has it: a step to the right, then down and back
    left column, right column       as the file has it: up again, but to the right of everything
    last line, first line, second   up again over the same place: the file draws in an order that nobody reads

Where the file jumps, the runs between its jumps are put in order by their places; where these lie in one another, the
lines themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from compare.read.pdf.page_content import Line
from compare.read.pdf.rows import Row, rows_of

# In sizes of the type: a step up that is more than a raised letter.
_UP = 0.6
# Runs of lines that are put in order as wholes; more jumps than that are no order at all.
_MOST_RUNS = 30
# Two columns of running text: rows that have the same gap, and letters on average on either side of it.
_COLUMN_ROWS = 5
_COLUMN_LETTERS = 25
_SHORTER = 0.6  # the share of these that one line can have
# In sizes of the type: the narrowest gap between two columns.
_GUTTER = 1.0


class _Run(NamedTuple):
    """Lines that the file draws one after the other in an order that can be read, and the box around them."""

    lines: tuple[Line, ...]
    left: float
    bottom: float
    right: float
    top: float


def order_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines in reading order. Cost: linear, where the file's order makes sense."""
    runs = _runs(lines)
    if len(runs) <= 1:
        return _by_place(lines) if _reads_across(lines) else list(lines)
    ordered = _ordered_runs(runs) if len(runs) <= _MOST_RUNS else None
    if ordered is None:
        return _by_place(lines)
    return [line for run in ordered for line in run.lines]


def _reads_across(lines: Sequence[Line]) -> bool:
    """Whether the file draws row after row of what seems to be two columns of running text."""
    low = across = 0
    for before, line in pairwise(lines):
        if abs(before.base - line.base) < _UP * line.size and line.left > before.right + _GUTTER * line.size:
            across += len(before.text) > _COLUMN_LETTERS * _SHORTER
            low += before.text[:1].islower() and line.text[:1].islower()
    return across >= _COLUMN_ROWS and low * 5 >= across


def _runs(lines: Sequence[Line]) -> list[_Run]:
    groups: list[list[Line]] = []
    for before, line in pairwise((None, *lines)):
        if line is None:
            continue
        if before is None or _jumps(before, line):
            groups.append([])
        groups[-1].append(line)
    return [_run(group) for group in groups]


def _jumps(before: Line, line: Line) -> bool:
    """Whether a line is higher than the one before it, and not beside it on the right."""
    is_higher = line.base > before.base + _UP * max(before.size, line.size)
    return is_higher and line.left < before.right - before.size / 2


def _run(lines: Sequence[Line]) -> _Run:
    return _Run(
        tuple(lines),
        min(line.left for line in lines),
        min(line.base for line in lines),
        max(line.right for line in lines),
        max(line.base + line.size / 2 for line in lines),
    )


def _ordered_runs(runs: Sequence[_Run]) -> list[_Run] | None:
    """The runs from the top down and from left to right; nothing when they lie in one another."""
    waiting, ordered = list(runs), []
    for run in runs:
        if any(_overlap(run, other) for other in runs if other is not run):
            return None
    while waiting:
        first = next((run for run in waiting if not any(_is_before(other, run) for other in waiting)), None)
        if first is None:
            return None
        ordered.append(first)
        waiting.remove(first)
    return ordered


def _overlap(one: _Run, other: _Run) -> bool:
    return one.left < other.right and other.left < one.right and one.bottom < other.top and other.bottom < one.top


def _is_before(one: _Run, other: _Run) -> bool:
    if one is other:
        return False
    if one.left < other.right and other.left < one.right:
        return one.bottom >= other.top
    if one.bottom < other.top and other.bottom < one.top:
        return one.right <= other.left
    return one.bottom >= other.top


def _by_place(lines: Sequence[Line]) -> list[Line]:
    """The lines row by row; columns of running text one after the other."""
    ordered: list[Line] = []
    columns: list[Row] = []
    gutter: tuple[float, float] | None = None
    for row in rows_of(lines):
        common = _common_gap(row, gutter) if gutter is not None else None
        if common is None:
            ordered.extend(_read_columns(columns, gutter))
            columns, gutter = [row], _widest_gap(row)
        else:
            columns.append(row)
            gutter = common
    ordered.extend(_read_columns(columns, gutter))
    return ordered


def _widest_gap(row: Row) -> tuple[float, float] | None:
    gaps = [(before.right, after.left) for before, after in pairwise(row.lines)]
    return max(gaps, key=lambda gap: gap[1] - gap[0], default=None)


def _common_gap(row: Row, gutter: tuple[float, float]) -> tuple[float, float] | None:
    """What of a gutter is left when a row is added to it."""
    for line in row.lines:
        if line.left < gutter[1] and gutter[0] < line.right:
            gutter = (
                (max(gutter[0], line.right), gutter[1])
                if line.left <= gutter[0]
                else (gutter[0], min(gutter[1], line.left))
            )
    return gutter if gutter[1] - gutter[0] > _GUTTER * row.size else None


def _read_columns(rows: Sequence[Row], gutter: tuple[float, float] | None) -> list[Line]:
    lines = [line for row in rows for line in row.lines]
    if gutter is None or len(rows) < _COLUMN_ROWS:
        return lines
    left = [line for line in lines if line.right <= gutter[0]]
    right = [line for line in lines if line.right > gutter[0]]
    if any(sum(len(line.text) for line in side) < _COLUMN_LETTERS * max(len(side), 1) for side in (left, right)):
        return lines
    is_running = sum(line.text[:1].islower() for line in lines) * 3 >= len(lines)
    return left + right if is_running else lines
