"""Where exactly a missing block stood, when the words alone cannot tell.

    draft   Item A | Noted. | Item B | Noted. | Item C       final   Item A | Noted. | Item C

Either "Item B | Noted." is gone, or "Noted. | Item B". A person says the first: a block begins with its heading.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from compare.align.anchors import gaps
from compare.text.common_subsequence import Match


def slide_blocks(
    anchors: Sequence[Match],
    draft_keys: Sequence[str],
    final_keys: Sequence[str],
    draft_starts: Sequence[bool],
    final_starts: Sequence[bool],
) -> list[Match]:
    """The anchors, with one-sided gaps slid so that each begins at a heading or header where equal neighbours allow.

    Shapes: `starts` are parallel to `keys` and say which segments begin something.
    """
    answer = dict(anchors)
    asked = {j: i for i, j in anchors}
    for low, high, left, right in gaps(anchors, len(draft_keys), len(final_keys)):
        if left == right:
            for hole, filled in _steps(draft_keys, draft_starts, low, high, answer):
                answer[hole] = answer.pop(filled)
                asked[answer[hole]] = hole
        elif low == high:
            for hole, filled in _steps(final_keys, final_starts, left, right, asked):
                asked[hole] = asked.pop(filled)
                answer[asked[hole]] = hole
    return sorted(answer.items())


def _steps(
    keys: Sequence[str], starts: Sequence[bool], low: int, high: int, anchored: Container[int]
) -> list[tuple[int, int]]:
    """(place that becomes anchored, place that is freed) for each step of the slide; none when nothing is gained."""
    if starts[low]:
        return []
    steps: list[tuple[int, int]] = []
    first, last = low, high
    while first > 0 and first - 1 in anchored and keys[first - 1] == keys[last - 1]:
        first, last = first - 1, last - 1
        steps.append((last, first))
        if starts[first]:
            return steps
    steps = []
    first, last = low, high
    while last < len(keys) and last in anchored and keys[first] == keys[last]:
        steps.append((first, last))
        first, last = first + 1, last + 1
        if starts[first]:
            return steps
    return []
