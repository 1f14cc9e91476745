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

from compare.segment.counting import Numbered, counting_numbers
from compare.segment.lines import Line, MarkupKind
from compare.segment.list_marks import COUNTING, Mark, MarkStyle, number_mark, stated_mark

# What is read of a line to find its number, in characters: more than any number, and the word after it.
_HEAD = 40
_FIRST_CELL = re.compile(r"(?P<lead>\|?[ \xa0]*)(?P<words>[^\t|]*?)[ \xa0]*(?P<end>[\t|][\s|]*|$)")
_YEAR = re.compile(r"(?:19|20)\d\d")


def counted_cells(lines: Sequence[Line], kinds: Sequence[MarkupKind]) -> dict[int, Mark]:
    """Finds the rows that begin with their number, and the lines that are the number of what stands below.

    `kinds` are those of the lines, furniture included. A number must count within its column; "a)" always does.
    Cost: linear.
    """
    numbers = [(place, mark) for place, mark in numbers_of_rows(lines, kinds) if _can_count(mark)]
    found = {place: mark for place, mark in numbers if mark.style not in COUNTING}
    found |= counting_numbers([entry for entry in numbers if entry[1].style in COUNTING], lines)
    return {place: mark for place, mark in found.items() if not _has_own_mark(lines[place], kinds[place], mark)}


def _has_own_mark(line: Line, kind: MarkupKind, mark: Mark) -> bool:
    """Whether a line has its number without the table: it is stated, or words follow it in a line of text."""
    return stated_mark(line) is not None or (kind is MarkupKind.TEXT and mark.body < len(line.text))


def numbers_of_rows(lines: Sequence[Line], kinds: Sequence[MarkupKind]) -> Iterator[Numbered]:
    """Gives the numbers that stand alone on a line or in the first cell of a row, and those of list items."""
    for place, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if kind not in (MarkupKind.TEXT, MarkupKind.ROW):
            continue
        # A row whose last cells are empty is a line of text.
        is_row = kind is MarkupKind.ROW or "\t" in line.text[:_HEAD]
        mark = stated_mark(line) or (_number_of_row(line.text) if is_row else _lone_number(line.text))
        if mark is not None:
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
