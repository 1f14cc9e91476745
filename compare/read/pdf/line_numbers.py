"""Takes the numbers of the lines, which some bodies print in the margin, out of the lines of a page.

    1   The Chair welcomed the members, who had been      every line, or each fifth one
    2   asked to come in good time, and asked the Clerk
    3   to read the minutes.

    1   Apologies                                         a list: no line of it goes on in the middle of a sentence
    2   Minutes of the last meeting
    3   Finance: the Clerk reported that the accounts     … or the next number stands several lines below
        had been closed.

Line numbers count the lines: from one number to the next there are as many lines as the numbers differ.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from compare.read.pdf.page import TextLine, group_into_rows, without_start

_NUMBER = re.compile(r"\d{1,4}")
_LEADING = re.compile(r"(\d{1,4})(?:\s+|$)")
# In font sizes: the least gap between a line number and its line.
_APART = 0.6
# Points by which the numbers of a column may miss their common edge.
_SAME_EDGE = 1.5
# The fewest numbers of a page: of each line, or of every so many.
_FEWEST, _FEWEST_OF_MORE = 5, 2
# The least share of numbers that count the lines from the one before: an empty line can have a number too.
_MOSTLY = 0.8
# The least share and number of numbered lines that begin in the middle of a sentence.
_GOING_ON, _FEWEST_GOING_ON = 0.15, 3
# Numbers that do not stand at every line stand at each fifth, or tenth.
_EVERY = 5


class _Numbered(NamedTuple):
    """A number in the margin, the index of its row, and the words beside it."""

    value: int
    row: int
    line: TextLine  # the number, or the number and its words
    left: float
    right: float
    words: str


def take_line_numbers(lines: Sequence[TextLine]) -> tuple[list[TextLine], list[int]]:
    """Returns the lines of a page without line numbers, and those numbers. Cost: n log n."""
    if sum(_LEADING.match(line.text) is not None for line in lines) < _FEWEST_OF_MORE:
        return list(lines), []
    numbered = _candidates(lines)
    column = max(_column(numbered, "left"), _column(numbered, "right"), key=len)
    if not _counts_lines(column):
        return list(lines), []
    return _without(lines, column), [number.value for number in column]


def _candidates(lines: Sequence[TextLine]) -> list[_Numbered]:
    """The numbers at the left end of their rows, from the top of the page down."""
    found = []
    rows = group_into_rows(line for line in lines if not line.is_rotated)
    for index, row in enumerate(rows):
        first = row.lines[0]
        if _NUMBER.fullmatch(first.text):
            beside = row.lines[1] if len(row.lines) > 1 else None
            if beside is not None and beside.left - first.right > _APART * beside.size:
                found.append(_Numbered(int(first.text), index, first, first.left, first.right, beside.text))
            continue
        match = _LEADING.match(first.text)
        right = first.left + first.first_word
        if match is not None and first.hang - right > _APART * first.size:
            words = first.text[match.end() :]
            found.append(_Numbered(int(match.group(1)), index, first, first.left, right, words))
    return found


def _column(numbered: Sequence[_Numbered], edge: str) -> list[_Numbered]:
    """The numbers with the commonest left or right edge."""
    edges = sorted(getattr(number, edge) for number in numbered)
    if not edges:
        return []
    middle = edges[len(edges) // 2]
    return [number for number in numbered if abs(getattr(number, edge) - middle) <= _SAME_EDGE]


def _counts_lines(column: Sequence[_Numbered]) -> bool:
    steps = [(after.value - before.value, after.row - before.row) for before, after in pairwise(column)]
    if not steps or any(step < rows for step, rows in steps):
        return False
    exact = sum(step == rows for step, rows in steps)
    if exact < _MOSTLY * len(steps):
        return False
    if min(step for step, _ in steps) > 1:
        return len(column) >= _FEWEST_OF_MORE and not any(number.value % _EVERY for number in column)
    going_on = sum(number.words[:1].islower() for number in column)
    return len(column) >= _FEWEST and going_on >= max(_FEWEST_GOING_ON, _GOING_ON * len(column))


def _without(lines: Sequence[TextLine], column: Sequence[_Numbered]) -> list[TextLine]:
    taken = {id(number.line): number for number in column}
    found = []
    for line in lines:
        number = taken.get(id(line))
        if number is None:
            found.append(line)
        elif number.words and line.text.endswith(number.words):
            rest = without_start(line, len(line.text) - len(number.words))
            first_word = (line.right - line.hang) * len(number.words.split(None, 1)[0]) / len(number.words)
            found.append(rest._replace(left=line.hang, hang=0.0, first_word=first_word))
    return found
