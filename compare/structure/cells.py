"""Finds the cells of a table's row, empty ones counted."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from compare.text.tokens import wording_key
from compare.values import Document, Minutes, Segment, SegmentKind, Span

_MOST_ROWS = 60  # of a table whose heads are looked for
_HEAD_MARKS = re.compile(r"<[^<>]*>|[|*_\s]+")
_RAW_CELL = re.compile(r"(?i)<t[dh]\b")


def cell_starts(document: Document, segment: Segment) -> list[int]:
    """The offsets at which the cells of a row begin; an empty cell begins where the one after it does, and counts."""
    place = bisect_right(document.paragraphs, segment.start, key=lambda paragraph: paragraph.span.start) - 1
    if place >= 0 and document.paragraphs[place].cells:
        return [cell.start for cell in document.paragraphs[place].cells]
    text = document.text
    if not document.paragraphs and text[segment.start] == "<":
        return [cell.start() for cell in _RAW_CELL.finditer(text, segment.start, segment.end)]
    if document.paragraphs or segment.kind is not SegmentKind.TABLE_ROW:
        return []
    bars = [at for at in range(segment.start, segment.end) if text[at] == "|"]
    if bars and bars[0] != segment.start:
        bars.insert(0, segment.start)  # a row without edges: "Fund | Income | Expenditure"
    return bars[:-1] if bars and text[segment.end - 1] == "|" else bars


def cell_keys(minutes: Minutes, index: int) -> list[str]:
    """The words of each cell of a row, typography folded; none where the row does not show its cells."""
    segment = minutes.segments[index]
    starts = cell_starts(minutes.document, segment)
    text = minutes.document.text
    if not starts:
        return _tabbed(text, segment.span)
    ends = [*starts[1:], segment.end]
    return [wording_key(text[start:end]).replace("|", "").strip() for start, end in zip(starts, ends, strict=True)]


def column_heads(minutes: Minutes, row: int, columns: Sequence[int]) -> tuple[str, ...]:
    """What stands above some columns, counted from 1, in the first row of a row's table; none in that row itself."""
    first = row
    while first and row - first < _MOST_ROWS and _is_of_table(minutes, first - 1):
        first -= 1
    segment, text = minutes.segments[first], minutes.document.text
    starts = cell_starts(minutes.document, segment)
    if first == row or len(starts) < max(columns):
        return ()
    ends = [*starts[1:], segment.end]
    heads = [_HEAD_MARKS.sub(" ", text[starts[at - 1] : ends[at - 1]]).strip() for at in columns]
    return tuple(heads) if all(any(map(str.isalpha, head)) for head in heads) else ()


def _is_of_table(minutes: Minutes, index: int) -> bool:
    """Whether a segment is a row, or the line of dashes below the heads of a table in markdown."""
    segment = minutes.segments[index]
    is_line = segment.kind is SegmentKind.FURNITURE and minutes.document.text[segment.start] == "|"
    return is_line or segment.kind is SegmentKind.TABLE_ROW


def _tabbed(text: str, span: Span) -> list[str]:
    words = text[span.start : span.end]
    return [wording_key(cell) for cell in words.split("\t")] if "\t" in words else []
