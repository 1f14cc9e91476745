"""Finds the columns of a table that changed places, or whose cells did: one fact, not two edits a row.

    draft   | Task   | Owner | Due  |      final   | Task   | Due  | Owner |      the headings went along:
            | Paint  | Orr   | May  |              | Paint  | May  | Orr   |      every row says the same
            | Mow    | Odell | June |              | Mow    | June | Odell |

    draft   | Name   | For | Against |     final   | Name   | For | Against |     the headings stayed:
            | Ashby  | 4   | 7       |             | Ashby  | 7   | 4       |     every row says the contrary
            | Penn   | 5   | 9       |             | Penn   | 9   | 5       |

Headings that changed places alone, above the same rows, make those say the contrary too; so do two cells of one row.
A row in which something else differs as well is left to the comparison of its words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from compare.outline.places import place_in
from compare.structure.cells import cell_keys, column_heads
from compare.structure.segments import plain_reading
from compare.values import (
    Edit,
    FactKind,
    Minutes,
    Pair,
    Reading,
    Relation,
    SegmentKind,
    Span,
    StructuralFact,
)

# Rows of a table: a row alone can be a line of a page that was laid out another way.
_FEWEST_ROWS = 2
# Columns of a table that is looked at; real tables have a dozen.
_MOST_COLUMNS = 40
_TWO = 2

# For each column of the final, counted from 0, the column of the draft that it was.
_Order = tuple[int, ...]


class _Row(NamedTuple):
    """A row that both documents have: the place of its pair, and the words of its cells."""

    place: int
    draft: list[str]
    final: list[str]


class ExchangedColumns(NamedTuple):
    """The facts, and the edits that they do not explain; `pairs` are those that they are about."""

    facts: tuple[StructuralFact, ...]
    edits: tuple[Edit, ...]
    pairs: frozenset[int]


def find_exchanged_columns(
    draft: Minutes, final: Minutes, alignment: Sequence[Pair], edits: Sequence[Edit]
) -> ExchangedColumns:
    """The tables whose columns changed places. Cost: linear in the rows of tables that differ."""
    edits_of: dict[int, list[Edit]] = {}
    for edit in edits:
        edits_of.setdefault(edit.pair, []).append(edit)
    facts: list[StructuralFact] = []
    explained: set[int] = set()
    for table in _tables(draft, final, alignment):
        order = _order(table) if len(table) >= _FEWEST_ROWS else None
        if order is None:
            continue
        for rows in _exchanges(table, order):
            places = [row.place for row in rows]
            own = [edit for place in places for edit in edits_of.get(place, ())]
            if len(rows) == 1 and not own:
                continue  # a tick in another column
            fact = _fact(draft, final, alignment, places, own, order)
            if rows[0] is table[0] and _is_heading(table, order):
                # The headings went along, or they alone did.
                fact = replace(fact, relation=Relation.SAME) if len(rows) > 1 else replace(fact, paragraphs=0)
            facts.append(fact)
            explained.update(places)
    rest = tuple(edit for edit in edits if edit.pair not in explained) if explained else tuple(edits)
    return ExchangedColumns(tuple(facts), rest, frozenset(explained))


def _exchanges(table: Sequence[_Row], order: _Order) -> list[list[_Row]]:
    """The rows in another order: all together where no row below the headings kept the old one, else each alone."""
    rows = [row for row in table if row.draft != row.final and _is_in_order(row, order)]
    has_old = any(row.draft == row.final and not _is_in_order(row, order) for row in table[1:])
    return [[row] for row in rows] if has_old else [rows]


def _is_heading(table: Sequence[_Row], order: _Order) -> bool:
    """Whether the cells of the first row that changed their column are words that no row below has in them."""
    heads = [cell for column, cell in enumerate(table[0].final) if order[column] != column]
    below = {cell for row in table[1:] for cell in row.final}
    return all(len(head) > 1 and head.replace(" ", "").isalpha() and head not in below for head in heads)


def _tables(draft: Minutes, final: Minutes, alignment: Sequence[Pair]) -> Iterator[list[_Row]]:
    """The runs of rows that stand one below the other in both documents; a ruled line does not part them."""
    table: list[_Row] = []
    for place, pair in enumerate(alignment):
        if _is_row(draft, pair.draft) and _is_row(final, pair.final) and pair.relation is not Relation.MOVED:
            table.append(_Row(place, cell_keys(draft, pair.draft[0]), cell_keys(final, pair.final[0])))
        elif pair.relation is not Relation.FURNITURE and table:
            yield table
            table = []
    if table:
        yield table


def _is_row(minutes: Minutes, places: Sequence[int]) -> bool:
    return len(places) == 1 and minutes.segments[places[0]].kind is SegmentKind.TABLE_ROW


def _order(table: Sequence[_Row]) -> _Order | None:
    """The order that most rows of a table show, where it is another; `None` where none shows one."""
    counts: Counter[_Order] = Counter()
    for row in table:
        if row.draft == row.final or not 1 < len(row.draft) == len(row.final) <= _MOST_COLUMNS:
            continue
        cells = Counter(row.draft)
        if cells == Counter(row.final) and max(cells.values()) == 1:
            counts[tuple(row.draft.index(cell) for cell in row.final)] += 1
    return min(counts, key=lambda order: (-counts[order], order)) if counts else None


def _is_in_order(row: _Row, order: _Order) -> bool:
    return len(row.draft) == len(order) == len(row.final) and row.final == [row.draft[column] for column in order]


def _fact(
    draft: Minutes,
    final: Minutes,
    alignment: Sequence[Pair],
    places: Sequence[int],
    edits: Sequence[Edit],
    order: _Order,
) -> StructuralFact:
    first, last = alignment[places[0]], alignment[places[-1]]
    own = Span(draft.segments[first.draft[0]].start, draft.segments[last.draft[0]].end)
    other = Span(final.segments[first.final[0]].start, final.segments[last.final[0]].end)
    readings = (plain_reading(draft, own), plain_reading(final, other))
    if edits:
        readings = _around(draft, [edit.draft for edit in edits]), _around(final, [edit.final for edit in edits])
    column = next(column for column, source in enumerate(order) if column != source)
    columns = (column + 1, order[column] + 1) if _is_exchange(order) else None
    return StructuralFact(
        FactKind.COLUMNS,
        Relation.CHANGED,
        place_in(final, first.final[0], readings[1].span),
        *readings,
        tuple(places),
        tuple(edits),
        columns=columns,
        heads=column_heads(final, first.final[0], columns) if columns else (),
        paragraphs=len(places),
    )


def _is_exchange(order: _Order) -> bool:
    """Whether just two columns changed places."""
    return sum(column != source for column, source in enumerate(order)) == _TWO


def _around(minutes: Minutes, spans: Sequence[Span]) -> Reading:
    """The words from the first edit to the last, without the blanks around them."""
    low, high = min(span.start for span in spans), max(span.end for span in spans)
    words = minutes.document.text[low:high]
    low, high = high - len(words.lstrip()), low + len(words.rstrip())
    return plain_reading(minutes, Span(low, max(low, high)))
