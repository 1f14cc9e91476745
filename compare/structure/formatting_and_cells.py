"""Finds what differs where the words are the same: words struck through, a tick in another column.

    draft   … a grant of £14,000 [struck: to the band] be paid     an amendment, as some councils record it
    final   … a grant of £14,000 to the band be paid               the same words, and another decision

Struck-through words that are plain in the other document mean something else there, and are reported. Bold, italic and
underlined words are folded, where both formats can show them; in a text the marks of markdown are folded.

    draft   | Ines Varga | x |   |          not a word differs,
    final   | Ines Varga |   | x |          and the vote does

Rows are compared where both have the same number of cells, empty ones counted; a text whose cells are separated by
blanks alone does not show the empty ones.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from compare.outline.places import place_in
from compare.structure.cells import cell_starts, column_heads
from compare.structure.segments import plain_reading
from compare.text.tokens import Token, is_word, segment_tokens
from compare.values import (
    Edit,
    FactKind,
    Fold,
    FoldKind,
    Formatting,
    Minutes,
    Pair,
    Reading,
    Relation,
    SegmentKind,
    Side,
    Span,
    StructuralFact,
)

# A row of one cell has no columns.
_FEWEST_CELLS = 2


class FormattingDifferences(NamedTuple):
    """Words that differ in formatting alone: facts where they are struck through, folds otherwise."""

    facts: tuple[StructuralFact, ...]
    folds: tuple[Fold, ...]


def compare_formatting(
    draft: Minutes, final: Minutes, alignment: Sequence[Pair], edits: Sequence[Edit]
) -> FormattingDifferences:
    """Compares the formatting of the words that both documents have. Cost: linear in the paragraphs that have any."""
    if not draft.document.formatting and not final.document.formatting:
        return FormattingDifferences((), ())
    has_both = bool(draft.document.paragraphs) and bool(final.document.paragraphs)
    edited = edits_by_pair(edits)
    changes: list[StructuralFact] = []
    folds: list[Fold] = []
    for index, pair in enumerate(alignment):
        if not pair.draft or not pair.final:
            continue
        if not (_has_formatting(draft, pair.draft) or _has_formatting(final, pair.final)):
            continue
        for formatting, left, right in _differing(draft, final, pair, edited.get(index, ())):
            if formatting & Formatting.STRUCK:
                place = place_in(final, pair.final[0], right)
                readings = reading_within(draft, pair.draft, left), reading_within(final, pair.final, right)
                struck = Side.DRAFT if draft.document.formatting_at(left.start) & Formatting.STRUCK else Side.FINAL
                changes.append(
                    StructuralFact(FactKind.FORMATTING, Relation.CHANGED, place, *readings, (index,), struck=struck)
                )
            elif has_both:
                folds.append(Fold(FoldKind.MARKUP, left, right))
    return FormattingDifferences(tuple(changes), tuple(folds))


def reading_within(minutes: Minutes, places: Sequence[int], span: Span) -> Reading:
    """The words with the paragraph they stand in as their context."""
    whole = Span(minutes.segments[places[0]].pieces[0].start, minutes.segments[places[-1]].end)
    return replace(plain_reading(minutes, span), sentence=whole)


def _has_formatting(minutes: Minutes, places: Sequence[int]) -> bool:
    """Whether any word in these segments is formatted."""
    first, last = minutes.segments[places[0]], minutes.segments[places[-1]]
    return first.start < last.end and minutes.document.is_formatted(Span(first.start, last.end))


def edits_by_pair(edits: Sequence[Edit]) -> dict[int, list[Edit]]:
    """The edits of each pair, by its index in the alignment."""
    found: dict[int, list[Edit]] = {}
    for edit in edits:
        found.setdefault(edit.pair, []).append(edit)
    return found


def _differing(
    draft: Minutes, final: Minutes, pair: Pair, edits: Sequence[Edit]
) -> Iterator[tuple[Formatting, Span, Span]]:
    """Runs of equal words with another formatting: what differs, and where on each side."""
    left = kept_tokens(draft, pair.draft, [edit.draft for edit in edits])
    right = kept_tokens(final, pair.final, [edit.final for edit in edits])
    pairs = [
        (draft.document.formatting_at(mine.start) ^ final.document.formatting_at(yours.start), mine, yours)
        for mine, yours in zip(left, right, strict=False)
        if mine.key == yours.key and is_word(mine.key)
    ]
    for formatting, run in groupby(pairs, key=lambda found: found[0]):
        if formatting:
            words = list(run)
            yield formatting, Span(words[0][1].start, words[-1][1].end), Span(words[0][2].start, words[-1][2].end)


def kept_tokens(minutes: Minutes, places: Sequence[int], edited: Sequence[Span]) -> list[Token]:
    """The tokens of some segments that no edit touches."""
    spans = [span for span in edited if len(span)]
    return [
        token
        for place in places
        for token in segment_tokens(minutes.document, minutes.segments[place])
        if not any(span.start < token.end and token.start < span.end for span in spans)
    ]


class _Moved(NamedTuple):
    """A word that stands in another column: its two ranges and the columns, counted from 1."""

    draft: Token
    final: Token
    columns: tuple[int, int]


def compare_cells(
    draft: Minutes, final: Minutes, alignment: Sequence[Pair], edits: Sequence[Edit]
) -> tuple[StructuralFact, ...]:
    """The words that changed their column and nothing else. Cost: linear in the rows.

    Where the bars between the cells were compared as well ("| x | | |", "| | | x |"), the fact explains the edits.
    """
    edited = edits_by_pair(edits)
    changes = []
    for index, pair in enumerate(alignment):
        if len(pair.draft) != 1 or len(pair.final) != 1:
            continue
        own, other = draft.segments[pair.draft[0]], final.segments[pair.final[0]]
        if own.kind is not SegmentKind.TABLE_ROW or other.kind is not SegmentKind.TABLE_ROW:
            continue
        edits_of_row = tuple(edited.get(index, ()))
        whole = _moved(draft, final, pair, ()) if edits_of_row else []
        moved = whole or _moved(draft, final, pair, edits_of_row)
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
                    edits=edits_of_row if whole else (),
                    columns=columns,
                    heads=column_heads(final, pair.final[0], columns),
                )
            )
    return tuple(changes)


def _moved(draft: Minutes, final: Minutes, pair: Pair, edits: Sequence[Edit]) -> list[_Moved]:
    own = cell_starts(draft.document, draft.segments[pair.draft[0]])
    other = cell_starts(final.document, final.segments[pair.final[0]])
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
