"""Fuzzy pairs inside a gap between anchors: which changed paragraph answers which, in order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from compare.align.similarity import likeness
from compare.text.common_subsequence import heaviest_chain

Link = tuple[int, int, float]

# Least likeness of a pair, 0–1. Unrelated paragraphs of one body reach 0.35; a paragraph with half of its words
# replaced keeps 0.5. Alone in a gap between two anchors, two segments answer each other at less.
FLOOR = 0.5
LONE_FLOOR = 0.35

# Cells of a gap that are all compared; a pair of paragraphs takes some 10 µs. Larger gaps are narrowed down by the
# rare words that two segments share.
MAX_CELLS = 10_000

# A word in more segments of a gap than this says little about which answers which.
RARE = 12


def pair_in_order(draft_keys: Sequence[str], final_keys: Sequence[str]) -> list[Link]:
    """The pairs (i, j, likeness) of the best alignment of two runs of segments that keeps the order.

    Cost: n × m comparisons up to MAX_CELLS, near-linear beyond.
    """
    if not draft_keys or not final_keys:
        return []
    if len(draft_keys) == len(final_keys) == 1:
        score = likeness(draft_keys[0], final_keys[0])
        return [(0, 0, score)] if score >= LONE_FLOOR else []
    if len(draft_keys) * len(final_keys) > MAX_CELLS:
        links = related(draft_keys, final_keys, FLOOR)
        return [links[place] for place in heaviest_chain(links)]
    return _best_path(draft_keys, final_keys)


def related(draft_keys: Sequence[str], final_keys: Sequence[str], floor: float) -> list[Link]:
    """Pairs at or above `floor`, in any order, among segments that share rare words. Cost: near-linear."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for place, key in enumerate(final_keys):
        for word in set(key.split(" ")):
            holders[word].append(place)
    links: list[Link] = []
    for place, key in enumerate(draft_keys):
        votes: Counter[int] = Counter()
        for word in sorted(set(key.split(" "))):
            if len(holders.get(word, ())) <= RARE:
                votes.update(holders.get(word, ()))
        best = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:4]
        scored = [(place, other, likeness(key, final_keys[other], floor)) for other, _ in best]
        links.extend(link for link in scored if link[2] >= floor)
    return links


def _best_path(draft_keys: Sequence[str], final_keys: Sequence[str]) -> list[Link]:
    """Needleman and Wunsch's path over likeness, with a little extra for pairs that follow on from one another.

    Source: S. Needleman, C. Wunsch, J. Mol. Biol. 48 (1970); the extra keeps "Resolved." with the item it ends.
    """
    rows, columns = len(draft_keys), len(final_keys)
    scores = [[likeness(key, other, FLOOR) for other in final_keys] for key in draft_keys]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    taken = [[False] * (columns + 1) for _ in range(rows + 1)]
    for i in range(1, rows + 1):
        for j in range(1, columns + 1):
            skip = max(best[i - 1][j], best[i][j - 1])
            score = scores[i - 1][j - 1]
            gain = best[i - 1][j - 1] + score - FLOOR + 0.01 + (0.05 if taken[i - 1][j - 1] else 0.0)
            taken[i][j] = score >= FLOOR and gain > skip
            best[i][j] = gain if taken[i][j] else skip
    links: list[Link] = []
    i, j = rows, columns
    while i and j:
        if taken[i][j]:
            links.append((i - 1, j - 1, scores[i - 1][j - 1]))
            i, j = i - 1, j - 1
        elif best[i - 1][j] >= best[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return links[::-1]
