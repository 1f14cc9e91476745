"""Matches equal elements of two sequences in order: the matcher that alignment and diff share.

    Resolved. | That the report be noted. | Resolved. | That the report be noted. | …            (ten thousand times)

A longest common subsequence is right, and quadratic. So: equal ends are cut off first; what is left goes to
rapidfuzz's bit-parallel matcher while it is small; a larger rest is first divided at elements, then at runs of
elements, that are unique on both sides (patience), and a rest that holds none is matched window by window. The same
input always gives the same matches.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Hashable, Sequence
from itertools import pairwise
from math import isqrt

from rapidfuzz.distance import LCSseq

# Cells of the n × m matrix that the exact matcher may work on. It costs one bit a cell: 10⁹ are 125 MB and about
# half a second; 10⁶ would divide even ordinary minutes. Measured on minutes × 100: 8,600 × 8,600 segments are 7 × 10⁷.
MAX_CELLS = 500_000_000

# Lengths of the runs that divide what is too large, tried in this order. Words of a long paragraph recur ("the"), eight
# of them in a row do not; a resolution repeated ten thousand times has neither.
UNIQUE_RUNS = (1, 8)

Match = tuple[int, int]


def match_in_order(draft: Sequence[Hashable], final: Sequence[Hashable], max_cells: int = MAX_CELLS) -> list[Match]:
    """Finds pairs (i, j) with draft[i] == final[j], increasing in both; a longest such list while n × m ≤ `max_cells`.

    Cost: time n·m/64 and memory n·m bits up to the bound, then near-linear.
    """
    matches: list[Match] = []
    tasks: deque[tuple[int, int, int, int, tuple[int, ...]]] = deque([(0, len(draft), 0, len(final), UNIQUE_RUNS)])
    while tasks:
        low, high, left, right, runs = tasks.popleft()
        while low < high and left < right and draft[low] == final[left]:
            matches.append((low, left))
            low, left = low + 1, left + 1
        while low < high and left < right and draft[high - 1] == final[right - 1]:
            high, right = high - 1, right - 1
            matches.append((high, right))
        if low == high or left == right:
            continue
        part, other = draft[low:high], final[left:right]
        if len(part) * len(other) <= max_cells:
            found = _longest(part, other)
        elif not runs:
            found = _windows(part, other, max_cells)
        else:
            found = _patience(part, other, runs[0])
            ends = [(-1, -1), *found, (len(part), len(other))]
            tasks.extend((low + a + 1, low + c, left + b + 1, left + d, runs[1:]) for (a, b), (c, d) in pairwise(ends))
        matches.extend((low + i, left + j) for i, j in found)
    matches.sort()
    return matches


def heaviest_chain(links: Sequence[tuple[int, int, float]]) -> list[int]:
    """Finds the links (i, j, weight), as indices, that form the heaviest chain increasing in both i and j.

    Cost: n log n (a Fenwick tree of best weights by j). Ties go to the earlier link.
    """
    order = sorted(range(len(links)), key=lambda place: (links[place][0], -links[place][1], place))
    columns = sorted({link[1] for link in links})
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(columns) + 1)
    before = [-1] * len(links)
    best_place, best_weight = -1, 0.0
    for place in order:
        _, column, weight = links[place]
        position = bisect_left(columns, column)
        total, before[place] = _best_up_to(tree, position)
        total += weight
        _raise(tree, position + 1, (total, place))
        if total > best_weight:
            best_place, best_weight = place, total
    chain = []
    while best_place >= 0:
        chain.append(best_place)
        best_place = before[best_place]
    return chain[::-1]


def _best_up_to(tree: list[tuple[float, int]], position: int) -> tuple[float, int]:
    best = (0.0, -1)
    while position > 0:
        if tree[position][0] > best[0]:
            best = tree[position]
        position -= position & -position
    return best


def _raise(tree: list[tuple[float, int]], position: int, value: tuple[float, int]) -> None:
    while position < len(tree):
        if value[0] > tree[position][0]:
            tree[position] = value
        position += position & -position


def _longest(draft: Sequence[Hashable], final: Sequence[Hashable]) -> list[Match]:
    matches: list[Match] = []
    for opcode in LCSseq.opcodes(draft, final):
        if opcode.tag == "equal":
            matches.extend(
                zip(range(opcode.src_start, opcode.src_end), range(opcode.dest_start, opcode.dest_end), strict=True)
            )
    return matches


def _patience(draft: Sequence[Hashable], final: Sequence[Hashable], run: int) -> list[Match]:
    """Matches runs of `run` elements that occur once on each side, as many of them as keep the order."""
    own, other = _runs(draft, run), _runs(final, run)
    own_counts, other_counts = Counter(own), Counter(other)
    places = {element: place for place, element in enumerate(other) if other_counts[element] == 1}
    links = [
        (place, places[element], 1.0)
        for place, element in enumerate(own)
        if own_counts[element] == 1 and element in places
    ]
    starts = [links[place][:2] for place in heaviest_chain(links)]
    matches: list[Match] = []
    for i, j in starts:
        first = 0 if not matches else max(0, matches[-1][0] + 1 - i, matches[-1][1] + 1 - j)
        matches.extend((i + step, j + step) for step in range(first, run))
    return matches


def _runs(elements: Sequence[Hashable], run: int) -> list[Hashable]:
    if run == 1:
        return list(elements)
    return list(zip(*(elements[start:] for start in range(run)), strict=False))


def _windows(draft: Sequence[Hashable], final: Sequence[Hashable], max_cells: int) -> list[Match]:
    """Finds longest matches inside windows that move along both sequences together; near-linear.

    Good where the two run side by side, as two versions of one text do; of each window's matches the first three
    quarters are kept, for what follows a window may change those at its end.
    """
    size = max(2, isqrt(max_cells))
    matches: list[Match] = []
    i = j = 0
    while i < len(draft) and j < len(final):
        found = _longest(draft[i : i + size], final[j : j + size])
        is_last = i + size >= len(draft) and j + size >= len(final)
        kept = found if is_last else found[: max(1, len(found) * 3 // 4)]
        matches.extend((i + a, j + b) for a, b in kept)
        if is_last:
            break
        i, j = (i + kept[-1][0] + 1, j + kept[-1][1] + 1) if kept else (i + size, j + size)
    return matches
