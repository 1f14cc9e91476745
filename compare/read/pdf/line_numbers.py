"""Finds the numbers of the lines, which some bodies print in the margin.

    1   The Chair welcomed the members, who had been      every line, or each fifth one
    2   asked to come in good time, and asked the Clerk
    3   to read the minutes.

    1   Apologies                                         a list: no line of it goes on in the middle of a sentence
    2   Minutes of the last meeting
    3   Finance: the Clerk reported that the accounts     … or the next number stands several lines below
        had been closed.

Line numbers count the lines: from one number to the next there are as many lines as the numbers differ. The whole
document shows it: a page of headings, of tables, or of three lines proves nothing by itself. And no list begins with
the two lines of a title.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from compare.read.pdf.page import PdfPage, TextLine, group_into_rows

_LEADING = re.compile(r"(\d{1,4})(?:\s+|$)")
# In font sizes: the least gap between a line number and its line.
_APART = 0.6
# Points by which the numbers of a column may miss their common edge.
_SAME_EDGE = 1.5
# The fewest numbers of a document: of each line, or of every so many.
_FEWEST, _FEWEST_OF_MORE = 5, 2
# Numbers that may be missing from one to the next: PDFium does not read each of them where words are drawn over it.
_MOST_MISSING = 2
# The least share of numbers that count the lines from the one before: rows of tables and notes have no numbers.
_MOSTLY = 0.7
# The least share and number of numbered lines that go on with a sentence, and how far the line above reaches: its
# share of the width of the text.
_GOING_ON, _FEWEST_GOING_ON, _FULL = 0.1, 3, 0.7
# The largest share of the other lines that begin as far left as the numbers.
_BESIDE = 0.05
# Points by which the lines of a title may miss the middle of the page.
_CENTRED = 3.0
# Numbers that do not stand at every line stand at each fifth, or tenth.
_EVERY = 5


class LineNumber(NamedTuple):
    """A number in the margin: the left end and the baseline of the line that it begins."""

    value: int
    left: float
    baseline: float


class _Numbered(NamedTuple):
    """A line that begins with a number: alone, or apart from its words."""

    value: int
    line: TextLine
    left: float
    right: float


def find_line_numbers(pages: Sequence[PdfPage]) -> list[tuple[LineNumber, ...]]:
    """Returns the line numbers of each page. Cost: n log n."""
    candidates = [_candidates(page.lines) for page in pages]
    found: list[list[_Numbered]] = max(
        (_series(_columns(candidates, edge)) for edge in (0, 1)), key=lambda series: sum(map(len, series)), default=[]
    )
    if not _counts_lines(pages, found):
        return [()] * len(pages)
    return [
        tuple(LineNumber(number.value, number.left, number.line.baseline) for number in numbers) for numbers in found
    ]


def find_number(numbers: Sequence[LineNumber], text: str, place: tuple[float, float], size: float) -> LineNumber | None:
    """The number with which a line begins at its place."""
    match = _LEADING.match(text)
    if match is None:
        return None
    value, (left, baseline) = int(match.group(1)), place
    return next(
        (
            number
            for number in numbers
            if number.value == value and number.left == left and abs(number.baseline - baseline) < size
        ),
        None,
    )


def _candidates(lines: Iterable[TextLine]) -> list[_Numbered]:
    found = []
    for line in lines:
        match = _LEADING.match(line.text)
        if match is None or line.is_rotated:
            continue
        right = line.left + line.first_word
        if match.end() == len(line.text) or line.hang - right > _APART * line.size:
            found.append(_Numbered(int(match.group(1)), line, line.left, right))
    return found


class _Column(NamedTuple):
    """Numbers of a page with one edge: that of the document, or of this page, whose margins may be the other way."""

    numbers: Sequence[_Numbered]
    is_own: bool = False


def _columns(candidates: Sequence[Sequence[_Numbered]], edge: int) -> list[_Column]:
    """The numbers of each page at the commonest left (0) or right (1) edge; else at the commonest of the page."""
    places = [(number.left, number.right)[edge] for numbers in candidates for number in numbers]
    if len(places) < _FEWEST_OF_MORE:
        return [_Column(())] * len(candidates)
    usual = _commonest(places)
    columns = []
    for numbers in candidates:
        here = [(number.left, number.right)[edge] for number in numbers]
        is_own = bool(here) and all(abs(place - usual) > _SAME_EDGE for place in here)
        common = _commonest(here) if is_own else usual
        there = [number for number, place in zip(numbers, here, strict=True) if abs(place - common) <= _SAME_EDGE]
        columns.append(_Column(there, is_own))
    return columns


def _commonest(places: Sequence[float]) -> float:
    """The middle of the places around which most others lie."""
    counts = Counter(round(place / _SAME_EDGE) for place in places)
    around = max(counts, key=lambda place: (counts[place - 1] + counts[place] + counts[place + 1], counts[place]))
    return median(place for place in places if abs(round(place / _SAME_EDGE) - around) <= 1)


def _series(columns: Sequence[_Column]) -> list[list[_Numbered]]:
    """The numbers of each page that go on counting, from the page before or anew."""
    steps = Counter(after.value - before.value for column in columns for before, after in pairwise(column.numbers))
    every = min((step for step in steps if step > 0), key=lambda step: (-steps[step], step), default=0)
    if every == 0:
        return []
    found: list[list[_Numbered]] = []
    last = 0
    for column in columns:
        by_place = sorted(column.numbers, key=lambda number: -number.line.baseline)
        orders = (column.numbers, by_place)
        counted = max((_counting(order, every, last, may_begin=not column.is_own) for order in orders), key=len)
        last = counted[-1].value if counted else last
        found.append(counted)
    return found


def _counting(numbers: Sequence[_Numbered], every: int, last: int, *, may_begin: bool) -> list[_Numbered]:
    """The numbers of one page that count by so many, from the last of the page before or from the first."""
    found: list[_Numbered] = []
    for number in numbers:
        before = found[-1].value if found else last
        is_first = may_begin and not found and (number.value == every or not last)
        if is_first or _is_next(number.value, before, every):
            found.append(number)
    return found


def _is_next(value: int, before: int, every: int) -> bool:
    return before < value <= before + (1 + _MOST_MISSING) * every and (value - before) % every == 0


def _counts_lines(pages: Sequence[PdfPage], series: Sequence[Sequence[_Numbered]]) -> bool:
    """Whether numbers count the lines of a document, and not its items."""
    count = sum(map(len, series))
    if count < _FEWEST_OF_MORE:
        return False
    every = min(
        (after.value - before.value for numbers in series for before, after in pairwise(numbers)), default=_EVERY
    )
    if count < (_FEWEST if every < _EVERY else _FEWEST_OF_MORE):
        return False
    if every > 1 and any(number.value % every for numbers in series for number in numbers):
        return False
    seen = [_Seen(page, numbers) for page, numbers in zip(pages, series, strict=True) if numbers]
    steps = [step for page in seen for step in page.steps]
    exact = sum(values == rows for values, rows in steps)
    if exact < _MOSTLY * len(steps) or not steps:
        return False
    if sum(page.outside for page in seen) > _BESIDE * sum(page.others for page in seen):
        return False
    going_on = sum(page.going_on for page in seen)
    return every >= _EVERY or seen[0].begins_with_title or going_on >= max(_FEWEST_GOING_ON, _GOING_ON * count)


class _Seen:
    """What a page says about its numbers."""

    def __init__(self, page: PdfPage, numbers: Sequence[_Numbered]) -> None:
        lines = [line for line in page.lines if not line.is_rotated]
        rows = group_into_rows(lines)
        row_of = {id(line): place for place, row in enumerate(rows) for line in row.lines}
        words = []
        for number in numbers:
            place = row_of[id(number.line)]
            near = [line for row in rows[max(place - 1, 0) : place + 2] for line in row.lines]
            words.append(_words(number, near))
        places = [row_of[id(beside.line)] for beside in words]
        edge = max(number.right for number in numbers)
        width = max(line.right for line in lines) - edge
        taken = {id(number.line) for number in numbers}
        self.others = len(lines)
        self.outside = sum(line.left < edge for line in lines if id(line) not in taken)
        # By how much the numbers, and their rows, differ.
        self.steps = [
            (after.value - before.value, below - above)
            for (before, after), (above, below) in zip(pairwise(numbers), pairwise(places), strict=True)
        ]
        self.going_on = sum(
            step == (1, 1) and after.text[:1].islower() and before.right - edge > _FULL * width
            for step, (before, after) in zip(self.steps, pairwise(words), strict=True)
        )
        middle = page.width / 2
        self.begins_with_title = numbers[0].value == 1 and all(
            beside.text and abs((beside.left + beside.right) / 2 - middle) < _CENTRED for beside in words[:2]
        )


class _Words(NamedTuple):
    """The words beside a number."""

    line: TextLine  # or the number, if it has none
    text: str
    left: float
    right: float


def _words(number: _Numbered, near: Iterable[TextLine]) -> _Words:
    """Finds the words beside a number among the lines near it; larger ones can stand a little lower."""
    line = number.line
    match = _LEADING.match(line.text)
    if match is not None and match.end() < len(line.text):
        return _Words(line, line.text[match.end() :], line.hang, line.right)
    for other in near:
        if other.left > number.right and abs(other.baseline - line.baseline) < max(other.size, line.size) / 2:
            return _Words(other, other.text, other.left, other.right)
    return _Words(line, "", number.right, number.right)
