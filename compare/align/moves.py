"""Transpositions: segments that changed their place, edited on the way or not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from zlib import crc32

from compare.align.fuzzy import Link, related
from compare.align.splits import Group
from compare.text.common_subsequence import heaviest_chain
from compare.text.tokens import is_word

# Least likeness of a segment found at another place, 0–1: higher than beside its neighbours, for here only its own
# words speak. And the least length: "Councillor Day abstained." may well stand twice. Unit: tokens. A line that no
# other line left over reads like ("- Dora Hermes") needs two words.
FLOOR = 0.62
LEAST_WORDS = 7
LEAST_WORDS_ALONE = 2


def pair_displaced(draft_keys: Sequence[str], final_keys: Sequence[str]) -> list[Link]:
    """Pairs among the segments that no neighbour claimed: equal wording first, then alike. Cost: near-linear."""
    links = _equal(draft_keys, final_keys)
    draft_left = _remaining(draft_keys, {link[0] for link in links})
    final_left = _remaining(final_keys, {link[1] for link in links})
    candidates = related([draft_keys[i] for i in draft_left], [final_keys[j] for j in final_left], FLOOR)
    taken_draft: set[int] = set()
    taken_final: set[int] = set()
    for i, j, score in sorted(candidates, key=lambda link: (-link[2], link[0], link[1])):
        if i not in taken_draft and j not in taken_final:
            taken_draft.add(i)
            taken_final.add(j)
            links.append((draft_left[i], final_left[j], score))
    return links


def out_of_order(groups: Sequence[Group], draft_keys: Sequence[str]) -> set[int]:
    """Indices of the groups that moved: all but the heaviest run that keeps its order on both sides.

    Weight is the number of words, so that one short paragraph moved past a long one, not the reverse; equal weights
    are told apart by their words, which gives the same answer when draft and final change places.
    """
    links = []
    for draft_places, final_places, _ in groups:
        key = " ".join(draft_keys[place] for place in draft_places)
        links.append((draft_places[0], final_places[0], key.count(" ") + 1 + crc32(key.encode()) / 2**33))
    kept = set(heaviest_chain(links))
    return {place for place in range(len(groups)) if place not in kept}


def _equal(draft_keys: Sequence[str], final_keys: Sequence[str]) -> list[Link]:
    places: defaultdict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for place, key in enumerate(draft_keys):
        places[key][0].append(place)
    for place, key in enumerate(final_keys):
        places[key][1].append(place)
    return [
        (i, j, 1.0)
        for key, (left, right) in places.items()
        if key.count(" ") >= LEAST_WORDS - 1
        or (len(left) == len(right) == 1 and sum(map(is_word, key.split(" "))) >= LEAST_WORDS_ALONE)
        for i, j in zip(left, right, strict=False)
    ]


def _remaining(keys: Sequence[str], taken: set[int]) -> list[int]:
    return [place for place, key in enumerate(keys) if place not in taken and key.count(" ") >= LEAST_WORDS - 1]
