"""Finds the same words in another column of their row: a tick that moved from "For" to "Against".

    draft   | Ines Varga | x |   |          not a word differs,
    final   | Ines Varga |   | x |          and the vote does

Rows are compared where both have the same number of cells, empty ones counted; a text whose cells are separated by
blanks alone does not show the empty ones.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from compare.outline.places import place_in
from compare.structure.formatting import edits_by_pair, kept_tokens, reading_within
from compare.text.tokens import Token
from compare.values import (
    Document,
    Edit,
    FactKind,
    Minutes,
    Pair,
    Relation,
    Segment,
    SegmentKind,
    Span,
    StructuralFact,
)

# A row of one cell has no columns.
_FEWEST_CELLS = 2


class _Moved(NamedTuple):
    """A word that stands in another column: its two ranges and the columns, counted from 1."""

    draft: Token
    final: Token
    columns: tuple[int, int]


def compare_cells(
    draft: Minutes, final: Minutes, alignment: Sequence[Pair], edits: Sequence[Edit]
) -> tuple[StructuralFact, ...]:
    """The words that changed their column and nothing else. Cost: linear in the rows."""
    edited = edits_by_pair(edits)
    changes = []
    for index, pair in enumerate(alignment):
        if len(pair.draft) != 1 or len(pair.final) != 1:
            continue
        own, other = draft.segments[pair.draft[0]], final.segments[pair.final[0]]
        if own.kind is not SegmentKind.TABLE_ROW or other.kind is not SegmentKind.TABLE_ROW:
            continue
        moved = _moved(draft, final, pair, edited.get(index, ()))
        if moved:
            columns = moved[0].columns
            run = [word for word in moved if word.columns == columns]
            left, right = Span(run[0].draft.start, run[-1].draft.end), Span(run[0].final.start, run[-1].final.end)
            readings = reading_within(draft, pair.draft, left), reading_within(final, pair.final, right)
            changes.append(
                StructuralFact(
                    FactKind.CELL,
                    Relation.CHANGED,
                    place_in(final, pair.final[0], right),
                    *readings,
                    (index,),
                    columns=columns,
                )
            )
    return tuple(changes)


def _moved(draft: Minutes, final: Minutes, pair: Pair, edits: Sequence[Edit]) -> list[_Moved]:
    own = _cells(draft.document, draft.segments[pair.draft[0]])
    other = _cells(final.document, final.segments[pair.final[0]])
    if len(own) != len(other) or len(own) < _FEWEST_CELLS:
        return []
    left = [word for word in kept_tokens(draft, pair.draft, [edit.draft for edit in edits]) if word.key != "|"]
    right = [word for word in kept_tokens(final, pair.final, [edit.final for edit in edits]) if word.key != "|"]
    if [word.key for word in left] != [word.key for word in right]:
        return []
    found = []
    for mine, yours in zip(left, right, strict=True):
        columns = bisect_right(own, mine.start), bisect_right(other, yours.start)
        if columns[0] != columns[1]:
            found.append(_Moved(mine, yours, columns))
    return found


def _cells(document: Document, segment: Segment) -> list[int]:
    """The offsets at which the cells of a row begin; an empty cell begins where the one after it does, and counts."""
    place = bisect_right(document.paragraphs, segment.start, key=lambda paragraph: paragraph.span.start) - 1
    if place >= 0 and document.paragraphs[place].cells:
        return [cell.start for cell in document.paragraphs[place].cells]
    text = document.text
    if document.paragraphs or text[segment.start] != "|":
        return []
    bars = [at for at in range(segment.start, segment.end) if text[at] == "|"]
    return bars[:-1] if text[segment.end - 1] == "|" else bars
