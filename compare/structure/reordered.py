"""Finds lists and tables that have the same lines in another order: one fact, not one for each line that moved.

    - Ann Orr will bring buckets            - The Chair will lend a ladder
    - The Chair will lend a ladder          - Ann Orr will bring buckets          a list that somebody sorted, or
    - paint                                 - ladder                              entries of a few words
    - ladder                                - paint

Order is meaning where the entries are numbered, are limbs of a resolution or tell what was said after what: those
moved.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from compare.align.lists import lists_of
from compare.outline.places import place_in
from compare.structure.cells import cell_keys
from compare.structure.segments import plain_reading
from compare.text.tokens import is_word, mark_text
from compare.values import FactKind, Minutes, Pair, Relation, SegmentKind, Span, StructuralFact

# Rows of a table, and sentences of a list, that show by their order that somebody sorted them: three sentences do so by
# chance.
_FEWEST, _FEWEST_SENTENCES = 3, 4
# Words of an entry that is no sentence: "two ladders", "Ann Orr, vice-chair". Unit: tokens.
_MOST_WORDS = 6
_ENDS = (".", "!", "?", ";")


class Reordering(NamedTuple):
    """The facts, and the places of the pairs that they are about."""

    facts: tuple[StructuralFact, ...]
    pairs: frozenset[int]


def find_reordered_lists(
    draft: Minutes, final: Minutes, alignment: Sequence[Pair], explained: frozenset[int] = frozenset()
) -> Reordering:
    """The lists whose lines moved within them, but for pairs that another fact explains already.

    Cost: n log n in the lines of those lists.
    """
    moved = [place for place in _moved(alignment) if place not in explained]
    if not moved:
        return Reordering((), frozenset())
    wanted = set(moved)
    own_lists = lists_of(draft, range(len(draft.segments)))
    other_lists = lists_of(final, range(len(final.segments)))
    members: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for place, pair in enumerate(alignment):
        if len(pair.draft) == 1 == len(pair.final):
            own, other = own_lists[pair.draft[0]], other_lists[pair.final[0]]
            if own is not None and other is not None:
                members[own, other].append(place)
    facts = []
    found: set[int] = set()
    for places in members.values():
        strays = sorted(set(places) & wanted)
        if strays and len(strays) < len(places) and _is_free(draft, final, alignment, places):
            facts.append(_fact(draft, final, alignment, places, strays))
            found.update(strays)
    return Reordering(tuple(facts), frozenset(found))


def _moved(alignment: Sequence[Pair]) -> list[int]:
    return [place for place, pair in enumerate(alignment) if pair.relation is Relation.MOVED]


def _is_free(draft: Minutes, final: Minutes, alignment: Sequence[Pair], places: Sequence[int]) -> bool:
    """Whether the order of a list says nothing: it is not numbered, and sorted on one side or of brief entries."""
    own = sorted(alignment[place].draft[0] for place in places)
    other = sorted(alignment[place].final[0] for place in places)
    sides = (draft, own), (final, other)
    if any(_is_ordered(minutes, index) for minutes, indices in sides for index in indices):
        return False
    return (
        all(_is_brief(minutes, index) for minutes, indices in sides for index in indices)
        or _is_sorted(draft, own)
        or _is_sorted(final, other)
    )


def _is_ordered(minutes: Minutes, index: int) -> bool:
    """Whether an entry has a number, or belongs to a resolution."""
    segment = minutes.segments[index]
    has_number = any(map(str.isalnum, mark_text(minutes.document, segment).strip("oO")))
    return has_number or minutes.outline.resolution_at(segment.start) is not None


def _is_brief(minutes: Minutes, index: int) -> bool:
    words = minutes.keys[index].split(" ")
    is_row = minutes.segments[index].kind is SegmentKind.TABLE_ROW
    return not is_row and sum(map(is_word, words)) <= _MOST_WORDS and words[-1] not in _ENDS


def _is_sorted(minutes: Minutes, indices: Sequence[int]) -> bool:
    """Whether the entries of a list ascend, or the cells of a column of a table below its heading ascend or descend."""
    if minutes.segments[indices[0]].kind is not SegmentKind.TABLE_ROW:
        keys = [minutes.keys[index] for index in indices]
        return len(keys) >= _FEWEST_SENTENCES and keys == sorted(keys)
    rows = [cell_keys(minutes, index) for index in indices[1:]]
    width = min(map(len, rows), default=0)
    return any(_is_monotone([row[column] for row in rows]) for column in range(width))


def _is_monotone(keys: Sequence[str]) -> bool:
    if len(keys) < _FEWEST or len(set(keys)) < _FEWEST:
        return False
    return all(one <= other for one, other in pairwise(keys)) or all(one >= other for one, other in pairwise(keys))


def _fact(
    draft: Minutes, final: Minutes, alignment: Sequence[Pair], places: Sequence[int], strays: Sequence[int]
) -> StructuralFact:
    own = [alignment[place].draft[0] for place in places]
    other = [alignment[place].final[0] for place in places]
    spans = _around(draft, own), _around(final, other)
    return StructuralFact(
        FactKind.ORDER,
        Relation.MOVED,
        place_in(final, min(other), spans[1]),
        plain_reading(draft, spans[0]),
        plain_reading(final, spans[1]),
        tuple(strays),
        paragraphs=len(places),
        lead=f"{_line_above(draft, min(own))}\n{_line_above(final, min(other))}",
    )


def _around(minutes: Minutes, indices: Sequence[int]) -> Span:
    return Span(minutes.segments[min(indices)].start, minutes.segments[max(indices)].end)


def _line_above(minutes: Minutes, index: int) -> str:
    """The words that lead to a list, folded."""
    return minutes.keys[index - 1] if index else ""
