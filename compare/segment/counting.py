r"""Finds which numbers at the heads of lines count: they number something, and are no values.

    1    Apologies        counts: it opens a list, and 2 stands below
    2    Minutes
    12   Cllr Ash         votes, prices or quantities, and words of the minutes: nothing counts up
    9    Cllr Birch
    2.5  Stamps           a sum: there is no 2.4 and no 2.6
    3    Finance          counts on from 2, wherever that stood

A number with a stop or bracket says itself that it is one of a list, and a list may leave numbers out. A bare one has
to count. So does a number in the first cell of a row, and one alone on a line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from compare.segment.lines import Line
from compare.segment.list_marks import COUNTING, Mark, MarkStyle, siblings

# How many columns of numbers are open at a time: a list within another counts by itself.
_OPEN = 6
# So many numbers in a row count, whatever the first is; two only if they are 1 and 2.
_ENOUGH = 3
# The same for the parts of an item, "4.5" and "4.6": that two of them follow by chance is rare.
_ENOUGH_PARTS = 2
# Columns of a character by which the numbers of one list may differ: " 9" and "10" end at the same place.
_SLACK = 1
_FIGURES = re.compile(r"\d+")

Numbered = tuple[int, Mark]  # the place of a line, and the number at its head


@dataclass(slots=True)
class _Column:
    """Numbers of which each goes on where the one before it stood."""

    numbers: list[Numbered]
    above: _Column | None = None  # the numbers right before these, where a list may have left some out: 113, 116, 117

    @property
    def last(self) -> Mark:
        return self.numbers[-1][1]

    def counts(self) -> bool:
        first = self.numbers[0][1]
        steps = sum(_is_next(before, mark) for (_, before), (_, mark) in pairwise(self.numbers))
        enough = _ENOUGH_PARTS if first.style is MarkStyle.DECIMAL else _ENOUGH
        return steps + 1 >= enough or (steps > 0 and _figures(first)[-1:] == [1])


def counting_numbers(numbers: Sequence[Numbered], lines: Sequence[Line]) -> dict[int, Mark]:
    """Finds the numbers that count up, by one some of the time; a bare one by one, or right above some that do.

    Cost: linear.
    """
    fallen = _fallen(numbers, lines)
    found: dict[int, Mark] = {}
    columns: list[_Column] = []  # those that are open, the last touched last
    for place, mark in numbers:
        if is_bare(mark) and place in fallen:
            continue
        column = next((column for column in reversed(columns) if _is_next(column.last, mark)), None)
        last = columns[-1] if columns and _is_above(columns[-1].last, mark) else None
        if column is None and not is_bare(mark):
            column = last
        if column is not None:
            columns.remove(column)
            column.numbers.append((place, mark))
        else:
            if len(columns) == _OPEN:
                found |= _counted(columns.pop(_least(columns)))
            column = _Column([(place, mark)], last)
        columns.append(column)
    for column in columns:
        found |= _counted(column)
    return found


def _counted(column: _Column) -> dict[int, Mark]:
    """The numbers of a column and of that above it, if it counts."""
    if not column.counts():
        return {}
    return dict(column.numbers) | (dict(column.above.numbers) if column.above else {})


def _least(columns: Sequence[_Column]) -> int:
    """The column that is given up: the first that holds one number only, or else the first."""
    return next((place for place, column in enumerate(columns) if len(column.numbers) == 1), 0)


def values_at_heads(numbers: Sequence[Numbered], lines: Sequence[Line]) -> frozenset[int]:
    """Finds the lines whose number is a value, and so words of the minutes: "9<tab>Cllr Birch" below "12<tab>Cllr Ash".

    A bare number is one unless it counts, or opens a list or the parts of an item ("1", "4.1"); one with a stop or
    bracket only where the numbers of a list go down. Cost: linear.
    """
    counting, fallen = counting_numbers(numbers, lines), _fallen(numbers, lines)
    return frozenset(
        place
        for place, mark in numbers
        if place not in counting and (place in fallen or (is_bare(mark) and not _opens(mark)))
    )


def is_bare(mark: Mark) -> bool:
    """Whether nothing says that a number is one of a list: no stop, no bracket, no word before it ("Item 15:")."""
    has_word = mark.end - mark.start > len(mark.value) + len(mark.brackets)
    return mark.style in COUNTING and mark.brackets in ("", ":") and not has_word


def _opens(mark: Mark) -> bool:
    return mark.style is not MarkStyle.REFERENCE and _figures(mark)[-1] == 1


def _fallen(numbers: Sequence[Numbered], lines: Sequence[Line]) -> frozenset[int]:
    """Finds numbers that contradict each other: one is lower than that of the line above, or bare and the same.

    A list may begin again at 1, and may go on right below one that it holds.
    """
    fallen: set[int] = set()
    counts_on = False
    for (above, before), (place, mark) in pairwise(numbers):
        is_beside = place == above + 1 and abs(lines[place].indent - lines[above].indent) <= _SLACK
        is_lower = is_beside and not counts_on and _is_above(mark, before)
        is_same = is_bare(mark) and (before.style, before.brackets, before.value) == (
            mark.style,
            mark.brackets,
            mark.value,
        )
        if (is_lower or is_same) and _figures(mark)[-1] > 1:
            fallen |= {above, place}
        counts_on = is_beside and _is_next(before, mark)
    return frozenset(fallen)


def _is_above(before: Mark, mark: Mark) -> bool:
    """Whether a number is higher than one of the same form: "24/7" than "24/1"."""
    one, other = _figures(before), _figures(mark)
    return (before.style, before.brackets) == (mark.style, mark.brackets) and len(one) == len(other) and one < other


def _is_next(before: Mark, mark: Mark) -> bool:
    return _is_above(before, mark) and mark.value in siblings(before)


def _figures(mark: Mark) -> list[int]:
    return [int(run) for run in _FIGURES.findall(mark.value)]
