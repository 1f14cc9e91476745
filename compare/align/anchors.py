"""Finds the anchors of an alignment: segments with the same words in the same order on both sides.

    23. MINUTES …       Resolved: - That the minutes be approved.
    31. WORK PROGRAMME  Resolved: - That the Work Programme be approved.
    32. UPDATES         Resolved: - That the update be noted.
    33. REPORTS         Resolved: - That the update be noted.      ← struck out of the final

Standing wording recurs; left to itself a matcher may pair 33's resolution with 32's. So a segment is first looked for
under the same heading, and what is then left only where it is distinctive or stands beside another anchor.

Where equal words alone cannot decide, the anchors are moved to where a person would put them:

    draft   Noted. | Noted. | Noted. | Noted.                  one of the four is unmatched: the one that stands
    final   Noted. | Deferred. | Noted. | Noted.               where the other side has something else

    draft   Item A | Noted. | Item B | Noted. | Item C         "Item B | Noted." is missing, not "Noted. | Item B":
    final   Item A | Noted. | Item C                           a block begins with its heading
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Hashable, Sequence
from itertools import groupby, pairwise

from compare.text.common_subsequence import Match, match_in_order

# From so many words on a segment is distinctive enough to be an anchor wherever it stands. Unit: tokens. At 4,
# "Resolved: - That the report be noted" anchors anything; at 30, short paragraphs are left to fuzzy pairing.
DISTINCTIVE_WORDS = 9


def find_anchors(
    draft_keys: Sequence[str], final_keys: Sequence[str], draft_headings: Sequence[str], final_headings: Sequence[str]
) -> list[Match]:
    """Finds pairs of positions with equal keys, increasing on both sides.

    Input: keys and headings are parallel; a heading is the key of the item's title, "" where there is none.
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
    """Lists what lies between successive anchors: draft positions [low, high) and final positions [left, right)."""
    ends = [(-1, -1), *anchors, (draft_length, final_length)]
    return [(a + 1, c, b + 1, d) for (a, b), (c, d) in pairwise(ends) if a + 1 < c or b + 1 < d]


def _drop_strays(matches: list[Match], draft_keys: Sequence[str], final_keys: Sequence[str]) -> list[Match]:
    """Removes matches of short recurring wording that stand alone: their place proves nothing."""
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
    """Replaces each short or recurring key by one that equals nothing."""
    counts = Counter(keys)
    return [
        key if (counts[key] == 1 and key.count(" ") >= 1) or key.count(" ") >= DISTINCTIVE_WORDS else (side, place)
        for place, key in enumerate(keys)
    ]


def settle_identical_runs(
    anchors: Sequence[Match], draft_keys: Sequence[str], final_keys: Sequence[str]
) -> list[Match]:
    """Moves the anchors within each run of identical segments, so that the unmatched face what differs."""
    by_draft = _settle_runs(anchors, draft_keys, final_keys)
    flipped = _settle_runs(sorted((j, i) for i, j in by_draft), final_keys, draft_keys)
    return sorted((i, j) for j, i in flipped)


def _settle_runs(anchors: Sequence[Match], keys: Sequence[str], others: Sequence[str]) -> list[Match]:
    matches = dict(anchors)
    place = 0
    reached = -1
    for key, run in groupby(keys):
        length = sum(1 for _ in run)
        members = range(place, place + length)
        place += length
        matched = [matches[member] for member in members if member in matches]
        unmatched = length - len(matched)
        if unmatched and matched and length > 1:
            later = bisect_left(anchors, (place, -1))
            start, end = reached + 1, anchors[later][1] if later < len(anchors) else len(others)
            if all(others[other] == key for other in matched):
                for member in members:
                    matches.pop(member, None)
                matches.update(_match_in_turn(members, others, range(start, end), key, unmatched))
        reached = max((matches[member] for member in members if member in matches), default=reached)
    return sorted(matches.items())


def _match_in_turn(members: range, others: Sequence[str], region: range, key: str, unmatched: int) -> list[Match]:
    """Matches identical segments in order, leaving one out wherever the other side has something else."""
    matches: list[Match] = []
    waiting = iter(members)
    left = len(members)
    others_left = sum(others[other] == key for other in region)
    for other in region:
        if others[other] == key:
            member = next(waiting, None)
            if member is None:
                break
            matches.append((member, other))
            left, others_left = left - 1, others_left - 1
        elif unmatched and left > others_left:
            next(waiting, None)
            unmatched, left = unmatched - 1, left - 1
    return matches


def slide_missing_blocks(
    anchors: Sequence[Match],
    draft_keys: Sequence[str],
    final_keys: Sequence[str],
    draft_starts: Sequence[bool],
    final_starts: Sequence[bool],
) -> list[Match]:
    """Moves one-sided gaps so that each begins at a heading or header, where equal neighbours allow it.

    Input: `starts` are parallel to `keys`: whether a segment is a heading or the header of a resolution.
    """
    final_of = dict(anchors)
    draft_of = {j: i for i, j in anchors}
    for low, high, left, right in gaps(anchors, len(draft_keys), len(final_keys)):
        if left == right:
            for unmatched, matched in _steps(draft_keys, draft_starts, low, high, final_of):
                final_of[unmatched] = final_of.pop(matched)
                draft_of[final_of[unmatched]] = unmatched
        elif low == high:
            for unmatched, matched in _steps(final_keys, final_starts, left, right, draft_of):
                draft_of[unmatched] = draft_of.pop(matched)
                final_of[draft_of[unmatched]] = unmatched
    return sorted(final_of.items())


def _steps(
    keys: Sequence[str], starts: Sequence[bool], low: int, high: int, anchored: Container[int]
) -> list[tuple[int, int]]:
    """(place that becomes matched, place that becomes unmatched) for each step; none when no heading is reached."""
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
