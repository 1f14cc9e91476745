"""Finds the cells of grids of votes: many narrow columns of one letter or tick, which PDFium reads as one word.

                 1 2 3 4 5 6 7 8      the numbers of the motions
    Cllr Ash     Y Y N Y   A Y Y      drawn one by one, close together: "YYNY" and "AYY"
    Cllr Birch   Y N N Y Y A Y Y      the same places in other rows: each letter is a cell
    PLANNING                          capitals that no other row has below them: one word

Cost: two calls for a line, and for a word of capitals in a line of several objects; four for a letter of a grid.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from compare.read.pdf.characters import PageCharacters, PdfiumLine
from compare.read.pdf.page import Ruling

# Marks of votes in a row, with or without blanks that PDFium put between them. Patterns that begin with a set are
# searched five times as fast as those that look back first.
_MARK = r"[A-Zanpxy\d✓✔✗✘✕✖✅❌❎×☐☑☒●○•/–—\uf0a0-\uf0ff\U0001f5f4-\U0001f5fa-]"
_MARKS = re.compile(rf"{_MARK}(?<!\w{_MARK})\u2060?\s{{0,3}}(?:{_MARK}\u2060?\s{{0,3}}){{3,}}")
_IN_WORD = re.compile(r"\w{2}")
# The fewest marks of a row, and the fewest rows in which a mark stands at one place.
_FEWEST_MARKS = 4
_FEWEST_ROWS = 3
# Characters: the longest mark, "12" above the twelfth motion and a tick of two halves.
_LONGEST = 3
# In font sizes: marks of votes are further apart than letters of a word.
_APART = 0.05
# Each kind of mark stands so often in the rows that differ; the letters of a word hardly repeat.
_REPEATS = 3
# Points by which a mark may miss its place.
_NEAR = 1


class _Mark(NamedTuple):
    """Characters that one text object draws, and where."""

    start: int
    end: int
    left: float
    right: float


def find_vote_cells(characters: PageCharacters, verticals: Sequence[Ruling]) -> list[int]:
    """The indices of the characters with which the cells of grids begin, in order."""
    found: list[int] = []
    rows: list[tuple[float, list[_Mark]]] = []
    for pdfium_line in characters.pdfium_lines:
        is_whole = characters.text_object(pdfium_line.start) == characters.text_object(pdfium_line.end - 1)
        if is_whole or pdfium_line.rotation != characters.rotation:
            continue
        for match in _MARKS.finditer(characters.text, pdfium_line.start, pdfium_line.end):
            marks = _read_marks(characters, match.start(), match.end())
            if len(marks) >= _FEWEST_MARKS:
                rows.append((pdfium_line.size, marks))
                found += _ruled(characters, pdfium_line, marks, verticals)
    if len(rows) >= _FEWEST_ROWS:
        found += _in_columns(characters, rows)
    return sorted(set(found))


def _read_marks(characters: PageCharacters, start: int, end: int) -> list[_Mark]:
    """The marks of a row that the file draws one by one; none if a text object draws a longer word."""
    text = characters.text
    if _IN_WORD.match(text, end - 1):
        end = max(start, text.rfind(" ", start, end))  # the head of a longer word: "5 3 Bank"
    end = start + len(text[start:end].rstrip())
    if end <= start:
        return []
    if characters.text_object(start) == characters.text_object(end - 1):
        return []
    spans: list[tuple[int, int]] = []
    last_object = 0
    for place in range(start, end):
        if text[place].isspace():
            continue
        text_object = characters.text_object(place)
        if spans and spans[-1][1] == place and text_object == last_object:
            spans[-1] = spans[-1][0], place + 1
            if place + 1 - spans[-1][0] > _LONGEST:
                return []
        else:
            spans.append((place, place + 1))
        last_object = text_object
    return [_Mark(first, last, characters.origin(first)[0], characters.right(last - 1)) for first, last in spans]


def _ruled(
    characters: PageCharacters, pdfium_line: PdfiumLine, marks: Sequence[_Mark], verticals: Sequence[Ruling]
) -> list[int]:
    """The marks before which a vertical ruling stands."""
    baseline = characters.origin(pdfium_line.start)[1]
    crossed = [vertical.position for vertical in verticals if vertical.start <= baseline <= vertical.end]
    return [
        mark.start
        for before, mark in pairwise(marks)
        if before.right < mark.left and any(before.right - _NEAR < position < mark.left + _NEAR for position in crossed)
    ]


def _in_columns(characters: PageCharacters, rows: Sequence[tuple[float, list[_Mark]]]) -> list[int]:
    """The marks of the rows that stand in columns, if rows enough have them apart and they are votes by their kinds."""
    places = Counter(place for _, marks in rows for place in {place for mark in marks for place in _places(mark)})
    columns = [
        (size, marks)
        for size, marks in rows
        if sum(any(places[place] >= _FEWEST_ROWS for place in _places(mark)) for mark in marks) >= _FEWEST_MARKS
    ]
    spaced = [
        marks
        for size, marks in columns
        if median(after.left - before.right for before, after in pairwise(marks)) > _APART * size
    ]
    if len(spaced) < _FEWEST_ROWS or not _are_votes(characters, spaced):
        return []
    found = []
    for _, marks in columns:
        found += [mark.start for before, mark in pairwise(marks) if before.right < mark.left]
        if characters.is_generated(max(marks[0].start - 1, 0)):
            found.append(marks[0].start)
    return found


def _places(mark: _Mark) -> set[tuple[str, int]]:
    """The left edge and the middle of a mark, each rounded both ways."""
    middle = (mark.left + mark.right) / 2
    return {
        (side, round(place) + step) for side, place in (("left", mark.left), ("middle", middle)) for step in (0, _NEAR)
    }


def _are_votes(characters: PageCharacters, rows: Iterable[Sequence[_Mark]]) -> bool:
    """Whether a few kinds of mark fill the rows, other than numbers."""
    texts = {tuple(characters.text[mark.start : mark.end] for mark in marks) for marks in rows}
    marks = [text for row in texts for text in row if not text.isdigit()]
    return 0 < _REPEATS * len(set(marks)) <= len(marks)
