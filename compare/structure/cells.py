"""Finds the cells of a table's row, empty ones counted."""

from __future__ import annotations

import re
from bisect import bisect_right

from compare.text.tokens import wording_key
from compare.values import Document, Minutes, Segment, Span

_RAW_CELL = re.compile(r"(?i)<t[dh]\b")


def cell_starts(document: Document, segment: Segment) -> list[int]:
    """The offsets at which the cells of a row begin; an empty cell begins where the one after it does, and counts."""
    place = bisect_right(document.paragraphs, segment.start, key=lambda paragraph: paragraph.span.start) - 1
    if place >= 0 and document.paragraphs[place].cells:
        return [cell.start for cell in document.paragraphs[place].cells]
    text = document.text
    if not document.paragraphs and text[segment.start] == "<":
        return [cell.start() for cell in _RAW_CELL.finditer(text, segment.start, segment.end)]
    if document.paragraphs or text[segment.start] != "|":
        return []
    bars = [at for at in range(segment.start, segment.end) if text[at] == "|"]
    return bars[:-1] if text[segment.end - 1] == "|" else bars


def cell_keys(minutes: Minutes, index: int) -> list[str]:
    """The words of each cell of a row, typography folded; none where the row does not show its cells."""
    segment = minutes.segments[index]
    starts = cell_starts(minutes.document, segment)
    text = minutes.document.text
    if not starts:
        return _tabbed(text, segment.span)
    ends = [*starts[1:], segment.end]
    return [wording_key(text[start:end]).replace("|", "").strip() for start, end in zip(starts, ends, strict=True)]


def _tabbed(text: str, span: Span) -> list[str]:
    words = text[span.start : span.end]
    return [wording_key(cell) for cell in words.split("\t")] if "\t" in words else []
