"""Headings that answer each other by their place, whatever they say.

draft   24/105 Pavilion heating     | The Clerk reported that the boiler …
final   24/105 Replacement boiler   | The Clerk reported that the boiler …
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.align.similarity import likeness
from compare.align.splits import Group

# Words that the paragraph below must have to speak for its heading: "There were none." stands under any. Unit: tokens.
TELLING_WORDS = 6


def pair_headings(
    groups: Sequence[Group],
    draft_keys: Sequence[str],
    final_keys: Sequence[str],
    draft_is_heading: Sequence[bool],
    final_is_heading: Sequence[bool],
) -> list[Group]:
    """Groups for the unpaired headings that stand right above a pair, on both sides."""
    draft_taken = {place for group in groups for place in group[0]}
    final_taken = {place for group in groups for place in group[1]}
    found: list[Group] = []
    for own, other, _ in groups:
        i, j = own[0] - 1, other[0] - 1
        if i < 0 or j < 0 or i in draft_taken or j in final_taken:
            continue
        if draft_is_heading[i] and final_is_heading[j] and draft_keys[own[0]].count(" ") + 1 >= TELLING_WORDS:
            draft_taken.add(i)
            final_taken.add(j)
            found.append(((i,), (j,), likeness(draft_keys[i], final_keys[j])))
    return found
