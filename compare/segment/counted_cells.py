r"""Finds the cells of a table that number its rows.

    No. │ Minute                          │ Action
    1   │ Apologies were received.        │ KC            "1" numbers the row: 2 stands in the row below
    2   │ (a cell of several paragraphs)  │               the number is a paragraph of its own above the first of them
    12  │ Cllr Ash                                        no number of a row, but of votes: nothing counts up
    9   │ Cllr Birch

The same table printed without lines is a list of numbered paragraphs, and nothing tells it from one: a number that
counts is the mark of what it numbers in either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from compare.segment.lines import Line, MarkupKind
from compare.segment.list_marks import COUNTING, Mark, MarkStyle, number_mark, siblings, stated_mark

# What is read of a line to find its number, in characters: more than any number, and the word after it.
_HEAD = 40
# How many columns of numbers are open at a time: a list within a cell counts by itself.
_OPEN = 6
# So many numbers in a row count, whatever the first is; two only if they are 1 and 2.
_ENOUGH = 3
_FIRST_CELL = re.compile(r"(?P<lead>\|?[ \xa0]*)(?P<words>[^\t|]*?)[ \xa0]*(?P<end>[\t|][\s|]*|$)")
_FIGURES = re.compile(r"\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")

_Numbered = tuple[int, Mark]


def counted_cells(lines: Sequence[Line], kinds: Sequence[MarkupKind]) -> dict[int, Mark]:
    """Finds the rows that begin with their number, and the lines that are the number of what stands below.

    `kinds` are those of the lines, furniture included. A number counts if it goes up within its column, by one some
    of the time; "a)" always does. Cost: linear.
    """
    found: dict[int, Mark] = {}
    columns: list[list[_Numbered]] = []
    for place, mark in _numbers(lines, kinds):
        if mark.style not in COUNTING:
            found[place] = mark
            continue
        column = _column_of(mark, columns)
        if column is None:
            columns.append([])
            if len(columns) > _OPEN:
                found |= _counting(columns.pop(0))
            column = columns[-1]
        column.append((place, mark))
    for column in columns:
        found |= _counting(column)
    return {place: mark for place, mark in found.items() if not _has_own_mark(lines[place], kinds[place], mark)}


def _has_own_mark(line: Line, kind: MarkupKind, mark: Mark) -> bool:
    """Whether a line has its number without the table: it is stated, or words follow it in a line of text."""
    return stated_mark(line) is not None or (kind is MarkupKind.TEXT and mark.body < len(line.text))


def _column_of(mark: Mark, columns: Sequence[list[_Numbered]]) -> list[_Numbered] | None:
    """The column that a number goes on: where the one before it stands, or else the last, if it goes up there."""
    following = (column for column in reversed(columns) if _is_next(column[-1][1], mark))
    rising = (column for column in reversed(columns[-1:]) if _is_above(column[-1][1], mark))
    return next(following, None) or next(rising, None)


def _counting(column: Sequence[_Numbered]) -> dict[int, Mark]:
    """The numbers of a column, if they count."""
    steps = sum(_is_next(before, mark) for (_, before), (_, mark) in pairwise(column))
    is_from_one = _figures(column[0][1])[-1:] == [1]
    return dict(column) if steps + 1 >= _ENOUGH or (steps and is_from_one) else {}


def _numbers(lines: Sequence[Line], kinds: Sequence[MarkupKind]) -> Iterator[_Numbered]:
    """Gives the numbers that stand alone on a line or in the first cell of a row, and those of list items."""
    for place, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if kind not in (MarkupKind.TEXT, MarkupKind.ROW):
            continue
        # A row whose last cells are empty is a line of text.
        is_row = kind is MarkupKind.ROW or "\t" in line.text[:_HEAD]
        mark = stated_mark(line) or (_number_of_row(line.text) if is_row else _lone_number(line.text))
        if mark is not None and _can_count(mark):
            yield place, mark


def _can_count(mark: Mark) -> bool:
    if mark.style in COUNTING:
        return mark.brackets != "" or _YEAR.fullmatch(mark.value) is None
    return mark.style is not MarkStyle.BULLET and ")" in mark.brackets


def _lone_number(text: str) -> Mark | None:
    mark = number_mark(text) if len(text) < _HEAD else None
    return mark if mark is not None and mark.body == len(text) else None


def _number_of_row(text: str) -> Mark | None:
    """Reads the number that is the first cell of a row, or is closed and begins it: "1. Apologies"."""
    cell = _FIRST_CELL.match(text)
    mark = number_mark(cell["words"][:_HEAD]) if cell else None
    if cell is None or mark is None:
        return None
    words, lead = cell["words"], cell.end("lead")
    if mark.body == len(words):
        return mark._replace(start=lead, end=lead + mark.end, body=cell.end()) if cell["end"] else None
    is_closed = mark.brackets != "" and words[mark.body].isalpha() and not lead
    return mark if is_closed else None


def _is_above(before: Mark, mark: Mark) -> bool:
    """Whether a number is higher than one of the same form: "24/7" than "24/1"."""
    one, other = _figures(before), _figures(mark)
    return (before.style, before.brackets) == (mark.style, mark.brackets) and len(one) == len(other) and one < other


def _is_next(before: Mark, mark: Mark) -> bool:
    return _is_above(before, mark) and mark.value in siblings(before)


def _figures(mark: Mark) -> list[int]:
    return [int(run) for run in _FIGURES.findall(mark.value)]
