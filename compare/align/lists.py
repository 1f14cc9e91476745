"""Matches the entries of a list or table that were put in another order: each with itself, wherever it stands in it.

- paint                - brushes
- brushes              - ladder          "paint" and "ladder" are too short to be looked for elsewhere, and
- ladder               - paint           "| Gate | Ann |" looks more like "| Path | Ann |" than like nothing
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from compare.text.common_subsequence import Match
from compare.text.tokens import is_word
from compare.values import Minutes, SegmentKind

_KINDS = (SegmentKind.LIST_ITEM, SegmentKind.TABLE_ROW)


def lists_of(minutes: Minutes, places: Sequence[int]) -> list[int | None]:
    """The list or table in which each of some segments stands, as the position of its first entry; `None` outside.

    Input: indices of segments in order. Lists end with their kind, their item and their role. Cost: linear.
    """
    segments, outline = minutes.segments, minutes.outline
    kinds = [
        (segments[index].kind, outline.item_of[index], outline.roles[index]) if segments[index].kind in _KINDS else None
        for index in places
    ]
    found: list[int | None] = [0 if kinds[:1] != [None] else None] if places else []
    for position, (before, kind) in enumerate(pairwise(kinds), 1):
        found.append(None if kind is None else found[-1] if kind == before else position)
    return found


def match_in_lists(
    anchors: Sequence[Match],
    draft_keys: Sequence[str],
    final_keys: Sequence[str],
    draft_lists: Sequence[int | None],
    final_lists: Sequence[int | None],
) -> list[Match]:
    """Pairs equal entries of the lists that share an anchor, in any order. Input: lists are parallel to keys.

    Cost: linear.
    """
    shared: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for i, j in anchors:
        own, other = draft_lists[i], final_lists[j]
        if own is not None and other is not None:
            shared[own][other] += 1
    partner = {own: min(others, key=lambda other: (-others[other], other)) for own, others in shared.items()}
    draft_taken, final_taken = {i for i, _ in anchors}, {j for _, j in anchors}
    waiting: defaultdict[tuple[int | None, str], list[int]] = defaultdict(list)
    for j in range(len(final_keys) - 1, -1, -1):
        if j not in final_taken and final_lists[j] is not None:
            waiting[final_lists[j], final_keys[j]].append(j)
    found: list[Match] = []
    for i, key in enumerate(draft_keys):
        own = draft_lists[i]
        if i in draft_taken or own not in partner or not any(map(is_word, key.split(" "))):
            continue
        others = waiting.get((partner[own], key))
        if others:
            found.append((i, others.pop()))
    return found
