"""Finds what stands under another heading of a table that a plain text sets with blanks.

            For   Against                       For   Against
Imrie        x                  →   Imrie              x          the same words, and another vote

            2025/26    2026/27                  2025/26    2026/27
Windows     40,000     –        →   Windows     –          40,000     the same sum, and another year

A row with a cell for each heading and a label needs no look: the order of its cells says where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from compare.outline.places import place_in
from compare.structure.formatting_and_cells import edits_by_pair, reading_within
from compare.text.tokens import wording_key
from compare.values import Edit, FactKind, Minutes, Pair, Relation, Span, StructuralFact

_GAP = "  "  # between two cells stand at least so many blanks
_CELL = re.compile(r"\S+(?:[ ]\S+)*")
_FEWEST_HEADINGS = 2
_MOST_ROWS = 200  # rows above a row among which its headings are looked for
_LONGEST = 400  # characters of a line of a table


class _Cell(NamedTuple):
    """A cell of a line: its words, where they stand in the line and in the document."""

    key: str
    start: int
    end: int
    span: Span


class _Moved(NamedTuple):
    draft: Span
    final: Span
    columns: tuple[int, int]
    heads: tuple[Span, Span]  # of these columns, in the final


def compare_columns_of_blanks(
    draft: Minutes, final: Minutes, alignment: Sequence[Pair], edits: Sequence[Edit]
) -> Iterator[StructuralFact]:
    """One fact for each row of which a cell stands under another heading. Cost: linear in the lines with gaps."""
    if draft.document.paragraphs or final.document.paragraphs:
        return
    edited = edits_by_pair(edits)
    tables = _Table(draft), _Table(final)
    for index, pair in enumerate(alignment):
        if len(pair.draft) != 1 or len(pair.final) != 1:
            continue
        moved = _moved(tables, pair.draft[0], pair.final[0])
        if moved is None:
            continue
        yield StructuralFact(
            FactKind.CELL,
            Relation.CHANGED,
            place_in(final, pair.final[0], moved.final),
            reading_within(draft, pair.draft, moved.draft),
            reading_within(final, pair.final, moved.final),
            (index,),
            edits=tuple(edited.get(index, ())),
            columns=moved.columns,
            heads=tuple(" ".join(final.document.text[head.start : head.end].split()) for head in moved.heads),
        )


class _Table:
    """The rows of one document that are set with blanks, each read once."""

    def __init__(self, minutes: Minutes) -> None:
        self._minutes = minutes
        self._rows: dict[int, list[_Cell]] = {}

    def row(self, index: int) -> list[_Cell]:
        """The cells of a segment that is one line; none of any other."""
        cells = self._rows.get(index)
        if cells is None:
            cells = self._rows[index] = self._read(index)
        return cells

    def _read(self, index: int) -> list[_Cell]:
        segment, text = self._minutes.segments[index], self._minutes.document.text
        if len(segment.pieces) != 1 or segment.end - segment.start > _LONGEST:
            return []
        line_start = text.rfind("\n", 0, segment.start) + 1
        line_end = text.find("\n", segment.start)
        line = text[line_start : line_end if line_end >= 0 else len(text)]
        if "\n" in text[segment.start : segment.end] or len(line) > _LONGEST or (_GAP not in line and "\t" not in line):
            return []
        cells = []
        for match in _CELL.finditer(line):
            start, end = (len(line[:at].expandtabs()) for at in match.span())
            span = Span(line_start + match.start(), line_start + match.end())
            cells.append(_Cell(wording_key(match.group()), start, end, span))
        return cells

    def headings(self, index: int) -> list[_Cell]:
        """The cells of the first line of the table that a row belongs to."""
        first = index
        while first > 0 and index - first < _MOST_ROWS and self._is_below(first - 1, first):
            first -= 1
        return self.row(first) if first < index else []

    def _is_below(self, above: int, index: int) -> bool:
        """Whether a segment is the line right below another line with gaps."""
        segments, text = self._minutes.segments, self._minutes.document.text
        between = text[segments[above].end : segments[index].start]
        return between.count("\n") == 1 and not between.strip() and bool(self.row(above))


def _moved(tables: tuple[_Table, _Table], own: int, other: int) -> _Moved | None:
    left, right = tables[0].row(own), tables[1].row(other)
    if len(left) != len(right) or len(left) < _FEWEST_HEADINGS or sorted(_keys(left)) != sorted(_keys(right)):
        return None
    headings = tables[0].headings(own), tables[1].headings(other)
    if len(headings[0]) < _FEWEST_HEADINGS or _keys(headings[0]) != _keys(headings[1]):
        return None
    if _keys(left) == _keys(right) and len(left) > len(headings[0]):
        return None
    for cell in left[1:]:
        answer = next((one for one in right[1:] if one.key == cell.key), None)
        if answer is None or not any(map(str.isalnum, cell.key)):
            continue
        columns = _column(cell, headings[0]), _column(answer, headings[1])
        if columns[0] != columns[1]:
            heads = headings[1][columns[0]].span, headings[1][columns[1]].span
            return _Moved(cell.span, answer.span, (columns[0] + 1, columns[1] + 1), heads)
    return None


def _keys(cells: Sequence[_Cell]) -> list[str]:
    return [cell.key for cell in cells]


def _column(cell: _Cell, headings: Sequence[_Cell]) -> int:
    """The heading that a cell stands under, counted from 0: the nearest one."""
    distances = [
        (max(heading.start - cell.end, cell.start - heading.end, 0), abs(heading.start - cell.start))
        for heading in headings
    ]
    return distances.index(min(distances))
