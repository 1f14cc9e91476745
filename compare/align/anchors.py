"""Exact anchors: segments with the same words in the same order, the fixed points of an alignment.

    23. MINUTES …       Resolved: - That the minutes be approved.
    31. WORK PROGRAMME  Resolved: - That the Work Programme be approved.
    32. UPDATES         Resolved: - That the update be noted.
    33. REPORTS         Resolved: - That the update be noted.      ← struck out of the final

Standing wording recurs; left to itself a matcher may answer 33's resolution with 32's. So a segment is first looked
for under the same heading, and what is then left only where it is distinctive or stands beside another anchor.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from itertools import pairwise

from compare.text.common_subsequence import Match, match_in_order

# From so many words on a segment is distinctive enough to be an anchor wherever it stands. Unit: tokens. At 4,
# "Resolved: - That the report be noted" anchors anything; at 30, short paragraphs are left to fuzzy pairing.
DISTINCTIVE_WORDS = 9


def find_anchors(
    draft_keys: Sequence[str], final_keys: Sequence[str], draft_headings: Sequence[str], final_headings: Sequence[str]
) -> list[Match]:
    """Pairs of positions with equal keys, increasing on both sides.

    Shapes: keys and headings are parallel; a heading is the key of the item's title, "" where there is none.
    """
    under_heading = match_in_order(
        list(zip(draft_headings, draft_keys, strict=True)), list(zip(final_headings, final_keys, strict=True))
    )
    anchors = _drop_strays(under_heading, draft_keys, final_keys)
    found = list(anchors)
    for low, high, left, right in gaps(anchors, len(draft_keys), len(final_keys)):
        if low < high and left < right:
            pairs = match_in_order(_distinctive(draft_keys[low:high], 0), _distinctive(final_keys[left:right], 1))
            found.extend((low + i, left + j) for i, j in pairs)
    return sorted(found)


def gaps(anchors: Sequence[Match], draft_length: int, final_length: int) -> list[tuple[int, int, int, int]]:
    """What lies between successive anchors: draft positions [low, high) and final positions [left, right)."""
    ends = [(-1, -1), *anchors, (draft_length, final_length)]
    return [(a + 1, c, b + 1, d) for (a, b), (c, d) in pairwise(ends) if a + 1 < c or b + 1 < d]


def _drop_strays(matches: list[Match], draft_keys: Sequence[str], final_keys: Sequence[str]) -> list[Match]:
    """Without matches of short recurring wording that stand alone: their place says nothing."""
    draft_counts, final_counts = Counter(draft_keys), Counter(final_keys)
    kept = set(matches)
    return [
        (i, j)
        for i, j in matches
        if (draft_counts[draft_keys[i]] == 1 and final_counts[final_keys[j]] == 1)
        or (i - 1, j - 1) in kept
        or (i + 1, j + 1) in kept
        or draft_keys[i].count(" ") >= DISTINCTIVE_WORDS
        or (i == 0 and j == 0)
        or (i == len(draft_keys) - 1 and j == len(final_keys) - 1)
    ]


def _distinctive(keys: Sequence[str], side: int) -> list[Hashable]:
    """The keys, with each short or recurring one made unlike everything."""
    counts = Counter(keys)
    return [
        key if (counts[key] == 1 and key.count(" ") >= 1) or key.count(" ") >= DISTINCTIVE_WORDS else (side, place)
        for place, key in enumerate(keys)
    ]
